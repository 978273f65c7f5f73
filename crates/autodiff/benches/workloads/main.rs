//! Training, maps and deep nets: the engine against straight-line Rust for the same work, in the same run. The ratio is
//! the time of the straight-line program divided by the engine's, medians of interleaved rounds.

#![expect(clippy::unwrap_used, reason = "a benchmark may fail")]

mod engine;
mod straight;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};

/// One workload in both forms.
struct Workload {
    name: &'static str,
    engine: Box<dyn FnMut() -> f64>,
    straight: Box<dyn FnMut() -> f64>,
}

fn workload(
    name: &'static str,
    engine: impl FnMut() -> f64 + 'static,
    straight: impl FnMut() -> f64 + 'static,
) -> Workload {
    Workload {
        name,
        engine: Box::new(engine),
        straight: Box::new(straight),
    }
}

fn workloads() -> Vec<Workload> {
    let mut all = vec![
        workload(
            "W1 xor 2-4-1, 1000 steps",
            engine::train(4, &[2, 4, 1], 1000),
            straight::train(4, &[2, 4, 1], 1000),
        ),
        workload(
            "W2 2-16-16-1, 256 points, 10 steps",
            engine::train(256, &[2, 16, 16, 1], 10),
            straight::train(256, &[2, 16, 16, 1], 10),
        ),
        workload(
            "W3 2-8-8-1 on a 256x256 grid",
            engine::grid(),
            straight::grid(),
        ),
        workload(
            "W5 50 layers of 64, batch 64",
            engine::deep(),
            straight::deep(),
        ),
        workload(
            "W6 8x8 pairs of step sizes, 200 steps",
            engine::map(),
            straight::map(),
        ),
    ];
    for (name, members) in [
        ("W4 eight tanh of 1", 1),
        ("W4 eight tanh of 100", 100),
        ("W4 eight tanh of 10000", 10_000),
        ("W4 eight tanh of 1000000", 1_000_000),
    ] {
        all.push(workload(
            name,
            engine::tanh_chain(members),
            straight::tanh_chain(members),
        ));
    }
    all
}

fn time(work: &mut dyn FnMut() -> f64) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median_ratio(workload: &mut Workload) -> f64 {
    let mut ratios: Vec<f64> = (0..15)
        .map(|_| {
            time(&mut workload.straight).as_secs_f64() / time(&mut workload.engine).as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn compare(criterion: &mut Criterion) {
    for mut workload in workloads() {
        let mut group = criterion.benchmark_group(workload.name);
        group.sample_size(10);
        group.bench_function("engine", |bencher| {
            bencher.iter(|| black_box((workload.engine)()));
        });
        group.bench_function("straight-line", |bencher| {
            bencher.iter(|| black_box((workload.straight)()));
        });
        group.finish();
        let ratio = median_ratio(&mut workload);
        println!("{}: {ratio:.2} times straight-line Rust", workload.name);
    }
}

criterion_group!(benches, compare);
criterion_main!(benches);
