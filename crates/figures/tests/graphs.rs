//! Graphs of operations: where nodes stand, which way edges point, what is said about them.

mod support;

use popgrad_figures::{
    Colors, Drawn, DrawnMark, Edge, Figure, Frame, Graph, Ink, Layout, Node, Palette, Panel,
    Progress, Role, render, sheet, tables, text_alternative,
};
use proptest::prelude::*;
use support::{Call, Recorder, graphs, ladder, mixed, shared};

const SCALE: f64 = 10.0;

fn draw(graph: Graph, width: f64) -> (Drawn, Vec<Call>) {
    let figure = figure(graph);
    let frame = Frame::new(&figure, width, SCALE, Palette::light());
    let recorder = Recorder::new(frame.width, frame.height, SCALE);
    let drawn = render(&figure, recorder.clone(), &frame).expect("the graph can be drawn");
    (drawn, recorder.calls.take())
}

fn figure(graph: Graph) -> Figure {
    let panel = Panel::graph("g", "A graph", graph);
    Figure::new("one", "One graph", "alone").with(panel)
}

fn place<'a>(drawn: &'a Drawn, id: &str) -> &'a DrawnMark {
    let found = drawn.marks.iter().find(|mark| mark.id == id);
    found.unwrap_or_else(|| panic!("no mark {id} among {:?}", drawn.marks))
}

#[test]
fn nodes_follow_their_parents_down_a_phone_and_across_a_desk() {
    for (width, flow) in [(320.0, 1), (720.0, 0)] {
        let (drawn, _) = draw(shared(), width);
        let along = |id| {
            let mark = place(&drawn, id);
            [mark.x, mark.y][flow]
        };
        assert!(along("x") < along("p") && along("p") < along("y"));
        for edge in ["x-p", "x-p-2", "p-y", "x-y"] {
            let [from, to] = [&edge[..1], &edge[2..3]].map(along);
            assert!((from..to).contains(&along(edge)), "{edge} at {width}");
        }
    }
}

#[test]
fn nodes_do_not_overlap_and_stay_in_the_panel() {
    for width in [280.0, 320.0, 639.0, 640.0, 1024.0] {
        for graph in [shared(), ladder(), mixed()] {
            let count = graph.nodes.len();
            let (drawn, _) = draw(graph, width);
            let nodes = &drawn.marks[..count];
            let area = drawn.panels[0].area;
            for (number, a) in nodes.iter().enumerate() {
                assert!(a.x - a.width / 2.0 >= area.left && a.x + a.width / 2.0 <= area.right());
                assert!(a.y - a.height / 2.0 >= area.top && a.y + a.height / 2.0 <= area.bottom());
                for b in &nodes[..number] {
                    let apart = (a.x - b.x).abs() >= a.width || (a.y - b.y).abs() >= a.height;
                    assert!(apart, "{width}: {a:?} and {b:?}");
                }
            }
        }
    }
}

/// Tips of the arrow heads in an ink.
fn tips(calls: &[Call], ink: Ink) -> Vec<(i32, i32)> {
    let color = Palette::light().color(ink);
    let rgb = (color.red, color.green, color.blue);
    let heads = calls.iter().filter_map(|call| match call {
        Call::Polygon(corners, color) if *color == rgb && corners.len() == 3 => Some(corners[0]),
        _ => None,
    });
    heads.collect()
}

#[test]
fn an_edge_points_back_once_its_gradient_flows() {
    let units = |x: f64, y: f64| ((x * SCALE).round() as i32, (y * SCALE).round() as i32);
    let edge = |progress| {
        let graph = Graph::new("one edge")
            .with_node(Node::new("x", "x", 1.0))
            .with_node(Node::new("y", "y", 2.0))
            .with_edge(Edge::new("x", "y", "2").in_progress(progress));
        draw(graph, 720.0)
    };
    let (drawn, calls) = edge(Progress::Idle);
    let forth = tips(&calls, Ink::Mark(Role::Quiet));
    let y = place(&drawn, "y");
    assert_eq!(forth, [units(y.x - y.width / 2.0, y.y)]);
    for progress in [Progress::Active, Progress::Done] {
        let (drawn, calls) = edge(progress);
        let back = tips(&calls, Ink::Mark(Role::Gradient));
        let x = place(&drawn, "x");
        assert_eq!(back, [units(x.x + x.width / 2.0, x.y)]);
    }
}

