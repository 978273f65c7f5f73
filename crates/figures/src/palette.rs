//! The colours of a figure.

use std::fmt;

use crate::{Role, Series};

/// A colour, printed as `#0072b2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Color {
    pub(crate) const fn hex(code: u32) -> Self {
        Self {
            red: (code >> 16) as u8,
            green: (code >> 8) as u8,
            blue: code as u8,
        }
    }
}

impl Color {
    /// The colour a part of the way to another one.
    pub(crate) fn towards(self, other: Self, part: f64) -> Self {
        let mix = |from: u8, to: u8| {
            (f64::from(from) + part * (f64::from(to) - f64::from(from))).round() as u8
        };
        Self {
            red: mix(self.red, other.red),
            green: mix(self.green, other.green),
            blue: mix(self.blue, other.blue),
        }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// What a stroke, a fill or a word in a figure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The ground that everything stands on.
    Ground,
    /// Words.
    Text,
    /// Words that step back: tick labels, axis labels.
    SoftText,
    /// Grid lines; decoration that carries no meaning.
    Grid,
    /// Axes and the zero line.
    Axis,
    /// Marks of a role.
    Mark(Role),
    /// Marks of a role in a deeper shade, for the second of two series.
    Deep(Role),
    /// Words of a role.
    Word(Role),
}

impl Ink {
    /// Every ink, in the order of the palettes.
    pub const ALL: [Self; 26] = [
        Self::Ground,
        Self::Text,
        Self::SoftText,
        Self::Grid,
        Self::Axis,
        Self::Mark(Role::Value),
        Self::Mark(Role::Gradient),
        Self::Mark(Role::Theory),
        Self::Mark(Role::Prediction),
        Self::Mark(Role::Wrong),
        Self::Mark(Role::Quiet),
        Self::Mark(Role::Plain),
        Self::Deep(Role::Value),
        Self::Deep(Role::Gradient),
        Self::Deep(Role::Theory),
        Self::Deep(Role::Prediction),
        Self::Deep(Role::Wrong),
        Self::Deep(Role::Quiet),
        Self::Deep(Role::Plain),
        Self::Word(Role::Value),
        Self::Word(Role::Gradient),
        Self::Word(Role::Theory),
        Self::Word(Role::Prediction),
        Self::Word(Role::Wrong),
        Self::Word(Role::Quiet),
        Self::Word(Role::Plain),
    ];

    /// The CSS custom property that holds this ink's colour.
    ///
    /// ```
    /// use popgrad_figures::{Ink, Role};
    /// assert_eq!(Ink::Mark(Role::Value).variable(), "--value");
    /// assert_eq!(Ink::Word(Role::Value).variable(), "--value-text");
    /// ```
    #[must_use]
    pub fn variable(self) -> &'static str {
        match self {
            Self::Ground => "--ground",
            Self::Text => "--text",
            Self::SoftText => "--text-soft",
            Self::Grid => "--grid",
            Self::Axis => "--axis",
            Self::Mark(role) => mark_variable(role),
            Self::Deep(role) => deep_variable(role),
            Self::Word(role) => word_variable(role),
        }
    }

    /// The role of a mark or word, if the ink has one.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Mark(role) | Self::Deep(role) | Self::Word(role) => Some(role),
            Self::Ground | Self::Text | Self::SoftText | Self::Grid | Self::Axis => None,
        }
    }

    /// The ink of marks in the shade of their series.
    pub(crate) fn of(role: Role, series: Series) -> Self {
        if series.is_deep() {
            Self::Deep(role)
        } else {
            Self::Mark(role)
        }
    }

    fn index(self) -> usize {
        match self {
            Self::Ground => 0,
            Self::Text => 1,
            Self::SoftText => 2,
            Self::Grid => 3,
            Self::Axis => 4,
            Self::Mark(role) => 5 + role as usize,
            Self::Deep(role) => 5 + Role::ALL.len() + role as usize,
            Self::Word(role) => 5 + 2 * Role::ALL.len() + role as usize,
        }
    }
}

