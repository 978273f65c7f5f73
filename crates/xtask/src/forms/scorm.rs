//! An experiment as a package for learning platforms, by SCORM 1.2: a page that is one file, and a manifest.

use std::fs;
use std::io::{Cursor, Write as _};

use maud::html;
use zip::{ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{folder, make};
use crate::error::Error;
use crate::prerender::embed::{self, Inside};
use crate::prerender::{Chapter, write};

/// The page of the package.
const PAGE: &str = "index.html";

/// Writes the package of an experiment, `<slug>.zip`, and its page beside it, as it stands in the package.
///
/// # Errors
/// If the page cannot be made or a file cannot be written.
pub(super) fn package(chapter: &Chapter, inside: &Inside) -> Result<(), Error> {
    let slug = chapter.slug();
    let page = embed::lesson(chapter, inside)?;
    let folder = folder().join("scorm");
    make(&folder)?;
    write(&folder.join(format!("{slug}.html")), &page)?;
    let path = folder.join(format!("{slug}.zip"));
    let manifest = manifest(slug, chapter.title());
    let packed = packed(&[("imsmanifest.xml", &manifest), (PAGE, &page)]).map_err(|cause| {
        Error::new(
            format!("{} cannot be packed: {cause}", path.display()),
            "Look at crates/xtask/src/forms/scorm.rs.",
        )
    })?;
    fs::write(&path, packed).map_err(|cause| Error::file("write", &path, &cause))
}

/// The same files give the same bytes: no time of day is written.
fn packed(files: &[(&str, &String)]) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default())?;
        writer.write_all(content.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// What the package holds, for the platform.
fn manifest(slug: &str, title: &str) -> String {
    let body = html! {
        manifest identifier=(format!("popgrad-{slug}")) version=(env!("CARGO_PKG_VERSION"))
            xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" {
            metadata { schema { "ADL SCORM" } schemaversion { "1.2" } }
            organizations default="popgrad" {
                organization identifier="popgrad" {
                    title { (title) }
                    item identifier="item" identifierref="page" { title { (title) } }
                }
            }
            resources {
                resource identifier="page" type="webcontent" adlcp:scormtype="sco" href=(PAGE) { file href=(PAGE) {} }
            }
        }
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n",
        body.into_string()
    )
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn a_package_holds_its_files_and_is_the_same_each_time() {
        let content = "a page ".repeat(1000);
        let first = packed(&[(PAGE, &content)]).unwrap();
        assert_eq!(first, packed(&[(PAGE, &content)]).unwrap());
        assert!(first.len() < content.len());
        let mut archive = ZipArchive::new(Cursor::new(first)).unwrap();
        let mut read = String::new();
        archive
            .by_name(PAGE)
            .unwrap()
            .read_to_string(&mut read)
            .unwrap();
        assert_eq!(read, content);
    }

    #[test]
    fn the_manifest_names_the_page_and_escapes_the_title() {
        let manifest = manifest("xor", "Nets & <planes>");
        assert!(
            manifest.contains("<title>Nets &amp; &lt;planes&gt;</title>"),
            "{manifest}"
        );
        assert!(manifest.contains("adlcp:scormtype=\"sco\" href=\"index.html\""));
    }
}
