//! Dependencies between the workspace's packages run one way, as `crates/README.md` draws them.

use std::process::Command;

use serde::Deserialize;

/// Which packages of the workspace each one may depend on, for any purpose.
const ALLOWED: [(&str, &[&str]); 11] = [
    ("popgrad", &[]),
    ("popgrad-figures", &[]),
    ("popgrad-graph", &["popgrad", "popgrad-figures"]),
    (
        "popgrad-experiments",
        &["popgrad", "popgrad-figures", "popgrad-graph"],
    ),
    (
        "popgrad-cells",
        &["popgrad", "popgrad-figures", "popgrad-graph"],
    ),
    // These stand in for packages of others, see the patch in the workspace's manifest.
    ("unicode-normalization", &[]),
    ("unicode_names2", &[]),
    (
        "popgrad-web",
        &["popgrad", "popgrad-figures", "popgrad-experiments"],
    ),
    ("popgrad-web-first", &["popgrad-web"]),
    (
        "popgrad-web-cells",
        &["popgrad", "popgrad-figures", "popgrad-cells"],
    ),
    (
        "xtask",
        &["popgrad-figures", "popgrad-experiments", "popgrad-cells"],
    ),
];

/// All that the engine may be linked with.
const ENGINE: [&str; 2] = ["libm", "rand_pcg"];

/// The packages of others that know the web, and the two of ours that may use them.
const WEB: [&str; 5] = [
    "js-sys",
    "plotters-canvas",
    "serde-wasm-bindgen",
    "wasm-bindgen",
    "web-sys",
];
const BINDINGS: [&str; 2] = ["popgrad-web", "popgrad-web-cells"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `None` for a dependency that is linked, else `dev` or `build`.
    kind: Option<String>,
    /// Only packages of the workspace have a path.
    path: Option<String>,
}

#[test]
fn the_workspace_has_no_edge_that_is_not_drawn() {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Metadata = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        metadata
            .packages
            .iter()
            .any(|package| package.name == "popgrad-web")
    );
    assert_eq!(violations(&metadata), [""; 0]);
}

#[test]
fn every_kind_of_wrong_edge_is_found() {
    let metadata = r#"{"packages": [
        {"name": "popgrad-figures", "dependencies": [
            {"name": "popgrad", "kind": "dev", "path": "autodiff"},
            {"name": "web-sys", "kind": null, "path": null}]},
        {"name": "popgrad", "dependencies": [
            {"name": "libm", "kind": null, "path": null},
            {"name": "proptest", "kind": "dev", "path": null},
            {"name": "rand", "kind": null, "path": null}]},
        {"name": "popgrad-web", "dependencies": [
            {"name": "web-sys", "kind": null, "path": null},
            {"name": "popgrad", "kind": null, "path": "autodiff"}]},
        {"name": "popgrad-new", "dependencies": []}
    ]}"#;
    assert_eq!(
        violations(&serde_json::from_str(metadata).unwrap()),
        [
            "popgrad-figures -> popgrad",
            "popgrad-figures -> web-sys",
            "popgrad -> rand",
            "popgrad-new has no place among the packages",
        ]
    );
}

fn violations(metadata: &Metadata) -> Vec<String> {
    metadata
        .packages
        .iter()
        .flat_map(package_violations)
        .collect()
}

fn package_violations(package: &Package) -> Vec<String> {
    let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == package.name) else {
        return vec![format!("{} has no place among the packages", package.name)];
    };
    let edges = package.dependencies.iter();
    edges
        .filter(|edge| !is_drawn(&package.name, edge, allowed))
        .map(|edge| format!("{} -> {}", package.name, edge.name))
        .collect()
}

fn is_drawn(package: &str, edge: &Dependency, allowed: &[&str]) -> bool {
    let name = edge.name.as_str();
    if edge.path.is_some() {
        return allowed.contains(&name);
    }
    if package == "popgrad" && edge.kind.is_none() {
        return ENGINE.contains(&name);
    }
    !WEB.contains(&name) || BINDINGS.contains(&package)
}
