//! The sizes of the built page, as it is and as it is sent.

use std::{fs, io::Write as _, path::Path};

use flate2::{Compression, write::GzEncoder};

use crate::{error::Error, workspace};

/// A file of the built page.
struct File {
    /// Its path inside the page, with forward slashes.
    name: String,
    /// Bytes on disk.
    raw: usize,
    /// Bytes after gzip at its highest level.
    gzip: usize,
    /// Whether a reader fetches it when the page opens.
    first: bool,
}

/// Prints the raw and the gzip size of every file in `folder` and the total of the first download:
/// `index.html` and what its links, scripts and pictures refer to.
///
/// # Errors
/// If a file cannot be read.
pub(crate) fn print(folder: &Path) -> Result<(), Error> {
    let index = workspace::read(&folder.join("index.html"))?;
    let first = references(&index);
    let files = table(folder, &first)?;
    let (raw, gzip) = files
        .iter()
        .filter(|file| file.first)
        .fold((0, 0), |(raw, gzip), file| {
            (raw + file.raw, gzip + file.gzip)
        });
    println!("{raw:>10} {gzip:>10} * first download");
    let all = files.iter().map(|file| file.gzip).sum();
    println!("{}", class(gzip, all));
    Ok(())
}

/// How many readers a host is reckoned for.
const READERS: usize = 1000;

/// What a class costs its host: the least, and where each browser keeps the whole site.
fn class(first: usize, all: usize) -> String {
    let megabytes = |bytes: usize| (bytes * READERS).div_ceil(1_000_000);
    format!(
        "A class of {READERS} fetches {} MB to move the first slider, and {} MB once each browser keeps all {all} bytes of the site.",
        megabytes(first),
        megabytes(all)
    )
}

/// Prints the raw and the gzip size of every file in `folder`.
///
/// # Errors
/// If a file cannot be read.
pub(crate) fn list(folder: &Path) -> Result<(), Error> {
    table(folder, &[]).map(|_| ())
}

/// Prints the files by name, those of the first download marked.
fn table(folder: &Path, first: &[&str]) -> Result<Vec<File>, Error> {
    let mut files = workspace::files_below(folder)?
        .iter()
        .map(|path| measure(folder, path, first))
        .collect::<Result<Vec<_>, _>>()?;
    files.sort_by(|left, right| left.name.cmp(&right.name));
    println!("{:>10} {:>10}", "bytes", "gzip");
    for file in &files {
        let mark = if file.first { "*" } else { " " };
        println!("{:>10} {:>10} {mark} {}", file.raw, file.gzip, file.name);
    }
    Ok(files)
}

fn measure(folder: &Path, path: &Path, first: &[&str]) -> Result<File, Error> {
    let bytes = fs::read(path).map_err(|cause| Error::file("read", path, &cause))?;
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let name = inside.to_string_lossy().replace('\\', "/");
    Ok(File {
        raw: bytes.len(),
        gzip: gzip_length(&bytes).map_err(|cause| Error::file("compress", path, &cause))?,
        first: name == "index.html" || first.contains(&name.as_str()),
        name,
    })
}

fn gzip_length(bytes: &[u8]) -> std::io::Result<usize> {
    Ok(gzip(bytes)?.len())
}

/// Compresses at the highest level.
///
/// # Errors
/// If the encoder fails.
pub(crate) fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The relative addresses that the page's `link`, `script` and `img` elements fetch at once.
fn references(html: &str) -> Vec<&str> {
    html.split('<')
        .filter(|tag| {
            ["link", "script", "img"]
                .iter()
                .any(|name| tag.starts_with(name))
                && !tag.contains(" loading=\"lazy\"")
        })
        .flat_map(|tag| [" href=\"", " src=\""].map(|attribute| value(tag, attribute)))
        .flatten()
        .map(|address| address.trim_start_matches("./"))
        .collect()
}

fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(attribute)?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_download_is_what_the_page_refers_to() {
        let html = concat!(
            "<link rel=\"stylesheet\" href=\"./app/style.css\"><a href=\"other.html\">",
            "<script type=\"module\" src=\"app/main.js\"></script><img alt=\"\" src=\"./a.png\">",
            "<img src=\"far-away.svg\" loading=\"lazy\" alt=\"\">",
        );
        assert_eq!(references(html), ["app/style.css", "app/main.js", "a.png"]);
    }

    #[test]
    fn a_class_costs_its_readers_times_what_each_fetches() {
        let text = class(150_400, 1_300_000);
        assert!(
            text.contains("fetches 151 MB to move") && text.contains("and 1300 MB once"),
            "{text}"
        );
    }

    #[test]
    fn repetition_compresses() {
        assert!(gzip_length(&[b'a'; 10_000]).unwrap() < 100);
    }
}
