//! The gallery as committed pictures. `UPDATE_GOLDEN=1` writes them anew; look at them before
//! committing.

mod support;

use popgrad_figures::{Colors, Layout, svg};
use support::gallery;

#[test]
fn the_gallery_looks_as_committed() {
    for layout in Layout::ALL {
        let drawn = svg(&gallery(), layout, &Colors::Variables).unwrap();
        let path = format!(
            "{}/tests/golden/gallery-{}.svg",
            env!("CARGO_MANIFEST_DIR"),
            layout.name()
        );
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &drawn).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            drawn == committed,
            "{path} differs: run with UPDATE_GOLDEN=1, look at it, commit it"
        );
    }
}
