//! Invariants that the source itself must keep: no clock, randomness or I/O below the service,
//! and crafts kept to their own crates. The floors themselves are checked by `cargo xtask floors`.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

fn sources(krate: &str) -> Vec<(PathBuf, String)> {
    fn walk(dir: &Path, out: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code: Vec<&str> = text
                    .lines()
                    .filter(|l| !l.trim_start().starts_with("//"))
                    .collect();
                out.push((path, code.join("\n")));
            }
        }
    }
    let mut out = Vec::new();
    walk(&crates().join(krate).join("src"), &mut out);
    assert!(!out.is_empty(), "{krate} has no source");
    out
}

fn manifest(krate: &str) -> String {
    let text = fs::read_to_string(crates().join(krate).join("Cargo.toml")).unwrap();
    let own = text.split("[dev-dependencies]").next().unwrap();
    own.to_owned()
}

fn there() -> Vec<String> {
    let names = fs::read_dir(crates()).unwrap().map(|e| e.unwrap());
    let dirs = names.filter(|e| e.path().join("Cargo.toml").exists());
    dirs.map(|e| e.file_name().into_string().unwrap()).collect()
}

#[test]
fn invariant_1_below_the_service_there_is_no_clock_randomness_or_io() {
    const NONE: [&str; 12] = [
        "SystemTime",
        "Instant::now",
        "Timestamp::now",
        "Zoned::now",
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "async fn",
        "getrandom",
        "OsRng",
    ];
    for krate in ["record", "mediation", "linkage", "planner"] {
        if !there().iter().any(|k| k == krate) {
            continue;
        }
        for (path, text) in sources(krate) {
            for word in NONE {
                assert!(!text.contains(word), "{} holds {word}", path.display());
            }
        }
        for dependency in ["tokio", "getrandom", "rand", "rusqlite", "postgres", "axum"] {
            let line = format!("\n{dependency}");
            assert!(
                !manifest(krate).contains(&line),
                "{krate} depends on {dependency}"
            );
        }
        let bans = fs::read_to_string(crates().join(krate).join("clippy.toml")).unwrap();
        assert!(
            bans.contains("Timestamp::now") || bans.contains("SystemTime::now"),
            "{krate} bans no clock"
        );
    }
}

#[test]
fn invariant_6_each_craft_is_in_its_own_crate() {
    let crafts = [
        (&["axum", "tower-http"][..], &["web"][..]),
        (&["maud"][..], &["papers", "web"][..]),
        (
            &["rusqlite", "postgres", "tokio-postgres"][..],
            &["store", "testbed"][..],
        ),
        (
            &["ed25519-dalek", "ssh-key", "chacha20poly1305", "argon2"][..],
            &["record"][..],
        ),
    ];
    for krate in there() {
        let manifest = manifest(&krate);
        for (parts, own) in crafts {
            if own.contains(&krate.as_str()) {
                continue;
            }
            for part in parts {
                assert!(
                    !manifest.contains(&format!("\n{part}")),
                    "{krate} depends on {part}"
                );
            }
        }
    }
    for domain in ["mediation", "service", "record"] {
        assert!(
            !manifest("store").contains(&format!("\n{domain}")),
            "the store knows {domain}"
        );
    }
}

#[test]
fn invariant_10_no_event_comes_from_a_machine_that_proposes() {
    for krate in there() {
        let proposes = ["\nlinkage", "\nplanner"]
            .iter()
            .any(|p| manifest(&krate).contains(p));
        assert!(
            !proposes
                || ["sheets", "service", "web", "cli", "papers", "scenarios"]
                    .contains(&krate.as_str()),
            "{krate} rests on a craft that only proposes"
        );
    }
    let proposals = ["linkage", "planner"];
    for krate in there().iter().filter(|k| proposals.contains(&k.as_str())) {
        assert!(
            !manifest(krate).contains("\nmediation"),
            "{krate} could write an event"
        );
    }
}

#[test]
fn invariant_5_no_id_is_ordered_in_time() {
    for krate in there() {
        let manifest = manifest(&krate);
        for ordered in ["ulid", "uuid", "snowflake", "ksuid"] {
            assert!(
                !manifest.contains(&format!("\n{ordered}")),
                "{krate} depends on {ordered}"
            );
        }
    }
}
