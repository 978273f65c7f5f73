//! Comparisons and truth.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{Frame, Interpreter, number};
use crate::code::{Comparison, Expression};
use crate::raise::{Raise, Result};
use crate::value::{Dictionary, Set, Value, View, ViewKind};

impl Interpreter {
    /// Whether a value counts as true.
    pub(crate) fn truth(&mut self, value: &Value) -> Result<bool> {
        Ok(match value {
            Value::None => false,
            Value::Bool(truth) => *truth,
            Value::Integer(integer) => *integer != 0,
            Value::Float(float) => *float != 0.0,
            Value::Instance(_) => {
                if let Some(truth) = self.call_special(value, self.special.bool, Vec::new())? {
                    return match truth {
                        Value::Bool(truth) => Ok(truth),
                        other => Err(Raise::type_error(format!(
                            "__bool__ should return bool, returned {}",
                            other.type_name()
                        ))),
                    };
                }
                self.length(value)?.is_none_or(|length| length > 0)
            }
            // A node is an object like others: its numbers do not decide.
            Value::Node(_) => true,
            value => self.length(value)?.is_none_or(|length| length > 0),
        })
    }

    pub(super) fn comparisons(
        &mut self,
        frame: &mut Frame,
        first: &Expression,
        rest: &[(Comparison, Expression)],
    ) -> Result<Value> {
        let mut left = self.eval(frame, first)?;
        let mut result = Value::None;
        for (place, (comparison, right)) in rest.iter().enumerate() {
            let right = self.eval(frame, right)?;
            result = self.comparison(*comparison, &left, &right)?;
            if place + 1 < rest.len() && !self.truth(&result)? {
                break;
            }
            left = right;
        }
        Ok(result)
    }

    pub(crate) fn comparison(
        &mut self,
        comparison: Comparison,
        left: &Value,
        right: &Value,
    ) -> Result<Value> {
        Ok(Value::Bool(match comparison {
            Comparison::Is => left.is(right),
            Comparison::IsNot => !left.is(right),
            Comparison::In => self.contains(right, left)?,
            Comparison::NotIn => !self.contains(right, left)?,
            Comparison::Equal | Comparison::NotEqual => {
                return self.equality(comparison, left, right);
            }
            ordered => {
                if let (Value::Integer(left), Value::Integer(right)) = (left, right) {
                    return Ok(Value::Bool(holds(ordered, Some(left.cmp(right)))));
                }
                return self.order(ordered, left, right);
            }
        }))
    }

    fn equality(&mut self, comparison: Comparison, left: &Value, right: &Value) -> Result<Value> {
        let special = &self.special;
        let method = if comparison == Comparison::Equal {
            special.eq
        } else {
            special.ne
        };
        if matches!(left, Value::Instance(_)) || matches!(right, Value::Instance(_)) {
            for (of, other) in [(left, right), (right, left)] {
                if let Some(answer) = self.call_special(of, method, vec![other.clone()])?
                    && !matches!(answer, Value::NotImplemented)
                {
                    return Ok(answer);
                }
            }
        }
        let is_equal = self.equal(left, right)?;
        Ok(Value::Bool(is_equal == (comparison == Comparison::Equal)))
    }

    /// Whether two values are equal.
    pub(crate) fn equal(&mut self, left: &Value, right: &Value) -> Result<bool> {
        match (left, right) {
            (Value::Text(left), Value::Text(right)) => Ok(left.as_str() == right.as_str()),
            (Value::List(left), Value::List(right)) => {
                if left.len() != right.len() {
                    return Ok(false);
                }
                let (left, right) = (left.items().clone(), right.items().clone());
                self.all_equal(&left, &right)
            }
            (Value::Tuple(left), Value::Tuple(right)) => Ok(left.items().len()
                == right.items().len()
                && self.all_equal(left.items(), right.items())?),
            (Value::Dictionary(left), Value::Dictionary(right)) => {
                self.deeper(|deeper| deeper.equal_dictionaries(left, right))
            }
            (Value::Set(left), Value::Set(right)) => {
                Ok(left.len() == right.len() && self.is_subset(left, right)?)
            }
            (Value::View(left), Value::View(right)) => self.equal_views(left, right),
            (Value::Range(left), Value::Range(right)) => {
                let length = left.len();
                Ok(length == right.len()
                    && (length == 0
                        || (left.start == right.start && (length == 1 || left.step == right.step))))
            }
            (Value::Class(left), Value::Class(right)) => Ok(Rc::ptr_eq(left, right)),
            (Value::Method(left), Value::Method(right)) => {
                Ok(left.of.is(&right.of) && left.function.is(&right.function))
            }
            (Value::Instance(_), _) | (_, Value::Instance(_)) => {
                for (of, other) in [(left, right), (right, left)] {
                    if let Some(answer) =
                        self.call_special(of, self.special.eq, vec![other.clone()])?
                        && !matches!(answer, Value::NotImplemented)
                    {
                        return self.truth(&answer);
                    }
                }
                Ok(left.is(right))
            }
            _ => match number::compare(left, right) {
                Some(order) => Ok(order == Some(Ordering::Equal)),
                None => Ok(left.is(right)),
            },
        }
    }

