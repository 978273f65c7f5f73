//! The language of the code cells: a subset of Python with [`PopulationNode`](popgrad::PopulationNode) built in.
//!
//! A [`Session`] keeps names from cell to cell. Running a cell gives an [`Outcome`]: [`Event`]s in order (printed text,
//! figures as data, controls that the cell asks for) and, where it ended early, a [`Report`] with the exception, its
//! message, the name that may have been meant, and the place in every function that it came through. Nothing is read
//! or written but that: a cell has no way to files, the network, the clock or the page, so a cell of a stranger is
//! safe to run. [`Limits`] end what would not end.
//!
//! ```
//! use popgrad_cells::{Event, Limits, Session};
//!
//! let mut session = Session::new(Limits::default());
//! session.set_slider("x0", 1.5);
//! let outcome = session.run(
//!     "x = PopulationNode([slider('x0', 0.5, -6, 6), 0.0])\n\
//!      y = x.tanh()\n\
//!      y.sum().backprop()\n\
//!      print(f'{x.grad[0]:.3f}')\n\
//!      bars(x.grad, title='The gradient shrinks', role='gradient')",
//! );
//! assert_eq!(outcome.text(), "0.181\n");
//! assert_eq!(outcome.figures().next().unwrap().title, "The gradient shrinks");
//! assert!(matches!(outcome.events[0], Event::Control(_)));
//!
//! let error = session.run("y.backprob()").error.unwrap();
//! assert_eq!((error.name.as_str(), error.suggestion.as_deref()), ("AttributeError", Some("backprop")));
//! assert_eq!(error.range().unwrap().start.column, 1);
//! ```
//!
//! # What is in and what is out
//!
//! What is out is refused with an error that says so and what to write instead. What is in prints what `CPython` 3.11
//! prints and raises what it raises; a corpus of snippets in `tests/corpus` is judged by its answers.
//!
//! | | in | out |
//! |---|---|---|
//! | values | `None`, `bool`, `int` of 64 bits (`OverflowError` beyond), `float`, `str`, `list`, `tuple`, `dict`, `set`, `range`, slices | `bytes`, `complex`, `frozenset`, `...`, whole numbers of any size |
//! | assignment | chained, unpacking with `*`, augmented, annotated (annotations are not evaluated), `:=`, `del` | `:=` inside of a comprehension |
//! | text | f-strings with conversions, `=` and format specifications, `%`, `.format` | template strings, `\N{...}` |
//! | control flow | `if`, `for`, `while`, `else` of loops, `break`, `continue`, `pass`, `assert`, conditional expressions, chained comparisons | `with`, `match`, `async`, `await` |
//! | functions | defaults, keywords, `*args`, `**kwargs`, `/`, `*`, closures, `global`, `nonlocal`, lambda, decorators, recursion up to a depth of 200 | `yield`, type parameters |
//! | comprehensions | of lists, sets, dictionaries; generator expressions | asynchronous ones |
//! | classes | one base, `super()`, operators and other special methods, `property`, `staticmethod`, `classmethod` | several bases, metaclasses, deriving from built-in types other than exceptions, descriptors |
//! | exceptions | `try`, `except`, `else`, `finally`, `raise`, `raise from`, own classes | `except*` |
//! | modules | `import math`, `from math import ...` | all others; `import *` |
//! | built-ins | `abs all any ascii bin bool callable chr classmethod delattr dict divmod enumerate filter float format getattr hasattr hash hex id int isinstance issubclass iter len list map max min next object oct ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type zip` | `open`, `input`, `eval`, `exec`, `dir`, `vars` and what belongs to them |
//!
//! Known differences: names are not normalised (two ways to write `é` are two names), texts in a set stand in an order
//! of their own (in `CPython` it changes from run to run), objects are printed without their address, `print` ignores
//! `file` and `flush`, `**` of floats and the functions of `math` come
//! from `libm` and may differ in the last digit, a negative number to a
//! broken power is a `ValueError` instead of a complex number, and
//! messages name more than `CPython`'s.
//!
//! # What the notebook adds
//!
//! - `PopulationNode(values)` of numbers, a list, or a list of rows; every operation of [`popgrad::operations`] as a method,
//!   `+ - * / @ **`, `x[i]`, `x[a:b]`, `abs(x)`, `flatten()`, `backprop(seed)`, `zero_grad()`; `value` (which can be set on a
//!   leaf), `grad`, `op`, `parents`, `shape`. `sum` of floats adds from left to right, as the engine does.
//! - `plot(y)`, `plot(x, y, ...)`, `bars(values)`, `heatmap(rows)` (the first row is the lowest); with
//!   `title`, `x`, `y`, `names`, `role`, `x_range`, `y_range`.
//! - `graph(node, title)`: the graph below a node with its forward and backward pass, step by step ([`Event::Graph`]); the
//!   graph of a cell's last backward pass is there without it ([`Session::graph`]).
//! - `slider(name, value, low, high, step)` and `choice(name, options)`, which give what the reader set.
//! - `seed(n)`, `random()`, `uniform(low, high)`, `normal(mean, deviation)`, `randint(low, high)`, `shuffle(list)`. Every run
//!   begins with the same seed.
//!
//! # How it works
//!
//! The parser of ruff makes a tree; a look at the words before it refuses what is too long or too deep. The tree becomes
//! one of our own in which every name has a place. That tree is walked: one step for each part, more for work on many
//! numbers or characters at once. Containers and texts count their bytes, the engine its members; values that hold
//! others are dropped without recursion.

mod builtins;
mod code;
mod eval;
mod event;
mod format;
mod library;
mod limits;
mod memory;
mod methods;
mod names;
mod parse;
mod raise;
mod report;
mod session;
mod suggest;
mod value;

pub use event::{Control, Event, Outcome};
pub use limits::Limits;
pub use popgrad_graph::{Fold, GraphView, Rule};
pub use report::{Frame, Position, Range, Report};
pub use session::Session;
