//! Errors: where, what, through which calls, and what may have been meant.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use popgrad_cells::Report;
use support::run;

fn error(source: &str) -> Report {
    run(source)
        .error
        .unwrap_or_else(|| panic!("no error: {source}"))
}

/// The text that the innermost place marks.
fn marked(source: &str) -> String {
    let range = error(source).range().unwrap();
    source[range.start.byte..range.end.byte].to_owned()
}

#[test]
fn the_part_that_failed_is_marked() {
    assert_eq!(marked("x = 1\ny = x + (2 / 0)"), "2 / 0");
    assert_eq!(marked("print(len(5) + 1)"), "len(5)");
    assert_eq!(marked("x = [1, 2]\nprint(x[5])"), "x[5]");
    assert_eq!(marked("a = 'é'; b = a.foo"), "a.foo");
    assert_eq!(marked("for x in 5:\n    pass"), "5");
    assert_eq!(marked("a, b = 1, 2, 3"), "a, b");
    assert_eq!(marked("raise ValueError('x')"), "raise ValueError('x')");
    assert_eq!(marked("x = (1 +\n  undefined)"), "undefined");
    let range = error("é = 'é'; é + 1").range().unwrap();
    assert_eq!(
        (range.start.line, range.start.column, range.end.column),
        (1, 10, 15)
    );
}

#[test]
fn a_syntax_error_is_marked_where_it_is() {
    let report = error("x = 1\ny = (2\nz = 3");
    assert_eq!(report.name, "SyntaxError");
    assert!(report.range().unwrap().start.line >= 2);
    assert_eq!(error("x = = 2").range().unwrap().start.line, 1);
}

#[test]
fn the_trace_leads_through_the_calls() {
    let report = error(
        "def inner(x):\n    return 1 / x\ndef outer(x):\n    return inner(x) + 1\nprint(outer(0))",
    );
    let trace: Vec<_> = report
        .trace
        .iter()
        .map(|frame| (frame.function.as_deref(), frame.range.start.line))
        .collect();
    assert_eq!(trace, [(None, 5), (Some("outer"), 4), (Some("inner"), 2)]);
    assert_eq!(
        report.to_string(),
        "Traceback (most recent call last):\n  cell, line 5\n    print(outer(0))\n          ^^^^^^^^\n  \
         cell, line 4, in outer\n    return inner(x) + 1\n           ^^^^^^^^\n  \
         cell, line 2, in inner\n    return 1 / x\n           ^^^^^\nZeroDivisionError: division by zero"
    );
}

#[test]
fn a_name_that_may_have_been_meant_is_named() {
    for (source, meant) in [
        ("PopulationNod(1)", "PopulationNode"),
        ("total = 1\ntotl", "total"),
        ("PopulationNode(1.0).tahn()", "tanh"),
        ("PopulationNode(1.0).backprob()", "backprop"),
        ("[].apend(1)", "append"),
        ("import math\nmath.sqroot(2)", "sqrt"),
        ("from math import sqroot", "sqrt"),
        (
            "class A:\n    def go(self): self.speed = 1\na = A()\na.go()\na.sped",
            "speed",
        ),
        ("def f(rate): pass\nf(rte=1)", "rate"),
        ("print('a', spe='')", "sep"),
        ("import mth", "math"),
    ] {
        let report = error(source);
        assert_eq!(
            report.suggestion.as_deref(),
            Some(meant),
            "{source}: {report}"
        );
        assert!(
            report
                .to_string()
                .ends_with(&format!("Did you mean: '{meant}'?")),
            "{report}"
        );
    }
    assert_eq!(error("completely_else").suggestion, None);
}

#[test]
fn shapes_and_values_are_named() {
    let message = error("PopulationNode([1, 2]) + PopulationNode([1.0, 2.0, 3.0])").message;
    for part in ["add", "2 and 3", "[1, 2]", "[1.0, 2.0, 3.0]"] {
        assert!(message.contains(part), "{message}");
    }
    let message = error("x = PopulationNode([1, 2])\nx.value = [1]").message;
    assert!(
        message.starts_with("value: 1 numbers were given, but 2 are needed"),
        "{message}"
    );
    let message = error("[1, 2][7]").message;
    assert_eq!(message, "list index out of range: 7, of 2");
}

#[test]
fn whole_numbers_end_with_a_word() {
    for source in [
        "2 ** 63",
        "9223372036854775807 + 1",
        "-9223372036854775808 - 1",
        "2 ** 40 * 2 ** 40",
        "1 << 64",
        "int(1e30)",
        "99999999999999999999",
        "int('99999999999999999999')",
        "-(-9223372036854775808)",
    ] {
        let report = error(source);
        assert!(
            report.message.contains("-2**63 to 2**63 - 1") || report.message.contains("2**63 - 1"),
            "{source}: {report}"
        );
    }
    assert_eq!(error("2 ** 63").name, "OverflowError");
}

#[test]
fn what_is_out_says_so_and_what_to_do() {
    for (source, what) in [
        ("with open('x') as f: pass", "`with`"),
        ("def f():\n    yield 1", "`yield`"),
        ("async def f(): pass", "`async`"),
        ("match 1:\n    case 1: pass", "`match`"),
        ("b'bytes'", "Bytes"),
        ("1j", "Complex"),
        ("x = ...", "`...`"),
        ("class A(B, C): pass", "several bases"),
        ("from math import *", "`import *`"),
        ("from . import x", "other files"),
        ("import numpy", "PopulationNode"),
        ("import random", "uniform(low, high)"),
        ("open('x')", "no files"),
        ("eval('1')", "not part of this Python"),
        ("input()", "slider"),
        ("[y := 1 for x in [1]]", "`:=`"),
        ("type A = int", "`type`"),
        ("try: pass\nexcept* ValueError: pass", "`except*`"),
        ("class A(int): pass", "derive from 'int'"),
    ] {
        let report = error(source);
        assert!(report.message.contains(what), "{source}: {report}");
    }
}

#[test]
fn what_is_raised_in_a_handler_is_reported() {
    let report =
        error("try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError('second')");
    assert_eq!(
        (report.name.as_str(), report.message.as_str()),
        ("ValueError", "second")
    );
    assert_eq!(report.range().unwrap().start.line, 4);
    let report = error("class Mine(Exception): pass\nraise Mine('a', 1)");
    assert_eq!(
        (report.name.as_str(), report.message.as_str()),
        ("Mine", "('a', 1)")
    );
}
