//! The steps of a test run, in order, and which of them a person asked for.

use super::{checks, tally::Tally};
use crate::{error::Error, setup};

/// One step: making the machine ready, or a check.
pub(super) struct Step {
    pub(super) name: &'static str,
    /// Set-up steps run when a check needs them; they are not asked for by name.
    set_up: bool,
    /// The steps that must have passed, where they ran.
    pub(super) needs: &'static [&'static str],
    pub(super) run: fn() -> Result<Tally, Error>,
}

const WASM: &str = "wasm target";
const NODE: &str = "npm packages";
const TOOLS: &str = "page tools";
const BROWSERS: &str = "test browsers";
const COURSE_TOOLS: &str = "course tools";
const PAGE: &str = "page";

const STEPS: [Step; 14] = [
    set_up(WASM, || prepared(setup::rust_target::add())),
    set_up(NODE, || prepared(setup::node_packages::install())),
    set_up(TOOLS, || prepared(setup::page().map(drop))),
    set_up(BROWSERS, || prepared(setup::browsers::install_in_ci())),
    set_up(COURSE_TOOLS, || prepared(setup::course_tools::install())),
    check("format", &[], checks::format),
    check("lint", &[WASM], checks::lint),
    check("native", &[], checks::native),
    check("docs", &[], checks::docs),
    check(PAGE, &[WASM, NODE, TOOLS], checks::page),
    check("html", &[NODE, PAGE], checks::html),
    check("sources", &[NODE, PAGE], checks::sources),
    check("browsers", &[NODE, BROWSERS, PAGE], checks::browsers),
    check(
        "hosts",
        &[NODE, BROWSERS, COURSE_TOOLS, PAGE],
        checks::hosts,
    ),
];

const fn set_up(name: &'static str, run: fn() -> Result<Tally, Error>) -> Step {
    Step {
        name,
        set_up: true,
        needs: &[],
        run,
    }
}

const fn check(
    name: &'static str,
    needs: &'static [&'static str],
    run: fn() -> Result<Tally, Error>,
) -> Step {
    Step {
        name,
        set_up: false,
        needs,
        run,
    }
}

fn prepared(result: Result<(), Error>) -> Result<Tally, Error> {
    result.map(|()| Tally::default())
}

/// The checks named by `parts`, or all, with the set-up that they need.
///
/// # Errors
/// If a part is not the name of a check.
pub(super) fn chosen(parts: &[String]) -> Result<Vec<&'static Step>, Error> {
    let known: Vec<&str> = STEPS
        .iter()
        .filter(|step| !step.set_up)
        .map(|step| step.name)
        .collect();
    if let Some(unknown) = parts.iter().find(|part| !known.contains(&part.as_str())) {
        return Err(Error::new(
            format!("there is no test part `{unknown}`"),
            format!("The parts are: {}.", known.join(", ")),
        ));
    }
    let asked = |step: &&Step| {
        !step.set_up && (parts.is_empty() || parts.iter().any(|part| part == step.name))
    };
    let needed: Vec<&str> = STEPS
        .iter()
        .filter(asked)
        .flat_map(|step| step.needs)
        .copied()
        .collect();
    let steps = STEPS.iter();
    Ok(steps
        .filter(|step| asked(step) || (step.set_up && needed.contains(&step.name)))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(parts: &[&str]) -> Vec<&'static str> {
        let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        chosen(&parts)
            .unwrap()
            .iter()
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn a_part_brings_its_set_up_and_no_other_check() {
        assert_eq!(names(&["format"]), ["format"]);
        assert_eq!(names(&["lint"]), [WASM, "lint"]);
        assert_eq!(names(&["browsers"]), [NODE, BROWSERS, "browsers"]);
        assert_eq!(names(&[]).len(), STEPS.len());
    }

    #[test]
    fn a_need_stands_before_the_step_that_needs_it() {
        for (place, step) in STEPS.iter().enumerate() {
            for need in step.needs {
                let before = STEPS.iter().take(place);
                assert!(
                    before.into_iter().any(|other| other.name == *need),
                    "{need}"
                );
            }
        }
    }

    #[test]
    fn an_unknown_part_is_named_with_the_known_ones() {
        let text = chosen(&["speed".to_owned()]).err().unwrap().to_string();
        assert!(
            text.contains("`speed`") && text.contains("format, lint"),
            "{text}"
        );
        assert!(chosen(&[WASM.to_owned()]).is_err());
    }
}
