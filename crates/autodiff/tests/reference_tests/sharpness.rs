//! `sharpness.json`: Hessian-vector products and largest eigenvalues of the XOR loss.

use serde::Deserialize;

use crate::agreement::{RUN, assert_agrees};
use crate::files;
use crate::xor_net::{Net, Parameters};

#[derive(Deserialize)]
struct Entry {
    params: Parameters,
    largest_eigenvalue: f64,
    vector: Vec<f64>,
    hessian_vector_product: Vec<f64>,
}

#[test]
fn every_product_and_eigenvalue_agrees() {
    let entries: Vec<Entry> = files::read("sharpness.json");
    assert!(!entries.is_empty());
    for entry in entries {
        let mut net = Net::new(&entry.params);
        let mut hessian = net.tape.hessian(net.loss, &net.parameters).unwrap();
        let mut product = vec![0.0; hessian.size()];
        hessian
            .multiply(&mut net.tape, &entry.vector, &mut product)
            .unwrap();
        assert_agrees(
            "Hessian-vector product",
            &product,
            &entry.hessian_vector_product,
            RUN,
            0.0,
        );
        let largest = hessian
            .largest_eigenvalue(&mut net.tape, 1e-10, 10_000)
            .unwrap();
        assert_agrees(
            "eigenvalue",
            &[largest.value],
            &[entry.largest_eigenvalue],
            RUN,
            0.0,
        );
        assert!(largest.products < 10_000, "power iteration did not end");
    }
}
