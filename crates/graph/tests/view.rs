//! The view that a reader steps through: forward and backward, folded and not, right and with the two classic bugs.

use std::collections::BTreeMap;

use popgrad::PopulationNode;
use popgrad_figures::{Figure, Graph, Layer, Progress, text_alternative};
use popgrad_graph::{GraphView, MOST_DRAWN, Rule, Walk};
use proptest::prelude::*;

fn drawn(figure: &Figure) -> &Graph {
    match &figure.panels[0].layers[0] {
        Layer::Graph(graph) => graph,
        other => panic!("no graph: {other:?}"),
    }
}

/// The seed's graph: x * x + x.
fn seed() -> (PopulationNode, GraphView) {
    let x = PopulationNode::new([1.0, 2.0, 3.0]);
    let y = &x * &x + &x;
    let view = GraphView::new("graph", &y, &[("x", &x), ("y", &y)]).expect("a small graph");
    (x, view)
}

/// A net of so many layers with one weight for all of them, and its weight.
fn deep(layers: usize) -> (PopulationNode, PopulationNode) {
    let weight = PopulationNode::new(0.9);
    let bias = PopulationNode::new(0.1);
    let mut last = PopulationNode::new([0.5, -1.0]);
    for _ in 0..layers {
        last = (&weight * &last + &bias).tanh();
    }
    (weight, last.sum())
}

/// A graph made by choices: each node from two earlier ones.
fn random_graph(choices: &[(usize, usize, bool)]) -> PopulationNode {
    let mut nodes = vec![PopulationNode::new([0.5, -0.25])];
    for (first, second, product) in choices {
        let [a, b] = [first, second].map(|choice| &nodes[choice % nodes.len()]);
        let made = if *product { a * b } else { a + b };
        nodes.push(made.tanh());
    }
    nodes.last().expect("at least the leaf").sum()
}

fn choices(most: usize) -> impl Strategy<Value = Vec<(usize, usize, bool)>> {
    prop::collection::vec((0_usize..1000, 0_usize..1000, any::<bool>()), 1..most)
}

#[test]
fn forward_steps_compute_one_node_after_the_other() {
    let (_, mut view) = seed();
    let values = |view: &GraphView| {
        let figure = view.figure();
        let nodes = drawn(&figure).nodes.iter();
        nodes
            .map(|node| node.value_text.clone())
            .collect::<Vec<_>>()
    };
    view.set_step(0);
    assert_eq!(values(&view), ["[1, 2, 3]", "", ""]);
    assert_eq!(view.spoken(), "Step 0 of 6: leaves alone have values.");
    view.set_step(1);
    assert_eq!(values(&view), ["[1, 2, 3]", "[1, 4, 9]", ""]);
    let figure = view.figure();
    assert_eq!(drawn(&figure).nodes[1].progress, Progress::Computed);
    assert!(
        drawn(&figure)
            .nodes
            .iter()
            .all(|node| node.gradient.is_none())
    );
    view.set_step(2);
    assert_eq!(values(&view)[2], "[2, 6, 12]");
    assert_eq!(drawn(&view.figure()).nodes[2].gradient, Some(1.0));
    view.set_step(99);
    assert_eq!(view.step(), 6);
}

#[test]
fn contributions_stand_on_edges_and_arrivals_are_counted() {
    let (_, mut view) = seed();
    let notes: Vec<_> = (2..=6)
        .map(|step| {
            view.set_step(step);
            drawn(&view.figure()).nodes[0].note.clone().unwrap()
        })
        .collect();
    let counted = [0, 0, 1, 2, 3].map(|arrived| format!("{arrived} of 3 arrived"));
    assert_eq!(notes, counted);
    let figure = view.figure();
    let flows = drawn(&figure).edges.iter().map(|edge| edge.flow.as_deref());
    let expected = ["[1, 1, 1]", "[1, 1, 1]", "[1, 2, 3]", "[1, 2, 3]"];
    assert!(flows.eq(expected.map(Some)));
}

