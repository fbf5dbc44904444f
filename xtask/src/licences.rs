//! Whose work we ship and under what terms: every dependency has a licence that we accept and
//! comes from the one registry, by the lock file, never from a branch somewhere.

mod expression;

use std::collections::BTreeSet;

use anyhow::Result;

use crate::findings::Findings;
use crate::metadata::{self, Package};
use crate::repository::Repository;

/// Terms that an Apache-2.0 program may be built with and handed on.
const ACCEPTED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Work that has no place here, with the reason.
const REFUSED: [(&str, &str); 3] = [
    (
        "native-tls",
        "rustls is what we use; two stacks are twice the surface",
    ),
    (
        "openssl-sys",
        "it needs a library of the machine; rustls is what we use",
    ),
    ("sqlx", "it fights with rusqlite over one native library"),
];

pub fn check(repository: &Repository) -> Result<Findings> {
    let all = metadata::everything(&repository.root)?;
    let mut findings = Findings::default();
    judge(&all, &repository.root.to_string_lossy(), &mut findings);
    findings.remark(format!("{} packages looked at", all.len()));
    Ok(findings)
}

fn judge(all: &[Package], root: &str, findings: &mut Findings) {
    for package in all {
        let name = format!("{} {}", package.name, package.version);
        licence(&name, package.licence.as_deref(), findings);
        source(&name, package, root, findings);
        if let Some((_, why)) = REFUSED.iter().find(|(refused, _)| *refused == package.name) {
            findings.fault(format!("{name}: {why}"));
        }
    }
    let sources: BTreeSet<_> = all.iter().filter_map(|p| p.source.as_deref()).collect();
    if sources.len() > 1 {
        findings.fault(format!(
            "packages come from more than one place: {sources:?}"
        ));
    }
}

fn licence(name: &str, written: Option<&str>, findings: &mut Findings) {
    let Some(written) = written else {
        findings.fault(format!("{name}: names no licence"));
        return;
    };
    match expression::satisfied(written, &ACCEPTED) {
        Some(true) => {}
        Some(false) => findings.fault(format!("{name}: `{written}` is not accepted here")),
        None => findings.fault(format!("{name}: `{written}` cannot be read as a licence")),
    }
}

fn source(name: &str, package: &Package, root: &str, findings: &mut Findings) {
    match package.source.as_deref() {
        Some(source) if source.starts_with("registry+") => {}
        Some(source) => findings.fault(format!("{name}: comes from {source}, not the registry")),
        None if package.manifest.starts_with(root) => {}
        None => findings.fault(format!("{name}: lies outside this repository")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, licence: Option<&str>, source: Option<&str>) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.map(str::to_owned),
            source: source.map(str::to_owned),
            manifest: "house/crates/a/Cargo.toml".to_owned(),
            dependencies: Vec::new(),
        }
    }

    fn faults(all: &[Package]) -> usize {
        let mut findings = Findings::default();
        judge(all, "house", &mut findings);
        findings.faults().len()
    }

    #[test]
    fn accepted_work_passes() {
        let both = [
            package("ours", Some("Apache-2.0"), None),
            package("theirs", Some("MIT OR GPL-3.0-only"), Some("registry+one")),
        ];
        assert_eq!(faults(&both), 0);
    }

    #[test]
    fn each_fault_is_caught() {
        let registry = Some("registry+one");
        assert_eq!(faults(&[package("a", None, registry)]), 1);
        assert_eq!(faults(&[package("a", Some("GPL-3.0-only"), registry)]), 1);
        assert_eq!(faults(&[package("a", Some("MIT AND"), registry)]), 1);
        assert_eq!(
            faults(&[package("a", Some("MIT"), Some("git+somewhere"))]),
            1
        );
        assert_eq!(faults(&[package("sqlx", Some("MIT"), registry)]), 1);
        let mut outside = package("a", Some("MIT"), None);
        outside.manifest = "elsewhere/Cargo.toml".to_owned();
        assert_eq!(faults(&[outside]), 1);
        let two = [
            package("a", Some("MIT"), registry),
            package("b", Some("MIT"), Some("registry+two")),
        ];
        assert_eq!(faults(&two), 1);
    }
}
