//! From source text to the tree that runs.

mod bindings;
mod expression;
mod function;
mod nesting;
mod refused;
mod scope;
mod statement;
mod target;
mod text;

use std::rc::Rc;

use ruff_python_parser::parse_module;

use crate::Limits;
use crate::code::{Source, Span, Statement, Variables};
use crate::eval::Globals;
use crate::names::{Names, Symbol};
use refused::Refused;
use scope::{Scope, ScopeKind};

/// Why a text does not become a tree: a `SyntaxError`.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) span: Span,
    pub(crate) message: String,
}

type Parsed<Answer> = Result<Answer, Failure>;

/// A cell that can run.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) body: Vec<Statement>,
    pub(crate) variables: Variables,
}

/// Reads a cell.
pub(crate) fn parse(
    source: &Rc<Source>,
    limits: &Limits,
    names: &mut Names,
    globals: &mut Globals,
) -> Parsed<Program> {
    nesting::check(&source.text, limits)?;
    let parsed = parse_module(&source.text).map_err(|error| Failure {
        span: error.location,
        message: error.error.to_string(),
    })?;
    if let Some(error) = parsed.unsupported_syntax_errors().first() {
        return Err(Failure {
            span: error.range,
            message: error.to_string(),
        });
    }
    let mut lowering = Lowering {
        source,
        names,
        globals,
        scopes: vec![Scope::new(ScopeKind::Module)],
        loops: 0,
    };
    let body = lowering.statements(&parsed.syntax().body)?;
    let variables = lowering.leave_scope();
    Ok(Program { body, variables })
}

/// The walk over the parser's tree.
struct Lowering<'a> {
    source: &'a Rc<Source>,
    names: &'a mut Names,
    globals: &'a mut Globals,
    /// The functions and classes around the place, the outermost first.
    scopes: Vec<Scope>,
    /// Loops around the place in the function.
    loops: usize,
}

impl Lowering<'_> {
    fn symbol(&mut self, name: &str) -> Symbol {
        self.names.symbol(name)
    }

    fn fail<Answer>(
        &self,
        span: impl ruff_text_size::Ranged,
        message: impl Into<String>,
    ) -> Parsed<Answer> {
        Err(Failure {
            span: span.range(),
            message: message.into(),
        })
    }

    fn refuse<Answer>(
        &self,
        span: impl ruff_text_size::Ranged,
        refused: Refused,
    ) -> Parsed<Answer> {
        self.fail(span, refused.message())
    }
}
