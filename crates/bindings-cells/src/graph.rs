//! A graph that a reader steps through, as a plain object.

use popgrad_cells::{Fold, GraphView, Rule};
use serde::Serialize;
use serde_wasm_bindgen::Serializer as ToJavaScript;
use wasm_bindgen::prelude::*;

use crate::Error;
use crate::outcome::{Bytes, bytes};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What a mark of a graph is. */
export interface MarkExplained { readonly id: string; readonly words: string; readonly formula: string; }
/**
 * A graph at one of its moments: `figure` holds it as bytes, `spoken` says it in a sentence, `said` what came of the
 * reader's last move besides. `ways` are its edges: where each comes from, where it goes to, and its own id.
 */
export interface GraphMoment { readonly figure: Uint8Array<ArrayBuffer>; readonly step: number; readonly forward: number; readonly steps: number; readonly rule: "add" | "replace" | "stale"; readonly spoken: string; readonly said: string | null; readonly folds: readonly string[]; readonly canFold: boolean; readonly active: string | null; readonly ways: readonly (readonly [string, string, string])[]; readonly explanations: readonly MarkExplained[]; }
"#;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    figure: Bytes,
    step: usize,
    forward: usize,
    steps: usize,
    rule: &'static str,
    spoken: String,
    said: Option<String>,
    folds: Vec<String>,
    can_fold: bool,
    active: Option<String>,
    ways: Vec<[String; 3]>,
    explanations: Vec<Explained>,
}

#[derive(Serialize)]
struct Explained {
    id: String,
    words: String,
    formula: String,
}

/// The graph after a move of the reader. A move that it does not know leaves it as it is.
pub(crate) fn moved(view: &mut GraphView, ask: &str, what: &str) -> Result<JsValue, Error> {
    let said = follow(view, ask, what);
    let explanations = view.explanations().into_iter();
    let told = Told {
        figure: bytes(&view.figure())?,
        step: view.step(),
        forward: view.forward_steps(),
        steps: view.steps(),
        rule: view.rule().name(),
        spoken: view.spoken(),
        said,
        folds: view.folds().iter().map(Fold::id).collect(),
        can_fold: view.can_fold(),
        active: view.active(),
        ways: view.ways(),
        explanations: explanations
            .map(|(id, explained)| Explained {
                id,
                words: explained.words,
                formula: explained.formula,
            })
            .collect(),
    };
    Ok(told.serialize(&ToJavaScript::json_compatible().serialize_bytes_as_arrays(false))?)
}

fn follow(view: &mut GraphView, ask: &str, what: &str) -> Option<String> {
    match ask {
        "step" => view.set_step(what.parse().unwrap_or_else(|_| view.step())),
        "rule" => view.set_rule(Rule::named(what).unwrap_or_else(|| view.rule())),
        "fold" => view.fold_all(),
        "unfold" => return view.unfold(what),
        _ => {}
    }
    None
}
