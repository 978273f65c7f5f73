//! Expressions.

use ruff_python_ast::{self as ast, BoolOp, CmpOp, Expr, Number, Operator, UnaryOp};
use ruff_text_size::Ranged;

use super::refused::Refused;
use super::scope::ScopeKind;
use super::{Lowering, Parsed};
use crate::code::{
    Argument, BinaryOperator, Comparison, Element, Expression, Kind, Made, UnaryOperator,
};
use crate::value::Value;

impl Lowering<'_> {
    pub(super) fn expression(&mut self, written: &Expr) -> Parsed<Expression> {
        Ok(Expression {
            span: written.range(),
            kind: self.kind(written)?,
        })
    }

    fn boxed(&mut self, written: &Expr) -> Parsed<Box<Expression>> {
        self.expression(written).map(Box::new)
    }

    fn expressions(&mut self, written: &[Expr]) -> Parsed<Vec<Expression>> {
        written
            .iter()
            .map(|written| self.expression(written))
            .collect()
    }

    fn kind(&mut self, written: &Expr) -> Parsed<Kind> {
        Ok(match written {
            Expr::BoolOp(operation) => {
                let operands = self.expressions(&operation.values)?;
                if operation.op == BoolOp::And {
                    Kind::And(operands)
                } else {
                    Kind::Or(operands)
                }
            }
            Expr::Named(named) => return self.named(named),
            Expr::BinOp(operation) => {
                let operands = [
                    self.expression(&operation.left)?,
                    self.expression(&operation.right)?,
                ];
                Kind::Binary(binary(operation.op), Box::new(operands))
            }
            Expr::UnaryOp(operation) => return self.unary(operation),
            Expr::Lambda(lambda) => Kind::Lambda(self.lambda(lambda)?),
            Expr::If(choice) => Kind::If(Box::new([
                self.expression(&choice.test)?,
                self.expression(&choice.body)?,
                self.expression(&choice.orelse)?,
            ])),
            Expr::Dict(dictionary) => {
                let mut items = Vec::new();
                for item in &dictionary.items {
                    items.push((
                        self.optional(item.key.as_ref())?,
                        self.expression(&item.value)?,
                    ));
                }
                Kind::Dictionary(items)
            }
            Expr::Set(set) => Kind::Set(self.elements_of(&set.elts)?),
            Expr::List(list) => Kind::List(self.elements_of(&list.elts)?),
            Expr::Tuple(tuple) => Kind::Tuple(self.elements_of(&tuple.elts)?),
            Expr::ListComp(made) => {
                self.comprehension(Made::List, [Some(&made.elt), None], &made.generators)?
            }
            Expr::SetComp(made) => {
                self.comprehension(Made::Set, [Some(&made.elt), None], &made.generators)?
            }
            Expr::DictComp(made) => self.comprehension(
                Made::Dictionary,
                [made.key.as_deref(), Some(&made.value)],
                &made.generators,
            )?,
            Expr::Generator(made) => {
                self.comprehension(Made::Iterator, [Some(&made.elt), None], &made.generators)?
            }
            Expr::Compare(comparison) => self.comparison(comparison)?,
            Expr::Call(call) => self.call(call)?,
            Expr::FString(text) => self.formatted(text)?,
            Expr::StringLiteral(text) => Kind::Constant(Value::text(text.value.to_str())),
            Expr::NumberLiteral(number) => self.number(number)?,
            Expr::BooleanLiteral(literal) => Kind::Constant(Value::Bool(literal.value)),
            Expr::NoneLiteral(_) => Kind::Constant(Value::None),
            Expr::Attribute(attribute) => {
                Kind::Attribute(self.boxed(&attribute.value)?, self.symbol(&attribute.attr))
            }
            Expr::Subscript(item) => Kind::Item(Box::new([
                self.expression(&item.value)?,
                self.expression(&item.slice)?,
            ])),
            Expr::Name(name) => Kind::Name(self.place(&name.id)),
            Expr::Slice(slice) => Kind::Slice(Box::new([
                self.optional(slice.lower.as_deref())?,
                self.optional(slice.upper.as_deref())?,
                self.optional(slice.step.as_deref())?,
            ])),
            Expr::Starred(starred) => {
                return self.fail(starred, "can't use starred expression here");
            }
            Expr::BytesLiteral(_) => return self.refuse(written, Refused::Bytes),
            Expr::EllipsisLiteral(_) => return self.refuse(written, Refused::Ellipsis),
            Expr::Await(_) => return self.refuse(written, Refused::Async),
            Expr::Yield(_) | Expr::YieldFrom(_) => return self.refuse(written, Refused::Yield),
            Expr::TString(_) => return self.refuse(written, Refused::TemplateString),
            Expr::IpyEscapeCommand(_) => return self.refuse(written, Refused::Shell),
        })
    }

    fn named(&mut self, named: &ast::ExprNamed) -> Parsed<Kind> {
        let Expr::Name(name) = &*named.target else {
            return self.fail(&*named.target, "`:=` assigns to a name.");
        };
        let symbol = self.symbol(&name.id);
        let scope = self.scope();
        // In a comprehension the name would belong to the function around it.
        if scope.kind == ScopeKind::Function && !scope.is_bound(symbol) && scope.is_comprehension {
            return self.refuse(named, Refused::AssignedInComprehension);
        }
        Ok(Kind::Assigned(
            self.place(&name.id),
            self.boxed(&named.value)?,
        ))
    }

    fn unary(&mut self, operation: &ast::ExprUnaryOp) -> Parsed<Kind> {
        if operation.op == UnaryOp::USub
            && let Expr::NumberLiteral(number) = &*operation.operand
        {
            match &number.value {
                Number::Float(float) => return Ok(Kind::Constant(Value::Float(-float))),
                Number::Int(integer) if integer.to_string() == "9223372036854775808" => {
                    return Ok(Kind::Constant(Value::Integer(i64::MIN)));
                }
                Number::Int(_) | Number::Complex { .. } => {}
            }
        }
        let operand = self.boxed(&operation.operand)?;
        Ok(match operation.op {
            UnaryOp::Not => Kind::Not(operand),
            UnaryOp::USub => Kind::Unary(UnaryOperator::Minus, operand),
            UnaryOp::UAdd => Kind::Unary(UnaryOperator::Plus, operand),
            UnaryOp::Invert => Kind::Unary(UnaryOperator::Invert, operand),
        })
    }

    fn number(&mut self, number: &ast::ExprNumberLiteral) -> Parsed<Kind> {
        Ok(Kind::Constant(match &number.value {
            Number::Float(float) => Value::Float(*float),
            Number::Int(integer) => match integer.as_i64() {
                Some(integer) => Value::Integer(integer),
                None => {
                    let message = "this whole number is too large: in this Python they run from -2**63 to \
                                   2**63 - 1. Write it as a float, such as 1e20.";
                    return self.fail(number, message);
                }
            },
            Number::Complex { .. } => return self.refuse(number, Refused::Complex),
        }))
    }

    fn elements_of(&mut self, written: &[Expr]) -> Parsed<Vec<Element>> {
        let element = |element: &Expr| {
            Ok(match element {
                Expr::Starred(starred) => Element::All(self.expression(&starred.value)?),
                element => Element::One(self.expression(element)?),
            })
        };
        written.iter().map(element).collect()
    }

    fn comparison(&mut self, written: &ast::ExprCompare) -> Parsed<Kind> {
        let first = self.boxed(&written.left)?;
        let mut rest = Vec::new();
        for (operator, operand) in written.ops.iter().zip(&written.comparators) {
            rest.push((comparison(*operator), self.expression(operand)?));
        }
        Ok(Kind::Compare(first, rest))
    }

    fn call(&mut self, call: &ast::ExprCall) -> Parsed<Kind> {
        let mut arguments = Vec::new();
        for argument in &call.arguments.args {
            arguments.push(match argument {
                Expr::Starred(starred) => Argument::All(self.expression(&starred.value)?),
                argument => Argument::One(self.expression(argument)?),
            });
        }
        for keyword in &call.arguments.keywords {
            let value = self.expression(&keyword.value)?;
            arguments.push(match &keyword.arg {
                Some(name) => Argument::Named(self.symbol(name), value),
                None => Argument::AllNamed(value),
            });
        }
        Ok(match &*call.func {
            Expr::Attribute(attribute) => {
                let of = self.boxed(&attribute.value)?;
                Kind::CallMethod(of, self.symbol(&attribute.attr), arguments)
            }
            function => Kind::Call(self.boxed(function)?, arguments),
        })
    }
}

