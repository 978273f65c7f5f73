//! `cargo xtask links`: writes the public keys of links into the README, from where they are declared.

use std::fs;

use popgrad_experiments::link::{Kind, SETTINGS, VERSION};
use popgrad_experiments::{Control, Experiment, Parameter, Scale, registry};
use popgrad_figures::number;

use crate::{error::Error, workspace};

/// What the list stands between in the README.
const START: &str = "<!-- made by `cargo xtask links` -->\n";
const END: &str = "<!-- end of what `cargo xtask links` made -->\n";

/// Brings the README up to date.
///
/// # Errors
/// If the README lacks the place for the list, or cannot be written.
pub(crate) fn run() -> Result<(), Error> {
    let path = workspace::root().join("README.md");
    let text = filled(&workspace::read(&path)?)?;
    fs::write(&path, text).map_err(|cause| Error::file("write", &path, &cause))
}

/// The README with the list as it now is.
fn filled(readme: &str) -> Result<String, Error> {
    let missing = || {
        Error::new(
            "README.md has no place for the list of links",
            format!("Put these two lines where it belongs:\n{START}{END}"),
        )
    };
    let (before, rest) = readme.split_once(START).ok_or_else(missing)?;
    let (_, after) = rest.split_once(END).ok_or_else(missing)?;
    Ok([before, START, "\n", &list(), "\n", END, after].concat())
}

fn list() -> String {
    let mut text = "| setting | can be | does |\n|---|---|---|\n".to_owned();
    for setting in SETTINGS {
        let values = match setting.kind {
            Kind::Word(words) => quoted(words),
            Kind::Whole => "a whole number".to_owned(),
            Kind::Ending => "`true`".to_owned(),
            Kind::Beginning => "compressed code".to_owned(),
        };
        text += &format!("| `{}` | {values} | {} |\n", setting.name, setting.does);
    }
    let (key, version) = VERSION;
    text += &format!("| `{key}` | `{version}` | The version of the link, in its hash. |\n\n");
    text += "| parameter | can be | at first |\n|---|---|---|\n";
    for experiment in registry() {
        for parameter in experiment.parameters() {
            text += &row(*experiment, parameter);
        }
    }
    text
}

fn row(experiment: &dyn Experiment, parameter: &Parameter) -> String {
    let key = format!("{}.{}", experiment.slug(), parameter.id);
    let (values, default) = match parameter.control {
        Control::Choice(choices) => {
            let ids: Vec<_> = choices.iter().map(|choice| choice.id).collect();
            (quoted(&ids), ids[parameter.default as usize].to_owned())
        }
        Control::Switch => (
            quoted(&["true", "false"]),
            (parameter.default != 0.0).to_string(),
        ),
        Control::Slider | Control::Field | Control::Seed => {
            (range(parameter), number::short(parameter.default))
        }
    };
    format!("| `{key}` | {values} | `{default}` |\n")
}

fn range(parameter: &Parameter) -> String {
    let [low, high] = [parameter.minimum, parameter.maximum].map(number::short);
    let scale = if parameter.scale == Scale::Log {
        ", logarithmic"
    } else {
        ""
    };
    let kind = if parameter.whole { ", whole" } else { "" };
    format!("{low} to {high}{scale}{kind}")
}

fn quoted(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_lists_every_key() {
        let readme = workspace::read(&workspace::root().join("README.md")).unwrap();
        assert!(
            filled(&readme).unwrap() == readme,
            "README.md lists other keys than there are: run `cargo xtask links`"
        );
    }

    #[test]
    fn what_stands_around_the_list_stays() {
        let filled = filled(&format!("before\n{START}old\n{END}after\n")).unwrap();
        assert!(filled.starts_with("before\n") && filled.ends_with("after\n"));
        assert!(filled.contains("| `theme` |") && !filled.contains("old"));
        assert!(super::filled("nothing").is_err());
    }
}
