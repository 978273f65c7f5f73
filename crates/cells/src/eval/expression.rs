//! Expressions.

use std::rc::Rc;

use super::{Frame, Interpreter};
use crate::code::{Argument, Element, Expression, Kind, Piece, UnaryOperator};
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Dictionary, Set, Slice, Type, Value};

impl Interpreter {
    /// The value of an expression.
    pub(crate) fn eval(&mut self, frame: &mut Frame, expression: &Expression) -> Result<Value> {
        let value = match self.go_down().and_then(|()| self.step()) {
            Ok(()) => self.compute(frame, &expression.kind),
            Err(raise) => Err(raise),
        };
        self.come_up();
        match value {
            Ok(value) => Ok(value),
            Err(raise) => Err(raise.at(|| self.passed(frame, expression.span))),
        }
    }

    fn compute(&mut self, frame: &mut Frame, kind: &Kind) -> Result<Value> {
        match kind {
            Kind::Constant(value) => Ok(value.clone()),
            Kind::Name(place) => self.load(frame, *place),
            Kind::Binary(operator, operands) => {
                let left = self.eval(frame, &operands[0])?;
                let right = self.eval(frame, &operands[1])?;
                self.binary(*operator, &left, &right)
            }
            Kind::Compare(first, rest) => self.comparisons(frame, first, rest),
            Kind::Call(function, arguments) => {
                let function = self.eval(frame, function)?;
                if matches!(function, Value::Type(Type::Super)) && arguments.is_empty() {
                    return self.super_here(frame);
                }
                let arguments = self.arguments(frame, None, arguments)?;
                self.call(&function, arguments)
            }
            Kind::CallMethod(of, name, arguments) => {
                let of = self.eval(frame, of)?;
                self.call_method(frame, of, *name, arguments)
            }
            Kind::Attribute(of, name) => {
                let of = self.eval(frame, of)?;
                self.attribute(&of, *name)
            }
            Kind::Item(parts) => {
                let of = self.eval(frame, &parts[0])?;
                let key = self.eval(frame, &parts[1])?;
                self.item(&of, &key)
            }
            Kind::Unary(operator, operand) => {
                let operand = self.eval(frame, operand)?;
                self.unary(*operator, &operand)
            }
            Kind::Not(operand) => Ok(Value::Bool(!self.test(frame, operand)?)),
            Kind::If(parts) => {
                let chosen = if self.test(frame, &parts[0])? {
                    &parts[1]
                } else {
                    &parts[2]
                };
                self.eval(frame, chosen)
            }
            Kind::And(operands) => self.chain(frame, operands, false),
            Kind::Or(operands) => self.chain(frame, operands, true),
            Kind::List(elements) => Ok(Value::list(self.elements(frame, elements)?)),
            Kind::Tuple(elements) => Ok(Value::tuple(self.elements(frame, elements)?)),
            other => self.compute_rarer(frame, other),
        }
    }

    #[inline(never)]
    fn compute_rarer(&mut self, frame: &mut Frame, kind: &Kind) -> Result<Value> {
        match kind {
            Kind::Set(elements) => self.set(frame, elements),
            Kind::Dictionary(items) => self.dictionary(frame, items),
            Kind::Formatted(pieces) => Ok(Value::text(self.formatted(frame, pieces)?)),
            Kind::Slice(bounds) => {
                let [start, stop, step] = &**bounds;
                Ok(Value::Slice(Rc::new(Slice {
                    start: self.bound(frame, start.as_ref())?,
                    stop: self.bound(frame, stop.as_ref())?,
                    step: self.bound(frame, step.as_ref())?,
                })))
            }
            Kind::Lambda(code) => self.make_function(frame, code),
            Kind::Comprehension(code, over) => {
                let over = self.eval(frame, over)?;
                self.comprehension(frame, code, &over)
            }
            Kind::Assigned(place, value) => {
                let value = self.eval(frame, value)?;
                self.store(frame, *place, value.clone());
                Ok(value)
            }
            _ => Ok(Value::None),
        }
    }

    fn bound(&mut self, frame: &mut Frame, bound: Option<&Expression>) -> Result<Value> {
        bound.map_or(Ok(Value::None), |bound| self.eval(frame, bound))
    }

    /// `and` and `or`: the first operand whose truth decides, or the last.
    fn chain(
        &mut self,
        frame: &mut Frame,
        operands: &[Expression],
        decides: bool,
    ) -> Result<Value> {
        let mut last = Value::None;
        for (place, operand) in operands.iter().enumerate() {
            last = self.eval(frame, operand)?;
            if place + 1 < operands.len() && self.truth(&last)? == decides {
                break;
            }
        }
        Ok(last)
    }

