//! What Cargo says of the workspace and of everything it is built from.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// When a dependency is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To run, or to build what runs.
    Shipped,
    /// For tests and benchmarks only.
    Tests,
}

/// One line of a crate's dependencies.
#[derive(Debug)]
pub struct Dependency {
    pub name: String,
    pub kind: Kind,
}

/// One crate, of ours or of others.
#[derive(Debug)]
pub struct Package {
    pub name: String,
    pub version: String,
    pub licence: Option<String>,
    /// Where it was fetched from; none for what lies on this disk.
    pub source: Option<String>,
    pub manifest: String,
    pub dependencies: Vec<Dependency>,
}

/// Our own crates.
pub fn workspace(root: &Path) -> Result<Vec<Package>> {
    packages(root, &["--no-deps"])
}

/// Our own crates and all that they are built from, as the lock file has them.
pub fn everything(root: &Path) -> Result<Vec<Package>> {
    packages(root, &["--locked"])
}

/// The names of all that one of our crates ships with, found with its own features alone.
pub fn shipped_with(root: &Path, package: &str) -> Result<Vec<String>> {
    let arguments = ["tree", "--locked", "--edges=normal", "--prefix=none"];
    let output = cargo(
        root,
        &[&arguments[..], &["--format={p}", "-p", package]].concat(),
    )?;
    let names = String::from_utf8_lossy(&output)
        .lines()
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect();
    Ok(names)
}

fn packages(root: &Path, more: &[&str]) -> Result<Vec<Package>> {
    let output = cargo(root, &[&["metadata", "--format-version=1"], more].concat())?;
    let parsed: Value = serde_json::from_slice(&output)
        .context("what `cargo metadata` printed could not be read as JSON")?;
    let list = parsed.get("packages").and_then(Value::as_array);
    let list = list.context("`cargo metadata` printed no list of packages")?;
    list.iter().map(package).collect()
}

fn package(value: &Value) -> Result<Package> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let needed = |key: &str| text(key).with_context(|| format!("a package without its {key}"));
    let dependencies = value.get("dependencies").and_then(Value::as_array);
    Ok(Package {
        name: needed("name")?,
        version: needed("version")?,
        licence: text("license"),
        source: text("source"),
        manifest: needed("manifest_path")?,
        dependencies: dependencies
            .into_iter()
            .flatten()
            .filter_map(dependency)
            .collect(),
    })
}

fn dependency(value: &Value) -> Option<Dependency> {
    let name = value.get("name")?.as_str()?.to_owned();
    let kind = match value.get("kind").and_then(Value::as_str) {
        Some("dev") => Kind::Tests,
        _ => Kind::Shipped,
    };
    Some(Dependency { name, kind })
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let said = arguments.join(" ");
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .output()
        .with_context(|| format!("could not start `cargo {said}`"))?;
    ensure!(
        output.status.success(),
        "`cargo {said}` failed: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    Ok(output.stdout)
}
