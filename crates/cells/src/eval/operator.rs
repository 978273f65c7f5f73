//! Operators between two values.

use std::rc::Rc;

use super::Interpreter;
use super::number::{Number, arithmetic};
use crate::code::BinaryOperator;
use crate::raise::{Raise, Result};
use crate::value::{Dictionary, Set, Value};

impl Interpreter {
    /// `left operator right`
    #[inline]
    pub(crate) fn binary(
        &mut self,
        operator: BinaryOperator,
        left: &Value,
        right: &Value,
    ) -> Result<Value> {
        if let (Some(first), Some(second)) = (Number::of(left), Number::of(right))
            && let Some(result) = self.numbers(operator, left, right, first, second)
        {
            return result;
        }
        self.objects(operator, left, right)
    }

    fn numbers(
        &self,
        operator: BinaryOperator,
        left: &Value,
        right: &Value,
        first: Number,
        second: Number,
    ) -> Option<Result<Value>> {
        if let (Value::Bool(left), Value::Bool(right)) = (left, right) {
            match operator {
                BinaryOperator::And => return Some(Ok(Value::Bool(left & right))),
                BinaryOperator::Or => return Some(Ok(Value::Bool(left | right))),
                BinaryOperator::ExclusiveOr => return Some(Ok(Value::Bool(left ^ right))),
                _ => {}
            }
        }
        arithmetic(operator, first, second)
    }

    fn objects(&mut self, operator: BinaryOperator, left: &Value, right: &Value) -> Result<Value> {
        if let Some(result) = self.instances(operator, left, right)? {
            return Ok(result);
        }
        if matches!(left, Value::Node(_)) || matches!(right, Value::Node(_)) {
            return crate::library::node::binary(self, operator, left, right);
        }
        match (operator, left, right) {
            (BinaryOperator::Add, Value::Text(_) | Value::List(_) | Value::Tuple(_), _) => {
                self.join(left, right)
            }
            (BinaryOperator::Multiply, ..) => match self.repeat(left, right)? {
                Some(result) => Ok(result),
                None => Err(unsupported(operator, left, right)),
            },
            (BinaryOperator::Remainder, Value::Text(text), arguments) => {
                crate::format::percent(self, text.as_str(), arguments).map(Value::text)
            }
            (BinaryOperator::Or, Value::Dictionary(first), Value::Dictionary(second)) => {
                let joined = first.copied()?;
                self.merge(&joined, second)?;
                Ok(Value::Dictionary(Rc::new(joined)))
            }
            (_, Value::Set(first), Value::Set(second)) => {
                match self.set_operation(operator, first, second)? {
                    Some(set) => Ok(Value::Set(Rc::new(set))),
                    None => Err(unsupported(operator, left, right)),
                }
            }
            _ => Err(unsupported(operator, left, right)),
        }
    }

    /// What instances make of it.
    fn instances(
        &mut self,
        operator: BinaryOperator,
        left: &Value,
        right: &Value,
    ) -> Result<Option<Value>> {
        let [method, mirrored, _] = operator.methods();
        for (of, method, other) in [(left, method, right), (right, mirrored, left)] {
            if matches!(of, Value::Instance(_))
                && let Some(method) = self.names.known(method)
                && let Some(result) = self.call_special(of, method, vec![other.clone()])?
                && !matches!(result, Value::NotImplemented)
            {
                return Ok(Some(result));
            }
        }
        Ok(None)
    }

