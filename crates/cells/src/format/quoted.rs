//! Texts as they stand in source.

/// The text in quotes, with escapes for what cannot be seen.
pub(crate) fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for character in text.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            character if character == quote => {
                out.push('\\');
                out.push(character);
            }
            character if character.is_control() => escape(&mut out, u32::from(character)),
            character => out.push(character),
        }
    }
    out.push(quote);
    out
}

fn escape(out: &mut String, code: u32) {
    out.push_str(&format!("\\x{code:02x}"));
}
