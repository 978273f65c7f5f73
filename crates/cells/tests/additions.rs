//! What the notebook adds to the language: operations, figures, controls, random numbers.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use popgrad::{Call, PopulationNode, operations};
use popgrad_cells::{Control, Event, Limits, Session};
use popgrad_figures::{Colors, Layer, Layout, svg};
use support::{printed, run};

/// A call of an operation in a cell, and what the engine makes of the same.
fn sample(name: &str, call: &Call) -> (String, PopulationNode) {
    let (x, y) = ([0.5, 1.5, 2.0, 0.25], [1.5, -1.0, 0.25, 2.0]);
    let [x, y] = [x, y].map(|members| PopulationNode::matrix(2, 2, members));
    let call = match call {
        Call::One(apply) => (format!("x.{name}()"), apply(&x)),
        Call::Two(apply) => (format!("x.{name}(y)"), apply(&x, &y)),
        Call::Reduction(_, along) => (format!("x.{name}(axis=1)"), along(&x, 1)),
        Call::Number(argument, apply) => (format!("x.{name}({argument}=3)"), apply(&x, 3.0)),
        Call::Place(argument, apply) => (format!("x.{name}({argument}=1)"), apply(&x, 1)),
        Call::Places(["rows", _], apply) => (format!("x.{name}(1, 4)"), apply(&x, 1, 4)),
        Call::Places(_, apply) => (format!("x.{name}(0, 1)"), apply(&x, 0, 1)),
        Call::Many(apply) => (format!("PopulationNode.{name}([x, y])"), apply(&[x, y])),
    };
    (call.0, call.1.unwrap())
}

#[test]
fn every_operation_of_the_engine_is_a_method() {
    for info in operations() {
        let (call, expected) = sample(info.name, &info.call);
        expected.backprop();
        let source = format!(
            "x = PopulationNode([[0.5, 1.5], [2.0, 0.25]])\ny = PopulationNode([[1.5, -1.0], [0.25, 2.0]])\n\
             z = {call}\nz.backprop()\nprint(z)\nprint(z.parents[0].grad)"
        );
        let parent = &expected.parents()[0];
        let rows: Vec<String> = parent
            .grad()
            .chunks(2)
            .map(|row| format!("{row:?}"))
            .collect();
        assert_eq!(
            printed(&source),
            format!("{expected}\n[{}]\n", rows.join(", ")),
            "{call}"
        );
        assert_eq!(expected.op(), info.name);
    }
}

#[test]
fn operators_are_operations() {
    let source = "x = PopulationNode([[1.0, 2.0], [3.0, 4.0]])\n\
                  for y in [x + x, x - 1, 2 * x, x / 2, x @ x, x ** 2, -x, abs(x), x[0], x[-1], x[0:1], x + [[1, 1], [1, 1]], x.flatten()]:\n    print(y.op, y.value)\n\
                  print(x.shape, PopulationNode([1, 2, 3])[1].value, PopulationNode([1, 2, 3])[1:].value, len(x))";
    assert_eq!(
        printed(source),
        "add [[2.0, 4.0], [6.0, 8.0]]\nsub [[0.0, 1.0], [2.0, 3.0]]\nmul [[2.0, 4.0], [6.0, 8.0]]\n\
         div [[0.5, 1.0], [1.5, 2.0]]\nmatmul [[7.0, 10.0], [15.0, 22.0]]\npowf [[1.0, 4.0], [9.0, 16.0]]\n\
         neg [[-1.0, -2.0], [-3.0, -4.0]]\nabs [[1.0, 2.0], [3.0, 4.0]]\nindex [1.0, 2.0]\nindex [3.0, 4.0]\n\
         slice [[1.0, 2.0]]\nadd [[2.0, 3.0], [4.0, 5.0]]\nreshape [1.0, 2.0, 3.0, 4.0]\n(2, 2) [2.0] [2.0, 3.0] 2\n"
    );
}

