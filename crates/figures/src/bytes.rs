//! A figure as bytes, so that it can go from one WebAssembly file to another.

use crate::{Error, Figure};

impl Figure {
    /// The figure as bytes, which [`Figure::from_bytes`] of the same version reads.
    ///
    /// ```
    /// use popgrad_figures::{Axis, Curve, Figure, Panel, Role};
    /// let line = Curve::new("line", vec![[0.0, 0.0], [1.0, f64::NAN]], Role::Value);
    /// let (x, y) = (Axis::linear("x", [0.0, 1.0]), Axis::linear("y", [0.0, 1.0]));
    /// let figure = Figure::new("line", "A line", "y against x").with(Panel::new("p", "", x, y).with(line));
    /// let back = Figure::from_bytes(&figure.to_bytes()?)?;
    /// assert_eq!((back.id, back.panels.len()), ("line".to_owned(), 1));
    /// assert!(Figure::from_bytes(&[7]).is_err());
    /// # Ok::<(), popgrad_figures::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no room for them.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        postcard::to_allocvec(self).map_err(|cause| Error::Bytes(cause.to_string()))
    }

    /// The figure that bytes stand for.
    ///
    /// # Errors
    /// When they are not a figure's.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        postcard::from_bytes(bytes).map_err(|cause| Error::Bytes(cause.to_string()))
    }
}
