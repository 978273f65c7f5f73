//! Functions, lambdas and comprehensions: whatever has variables of its own.

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use super::refused::Refused;
use super::scope::{Scope, ScopeKind};
use super::{Lowering, Parsed};
use crate::code::{
    Clause, Comprehension, Expression, Function, Kind, Made, Parameters, Source, Statement, Step,
};

/// The name of every lambda.
const LAMBDA: &str = "<lambda>";

impl Lowering<'_> {
    /// A function as it is written.
    pub(super) fn function(&mut self, function: &ast::StmtFunctionDef) -> Parsed<Rc<Function>> {
        if function.is_async {
            return self.refuse(function, Refused::Async);
        }
        if let Some(parameters) = &function.type_params {
            return self.refuse(&**parameters, Refused::TypeParameters);
        }
        let [defaults, named_defaults] = self.defaults(&function.parameters)?;
        let loops = std::mem::take(&mut self.loops);
        self.scopes.push(Scope::new(ScopeKind::Function));
        let mut parameters = self.parameters(&function.parameters);
        self.bind_names(&function.body);
        let body = self.statements(&function.body)?;
        self.loops = loops;
        parameters.defaults = defaults.into_iter().flatten().collect();
        parameters.named_defaults = named_defaults;
        Ok(Rc::new(Function {
            name: self.symbol(&function.name),
            source: Rc::clone(self.source),
            parameters,
            variables: self.leave_scope(),
            body,
        }))
    }

    /// A lambda as it is written.
    pub(super) fn lambda(&mut self, lambda: &ast::ExprLambda) -> Parsed<Rc<Function>> {
        let [defaults, named_defaults] = match &lambda.parameters {
            Some(parameters) => self.defaults(parameters)?,
            None => [Vec::new(), Vec::new()],
        };
        self.scopes.push(Scope::new(ScopeKind::Function));
        let mut parameters = match &lambda.parameters {
            Some(parameters) => self.parameters(parameters),
            None => Parameters::default(),
        };
        let span = lambda.body.range();
        let body = self.expression(&lambda.body)?;
        parameters.defaults = defaults.into_iter().flatten().collect();
        parameters.named_defaults = named_defaults;
        Ok(Rc::new(Function {
            name: self.symbol(LAMBDA),
            source: Rc::clone(self.source),
            parameters,
            variables: self.leave_scope(),
            body: vec![Statement {
                span,
                step: Step::Return(Some(body)),
            }],
        }))
    }

    /// The defaults of the parameters by position and of those by name, computed outside of the function.
    fn defaults(&mut self, parameters: &ast::Parameters) -> Parsed<[Vec<Option<Expression>>; 2]> {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let positional = positional
            .map(|parameter| self.optional(parameter.default.as_deref()))
            .collect::<Parsed<_>>()?;
        let named = parameters.kwonlyargs.iter();
        let named = named
            .map(|parameter| self.optional(parameter.default.as_deref()))
            .collect::<Parsed<_>>()?;
        Ok([positional, named])
    }

    /// The slots of the parameters, in the innermost scope.
    fn parameters(&mut self, written: &ast::Parameters) -> Parameters {
        let mut parameters = Parameters {
            nameless: written.posonlyargs.len(),
            ..Parameters::default()
        };
        for parameter in written.posonlyargs.iter().chain(&written.args) {
            let name = self.symbol(parameter.name());
            self.scope().bind(name);
            parameters.positional.push(name);
        }
        for parameter in &written.kwonlyargs {
            let name = self.symbol(parameter.name());
            let slot = self.scope().bind(name);
            parameters.named.push((name, slot));
        }
        for (rest, parameter) in [
            (&mut parameters.rest, &written.vararg),
            (&mut parameters.named_rest, &written.kwarg),
        ] {
            if let Some(parameter) = parameter {
                let name = self.names.symbol(&parameter.name);
                let last = self.scopes.len() - 1;
                *rest = Some(self.scopes[last].bind(name));
            }
        }
        parameters
    }

    /// A comprehension: a function of what its first clause runs over.
    pub(super) fn comprehension(
        &mut self,
        made: Made,
        [element, value]: [Option<&ast::Expr>; 2],
        clauses: &[ast::Comprehension],
    ) -> Parsed<Kind> {
        let over = self.expression(&clauses[0].iter)?;
        self.scopes.push(Scope::new(ScopeKind::Function));
        self.scope().is_comprehension = true;
        self.bind_targets(clauses);
        let mut lowered = Vec::new();
        for (index, clause) in clauses.iter().enumerate() {
            if clause.is_async {
                return self.refuse(clause, Refused::Async);
            }
            let over = if index == 0 {
                None
            } else {
                Some(self.expression(&clause.iter)?)
            };
            let target = self.target(&clause.target)?;
            let conditions = clause
                .ifs
                .iter()
                .map(|condition| self.expression(condition))
                .collect::<Parsed<_>>()?;
            lowered.push(Clause {
                target,
                over,
                conditions,
            });
        }
        let element = match element {
            Some(element) => self.expression(element)?,
            None => Expression {
                span: clauses[0].range,
                kind: Kind::Tuple(Vec::new()),
            },
        };
        let value = self.optional(value)?;
        let variables = self.leave_scope();
        let source: Rc<Source> = Rc::clone(self.source);
        let comprehension = Comprehension {
            made,
            element,
            value,
            clauses: lowered,
            variables,
            source,
        };
        Ok(Kind::Comprehension(Rc::new(comprehension), Box::new(over)))
    }

    pub(super) fn optional(
        &mut self,
        expression: Option<&ast::Expr>,
    ) -> Parsed<Option<Expression>> {
        expression
            .map(|expression| self.expression(expression))
            .transpose()
    }
}
