//! Numbers put into prose.

use crate::Error;

/// The prose with each `{{name}}` replaced by the number of that name. The places of parameters,
/// `{{=id}}`, stay: their numbers change with the reader.
///
/// # Errors
/// When a name is not among the numbers, or when its braces are not closed.
///
/// # Examples
/// ```
/// use popgrad_experiments::fill;
/// let numbers = [("slope", "0.786".to_owned())];
/// assert_eq!(fill("It is {{slope}}.", &numbers)?, "It is 0.786.");
/// assert_eq!(fill("At {{=scale}}.", &numbers)?, "At {{=scale}}.");
/// assert!(fill("It is {{height}}.", &numbers).is_err());
/// # Ok::<(), popgrad_experiments::Error>(())
/// ```
pub fn fill(prose: &str, numbers: &[(&'static str, String)]) -> Result<String, Error> {
    let mut filled = String::new();
    let mut rest = prose;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else {
            let text = after.chars().take(20).collect();
            return Err(Error::UnclosedNumber { text });
        };
        filled += before;
        if name.starts_with('=') {
            filled += &format!("{{{{{name}}}}}");
        } else {
            filled += number(name, numbers)?;
        }
        rest = behind;
    }
    Ok(filled + rest)
}

fn number<'a>(name: &str, numbers: &'a [(&'static str, String)]) -> Result<&'a str, Error> {
    let found = numbers.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, printed)| printed.as_str())
        .ok_or_else(|| Error::UnknownNumber {
            name: name.to_owned(),
            known: numbers.iter().map(|(known, _)| *known).collect(),
        })
}
