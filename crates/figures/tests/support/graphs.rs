//! A figure with graphs of operations.

use popgrad_figures::{Edge, Figure, Graph, Node, Panel, Progress};

pub(crate) fn graphs() -> Figure {
    Figure::new(
        "graphs",
        "Gradients flow back",
        "Graphs of operations, from parents to results",
    )
    .with(Panel::graph("shared", "x·x + x, halfway back", shared()))
    .with(Panel::graph("ladder", "A ladder of two rungs", ladder()))
    .with(Panel::graph(
        "mixed",
        "More inputs, and what is lost",
        mixed(),
    ))
}

pub(crate) fn shared() -> Graph {
    let (active, done) = (Progress::Active, Progress::Done);
    Graph::new("the graph of x·x + x")
        .with_node(
            Node::new("x", "x", 3.0)
                .with_gradient(1.0)
                .with_note("1 of 3 arrived"),
        )
        .with_node(
            Node::new("p", "p = x·x", 9.0)
                .with_gradient(1.0)
                .in_progress(active),
        )
        .with_node(
            Node::new("y", "y = p + x", 12.0)
                .with_gradient(1.0)
                .in_progress(done),
        )
        .with_edge(Edge::new("x", "p", "x = 3"))
        .with_edge(Edge::new("x", "p", "x = 3"))
        .with_edge(
            Edge::new("p", "y", "1")
                .with_flow("1·1 = 1")
                .in_progress(active),
        )
        .with_edge(
            Edge::new("x", "y", "1")
                .with_flow("1·1 = 1")
                .in_progress(done),
        )
}

pub(crate) fn ladder() -> Graph {
    let ids = ["x0", "x1", "x2"];
    let labels = ["x₀", "x₁", "x₂"];
    let mut graph = Graph::new("a ladder");
    for (number, id) in ids.into_iter().enumerate() {
        graph = graph.with_node(Node::new(id, labels[number], libm::exp10(-(number as f64))));
    }
    for pair in ids.windows(2) {
        graph = graph.with_edge(Edge::new(pair[0], pair[1], "a = 1"));
        graph = graph.with_edge(Edge::new(pair[0], pair[1], "b = −0.9"));
    }
    graph
}

/// Four inputs, a long edge, and values that are not finite.
pub(crate) fn mixed() -> Graph {
    let done = Progress::Done;
    Graph::new("a loss")
        .with_node(Node::new("w", "w", -0.5).with_gradient(f64::NAN))
        .with_node(Node::new("v", "x", 4.5))
        .with_node(Node::new("b", "b", 0.25))
        .with_node(Node::new("t", "target", 2.0))
        .with_node(Node::new("m", "w·x", -2.25))
        .with_node(Node::new("a", "tanh", -0.964_027_580_075_817))
        .with_node(Node::new("s", "+ b", 0.25))
        .with_node(
            Node::new("l", "loss", f64::INFINITY)
                .with_gradient(1.0)
                .in_progress(done),
        )
        .with_edge(Edge::new("w", "m", "4.5"))
        .with_edge(Edge::new("v", "m", "−0.5"))
        .with_edge(Edge::new("m", "a", "0.0707"))
        .with_edge(Edge::new("a", "s", "1"))
        .with_edge(Edge::new("b", "s", "1"))
        .with_edge(
            Edge::new("s", "l", "∞")
                .with_flow("∞·1 = ∞")
                .in_progress(done),
        )
        .with_edge(Edge::new("t", "l", "−∞").with_flow("−∞").in_progress(done))
        .with_edge(
            Edge::new("w", "l", "0.1")
                .with_flow("0.1")
                .in_progress(done),
        )
}