#[test]
fn a_net_learns_exclusive_or() {
    let source = "seed(1)
X = PopulationNode([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = PopulationNode([[0], [1], [1], [0]])
W = PopulationNode([[normal() for _ in range(4)] for _ in range(2)])
b = PopulationNode([[0.0] * 4])
V = PopulationNode([[normal()] for _ in range(4)])
def moved(w, rate=0.5):
    w.value = [[v - rate * g for v, g in zip(vs, gs)] for vs, gs in zip(w.value, w.grad)]
losses = []
for step in range(300):
    out = ((X @ W + b).tanh() @ V)
    loss = (out - Y).square().mean()
    loss.zero_grad()
    loss.backprop()
    for w in [W, b, V]: moved(w)
    losses.append(loss.value[0])
print(losses[0] > 0.2, losses[-1] < 0.01)
plot(losses, title='The loss falls', x='step', y='loss')";
    let outcome = run(source);
    assert_eq!(outcome.error, None);
    assert_eq!(outcome.text(), "True True\n");
    assert_eq!(outcome.figures().next().unwrap().title, "The loss falls");
}

#[test]
fn figures_are_the_figures_of_the_experiments() {
    let source = "x = PopulationNode([-1.0, 0.0, 2.0])
y = x.tanh()
y.sum().backprop()
plot(x, y, x.grad, names=['tanh', 'slope'], x='input', y='output')
bars(x.grad, names=['a', 'b', 'c'], role='gradient', title='Gradients')
heatmap([[i * j - 3 for i in range(5)] for j in range(4)])
graph(y.sum())";
    let outcome = run(source);
    assert_eq!(outcome.error, None);
    let figures: Vec<_> = outcome.figures().collect();
    let ids: Vec<_> = figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "cell-plot-1",
            "cell-bars-2",
            "cell-heatmap-3",
            "cell-graph-4"
        ]
    );
    assert_eq!(figures[0].title, "output against input");
    let Layer::Curve(curve) = &figures[0].panels[0].layers[0] else {
        panic!("a plot begins with a curve")
    };
    assert_eq!(
        curve.points,
        [
            [-1.0, -0.7615941559557649],
            [0.0, 0.0],
            [2.0, 0.9640275800758169]
        ]
    );
    assert_eq!(figures[1].marks().count(), 3);
    let Layer::Graph(drawn) = &figures[3].panels[0].layers[0] else {
        panic!("a graph is a graph")
    };
    assert_eq!(
        drawn
            .nodes
            .iter()
            .map(|node| node.label.as_str())
            .collect::<Vec<_>>(),
        ["x", "y = tanh(x)", "sum(y)"]
    );
    for figure in figures {
        for layout in Layout::ALL {
            assert!(
                svg(&figure, layout, &Colors::Variables)
                    .unwrap()
                    .starts_with("<svg")
            );
        }
    }
}

#[test]
fn figures_of_anything_can_be_drawn() {
    for call in [
        "plot([])",
        "plot([1])",
        "plot([1, 1, 1])",
        "plot([float('nan')] * 3)",
        "plot([float('inf'), 1])",
        "plot([1e308, -1e308])",
        "plot([1e16, 1e16 + 2])",
        "plot([0, 5e-324])",
        "bars([1e308, -1e308])",
        "bars([0])",
        "bars([float('nan'), 1])",
        "heatmap([[1]])",
        "heatmap([[float('nan')]])",
        "heatmap([[0, 0]])",
        "graph(PopulationNode(1))",
        "heatmap(PopulationNode([[1, -2], [3, 4]]), x_range=[0, 1], y_range=(2, 5))",
    ] {
        let outcome = run(call);
        assert_eq!(outcome.error, None, "{call}");
        for figure in outcome.figures() {
            svg(&figure, Layout::Narrow, &Colors::Variables)
                .unwrap_or_else(|error| panic!("{call}: {error}"));
        }
    }
    for (call, name) in [
        ("plot([1], [1, 2])", "ValueError"),
        ("plot()", "TypeError"),
        ("plot('a')", "TypeError"),
        ("bars([])", "ValueError"),
        ("heatmap([])", "ValueError"),
        ("heatmap([[1], [1, 2]])", "ValueError"),
        ("graph(1)", "TypeError"),
        ("plot([1], role='blue')", "ValueError"),
        ("plot([1], x_range=[2, 1])", "ValueError"),
        ("plot([1], x_range=[1e16, 1e16 + 2])", "ValueError"),
        ("for i in range(100): plot([1])", "ValueError"),
        (
            "x = PopulationNode(1.0)\nfor i in range(20001): x = x.tanh()\ngraph(x)",
            "ValueError",
        ),
    ] {
        assert_eq!(run(call).error.unwrap().name, name, "{call}");
    }
}