fn mark_variable(role: Role) -> &'static str {
    match role {
        Role::Value => "--value",
        Role::Gradient => "--gradient",
        Role::Theory => "--theory",
        Role::Prediction => "--prediction",
        Role::Wrong => "--wrong",
        Role::Quiet => "--quiet",
        Role::Plain => "--plain",
    }
}

fn deep_variable(role: Role) -> &'static str {
    match role {
        Role::Value => "--value-deep",
        Role::Gradient => "--gradient-deep",
        Role::Theory => "--theory-deep",
        Role::Prediction => "--prediction-deep",
        Role::Wrong => "--wrong-deep",
        Role::Quiet => "--quiet-deep",
        Role::Plain => "--plain-deep",
    }
}

fn word_variable(role: Role) -> &'static str {
    match role {
        Role::Value => "--value-text",
        Role::Gradient => "--gradient-text",
        Role::Theory => "--theory-text",
        Role::Prediction => "--prediction-text",
        Role::Wrong => "--wrong-text",
        Role::Quiet => "--quiet-text",
        Role::Plain => "--plain-text",
    }
}

/// One colour for each [`Ink`]: told apart by the colour-blind (Okabe and Ito, "Color universal
/// design", 2008), marks at a contrast of 3:1 against the ground, words at 4.5:1.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    colors: [Color; Ink::ALL.len()],
}

impl Palette {
    /// On a light ground.
    #[must_use]
    pub fn light() -> Self {
        Self::from_codes([
            0xffffff, 0x1b1f24, 0x59616b, 0xe4e7eb, 0x868e98, //
            0x0072b2, 0xd55e00, 0x6f7780, 0xcc79a7, 0x8f6a00, 0x868e98, 0x3d4650, //
            0x00446a, 0x8a3d00, 0x3f464d, 0x87406a, 0x5c4400, 0x59616b, 0x000000, //
            0x00659e, 0xb34e00, 0x59616b, 0xa34a7c, 0x7a5a00, 0x59616b, 0x1b1f24,
        ])
    }

    /// On a dark ground.
    #[must_use]
    pub fn dark() -> Self {
        Self::from_codes([
            0x14181d, 0xe8ebee, 0xa5aeb8, 0x2a3038, 0x737d88, //
            0x56b4e9, 0xf5813a, 0x98a2ad, 0xe08fbd, 0xd9b23c, 0x737d88, 0xc3cad1, //
            0xa9dcf7, 0xffb98f, 0xcdd4db, 0xf5c9e0, 0xf0d98f, 0xa5aeb8, 0xffffff, //
            0x6cbff0, 0xff9655, 0xa5aeb8, 0xeba3cb, 0xe3c058, 0xa5aeb8, 0xe8ebee,
        ])
    }

    /// On paper: the light colours with black words.
    #[must_use]
    pub fn print() -> Self {
        let mut palette = Self::light();
        palette.colors[Ink::Text.index()] = Color::hex(0x000000);
        palette.colors[Ink::SoftText.index()] = Color::hex(0x333333);
        palette.colors[Ink::Axis.index()] = Color::hex(0x555555);
        palette
    }

    /// The colour of an ink.
    #[must_use]
    pub fn color(&self, ink: Ink) -> Color {
        self.colors[ink.index()]
    }

    /// The palette as CSS declarations, one custom property for each ink.
    ///
    /// ```
    /// let css = popgrad_figures::Palette::light().css();
    /// assert!(css.contains("--value: #0072b2;\n"));
    /// ```
    #[must_use]
    pub fn css(&self) -> String {
        Ink::ALL
            .iter()
            .map(|&ink| format!("{}: {};\n", ink.variable(), self.color(ink)))
            .collect()
    }

    /// A palette whose colours only number the inks, for a backend that writes names.
    pub(crate) fn numbered() -> Self {
        let mut colors = [Color::hex(0); Ink::ALL.len()];
        for (number, color) in (0..).zip(&mut colors) {
            *color = Color::hex(number);
        }
        Self { colors }
    }

    fn from_codes(codes: [u32; Ink::ALL.len()]) -> Self {
        Self {
            colors: codes.map(Color::hex),
        }
    }
}
