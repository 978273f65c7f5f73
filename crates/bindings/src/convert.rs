//! Data that crosses the border.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::Error;

/// Plain objects and arrays, as JavaScript would write them.
pub(crate) fn to_javascript<Data: Serialize>(data: &Data) -> Result<JsValue, Error> {
    Ok(data.serialize(&Serializer::json_compatible())?)
}
