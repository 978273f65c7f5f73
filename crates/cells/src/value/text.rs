//! Texts.

use crate::memory::Charge;

/// A text that nothing can change.
#[derive(Debug)]
pub(crate) struct Text {
    text: Box<str>,
    characters: usize,
    _charge: Charge,
}

impl Text {
    pub(crate) fn new(text: Box<str>) -> Text {
        let characters = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        Text {
            characters,
            _charge: Charge::new(text.len() + size_of::<Text>()),
            text,
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of characters.
    pub(crate) fn len(&self) -> usize {
        self.characters
    }

    /// The character at a place.
    pub(crate) fn character(&self, at: usize) -> Option<&str> {
        let start = self.byte(at)?;
        let rest = &self.text[start..];
        let length = rest.chars().next()?.len_utf8();
        Some(&rest[..length])
    }

    /// The byte at which a character begins.
    pub(crate) fn byte(&self, at: usize) -> Option<usize> {
        if self.characters == self.text.len() {
            return (at <= self.text.len()).then_some(at);
        }
        if at == self.characters {
            return Some(self.text.len());
        }
        self.text.char_indices().nth(at).map(|(byte, _)| byte)
    }
}