#[test]
fn a_step_of_the_backward_pass_moves_nothing() {
    let at = |progress, gradient| {
        let mut node = Node::new("p", "p", 9.0).in_progress(progress);
        node.gradient = gradient;
        let graph = Graph::new("g")
            .with_node(Node::new("x", "x", 3.0))
            .with_node(node)
            .with_edge(Edge::new("x", "p", "3"));
        draw(graph, 320.0).0.marks
    };
    assert_eq!(at(Progress::Idle, None), at(Progress::Done, Some(1.0)));
}

#[test]
fn edges_to_unknown_nodes_are_left_out() {
    let graph = Graph::new("g")
        .with_node(Node::new("x", "x", 1.0))
        .with_edge(Edge::new("x", "nowhere", "1"));
    let (drawn, _) = draw(graph, 320.0);
    assert_eq!(drawn.marks.len(), 1);
}

#[test]
fn words_and_tables_say_values_gradients_and_flows() {
    let text = text_alternative(&graphs());
    for words in [
        "x·x + x, halfway back: Nodes: x: value 3, gradient 1; p = x·x: value 9",
        "Edges: from x to p: x = 3; from x to p: x = 3; from p to y: 1·1 = 1;",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("across"), "a graph has no axes: {text}");
    let table = &tables(&graphs())[0];
    assert_eq!(table.headers, ["node or edge", "value", "gradient"]);
    assert_eq!(table.rows[0], ["x", "3", "1"]);
    assert_eq!(table.rows[6], ["from x to y", "", "1·1 = 1"]);
}

#[test]
fn the_room_of_a_graph_grows_with_its_layers_and_neighbours() {
    let height = |graph| Layout::Narrow.height_per_width(&figure(graph));
    assert!(height(mixed()) > 1.5 * height(ladder()));
}

/// A graph of so many nodes, each made from one or two earlier ones.
fn random_graph(choices: &[(usize, usize)]) -> Graph {
    let mut graph = Graph::new("random").with_node(Node::new("n0", "x", 0.5));
    for (place, _) in choices.iter().enumerate() {
        let node = Node::new(format!("n{}", place + 1), "y = a · b", -12.25);
        graph = graph.with_node(node.with_gradient(1e-7).with_note("1 of 2 arrived"));
    }
    for (place, (first, second)) in choices.iter().enumerate() {
        for from in [first, second].map(|choice| choice % (place + 1)) {
            graph = graph.with_edge(Edge::new(
                format!("n{from}"),
                format!("n{}", place + 1),
                "×2.5",
            ));
        }
    }
    graph
}

fn overlapping(drawn: &Drawn, nodes: usize) -> Option<[&DrawnMark; 2]> {
    let marks = &drawn.marks[..nodes];
    let touch = |a: &DrawnMark, b: &DrawnMark| {
        (a.x - b.x).abs() < a.width - 1e-6 && (a.y - b.y).abs() < a.height - 1e-6
    };
    let pairs = marks.iter().enumerate();
    pairs
        .flat_map(|(number, a)| marks[..number].iter().map(move |b| [a, b]))
        .find(|[a, b]| touch(a, b))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn graphs_of_up_to_200_nodes_do_not_overlap(
        choices in prop::collection::vec((0_usize..1000, 0_usize..1000), 1..200),
    ) {
        let count = choices.len() + 1;
        for width in [340.0, 720.0] {
            let (drawn, _) = draw(random_graph(&choices), width);
            prop_assert_eq!(overlapping(&drawn, count), None);
            let area = drawn.panels[0].area;
            for node in &drawn.marks[..count] {
                prop_assert!(node.x - node.width / 2.0 >= area.left - 1e-6);
                prop_assert!(node.x + node.width / 2.0 <= area.right() + 1e-6);
                prop_assert!(node.y - node.height / 2.0 >= area.top - 1e-6);
                prop_assert!(node.y + node.height / 2.0 <= area.bottom() + 1e-6);
            }
        }
        for layout in Layout::ALL {
            let sheet = sheet(&figure(random_graph(&choices)), layout, &Colors::Variables).unwrap();
            prop_assert_eq!(overlapping(&sheet.drawn, count), None);
            // Nothing is drawn smaller than usual, but where a sheet would become too large.
            prop_assert!(sheet.drawn.marks[0].height > 40.0 || sheet.width > 60_000.0);
        }
    }
}
