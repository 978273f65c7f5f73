//! Assigning, updating and deleting.

use super::{Frame, Interpreter};
use crate::code::{BinaryOperator, Expression, Place, Target, TargetKind};
use crate::names::Symbol;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::Value;

impl Interpreter {
    pub(super) fn assign(
        &mut self,
        frame: &mut Frame,
        target: &Target,
        value: Value,
    ) -> Result<()> {
        let done = match &target.kind {
            TargetKind::Name(place) => {
                self.store(frame, *place, value);
                return Ok(());
            }
            TargetKind::Attribute(of, name) => {
                let of = self.eval(frame, of)?;
                self.set_attribute(&of, *name, value)
            }
            TargetKind::Item(of, key) => {
                let (of, key) = (self.eval(frame, of)?, self.eval(frame, key)?);
                self.set_item(&of, &key, value)
            }
            TargetKind::Several(targets, rest) => self.unpack(frame, targets, *rest, &value),
        };
        done.map_err(|raise| raise.at(|| self.passed(frame, target.span)))
    }

    /// Puts a value where a name stands.
    pub(super) fn store(&mut self, frame: &mut Frame, place: Place, value: Value) {
        match place {
            Place::Slot(slot, _) => frame.slots[slot].set(value),
            Place::Global(place) => self.globals.set(place, value),
            Place::Member(name, _) => {
                match frame.members.iter_mut().find(|(member, _)| *member == name) {
                    Some((_, member)) => *member = value,
                    None => frame.members.push((name, value)),
                }
            }
        }
    }

    fn unpack(
        &mut self,
        frame: &mut Frame,
        targets: &[Target],
        rest: Option<usize>,
        value: &Value,
    ) -> Result<()> {
        let values = self.unpacked(value, targets.len(), rest)?;
        for (target, value) in targets.iter().zip(values) {
            self.assign(frame, target, value)?;
        }
        Ok(())
    }

    /// The values of `value`, one for each target; the target `rest` gets a list.
    fn unpacked(
        &mut self,
        value: &Value,
        targets: usize,
        rest: Option<usize>,
    ) -> Result<Vec<Value>> {
        let mut values = match value {
            Value::Tuple(tuple) => tuple.items().to_vec(),
            Value::List(list) => list.items().clone(),
            value => {
                let iterator = self.iterate(value).map_err(|raise| {
                    if matches!(value, Value::Instance(_)) {
                        return raise;
                    }
                    Raise::type_error(format!(
                        "cannot unpack non-iterable {} object",
                        value.type_name()
                    ))
                })?;
                let most = if rest.is_some() {
                    usize::MAX
                } else {
                    targets + 1
                };
                self.take(&iterator, most)?
            }
        };
        let Some(rest) = rest else {
            return match values.len() {
                given if given == targets => Ok(values),
                given if given > targets => Err(Raise::value_error(format!(
                    "too many values to unpack (expected {targets})"
                ))),
                given => Err(Raise::value_error(format!(
                    "not enough values to unpack (expected {targets}, got {given})"
                ))),
            };
        };
        let needed = targets - 1;
        let Some(surplus) = values.len().checked_sub(needed) else {
            return Err(Raise::value_error(format!(
                "not enough values to unpack (expected at least {needed}, got {})",
                values.len()
            )));
        };
        let middle: Vec<Value> = values.drain(rest..rest + surplus).collect();
        values.insert(rest, Value::list(middle));
        Ok(values)
    }

