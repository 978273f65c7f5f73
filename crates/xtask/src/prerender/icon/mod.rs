//! The icon: a gradient's curve and the place on it, as a drawing and as pictures.

mod picture;
mod shape;

use std::{fs, path::Path};

use popgrad_figures::{Color, Ink, Palette, Role};

use super::write;
use crate::error::Error;
pub(super) use picture::{Cut, Picture};

/// The icon's colours: those of values, of the ground and of gradients.
struct Colors {
    field: Color,
    curve: Color,
    dot: Color,
}

fn colors() -> Colors {
    let light = Palette::light();
    Colors {
        field: light.color(Ink::Mark(Role::Value)),
        curve: light.color(Ink::Ground),
        // On blue the gradient wears the colour of its words on a dark ground.
        dot: Palette::dark().color(Ink::Word(Role::Gradient)),
    }
}

/// The pictures of the icon that installed apps need.
pub(super) fn pictures() -> impl Iterator<Item = Picture> {
    [Cut::Rounded, Cut::Full]
        .into_iter()
        .flat_map(|cut| [192, 512].map(|side| Picture { side, cut }))
}

/// Writes the drawing and the pictures.
///
/// # Errors
/// If a picture cannot be encoded or a file cannot be written.
pub(super) fn write_files(folder: &Path) -> Result<(), Error> {
    write(&folder.join("icon.svg"), &svg())?;
    for picture in pictures() {
        let path = folder.join(picture.file());
        let bytes = picture.encoded(&colors())?;
        fs::write(&path, bytes).map_err(|cause| Error::file("write", &path, &cause))?;
    }
    Ok(())
}

fn svg() -> String {
    let Colors { field, curve, dot } = colors();
    let shape::Outline {
        side,
        corner,
        stroke,
        radius,
    } = shape::OUTLINE;
    let middle = side / 2.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <rect width=\"{side}\" height=\"{side}\" rx=\"{corner}\" fill=\"{field}\"/>\
         <path d=\"{}\" fill=\"none\" stroke=\"{curve}\" stroke-width=\"{stroke}\" stroke-linecap=\"round\"/>\
         <circle cx=\"{middle}\" cy=\"{middle}\" r=\"{radius}\" fill=\"{dot}\"/></svg>",
        shape::path()
    )
}
