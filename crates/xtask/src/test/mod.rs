//! `cargo xtask test`: sets the machine up, runs every check and says what each took.

mod checks;
mod plan;
mod report;
mod tally;

use std::time::Instant;

use crate::error::Error;
use plan::Step;
use report::{Outcome, Row};
use tally::Tally;

/// Runs the checks named by `parts`, or all, each after what it needs. Whether all passed.
///
/// A check whose need failed is not run; the others still are. The last line printed is
/// `N passed, N failed, N skipped`.
///
/// # Errors
/// If a part is unknown.
pub(crate) fn run(parts: &[String]) -> Result<bool, Error> {
    let mut rows: Vec<Row> = Vec::new();
    for step in plan::chosen(parts)? {
        let row = match step.needs.iter().find(|need| not_passed(&rows, need)) {
            Some(need) => Row::not_run(step.name, need),
            None => carry_out(step),
        };
        rows.push(row);
    }
    Ok(report::print(&rows))
}

fn not_passed(rows: &[Row], name: &str) -> bool {
    rows.iter().any(|row| row.name == name && !row.passed())
}

fn carry_out(step: &Step) -> Row {
    println!("\n== {}", step.name);
    let start = Instant::now();
    let outcome = match (step.run)() {
        Ok(tally) => Outcome::Ran(tally),
        Err(error) => {
            println!("\n{}: {error}", step.name);
            Outcome::Ran(Tally::failure())
        }
    };
    Row {
        name: step.name,
        seconds: start.elapsed().as_secs_f64(),
        outcome,
    }
}