    fn elements(&mut self, frame: &mut Frame, elements: &[Element]) -> Result<Vec<Value>> {
        let mut values = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                Element::One(value) => values.push(self.eval(frame, value)?),
                Element::All(all) => {
                    let all = self.eval(frame, all)?;
                    values.extend(self.collect(&all)?);
                }
            }
        }
        Ok(values)
    }

    fn set(&mut self, frame: &mut Frame, elements: &[Element]) -> Result<Value> {
        let set = Set::default();
        for value in self.elements(frame, elements)? {
            self.add_to_set(&set, value)?;
        }
        // `CPython` copies a set of three constants or more, which decides its order.
        let is_constant = |element: &Element| matches!(element, Element::One(one) if matches!(one.kind, Kind::Constant(_)));
        let set = if elements.len() > 2 && elements.iter().all(is_constant) {
            set.copied()?
        } else {
            set
        };
        Ok(Value::Set(Rc::new(set)))
    }

    fn dictionary(
        &mut self,
        frame: &mut Frame,
        items: &[(Option<Expression>, Expression)],
    ) -> Result<Value> {
        let dictionary = Dictionary::default();
        for (key, value) in items {
            let Some(key) = key else {
                match self.eval(frame, value)? {
                    Value::Dictionary(other) => {
                        for (key, value) in other.entries() {
                            self.put(&dictionary, key, value)?;
                        }
                    }
                    other => {
                        return Err(Raise::type_error(format!(
                            "'{}' object is not a mapping",
                            other.type_name()
                        )));
                    }
                }
                continue;
            };
            let key = self.eval(frame, key)?;
            let value = self.eval(frame, value)?;
            self.put(&dictionary, key, value)?;
        }
        Ok(Value::Dictionary(Rc::new(dictionary)))
    }

    /// The text of an f-string.
    fn formatted(&mut self, frame: &mut Frame, pieces: &[Piece]) -> Result<String> {
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(literal) => text.push_str(literal),
                Piece::Value(value, conversion, specification) => {
                    let value = self.eval(frame, value)?;
                    let specification = self.formatted(frame, specification)?;
                    text.push_str(&self.converted(&value, *conversion, &specification)?);
                }
            }
        }
        Ok(text)
    }

    /// A value after its conversion (`r`, `s`, `a`), formatted.
    pub(crate) fn converted(
        &mut self,
        value: &Value,
        conversion: Option<char>,
        specification: &str,
    ) -> Result<String> {
        let value = match conversion {
            Some('r') => Value::text(self.repr(value)?),
            Some('a') => Value::text(super::print::ascii(&self.repr(value)?)),
            Some('s') => Value::text(&*self.str(value)?),
            _ => value.clone(),
        };
        self.format(&value, specification)
    }

    /// The values of arguments, after the object that a method belongs to.
    pub(super) fn arguments(
        &mut self,
        frame: &mut Frame,
        first: Option<Value>,
        written: &[Argument],
    ) -> Result<Arguments> {
        let mut positional = Vec::with_capacity(written.len() + 1);
        positional.extend(first);
        let mut arguments = Arguments::of(positional);
        for argument in written {
            match argument {
                Argument::One(value) => {
                    let value = self.eval(frame, value)?;
                    arguments.positional.push(value);
                }
                Argument::All(values) => {
                    let values = self.eval(frame, values)?;
                    arguments.positional.extend(self.collect(&values)?);
                }
                Argument::Named(name, value) => {
                    let value = self.eval(frame, value)?;
                    arguments.named.push((*name, value));
                }
                Argument::AllNamed(values) => {
                    let values = self.eval(frame, values)?;
                    self.add_named(&mut arguments, &values)?;
                }
            }
        }
        Ok(arguments)
    }

    fn add_named(&mut self, arguments: &mut Arguments, values: &Value) -> Result<()> {
        let Value::Dictionary(dictionary) = values else {
            let message = format!(
                "argument after ** must be a mapping, not {}",
                values.type_name()
            );
            return Err(Raise::type_error(message));
        };
        for (key, value) in dictionary.entries() {
            let Value::Text(name) = key else {
                return Err(Raise::type_error("keywords must be strings"));
            };
            let name = self.names.symbol(name.as_str());
            if arguments.named.iter().any(|(given, _)| *given == name) {
                let name = self.names.text(name);
                return Err(Raise::type_error(format!(
                    "got multiple values for keyword argument '{name}'"
                )));
            }
            arguments.named.push((name, value));
        }
        Ok(())
    }

    pub(super) fn unary(&mut self, operator: UnaryOperator, operand: &Value) -> Result<Value> {
        let (symbol, method) = match operator {
            UnaryOperator::Minus => ("-", self.special.neg),
            UnaryOperator::Plus => ("+", self.special.pos),
            UnaryOperator::Invert => ("~", self.special.invert),
        };
        match (operator, operand) {
            (UnaryOperator::Minus, Value::Integer(integer)) => integer
                .checked_neg()
                .map(Value::Integer)
                .ok_or_else(Raise::too_large),
            (UnaryOperator::Minus, Value::Float(float)) => Ok(Value::Float(-float)),
            (UnaryOperator::Minus, Value::Bool(truth)) => Ok(Value::Integer(-i64::from(*truth))),
            (UnaryOperator::Plus, Value::Integer(_) | Value::Float(_) | Value::Node(_)) => {
                Ok(operand.clone())
            }
            (UnaryOperator::Plus, Value::Bool(truth)) => Ok(Value::Integer(i64::from(*truth))),
            (UnaryOperator::Invert, Value::Integer(integer)) => Ok(Value::Integer(!integer)),
            (UnaryOperator::Invert, Value::Bool(truth)) => Ok(Value::Integer(!i64::from(*truth))),
            (UnaryOperator::Minus, Value::Node(node)) => {
                crate::library::node::unary(self, "neg", node)
            }
            (_, Value::Instance(_)) => match self.call_special(operand, method, Vec::new())? {
                Some(value) => Ok(value),
                None => Err(bad_operand(symbol, operand)),
            },
            _ => Err(bad_operand(symbol, operand)),
        }
    }
}

fn bad_operand(symbol: &str, operand: &Value) -> Raise {
    Raise::type_error(format!(
        "bad operand type for unary {symbol}: '{}'",
        operand.type_name()
    ))
}