#[test]
fn the_classic_bugs_leave_the_numbers_that_experiment_4_names() {
    let (x, mut view) = seed();
    assert_eq!(view.gradient("x"), Some(vec![3.0, 5.0, 7.0]));
    view.set_rule(Rule::Replace);
    assert_eq!(view.gradient("x"), Some(vec![1.0, 2.0, 3.0]));
    assert!(view.figure().title.contains("= in place of +="));
    assert!(
        view.explain("node-1")
            .unwrap()
            .words
            .contains("only the last is left")
    );
    view.set_rule(Rule::Stale);
    assert_eq!(view.gradient("x"), Some(vec![6.0, 10.0, 14.0]));
    view.set_step(0);
    assert_eq!(view.gradient("x"), Some(vec![3.0, 5.0, 7.0]));
    assert_eq!(x.grad(), [0.0; 3], "the view makes no pass of its own");
}

#[test]
fn later_values_do_not_change_a_view() {
    let (x, view) = seed();
    let before = view.clone();
    let words = text_alternative(&view.figure());
    x.set_value([9.0, 9.0, 9.0]);
    assert_eq!(text_alternative(&view.figure()), words);
    assert_eq!(view, before);
}

#[test]
fn a_title_of_its_own_is_shown_as_long_as_the_pass_goes_right() {
    let (_, view) = seed();
    let mut view = view.titled("Mine");
    assert_eq!(view.figure().title, "Mine");
    view.set_rule(Rule::Stale);
    assert!(view.figure().title.contains("not set to zero"));
}

#[test]
fn repeated_layers_are_folded_into_one_node() {
    let (weight, loss) = deep(100);
    let view = GraphView::new("graph", &loss, &[("w", &weight)]).unwrap();
    let [fold] = view.folds() else {
        panic!("one fold: {:?}", view.folds())
    };
    assert_eq!((fold.words.as_str(), fold.count()), ("98 more layers", 294));
    let figure = view.figure();
    let graph = drawn(&figure);
    assert_eq!(graph.nodes.len(), 304 - 294 + 1);
    assert!(
        figure.subtitle.contains("294 of the nodes folded"),
        "{}",
        figure.subtitle
    );
    let shown = graph.nodes.iter().find(|node| node.is_fold).unwrap();
    assert_eq!(shown.blank.as_deref(), Some("294 nodes"));
    // Values and counts are those of the whole graph.
    loss.backprop();
    assert_eq!(view.gradient("w"), Some(weight.grad()));
    let w = graph.nodes.iter().find(|node| node.label == "w").unwrap();
    assert_eq!(w.note.as_deref(), Some("100 of 100 arrived"));
}

#[test]
fn a_fold_opens_where_there_is_room_and_says_so_where_there_is_none() {
    let (_, loss) = deep(100);
    let mut view = GraphView::new("graph", &loss, &[]).unwrap();
    let id = view.folds()[0].id();
    let said = view.unfold(&id).unwrap();
    assert!(
        said.contains("holds 294 nodes, and there is room for 190 more"),
        "{said}"
    );
    assert_eq!(view.folds().len(), 1);
    assert_eq!(view.unfold("node-1"), None);

    let (_, loss) = deep(40);
    let mut view = GraphView::new("graph", &loss, &[]).unwrap();
    assert_eq!((view.folds().len(), view.can_fold()), (0, true));
    view.set_step(view.forward_steps() + 3);
    let before = view.spoken();
    view.fold_all();
    let [fold] = view.folds() else {
        panic!("one fold")
    };
    assert_eq!(fold.words, "38 more layers");
    assert_eq!(view.step(), view.forward_steps() + 3);
    let said = view.unfold(&fold.id()).unwrap();
    assert!(said.contains("114 nodes more are drawn"), "{said}");
    assert_eq!((view.spoken(), view.can_fold()), (before, true));
}

