//! The floors of the house: which crate may rest on which, and what the pure ones never touch.
//!
//! The table below is the law; ARCHITECTURE.md draws it. To widen it is a decision, made here.

use anyhow::Result;

use crate::findings::Findings;
use crate::metadata::{self, Kind, Package};
use crate::repository::Repository;

/// Where a crate of ours stands, and the crates of ours that it may ship with.
struct Place {
    name: &'static str,
    floor: u8,
    rests_on: &'static [&'static str],
    purity: Purity,
}

#[derive(PartialEq, Eq)]
enum Purity {
    /// No clock, no randomness, no input or output, no async.
    Pure,
    Shell,
}

/// Outside the house: tests that need everything, and what tests stand on.
const OUTSIDE: [&str; 3] = ["scenarios", "testbed", "xtask"];

/// What only tests may use, on every floor.
const FOR_TESTS: &str = "testbed";

const HOUSE: [Place; 11] = [
    pure("record", 1, &[]),
    pure("linkage", 1, &[]),
    pure("planner", 1, &[]),
    shell("locale", 1, &[]),
    pure("mediation", 2, &["record"]),
    shell("sheets", 2, &["linkage"]),
    shell("store", 2, &[]),
    shell("service", 3, &["record", "store", "mediation"]),
    shell(
        "papers",
        3,
        &["record", "linkage", "planner", "mediation", "locale"],
    ),
    shell("web", 4, &["record", "mediation", "service", "locale"]),
    shell(
        "cli",
        5,
        &[
            "record",
            "linkage",
            "sheets",
            "planner",
            "mediation",
            "store",
            "service",
            "papers",
            "web",
        ],
    ),
];

/// What a pure crate must not ship with, directly or through another.
const IMPURE: [&str; 19] = [
    "async-std",
    "axum",
    "chrono",
    "deadpool",
    "fastrand",
    "getrandom",
    "hyper",
    "mio",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "sqlx",
    "tempfile",
    "tokio",
    "tokio-postgres",
    "ureq",
];

/// Crafts that one crate alone knows: the dependency, and who may ship with it directly.
const ONE_ALONE: [(&str, &[&str]); 10] = [
    ("axum", &["web"]),
    ("fluent-bundle", &["locale"]),
    ("maud", &["papers", "web"]),
    ("tower", &["web"]),
    ("tower-http", &["web"]),
    ("rusqlite", &["store"]),
    ("postgres", &["store", "testbed"]),
    ("tokio-postgres", &["store", "testbed"]),
    ("ed25519-dalek", &["record"]),
    ("ssh-key", &["record"]),
];

const fn pure(name: &'static str, floor: u8, rests_on: &'static [&'static str]) -> Place {
    let purity = Purity::Pure;
    Place {
        name,
        floor,
        rests_on,
        purity,
    }
}

const fn shell(name: &'static str, floor: u8, rests_on: &'static [&'static str]) -> Place {
    let purity = Purity::Shell;
    Place {
        name,
        floor,
        rests_on,
        purity,
    }
}

pub fn check(repository: &Repository) -> Result<Findings> {
    let ours = metadata::workspace(&repository.root)?;
    let mut findings = Findings::default();
    arrows(&ours, &mut findings);
    alone(&ours, &mut findings);
    for place in HOUSE.iter().filter(|place| place.purity == Purity::Pure) {
        if ours.iter().any(|package| package.name == place.name) {
            let shipped = metadata::shipped_with(&repository.root, place.name)?;
            purity(place.name, &shipped, &mut findings);
            bans(place.name, repository, &mut findings);
        }
    }
    Ok(findings)
}

/// Arrows only go down.
fn arrows(ours: &[Package], findings: &mut Findings) {
    for package in ours.iter().filter(|p| !OUTSIDE.contains(&p.name.as_str())) {
        let Some(place) = HOUSE.iter().find(|place| place.name == package.name) else {
            findings.fault(format!(
                "{}: stands on no floor: give it one in xtask/src/floors.rs",
                package.name
            ));
            continue;
        };
        for dependency in &package.dependencies {
            let name = dependency.name.as_str();
            if ours.iter().any(|other| other.name == name) && !may(place, name, dependency.kind) {
                findings.fault(format!("{} may not depend on {name}", place.name));
            }
        }
    }
}

/// A test may reach any floor below its own; what ships may not.
fn may(place: &Place, name: &str, kind: Kind) -> bool {
    let below = || {
        HOUSE
            .iter()
            .any(|p| p.name == name && p.floor < place.floor)
    };
    place.rests_on.contains(&name) || kind == Kind::Tests && (name == FOR_TESTS || below())
}

fn alone(ours: &[Package], findings: &mut Findings) {
    for package in ours {
        for dependency in package
            .dependencies
            .iter()
            .filter(|d| d.kind == Kind::Shipped)
        {
            let craft = ONE_ALONE.iter().find(|(name, _)| *name == dependency.name);
            if let Some((name, owners)) = craft
                && !owners.contains(&package.name.as_str())
                && !OUTSIDE.contains(&package.name.as_str())
            {
                let owners = owners.join(" and ");
                findings.fault(format!(
                    "{} depends on {name}: {owners} alone may",
                    package.name
                ));
            }
        }
    }
}

fn purity(name: &str, shipped: &[String], findings: &mut Findings) {
    for impure in shipped.iter().filter(|one| IMPURE.contains(&one.as_str())) {
        findings.fault(format!(
            "{name} ships with {impure}, but it is pure: time, randomness and bytes come in as arguments"
        ));
    }
}

/// A pure crate bans clock, randomness and input in its own clippy.toml, with the reasons.
fn bans(name: &str, repository: &Repository, findings: &mut Findings) {
    let path = format!("crates/{name}/clippy.toml");
    let text = std::fs::read_to_string(repository.root.join(&path)).unwrap_or_default();
    if !text.contains("disallowed-methods") || !text.contains("SystemTime") {
        findings.fault(format!(
            "{path}: a pure crate bans the clock and its like there (disallowed-methods), with reasons"
        ));
    }
}

#[cfg(test)]
mod tests;
