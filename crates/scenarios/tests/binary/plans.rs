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
        said.contains("Israel would gain 33 points by stopping"),
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
    assert!(refused.contains("no party is called"), "{refused}");
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
fn what_a_file_says_is_refused_with_the_file_and_the_line() {
    let bench = Bench::new();
    let dispute = fs::read_to_string(plan("labour-dispute.yaml")).unwrap();
    let never = dispute.replacen("stages:", "order: { stages: 0 }\nstages:", 1);
    fs::write(bench.path("order.yaml"), never).unwrap();
    let tempted = "forecast: { on-time: 0.9, breach: 0.1, resume: 0.5, give-up-after: 3, temptation: 1 }\nstages:";
    let worthless = dispute.replace("800 to 1000", "8 to 10");
    let worthless = worthless.replacen("stages:", tempted, 1);
    fs::write(bench.path("forecast.yaml"), worthless).unwrap();
    let nowhere = fs::read_to_string(conflict()).unwrap();
    let nowhere = nowhere.replace("status-quo: 1", "status-quo: 99");
    fs::write(bench.path("conflict.yaml"), nowhere).unwrap();
    for (question, file) in [
        ("order", "order.yaml"),
        ("forecast", "forecast.yaml"),
        ("stability", "conflict.yaml"),
    ] {
        let said = run(&bench, &[question, file]);
        assert_eq!(said.code, 1, "{said:?}");
        let (told, said) = (format!("goodoffices: {file}: "), said.refused());
        assert!(said.contains(&told), "{question}: {said}");
        assert!(said.contains("line "), "{question}: {said}");
    }
}

#[test]
fn the_schema_is_that_of_the_repository() {
    let bench = Bench::new();
    let said: Value = serde_json::from_str(&run(&bench, &["schema"]).done()).unwrap();
    assert_eq!(said["title"], "PlanFile");
}

fn conflict() -> String {
    plan("../../crates/planner/examples/conflicts/elmira.yaml")
}

#[test]
fn every_question_gives_the_same_bytes_again() {
    let bench = Bench::new();
    let (dispute, packages) = (
        plan("labour-dispute.yaml"),
        plan("../packages/crossing-and-prisoners.yaml"),
    );
    let (terms, conflict) = (plan("november-2023.yaml"), conflict());
    let asked = [
        (["forecast", &terms], "in 10 reach the end"),
        (
            ["packages", &packages],
            "that every party prefers to the draft",
        ),
        (["stability", &conflict], "No one gains by moving from 8"),
        (
            ["order", &dispute],
            "no other order does better: that is proved",
        ),
    ];
    for (args, expected) in asked {
        let files = ["c.html", "c.json"];
        let made = || {
            let said = run(
                &bench,
                &[&args[..], &["--report", files[0], "--json", files[1]]].concat(),
            )
            .done();
            assert!(said.contains(expected), "{args:?}: {said}");
            files.map(|name| fs::read(bench.path(name)).unwrap())
        };
        let first = made();
        assert!(serde_json::from_slice::<Value>(&first[1]).is_ok());
        assert!(
            first == made(),
            "{args:?}: the same question gives the same bytes"
        );
    }
}

#[test]
fn what_is_no_file_of_its_kind_is_refused_by_every_question() {
    let bench = Bench::new();
    fs::write(bench.path("wrong.yaml"), "a: [1, 2\n").unwrap();
    fs::write(
        bench.path("wrong.xml"),
        "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
    )
    .unwrap();
    for question in ["check", "order", "forecast", "packages", "stability"] {
        for file in ["wrong.yaml", "wrong.xml", "key"] {
            let said = run(&bench, &[question, file, "--json", "r.json"]);
            assert_eq!(said.code, 1, "{question} {file}: {said:?}");
            said.refused();
            assert!(!bench.path("r.json").exists());
        }
    }
}

#[test]
fn one_party_reads_no_points_but_its_own_of_packages() {
    let bench = Bench::new();
    let packages = plan("../packages/crossing-and-prisoners.yaml");
    let text = fs::read_to_string(&packages).unwrap();
    let north = |name: &str| {
        run(
            &bench,
            &[
                "packages", name, "--party", "North", "--json", "n.json", "--report", "n.html",
            ],
        )
        .done();
        ["n.json", "n.html"].map(|name| fs::read(bench.path(name)).unwrap())
    };
    fs::write(bench.path("one.yaml"), &text).unwrap();
    let [json, page] = north("one.yaml").map(|bytes| String::from_utf8(bytes).unwrap());
    // What South accepts at least, what no agreement is worth to it, and its points stand nowhere.
    for of_south in ["4,690", "4690", "4,150", "4150", "6,850", "6850"] {
        assert!(
            !json.contains(of_south) && !page.contains(of_south),
            "{of_south}"
        );
    }
}
