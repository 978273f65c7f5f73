//! Every word of the graph's figures.

/// How many parts of a gradient have arrived.
pub(crate) fn arrived(arrived: usize, parts: usize) -> String {
    format!("{arrived} of {parts} arrived")
}

pub(crate) const LEAF: &str = "A leaf: a value that was given.";
/// The name of a node that no gradient reaches.
pub(crate) const CONSTANT: &str = "a constant";
pub(crate) const STARTS: &str = "The backward pass begins here, with ones.";
pub(crate) const WAITS: &str = "Nothing has arrived yet.";

/// Of the rule that replaces.
pub(crate) const REPLACED: &str =
    "With = in place of +=, each part replaces the one before: only the last is left.";

pub(crate) fn last_part(gradient: &str) -> String {
    format!("the last part = {gradient}")
}

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

// The view.

pub(crate) const TITLES: [&str; 3] = [
    "A node used several times adds up what each use sends back",
    "With = in place of +=, a node used several times keeps the last part alone",
    "Gradients that are not set to zero are counted again",
];
pub(crate) const NAME: &str = "the graph";
pub(crate) const NOT_COMPUTED: &str = "not computed yet";
pub(crate) const START: &str = "leaves alone have values";

pub(crate) fn subtitle(nodes: usize, edges: usize, folded: usize) -> String {
    let folded = match folded {
        0 => String::new(),
        folded => format!(", {folded} of the nodes folded"),
    };
    format!(
        "{} and {}{folded}: values forth, gradients back, step by step",
        counted(nodes, "node"),
        counted(edges, "edge")
    )
}

fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}

pub(crate) fn nodes(count: usize) -> String {
    counted(count, "node")
}

pub(crate) fn more_layers(count: usize) -> String {
    counted(count, "more layer")
}

pub(crate) fn more_leaves(count: usize) -> String {
    match count {
        1 => "1 more leaf".to_owned(),
        count => format!("{count} more leaves"),
    }
}

pub(crate) fn more_nodes(count: usize) -> String {
    counted(count, "more node")
}

pub(crate) fn no_room(words: &str, count: usize, room: usize, most: usize) -> String {
    format!(
        "“{words}” cannot be unfolded: it holds {}, and there is room for {room} more, for at most {most} are drawn.",
        nodes(count)
    )
}

pub(crate) fn unfolded(words: &str, count: usize) -> String {
    format!(
        "“{words}” unfolded: {} more are drawn.",
        counted(count, "node")
    )
}

pub(crate) fn step(step: usize, steps: usize, phase: &str, what: &str) -> String {
    let end = if what.ends_with('.') { "" } else { "." };
    format!("Step {step} of {steps}{phase}: {what}{end}")
}

pub(crate) const FORWARD: &str = ", forward";
pub(crate) const BACKWARD: &str = ", backward";

pub(crate) fn computed(words: &str) -> String {
    format!("{words} are computed")
}

pub(crate) fn sent(sends: &str, sent: &str) -> String {
    format!("{}: {sent}", sends.trim_end_matches('.'))
}

pub(crate) fn parts(count: usize) -> String {
    counted(count, "part")
}

pub(crate) fn sends_bundle(sender: &str, receiver: &str, parts: usize) -> String {
    format!(
        "{sender} sends {receiver} {} of gradients.",
        self::parts(parts)
    )
}

pub(crate) fn fold(words: &str, count: usize) -> String {
    format!(
        "“{words}”: {} that follow each other, drawn as one. Enter or a click unfolds them where there is room.",
        nodes(count)
    )
}

pub(crate) fn fold_waits(arrived: usize, parts: usize) -> String {
    format!("{arrived} of {parts} parts of gradients have arrived from outside")
}