    /// `left operator= right`
    pub(super) fn updated(
        &mut self,
        operator: BinaryOperator,
        left: &Value,
        right: &Value,
    ) -> Result<Value> {
        match (operator, left, right) {
            (BinaryOperator::Add, Value::List(list), right) => {
                let items = self.collect(right)?;
                crate::memory::reserve(items.len() * size_of::<Value>())?;
                list.items_mut().extend(items);
                list.recount();
                Ok(left.clone())
            }
            (BinaryOperator::Multiply, Value::List(list), Value::Integer(_) | Value::Bool(_)) => {
                if let Some(Value::List(repeated)) = self.repeat(left, right)? {
                    let items = std::mem::take(&mut *repeated.items_mut());
                    let old = std::mem::replace(&mut *list.items_mut(), items);
                    drop(old);
                    list.recount();
                }
                Ok(left.clone())
            }
            (BinaryOperator::Or, Value::Dictionary(first), Value::Dictionary(second)) => {
                self.merge(first, second)?;
                Ok(left.clone())
            }
            (_, Value::Set(first), Value::Set(second)) => {
                self.update_set(operator, left, first, second)
            }
            (_, Value::Instance(_), _) => {
                let [_, _, method] = operator.methods();
                if let Some(method) = self.names.known(method)
                    && let Some(result) = self.call_special(left, method, vec![right.clone()])?
                    && !matches!(result, Value::NotImplemented)
                {
                    return Ok(result);
                }
                self.binary(operator, left, right)
            }
            _ => self.binary(operator, left, right),
        }
    }

    fn update_set(
        &mut self,
        operator: BinaryOperator,
        left: &Value,
        first: &Set,
        second: &Set,
    ) -> Result<Value> {
        match operator {
            BinaryOperator::Or => self.merge_set(first, second)?,
            BinaryOperator::Subtract => {
                for (_, member) in second.members() {
                    self.step()?;
                    self.remove_from_set(first, &member)?;
                }
            }
            _ => {
                let Some(set) = self.set_operation(operator, first, second)? else {
                    return Err(Raise::type_error(format!(
                        "unsupported operand type(s) for {}=: 'set' and 'set'",
                        operator.symbol()
                    )));
                };
                first.clear();
                self.merge_set(first, &set)?;
            }
        }
        Ok(left.clone())
    }

    /// Adds the keys and values of another dictionary.
    pub(crate) fn merge(&mut self, into: &Dictionary, other: &Dictionary) -> Result<()> {
        for (key, value) in other.entries() {
            self.step()?;
            self.put(into, key, value)?;
        }
        Ok(())
    }

    /// Adds the members of another set.
    pub(crate) fn merge_set(&mut self, into: &Set, other: &Set) -> Result<()> {
        into.expect(other.len())?;
        for (_, member) in other.members() {
            self.step()?;
            self.add_to_set(into, member)?;
        }
        Ok(())
    }

    /// `|`, `&`, `-`, `^` of sets, walking as `CPython` does, because that decides the order.
    pub(crate) fn set_operation(
        &mut self,
        operator: BinaryOperator,
        first: &Set,
        second: &Set,
    ) -> Result<Option<Set>> {
        self.charge_items(first.len() + second.len())?;
        Ok(Some(match operator {
            BinaryOperator::Or => {
                let joined = first.copied()?;
                self.merge_set(&joined, second)?;
                joined
            }
            BinaryOperator::And => {
                let (walked, asked) = if second.len() > first.len() {
                    (first, second)
                } else {
                    (second, first)
                };
                self.members_where(walked, asked, true)?
            }
            BinaryOperator::Subtract if first.len() >> 2 > second.len() => {
                let rest = first.copied()?;
                for (_, member) in second.members() {
                    self.remove_from_set(&rest, &member)?;
                }
                rest
            }
            BinaryOperator::Subtract => self.members_where(first, second, false)?,
            BinaryOperator::ExclusiveOr => {
                let either = second.copied()?;
                for (_, member) in first.members() {
                    if !self.remove_from_set(&either, &member)? {
                        self.add_to_set(&either, member)?;
                    }
                }
                either
            }
            _ => return Ok(None),
        }))
    }

    fn members_where(&mut self, walked: &Set, asked: &Set, is_in: bool) -> Result<Set> {
        let set = Set::default();
        for (_, member) in walked.members() {
            if self.is_in_set(asked, &member)? == is_in {
                self.add_to_set(&set, member)?;
            }
        }
        Ok(set)
    }
}

pub(crate) fn unsupported(operator: BinaryOperator, left: &Value, right: &Value) -> Raise {
    Raise::type_error(format!(
        "unsupported operand type(s) for {}: '{}' and '{}'",
        operator.symbol(),
        left.type_name(),
        right.type_name()
    ))
}
