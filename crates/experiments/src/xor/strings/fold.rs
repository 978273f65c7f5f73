//! The words of the figure of the fold.

pub(in crate::xor) const FOLD_SUBTITLE: &str =
    "A square grid and the four points, as three layers see them";
pub(in crate::xor) const FOLD_CAPTION: &str = "Blue lines have one x₁, grey ones one x₂. Left: the hidden \
    layer of the net above, at the same step. Middle: its weights without tanh. Right: one feature made by hand.";
pub(in crate::xor) const STRAIGHT_PANEL: &str = "The same without tanh";
pub(in crate::xor) const PRODUCT_PANEL: &str = "One product";
pub(in crate::xor) const FEATURE_AXIS: &str = "feature";
pub(in crate::xor) const LEVEL: &str = "lines of one x₂";
pub(in crate::xor) const UPRIGHT: &str = "lines of one x₁";

pub(in crate::xor) fn fold_title(hidden: usize, is_tanh: bool) -> &'static str {
    match (hidden, is_tanh) {
        (_, false) => "Without tanh a layer can turn and stretch the plane, but not bend it",
        (1, true) => "One unit lays the plane on a line: there is nothing to bend it around",
        _ => "Only what bends the plane brings equal answers together",
    }
}

pub(in crate::xor) fn fold_panel(is_tanh: bool) -> &'static str {
    if is_tanh {
        "The hidden layer"
    } else {
        "The linear layer"
    }
}

pub(in crate::xor) fn explain_fold(is_net: bool, across: &str, up: &str) -> String {
    let how = if is_net {
        "Where the hidden layer puts"
    } else {
        "Where its weights alone would put"
    };
    format!("{how} the point ({across}, {up}).")
}

pub(in crate::xor) const EXPLAIN_PRODUCT: &str = "The product of the inputs is 1 where they are equal and −1 where they differ: a level line parts them.";
