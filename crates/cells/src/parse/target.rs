//! What is assigned to.

use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

use super::{Lowering, Parsed};
use crate::code::{Target, TargetKind};

impl Lowering<'_> {
    pub(super) fn target(&mut self, written: &Expr) -> Parsed<Target> {
        let kind = match written {
            Expr::Name(name) => TargetKind::Name(self.place(&name.id)),
            Expr::Attribute(attribute) => {
                let of = self.expression(&attribute.value)?;
                TargetKind::Attribute(of, self.symbol(&attribute.attr))
            }
            Expr::Subscript(item) => {
                let of = self.expression(&item.value)?;
                TargetKind::Item(of, self.expression(&item.slice)?)
            }
            Expr::List(list) => self.several(&list.elts)?,
            Expr::Tuple(tuple) => self.several(&tuple.elts)?,
            _ => {
                return self.fail(
                    written,
                    "this cannot be assigned to. Write a name, an attribute or an item.",
                );
            }
        };
        Ok(Target {
            span: written.range(),
            kind,
        })
    }

    fn several(&mut self, written: &[Expr]) -> Parsed<TargetKind> {
        let mut targets = Vec::new();
        let mut rest = None;
        for (index, target) in written.iter().enumerate() {
            let Expr::Starred(starred) = target else {
                targets.push(self.target(target)?);
                continue;
            };
            if rest.replace(index).is_some() {
                return self.fail(target, "multiple starred expressions in assignment");
            }
            targets.push(self.target(&starred.value)?);
        }
        Ok(TargetKind::Several(targets, rest))
    }
}
