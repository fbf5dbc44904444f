//! Plans checked through the real program, as a planner at a desk would.

use std::{fs, path::PathBuf};

use serde_json::Value;

use crate::program::{Bench, Said};

fn plan(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases/plans");
    let file = folder.join(name).canonicalize().unwrap();
    file.to_string_lossy().into_owned()
}

fn run(bench: &Bench, args: &[&str]) -> Said {
    bench.run_with(&[&["plan"], args].concat(), &[], "")
}

#[test]
fn the_published_terms_are_checked_in_every_form() {
    let bench = Bench::new();
    let terms = plan("november-2023.yaml");
    let files = ["c.html", "c.json", "c.svg"];
    let [html, json, svg] = files;
    let asked = [
        "check", &terms, "--report", html, "--json", json, "--svg", svg,
    ];
    let said = run(&bench, &asked).done();
    assert!(
        said.contains("unless at least 33 points more are at stake for it"),
        "{said}"
    );
    assert!(
        said.contains("Hamas is exposed by 19 points of its own at most"),
        "{said}"
    );
    let first = files.map(|name| fs::read(bench.path(name)).unwrap());
    let read: Value = serde_json::from_slice(&first[1]).unwrap();
    assert_eq!(read["panels"][1]["guarantee"]["points"]["mid"], 33);
    run(&bench, &asked).done();
    let again = files.map(|name| fs::read(bench.path(name)).unwrap());
    assert!(first == again, "the same plan gives the same bytes");
}

#[test]
fn one_party_reads_no_points_but_its_own() {
    let bench = Bench::new();
    let terms = plan("november-2023.yaml");
    run(
        &bench,
        &["check", &terms, "--party", "H", "--json", "h.json"],
    )
    .done();
    let read: Value = serde_json::from_slice(&fs::read(bench.path("h.json")).unwrap()).unwrap();
    assert_eq!(read["panels"].as_array().unwrap().len(), 1);
    assert_eq!(read["reader"]["party"], "H");
    let refused = run(&bench, &["check", &terms, "--party", "X"]).refused();
    assert!(refused.contains("there is no party"), "{refused}");
}

#[test]
fn what_cannot_be_computed_is_refused_and_nothing_is_written() {
    let bench = Bench::new();
    fs::write(bench.path("wrong.yaml"), "good-offices-plan: 1\ntitle: x\n").unwrap();
    fs::write(bench.path("bytes.yaml"), b"\xff\xfe").unwrap();
    for file in ["wrong.yaml", "bytes.yaml", "absent.yaml", "."] {
        let said = run(&bench, &["check", file, "--report", "r.html"]);
        assert!(said.code == 1 || said.code == 3, "{said:?}");
        said.refused();
        assert!(!bench.path("r.html").exists());
    }
    let terms = plan("labour-dispute.yaml");
    fs::copy(&terms, bench.path("plan.yaml")).unwrap();
    run(&bench, &["check", "plan.yaml", "--report", "plan.yaml"]).refused();
    assert_eq!(
        fs::read(bench.path("plan.yaml")).unwrap(),
        fs::read(&terms).unwrap()
    );
}

#[test]
fn the_schema_is_that_of_the_repository() {
    let bench = Bench::new();
    let said: Value = serde_json::from_str(&run(&bench, &["schema"]).done()).unwrap();
    assert_eq!(said["title"], "PlanFile");
}
