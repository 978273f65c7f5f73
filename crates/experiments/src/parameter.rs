//! What a reader can set.

use popgrad_figures::number::{self, rounded_to};
use serde::Serialize;

/// Something that a reader can set. Every kind holds a number: a choice the place of its option,
/// counted from 0, a switch 0 or 1.
///
/// ```
/// use popgrad_experiments::Parameter;
/// const DEPTH: Parameter =
///     Parameter::number("depth", "L", "Layers", [1.0, 1000.0], 0.02, 8.0).logarithmic().whole();
/// assert_eq!(DEPTH.nearest(7.7), 8.0);
/// assert_eq!(DEPTH.print(8.0), "8");
/// ```
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameter {
    /// Stable id, unique in the experiment: part of links.
    pub id: &'static str,
    /// Its symbol in formulas.
    pub symbol: &'static str,
    /// What it is, in words.
    pub label: &'static str,
    /// Its unit, empty where it has none.
    pub unit: &'static str,
    /// The smallest value.
    pub minimum: f64,
    /// The largest value.
    pub maximum: f64,
    /// The distance between neighbouring values: a difference on a linear scale, a difference of
    /// decimal logarithms on a logarithmic one.
    pub step: f64,
    /// The value at the start.
    pub default: f64,
    /// How values are spread along a slider.
    pub scale: Scale,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
    /// Whether every number of the range is allowed, with all its digits; steps are for moving alone.
    #[serde(skip)]
    pub exact: bool,
    /// What the reader sets it with.
    pub control: Control,
    /// Whether its control is in sight or behind "more".
    pub place: Place,
    /// How its steps are played one after the other, if they can be. The page's buttons know it.
    #[serde(skip)]
    pub played: Option<Pace>,
    /// A value in words, for those who hear it; without it they hear what is printed.
    #[serde(skip)]
    pub spoken: Option<fn(f64) -> String>,
}

/// What a reader sets a parameter with.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "kind", content = "choices", rename_all = "camelCase")]
pub enum Control {
    /// A slider with a number field.
    Slider,
    /// A number field alone; a mark of the figure usually moves it too.
    Field,
    /// One of several named options.
    Choice(&'static [Choice]),
    /// On or off.
    Switch,
    /// The seed of random numbers, with a button for a new one.
    Seed,
}

/// An option of a choice.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Choice {
    /// Stable id: part of links.
    pub id: &'static str,
    /// What it is, in words.
    pub label: &'static str,
}

/// Where a control stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// In sight, directly under the figure.
    Sight,
    /// Behind "more".
    More,
}

/// How the steps of a parameter are played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Steps a second at the normal speed.
    pub per_second: f64,
    /// Whether it is a long run, for which the reader chooses the speed.
    pub is_run: bool,
    /// Whether a run from the next seed is another run.
    pub is_seeded: bool,
}

/// How values are spread along a slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Scale {
    /// Equal distances are equal differences.
    Linear,
    /// Equal distances are equal ratios.
    Log,
}

/// Steps a second that leave time to see what each has moved.
const UNHURRIED: f64 = 10.0 / 9.0;

/// The largest seed: few enough digits to be read aloud.
const LARGEST_SEED: f64 = 999_999.0;

impl Parameter {
    /// A number set by a slider, in sight, on a linear scale.
    #[must_use]
    pub const fn number(
        id: &'static str,
        symbol: &'static str,
        label: &'static str,
        [minimum, maximum]: [f64; 2],
        step: f64,
        default: f64,
    ) -> Self {
        Self {
            id,
            symbol,
            label,
            unit: "",
            minimum,
            maximum,
            step,
            default,
            scale: Scale::Linear,
            whole: false,
            exact: false,
            control: Control::Slider,
            place: Place::Sight,
            played: None,
            spoken: None,
        }
    }

    /// One of several named options; `default` is the place of one, counted from 0.
    #[must_use]
    pub const fn choice(
        id: &'static str,
        label: &'static str,
        choices: &'static [Choice],
        default: usize,
    ) -> Self {
        let last = choices.len() as f64 - 1.0;
        let mut choice = Self::number(id, "", label, [0.0, last], 1.0, default as f64);
        choice.control = Control::Choice(choices);
        choice
    }

    /// On or off.
    #[must_use]
    pub const fn switch(id: &'static str, label: &'static str, default: bool) -> Self {
        let default = if default { 1.0 } else { 0.0 };
        let mut switch = Self::number(id, "", label, [0.0, 1.0], 1.0, default);
        switch.control = Control::Switch;
        switch
    }

    /// The seed of random numbers.
    #[must_use]
    pub const fn seed(id: &'static str, label: &'static str, default: u32) -> Self {
        let default = default as f64;
        let mut seed = Self::number(id, "", label, [0.0, LARGEST_SEED], 1.0, default);
        seed.control = Control::Seed;
        seed
    }

    /// The same on a logarithmic scale; its step becomes a difference of decimal logarithms.
    #[must_use]
    pub const fn logarithmic(mut self) -> Self {
        self.scale = Scale::Log;
        self
    }

    /// The same with whole numbers alone.
    #[must_use]
    pub const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// The same with every number of the range allowed, with all its digits: a place in a map that can be
    /// looked at ever closer.
    #[must_use]
    pub const fn exact(mut self) -> Self {
        self.exact = true;
        self
    }

