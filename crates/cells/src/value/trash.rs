//! Dropping values without recursion: a list in a list in a list, a million deep, must not overflow the stack.

use std::cell::{Cell, RefCell};

use super::Value;

thread_local! {
    static WAITING: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
    static IS_DROPPING: Cell<bool> = const { Cell::new(false) };
}

/// Drops values: at once, or, if one that held them is just being dropped, after that.
pub(super) fn discard(values: impl IntoIterator<Item = Value>) {
    let mut values = values.into_iter().filter(holds_others).peekable();
    if values.peek().is_none() {
        return;
    }
    WAITING.with_borrow_mut(|waiting| waiting.extend(values));
    if IS_DROPPING.replace(true) {
        return;
    }
    while let Some(value) = WAITING.with_borrow_mut(Vec::pop) {
        drop(value);
    }
    IS_DROPPING.set(false);
}

/// Whether dropping it may drop other values.
fn holds_others(value: &Value) -> bool {
    !matches!(
        value,
        Value::None
            | Value::NotImplemented
            | Value::Bool(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Text(_)
            | Value::Range(_)
            | Value::Builtin(_)
            | Value::Operation(_)
            | Value::Type(_)
            | Value::Module(_)
            | Value::Node(_)
    )
}
