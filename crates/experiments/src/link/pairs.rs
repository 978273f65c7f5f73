//! An address as keys and values.

/// The keys and values of a query or a hash, decoded, in their order. A part without `=`, such as
/// the slug that a hash begins with, is none.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    let text = text.strip_prefix(['?', '#']).unwrap_or(text);
    let parts = text.split('&').filter(|part| part.contains('='));
    parts.map(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (decoded(key), decoded(value))
    })
}

/// The slug that a hash leads to: what stands before its first key.
///
/// ```
/// use popgrad_experiments::link::chosen;
/// assert_eq!(chosen("#gradient-shape&gradient-shape.scale=0.5"), Some("gradient-shape"));
/// assert_eq!(chosen("#gradient-shape.scale=0.5"), None);
/// ```
#[must_use]
pub fn chosen(hash: &str) -> Option<&str> {
    let first = hash.strip_prefix('#').unwrap_or(hash).split('&').next()?;
    is_identifier(first).then_some(first)
}

/// The slug and the rest of a key of an experiment.
pub(super) fn of_experiment(key: &str) -> Option<(&str, &str)> {
    key.split_once('.')
}

/// Whether a text could be a slug or an id: small letters, digits and hyphens.
pub(super) fn is_identifier(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(allowed)
}

/// Text with `%20` and the like replaced by what they stand for; what is no such sequence stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        match behind {
            [high, low, after @ ..] if *first == b'%' => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                    continue;
                }
                _ => bytes.push(*first),
            },
            _ => bytes.push(*first),
        }
        rest = behind;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Text in which nothing ends a value or a link.
pub(super) fn encoded(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            safe.push('%');
            for half in [byte >> 4, byte & 15] {
                safe.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    safe
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