#[test]
fn what_repeats_nothing_is_folded_in_its_middle() {
    let mut operations = 0_u32;
    let mut last = PopulationNode::new(0.5);
    // No stretch of these stands three times in a row.
    while operations < 400 {
        last = if operations.count_ones().is_multiple_of(2) {
            last.tanh()
        } else {
            last.sin()
        };
        operations += 1;
    }
    let view = GraphView::new("graph", &last, &[]).unwrap();
    assert_eq!(drawn(&view.figure()).nodes.len(), MOST_DRAWN);
    assert!(
        view.folds()
            .iter()
            .any(|fold| fold.words.ends_with("more nodes"))
    );
}

#[test]
fn every_mark_of_every_moment_is_explained() {
    let (weight, loss) = deep(100);
    let mut view = GraphView::new("graph", &loss, &[("w", &weight)]).unwrap();
    for step in 0..=view.steps() {
        view.set_step(step);
        assert!(view.spoken().ends_with('.') && view.spoken().contains(&format!("Step {step} of")));
        for (_, mark) in view.figure().marks() {
            let explained = view
                .explain(&mark.id)
                .unwrap_or_else(|| panic!("{}", mark.id));
            assert!(explained.words.ends_with('.'), "{}", explained.words);
        }
    }
    assert_eq!(view.explain("nowhere"), None);
    for (mark, explained) in view.explanations() {
        assert_eq!(view.explain(&mark), Some(explained));
    }
    let figure = view.figure();
    let marks: Vec<_> = figure.marks().map(|(_, mark)| mark.id.as_str()).collect();
    for way in view.ways() {
        assert!(way.iter().all(|id| marks.contains(&id.as_str())), "{way:?}");
    }
    assert_eq!(view.active().as_deref(), Some("node-3"));
}

/// The last number of each leaf's gradient by its label, and what is counted there.
fn leaves(view: &GraphView) -> BTreeMap<String, (Option<f64>, Option<String>)> {
    let figure = view.figure();
    let nodes = drawn(&figure).nodes.iter().filter(|node| !node.is_fold);
    nodes
        .map(|node| (node.id.clone(), (node.gradient, node.note.clone())))
        .collect()
}

proptest! {
    #[test]
    fn contributions_add_up_to_the_gradient(choices in choices(40)) {
        let root = random_graph(&choices);
        let walk = Walk::new(&root, &[]).unwrap();
        for (place, node) in walk.at(walk.steps()).nodes.iter().enumerate() {
            let sent = walk.edges().iter().filter(|edge| edge.receiver == place);
            let sum = sent.fold(vec![0.0; walk.nodes()[place].value.len()], |sum, edge| {
                sum.iter().zip(&edge.sent).map(|(a, b)| a + b).collect()
            });
            if node.arrived > 0 {
                prop_assert_eq!(node.gradient.as_ref(), Some(&sum));
            }
            prop_assert!(node.is_complete);
        }
    }

    #[test]
    fn folding_keeps_values_and_counts(choices in choices(60)) {
        let root = random_graph(&choices);
        let mut view = GraphView::new("graph", &root, &[]).unwrap();
        let whole = leaves(&view);
        let figure = view.figure();
        view.fold_all();
        for (id, shown) in leaves(&view) {
            prop_assert_eq!(&whole[&id], &shown);
        }
        let hidden: usize = view.folds().iter().map(popgrad_graph::Fold::count).sum();
        let left = drawn(&figure).nodes.len() - hidden + view.folds().len();
        prop_assert_eq!(drawn(&view.figure()).nodes.len(), left);
        prop_assert_eq!(view.step(), view.steps());
    }

    #[test]
    fn at_most_so_many_are_drawn(choices in choices(400)) {
        let root = random_graph(&choices);
        let view = GraphView::new("graph", &root, &[]).unwrap();
        prop_assert!(drawn(&view.figure()).nodes.len() <= MOST_DRAWN);
    }
}
