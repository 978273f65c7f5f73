//! The settings of the page itself, which stand in the query of its address. They are declared here
//! alone: the page's scripts and the table of the README are made from this list.

use serde::Serialize;

/// The key of a link's version, and the version that this page writes and reads.
pub const VERSION: (&str, &str) = ("v", "1");

/// The setting that is read here and not by the page: it is a value of parameters.
pub(super) const SEED: &str = "seed";

/// A setting of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its key.
    pub name: &'static str,
    /// What it can be.
    #[serde(flatten)]
    pub kind: Kind,
    /// What it does, in a sentence.
    #[serde(skip)]
    pub does: &'static str,
}

/// What a setting can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "values", rename_all = "camelCase")]
pub enum Kind {
    /// One of these words; the first holds where nothing is said.
    Word(&'static [&'static str]),
    /// A whole number.
    Whole,
    /// `true` for the control whose key, `slug.parameter`, stands before this ending.
    Ending,
    /// The texts of code cells, compressed, in the hash: this beginning, a point, and the name of their notebook.
    Beginning,
}

/// Every setting of the page.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "locale",
        kind: Kind::Word(&["en"]),
        does: "The language of the page.",
    },
    Setting {
        name: "theme",
        kind: Kind::Word(&["auto", "light", "dark"]),
        does: "The colours; `auto` follows the reader's system.",
    },
    Setting {
        name: "embed",
        kind: Kind::Word(&["false", "true"]),
        does: "`true` shows the experiment of the hash alone, without masthead and contents.",
    },
    Setting {
        name: "mode",
        kind: Kind::Word(&["live", "read"]),
        does: "`read` shows no controls.",
    },
    Setting {
        name: "cells",
        kind: Kind::Word(&["true", "false"]),
        does: "`false` hides the code.",
    },
    Setting {
        name: "predict",
        kind: Kind::Word(&["true", "false"]),
        does: "`false` asks for no predictions.",
    },
    Setting {
        name: SEED,
        kind: Kind::Whole,
        does: "The random seed of every experiment that has one.",
    },
    Setting {
        name: "_hide",
        kind: Kind::Ending,
        does: "`slug.parameter_hide=true` hides the control of that parameter, and nothing on the page moves it.",
    },
    Setting {
        name: "cell",
        kind: Kind::Beginning,
        does: "In the hash, `cell.slug` is the code of that experiment and `cell.own` that of the reader's own cells. It runs when the reader presses Run.",
    },
];