    fn all_equal(&mut self, left: &[Value], right: &[Value]) -> Result<bool> {
        self.deeper(|deeper| {
            for (left, right) in left.iter().zip(right) {
                deeper.step()?;
                if !left.is(right) && !deeper.equal(left, right)? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }

    fn equal_dictionaries(&mut self, left: &Dictionary, right: &Dictionary) -> Result<bool> {
        if left.len() != right.len() {
            return Ok(false);
        }
        for (key, value) in left.entries() {
            self.step()?;
            match self.find(right, &key)? {
                Some(other) if value.is(&other) || self.equal(&value, &other)? => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    fn equal_views(&mut self, left: &View, right: &View) -> Result<bool> {
        if left.kind == ViewKind::Values
            || left.kind != right.kind
            || left.of.len() != right.of.len()
        {
            return Ok(Rc::ptr_eq(&left.of, &right.of) && left.kind == right.kind);
        }
        for (key, value) in left.of.entries() {
            match self.find(&right.of, &key)? {
                Some(other) if left.kind == ViewKind::Keys || self.equal(&value, &other)? => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Whether every member of `left` is one of `right`.
    pub(crate) fn is_subset(&mut self, left: &Set, right: &Set) -> Result<bool> {
        for (_, member) in left.members() {
            self.step()?;
            if !self.is_in_set(right, &member)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn order(&mut self, comparison: Comparison, left: &Value, right: &Value) -> Result<Value> {
        if let Some(order) = number::compare(left, right) {
            return Ok(Value::Bool(holds(comparison, order)));
        }
        match (left, right) {
            (Value::Text(left), Value::Text(right)) => Ok(Value::Bool(holds(
                comparison,
                Some(left.as_str().cmp(right.as_str())),
            ))),
            (Value::List(left), Value::List(right)) => {
                let (left, right) = (left.items().clone(), right.items().clone());
                self.order_sequences(comparison, &left, &right)
            }
            (Value::Tuple(left), Value::Tuple(right)) => {
                self.order_sequences(comparison, left.items(), right.items())
            }
            (Value::Set(left), Value::Set(right)) => {
                self.order_sets(comparison, left, right).map(Value::Bool)
            }
            _ => self.order_instances(comparison, left, right),
        }
    }

    fn order_sequences(
        &mut self,
        comparison: Comparison,
        left: &[Value],
        right: &[Value],
    ) -> Result<Value> {
        self.deeper(|deeper| {
            for (left, right) in left.iter().zip(right) {
                deeper.step()?;
                if !left.is(right) && !deeper.equal(left, right)? {
                    return deeper.comparison(comparison, left, right);
                }
            }
            Ok(Value::Bool(holds(
                comparison,
                Some(left.len().cmp(&right.len())),
            )))
        })
    }

    fn order_sets(
        &mut self,
        comparison: Comparison,
        left: &Rc<Set>,
        right: &Rc<Set>,
    ) -> Result<bool> {
        let (small, large) = match comparison {
            Comparison::Less | Comparison::LessOrEqual => (left, right),
            _ => (right, left),
        };
        let is_strict = matches!(comparison, Comparison::Less | Comparison::Greater);
        Ok(self.is_subset(small, large)? && (!is_strict || small.len() < large.len()))
    }

    fn order_instances(
        &mut self,
        comparison: Comparison,
        left: &Value,
        right: &Value,
    ) -> Result<Value> {
        let special = &self.special;
        let (symbol, method, mirrored) = match comparison {
            Comparison::Less => ("<", special.lt, special.gt),
            Comparison::LessOrEqual => ("<=", special.le, special.ge),
            Comparison::Greater => (">", special.gt, special.lt),
            _ => (">=", special.ge, special.le),
        };
        for (of, method, other) in [(left, method, right), (right, mirrored, left)] {
            if let Some(answer) = self.call_special(of, method, vec![other.clone()])?
                && !matches!(answer, Value::NotImplemented)
            {
                return Ok(answer);
            }
        }
        Err(Raise::type_error(format!(
            "'{symbol}' not supported between instances of '{}' and '{}'",
            left.type_name(),
            right.type_name()
        )))
    }

    /// Whether `left < right`, as sorting asks.
    pub(crate) fn is_less(&mut self, left: &Value, right: &Value) -> Result<bool> {
        let answer = self.comparison(Comparison::Less, left, right)?;
        self.truth(&answer)
    }
}

/// Whether a comparison holds for two values that stand so; nothing stands any way beside a NaN.
fn holds(comparison: Comparison, order: Option<Ordering>) -> bool {
    match comparison {
        Comparison::Less => order.is_some_and(Ordering::is_lt),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Greater => order.is_some_and(Ordering::is_gt),
        _ => order.is_some_and(Ordering::is_ge),
    }
}
