//! A figure as plain data.

use serde::{Deserialize, Serialize};

use crate::{Axis, Graph, Layer, Mark};

/// A figure: a claim, and the panels that show it. The claim, the subtitle and the caption are set
/// by the page as text; [`render`](crate::render) draws the panels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Stable id, unique on the page.
    pub id: String,
    /// The claim that the figure shows.
    pub title: String,
    /// What is plotted against what.
    pub subtitle: String,
    /// What to look at, in a sentence or two.
    pub caption: String,
    /// The panels in reading order.
    pub panels: Vec<Panel>,
}

/// A plot with two axes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Panel {
    /// Stable id, unique in the figure.
    pub id: String,
    /// What the panel shows, in a few words, set above it.
    pub title: String,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// What is drawn, back to front.
    pub layers: Vec<Layer>,
    /// How much room the panel takes.
    pub room: Room,
    /// Whether a unit is as long across as upwards, so that circles are round and angles are true. For
    /// linear axes.
    pub equal_axes: bool,
    /// What a click in the panel sets, if anything.
    pub pick: Option<Pick>,
}

/// What a click inside of a panel's axes sets: the parameters that take the place of the pointer.
///
/// It is a way beside the controls of these parameters, not instead of them: keys reach those.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pick {
    /// Id of the parameter that takes the horizontal place.
    pub x: String,
    /// Id of the parameter that takes the vertical place.
    pub y: String,
}

/// How much room a panel takes in each layout, in design pixels (CSS pixels at the layout's
/// reference width).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Room {
    /// Height in the narrow layout, where panels stand one below the other.
    pub narrow_height: f64,
    /// Height in the wide layout, where panels stand side by side.
    pub wide_height: f64,
    /// Width in the wide layout, in twelfths of the figure: 1 to 12.
    pub columns: u8,
}

impl Panel {
    /// A panel without layers: 220 design pixels high in the narrow layout, 300 in the wide one,
    /// where it takes half of the width.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, x: Axis, y: Axis) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            x,
            y,
            layers: Vec::new(),
            room: Room {
                narrow_height: 220.0,
                wide_height: 300.0,
                columns: 6,
            },
            equal_axes: false,
            pick: None,
        }
    }

    /// A panel that is a graph, in the room that it needs.
    #[must_use]
    pub fn graph(id: impl Into<String>, title: impl Into<String>, graph: Graph) -> Self {
        let room = graph.room();
        Self {
            room,
            ..Self::new(id, title, Axis::hidden(), Axis::hidden()).with(graph)
        }
    }

    /// The same panel with units as long across as upwards: for phase planes and contours.
    #[must_use]
    pub fn with_equal_axes(mut self) -> Self {
        self.equal_axes = true;
        self
    }

    /// The same panel, a map in which a click chooses: two parameters take the place of the pointer.
    ///
    /// ```
    /// use popgrad_figures::{Axis, Panel};
    /// let gain = Axis::log10("gain", [0.3, 4.0]);
    /// let depth = Axis::linear("depth", [2.0, 100.0]);
    /// let map = Panel::new("map", "One net a place", gain, depth).picking("gain", "depth");
    /// assert!(map.pick.is_some());
    /// ```
    #[must_use]
    pub fn picking(mut self, x: impl Into<String>, y: impl Into<String>) -> Self {
        self.pick = Some(Pick {
            x: x.into(),
            y: y.into(),
        });
        self
    }

    /// The same panel with other room: its height in the narrow and in the wide layout in design
    /// pixels, and its width in the wide one in twelfths of the figure.
    #[must_use]
    pub fn with_room(mut self, narrow_height: f64, wide_height: f64, columns: u8) -> Self {
        self.room = Room {
            narrow_height,
            wide_height,
            columns,
        };
        self
    }

    /// The same panel with one more layer, in front of the others.
    #[must_use]
    pub fn with(mut self, layer: impl Into<Layer>) -> Self {
        self.layers.push(layer.into());
        self
    }
}

impl Figure {
    /// A figure without panels and without a caption.
    ///
    /// ```
    /// use popgrad_figures::{Axis, Curve, Figure, Panel, Role, Side};
    /// let line = Curve::new("y = x", vec![[0.0, 0.0], [1.0, 1.0]], Role::Value)
    ///     .labelled("y = x", [0.5, 0.5], Side::Right);
    /// let (x, y) = (Axis::linear("input", [0.0, 1.0]), Axis::linear("output", [0.0, 1.0]));
    /// let figure = Figure::new("line", "A line is straight", "output against input")
    ///     .with(Panel::new("line", "A line", x, y).with_room(220.0, 320.0, 12).with(line));
    /// assert_eq!(figure.panels[0].layers.len(), 1);
    /// ```
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        subtitle: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            subtitle: subtitle.into(),
            caption: String::new(),
            panels: Vec::new(),
        }
    }

    /// The same figure with a caption.
    #[must_use]
    pub fn with_caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = caption.into();
        self
    }

    /// The same figure with one more panel.
    #[must_use]
    pub fn with(mut self, panel: Panel) -> Self {
        self.panels.push(panel);
        self
    }

    /// All marks with the id of their panel, in drawing order.
    pub fn marks(&self) -> impl Iterator<Item = (&str, &Mark)> {
        self.panels.iter().flat_map(|panel| {
            panel
                .layers
                .iter()
                .flat_map(Layer::marks)
                .map(|mark| (panel.id.as_str(), mark))
        })
    }
}
