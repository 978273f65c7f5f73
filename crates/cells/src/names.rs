//! Names as numbers, so that comparing them costs nothing.

use std::collections::BTreeMap;
use std::rc::Rc;

/// A name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Symbol(u32);

/// All names that were seen.
#[derive(Debug, Default)]
pub(crate) struct Names {
    symbols: BTreeMap<Rc<str>, Symbol>,
    texts: Vec<Rc<str>>,
}

impl Names {
    /// The symbol of a name.
    pub(crate) fn symbol(&mut self, text: &str) -> Symbol {
        if let Some(symbol) = self.symbols.get(text) {
            return *symbol;
        }
        let symbol = Symbol(self.texts.len() as u32);
        let text: Rc<str> = text.into();
        self.texts.push(Rc::clone(&text));
        self.symbols.insert(text, symbol);
        symbol
    }

    /// The symbol of a name that was seen before.
    pub(crate) fn known(&self, text: &str) -> Option<Symbol> {
        self.symbols.get(text).copied()
    }

    /// The name of a symbol.
    pub(crate) fn text(&self, symbol: Symbol) -> Rc<str> {
        Rc::clone(&self.texts[symbol.0 as usize])
    }
}