    pub(super) fn update(
        &mut self,
        frame: &mut Frame,
        target: &Target,
        operator: BinaryOperator,
        operand: &Expression,
    ) -> Result<()> {
        let at = |interpreter: &Self, frame: &Frame, raise: Raise| {
            raise.at(|| interpreter.passed(frame, target.span))
        };
        match &target.kind {
            TargetKind::Name(place) => {
                let old = self
                    .load(frame, *place)
                    .map_err(|raise| at(self, frame, raise))?;
                let operand = self.eval(frame, operand)?;
                let new = self
                    .updated(operator, &old, &operand)
                    .map_err(|raise| at(self, frame, raise))?;
                self.store(frame, *place, new);
            }
            TargetKind::Attribute(of, name) => {
                let of = self.eval(frame, of)?;
                let old = self
                    .attribute(&of, *name)
                    .map_err(|raise| at(self, frame, raise))?;
                let operand = self.eval(frame, operand)?;
                let new = self
                    .updated(operator, &old, &operand)
                    .map_err(|raise| at(self, frame, raise))?;
                self.set_attribute(&of, *name, new)
                    .map_err(|raise| at(self, frame, raise))?;
            }
            TargetKind::Item(of, key) => {
                let (of, key) = (self.eval(frame, of)?, self.eval(frame, key)?);
                let old = self
                    .item(&of, &key)
                    .map_err(|raise| at(self, frame, raise))?;
                let operand = self.eval(frame, operand)?;
                let new = self
                    .updated(operator, &old, &operand)
                    .map_err(|raise| at(self, frame, raise))?;
                self.set_item(&of, &key, new)
                    .map_err(|raise| at(self, frame, raise))?;
            }
            TargetKind::Several(..) => {
                return Err(Raise::new(
                    ErrorKind::SyntaxError,
                    "several targets cannot be updated at once",
                ));
            }
        }
        Ok(())
    }

    pub(super) fn delete(&mut self, frame: &mut Frame, target: &Target) -> Result<()> {
        let done = match &target.kind {
            TargetKind::Name(place) => self.delete_name(frame, *place),
            TargetKind::Attribute(of, name) => {
                let of = self.eval(frame, of)?;
                self.delete_attribute(&of, *name)
            }
            TargetKind::Item(of, key) => {
                let (of, key) = (self.eval(frame, of)?, self.eval(frame, key)?);
                self.delete_item(&of, &key)
            }
            TargetKind::Several(targets, _) => targets
                .iter()
                .try_for_each(|target| self.delete(frame, target)),
        };
        done.map_err(|raise| raise.at(|| self.passed(frame, target.span)))
    }

    fn delete_name(&mut self, frame: &mut Frame, place: Place) -> Result<()> {
        let was_there = match place {
            Place::Slot(slot, _) => frame.slots[slot].clear(),
            Place::Global(place) => self.globals.remove(place),
            Place::Member(name, _) => {
                let at = frame.members.iter().position(|(member, _)| *member == name);
                at.map(|at| frame.members.remove(at)).is_some()
            }
        };
        if was_there {
            Ok(())
        } else {
            Err(self.no_name(frame, place))
        }
    }

    /// The value of a name.
    #[inline]
    pub(super) fn load(&mut self, frame: &Frame, place: Place) -> Result<Value> {
        let value = match place {
            Place::Slot(slot, _) => frame.slots[slot].get(),
            Place::Global(place) => self.globals.get(place).cloned(),
            Place::Member(name, global) => {
                let member = frame.members.iter().find(|(member, _)| *member == name);
                member
                    .map(|(_, value)| value.clone())
                    .or_else(|| self.globals.get(global).cloned())
            }
        };
        value.ok_or_else(|| self.no_name(frame, place))
    }

    #[cold]
    fn no_name(&self, frame: &Frame, place: Place) -> Raise {
        match place {
            Place::Slot(_, name) => {
                let name = self.names.text(name);
                let message = format!(
                    "cannot access local variable '{name}' where it is not associated with a value"
                );
                Raise::new(ErrorKind::UnboundLocalError, message)
            }
            Place::Global(place) => self.unknown_name(frame, self.globals.name(place)),
            Place::Member(name, _) => self.unknown_name(frame, name),
        }
    }

    fn unknown_name(&self, frame: &Frame, name: Symbol) -> Raise {
        let name = self.names.text(name);
        if let Some(instead) = crate::builtins::absent(&name) {
            let message =
                format!("name '{name}' is not defined: it is not part of this Python. {instead}");
            return Raise::new(ErrorKind::NameError, message);
        }
        let local: Vec<_> = frame
            .function
            .iter()
            .flat_map(|function| &function.code.variables.names)
            .collect();
        let local = local
            .into_iter()
            .map(|name| self.names.text(*name).to_string());
        let given = self
            .globals
            .given()
            .map(|(name, _)| self.names.text(name).to_string());
        let natives = self.globals.natives().map(str::to_owned);
        let meant = crate::suggest::nearest(&name, local.chain(given).chain(natives));
        Raise::new(
            ErrorKind::NameError,
            format!("name '{name}' is not defined"),
        )
        .meant(meant)
    }
}
