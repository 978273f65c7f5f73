//! The controls of an experiment as HTML. They wait, disabled, for the engine.

use maud::{Markup, html};
use popgrad_experiments::{Choice, Control, Parameter, Place};
use popgrad_figures::number;

use super::player;

/// From so many options on, a choice is a list where there is little room.
const MANY_OPTIONS: usize = 6;

/// Wider values than this are cut off.
const WIDEST: usize = 24;

/// So few controls are all in sight.
const FEW: usize = 4;

/// Parameters that have a control, with the values that they show.
pub(super) type Shown = [(&'static Parameter, f64)];

/// How many values along a parameter are printed to find the widest.
const SAMPLES: u32 = 200;

/// The controls of a panel, in sight and behind "more".
pub(super) struct Controls {
    sight: Vec<(&'static Parameter, f64)>,
    more: Vec<(&'static Parameter, f64)>,
}

impl Controls {
    /// Those that stand under a figure of the notebook: each where its parameter wants it, and one in sight.
    pub(super) fn under_figure(shown: &Shown) -> Self {
        let (mut sight, mut more): (Vec<_>, Vec<_>) = shown
            .iter()
            .partition(|(parameter, _)| parameter.place == Place::Sight);
        if sight.is_empty() && !more.is_empty() {
            sight.push(more.remove(0));
        }
        Self { sight, more }
    }

    /// All that move a figure, on a page of its own: in sight where they are few.
    pub(super) fn of_figure(shown: &Shown) -> Self {
        if shown.len() > FEW {
            return Self::under_figure(shown);
        }
        Self {
            sight: shown.to_vec(),
            more: Vec::new(),
        }
    }

    /// The first control in sight.
    pub(super) fn main(&self) -> Option<&'static Parameter> {
        self.sight.first().map(|(parameter, _)| *parameter)
    }

    /// Whether there are controls behind "more".
    pub(super) fn have_more(&self) -> bool {
        !self.more.is_empty()
    }

    /// The controls behind "more".
    pub(super) fn behind_more(&self, slug: &str) -> Markup {
        group(slug, &self.more)
    }

    /// The panel that lies under a figure: those in sight, those behind "more", and under an experiment's first
    /// figure the way back to the start. Nothing, if there are none.
    pub(super) fn panel(&self, panel: &Panel) -> Markup {
        if self.sight.is_empty() && self.more.is_empty() {
            return Markup::default();
        }
        let Panel {
            slug, all, file, ..
        } = panel;
        let (main, others) = self.sight.split_at(self.sight.len().min(1));
        html! {
            // The first control stays in view while the figures go by.
            div .controls.main { (group(slug, main)) }
            div .controls {
                (self.restarts(all))
                (group(slug, others))
                @if panel.resets || self.have_more() {
                    div .below {
                        @if self.have_more() {
                            details .more data-from=[file] {
                                summary { "More" }
                                @if file.is_none() { (self.behind_more(slug)) }
                            }
                        }
                        @if panel.resets { button .quiet.reset type="button" disabled { "Back to the start" } }
                    }
                }
            }
        }
    }

    /// The ways to begin long runs again; `all` are the parameters of the experiment.
    fn restarts(&self, all: &[Parameter]) -> Markup {
        let here = self.sight.iter().chain(&self.more);
        let runs = here.map(|(parameter, _)| parameter);
        html! {
            @for run in runs.filter(|one| one.played.is_some_and(|pace| pace.is_run)) { (player::restart(run, all)) }
        }
    }
}

/// Where the controls of a figure stand.
pub(super) struct Panel<'a> {
    pub(super) slug: &'a str,
    /// Every parameter of the experiment.
    pub(super) all: &'a [Parameter],
    /// The address of the controls behind "more", if they are fetched.
    pub(super) file: Option<String>,
    /// Whether it holds the way back to the start.
    pub(super) resets: bool,
}

/// One control, showing `value`.
pub(super) fn control(slug: &str, parameter: &Parameter, value: f64) -> Markup {
    let id = format!("{slug}-{}", parameter.id);
    match parameter.control {
        Control::Slider => html! {
            (slider(&id, parameter, value))
            @if let Some(pace) = parameter.played { (player::buttons(parameter, pace)) }
        },
        Control::Field => field(&id, parameter, value),
        Control::Choice(choices) => choice(&id, parameter, choices, value),
        Control::Switch => switch(parameter, value),
        Control::Seed => seed(&id, parameter, value),
    }
}

/// As many characters as the widest value of a parameter has, without its unit.
pub(super) fn widest(parameter: &Parameter) -> usize {
    let [low, high] = [parameter.minimum, parameter.maximum].map(|end| parameter.place_of(end));
    let widths = (0..=SAMPLES).map(|sample| {
        let place = low + (high - low) * f64::from(sample) / f64::from(SAMPLES);
        let value = parameter.nearest(parameter.value_at(place));
        number::short(value).chars().count()
    });
    widths.max().unwrap_or(1)
}

/// Rules that make fields and numbers in a sentence as wide as their widest value, so that nothing
/// beside them moves: a strict policy forbids styles in the page itself.
pub(super) fn widths() -> String {
    let rules =
        (1..=WIDEST).map(|width| format!("[data-width=\"{width}\"] {{ --width: {width}ch }}\n"));
    rules.collect()
}

/// Controls in their order; number fields that follow each other stand together.
fn group(slug: &str, controls: &Shown) -> Markup {
    let runs = controls.chunk_by(|(one, _), (next, _)| is_field(one) && is_field(next));
    html! {
        @for run in runs {
            @if run.len() > 1 { (fields(slug, run)) } @else { (each(slug, run)) }
        }
    }
}

fn fields(slug: &str, run: &Shown) -> Markup {
    html! {
        fieldset .fields {
            legend { "The members" }
            (each(slug, run))
        }
    }
}

fn each(slug: &str, controls: &Shown) -> Markup {
    html! { @for (parameter, value) in controls { (control(slug, parameter, *value)) } }
}

fn is_field(parameter: &Parameter) -> bool {
    matches!(parameter.control, Control::Field)
}

fn slider(id: &str, parameter: &Parameter, value: f64) -> Markup {
    let place = |value| parameter.place_of(value);
    let label = format!("{}, as a number", parameter.label);
    html! {
        popgrad-slider parameter=(parameter.id) {
            label for=(id) { (name(parameter)) }
            (number_field(None, parameter, value, Some(&label)))
            div .track {
                span .end aria-hidden="true" { (number::short(parameter.minimum)) }
                input #(id) type="range" min=(place(parameter.minimum)) max=(place(parameter.maximum)) step="any"
                    value=(place(value)) aria-valuetext=(parameter.speak(value)) autocomplete="off" disabled;
                span .end aria-hidden="true" { (number::short(parameter.maximum)) }
            }
        }
    }
}

fn field(id: &str, parameter: &Parameter, value: f64) -> Markup {
    html! {
        popgrad-field parameter=(parameter.id) {
            label for=(id) { (name(parameter)) }
            (number_field(Some(id), parameter, value, None))
        }
    }
}

fn seed(id: &str, parameter: &Parameter, value: f64) -> Markup {
    html! {
        popgrad-seed parameter=(parameter.id) {
            label for=(id) { (name(parameter)) }
            (number_field(Some(id), parameter, value, None))
            button type="button" title="Takes the next seed" disabled { "New random start" }
        }
    }
}

/// A field for a number, its unit, and a place for words about what was typed. `label` names it
/// where no `label` element does by its `id`.
fn number_field(
    id: Option<&str>,
    parameter: &Parameter,
    value: f64,
    label: Option<&str>,
) -> Markup {
    // Telephones' keyboards for decimals have no minus.
    let keyboard = if parameter.minimum < 0.0 {
        "text"
    } else {
        "decimal"
    };
    html! {
        span .number-field {
            input .field id=[id] type="text" inputmode=(keyboard) data-width=(widest(parameter).max(3)) autocomplete="off"
                value=(number::short(value)) aria-label=[label] disabled;
            @if !parameter.unit.is_empty() { span .unit { (parameter.unit) } }
        }
        span .notice role="status" {}
    }
}

fn choice(id: &str, parameter: &Parameter, choices: &[Choice], value: f64) -> Markup {
    let chosen = |index: usize| index as f64 == value;
    let many = choices.len() >= MANY_OPTIONS;
    html! {
        popgrad-choice parameter=(parameter.id) {
            fieldset .options .many[many] {
                legend { (name(parameter)) }
                div .buttons {
                    @for (index, option) in choices.iter().enumerate() {
                        label {
                            input type="radio" name=(id) value=(index) checked[chosen(index)] disabled;
                            span { (option.label) }
                        }
                    }
                }
                @if many {
                    select aria-label=(parameter.label) autocomplete="off" disabled {
                        @for (index, option) in choices.iter().enumerate() {
                            option value=(index) selected[chosen(index)] { (option.label) }
                        }
                    }
                }
            }
        }
    }
}

fn switch(parameter: &Parameter, value: f64) -> Markup {
    html! {
        popgrad-switch parameter=(parameter.id) {
            label {
                input type="checkbox" role="switch" checked[value != 0.0] disabled;
                span { (name(parameter)) }
            }
        }
    }
}

/// What a parameter is called: words and symbol.
fn name(parameter: &Parameter) -> Markup {
    html! {
        (parameter.label)
        @if !parameter.symbol.is_empty() { " " span .symbol { (parameter.symbol) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: &[Choice] = &[
        Choice {
            id: "a",
            label: "first",
        },
        Choice {
            id: "b",
            label: "second",
        },
    ];

    fn markup(parameter: &Parameter, value: f64) -> String {
        control("slug", parameter, value).into_string()
    }

    #[test]
    fn steps_that_can_be_played_have_buttons() {
        let step = Parameter::number("step", "k", "Step", [0.0, 5.0], 1.0, 5.0).whole();
        assert!(!markup(&step, 5.0).contains("popgrad-player"));
        let html = markup(&step.played(), 5.0);
        assert_eq!(html.matches("<button").count(), 3, "{html}");
        assert!(
            html.contains("<popgrad-player parameter=\"step\""),
            "{html}"
        );
    }

    #[test]
    fn a_logarithmic_slider_moves_along_the_places_of_its_scale() {
        let depth = Parameter::number("depth", "L", "Layers", [1.0, 1000.0], 0.02, 10.0)
            .logarithmic()
            .whole();
        let html = markup(&depth, 10.0);
        assert!(html.contains("min=\"0\" max=\"3\""), "{html}");
        assert!(html.contains("value=\"1\""), "{html}");
        assert!(html.contains("value=\"10\""), "{html}");
    }

    #[test]
    fn every_kind_of_control_has_a_name() {
        let number = Parameter::number("n", "n", "Count", [-1.0, 1.0], 0.1, 0.0);
        let parameters = [
            number.clone(),
            number.field(),
            Parameter::choice("c", "Count", OPTIONS, 1),
            Parameter::switch("s", "Count", true),
            Parameter::seed("r", "Count", 7),
        ];
        for parameter in &parameters {
            let html = markup(parameter, parameter.default);
            assert!(
                html.contains("Count") && html.contains("disabled"),
                "{html}"
            );
        }
    }

    #[test]
    fn a_choice_shows_which_option_is_chosen() {
        let html = markup(&Parameter::choice("c", "Kind", OPTIONS, 1), 1.0);
        let chosen = html.split("checked").next().unwrap();
        assert!(chosen.ends_with("value=\"1\" "), "{html}");
        assert_eq!(html.matches("checked").count(), 1, "{html}");
    }

    #[test]
    fn the_widest_value_counts_the_signs_too() {
        let place = Parameter::number("x", "x", "Place", [-6.0, 6.0], 0.01, 0.5);
        assert_eq!(widest(&place), "−0.01".chars().count());
    }
}
