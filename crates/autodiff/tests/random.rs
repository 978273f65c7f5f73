//! Random numbers: golden ones, and that they are distributed as they should be.

use popgrad::Random;

#[test]
fn the_numbers_of_a_seed_stay() {
    let mut random = Random::new(42);
    assert_eq!(
        [random.bits(), random.bits(), random.bits()],
        [
            13_933_846_220_666_001_134,
            3_880_768_679_772_203_453,
            11_692_330_344_560_137_801
        ]
    );
    let mut other = Random::with_stream(42, 1);
    assert_eq!(other.bits(), 16_538_211_044_199_353_593);
    let normals: Vec<u64> = Random::new(42)
        .normals(3)
        .into_iter()
        .map(f64::to_bits)
        .collect();
    assert_eq!(
        normals,
        [
            4_601_119_984_403_199_498,
            4_610_003_147_726_453_665,
            4_608_562_534_581_619_384
        ]
    );
}

#[test]
fn uniform_numbers_fill_the_unit_interval_evenly() {
    let mut random = Random::new(3);
    let mut counts = [0_u32; 10];
    for _ in 0..100_000 {
        counts[(random.uniform() * 10.0) as usize] += 1;
    }
    // Each count is 10,000 with a standard deviation of 95.
    assert!(
        counts.iter().all(|count| count.abs_diff(10_000) < 500),
        "{counts:?}"
    );
}

#[test]
fn normal_numbers_have_the_moments_of_the_normal_distribution() {
    let numbers = Random::new(4).normals(100_000);
    let moment = |power: i32| {
        let powers = numbers
            .iter()
            .map(|x| (0..power).fold(1.0, |product, _| product * x));
        powers.sum::<f64>() / numbers.len() as f64
    };
    let moments = [moment(1), moment(2), moment(3), moment(4)];
    for (moment, expected) in moments.into_iter().zip([0.0, 1.0, 0.0, 3.0]) {
        assert!((moment - expected).abs() < 0.1, "{moments:?}");
    }
}
