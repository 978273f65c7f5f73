//! What can go wrong while a figure is drawn.

use std::fmt;

/// Why a figure could not be drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The frame has no room, or a size that is not a number.
    Frame {
        /// Width in CSS pixels.
        width: f64,
        /// Height in CSS pixels.
        height: f64,
        /// Device units per CSS pixel.
        scale: f64,
    },
    /// An axis has bounds that cannot be drawn on its scale.
    Domain {
        /// The panel's id.
        panel: String,
        /// The axis' label.
        axis: String,
        /// The bounds as given.
        domain: [f64; 2],
    },
    /// The backend refused a drawing call.
    Backend(String),
    /// Bytes that should be a figure are not, or there is no room for them.
    #[cfg(feature = "bytes")]
    Bytes(String),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Frame {
                width,
                height,
                scale,
            } => write!(
                out,
                "a frame of {width} by {height} pixels at scale {scale} cannot hold a figure: \
                 give a width and height of at least 1 and at most 65536, and a scale above 0"
            ),
            Self::Domain {
                panel,
                axis,
                domain: [low, high],
            } => write!(
                out,
                "panel `{panel}`: the axis `{axis}` runs from {low} to {high}: give two finite, \
                 different bounds, both above 0 on a log axis"
            ),
            Self::Backend(message) => write!(out, "the drawing backend failed: {message}"),
            #[cfg(feature = "bytes")]
            Self::Bytes(message) => write!(
                out,
                "a figure as bytes cannot be passed on: {message}; write and read it with the same version"
            ),
        }
    }
}

impl std::error::Error for Error {}
