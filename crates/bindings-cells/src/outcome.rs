//! What a run put out, as plain objects.

use popgrad_cells::{Control, Event, Frame, Outcome, Position, Report};
use popgrad_figures::Figure;
use serde::{Serialize, Serializer};
use serde_wasm_bindgen::Serializer as ToJavaScript;
use wasm_bindgen::prelude::*;

use crate::Error;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A place in the text of a cell: line and column count from 1, columns in characters, bytes from 0. */
export interface Position { readonly line: number; readonly column: number; readonly byte: number; }
/** A function, or a cell itself where `function` is null, that an error came through; `text` is its line. */
export interface Frame { readonly cell: string; readonly function: string | null; readonly start: Position; readonly end: Position; readonly text: string; }
/** Why a run ended early; the last frame of the trace is where it happened. */
export interface Report { readonly name: string; readonly message: string; readonly suggestion: string | null; readonly trace: readonly Frame[]; }
/** What a cell puts out. `figure` holds a figure as bytes, which the full engine draws. */
export type CellEvent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly id: string; readonly figure: Uint8Array<ArrayBuffer> }
  | { readonly kind: "graph"; readonly id: string; readonly figure: Uint8Array<ArrayBuffer> }
  | { readonly kind: "slider"; readonly name: string; readonly value: number; readonly low: number; readonly high: number; readonly step: number | null }
  | { readonly kind: "choice"; readonly name: string; readonly options: readonly string[]; readonly chosen: number };
/** What came of a run. */
export interface Outcome { readonly events: readonly CellEvent[]; readonly error: Report | null; readonly steps: number; }
"#;

#[derive(Serialize)]
struct Told {
    events: Vec<ToldEvent>,
    error: Option<ToldReport>,
    steps: f64,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum ToldEvent {
    Text {
        text: String,
    },
    Figure {
        id: String,
        figure: Bytes,
    },
    Graph {
        id: String,
        figure: Bytes,
    },
    Slider {
        name: String,
        value: f64,
        low: f64,
        high: f64,
        step: Option<f64>,
    },
    Choice {
        name: String,
        options: Vec<String>,
        chosen: usize,
    },
}

/// Bytes as JavaScript's own array of bytes.
pub(crate) struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

#[derive(Serialize)]
struct ToldReport {
    name: String,
    message: String,
    suggestion: Option<String>,
    trace: Vec<ToldFrame>,
}

#[derive(Serialize)]
struct ToldFrame {
    cell: String,
    function: Option<String>,
    start: ToldPosition,
    end: ToldPosition,
    text: String,
}

#[derive(Serialize)]
struct ToldPosition {
    line: usize,
    column: usize,
    byte: usize,
}

pub(crate) fn to_javascript(outcome: Outcome) -> Result<JsValue, Error> {
    let events = outcome.events.into_iter().map(event);
    let told = Told {
        events: events.collect::<Result<_, _>>()?,
        error: outcome.error.map(report),
        steps: outcome.steps as f64,
    };
    Ok(told.serialize(&ToJavaScript::json_compatible().serialize_bytes_as_arrays(false))?)
}

fn event(event: Event) -> Result<ToldEvent, Error> {
    Ok(match event {
        Event::Text(text) => ToldEvent::Text { text },
        Event::Figure(figure) => ToldEvent::Figure {
            figure: bytes(&figure)?,
            id: figure.id,
        },
        Event::Graph(view) => ToldEvent::Graph {
            figure: bytes(&view.figure())?,
            id: view.id().to_owned(),
        },
        Event::Control(control) => asked(control),
    })
}

pub(crate) fn bytes(figure: &Figure) -> Result<Bytes, Error> {
    Ok(Bytes(figure.to_bytes()?))
}

fn asked(control: Control) -> ToldEvent {
    match control {
        Control::Slider {
            name,
            value,
            range: [low, high],
            step,
        } => ToldEvent::Slider {
            name,
            value,
            low,
            high,
            step,
        },
        Control::Choice {
            name,
            options,
            chosen,
        } => ToldEvent::Choice {
            name,
            options,
            chosen,
        },
    }
}

fn report(report: Report) -> ToldReport {
    ToldReport {
        name: report.name,
        message: report.message,
        suggestion: report.suggestion,
        trace: report.trace.into_iter().map(frame).collect(),
    }
}

fn frame(frame: Frame) -> ToldFrame {
    ToldFrame {
        start: position(frame.range.start),
        end: position(frame.range.end),
        cell: frame.cell,
        function: frame.function,
        text: frame.text,
    }
}

fn position(position: Position) -> ToldPosition {
    ToldPosition {
        line: position.line,
        column: position.column,
        byte: position.byte,
    }
}
