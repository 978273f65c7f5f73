//! `cargo xtask new-experiment <slug>`: a folder with a small experiment to start from.

use std::{fs, path::Path};

use crate::{error::Error, process, workspace};

const USAGE: &str = "cargo xtask new-experiment <slug>";

/// The folder of the experiments' sources, in the checkout.
const SOURCES: &str = "crates/experiments/src";

/// The files of an experiment. What stands between `@` signs is replaced.
const FILES: [(&str, &str); 7] = [
    ("mod.rs", include_str!("../templates/experiment/mod.rs")),
    (
        "parameters.rs",
        include_str!("../templates/experiment/parameters.rs"),
    ),
    (
        "compute.rs",
        include_str!("../templates/experiment/compute.rs"),
    ),
    (
        "figures.rs",
        include_str!("../templates/experiment/figures.rs"),
    ),
    (
        "explain.rs",
        include_str!("../templates/experiment/explain.rs"),
    ),
    (
        "strings.rs",
        include_str!("../templates/experiment/strings.rs"),
    ),
    ("code.py", include_str!("../templates/experiment/code.py")),
];

/// Writes the folder and adds the experiment to the end of the registry.
///
/// # Errors
/// If the slug cannot be one, is taken, or a file cannot be written.
pub(crate) fn run(arguments: &[String]) -> Result<(), Error> {
    let [slug] = arguments else {
        return Err(Error::new(
            format!("new-experiment takes one slug, given {}", arguments.len()),
            format!("It is used as: {USAGE}"),
        ));
    };
    create(workspace::root(), slug)?;
    println!("{SOURCES}/{} is an experiment that runs.", module(slug));
    println!("Write its words in strings.rs, then what it computes and shows.");
    println!("Its pictures: UPDATE_GOLDEN=1 cargo test -p popgrad-experiments --test golden");
    Ok(())
}

/// The same in any checkout.
fn create(root: &Path, slug: &str) -> Result<(), Error> {
    check(slug)?;
    let sources = root.join(SOURCES);
    let folder = sources.join(module(slug));
    if folder.exists() {
        return Err(Error::new(
            format!("there is an experiment in {} already", folder.display()),
            "Choose another slug.",
        ));
    }
    fs::create_dir_all(&folder).map_err(|cause| Error::file("make", &folder, &cause))?;
    for (name, template) in FILES {
        write(&folder.join(name), &filled(template, slug))?;
    }
    let library = sources.join("lib.rs");
    write(&library, &with_module(&workspace::read(&library)?, slug)?)?;
    let registry = sources.join("registry.rs");
    write(&registry, &registered(&workspace::read(&registry)?, slug)?)?;
    process::run(
        process::command("rustfmt")
            .args(["--edition", "2024"])
            .arg(library),
        "rustfmt comes with Rust: `rustup component add rustfmt`.",
    )
}

fn check(slug: &str) -> Result<(), Error> {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let starts = slug.starts_with(|first: char| first.is_ascii_lowercase());
    if starts && slug.bytes().all(allowed) && !slug.ends_with('-') && !slug.contains("--") {
        return Ok(());
    }
    Err(Error::new(
        format!("`{slug}` cannot be a slug"),
        "A slug is small letters, digits and single hyphens, for instance `gradient-shape`.",
    ))
}

fn filled(template: &str, slug: &str) -> String {
    template
        .replace("@slug@", slug)
        .replace("@Name@", &name(slug))
        .replace("@title@", &title(slug))
}

/// The library with a line for the module; rustfmt puts it into its place.
fn with_module(library: &str, slug: &str) -> Result<String, Error> {
    insert(library, "mod error;\n", &format!("mod {};\n", module(slug)))
}

/// The registry with the experiment at the end of its list.
fn registered(registry: &str, slug: &str) -> Result<String, Error> {
    let name = name(slug);
    let import = format!("use crate::{}::{name};\n", module(slug));
    let imported = insert(registry, "use crate::", &import)?;
    let list = imported
        .rfind("\nexperiments![")
        .ok_or_else(|| unknown("experiments!["))?;
    let end = list + imported[list..].find(']').ok_or_else(|| unknown("]"))?;
    let (before, after) = imported.split_at(end);
    let before = before.trim_end();
    let comma = if before.ends_with([',', ';', '[']) {
        ""
    } else {
        ","
    };
    Ok(format!("{before}{comma} {name}{after}"))
}

fn insert(text: &str, before: &str, line: &str) -> Result<String, Error> {
    let place = text.find(before).ok_or_else(|| unknown(before))?;
    Ok([&text[..place], line, &text[place..]].concat())
}

fn unknown(what: &str) -> Error {
    Error::new(
        format!("the experiments' sources hold no `{}`", what.trim()),
        format!("Look at lib.rs and registry.rs in {SOURCES}."),
    )
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|cause| Error::file("write", path, &cause))
}

fn module(slug: &str) -> String {
    slug.replace('-', "_")
}

/// The slug as the name of a type.
fn name(slug: &str) -> String {
    slug.split('-').map(capital).collect()
}

/// The slug as words.
fn title(slug: &str) -> String {
    capital(&slug.replace('-', " "))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// A copy of the workspace, which is removed in the end.
    struct Copy(PathBuf);

    impl Copy {
        fn make() -> Self {
            let copy = Self(workspace::target().join("new-experiment"));
            fs::remove_dir_all(&copy.0).ok();
            copy_folder("crates", &copy.0);
            for file in ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml"] {
                fs::copy(workspace::root().join(file), copy.0.join(file)).unwrap();
            }
            copy
        }
    }

    impl Drop for Copy {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    fn copy_folder(path: &str, to: &Path) {
        fs::create_dir_all(to.join(path)).unwrap();
        let entries = fs::read_dir(workspace::root().join(path)).unwrap();
        for entry in entries.flatten() {
            let inside = format!("{path}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                copy_folder(&inside, to);
            } else {
                fs::copy(entry.path(), to.join(inside)).unwrap();
            }
        }
    }

    #[test]
    fn a_new_experiment_compiles() {
        let copy = Copy::make();
        create(&copy.0, "some-new-slug").unwrap();
        let mut check = process::command("cargo");
        check.args(["check", "--offline", "--package", "popgrad-experiments"]);
        check.env(
            "CARGO_TARGET_DIR",
            workspace::target().join("new-experiment-target"),
        );
        check.env("RUSTFLAGS", "--deny warnings");
        process::run(check.current_dir(&copy.0), "Mend crates/xtask/templates.").unwrap();
        let again = create(&copy.0, "some-new-slug").unwrap_err().to_string();
        assert!(again.contains("already"), "{again}");
    }

    #[test]
    fn what_cannot_be_a_slug_is_refused() {
        for slug in ["", "Depth", "1st", "a_b", "a--b", "a-", "../a"] {
            assert!(check(slug).is_err(), "{slug}");
        }
        assert!(check("xor-2").is_ok());
    }

    #[test]
    fn the_registry_takes_a_further_name_in_any_shape() {
        for (list, expected) in [
            ("[A]", "[A, SomeSlug]"),
            ("[A;]", "[A; SomeSlug]"),
            ("[A; B, C,\n]", "[A; B, C, SomeSlug]"),
        ] {
            let registry = format!("use crate::a::A;\n\nexperiments!{list};\n");
            let registered = registered(&registry, "some-slug").unwrap();
            assert!(registered.starts_with("use crate::some_slug::SomeSlug;\nuse crate::a"));
            assert!(
                registered.contains(&format!("experiments!{expected};")),
                "{registered}"
            );
        }
    }
}