#[test]
fn a_graph_is_stepped_through_after_the_run() {
    let cell = "w = PopulationNode(0.9)
x = PopulationNode([0.5, -1.0])
for layer in range(100): x = (w * x).tanh()
graph(x, title='One weight')
w.value = [0.1]";
    let mut outcome = run(cell);
    assert_eq!(outcome.error, None);
    assert_eq!(outcome.figures().next().unwrap().title, "One weight");
    let Some(Event::Graph(view)) = outcome.events.first_mut() else {
        panic!("no graph: {:?}", outcome.events)
    };
    assert_eq!(view.folds()[0].words, "98 more layers");
    view.set_step(1);
    assert!(
        view.spoken().ends_with("w · leaf = [0.45, −0.9]."),
        "{}",
        view.spoken()
    );
}

#[test]
fn the_graph_of_a_run_is_that_of_its_last_backward_pass() {
    let mut session = Session::new(Limits::default());
    session.run("x = PopulationNode([1, 2, 3])\ny = x * x + x\ny.sum().backprop()");
    let view = session
        .graph("cell", "mine")
        .expect("a pass")
        .expect("a small graph");
    assert_eq!(view.figure().id, "mine");
    assert_eq!(view.gradient("x"), Some(vec![3.0, 5.0, 7.0]));
    session.run("y = 1");
    assert!(session.graph("cell", "mine").is_none());
}

#[test]
fn controls_give_what_the_reader_set() {
    let cell =
        "x = slider('x0', 0.5, -6, 6)\nkind = choice('kind', ['tanh', 'relu'])\nprint(x, kind)";
    let mut session = Session::new(Limits::default());
    let outcome = session.run(cell);
    assert_eq!(outcome.text(), "0.5 tanh\n");
    let slider = Control::Slider {
        name: "x0".to_owned(),
        value: 0.5,
        range: [-6.0, 6.0],
        step: None,
    };
    assert_eq!(outcome.events[0], Event::Control(slider));
    session.set_slider("x0", 99.0);
    session.set_choice("kind", 1);
    assert_eq!(session.run(cell).text(), "6.0 relu\n");
    for (call, name) in [
        ("slider('a', 0, 1, 0)", "ValueError"),
        ("slider(1, 0, 0, 1)", "TypeError"),
        ("slider('a', 0, 0)", "TypeError"),
        ("slider('a', float('nan'), 0, 1)", "ValueError"),
        ("choice('a', [])", "ValueError"),
        ("slider('a', 0, 0, 1)\nslider('a', 0, 0, 1)", "ValueError"),
        ("slider('a', 0, 0, 1, step=0)", "ValueError"),
    ] {
        assert_eq!(run(call).error.unwrap().name, name, "{call}");
    }
}

#[test]
fn random_numbers_are_seeded_and_the_same_in_every_run() {
    let cell = "a = [random() for _ in range(3)]\nseed(7)\nb = [normal(), uniform(2, 3), randint(1, 6)]\nl = list(range(9)); shuffle(l)\nprint(a, b, l)";
    let mut session = Session::new(Limits::default());
    let first = session.run(cell).text();
    assert_eq!(session.run(cell).text(), first);
    let mut engine = popgrad::Random::new(7);
    let normal = popgrad::python::float_repr(engine.normal());
    assert!(first.contains(&format!("[{normal}, 2.")), "{first}");
    assert_eq!(
        printed(
            "r = [randint(1, 6) for _ in range(600)]\nprint(sorted({*r}), all(0 <= random() < 1 for _ in range(99)))"
        ),
        "[1, 2, 3, 4, 5, 6] True\n"
    );
    assert_eq!(run("randint(2, 1)").error.unwrap().name, "ValueError");
}

#[test]
fn cells_share_their_names() {
    let mut session = Session::new(Limits::default());
    session.run("import math\ndef double(x): return 2 * x\nw = PopulationNode([1.0])");
    assert_eq!(
        session.run("print(double(math.pi), w.value)").text(),
        "6.283185307179586 [1.0]\n"
    );
    assert!(
        session.names().contains(&"double".to_owned())
            && session.names().contains(&"print".to_owned())
    );
    assert!(
        session.attributes("w").contains(&"tanh".to_owned())
            && session.attributes("w").contains(&"grad".to_owned())
    );
    let error = session
        .run_named("cell 3", "double('a' + 1)")
        .error
        .unwrap();
    assert!(error.to_string().contains("cell 3, line 1"), "{error}");
}
