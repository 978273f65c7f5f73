//! `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`

use crate::raise::{Raise, Result};

/// The largest width and precision.
const MOST: usize = 100_000;

/// A format specification.
#[derive(Clone, Debug, Default)]
pub(crate) struct Specification {
    pub(crate) fill: Option<char>,
    pub(crate) align: Option<char>,
    pub(crate) sign: Option<char>,
    pub(crate) no_minus_zero: bool,
    pub(crate) alternate: bool,
    pub(crate) zeros: bool,
    pub(crate) width: usize,
    pub(crate) grouping: Option<char>,
    pub(crate) precision: Option<usize>,
    pub(crate) form: Option<char>,
}

impl Specification {
    pub(crate) fn parse(text: &str, kind: &str) -> Result<Specification> {
        let mut specification = Specification::default();
        let characters: Vec<char> = text.chars().collect();
        let mut rest = characters.as_slice();
        let is_align = |character: Option<&char>| {
            character.is_some_and(|character| "<>=^".contains(*character))
        };
        if is_align(rest.get(1)) {
            (specification.fill, specification.align) = (Some(rest[0]), Some(rest[1]));
            rest = &rest[2..];
        } else if is_align(rest.first()) {
            specification.align = Some(rest[0]);
            rest = &rest[1..];
        }
        specification.sign = taken(&mut rest, "+- ");
        specification.no_minus_zero = taken(&mut rest, "z").is_some();
        specification.alternate = taken(&mut rest, "#").is_some();
        specification.zeros = taken(&mut rest, "0").is_some();
        specification.width = number(&mut rest)?.unwrap_or(0);
        specification.grouping = taken(&mut rest, ",_");
        if taken(&mut rest, ".").is_some() {
            let precision = number(&mut rest)?;
            specification.precision = Some(
                precision
                    .ok_or_else(|| Raise::value_error("Format specifier missing precision"))?,
            );
        }
        match rest {
            [] => {}
            [form] => specification.form = Some(*form),
            _ => {
                return Err(Raise::value_error(format!(
                    "Invalid format specifier '{text}' for object of type '{kind}'"
                )));
            }
        }
        Ok(specification)
    }

    /// The error for a form that a type does not have.
    pub(crate) fn unknown(&self, kind: &str) -> Raise {
        let form = self.form.unwrap_or(' ');
        Raise::value_error(format!(
            "Unknown format code '{form}' for object of type '{kind}'"
        ))
    }

    /// A number with its sign and prefix, filled up to the width.
    pub(crate) fn pad_number(&self, is_negative: bool, prefix: &str, digits: &str) -> String {
        let sign = match (is_negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        };
        let align = self.align.unwrap_or(if self.zeros { '=' } else { '>' });
        let fill = self.fill.unwrap_or(if self.zeros { '0' } else { ' ' });
        let head = [sign, prefix].concat();
        if align == '=' {
            let body = if fill == '0' {
                self.zero_filled(&head, digits)
            } else {
                digits.to_owned()
            };
            let missing = self.width.saturating_sub(head.len() + body.chars().count());
            return [head, fill.to_string().repeat(missing), body].concat();
        }
        pad(&[&head, digits].concat(), self.width, align, fill)
    }

    /// Digits with zeros before them, grouped like the digits.
    fn zero_filled(&self, head: &str, digits: &str) -> String {
        let missing = self.width.saturating_sub(head.len() + digits.len());
        let Some(separator) = self.grouping else {
            return ["0".repeat(missing).as_str(), digits].concat();
        };
        let every = if self.form.is_some_and(|form| "xXob".contains(form)) {
            4
        } else {
            3
        };
        let is_digit = |character: char| {
            if every == 4 {
                character.is_ascii_hexdigit()
            } else {
                character.is_ascii_digit()
            }
        };
        let whole_length = digits.find(|character| !is_digit(character) && character != separator);
        let (whole, fraction) = digits.split_at(whole_length.unwrap_or(digits.len()));
        let mut plain: Vec<char> = whole
            .chars()
            .filter(|character| *character != separator)
            .collect();
        let wanted = self.width.saturating_sub(head.len() + fraction.len());
        while grouped_length(plain.len(), every) < wanted {
            plain.insert(0, '0');
        }
        let whole: String = plain.into_iter().collect();
        [grouped(&whole, separator, every).as_str(), fraction].concat()
    }
}

fn grouped_length(digits: usize, every: usize) -> usize {
    digits + digits.saturating_sub(1) / every
}

/// Digits with a separator before every third or fourth from the right.
pub(super) fn grouped(digits: &str, separator: char, every: usize) -> String {
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(every) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A text filled up to a width.
pub(super) fn pad(text: &str, width: usize, align: char, fill: char) -> String {
    let missing = width.saturating_sub(text.chars().count());
    let before = match align {
        '<' => 0,
        '^' => missing / 2,
        _ => missing,
    };
    let [before, after] = [before, missing - before].map(|count| fill.to_string().repeat(count));
    [&before, text, &after].concat()
}

fn taken(rest: &mut &[char], of: &str) -> Option<char> {
    let first = *rest.first()?;
    if !of.contains(first) {
        return None;
    }
    *rest = &rest[1..];
    Some(first)
}

fn number(rest: &mut &[char]) -> Result<Option<usize>> {
    let mut number = None;
    while let Some(digit) = rest.first().and_then(|character| character.to_digit(10)) {
        let so_far = number.unwrap_or(0_usize) * 10 + digit as usize;
        if so_far > MOST {
            return Err(Raise::value_error(format!(
                "Too many decimal digits in format string: at most {MOST}"
            )));
        }
        number = Some(so_far);
        *rest = &rest[1..];
    }
    Ok(number)
}
