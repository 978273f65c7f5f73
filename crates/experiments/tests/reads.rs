//! A figure is made anew when what it was made from has changed, and only then.

use popgrad_experiments::{Experiment, Reads, State, find, registry};
use popgrad_figures::checksum;

/// Every figure of a state: its checksum, and what it was made from.
fn made(experiment: &dyn Experiment, state: &State) -> Vec<(&'static str, u64, Reads)> {
    let figures = experiment.live_figures().iter();
    let made = figures.map(|known| {
        let (figure, reads) = state.watch(known.make);
        (known.id, checksum(&[figure.expect("a figure")]), reads)
    });
    made.collect()
}

/// Every figure that is said to be as it was is as it was.
fn check(experiment: &'static dyn Experiment, before: &State, after: &State) {
    let fresh = made(experiment, after);
    for ((id, old, reads), (_, new, _)) in made(experiment, before).into_iter().zip(fresh) {
        assert!(!after.is_as(&reads) || old == new, "{id} has changed");
    }
}

#[test]
fn what_is_said_to_be_unchanged_is_unchanged() {
    for experiment in registry() {
        let before = State::defaults(*experiment);
        for parameter in experiment.parameters() {
            for value in [parameter.minimum, parameter.maximum] {
                let mut after = before.clone();
                after.set(parameter.id, value).expect("an end of its range");
                check(*experiment, &before, &after);
                check(*experiment, &after, &before);
            }
        }
        let mut open = before.clone();
        open.predict(experiment.prediction().answer.maximum)
            .expect("an answer");
        let mut answered = open.clone();
        answered.commit();
        check(*experiment, &before, &open);
        check(*experiment, &open, &answered);
    }
}

#[test]
fn parts_that_arrive_change_what_reads_them() {
    for experiment in registry() {
        let before = State::defaults(*experiment);
        let mut after = before.clone();
        for job in before.jobs() {
            let early = after.clone();
            let part = experiment.work(&after, job.id, 0).expect("a part");
            after
                .receive(job.id, &job.key, 0, part)
                .expect("its length");
            check(*experiment, &early, &after);
        }
        let changed = made(*experiment, &before)
            .iter()
            .any(|(_, _, reads)| !after.is_as(reads));
        assert_eq!(changed, !before.jobs().is_empty(), "{}", experiment.slug());
    }
}

#[test]
fn a_parameter_leaves_figures_alone_that_do_not_read_it() {
    let experiment = find("intrinsic-flow").expect("it is listed");
    let before = State::defaults(experiment);
    let mut after = before.clone();
    after.set("spread", 2.0).expect("in its range");
    let unchanged: Vec<_> = made(experiment, &before)
        .into_iter()
        .filter(|(_, _, reads)| after.is_as(reads))
        .map(|(id, _, _)| id)
        .collect();
    assert_eq!(unchanged, ["intrinsic-flow", "intrinsic-flow-field"]);
}
