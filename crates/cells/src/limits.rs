//! What a run may use.

/// What a run may use before it ends with an error.
///
/// ```
/// use popgrad_cells::{Limits, Session};
/// let limits = Limits { steps: 1_000, ..Limits::default() };
/// let outcome = Session::new(limits).run("while True: pass");
/// assert_eq!(outcome.error.unwrap().name, "TimeoutError");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps: one for each part of an expression and each statement. Work on many numbers or characters at once costs
    /// by its size.
    pub steps: u64,
    /// Bytes that values hold at one time, the nodes of the engine among them.
    pub memory: usize,
    /// Calls inside of calls.
    pub depth: usize,
    /// Bytes of source text.
    pub source: usize,
    /// Brackets, blocks and operators inside of each other.
    pub nesting: usize,
    /// Bytes of printed text.
    pub printed: usize,
    /// Figures of one run.
    pub figures: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            steps: 10_000_000,
            memory: 256 << 20,
            depth: 200,
            source: 64 << 10,
            nesting: 100,
            printed: 1 << 20,
            figures: 50,
        }
    }
}
