//! The one error of the commands: what went wrong, and what to do about it.

use std::{fmt, io, path::Path};

/// What went wrong in a command, with the thing and the value that did it, and what to do.
#[derive(Debug)]
pub(crate) struct Error {
    message: String,
    remedy: String,
}

impl Error {
    /// An error that says what went wrong (`message`) and what to do (`remedy`).
    pub(crate) fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    /// A file or folder that could not be read, written or made.
    pub(crate) fn file(action: &str, path: &Path, cause: &io::Error) -> Self {
        Self::new(
            format!("cannot {action} {}: {cause}", path.display()),
            "Check that the path exists and that you may use it.",
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}\n  {}", self.message, self.remedy)
    }
}

impl std::error::Error for Error {}
