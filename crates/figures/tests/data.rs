//! A figure's numbers as tables, CSV and words.

mod support;

use popgrad_figures::{
    Arrows, Axis, Bars, Curve, Figure, Panel, Points, Role, Segments, Traces, csv, tables,
    text_alternative,
};
use support::gallery;

#[test]
fn csv_holds_every_number_to_the_bit() {
    let text = csv(&gallery());
    let mut lines = text.split("\r\n");
    assert_eq!(lines.next(), Some("panel,layer,name,x,y,value"));
    let point = lines
        .find(|line| line.starts_with("log,curve,power law,1000.0"))
        .unwrap();
    let y: f64 = point.rsplit(',').nth(1).unwrap().parse().unwrap();
    assert_eq!(y, 1.0 / 1000.0);
    assert!(text.contains("bars,bar,mark bar-2,2.0,NaN,NaN\r\n"));
}

#[test]
fn csv_quotes_what_would_end_a_field() {
    let mut figure = gallery();
    figure.panels[0].id = "a,\"b\"".to_owned();
    assert!(csv(&figure).contains("\r\n\"a,\"\"b\"\"\",curve,parabola,"));
}

#[test]
fn tables_name_categories_and_have_full_rows() {
    let tables = tables(&gallery());
    let panels: Vec<_> = tables.iter().map(|table| table.panel.as_str()).collect();
    assert_eq!(panels[..2], ["curve", "bars"], "`log` has no marks");
    assert_eq!(tables[1].rows[1], ["mark bar-1", "b", "−0.5"]);
    for table in &tables {
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.headers.len())
        );
    }
}

#[test]
fn words_tell_claim_axes_and_marks() {
    let text = text_alternative(&gallery());
    assert!(
        text.starts_with("Every layer <once> & again. Each kind of layer, on each kind of scale. ")
    );
    assert!(
        text.contains("across, depth, log scale from 1 to 10\u{202f}000;"),
        "{text}"
    );
    assert!(text.contains("mark bar-3: ∞"));
}

#[test]
fn layers_that_hold_nothing_are_not_spoken_of() {
    let panel = || {
        let axis = || Axis::linear("step", [0.0, 1.0]);
        Panel::new("run", "A run", axis(), axis())
    };
    let words = |panel| text_alternative(&Figure::new("run", "It runs", "a run").with(panel));
    let empty = panel()
        .with(Curve::new("loss", Vec::new(), Role::Value))
        .with(Points::new(Vec::new(), Role::Value))
        .with(Bars::new(Vec::new(), Role::Value))
        .with(Segments::new("gap", Vec::new(), Role::Plain))
        .with(Traces::new("runs", Vec::new(), Role::Plain))
        .with(Arrows::new("field", Vec::new(), Role::Gradient));
    assert_eq!(words(empty), words(panel()));
    let curve = Curve::new("loss", vec![[0.0, 1.0]], Role::Value);
    assert_ne!(words(panel().with(curve)), words(panel()));
}
