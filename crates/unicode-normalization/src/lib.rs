//! Stands in for `unicode-normalization`, whose tables would be an eighth of the cells' download. Names stay as they
//! are written: two ways to write one letter are two names.
//!
//! ```
//! use unicode_normalization::UnicodeNormalization;
//! assert_eq!("ﬁ".nfkc().collect::<String>(), "ﬁ");
//! ```

/// The methods that the parser calls.
pub trait UnicodeNormalization<Characters: Iterator<Item = char>> {
    /// The characters as they are.
    fn nfkc(self) -> Characters;
}

impl<'a> UnicodeNormalization<std::str::Chars<'a>> for &'a str {
    fn nfkc(self) -> std::str::Chars<'a> {
        self.chars()
    }
}
