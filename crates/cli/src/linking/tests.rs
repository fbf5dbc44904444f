//! Work that is stopped leaves nothing half-written, says how to go on, and goes on to the same bytes.
//! All persons are invented.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use clap::Parser;

use super::{Interrupted, NotOfThis};
use crate::commands::{dedupe, match_lists};
use crate::stop::Stop;

#[derive(Parser)]
enum Words {
    Match(match_lists::Args),
    Dedupe(dedupe::Args),
}

/// Runs a command in which `@` stands for the folder.
fn run(folder: &Path, words: &str, stop: &Stop) -> anyhow::Result<()> {
    let folder = format!("{}/", folder.display());
    let words = words.split_whitespace().map(|w| w.replace('@', &folder));
    match Words::parse_from(std::iter::once("goodoffices".to_owned()).chain(words)) {
        Words::Match(args) => match_lists::run_until(&args, stop)?,
        Words::Dedupe(args) => dedupe::run_until(&args, stop)?,
    };
    Ok(())
}

fn list(from: usize, to: usize) -> String {
    let given = ["Amal", "Basim", "Dina", "Fadi", "Hala", "Karim", "Lamis"];
    let family = ["Haddad", "Najjar", "Khoury", "Sayegh", "Attar"];
    let mut text = "Given name,Family name,Date of birth\n".to_owned();
    for n in from..to {
        let (given, family) = (given[n % given.len()], family[n % family.len()]);
        let born = format!("{}-{:02}-{:02}", 1950 + n % 41, 1 + n % 12, 1 + n % 28);
        writeln!(text, "{given},{family},{born}").unwrap();
    }
    text
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), list(0, 120)).unwrap();
    fs::write(folder.path().join("b.csv"), list(50, 180)).unwrap();
    folder
}

fn names(folder: &Path) -> BTreeSet<String> {
    let all = fs::read_dir(folder).unwrap();
    all.map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

const FILES: [&str; 4] = ["c.html", "c.xlsx", "c.json", "c.csv"];
const OUT: &str = "--report @c.html --xlsx @c.xlsx --json @c.json --pairs @c.csv --threads 2";

fn written(folder: &Path) -> [Vec<u8>; 4] {
    FILES.map(|name| fs::read(folder.join(name)).unwrap())
}

fn stopped_anywhere(command: &str) {
    let kept = tempfile::tempdir().unwrap();
    let plain = folder();
    run(plain.path(), &format!("{command} {OUT}"), &Stop::default()).unwrap();
    let whole = written(plain.path());
    let mut went_on = 0;
    for looks in (0..).step_by(4) {
        let folder = folder();
        let before = names(folder.path());
        let resume = kept.path().join(format!("kept-{looks}"));
        let words = format!("{command} {OUT} --resume {}", resume.display());
        let Err(error) = run(folder.path(), &words, &Stop::after(looks)) else {
            assert!(went_on > 2, "{went_on} of {looks}");
            assert!(!resume.exists());
            assert!(written(folder.path()) == whole);
            return;
        };
        assert!(error.is::<Interrupted>(), "{error:#}");
        assert_eq!(names(folder.path()), before, "after {looks}");
        let said = error.to_string();
        assert!(said.contains("Nothing was written"), "{said}");
        assert_eq!(
            said.contains("goes on from there"),
            resume.exists(),
            "{said}"
        );
        went_on += u32::from(resume.exists());
        run(folder.path(), &words, &Stop::default()).unwrap();
        assert!(written(folder.path()) == whole, "after {looks}");
        assert!(
            !resume.exists(),
            "the file is taken away when the work is done"
        );
    }
}

#[test]
fn a_match_goes_on_from_wherever_it_was_stopped() {
    stopped_anywhere("match @a.csv @b.csv --one-to-one");
}

#[test]
fn a_search_for_repetitions_goes_on_from_wherever_it_was_stopped() {
    stopped_anywhere("dedupe @a.csv");
}

#[test]
fn results_that_are_there_stay_when_the_work_is_stopped() {
    let folder = folder();
    for name in FILES {
        fs::write(folder.path().join(name), "of last week").unwrap();
    }
    let words = format!("match @a.csv @b.csv {OUT}");
    let error = run(folder.path(), &words, &Stop::after(20)).unwrap_err();
    assert!(error.to_string().contains("With --resume FILE"), "{error}");
    assert!(
        written(folder.path())
            .iter()
            .all(|bytes| bytes == b"of last week")
    );
}

#[test]
fn what_was_kept_of_other_work_is_refused() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("c.csv"), list(0, 121)).unwrap();
    let mapping = "column,header,meaning,options,notes\n3,Date of birth,left-out,,\n";
    fs::write(path("m.csv"), mapping).unwrap();
    let words = "match @a.csv @b.csv --resume @kept";
    let stopped = run(folder.path(), words, &Stop::after(30)).unwrap_err();
    assert!(
        stopped.to_string().contains("goes on from there"),
        "{stopped}"
    );
    let kept = fs::read(path("kept")).unwrap();
    for other in [
        "match @b.csv @a.csv",
        "match @c.csv @b.csv",
        "match @a.csv @b.csv --only given-name",
        "match @a.csv @b.csv --as-of 2024-03-01",
        "match @a.csv @b.csv --columns-a @m.csv",
        "dedupe @a.csv",
    ] {
        let refused = run(
            folder.path(),
            &format!("{other} --resume @kept"),
            &Stop::default(),
        );
        let refused = refused.unwrap_err();
        assert!(refused.is::<NotOfThis>(), "{other}: {refused:#}");
        assert!(
            refused.to_string().contains("kept of other work"),
            "{refused}"
        );
        assert!(kept == fs::read(path("kept")).unwrap(), "{other}");
    }
    // Pairing comes after comparing.
    run(
        folder.path(),
        &format!("{words} --one-to-one"),
        &Stop::after(30),
    )
    .unwrap_err();
    for (bytes, expected) in [
        (&b"Given name,Family name\n"[..], "does not hold what"),
        (&kept[..kept.len() - 1], "is damaged"),
        (&kept[..60], "is damaged"),
    ] {
        fs::write(path("kept"), bytes).unwrap();
        let refused = run(folder.path(), words, &Stop::default()).unwrap_err();
        assert!(refused.to_string().contains(expected), "{refused}");
        assert!(bytes == fs::read(path("kept")).unwrap());
    }
    fs::write(path("kept"), &kept).unwrap();
    run(folder.path(), words, &Stop::default()).unwrap();
    assert!(!path("kept").exists());
}
