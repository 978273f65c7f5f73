//! What cells have besides the language: `math`, random numbers, controls, figures and `PopulationNode`.

pub(crate) mod controls;
pub(crate) mod figures;
pub(crate) mod graph;
mod math;
pub(crate) mod node;
pub(crate) mod random;

use crate::raise::ErrorKind;
use crate::value::{Module, Value};

/// The modules that can be imported.
pub(crate) static MODULES: &[Module] = &[math::MATH];

/// A module by its name.
pub(crate) fn module(name: &str) -> Option<&'static Module> {
    MODULES.iter().find(|module| module.name == name)
}

/// The error for a module that is not there.
pub(crate) fn missing(name: &str) -> (ErrorKind, String) {
    let instead = match name.split('.').next() {
        Some("random") => {
            "Call random(), uniform(low, high), normal(mean, deviation) or randint(low, high) without an import."
        }
        Some("numpy") => "PopulationNode computes with whole lists, and math with single numbers.",
        Some("matplotlib") => "Call plot(x, y), bars(values) or heatmap(rows) without an import.",
        _ => "There is `math`; the other names are built in.",
    };
    let message = format!("No module named '{name}': it is not part of this Python. {instead}");
    (ErrorKind::ModuleNotFoundError, message)
}

/// A name of a module.
pub(crate) fn attribute(module: &'static Module, name: &str) -> Option<Value> {
    let constant = module
        .constants
        .iter()
        .find(|(constant, _)| *constant == name);
    if let Some((_, value)) = constant {
        return Some(Value::Float(*value));
    }
    module
        .functions
        .iter()
        .find(|function| function.name == name)
        .map(Value::Builtin)
}

/// All names of a module.
pub(crate) fn names(module: &Module) -> Vec<String> {
    let constants = module.constants.iter().map(|(name, _)| *name);
    constants
        .chain(module.functions.iter().map(|function| function.name))
        .map(str::to_owned)
        .collect()
}
