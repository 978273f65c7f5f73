//! Strings and f-strings.

use ruff_python_ast::{
    ConversionFlag, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement,
};

use super::{Lowering, Parsed};
use crate::code::{Kind, Piece};

impl Lowering<'_> {
    pub(super) fn formatted(&mut self, text: &ExprFString) -> Parsed<Kind> {
        let mut pieces = Vec::new();
        for part in &text.value {
            match part {
                FStringPart::Literal(literal) => pieces.push(Piece::Text((&*literal.value).into())),
                FStringPart::FString(text) => self.elements(text.elements.iter(), &mut pieces)?,
            }
        }
        Ok(Kind::Formatted(pieces))
    }

    fn elements<'a>(
        &mut self,
        elements: impl Iterator<Item = &'a InterpolatedStringElement>,
        pieces: &mut Vec<Piece>,
    ) -> Parsed<()> {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    pieces.push(Piece::Text(literal.value.clone()));
                }
                InterpolatedStringElement::Interpolation(value) => {
                    self.interpolated(value, pieces)?;
                }
            }
        }
        Ok(())
    }

    fn interpolated(&mut self, value: &InterpolatedElement, pieces: &mut Vec<Piece>) -> Parsed<()> {
        if let Some(written) = &value.debug_text {
            let text = [written.leading(), written.expression(), written.trailing()].concat();
            pieces.push(Piece::Text(text.into()));
        }
        let mut format = Vec::new();
        if let Some(specification) = &value.format_spec {
            self.elements(specification.elements.iter(), &mut format)?;
        }
        let conversion = match value.conversion {
            ConversionFlag::None if value.debug_text.is_some() && format.is_empty() => Some('r'),
            ConversionFlag::None => None,
            ConversionFlag::Str => Some('s'),
            ConversionFlag::Ascii => Some('a'),
            ConversionFlag::Repr => Some('r'),
        };
        pieces.push(Piece::Value(
            self.expression(&value.expression)?,
            conversion,
            format,
        ));
        Ok(())
    }
}
