//! `xor.json`: gradients and whole runs of full-batch gradient descent.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::agreement::{RUN, SINGLE, assert_agrees};
use crate::files;
use crate::xor_net::{Net, Parameters};

#[derive(Deserialize)]
struct Runs {
    runs: Vec<Run>,
}

#[derive(Deserialize)]
struct Run {
    lr: f64,
    init: Parameters,
    gradient_at_init: Parameters,
    loss_after_steps: BTreeMap<String, f64>,
    #[serde(rename = "final")]
    end: Parameters,
}

#[test]
fn every_run_agrees() {
    let Runs { runs } = files::read("xor.json");
    assert!(!runs.is_empty());
    for run in runs {
        let mut net = Net::new(&run.init);
        assert_agrees(
            "gradient",
            &net.gradient(),
            &run.gradient_at_init.members(),
            SINGLE,
            0.0,
        );
        let mut losses: Vec<(usize, f64)> = run
            .loss_after_steps
            .iter()
            .map(|(steps, loss)| (steps.parse().unwrap(), *loss))
            .collect();
        losses.sort_by_key(|(steps, _)| *steps);
        let descent = net
            .tape
            .descent(net.loss, &net.parameters.map(|slot| (slot, run.lr)))
            .unwrap();
        let mut made = 0;
        for (steps, loss) in losses {
            descent.run(&mut net.tape, steps - made).unwrap();
            made = steps;
            assert_agrees(
                &format!("loss after {steps} steps"),
                &[net.loss()],
                &[loss],
                RUN,
                0.0,
            );
        }
        assert_agrees(
            "final parameters",
            &net.parameters(),
            &run.end.members(),
            RUN,
            0.0,
        );
    }
}
