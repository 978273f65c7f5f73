//! A figure with every kind of layer, and a backend that records what it is told.

#![allow(dead_code, unused_imports, reason = "each test uses a part of this")]

mod drawing;
mod fields;
mod gallery;
mod graphs;
mod recorder;

pub(crate) use drawing::{WIDTHS, draw, paths, printed};
pub(crate) use fields::{fields, map_panel, plane_panel, saddle_panel, strip_panel, traces_panel};
pub(crate) use gallery::{
    bar_panel, crowded_panel, decade_panel, gallery, log_panel, mark, series_panel,
};
pub(crate) use graphs::{graphs, ladder, mixed, shared};
pub(crate) use recorder::{Call, Recorder};
