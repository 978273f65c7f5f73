//! `<popgrad-figure>`, the element by which figures live in other people's pages: its styles, what it knows of the
//! experiments, and its script beside the notebook.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Chapter, controls, esbuild, palette, write};
use crate::error::Error;
use crate::workspace;

/// The script that pages name. It stays where it is when the folder of scripts gets another name.
const SCRIPT: &str = "popgrad-figure.js";

/// The script in the folder of scripts.
pub(super) const ENTRY: &str = "element";

/// Writes the script that pages name, beside the notebook. `app` is the name of the folder of scripts.
///
/// # Errors
/// If it cannot be written.
pub(super) fn script(staging: &Path, app: &str) -> Result<(), Error> {
    write(
        &staging.join(SCRIPT),
        &format!("import \"./{app}/{ENTRY}.js\";\n"),
    )
}

/// What esbuild is told of the element, whatever form its script has.
///
/// # Errors
/// If the styles cannot be bundled.
pub(crate) fn arguments(chapters: &[Chapter]) -> Result<Vec<String>, Error> {
    Ok(vec![
        format!("--alias:popgrad-element-style={}", style()?.display()),
        esbuild::define("POPGRAD_FIGURES", &table(chapters))?,
        esbuild::version(),
    ])
}

/// The experiments and their figures, as JSON.
fn table(chapters: &[Chapter]) -> String {
    let row = |chapter: &Chapter| {
        let figures: Vec<_> = chapter.figures.iter().map(|figure| &figure.id).collect();
        json!({ "experiment": chapter.slug(), "figures": figures })
    };
    json!(chapters.iter().map(row).collect::<Vec<_>>()).to_string()
}

/// Writes the styles of a figure in its shadow root and returns where.
fn style() -> Result<PathBuf, Error> {
    let path = workspace::target().join("element/style.css");
    esbuild::run(&[
        "src/style/element.css",
        "--bundle",
        &format!("--outfile={}", path.display()),
    ])?;
    let bundled = workspace::read(&path)?;
    let sheet = [palette::css(), controls::widths(), bundled].concat();
    write(&path, &within(&sheet))?;
    Ok(path)
}

/// The styles of a page as those of a part of it: they ask for its room and not for the window's, and its root is
/// not the page's.
fn within(sheet: &str) -> String {
    let part = sheet
        .replace(":root", ".home")
        .replace("@media(max-width", "@container (max-width")
        .replace("@media(min-width", "@container (min-width");
    own_rem(&part)
}

/// The size of a rem where no style can say another, in CSS pixels.
const REM: f64 = 16.0;

/// Lengths in rem as multiples of `--popgrad-rem`, and as pixels where the room is asked for: the rem of somebody else's
/// page may be anything.
fn own_rem(sheet: &str) -> String {
    let mut parts = sheet.split("rem");
    let mut own = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let start = own.trim_end_matches(|one: char| one.is_ascii_digit() || ".-".contains(one));
        let (start, number) = (start.len(), own[start.len()..].to_owned());
        match number.parse::<f64>() {
            Err(_) => own.push_str("rem"),
            Ok(count)
                if own[..start].ends_with("(max-width:")
                    || own[..start].ends_with("(min-width:") =>
            {
                own.truncate(start);
                own.push_str(&format!("{}px", count * REM));
            }
            Ok(_) => {
                own.truncate(start);
                own.push_str(&format!("calc({number}*var(--popgrad-rem))"));
            }
        }
        own.push_str(part);
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_asks_for_the_room_of_the_figure() {
        let page = ":root:root{color:red}@media(max-width:35rem){a{b:c}}@media print{d{e:f}}";
        let part = ".home.home{color:red}@container (max-width:560px){a{b:c}}@media print{d{e:f}}";
        assert_eq!(within(page), part);
    }

    #[test]
    fn no_length_hangs_on_the_root_of_the_page() {
        let page = "a.remote{margin:0 -.75rem;max-width:34rem;--small:.875rem}";
        let part = "a.remote{margin:0 calc(-.75*var(--popgrad-rem));\
                    max-width:calc(34*var(--popgrad-rem));--small:calc(.875*var(--popgrad-rem))}";
        assert_eq!(within(page), part);
    }
}
