//! The manifest, by which browsers install the notebook as an app.

use popgrad_figures::Palette;
use serde_json::json;

use super::{icon, palette};

/// The manifest's file, beside the notebook. Its name gives it the right type on every host.
pub(super) const FILE: &str = "manifest.json";

/// The manifest. `app` is the folder of the pictures.
pub(super) fn text(app: &str) -> String {
    let ground = palette::ground(&Palette::light());
    let icons: Vec<_> = icon::pictures()
        .map(|picture| {
            json!({
                "src": format!("{app}/{}", picture.file()),
                "sizes": format!("{0}x{0}", picture.side),
                "type": "image/png",
                "purpose": picture.cut.purpose(),
            })
        })
        .collect();
    json!({
        "name": super::page::TITLE,
        "short_name": "Popgrad",
        "description": super::page::DESCRIPTION,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": ground,
        "theme_color": ground,
        "icons": icons,
    })
    .to_string()
}
