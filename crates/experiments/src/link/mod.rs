//! State in the address of the page: a link is an experiment as someone left it.
//!
//! The query says what a teacher fixes, the hash what the reader moved. The keys are the same in
//! both: `slug.parameter`. The hash begins with the experiment that the link leads to:
//!
//! ```
//! use popgrad_experiments::{State, find, link};
//! let mut state = State::defaults(find("gradient-shape")?);
//! let notices = link::follow(&mut state, "", "#gradient-shape&gradient-shape.scale=99&v=1");
//! assert_eq!(notices, ["Input scale was 99; the largest is 1.2."]);
//! assert_eq!(link::hash(&state, "", ""), "#gradient-shape&gradient-shape.scale=1.2&v=1");
//! # Ok::<(), popgrad_experiments::Error>(())
//! ```
//!
//! Everything here is pure and takes any text: unknown keys are ignored, and a value that cannot be
//! is replaced by the nearest one that can, which a notice says.

mod decimal;
mod pairs;
mod setting;
mod value;
mod words;

pub use pairs::chosen;
pub use setting::{Kind, SETTINGS, Setting, VERSION};

use pairs::pairs;
use setting::SEED;

use crate::{Control, State};

/// Brings a state to where an address says it is: defaults, then what the query fixes, then what the
/// hash moved. Returns, in plain words, what could not be taken as it was written. What the reader
/// predicted stays.
pub fn follow(state: &mut State, query: &str, hash: &str) -> Vec<String> {
    let mut notices = Vec::new();
    if let Some((_, version)) = pairs(hash).find(|(key, _)| key == VERSION.0)
        && version != VERSION.1
    {
        notices.push(words::other_version(&version));
    }
    let mut target = start(state, query, &mut notices);
    take(&mut target, hash, &mut notices);
    state.move_to(&target);
    notices
}

/// The hash that leads to this state: its experiment, then what was moved away from the start that
/// the query fixes. What `before`, the hash until now, says of other experiments stays in it.
#[must_use]
pub fn hash(state: &State, query: &str, before: &str) -> String {
    let slug = state.experiment().slug();
    let start = start(state, query, &mut Vec::new());
    let others = pairs(before).filter(|(key, _)| {
        pairs::of_experiment(key).is_some_and(|(other, parameter)| {
            other != slug && pairs::is_identifier(other) && pairs::is_identifier(parameter)
        })
    });
    let mut text = format!("#{slug}");
    let bare = text.len();
    for (key, value) in others {
        push(&mut text, &key, &pairs::encoded(&value));
    }
    for ((parameter, value), (_, first)) in state.iter().zip(start.iter()) {
        if value != first {
            let key = [slug, ".", parameter.id].concat();
            push(&mut text, &key, &value::print(parameter, value));
        }
    }
    if text.len() > bare {
        push(&mut text, VERSION.0, VERSION.1);
    }
    text
}

/// The state that the query fixes.
fn start(state: &State, query: &str, notices: &mut Vec<String>) -> State {
    let mut start = State::defaults(state.experiment());
    if let Some((_, text)) = pairs(query).find(|(key, _)| key == SEED) {
        let seeds = state.experiment().parameters().iter();
        for parameter in seeds.filter(|parameter| matches!(parameter.control, Control::Seed)) {
            value::put(&mut start, parameter, &text, notices);
        }
    }
    take(&mut start, query, notices);
    start
}

/// Takes the values that a query or a hash gives to this experiment's parameters.
fn take(state: &mut State, text: &str, notices: &mut Vec<String>) {
    let experiment = state.experiment();
    for (key, given) in pairs(text) {
        let Some((slug, id)) = pairs::of_experiment(&key) else {
            continue;
        };
        let mut parameters = experiment.parameters().iter();
        let known = parameters.find(|parameter| slug == experiment.slug() && parameter.id == id);
        if let Some(parameter) = known {
            value::put(state, parameter, &given, notices);
        }
    }
}

fn push(text: &mut String, key: &str, value: &str) {
    for part in ["&", key, "=", value] {
        text.push_str(part);
    }
}
