//! Code cells as HTML, and the section with cells of the reader's own.

use maud::{Markup, html};

/// The notebook of the reader's own cells; no experiment has this name.
const NOTEBOOK: &str = "own";

/// What the first of them holds before the reader writes something else.
const START: &str = r#"x0 = slider("x0", 0.5, -3, 3)
x = PopulationNode([x0, -1.0, 2.0])
y = (x * x + x).tanh()
y.sum().backprop()
print("y =", y.value)
bars(x.grad, title="The gradient of each member", role="gradient")"#;

/// A code cell: its text, which a script makes alive.
pub(super) fn cell(notebook: &str, name: &str, code: &str) -> Markup {
    html! {
        popgrad-cell notebook=(notebook) name=(name) {
            pre tabindex="0" { code { (code) } }
        }
    }
}

/// The section with the reader's own cells.
pub(super) fn section() -> Markup {
    html! {
        section .own .code #(NOTEBOOK) aria-labelledby="own-title" {
            h2 #own-title { "Your own cell" }
            p {
                "Write Python with " code { "PopulationNode" } "; " code { "plot" } ", " code { "bars" } ", " code { "heatmap" }
                " and " code { "graph" } " show something, " code { "slider" } " and " code { "choice" }
                " move it. It runs in this page and reaches nothing else. What you write stays in this browser and in the address."
            }
            (cell(NOTEBOOK, "cell 1", START))
            p { button .add-cell type="button" hidden { "Add a cell below" } }
        }
    }
}

#[cfg(test)]
mod tests {
    use popgrad_cells::{Limits, Session};
    use popgrad_experiments::find;

    use super::*;

    #[test]
    fn the_first_cell_runs() {
        let outcome = Session::new(Limits::default()).run(START);
        assert_eq!(outcome.error, None);
        assert_eq!(outcome.figures().count(), 1);
        assert!(outcome.text().starts_with("y = ["), "{}", outcome.text());
    }

    #[test]
    fn no_experiment_has_the_name_of_the_readers_own_cells() {
        assert!(find(NOTEBOOK).is_err());
    }

    #[test]
    fn code_is_text_in_the_page() {
        let html = cell("a", "b", "x < 1 & y").into_string();
        assert!(html.contains("<code>x &lt; 1 &amp; y</code>"), "{html}");
    }
}
