//! The engine's checksum over all its digits, for the browsers' tests to compare with the native one.

use wasm_bindgen::prelude::*;

/// The checksum of [`popgrad::self_check`].
///
/// # Errors
/// There is not enough memory.
#[wasm_bindgen(js_name = "selfCheck")]
pub fn self_check() -> Result<u64, JsError> {
    Ok(popgrad::self_check()?)
}
