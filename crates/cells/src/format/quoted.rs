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
            character if !is_printable(character) => escape(&mut out, u32::from(character)),
            character => out.push(character),
        }
    }
    out.push(quote);
    out
}

fn escape(out: &mut String, code: u32) {
    out.push_str(&match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    });
}

/// Whether a character can be seen: what Rust escapes behind another one cannot.
fn is_printable(character: char) -> bool {
    if character.is_ascii() {
        return !character.is_ascii_control();
    }
    let behind = String::from_iter(['a', character]);
    behind.escape_debug().nth(1) == Some(character)
}
