//! The galleries as committed pictures. `UPDATE_GOLDEN=1` writes them anew; look at them before
//! committing.

mod support;

use popgrad_figures::{Colors, Layout, svg};
use support::{fields, gallery, graphs};

#[test]
fn the_galleries_look_as_committed() {
    for figure in [gallery(), fields(), graphs()] {
        for layout in Layout::ALL {
            let drawn = svg(&figure, layout, &Colors::Variables).unwrap();
            let name = format!("{}-{}.svg", figure.id, layout.name());
            let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::write(&path, &drawn).unwrap();
            }
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                drawn == committed,
                "{name} differs: run with UPDATE_GOLDEN=1, look at it, commit it"
            );
        }
    }
}
