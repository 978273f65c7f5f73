//! Random programs: whatever a cell holds, it ends, and nothing panics.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use popgrad_cells::{Limits, Session};
use proptest::prelude::*;
use support::with_stack;

/// Little of everything, so that random programs end fast.
const LIMITS: Limits = Limits {
    steps: 20_000,
    memory: 4 << 20,
    depth: 40,
    source: 4096,
    nesting: 40,
    printed: 1 << 14,
    figures: 5,
};

/// Programs of which each runs in one session.
const PROGRAMS: usize = 40;

fn run_all(programs: &[String]) {
    let programs = programs.to_vec();
    with_stack(move || {
        let mut session = Session::new(LIMITS);
        for program in programs {
            if let Some(error) = session.run(&program).error {
                let _ = error.to_string();
            }
        }
    });
}

/// An expression of names, literals, calls and operators.
fn expression() -> impl Strategy<Value = String> {
    let atom = prop::sample::select(vec![
        "0",
        "1",
        "-1",
        "2",
        "3.5",
        "1e300",
        "9223372036854775807",
        "'a'",
        "'ab{}'",
        "'%s %d'",
        "''",
        "None",
        "True",
        "[]",
        "[1, 2, 3]",
        "(1,)",
        "{}",
        "{1: 2}",
        "{1, 2}",
        "range(5)",
        "x",
        "y",
        "f",
        "A",
        "A()",
        "math.pi",
        "PopulationNode([1.0, 2.0])",
        "PopulationNode([[1, 2], [3, 4]])",
        "node",
        "lambda a: a",
        "int",
        "str",
        "float('nan')",
        "float('inf')",
        "slice(1, None)",
        "iter([1, 2])",
        "print",
    ]);
    atom.prop_map(str::to_owned)
        .prop_recursive(4, 24, 3, |inner| {
            let binary = prop::sample::select(vec![
                "+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>", "<", "<=",
                "==", "!=", "in", "not in", "is", "and", "or",
            ]);
            let function = prop::sample::select(vec![
                "len",
                "sum",
                "min",
                "max",
                "abs",
                "round",
                "sorted",
                "list",
                "tuple",
                "set",
                "dict",
                "str",
                "repr",
                "int",
                "float",
                "bool",
                "type",
                "reversed",
                "enumerate",
                "zip",
                "any",
                "all",
                "hash",
                "iter",
                "next",
                "print",
                "PopulationNode",
                "plot",
                "bars",
                "heatmap",
                "graph",
                "math.sqrt",
                "math.log",
                "math.floor",
                "math.fsum",
                "math.factorial",
                "chr",
                "ord",
                "bin",
                "divmod",
                "pow",
                "isinstance",
                "f",
                "A",
                "format",
                "range",
                "map",
                "filter",
                "super",
                "x.append",
                "x.pop",
                "x.sort",
                "y.update",
                "y.pop",
                "'{:>{}}'.format",
                "'a,b'.split",
                "'a'.join",
                "'abc'.replace",
                "'b'.center",
                "node.sum",
                "node.slice",
                "node.reshape",
                "node.backprop",
                "node.matmul",
                "node.powf",
                "node.index",
                "choice",
                "slider",
                "seed",
                "randint",
                "shuffle",
                "getattr",
                "setattr",
                "vars",
            ]);
            prop_oneof![
                (inner.clone(), binary, inner.clone())
                    .prop_map(|(a, o, b)| format!("({a} {o} {b})")),
                (function.clone(), prop::collection::vec(inner.clone(), 0..3))
                    .prop_map(|(f, a)| format!("{f}({})", a.join(", "))),
                (inner.clone(), inner.clone()).prop_map(|(a, k)| format!("{a}[{k}]")),
                (inner.clone(), inner.clone(), inner.clone())
                    .prop_map(|(a, b, c)| format!("{a}[{b}:{c}]")),
                (inner.clone(), inner.clone())
                    .prop_map(|(e, i)| format!("[{e} for x in {i} if x]")),
                (inner.clone(), inner.clone(), inner.clone())
                    .prop_map(|(a, t, b)| format!("({a} if {t} else {b})")),
                inner
                    .clone()
                    .prop_map(|a| format!("f'{{{a}!r:>10}} {{{a}}}'")),
                (
                    inner.clone(),
                    prop::sample::select(vec![
                        "real", "grad", "value", "upper()", "keys()", "items()", "copy()",
                        "tanh()", "zz", "parents", "__name__", "__dict__"
                    ])
                )
                    .prop_map(|(a, n)| format!("{a}.{n}")),
                prop::collection::vec(inner, 0..4)
                    .prop_map(|items| format!("[{}]", items.join(", "))),
            ]
        })
}

fn statement() -> impl Strategy<Value = String> {
    let e = expression;
    prop_oneof![
        (prop::sample::select(vec!["x", "y", "node", "x[0]", "x[1:2]", "y[1]", "node.value", "A.k", "x, y", "*x, y", "[x, [y, f]]"]), e())
            .prop_map(|(target, value)| format!("{target} = {value}")),
        (prop::sample::select(vec!["x", "y", "x[0]", "node"]), prop::sample::select(vec!["+=", "-=", "*=", "|=", "//=", "**="]), e())
            .prop_map(|(target, operator, value)| format!("{target} {operator} {value}")),
        (e(), e()).prop_map(|(over, value)| format!("for i in {over}:\n    x = {value}")),
        (e(), e()).prop_map(|(test, value)| format!("while {test}:\n    y = {value}\n    break")),
        (e(), e()).prop_map(|(body, value)| format!("try:\n    {body}\nexcept Exception as error:\n    print(error, {value})\nfinally:\n    x = 1")),
        e().prop_map(|value| format!("def f(a=1, *b, **c):\n    return {value}")),
        (e(), e()).prop_map(|(a, b)| format!("class A:\n    k = {a}\n    def __init__(self): self.v = {b}\n    def __add__(self, o): return {b}\n    def __repr__(self): return str({a})")),
        e().prop_map(|value| format!("del {value}")),
        e().prop_map(|value| format!("raise {value}")),
        e().prop_map(|value| format!("print({value}, sep={value})")),
        e(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn random_programs_end_without_a_panic(programs in prop::collection::vec(prop::collection::vec(statement(), 1..5), PROGRAMS)) {
        let mut sources = vec!["import math\nx = [1, 2, 3]\ny = {1: 2}\nnode = PopulationNode([1.0, 2.0]).tanh()\ndef f(a): return a\nclass A: pass".to_owned()];
        sources.extend(programs.into_iter().map(|statements| statements.join("\n")));
        run_all(&sources);
    }

    #[test]
    fn random_text_ends_without_a_panic(programs in prop::collection::vec("(def |class |for |if |lambda |x|f'|\\{|\\}|\\(|\\)|\\[|\\]|:|,|\\.|=|\\*|%|'|\"|\n|    |1|é|\\\\|@|#|!|\t|_){0,40}", PROGRAMS)) {
        run_all(&programs);
    }

    #[test]
    fn random_formats_end_without_a_panic(formats in prop::collection::vec("[a<>=^ +#0-9,_.befgdxsn%\\{\\}!r\\[\\]()*-]{0,12}", PROGRAMS)) {
        let sources: Vec<String> = formats
            .iter()
            .map(|format| format!("v = '''{format}'''\nfor w in [1, -2.5, 'é', True, None, 1e300, [1]]:\n    for t in [lambda: format(w, v), lambda: v % w, lambda: v.format(w), lambda: round(w, len(v) - 5)]:\n        try: t()\n        except Exception: pass"))
            .collect();
        run_all(&sources);
    }
}
