//! The versions of the tools, read from `Trunk.toml`, where they stand alone.

use serde::Deserialize;

use crate::{error::Error, workspace};

/// The tools' versions and the port, as `Trunk.toml` gives them.
#[derive(Debug, Deserialize)]
pub(crate) struct Pins {
    #[serde(rename = "trunk-version")]
    trunk: String,
    tools: Tools,
    #[serde(default)]
    serve: Serve,
}

#[derive(Debug, Deserialize)]
struct Tools {
    wasm_bindgen: String,
}

#[derive(Debug, Default, Deserialize)]
struct Serve {
    port: Option<u16>,
}

impl Pins {
    /// Reads `Trunk.toml` in the checkout's root.
    ///
    /// # Errors
    /// If the file is missing, is not TOML, or does not name the versions.
    pub(crate) fn read() -> Result<Self, Error> {
        let path = workspace::root().join("Trunk.toml");
        Self::parse(&workspace::read(&path)?)
    }

    fn parse(text: &str) -> Result<Self, Error> {
        toml::from_str(text).map_err(|cause| {
            Error::new(
                format!("Trunk.toml: {cause}"),
                "It must hold `trunk-version` and, under `[tools]`, `wasm_bindgen`.",
            )
        })
    }

    /// Trunk's version, for instance `0.21.14`.
    pub(crate) fn trunk(&self) -> &str {
        self.trunk.trim_start_matches('=').trim()
    }

    /// The version of the program `wasm-bindgen`.
    pub(crate) fn wasm_bindgen(&self) -> &str {
        &self.tools.wasm_bindgen
    }

    /// The port of `cargo xtask serve`: Trunk's own is 8080.
    pub(crate) fn port(&self) -> u16 {
        self.serve.port.unwrap_or(8080)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = "trunk-version = \"=1.2.3\"\n[tools]\nwasm_bindgen = \"4.5.6\"\n";

    #[test]
    fn versions_and_port_are_read() {
        let pins = Pins::parse(TRUNK).unwrap();
        assert_eq!(
            (pins.trunk(), pins.wasm_bindgen(), pins.port()),
            ("1.2.3", "4.5.6", 8080)
        );
        let pins = Pins::parse(&format!("{TRUNK}[serve]\nport = 9000\n")).unwrap();
        assert_eq!(pins.port(), 9000);
    }

    #[test]
    fn the_tools_versions_are_those_of_the_lock_files() {
        let trunk = workspace::read(&workspace::root().join("Trunk.toml")).unwrap();
        let pins = Pins::parse(&trunk).unwrap();
        let locked = format!(
            "name = \"wasm-bindgen\"\nversion = \"{}\"\n",
            pins.wasm_bindgen()
        );
        let lock = workspace::read(&workspace::root().join("Cargo.lock")).unwrap();
        assert!(lock.contains(&locked), "Cargo.lock does not hold {locked}");
        let manifest = workspace::read(&workspace::www().join("package.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        let binaryen = manifest["devDependencies"]["binaryen"].as_str().unwrap();
        let major = binaryen.split('.').next().unwrap();
        let wasm_opt = format!("wasm_opt = \"version_{major}\"");
        assert!(
            trunk.contains(&wasm_opt),
            "Trunk.toml does not hold {wasm_opt}"
        );
    }

    #[test]
    fn a_missing_version_is_named() {
        let text = Pins::parse("[tools]\nwasm_bindgen = \"1\"\n")
            .unwrap_err()
            .to_string();
        assert!(text.contains("trunk-version"), "{text}");
    }
}
