//! The words *value*, *gradient* and *theory* wear the colour of their marks wherever they stand in
//! prose.

/// A word of the prose, in the singular and the plural, and the class that colours it.
const COLOURED: [([&str; 2], &str); 3] = [
    (["value", "values"], "word-value"),
    (["gradient", "gradients"], "word-gradient"),
    (["theory", "theories"], "word-theory"),
];

/// Text as HTML, its coloured words wrapped.
pub(super) fn colour(text: &str) -> String {
    let mut html = String::new();
    let mut word = String::new();
    for character in text.chars() {
        if character.is_alphabetic() {
            word.push(character);
        } else {
            push_word(&mut html, &word);
            word.clear();
            push_escaped(&mut html, character);
        }
    }
    push_word(&mut html, &word);
    html
}

fn push_word(html: &mut String, word: &str) {
    match class(word) {
        Some(class) => html.push_str(&format!("<span class=\"{class}\">{word}</span>")),
        None => html.push_str(word),
    }
}

/// The class of a word in the singular or the plural.
fn class(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    COLOURED
        .iter()
        .find(|(words, _)| words.contains(&lower.as_str()))
        .map(|(_, class)| *class)
}

fn push_escaped(html: &mut String, character: char) {
    match character {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        other => html.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_coloured() {
        assert_eq!(
            colour("Gradients & evaluated values"),
            "<span class=\"word-gradient\">Gradients</span> &amp; evaluated <span class=\"word-value\">values</span>"
        );
    }
}
