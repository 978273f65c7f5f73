//! What `plot`, `bars` and `heatmap` take besides their numbers.

use popgrad_figures::Role;

use super::{LARGEST, NARROWEST};
use crate::builtins::float_of;
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Value};

/// What the keyword arguments of a figure say.
pub(super) struct Options {
    pub(super) title: String,
    pub(super) x: String,
    pub(super) y: String,
    pub(super) names: Vec<String>,
    pub(super) roles: Vec<Role>,
    pub(super) x_range: Option<[f64; 2]>,
    pub(super) y_range: Option<[f64; 2]>,
}

impl Options {
    pub(super) fn take(
        interpreter: &mut Interpreter,
        function: &str,
        arguments: &mut Arguments,
    ) -> Result<Options> {
        let keywords = Arguments {
            positional: Vec::new(),
            named: std::mem::take(&mut arguments.named),
        };
        let known = ["title", "x", "y", "names", "role", "x_range", "y_range"];
        let [title, x, y, names, role, x_range, y_range] =
            keywords.bind(interpreter, function, known, 0)?;
        let mut text = |value: Option<Value>, default: &str| match value {
            Some(value) => interpreter.str(&value).map(|text| text.to_string()),
            None => Ok(default.to_owned()),
        };
        let (title, x, y) = (text(title, "")?, text(x, "x")?, text(y, "y")?);
        Ok(Options {
            title,
            x,
            y,
            names: names.map_or(Ok(Vec::new()), |names| self::names(interpreter, &names))?,
            roles: role.map_or(Ok(vec![Role::Value]), |role| roles(interpreter, &role))?,
            x_range: range(interpreter, "x_range", x_range)?,
            y_range: range(interpreter, "y_range", y_range)?,
        })
    }

    /// The role of a series, and which of several of that role it is.
    pub(super) fn role(&self, number: usize) -> (Role, u8) {
        let role = |number: usize| self.roles[number.min(self.roles.len() - 1)];
        let before = (0..number)
            .filter(|other| role(*other) == role(number))
            .count();
        (role(number), before as u8)
    }

    pub(super) fn title_or(&self, default: String) -> String {
        if self.title.is_empty() {
            default
        } else {
            self.title.clone()
        }
    }
}

pub(super) fn names(interpreter: &mut Interpreter, names: &Value) -> Result<Vec<String>> {
    if let Value::Text(name) = names {
        return Ok(vec![name.as_str().to_owned()]);
    }
    let names = interpreter.collect(names)?;
    names
        .iter()
        .map(|name| interpreter.str(name).map(|name| name.to_string()))
        .collect()
}

pub(super) fn roles(interpreter: &mut Interpreter, roles: &Value) -> Result<Vec<Role>> {
    let roles: Vec<Role> = names(interpreter, roles)?
        .iter()
        .map(|name| role_named(name))
        .collect::<Result<_>>()?;
    if roles.is_empty() {
        Ok(vec![Role::Value])
    } else {
        Ok(roles)
    }
}

pub(super) fn role_named(name: &str) -> Result<Role> {
    Role::named(name).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.into_iter().map(Role::name).collect();
        let meant = crate::suggest::nearest(name, &known);
        Raise::value_error(format!(
            "there is no role '{name}': it is one of {}",
            known.join(", ")
        ))
        .meant(meant)
    })
}

pub(super) fn range(
    interpreter: &mut Interpreter,
    name: &str,
    value: Option<Value>,
) -> Result<Option<[f64; 2]>> {
    let Some(value) = value else { return Ok(None) };
    let ends = interpreter.collect(&value)?;
    let [low, high] = ends.as_slice() else {
        return Err(Raise::value_error(format!(
            "{name} is two numbers, the lower and the upper end"
        )));
    };
    let ends = [float_of(interpreter, low)?, float_of(interpreter, high)?];
    let size = ends[0].abs().max(ends[1].abs());
    let is_drawable =
        ends[1] - ends[0] > size * NARROWEST && size < LARGEST && size > 1.0 / LARGEST;
    if is_drawable {
        return Ok(Some(ends));
    }
    Err(Raise::value_error(format!(
        "{name} runs from {} to {}: the first must be below the second",
        ends[0], ends[1]
    )))
}
