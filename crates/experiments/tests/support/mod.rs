//! What the tests of the experiments share.

#![allow(dead_code, reason = "each test uses a part of this")]

use popgrad_experiments::{Article, State, articles};
use popgrad_figures::{Figure, Mark, Panel};

/// The experiment that a file of tests is about, by its slug.
pub(crate) struct Subject(pub(crate) &'static str);

impl Subject {
    pub(crate) fn article(&self) -> &'static dyn Article {
        let mut all = articles().iter().copied();
        all.find(|article| article.slug() == self.0)
            .expect("the experiment is listed")
    }

    /// Its defaults with some parameters moved.
    pub(crate) fn state(&self, settings: &[(&str, f64)]) -> State {
        let mut state = State::defaults(self.article());
        for (id, value) in settings {
            state.set(id, *value).expect("a parameter and its value");
        }
        state
    }

    /// A number of its texts, as it is printed.
    pub(crate) fn number(&self, name: &str) -> String {
        let numbers = self.article().numbers().expect("the numbers");
        let found = numbers.into_iter().find(|(known, _)| *known == name);
        found.expect("a number of this name").1
    }
}

pub(crate) fn figures(state: &State) -> Vec<Figure> {
    state.experiment().figures(state).expect("the figures")
}

pub(crate) fn figure(state: &State, id: &str) -> Figure {
    state.experiment().figure(state, id).expect("the figure")
}

pub(crate) fn panel<'a>(figure: &'a Figure, id: &str) -> &'a Panel {
    let mut panels = figure.panels.iter();
    panels
        .find(|panel| panel.id == id)
        .expect("the panel is there")
}

pub(crate) fn marks(figure: &Figure) -> Vec<&Mark> {
    figure.marks().map(|(_, mark)| mark).collect()
}

pub(crate) fn find_mark<'a>(figure: &'a Figure, id: &str) -> Option<&'a Mark> {
    marks(figure).into_iter().find(|mark| mark.id == id)
}

pub(crate) fn mark<'a>(figure: &'a Figure, id: &str) -> &'a Mark {
    find_mark(figure, id).expect("the mark is there")
}

/// The value of a mark.
pub(crate) fn value(figure: &Figure, id: &str) -> f64 {
    mark(figure, id).value
}

/// A case of the seed: its code and what it prints.
pub(crate) fn seed_case(name: &str) -> serde_json::Value {
    let text = include_str!("../../../autodiff/tests/golden/seed.json");
    let cases: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let mut cases = cases.as_array().expect("a list").iter();
    let found = cases.find(|case| case["name"] == name);
    found.expect("a case of the seed").clone()
}

/// The columns of a table with one measurement a row.
pub(crate) const MEASURED: [&str; 3] = ["what", "known or expected", "measured"];

/// Holds a table of what is known and what is measured to the one in the crate's documentation.
/// `UPDATE_GOLDEN=1` writes it anew.
pub(crate) fn assert_measured<const N: usize>(
    slug: &str,
    title: &str,
    columns: [&str; N],
    rows: &[[String; N]],
) {
    let line = |cells: &[String; N]| format!("| {} |\n", cells.join(" | "));
    let head = line(&columns.map(str::to_owned)) + "|" + &"---|".repeat(N) + "\n";
    let body: String = rows.iter().map(line).collect();
    let table = format!("### {title}\n\n{head}{body}");
    let path = format!("{}/measured/{slug}.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &table).expect("a place to write to");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        written, table,
        "run with UPDATE_GOLDEN=1, read it, commit it"
    );
}
