//! How wide words are, guessed.

/// The width of `text` at a font size, guessed from its characters. Measuring would give other
/// numbers on the page than outside of it, and the layout would move.
pub(crate) fn guessed_width(text: &str, size: f64) -> f64 {
    text.chars().map(width).sum::<f64>() * size
}

/// Width of a character in units of the font size, as the widest common interface fonts have it.
fn width(character: char) -> f64 {
    match character {
        '.' | ',' | ' ' | '\'' | 'i' | 'l' | 'j' | '|' | '(' | ')' => 0.35,
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' => 0.45,
        'm' | 'w' | 'M' | 'W' | '−' | '×' => 0.85,
        _ => 0.64,
    }
}