pub(super) fn binary(operator: Operator) -> BinaryOperator {
    match operator {
        Operator::Add => BinaryOperator::Add,
        Operator::Sub => BinaryOperator::Subtract,
        Operator::Mult => BinaryOperator::Multiply,
        Operator::MatMult => BinaryOperator::Matrix,
        Operator::Div => BinaryOperator::Divide,
        Operator::Mod => BinaryOperator::Remainder,
        Operator::Pow => BinaryOperator::Power,
        Operator::LShift => BinaryOperator::ShiftLeft,
        Operator::RShift => BinaryOperator::ShiftRight,
        Operator::BitOr => BinaryOperator::Or,
        Operator::BitXor => BinaryOperator::ExclusiveOr,
        Operator::BitAnd => BinaryOperator::And,
        Operator::FloorDiv => BinaryOperator::FloorDivide,
    }
}

fn comparison(operator: CmpOp) -> Comparison {
    match operator {
        CmpOp::Eq => Comparison::Equal,
        CmpOp::NotEq => Comparison::NotEqual,
        CmpOp::Lt => Comparison::Less,
        CmpOp::LtE => Comparison::LessOrEqual,
        CmpOp::Gt => Comparison::Greater,
        CmpOp::GtE => Comparison::GreaterOrEqual,
        CmpOp::Is => Comparison::Is,
        CmpOp::IsNot => Comparison::IsNot,
        CmpOp::In => Comparison::In,
        CmpOp::NotIn => Comparison::NotIn,
    }
}
