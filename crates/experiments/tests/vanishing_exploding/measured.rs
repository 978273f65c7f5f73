//! The numbers that this experiment is known for, beside theory and nets: a table in the crate's documentation.
//! `UPDATE_GOLDEN=1` writes it anew.

use popgrad_figures::number::with_digits;

use crate::SUBJECT;
use crate::support::assert_measured;

/// The places of 10, 20, 50 and 100 layers among the depths that are computed.
const STOPS: [usize; 4] = [5, 7, 10, 13];

/// The root mean square of the first layer's gradient of ten nets of 128 units at the gain 1, by depth.
fn at_the_border() -> [String; 4] {
    let state = SUBJECT.state(&[("gain", 1.0), ("width", 128.0)]);
    let nets: Vec<_> = (0..10)
        .map(|net| {
            state
                .experiment()
                .work(&state, "deeper", net)
                .expect("a net")
        })
        .collect();
    STOPS.map(|stop| {
        let squares = nets.iter().map(|net| net[stop] * net[stop]);
        with_digits(libm::sqrt(squares.sum::<f64>() / nets.len() as f64), 2)
    })
}

fn rows() -> Vec<[String; 4]> {
    let factors = [
        ("0.5", "0.25", "chi_05"),
        ("0.8", "0.64", "chi_08"),
        ("0.9", "0.81", "chi_09"),
        ("1", "1", "chi_1"),
        ("1.2", "~1.034", "chi_12"),
        ("5/3", "~1.21", "chi_53"),
        ("3", "~1.86", "chi_3"),
    ];
    let borders = [
        ("10", "~0.27", "border_10"),
        ("20", "~0.19", "border_20"),
        ("50", "~0.12", "border_50"),
        ("100", "~0.084", "border_100"),
    ];
    let factors = factors.map(|(gain, known, name)| {
        let what = format!("χ of tanh at σw = {gain}");
        [what, known.to_owned(), SUBJECT.number(name), String::new()]
    });
    let measured = at_the_border();
    let borders = borders.iter().zip(measured);
    let borders = borders.map(|((layers, known, name), nets)| {
        let what = format!("first over last gradient at σw = 1 after {layers} layers");
        [what, (*known).to_owned(), SUBJECT.number(name), nets]
    });
    factors.into_iter().chain(borders).collect()
}

#[test]
fn the_table_of_the_documentation_is_what_is_measured() {
    let columns = [
        "what",
        "known or expected",
        "theory computed here",
        "ten nets of 128 units",
    ];
    let title = "Vanishing and exploding gradients";
    assert_measured(SUBJECT.0, title, columns, &rows());
}
