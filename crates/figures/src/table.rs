//! A figure's numbers as tables and as CSV.

use serde::Serialize;

use crate::{Figure, Graph, Layer, Panel, Scale, number};

/// The marks of a panel as a table for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// Id of the panel.
    pub panel: String,
    /// What the table shows.
    pub caption: String,
    /// The column heads.
    pub headers: Vec<String>,
    /// The rows, as long as the heads.
    pub rows: Vec<Vec<String>>,
}

/// The marks of each panel that has any, with all digits.
#[must_use]
pub fn tables(figure: &Figure) -> Vec<Table> {
    let panels = figure.panels.iter();
    panels
        .map(table)
        .filter(|table| !table.rows.is_empty())
        .collect()
}

fn table(panel: &Panel) -> Table {
    if let Some(graph) = panel.layers.iter().find_map(graph) {
        return graph_table(panel, graph);
    }
    let marks = panel.layers.iter().flat_map(Layer::marks);
    Table {
        panel: panel.id.clone(),
        caption: panel.title.clone(),
        headers: vec![
            "mark".to_owned(),
            panel.x.full_label(),
            panel.y.full_label(),
        ],
        rows: marks
            .map(|mark| {
                let [x, y] = mark.at;
                vec![mark.name.clone(), place(panel, x), number::full(y)]
            })
            .collect(),
    }
}

fn graph(layer: &Layer) -> Option<&Graph> {
    match layer {
        Layer::Graph(graph) => Some(graph),
        _ => None,
    }
}

/// The nodes of a graph with their values and gradients, then its edges with what stands on them.
fn graph_table(panel: &Panel, graph: &Graph) -> Table {
    let all_digits = |gradient: Option<f64>| gradient.map_or_else(String::new, number::full);
    let nodes = graph.nodes.iter().map(|node| {
        let value = match &node.blank {
            Some(says) => says.clone(),
            None => number::full(node.value),
        };
        vec![node.label.clone(), value, all_digits(node.gradient)]
    });
    let edges = graph.marks().iter().skip(graph.nodes.len());
    let edges = edges.map(|mark| vec![mark.name.clone(), String::new(), mark.text.clone()]);
    Table {
        panel: panel.id.clone(),
        caption: panel.title.clone(),
        headers: ["node or edge", "value", "gradient"]
            .map(str::to_owned)
            .to_vec(),
        rows: nodes.chain(edges).collect(),
    }
}

/// A horizontal place: the name of a category, else the number.
fn place(panel: &Panel, x: f64) -> String {
    match &panel.x.scale {
        Scale::Category(labels) if x >= 0.0 && (x as usize) < labels.len() => {
            labels[x as usize].clone()
        }
        _ => number::full(x),
    }
}

/// All data of a figure as CSV (RFC 4180): one row for each point of a line, end of a segment or arrow,
/// cell of a grid, and mark; a mark's value and a cell's stand in the last column. Numbers are written so
/// that they read back as the same bits.
#[must_use]
pub fn csv(figure: &Figure) -> String {
    let mut text = "panel,layer,name,x,y,value\r\n".to_owned();
    for panel in &figure.panels {
        for layer in &panel.layers {
            layer.data(&mut |kind, name, [x, y], value| {
                let fields = [panel.id.as_str(), kind, name].map(field);
                let value = value.map_or_else(String::new, |value| format!("{value:?}"));
                text += &format!("{},{x:?},{y:?},{value}\r\n", fields.join(","));
            });
        }
    }
    text
}

/// A field, in quotes where it holds what would end it.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
