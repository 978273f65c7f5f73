//! A look at the text before anything walks it: no text may be so long or so deep that a walk over it overflows the
//! stack.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;
use ruff_python_parser::lexer::lex;
use ruff_text_size::{TextRange, TextSize};

use super::{Failure, Parsed};
use crate::Limits;

/// Operators in one expression for each level of nesting that is allowed.
const OPERATORS: usize = 4;

/// Fails for a text that is too long or too deep.
pub(super) fn check(text: &str, limits: &Limits) -> Parsed<()> {
    if text.len() > limits.source {
        let message = format!(
            "the cell has {} characters, but at most {} are read. Make it shorter.",
            text.len(),
            limits.source
        );
        return Err(Failure {
            span: TextRange::empty(TextSize::new(0)),
            message,
        });
    }
    let mut lexer = lex(text, Mode::Module);
    let mut depth = Depth::default();
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return Ok(());
        }
        depth.pass(kind);
        if depth.levels() > limits.nesting || depth.operators() > limits.nesting * OPERATORS {
            return Err(Failure {
                span: line(text, depth.lines),
                message: too_deep(limits),
            });
        }
    }
}

/// The span of a line, which the lexer does not tell.
fn line(text: &str, lines: usize) -> TextRange {
    let start = text
        .match_indices('\n')
        .nth(lines.wrapping_sub(1))
        .map_or(0, |(at, _)| at + 1);
    let length = text[start..].find('\n').unwrap_or(text.len() - start);
    TextRange::at(TextSize::new(start as u32), TextSize::new(length as u32))
}

fn too_deep(limits: &Limits) -> String {
    format!(
        "too many brackets, blocks or operators inside of each other: at most {} levels and {} operators. \
         Give a part of it a name of its own.",
        limits.nesting,
        limits.nesting * OPERATORS
    )
}

/// How deep a place in the text is.
#[derive(Default)]
struct Depth {
    /// Operators of each bracket that is open, since its last comma; the first is outside of brackets.
    brackets: Vec<usize>,
    outside: usize,
    blocks: usize,
    lines: usize,
}

impl Depth {
    fn levels(&self) -> usize {
        self.brackets.len() + self.blocks
    }

    fn operators(&self) -> usize {
        self.outside + self.brackets.iter().sum::<usize>()
    }

    fn pass(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                *self.here() += 1;
                self.brackets.push(0);
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                self.brackets.pop();
            }
            TokenKind::Indent => self.blocks += 1,
            TokenKind::Dedent => self.blocks = self.blocks.saturating_sub(1),
            TokenKind::Newline | TokenKind::Semi => {
                self.brackets.clear();
                self.outside = 0;
                self.lines += usize::from(kind == TokenKind::Newline);
            }
            TokenKind::Comma => *self.here() = 0,
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::String
            | TokenKind::Comment => {}
            TokenKind::NonLogicalNewline => self.lines += 1,
            _ => *self.here() += 1,
        }
    }

    fn here(&mut self) -> &mut usize {
        self.brackets.last_mut().unwrap_or(&mut self.outside)
    }
}
