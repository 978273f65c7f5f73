//! What ends a cell that would not end, and how fast.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::time::{Duration, Instant};

use popgrad_cells::{Limits, Report, Session};
use support::{printed, run, with_stack};

/// The reader waits for at most a second; a busy machine without optimisation for five times that.
const MOST: Duration = Duration::from_secs(5);

fn fails(source: &str) -> Report {
    let start = Instant::now();
    let outcome = run(source);
    let took = start.elapsed();
    assert!(took < MOST, "{took:?}: {source}");
    outcome
        .error
        .unwrap_or_else(|| panic!("no error: {source}"))
}

#[test]
fn an_endless_loop_is_stopped_and_no_except_holds_it() {
    for source in [
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except:\n        pass",
        "while True:\n    try:\n        while True: pass\n    finally:\n        continue",
        "for x in iter(int, 1): pass"
            .replace("iter(int, 1)", "map(lambda x: x, range(10**18))")
            .as_str(),
        "sum(range(10**15))",
        "list(zip(*[range(10**15)] * 3))",
        "max(i for i in range(10**15))",
        "[i for i in range(10**15) if i < 0]",
        "'a' in (x for x in range(10**18))",
    ] {
        let error = fails(source);
        assert_eq!(error.name, "TimeoutError", "{source}: {error}");
        assert!(error.message.contains("10000000 steps"), "{error}");
    }
}

#[test]
fn a_memory_bomb_is_refused_before_it_grows() {
    for source in [
        "'a' * 10**9",
        "[0] * 10**9",
        "(1, 2) * 10**9",
        "x = 'a'\nwhile True: x += x",
        "x = [0]\nwhile True: x = x + x",
        "x = [0]\nwhile True: x += x",
        "x = [0]\nwhile True: x.extend(x)",
        "x = 'ab'\nwhile True: x = x.replace('a', x)",
        "x = 'ab'\nwhile True: x = x.join(list(x))",
        "x = '{0}{0}'\nwhile True: x = x.format(x)",
        "x = ''.zfill(10**12)",
        "x = 'a'.ljust(10**12)",
        "x = PopulationNode([1.0] * 100000)\nwhile True: x = x.tanh()",
        "x = PopulationNode([[1.0]] * 10000)\ny = PopulationNode([1.0] * 10000)\nprint(x * y)",
        "x = PopulationNode([1.0])\nwhile True: x = PopulationNode.concatenate([x, x])",
        "s = []\nwhile True: s.append([0] * 1000)",
        "d = {}\ni = 0\nwhile True:\n    d[i] = 'x' * 10000 + str(i)\n    i += 1",
    ] {
        let error = fails(source);
        assert_eq!(error.name, "MemoryError", "{source}: {error}");
        assert!(error.message.contains("MB"), "{error}");
    }
}

#[test]
fn memory_that_is_free_again_counts_no_more() {
    let source = "for i in range(40):\n    x = [0] * 1000000\n    y = 'a' * 1000000\n    n = PopulationNode([0.5] * 1000).tanh().sum()\n    n.backprop()\nprint('done')";
    assert_eq!(printed(source), "done\n");
}

#[test]
fn a_deep_recursion_is_refused() {
    for source in [
        "def f(): f()\nf()",
        "f = lambda: f()\nf()",
        "def f(n): return [f(n + 1) for _ in range(1)]\nf(0)",
        "def f(n): return sorted([n], key=f)\nf(0)",
        "class A:\n    def __repr__(self): return repr(self)\nprint(A())",
        "class A:\n    def __eq__(self, other): return self == other\nA() == A()",
        "class A:\n    def __add__(self, other): return self + other\nA() + 1",
        "class A:\n    def __getattr__(self, name): return self.other\nA().x",
        "class A: pass\nA.__call__ = A()\nA()()",
        "a = []\na.append(a)\nprint(a)",
        "a = []\nb = []\na.append(b)\nb.append(a)\na == b",
        "it = iter([1])\nfor i in range(100000): it = map(str, it)\nnext(it)",
        "a = 0\nfor i in range(100000): a = [a]\nprint(a)",
        "a = ()\nfor i in range(100000): a = (a,)\nhash(a)",
    ] {
        assert_eq!(fails(source).name, "RecursionError", "{source}");
    }
}

#[test]
fn dropping_what_is_deep_takes_no_stack() {
    for make in [
        "a = [a]",
        "a = (a,)",
        "a = {0: a}",
        "a = iter([a])",
        "a = map(a, [])",
        "a = lambda a=a: a",
        "a = [a].append",
        "a = zip([a])",
    ] {
        let source = format!("a = 0\nfor i in range(200000): {make}\na = 1\nprint('dropped')");
        let outcome = with_stack(move || Session::new(Limits::default()).run(&source).text());
        assert_eq!(outcome, "dropped\n", "{make}");
    }
    let source = "class A: pass\na = A()\nfor i in range(200000):\n    b = A()\n    b.next = a\n    a = b\na = b = 1\nprint('dropped')";
    assert_eq!(printed(source), "dropped\n");
}

#[test]
fn a_huge_source_is_refused() {
    let error = fails(&"x = 1\n".repeat(20_000));
    assert_eq!(error.name, "SyntaxError");
    assert!(error.message.contains("120000 characters"), "{error}");
}

#[test]
fn a_deeply_nested_source_is_refused() {
    let blocks: String = (0..150)
        .map(|depth| format!("{}if 1:\n", " ".repeat(depth)))
        .collect();
    let sources = [
        "(".repeat(10_000),
        format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000)),
        format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000)),
        format!("{}1", "not ".repeat(10_000)),
        format!("{}1", "-".repeat(10_000)),
        format!("x{}", ".x".repeat(10_000)),
        format!("x{}", "[0]".repeat(10_000)),
        format!("x{}", "()".repeat(10_000)),
        format!("1{}", " + 1".repeat(10_000)),
        format!("1{}", " ** 1".repeat(10_000)),
        format!("{}0", "lambda: ".repeat(7_000)),
        format!("1{}", " if 1 else 1".repeat(5_000)),
        format!("f'{}'", "{".repeat(1_001)),
        format!("{blocks}{}pass", " ".repeat(150)),
    ];
    for source in sources {
        let error = fails(&source);
        assert_eq!(error.name, "SyntaxError", "{source:.40}");
    }
    // What people write is far from it.
    let terms = vec!["x"; 300].join(" + ");
    assert_eq!(printed(&format!("x = 1\nprint({terms})")), "300\n");
    let long = vec!["1"; 20_000].join(",");
    assert_eq!(printed(&format!("print(len([{long}]))")), "20000\n");
}

#[test]
fn printing_ends_too() {
    let error = fails("while True: print('x' * 1000)");
    assert_eq!(error.name, "TimeoutError");
    assert!(error.message.contains("printed more than"), "{error}");
}

#[test]
fn names_stay_after_an_error_and_a_stop() {
    let text = with_stack(|| {
        let mut session = Session::new(Limits {
            steps: 10_000,
            ..Limits::default()
        });
        session.run("x = 1\nwhile True: x += 1");
        session.run("y = 5\n1 / 0");
        session.run("print(x > 100, y)").text()
    });
    assert_eq!(text, "True 5\n");
}
