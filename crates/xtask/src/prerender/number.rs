//! Numbers in prose that the reader can move: `{{=id}}` becomes a custom element with the value of
//! that parameter.

use maud::html;
use popgrad_experiments::{Control, Parameter, State};

use super::controls::widest;
use crate::error::Error;

/// The prose with each `{{=id}}` replaced by the number of that parameter.
///
/// # Errors
/// If there is no such parameter, it is not a number, or its braces are not closed.
pub(super) fn put(prose: &str, state: &State) -> Result<String, Error> {
    let mut filled = String::new();
    let mut rest = prose;
    while let Some((before, after)) = rest.split_once("{{=") {
        let (id, behind) = after
            .split_once("}}")
            .ok_or_else(|| refused(after, "its braces are not closed"))?;
        filled += before;
        filled += &element(id, state)?;
        rest = behind;
    }
    Ok(filled + rest)
}

fn element(id: &str, state: &State) -> Result<String, Error> {
    let parameter = state
        .parameter(id)
        .map_err(|cause| refused(id, &cause.to_string()))?;
    if !is_number(parameter) {
        return Err(refused(id, "it is no number that could be dragged"));
    }
    let value = state.get(id).unwrap_or(parameter.default);
    let unit = parameter.unit.chars().count();
    let width = widest(parameter) + if unit == 0 { 0 } else { unit + 1 };
    let html = html! {
        popgrad-number parameter=(id) data-width=(width) { (parameter.print(value)) }
    };
    Ok(html.into_string())
}

fn is_number(parameter: &Parameter) -> bool {
    matches!(
        parameter.control,
        Control::Slider | Control::Field | Control::Seed
    )
}

fn refused(id: &str, cause: &str) -> Error {
    let id: String = id.chars().take(20).collect();
    Error::new(
        format!("the prose asks for the parameter `{{{{={id}}}}}`: {cause}"),
        "Mend it in the prose: `{{=id}}` is a number that the reader can set.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        State::defaults(popgrad_experiments::registry()[0])
    }

    #[test]
    fn a_parameter_becomes_a_number_that_can_be_moved() {
        let state = state();
        let (first, _) = state.iter().next().unwrap();
        let html = put(&format!("at {{{{={}}}}} and on", first.id), &state).unwrap();
        assert!(html.starts_with("at <popgrad-number parameter="), "{html}");
        assert!(html.ends_with("</popgrad-number> and on"), "{html}");
    }

    #[test]
    fn an_unknown_parameter_is_named() {
        for prose in ["{{=slop}}", "{{=slop"] {
            let message = put(prose, &state()).unwrap_err().to_string();
            assert!(message.contains("slop"), "{message}");
        }
    }
}
