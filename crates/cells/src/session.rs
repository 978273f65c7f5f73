//! A session: cells that share their names.

use std::collections::BTreeMap;
use std::rc::Rc;

use popgrad::PopulationNode;
use popgrad_graph::GraphView;

use crate::code::Source;
use crate::eval::{Frame, Interpreter, Setting};
use crate::event::Outcome;
use crate::library;
use crate::limits::Limits;
use crate::parse::{Failure, parse};
use crate::raise::{ErrorKind, Passed};
use crate::report::Report;

/// Cells that share their names, from top to bottom.
///
/// ```
/// use popgrad_cells::{Limits, Session};
/// let mut session = Session::new(Limits::default());
/// session.run("x = PopulationNode([1.0, 2.0, 3.0])");
/// let outcome = session.run("y = x * x + x\ny.sum().backprop()\nprint(x.grad)");
/// assert_eq!(outcome.text(), "[3.0, 5.0, 7.0]\n");
/// ```
///
/// A deep recursion needs stack: about 16 MB natively without optimisation. Where a program of unknown depth may run
/// on a smaller one, lower [`Limits::depth`].
#[derive(Debug)]
pub struct Session {
    interpreter: Interpreter,
    /// For each cell the node at which the last backward pass of its last run began.
    passes: BTreeMap<String, PopulationNode>,
}

impl Session {
    /// A session without names.
    #[must_use]
    pub fn new(limits: Limits) -> Session {
        Session {
            interpreter: Interpreter::new(limits),
            passes: BTreeMap::new(),
        }
    }

    /// Runs a cell. The names that it gives stay, also after an error. Random numbers begin with the same seed in
    /// every run.
    pub fn run(&mut self, source: &str) -> Outcome {
        self.run_named("cell", source)
    }

    /// Runs a cell that error messages call by a name.
    pub fn run_named(&mut self, name: &str, source: &str) -> Outcome {
        let source = Rc::new(Source {
            name: name.to_owned(),
            text: source.to_owned(),
        });
        self.interpreter.begin();
        self.interpreter.last_pass = None;
        let error = self.run_source(&source);
        let events = std::mem::take(&mut self.interpreter.events);
        self.passes.remove(name);
        if let Some(root) = self.interpreter.last_pass.take() {
            self.passes.insert(name.to_owned(), root);
        }
        Outcome {
            events,
            error,
            steps: self.interpreter.steps(),
        }
    }

    fn run_source(&mut self, source: &Rc<Source>) -> Option<Report> {
        let interpreter = &mut self.interpreter;
        let limits = interpreter.limits;
        let program = match parse(
            source,
            &limits,
            &mut interpreter.names,
            &mut interpreter.globals,
        ) {
            Ok(program) => program,
            Err(failure) => return Some(syntax_error(source, failure)),
        };
        let mut frame = Frame::new(Rc::clone(source), &program.variables);
        match interpreter.run(&mut frame, &program.body) {
            Ok(_) => None,
            Err(raise) => Some(interpreter.report(raise)),
        }
    }

    /// The graph of the last backward pass that the last run of a cell made, as a figure of the given id; `None` if it
    /// made none.
    ///
    /// ```
    /// use popgrad_cells::{Limits, Session};
    /// let mut session = Session::new(Limits::default());
    /// session.run_named("first", "x = PopulationNode(3.0)\ny = x * x + x\ny.backprop()");
    /// let view = session.graph("first", "first-graph").unwrap()?;
    /// assert_eq!((view.steps(), view.gradient("x")), (6, Some(vec![7.0])));
    /// # Ok::<(), popgrad_cells::Report>(())
    /// ```
    ///
    /// # Errors
    /// When the graph is too large for a view.
    pub fn graph(&mut self, cell: &str, id: &str) -> Option<Result<GraphView, Report>> {
        let root = self.passes.get(cell)?.clone();
        self.interpreter.begin();
        let view = library::graph::view(&mut self.interpreter, id.to_owned(), &root);
        Some(view.map_err(|raise| self.interpreter.report(raise)))
    }

    /// What the reader set a slider to; the next run gets it.
    pub fn set_slider(&mut self, name: &str, value: f64) {
        self.interpreter
            .controls
            .insert(name.to_owned(), Setting::Value(value));
    }

    /// Which option of a choice the reader chose; the next run gets it.
    pub fn set_choice(&mut self, name: &str, option: usize) {
        self.interpreter
            .controls
            .insert(name.to_owned(), Setting::Chosen(option));
    }

    /// The names that the cells gave and those that are built in, for completion.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let interpreter = &self.interpreter;
        let given = interpreter
            .globals
            .given()
            .map(|(name, _)| interpreter.names.text(name).to_string());
        given
            .chain(interpreter.globals.natives().map(str::to_owned))
            .collect()
    }

    /// The names of the attributes of what a name stands for, for completion behind a point.
    #[must_use]
    pub fn attributes(&self, name: &str) -> Vec<String> {
        let interpreter = &self.interpreter;
        let Some(symbol) = interpreter.names.known(name) else {
            return Vec::new();
        };
        let value = interpreter
            .globals
            .given()
            .find(|(given, _)| *given == symbol);
        value.map_or_else(Vec::new, |(_, value)| interpreter.attribute_names(value))
    }
}

fn syntax_error(source: &Rc<Source>, failure: Failure) -> Report {
    let passed = Passed {
        source: Rc::clone(source),
        span: failure.span,
        function: None,
    };
    Report {
        name: ErrorKind::SyntaxError.name().to_owned(),
        message: failure.message,
        suggestion: None,
        trace: vec![crate::eval::report_frame(&passed)],
    }
}
