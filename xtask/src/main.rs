//! Checks of the repository itself: `cargo xtask tidy|floors|glossary|licences|all`.
//!
//! One file per check. Nothing of the product lives here, and nothing here depends on the product.

mod findings;
mod floors;
mod glossary;
mod licences;
mod metadata;
mod repository;
mod tidy;

use std::process::ExitCode;

use anyhow::Result;

use crate::findings::Findings;
use crate::repository::Repository;

type Check = fn(&Repository) -> Result<Findings>;

/// Every check by the name under which it is called.
const CHECKS: [(&str, Check); 4] = [
    ("tidy", |repository| Ok(tidy::check(repository))),
    ("floors", floors::check),
    ("glossary", |repository| Ok(glossary::check(repository))),
    ("licences", licences::check),
];

fn main() -> ExitCode {
    match run(std::env::args().nth(1).as_deref()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(wanted: Option<&str>) -> Result<ExitCode> {
    let chosen: Vec<_> = CHECKS
        .into_iter()
        .filter(|(name, _)| wanted == Some("all") || wanted == Some(*name))
        .collect();
    if chosen.is_empty() {
        eprintln!("Usage: cargo xtask tidy|floors|glossary|licences|all");
        return Ok(ExitCode::from(2));
    }
    let repository = Repository::here()?;
    let mut clean = true;
    for (name, check) in chosen {
        let findings = check(&repository)?;
        clean &= findings.report(name);
    }
    Ok(if clean {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
