//! Comprehensions and generator expressions.

use std::rc::Rc;

use super::{Frame, Interpreter};
use crate::code::{Comprehension, Made};
use crate::raise::Result;
use crate::value::{Dictionary, Generator, List, Set, Source, Value};

impl Interpreter {
    pub(super) fn comprehension(
        &mut self,
        frame: &mut Frame,
        code: &Rc<Comprehension>,
        over: &Value,
    ) -> Result<Value> {
        let first = self.iterate(over)?;
        let inner = Frame::inside(frame, &code.source, &code.variables);
        let mut generator = Generator {
            code: Rc::clone(code),
            frame: inner,
            open: vec![first],
        };
        match code.made {
            Made::Iterator => Ok(Value::iterator(Source::Generator(Box::new(generator)))),
            Made::List => {
                let list = List::default();
                while let Some((element, _)) = self.advance(&mut generator)? {
                    list.push(element)?;
                }
                Ok(Value::List(Rc::new(list)))
            }
            Made::Set => {
                let set = Set::default();
                while let Some((element, _)) = self.advance(&mut generator)? {
                    self.add_to_set(&set, element)?;
                }
                Ok(Value::Set(Rc::new(set)))
            }
            Made::Dictionary => {
                let dictionary = Dictionary::default();
                while let Some((key, value)) = self.advance(&mut generator)? {
                    self.put(&dictionary, key, value.unwrap_or(Value::None))?;
                }
                Ok(Value::Dictionary(Rc::new(dictionary)))
            }
        }
    }

    /// The next element, and the value that belongs to it in a dictionary.
    pub(super) fn advance(
        &mut self,
        generator: &mut Generator,
    ) -> Result<Option<(Value, Option<Value>)>> {
        let code = Rc::clone(&generator.code);
        while let Some(iterator) = generator.open.last().cloned() {
            self.step()?;
            let Some(value) = self.next(&iterator)? else {
                generator.open.pop();
                continue;
            };
            let frame = &mut generator.frame;
            let clause = &code.clauses[generator.open.len() - 1];
            self.assign(frame, &clause.target, value)?;
            let mut is_in = true;
            for condition in &clause.conditions {
                is_in = is_in && self.test(frame, condition)?;
            }
            if !is_in {
                continue;
            }
            if let Some(over) = code
                .clauses
                .get(generator.open.len())
                .and_then(|clause| clause.over.as_ref())
            {
                let over = self.eval(frame, over)?;
                generator.open.push(self.iterate(&over)?);
                continue;
            }
            let element = self.eval(frame, &code.element)?;
            let value = match &code.value {
                Some(value) => Some(self.eval(frame, value)?),
                None => None,
            };
            return Ok(Some((element, value)));
        }
        Ok(None)
    }
}
