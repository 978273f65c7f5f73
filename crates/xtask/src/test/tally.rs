//! How many tests passed, failed and were skipped, read off the test runners' own summaries.

/// A count of tests, with what a reader should know about those that did not run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
    /// Sentences for the end of the run, for instance which browser is missing.
    pub(super) notes: Vec<String>,
}

impl Tally {
    /// One check that passed.
    pub(super) fn success() -> Self {
        Self {
            passed: 1,
            ..Self::default()
        }
    }

    /// One check that failed.
    pub(super) fn failure() -> Self {
        Self {
            failed: 1,
            ..Self::default()
        }
    }

    /// Adds the counts of another tally, and those of its notes that are new.
    pub(super) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        for note in &other.notes {
            if !self.notes.contains(note) {
                self.notes.push(note.clone());
            }
        }
    }

    /// Adds a line of `cargo test`: `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
    pub(super) fn add_cargo_line(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result:") else {
            return;
        };
        let words: Vec<&str> = result
            .split([' ', ';', '.'])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let [number, name] = pair else { continue };
            self.add_named(name, number);
        }
    }

    /// Adds a line of Node's TAP summary: `# pass 3`.
    pub(super) fn add_tap_line(&mut self, line: &str) {
        let words = line
            .strip_prefix("# ")
            .and_then(|rest| rest.split_once(' '));
        if let Some((name, number)) = words {
            self.add_named(name, number);
        }
    }

    fn add_named(&mut self, name: &str, number: &str) {
        let Ok(number) = number.parse::<usize>() else {
            return;
        };
        match name {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(tally: &Tally) -> (usize, usize, usize) {
        (tally.passed, tally.failed, tally.skipped)
    }

    #[test]
    fn cargo_summaries_add_up() {
        let mut tally = Tally::default();
        tally.add_cargo_line("test result: ok. 7 passed; 0 failed; 2 ignored; 0 measured; 4 filtered out; finished in 1.25s");
        tally.add_cargo_line(
            "test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
        );
        tally.add_cargo_line("test 12 passed ... ok");
        assert_eq!(counts(&tally), (8, 3, 2));
    }

    #[test]
    fn a_note_of_two_tallies_is_told_once() {
        let missing = Tally {
            notes: vec!["WebKit is missing".to_owned()],
            ..Tally::success()
        };
        let mut tally = missing.clone();
        tally.add(&missing);
        assert_eq!((tally.passed, tally.notes.len()), (2, 1));
    }

    #[test]
    fn tap_summaries_add_up() {
        let mut tally = Tally::default();
        for line in [
            "# tests 9",
            "# suites 0",
            "# pass 4",
            "# fail 2",
            "# cancelled 1",
            "# skipped 2",
            "# todo 0",
            "# duration_ms 12.5",
        ] {
            tally.add_tap_line(line);
        }
        assert_eq!(counts(&tally), (4, 3, 2));
    }
}
