//! `cargo xtask compress`: writes what hosts send compressed beside the files of the built page.

use std::{fs, path::Path};

use crate::{error::Error, sizes, workspace};

/// Pictures of pixels are compressed already.
const LEFT_ALONE: [&str; 2] = ["png", "gz"];

/// Writes a `.gz` file beside each file of `dist/` that becomes smaller by it.
///
/// # Errors
/// If the page is not built, or a file cannot be read or written.
pub(crate) fn run() -> Result<(), Error> {
    let written = below(&workspace::dist())?;
    println!("{written} files lie compressed beside the others.");
    Ok(())
}

/// How many files in `folder` lie compressed beside the others now.
fn below(folder: &Path) -> Result<usize, Error> {
    let mut written = 0;
    for path in workspace::files_below(folder)? {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if LEFT_ALONE.contains(&ending.as_ref()) {
            continue;
        }
        let content = fs::read(&path).map_err(|cause| Error::file("read", &path, &cause))?;
        let packed =
            sizes::gzip(&content).map_err(|cause| Error::file("compress", &path, &cause))?;
        if packed.len() < content.len() {
            let beside = path.with_added_extension("gz");
            fs::write(&beside, packed).map_err(|cause| Error::file("write", &beside, &cause))?;
            written += 1;
        }
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_becomes_smaller_lies_compressed_beside_the_others() {
        let folder = workspace::target().join("compress-test");
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(folder.join("inner")).unwrap();
        let long = "gradient ".repeat(200);
        fs::write(folder.join("inner/long.html"), &long).unwrap();
        fs::write(folder.join("short.txt"), "a").unwrap();
        fs::write(folder.join("long.png"), &long).unwrap();
        for _ in 0..2 {
            assert_eq!(below(&folder).unwrap(), 1);
            assert_eq!(workspace::files_below(&folder).unwrap().len(), 4);
        }
        let packed = fs::read(folder.join("inner/long.html.gz")).unwrap();
        let mut text = String::new();
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, long);
        fs::remove_dir_all(&folder).unwrap();
    }
}
