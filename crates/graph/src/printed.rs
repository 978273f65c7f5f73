//! Values as people read them.

use popgrad_figures::number::short;

/// So many members are printed in full; of more, the first two and the last.
const FEW: usize = 4;

/// What is longer than so many characters is shortened further where there is little room.
const LONG: usize = 16;

/// A population where there is little room: of a long one the first and the last member.
pub(crate) fn brief(members: &[f64]) -> String {
    let text = list(members);
    match members {
        [first, _, .., last] if text.chars().count() > LONG => {
            let [first, last] = [first, last].map(|member| short(*member));
            ["[", &first, ", …, ", &last, "]"].concat()
        }
        _ => text,
    }
}

/// A population as it is printed: `[1, 2, 3]`, a single member without brackets, many members shortened.
///
/// ```
/// use popgrad_graph::list;
/// assert_eq!(list(&[0.5]), "0.5");
/// assert_eq!(list(&[1.0, -2.0]), "[1, −2]");
/// assert_eq!(list(&[1.0, 2.0, 3.0, 4.0, 5.0]), "[1, 2, …, 5]");
/// ```
#[must_use]
pub fn list(members: &[f64]) -> String {
    match members {
        [member] => short(*member),
        [first, second, .., last] if members.len() > FEW => {
            let [first, second, last] = [first, second, last].map(|member| short(*member));
            ["[", &first, ", ", &second, ", …, ", &last, "]"].concat()
        }
        members => {
            let printed: Vec<_> = members.iter().map(|member| short(*member)).collect();
            ["[", &printed.join(", "), "]"].concat()
        }
    }
}
