//! Running the tree.

mod assign;
mod attempt;
mod attribute;
mod call;
mod class;
mod compare;
mod comprehension;
mod errors;
mod expression;
mod format;
mod frame;
mod globals;
mod interpreter;
mod item;
mod iterate;
mod keys;
mod number;
mod operator;
mod print;
mod sequence;
mod special;
mod statement;

pub(crate) use errors::frame as report_frame;
pub(crate) use frame::{Frame, Slot};
pub(crate) use globals::Globals;
pub(crate) use interpreter::{Interpreter, Setting};