    /// The same with a number field instead of a slider.
    #[must_use]
    pub const fn field(mut self) -> Self {
        self.control = Control::Field;
        self
    }

    /// The same behind "more".
    #[must_use]
    pub const fn more(mut self) -> Self {
        self.place = Place::More;
        self
    }

    /// The same with a unit.
    #[must_use]
    pub const fn in_unit(mut self, unit: &'static str) -> Self {
        self.unit = unit;
        self
    }

    /// The same with buttons that play its steps, make one and take one back: few steps, each with
    /// time to look at it.
    #[must_use]
    pub const fn played(mut self) -> Self {
        self.played = Some(Pace {
            per_second: UNHURRIED,
            is_run: false,
            is_seeded: false,
        });
        self
    }

    /// The same with a player for a long run, such as a recorded training: its slider scrubs through
    /// the whole run, and it is played at so many steps a second, slower and faster by the reader's
    /// choice, several steps in a frame where need be. Beside it stand the way back to the first step
    /// and, if the experiment has a seed, a new start from the next seed.
    ///
    /// ```
    /// use popgrad_experiments::Parameter;
    /// const STEP: Parameter = Parameter::number("step", "k", "Step", [0.0, 4000.0], 1.0, 4000.0)
    ///     .whole()
    ///     .played_at(200.0);
    /// assert!(STEP.played.is_some_and(|pace| pace.is_run));
    /// ```
    #[must_use]
    pub const fn played_at(mut self, steps_per_second: f64) -> Self {
        self.played = Some(Pace {
            per_second: steps_per_second,
            is_run: true,
            is_seeded: true,
        });
        self
    }

    /// The same without a new start: the run begins where the reader has put it, and not at a seed.
    #[must_use]
    pub const fn begun_by_hand(mut self) -> Self {
        if let Some(pace) = &mut self.played {
            pace.is_seeded = false;
        }
        self
    }

    /// The same with words for those who hear it.
    #[must_use]
    pub const fn spoken_as(mut self, spoken: fn(f64) -> String) -> Self {
        self.spoken = Some(spoken);
        self
    }

    /// The allowed value nearest to `value`: inside the range, a whole number of steps from its
    /// lower end. The two ends and the default are always allowed, and so are round numbers on a
    /// logarithmic scale, whose steps meet few of them: those of up to three digits.
    #[must_use]
    pub fn nearest(&self, value: f64) -> f64 {
        let value = value.clamp(self.minimum, self.maximum);
        let is_round = self.scale == Scale::Log && rounded_to(value, 3) == value && !self.whole;
        if self.exact || value == self.maximum || value == self.default || is_round {
            return value;
        }
        let place = self.place_of(value) - self.place_of(self.minimum);
        let steps = (place / self.step).round();
        let stepped = self.value_at(self.place_of(self.minimum) + steps * self.step);
        let stepped = if self.whole {
            // On a logarithmic scale small whole numbers lie further apart than steps.
            if self.scale == Scale::Log {
                value.round()
            } else {
                stepped.round()
            }
        } else {
            rounded_to(stepped, self.digits())
        };
        stepped.clamp(self.minimum, self.maximum)
    }

    /// `value` moved by so many steps, inside the range. Where a step on a logarithmic scale is
    /// less than one whole number, a whole parameter moves by one.
    #[must_use]
    pub fn moved(&self, value: f64, steps: f64) -> f64 {
        let moved = self.value_at(self.place_of(value) + steps * self.step);
        let moved = if self.whole && steps > 0.0 {
            moved.max(value + 1.0)
        } else if self.whole && steps < 0.0 {
            moved.min(value - 1.0)
        } else {
            moved
        };
        if moved.is_finite() {
            self.nearest(moved)
        } else {
            moved
        }
    }

    /// A value as the page prints it.
    #[must_use]
    pub fn print(&self, value: f64) -> String {
        match self.control {
            Control::Choice(choices) => label(choices, value).to_owned(),
            Control::Switch => if value == 0.0 { "off" } else { "on" }.to_owned(),
            Control::Slider | Control::Field | Control::Seed => {
                let mut text = number::short(value);
                if !self.unit.is_empty() {
                    text.push('\u{a0}');
                    text.push_str(self.unit);
                }
                text
            }
        }
    }

    /// A value as it is spoken.
    #[must_use]
    pub fn speak(&self, value: f64) -> String {
        self.spoken
            .map_or_else(|| self.print(value), |spoken| spoken(value))
    }

    /// How many digits a value keeps: without those that adding steps leaves behind, so that it is
    /// 0.07 and not 0.07000000000000001. Steps of a logarithmic scale are ratios, for which fewer
    /// digits do, and links stay short.
    fn digits(&self) -> usize {
        match self.scale {
            Scale::Linear => 12,
            Scale::Log => 6,
        }
    }

    /// Where a value lies on its scale: the value itself or its decimal logarithm. A slider moves
    /// by equal distances of this.
    #[must_use]
    pub fn place_of(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => value,
            Scale::Log => libm::log10(value),
        }
    }

    /// The value at a place of the scale.
    #[must_use]
    pub fn value_at(&self, place: f64) -> f64 {
        match self.scale {
            Scale::Linear => place,
            Scale::Log => libm::exp10(place),
        }
    }
}

fn label(choices: &'static [Choice], value: f64) -> &'static str {
    choices
        .get(value as usize)
        .map_or("", |choice| choice.label)
}
