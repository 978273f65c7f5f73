//! Long computations: what is asked for, what is taken and what is refused.

use popgrad_experiments::{Error, Job, State, find, registry};

/// The computations of every experiment at its start, and of those that other values ask for.
fn every_job() -> Vec<(State, Job)> {
    let mut states: Vec<_> = registry().iter().map(|one| State::defaults(*one)).collect();
    let mut net = State::defaults(find("flow-vs-descent").expect("it is there"));
    net.set("loss", 3.0).expect("it is there");
    let mut alone = State::defaults(find("xor").expect("it is there"));
    alone.set("hidden", 1.0).expect("it is there");
    states.extend([net, alone]);
    let of = |state: State| {
        let jobs = state.jobs().into_iter();
        jobs.map(move |job| (state.clone(), job))
            .collect::<Vec<_>>()
    };
    states.into_iter().flat_map(of).collect()
}

#[test]
fn a_part_is_as_long_as_its_computation_says() {
    let jobs = every_job();
    assert!(jobs.len() > 10, "{}", jobs.len());
    for (state, job) in jobs {
        for part in [0, job.parts - 1] {
            let result = state.work(job.id, part).unwrap();
            assert_eq!(result.len(), job.numbers(part), "{} {part}", job.id);
        }
    }
}

#[test]
fn a_part_of_another_length_is_refused_and_changes_nothing() {
    for (mut state, job) in every_job() {
        let expected = job.numbers(0);
        for given in [0, 1, expected - 1, expected + 1, 2 * expected] {
            let refused = state.receive(job.id, &job.key, 0, vec![0.5; given]);
            let message = refused.unwrap_err().to_string();
            for told in [
                format!("`{}`", job.id),
                format!("came with {given} numbers"),
                format!("has {expected}"),
            ] {
                assert!(message.contains(&told), "{message}");
            }
            assert_eq!(state.results(job.id).count(), 0);
        }
        state.experiment().figures(&state).expect("figures");
    }
}

#[test]
fn a_part_that_there_is_not_is_not_computed_and_dropped() {
    for (mut state, job) in every_job() {
        let refused = state.work(job.id, job.parts).unwrap_err();
        assert!(matches!(refused, Error::UnknownPart { .. }), "{refused}");
        let text = format!("`{}` has {} parts", job.id, job.parts);
        assert!(refused.to_string().contains(&text), "{refused}");
        state
            .receive(job.id, &job.key, job.parts, Vec::new())
            .unwrap();
        assert_eq!(state.results(job.id).count(), 0);
    }
}

#[test]
fn a_computation_that_is_not_asked_for_is_unknown() {
    let state = State::defaults(find("flow-vs-descent").unwrap());
    let refused = state.work("halvings", 0).unwrap_err().to_string();
    assert!(refused.contains("`halvings`"), "{refused}");
}
