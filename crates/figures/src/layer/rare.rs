//! Layers that only some figures have.

use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};

/// A layer that only some figures have. Without the feature `every-layer` there can be none of them:
/// the compiler sees that and leaves their drawing out of the first WebAssembly file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Rare<Kind> {
    layer: Kind,
    #[cfg(not(feature = "every-layer"))]
    #[serde(skip)]
    never: std::convert::Infallible,
}

impl<Kind> Deref for Rare<Kind> {
    type Target = Kind;

    fn deref(&self) -> &Kind {
        &self.layer
    }
}

impl<'de, Kind: Deserialize<'de>> Deserialize<'de> for Rare<Kind> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Kind::deserialize(from).map(Self::from)
    }
}

impl<Kind> From<Kind> for Rare<Kind> {
    #[cfg(feature = "every-layer")]
    fn from(layer: Kind) -> Self {
        Self { layer }
    }

    #[cfg(not(feature = "every-layer"))]
    fn from(_: Kind) -> Self {
        unreachable!(
            "a figure of the first screen has a layer that its WebAssembly file cannot draw"
        )
    }
}
