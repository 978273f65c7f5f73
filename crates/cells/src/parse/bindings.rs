//! Which names a function or a class makes its own: those that it assigns to anywhere.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Comprehension, ExceptHandler, Expr, ExprContext, Identifier, Stmt};

use super::Lowering;

impl Lowering<'_> {
    /// Binds the names that the statements assign to in the innermost scope.
    pub(super) fn bind_names(&mut self, body: &[Stmt]) {
        let mut bindings = Bindings::default();
        bindings.visit_body(body);
        for name in bindings.names {
            let symbol = self.symbol(&name);
            self.scope().bind(symbol);
        }
        for name in bindings.global {
            let symbol = self.symbol(&name);
            self.scope().declare_global(symbol);
        }
        for name in bindings.outer {
            let symbol = self.symbol(&name);
            self.scope().declare_outer(symbol);
        }
    }

    /// Binds the names of the targets of a comprehension.
    pub(super) fn bind_targets(&mut self, clauses: &[Comprehension]) {
        let mut bindings = Bindings::default();
        for clause in clauses {
            bindings.visit_expr(&clause.target);
        }
        for name in bindings.names {
            let symbol = self.symbol(&name);
            self.scope().bind(symbol);
        }
    }
}

#[derive(Default)]
struct Bindings {
    names: Vec<String>,
    global: Vec<String>,
    outer: Vec<String>,
}

impl Bindings {
    fn add(&mut self, name: &Identifier) {
        self.names.push(name.to_string());
    }
}

impl<'a> Visitor<'a> for Bindings {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => self.add(&function.name),
            Stmt::ClassDef(class) => self.add(&class.name),
            Stmt::Global(global) => self
                .global
                .extend(global.names.iter().map(ToString::to_string)),
            Stmt::Nonlocal(outer) => self
                .outer
                .extend(outer.names.iter().map(ToString::to_string)),
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.add(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.add(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::Try(attempt) => {
                for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
                    if let Some(name) = &handler.name {
                        self.add(name);
                    }
                }
                visitor::walk_stmt(self, statement);
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) if name.ctx == ExprContext::Store || name.ctx == ExprContext::Del => {
                self.names.push(name.id.to_string());
            }
            Expr::Lambda(_)
            | Expr::ListComp(_)
            | Expr::SetComp(_)
            | Expr::DictComp(_)
            | Expr::Generator(_) => {}
            _ => visitor::walk_expr(self, expression),
        }
    }
}
