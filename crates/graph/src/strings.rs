//! Every word of the graph's figures.

/// How many parts of a gradient have arrived.
pub(crate) fn arrived(arrived: usize, parts: usize) -> String {
    format!("{arrived} of {parts} arrived")
}

pub(crate) const LEAF: &str = "A leaf: a value that was given.";
pub(crate) const STARTS: &str = "The backward pass begins here, with ones.";
pub(crate) const WAITS: &str = "Nothing has arrived yet.";

pub(crate) fn made(operation: &str, formula: &str, parents: &str) -> String {
    format!("Made from {parents} by {operation}: {formula}.")
}

pub(crate) fn complete(parts: usize, gradient: &str) -> String {
    let arrived = match parts {
        1 => "Its one part has arrived",
        2 => "Both parts have arrived",
        _ => return format!("All {parts} parts have arrived: its gradient is {gradient}."),
    };
    format!("{arrived}: its gradient is {gradient}.")
}

pub(crate) fn waits(arrived: usize, parts: usize, gradient: &str) -> String {
    format!(
        "{arrived} of {parts} parts of its gradient have arrived, {gradient} so far: it waits for the others."
    )
}

pub(crate) fn holds(gradient: &str) -> String {
    format!("It still holds {gradient} from an earlier pass, and adds to it.")
}

pub(crate) fn sends(sender: &str, receiver: &str, part: usize, parts: usize) -> String {
    match parts {
        1 => format!("{sender} sends {receiver} its gradient."),
        _ => format!("{sender} sends {receiver} part {part} of {parts} of its gradient."),
    }
}

pub(crate) fn not_yet(sender: &str, receiver: &str) -> String {
    format!("{sender} has not sent {receiver} anything along this edge yet.")
}

pub(crate) fn factor(receiver: &str, sender: &str) -> String {
    format!("gradient of {sender} × local derivative for {receiver}")
}
