//! The buttons that play the steps of a parameter, as HTML. They wait, disabled, for the engine.

use maud::{Markup, html};
use popgrad_experiments::{Control, Pace, Parameter};

/// Speeds of a long run, as factors of its own pace.
const SPEEDS: [(&str, f64); 3] = [("Slow", 0.125), ("Normal speed", 1.0), ("Fast", 8.0)];

/// Buttons that play the steps, make one and take one back; for a long run its speed too.
pub(super) fn buttons(parameter: &Parameter, pace: Pace) -> Markup {
    html! {
        popgrad-player parameter=(parameter.id) class=[pace.is_run.then_some("run")] pace=(pace.per_second) role="group" aria-label=(parameter.label) {
            button .back type="button" disabled { "Step back" }
            button .play type="button" disabled { "Play" }
            button .step type="button" disabled { "Step" }
            @if pace.is_run { (speeds()) }
        }
    }
}

/// Ways to begin a long run again: from where it began, or, where a seed begins it, with the next one.
pub(super) fn restart(parameter: &Parameter, all: &[Parameter]) -> Markup {
    let is_seeded = parameter.played.is_some_and(|pace| pace.is_seeded);
    let mut seeds = all
        .iter()
        .filter(|one| is_seeded && matches!(one.control, Control::Seed));
    let seed = seeds.next().map(|one| one.id);
    html! {
        popgrad-restart parameter=(parameter.id) seed=[seed] role="group" aria-label="Begin again" {
            button .same type="button" disabled { "Same start again" }
            @if seed.is_some() {
                button .new type="button" title="Takes the next seed" disabled { "New start" }
            }
        }
    }
}

fn speeds() -> Markup {
    html! {
        select aria-label="Speed" autocomplete="off" disabled {
            @for (name, factor) in SPEEDS {
                option value=(factor) selected[factor == 1.0] { (name) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step() -> Parameter {
        Parameter::number("step", "k", "Step", [0.0, 4000.0], 1.0, 4000.0).whole()
    }

    fn html(parameter: &Parameter) -> String {
        let pace = parameter.played.expect("it can be played");
        buttons(parameter, pace).into_string()
    }

    #[test]
    fn only_a_long_run_has_a_choice_of_speed() {
        let few = html(&step().played());
        assert_eq!(few.matches("<button").count(), 3, "{few}");
        assert!(!few.contains("<select"), "{few}");
        let run = html(&step().played_at(200.0));
        assert!(run.contains("pace=\"200\""), "{run}");
        assert_eq!(run.matches("<option").count(), SPEEDS.len(), "{run}");
        assert!(run.contains("value=\"1\" selected"), "{run}");
    }

    #[test]
    fn only_where_there_is_a_seed_there_is_a_new_start() {
        let step = step().played_at(200.0);
        let bare = restart(&step, &[]).into_string();
        assert!(
            bare.contains("Same start") && !bare.contains("New start"),
            "{bare}"
        );
        let seed = Parameter::seed("draw", "Seed", 1);
        let placed =
            restart(&step.clone().begun_by_hand(), std::slice::from_ref(&seed)).into_string();
        assert_eq!(placed, bare);
        let seeded = restart(&step, &[seed]).into_string();
        assert!(seeded.contains("seed=\"draw\""), "{seeded}");
        assert!(seeded.contains("New start"), "{seeded}");
    }
}
