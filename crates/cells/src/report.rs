//! An error as a person reads it.

use std::fmt;

/// An error that ended a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The exception: `NameError`.
    pub name: String,
    /// What went wrong, and what to do.
    pub message: String,
    /// A name that may have been meant.
    pub suggestion: Option<String>,
    /// Where it happened, through which calls: the outermost first. Empty if there is no place for it.
    pub trace: Vec<Frame>,
}

/// A place that the error came through.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The cell.
    pub cell: String,
    /// The function, or nothing outside of functions.
    pub function: Option<String>,
    /// From where to where in the source.
    pub range: Range,
    /// The line as it is written.
    pub text: String,
}

/// A part of a source text: from the start up to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Its start.
    pub start: Position,
    /// Its end.
    pub end: Position,
}

/// A place in a source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The byte, counted from 0.
    pub byte: usize,
}

impl Position {
    pub(crate) fn of(text: &str, byte: usize) -> Position {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        Position {
            line,
            column: before[start..].chars().count() + 1,
            byte,
        }
    }
}

impl Range {
    pub(crate) fn of(text: &str, span: crate::code::Span) -> Range {
        let [start, end] = [span.start(), span.end()].map(|at| Position::of(text, at.to_usize()));
        Range { start, end }
    }
}

impl Report {
    /// Where it happened: the innermost place.
    #[must_use]
    pub fn range(&self) -> Option<Range> {
        self.trace.last().map(|frame| frame.range)
    }
}

/// Prints as Python prints a traceback.
impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.trace.is_empty() {
            out.write_str("Traceback (most recent call last):\n")?;
        }
        for frame in &self.trace {
            frame.fmt(out)?;
        }
        out.write_str(&self.name)?;
        if !self.message.is_empty() {
            write!(out, ": {}", self.message)?;
        }
        match &self.suggestion {
            Some(name) => write!(out, ". Did you mean: '{name}'?"),
            None => Ok(()),
        }
    }
}

/// The place, the line, and marks under the part of it that is meant.
impl fmt::Display for Frame {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.range;
        write!(out, "  {}, line {}", self.cell, start.line)?;
        if let Some(function) = &self.function {
            write!(out, ", in {function}")?;
        }
        let text = self.text.trim_start();
        let indent = self.text.chars().count() - text.chars().count();
        let text = text.trim_end();
        let length = text.chars().count();
        let from = (start.column - 1).saturating_sub(indent).min(length);
        let to = if end.line == start.line {
            (end.column - 1).saturating_sub(indent)
        } else {
            length
        };
        let marks = "^".repeat(to.min(length).saturating_sub(from).max(1));
        writeln!(out, "\n    {text}\n    {}{marks}", " ".repeat(from))
    }
}
