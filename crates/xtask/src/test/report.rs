//! The end of a test run: a table of the steps with their times, then what was counted.

use super::tally::Tally;

/// What became of a step.
pub(super) enum Outcome {
    /// It ran, with this count.
    Ran(Tally),
    /// It did not, since the step named here had failed.
    NotRun(&'static str),
}

/// A step that is over.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) seconds: f64,
    pub(super) outcome: Outcome,
}

impl Row {
    /// A step that did not run, since `need` had failed.
    pub(super) fn not_run(name: &'static str, need: &'static str) -> Self {
        Self {
            name,
            seconds: 0.0,
            outcome: Outcome::NotRun(need),
        }
    }

    /// Whether it ran without a failure.
    pub(super) fn passed(&self) -> bool {
        matches!(&self.outcome, Outcome::Ran(tally) if tally.failed == 0)
    }

    fn tally(&self) -> Tally {
        match &self.outcome {
            Outcome::Ran(tally) => tally.clone(),
            Outcome::NotRun(_) => Tally {
                skipped: 1,
                ..Tally::default()
            },
        }
    }

    fn line(&self) -> String {
        let result = match &self.outcome {
            Outcome::NotRun(need) => format!("not run, since `{need}` failed"),
            Outcome::Ran(tally) if tally.failed > 0 => "FAILED".to_owned(),
            Outcome::Ran(_) => "passed".to_owned(),
        };
        format!("{:>8.1}  {:<14} {result}", self.seconds, self.name)
    }
}

/// Prints the table, the counts and, where a browser is missing, what it is in the last line. Whether nothing
/// failed.
pub(super) fn print(rows: &[Row]) -> bool {
    let (lines, passed) = lines(rows);
    println!("\n{}", lines.join("\n"));
    passed
}

fn lines(rows: &[Row]) -> (Vec<String>, bool) {
    let mut total = Tally::default();
    let mut lines = vec![" seconds  step".to_owned()];
    for row in rows {
        lines.push(row.line());
        total.add(&row.tally());
    }
    let seconds: f64 = rows.iter().map(|row| row.seconds).sum();
    lines.push(format!("{seconds:>8.1}  in all"));
    lines.push(format!(
        "{} passed, {} failed, {} skipped",
        total.passed, total.failed, total.skipped
    ));
    lines.append(&mut total.notes);
    (lines, total.failed == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &'static str, tally: Tally) -> Row {
        Row {
            name,
            seconds: 1.25,
            outcome: Outcome::Ran(tally),
        }
    }

    #[test]
    fn the_last_line_names_the_missing_browser_after_the_counts() {
        let tested = Tally {
            passed: 4,
            skipped: 2,
            notes: vec!["WebKit is missing".to_owned()],
            ..Tally::default()
        };
        let (lines, passed) = lines(&[row("format", Tally::success()), row("browsers", tested)]);
        assert!(passed);
        assert_eq!(
            lines[lines.len() - 2..],
            ["5 passed, 0 failed, 2 skipped", "WebKit is missing"]
        );
    }

    #[test]
    fn a_failure_and_what_could_not_run_after_it_are_told() {
        let (lines, passed) = lines(&[row("page", Tally::failure()), Row::not_run("html", "page")]);
        assert!(!passed);
        assert!(lines[1].ends_with("page           FAILED"), "{}", lines[1]);
        assert!(
            lines[2].ends_with("not run, since `page` failed"),
            "{}",
            lines[2]
        );
        assert_eq!(lines[4], "0 passed, 1 failed, 1 skipped");
    }
}
