//! Statements.

use std::rc::Rc;

use ruff_python_ast::{self as ast, ExceptHandler, Expr, Stmt};
use ruff_text_size::Ranged;

use super::expression::binary;
use super::refused::Refused;
use super::scope::{Scope, ScopeKind};
use super::{Lowering, Parsed};
use crate::code::{Class, Expression, Handler, Statement, Step, Target};

impl Lowering<'_> {
    pub(super) fn statements(&mut self, written: &[Stmt]) -> Parsed<Vec<Statement>> {
        let mut statements = Vec::new();
        for statement in written {
            self.statement(statement, &mut statements)?;
        }
        Ok(statements)
    }

    fn statement(&mut self, written: &Stmt, into: &mut Vec<Statement>) -> Parsed<()> {
        let step = match written {
            Stmt::FunctionDef(function) => {
                let decorators = self.decorators(&function.decorator_list)?;
                let code = self.function(function)?;
                Step::Define(self.place(&function.name), code, decorators)
            }
            Stmt::ClassDef(class) => self.class(class)?,
            Stmt::Return(result) => {
                if self.scope().kind != ScopeKind::Function {
                    return self.fail(result, "'return' outside function");
                }
                Step::Return(self.optional(result.value.as_deref())?)
            }
            Stmt::Delete(delete) => Step::Delete(self.targets(&delete.targets)?),
            Stmt::Assign(assign) => {
                let value = self.expression(&assign.value)?;
                Step::Assign(self.targets(&assign.targets)?, value)
            }
            Stmt::AugAssign(update) => {
                let value = self.expression(&update.value)?;
                Step::Update(self.target(&update.target)?, binary(update.op), value)
            }
            Stmt::AnnAssign(annotated) => match &annotated.value {
                Some(value) => {
                    let value = self.expression(value)?;
                    Step::Assign(vec![self.target(&annotated.target)?], value)
                }
                None => Step::Pass,
            },
            Stmt::For(repeat) => self.repeat_for(repeat)?,
            Stmt::While(repeat) => {
                let test = self.expression(&repeat.test)?;
                let body = self.looped(&repeat.body)?;
                Step::While(test, body, self.statements(&repeat.orelse)?)
            }
            Stmt::If(choice) => self.choice(choice)?,
            Stmt::Raise(raise) => Step::Raise(
                self.optional(raise.exc.as_deref())?,
                self.optional(raise.cause.as_deref())?,
            ),
            Stmt::Try(attempt) => self.attempt(attempt)?,
            Stmt::Assert(assert) => {
                let test = self.expression(&assert.test)?;
                Step::Assert(test, self.optional(assert.msg.as_deref())?)
            }
            Stmt::Import(import) => return self.import(import, into),
            Stmt::ImportFrom(import) => return self.import_from(import, into),
            Stmt::Global(_) => return Ok(()),
            Stmt::Nonlocal(outer) => return self.check_outer(outer),
            Stmt::Expr(expression) => Step::Expression(self.expression(&expression.value)?),
            Stmt::Pass(_) => Step::Pass,
            Stmt::Break(_) | Stmt::Continue(_) if self.loops == 0 => {
                return self.fail(written, "'break' and 'continue' stand inside of loops");
            }
            Stmt::Break(_) => Step::Break,
            Stmt::Continue(_) => Step::Continue,
            Stmt::With(_) => return self.refuse(written, Refused::With),
            Stmt::Match(_) => return self.refuse(written, Refused::Match),
            Stmt::TypeAlias(_) => return self.refuse(written, Refused::TypeAlias),
            Stmt::IpyEscapeCommand(_) => return self.refuse(written, Refused::Shell),
        };
        into.push(Statement {
            span: written.range(),
            step,
        });
        Ok(())
    }

    fn targets(&mut self, written: &[Expr]) -> Parsed<Vec<Target>> {
        written.iter().map(|target| self.target(target)).collect()
    }

    fn decorators(&mut self, written: &[ast::Decorator]) -> Parsed<Vec<Expression>> {
        written
            .iter()
            .map(|decorator| self.expression(&decorator.expression))
            .collect()
    }

    fn looped(&mut self, body: &[Stmt]) -> Parsed<Vec<Statement>> {
        self.loops += 1;
        let body = self.statements(body);
        self.loops -= 1;
        body
    }

    fn repeat_for(&mut self, repeat: &ast::StmtFor) -> Parsed<Step> {
        if repeat.is_async {
            return self.refuse(repeat, Refused::Async);
        }
        let over = self.expression(&repeat.iter)?;
        let target = self.target(&repeat.target)?;
        let body = self.looped(&repeat.body)?;
        Ok(Step::For(
            target,
            over,
            body,
            self.statements(&repeat.orelse)?,
        ))
    }

    fn choice(&mut self, choice: &ast::StmtIf) -> Parsed<Step> {
        let mut branches = vec![(
            self.expression(&choice.test)?,
            self.statements(&choice.body)?,
        )];
        let mut otherwise = Vec::new();
        for clause in &choice.elif_else_clauses {
            match &clause.test {
                Some(test) => {
                    branches.push((self.expression(test)?, self.statements(&clause.body)?));
                }
                None => otherwise = self.statements(&clause.body)?,
            }
        }
        Ok(Step::If(branches, otherwise))
    }

    fn attempt(&mut self, attempt: &ast::StmtTry) -> Parsed<Step> {
        if attempt.is_star {
            return self.refuse(attempt, Refused::GroupExcept);
        }
        let body = self.statements(&attempt.body)?;
        let mut handlers = Vec::new();
        for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
            handlers.push(Handler {
                class: self.optional(handler.type_.as_deref())?,
                name: handler.name.as_ref().map(|name| self.place(name)),
                body: self.statements(&handler.body)?,
            });
        }
        let otherwise = self.statements(&attempt.orelse)?;
        Ok(Step::Try(
            body,
            handlers,
            otherwise,
            self.statements(&attempt.finalbody)?,
        ))
    }

    fn class(&mut self, class: &ast::StmtClassDef) -> Parsed<Step> {
        if let Some(parameters) = &class.type_params {
            return self.refuse(&**parameters, Refused::TypeParameters);
        }
        let decorators = self.decorators(&class.decorator_list)?;
        let mut bases = Vec::new();
        if let Some(arguments) = &class.arguments {
            if let Some(keyword) = arguments.keywords.first() {
                return self.refuse(keyword, Refused::ClassKeywords);
            }
            if arguments.args.len() > 1 {
                return self.refuse(&**arguments, Refused::Inheritance);
            }
            for base in &arguments.args {
                bases.push(self.expression(base)?);
            }
        }
        let loops = std::mem::take(&mut self.loops);
        self.scopes.push(Scope::new(ScopeKind::Class));
        self.bind_names(&class.body);
        let body = self.statements(&class.body)?;
        self.loops = loops;
        let name = self.symbol(&class.name);
        let code = Class {
            name,
            bases,
            variables: self.leave_scope(),
            body,
        };
        Ok(Step::Class(
            self.place(&class.name),
            Rc::new(code),
            decorators,
        ))
    }

    fn import(&mut self, import: &ast::StmtImport, into: &mut Vec<Statement>) -> Parsed<()> {
        for alias in &import.names {
            let module = self.symbol(&alias.name);
            let place = self.place(alias.asname.as_ref().unwrap_or(&alias.name));
            into.push(Statement {
                span: alias.range,
                step: Step::Import(module, place),
            });
        }
        Ok(())
    }

    fn import_from(
        &mut self,
        import: &ast::StmtImportFrom,
        into: &mut Vec<Statement>,
    ) -> Parsed<()> {
        let Some(module) = import.module.as_ref().filter(|_| import.level == 0) else {
            return self.refuse(import, Refused::ImportRelative);
        };
        let module = self.symbol(module);
        for alias in &import.names {
            if &*alias.name == "*" {
                return self.refuse(alias, Refused::ImportStar);
            }
            let name = self.symbol(&alias.name);
            let place = self.place(alias.asname.as_ref().unwrap_or(&alias.name));
            into.push(Statement {
                span: alias.range,
                step: Step::ImportFrom(module, name, place),
            });
        }
        Ok(())
    }

    fn check_outer(&mut self, outer: &ast::StmtNonlocal) -> Parsed<()> {
        for name in &outer.names {
            let symbol = self.symbol(name);
            let here = self.scopes.len() - 1;
            if self.slot_in(here, symbol).is_none() {
                return self.fail(name, format!("no binding for nonlocal '{name}' found"));
            }
        }
        Ok(())
    }
}
