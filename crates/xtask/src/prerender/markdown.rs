//! Prose: Markdown with LaTeX mathematics becomes HTML with `MathML`.

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::words;
use crate::error::Error;

/// Turns Markdown into HTML. Formulas stand between `$` or `$$`.
///
/// # Errors
/// If a formula is not LaTeX that can be typeset; the message quotes it.
pub(super) fn to_html(markdown: &str) -> Result<String, Error> {
    let converter = converter()?;
    let (mut in_code, mut in_link) = (false, false);
    let events = Parser::new_ext(markdown, Options::ENABLE_MATH | Options::ENABLE_TABLES)
        .into_offset_iter()
        .map(|(event, range)| {
            match event {
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Start(Tag::Link { .. }) => in_link = true,
                Event::End(TagEnd::Link) => in_link = false,
                _ => {}
            }
            match event {
                // A link keeps its own colour.
                Event::Text(_) if in_link => Ok(event),
                _ => typeset(event, in_code, &markdown[range.start..], &converter),
            }
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let mut page = String::new();
    html::push_html(&mut page, events.into_iter());
    Ok(page)
}

/// `source` is the Markdown from this event on.
fn typeset<'a>(
    event: Event<'a>,
    in_code: bool,
    source: &str,
    converter: &LatexToMathML,
) -> Result<Event<'a>, Error> {
    Ok(match event {
        Event::InlineMath(latex) => math(&latex, MathDisplay::Inline, converter)?,
        Event::DisplayMath(latex) => math(&latex, MathDisplay::Block, converter)?,
        // A formula whose braces do not match is no formula to the parser: its dollars stay in the text.
        Event::Text(text) if text.contains('$') && !in_code => {
            let line = source.lines().next().unwrap_or(source);
            return Err(formula_error(
                line,
                "a dollar sign stands alone or braces do not match",
            ));
        }
        Event::Text(text) if !in_code => Event::InlineHtml(words::colour(&text).into()),
        other => other,
    })
}

fn math<'a>(
    latex: &str,
    display: MathDisplay,
    converter: &LatexToMathML,
) -> Result<Event<'a>, Error> {
    converter
        .convert_with_local_state(latex, display)
        .map(|typeset| Event::InlineHtml(typeset.mathml.into()))
        .map_err(|cause| formula_error(latex, &cause.to_string()))
}

fn converter() -> Result<LatexToMathML, Error> {
    LatexToMathML::new(MathCoreConfig::default()).map_err(|_| {
        Error::new(
            "the mathematics converter did not start",
            "Check its configuration.",
        )
    })
}

fn formula_error(latex: &str, cause: &str) -> Error {
    Error::new(
        format!("the formula `{latex}` cannot be typeset: {cause}"),
        "Mend it in the prose.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_mathml_and_words_take_their_colour() {
        let page = to_html("The gradient is $1 - y^2$.").unwrap();
        assert!(page.contains("<math"), "{page}");
        assert!(
            page.contains("<span class=\"word-gradient\">gradient</span>"),
            "{page}"
        );
        assert!(
            !page.contains("style="),
            "a strict policy forbids inline styles: {page}"
        );
    }

    #[test]
    fn code_stays_as_it_is_written() {
        let page = to_html("```\nx.value < 1\n```").unwrap();
        assert!(page.contains("x.value &lt; 1"), "{page}");
    }

    #[test]
    fn links_and_inline_code_keep_their_colour() {
        let page = to_html("[the gradient](a.html) and `value`").unwrap();
        assert!(!page.contains("word-"), "{page}");
    }

    #[test]
    fn a_broken_formula_is_quoted() {
        for formula in ["\\frac{1", "\\nocommand"] {
            let message = to_html(&format!("${formula}$")).unwrap_err().to_string();
            assert!(message.contains(formula), "{message}");
        }
    }
}
