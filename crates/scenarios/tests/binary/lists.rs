//! Two lists matched and one searched for repetitions through the real program, as a list officer
//! would. All persons are invented.

use std::{collections::BTreeSet, fs, path::PathBuf};

use serde_json::Value;

use crate::program::{Bench, Said};

/// The lists of the handbook.
pub fn list(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases/lists");
    folder
        .join(name)
        .canonicalize()
        .unwrap()
        .to_string_lossy()
        .into_owned()
}

pub fn run(bench: &Bench, words: &str) -> Said {
    let (sought, held) = (list("invented-sought.csv"), list("invented-held.csv"));
    let args: Vec<&str> = words
        .split_whitespace()
        .map(|word| match word {
            "SOUGHT" => sought.as_str(),
            "HELD" => held.as_str(),
            word => word,
        })
        .collect();
    bench.run_with(&args, &[], "")
}

pub const MATCH: &str = "match SOUGHT HELD --as-of 2024-03-01";
const FOUR: [&str; 4] = [
    "--report c.html",
    "--xlsx c.xlsx",
    "--json c.json",
    "--pairs c.csv",
];

/// All four files of a run.
fn files(bench: &Bench, extra: &str) -> [Vec<u8>; 4] {
    run(bench, &format!("{MATCH} {} {extra}", FOUR.join(" "))).done();
    ["c.html", "c.xlsx", "c.json", "c.csv"].map(|name| fs::read(bench.path(name)).unwrap())
}

pub fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The rows of the two entries of a candidate.
pub type Rows = (u64, u64);

pub fn rows(candidate: &Value) -> Rows {
    let row = |side: &str| {
        let place = candidate.pointer(&format!("/{side}/place/row"));
        place.and_then(Value::as_u64).unwrap()
    };
    (row("left"), row("right"))
}

pub fn candidates(found: &Value) -> &[Value] {
    found["candidates"].as_array().unwrap()
}

/// The candidates of a band that are not rather relatives.
fn band(found: &Value, band: &str) -> BTreeSet<Rows> {
    let relatives = |c: &Value| c["cautions"].to_string().contains("relatives");
    let of = candidates(found)
        .iter()
        .filter(|c| c["band"] == band && !relatives(c));
    of.map(rows).collect()
}

/// Rows of the same invented person: the number that stands in both lists, one row below its own.
fn persons() -> BTreeSet<Rows> {
    let same = (1..=21).filter(|n| *n != 2).map(|n| (n + 1, n + 1));
    // Nabil Barquqi with his names in the wrong columns, Jinan Tuti, and who stands twice.
    let others = [
        (26, 23),
        (30, 24),
        (2, 29),
        (10, 30),
        (27, 4),
        (28, 8),
        (29, 14),
    ];
    same.chain(others).collect()
}

#[test]
fn the_lists_of_the_handbook_give_what_it_tells() {
    let bench = Bench::new();
    let [page, workbook, found, pairs] = files(&bench, "");
    let found = json(&found);
    assert_eq!(found["format"], "linkage candidates 1");
    assert_eq!(found["task"], "link");
    assert_eq!(found["lists"][0]["records"], 30);
    assert_eq!(band(&found, "likely"), persons());
    // Two of one name and father's name are the only others to be looked at, but for relatives.
    let namesakes = BTreeSet::from([(21, 22), (22, 21)]);
    assert_eq!(band(&found, "review"), namesakes);
    // The candidate that the handbook takes apart.
    let told = candidates(&found)
        .iter()
        .find(|c| rows(c) == (10, 10))
        .unwrap();
    let handbook = fs::read_to_string(list("../../docs/match.md")).unwrap();
    let (number, bits) = (&told["number"], told["bits"].as_f64().unwrap());
    let head = format!("**Candidate {number}: likely, {bits:.1} bits");
    assert!(
        handbook.contains(&head),
        "the handbook has another than {head}"
    );
    let runner = told["runner_up_of_left"]["bits"].as_f64().unwrap();
    assert!(
        handbook.contains(&format!("row 30, {runner:.1} bits")),
        "{runner}"
    );

    let page = String::from_utf8(page).unwrap();
    for number in 1..=candidates(&found).len() {
        assert!(page.contains(&format!("id=\"c{number}\"")), "{number}");
    }
    let (_style, said) = page.split_once("</style>").unwrap();
    assert!(!said.to_lowercase().contains("match"));
    assert!(workbook.starts_with(b"PK\x03\x04"));
    agree(&String::from_utf8(pairs).unwrap(), &found);
}

/// The pairs are the candidates in their order and with their bits.
fn agree(pairs: &str, found: &Value) {
    let mut lines = pairs.lines();
    let head = lines.next().unwrap();
    assert_eq!(
        head,
        "left_row,right_row,bits,probability,proposed,left_sheet,right_sheet,decided"
    );
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert!(lines.len() >= candidates(found).len());
    for (candidate, line) in candidates(found).iter().zip(&lines) {
        let (left, right) = rows(candidate);
        let at = |column: usize| line.get(column).copied().unwrap_or_default();
        assert_eq!((at(0), at(1)), (&*left.to_string(), &*right.to_string()));
        let bits = candidate["bits"].as_f64().unwrap();
        assert!(
            (bits - at(2).parse::<f64>().unwrap()).abs() < 0.001,
            "{line:?}"
        );
    }
}

#[test]
fn the_same_lists_give_the_same_bytes_on_any_number_of_threads() {
    let bench = Bench::new();
    let first = files(&bench, "--threads 2");
    assert!(first == files(&bench, "--threads 2"), "twice");
    assert!(first == files(&bench, "--threads 1"), "on one thread");
    let arabic = files(&bench, "--language ar");
    assert!(first[0] != arabic[0] && first[2] == arabic[2]);
    let page = String::from_utf8(arabic[0].clone()).unwrap();
    assert!(page.contains("dir=\"rtl\""));
}

#[cfg(unix)]
#[test]
fn what_is_written_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::new();
    files(&bench, "");
    for name in ["c.html", "c.xlsx", "c.json", "c.csv"] {
        let mode = fs::metadata(bench.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn columns_are_shown_corrected_and_followed() {
    let bench = Bench::new();
    let shown = run(&bench, "dedupe HELD --columns").done();
    // Whole, as spreadsheet programs want it: with the mark of UTF-8 and their line ends.
    assert!(
        shown.starts_with("\u{feff}column,header,meaning,options,notes\r\n"),
        "{shown}"
    );
    assert!(shown.contains("5,تاريخ الميلاد,birth-date,"), "{shown}");
    fs::write(bench.path("as-shown.csv"), &shown).unwrap();
    let [.., plain, _] = files(&bench, "");
    let [.., same, _] = files(&bench, "--columns-b as-shown.csv");
    let told = |found: &[u8]| json(found)["candidates"].to_string();
    assert_eq!(
        told(&plain),
        told(&same),
        "what was shown and given back changes nothing"
    );

    let corrected = shown.replace(",birth-date,", ",left-out,");
    assert_ne!(corrected, shown);
    fs::write(bench.path("corrected.csv"), corrected).unwrap();
    let [.., other, _] = files(&bench, "--columns-b corrected.csv");
    assert_ne!(told(&plain), told(&other));
    let kinds = |found: &[u8]| json(found)["comparisons"].to_string();
    assert!(kinds(&plain).contains("birth-date") && !kinds(&other).contains("birth-date"));
}

#[test]
fn repetitions_within_a_list_are_found() {
    let bench = Bench::new();
    let only = "--only given-name,father-name,family-name,birth-date,sex,residence";
    for (words, twice) in [
        ("SOUGHT".to_owned(), &[(4, 27), (8, 28), (14, 29)][..]),
        (
            format!("HELD --as-of 2024-03-01 {only}"),
            &[(2, 29), (10, 30)],
        ),
    ] {
        let said = run(&bench, &format!("dedupe {words} --json twice.json")).done();
        assert!(said.contains("nothing has been decided"), "{said}");
        let found = json(&fs::read(bench.path("twice.json")).unwrap());
        assert_eq!(
            band(&found, "likely"),
            twice.iter().copied().collect(),
            "{words}"
        );
    }
}

/// What is told of a file that is no list, and that nothing was written.
#[test]
fn what_cannot_be_done_is_said_with_what_to_do_and_writes_nothing() {
    let bench = Bench::new();
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend([0; 4096]);
    locked.splice(1024..1056, "EncryptedPackage".bytes().flat_map(|b| [b, 0]));
    let wide: Vec<String> = (0..1_000_000).map(|n| format!("c{n}")).collect();
    let mapping =
        "column,header,meaning,options,notes\n3,Given name,given-nam,,\n99,x,family-name,,\n";
    for (name, bytes) in [
        ("paper.pdf", b"%PDF-1.7\n1 0 obj\n".to_vec()),
        ("locked.xlsx", locked),
        ("wide.csv", wide.join(",").into_bytes()),
        ("mapping.csv", mapping.as_bytes().to_vec()),
        ("copy.csv", fs::read(list("invented-sought.csv")).unwrap()),
    ] {
        fs::write(bench.path(name), bytes).unwrap();
    }
    let before = names(&bench);
    let sought = fs::read(bench.path("copy.csv")).unwrap();
    for (words, code, expected) in [
        (
            "match nowhere.csv SOUGHT",
            3,
            &[
                "nowhere.csv",
                "there is nothing of that name",
                "Check the name",
            ][..],
        ),
        (
            "match paper.pdf SOUGHT",
            3,
            &["paper.pdf", "a PDF document and not a list", "save that as"],
        ),
        (
            "match SOUGHT locked.xlsx",
            3,
            &[
                "locked.xlsx",
                "locked with a password",
                "save it without one",
            ],
        ),
        (
            "dedupe wide.csv",
            3,
            &["wide.csv", "more than 16384 columns", "split it"],
        ),
        (
            "dedupe .",
            3,
            &["it is a directory", "Give the name of the file"],
        ),
        (
            "dedupe SOUGHT --only given-nam",
            2,
            &["given-nam", "no such kind of field", "docs/lists.md"],
        ),
        (
            "dedupe SOUGHT --as-of 2024-02-31",
            2,
            &["2024-02-31", "no such day", "2024-03-01"],
        ),
        (
            "dedupe SOUGHT --as-of 01/03/2024",
            2,
            &["01/03/2024", "no such day"],
        ),
        ("dedupe SOUGHT --threads 0", 2, &["--threads"]),
        ("dedupe SOUGHT --threads 100000", 2, &["--threads"]),
        (
            "dedupe SOUGHT --language fr",
            2,
            &["en for English or ar for Arabic"],
        ),
        (
            "dedupe SOUGHT --columns-a mapping.csv",
            3,
            &[
                "mapping.csv was not followed",
                "row 2, header",
                "row 3, column: there is no such column",
            ],
        ),
        (
            "dedupe SOUGHT --report nowhere/c.html",
            3,
            &["nowhere/c.html", "there is no directory nowhere", "Make it"],
        ),
        ("dedupe SOUGHT --report .", 3, &["it is a directory"]),
        (
            "dedupe copy.csv --pairs copy.csv",
            3,
            &["copy.csv", "one of the files that are read", "another name"],
        ),
        (
            "match copy.csv SOUGHT --json ./copy.csv",
            3,
            &["one of the files that are read"],
        ),
        (
            "dedupe SOUGHT --columns-a mapping.csv --xlsx mapping.csv",
            3,
            &["one of the files that are read"],
        ),
        (
            "dedupe SOUGHT --report both --json both",
            3,
            &["two things were asked for"],
        ),
        (
            "dedupe SOUGHT --resume copy.csv",
            1,
            &[
                "copy.csv",
                "does not hold what a comparison left",
                "Check the name",
            ],
        ),
        (
            "dedupe SOUGHT --resume both --json both",
            3,
            &["two things were asked for"],
        ),
        (
            "dedupe copy.csv --decisions mapping.csv --json mapping.csv",
            3,
            &["one of the files that are read"],
        ),
        (
            "dedupe SOUGHT --decisions nowhere.xlsx",
            3,
            &["nowhere.xlsx", "there is nothing of that name"],
        ),
        (
            "dedupe SOUGHT --decisions paper.pdf",
            3,
            &["paper.pdf was not read", "a PDF document"],
        ),
        (
            "dedupe SOUGHT --sheet North",
            3,
            &["has no sheets", "Leave out --sheet"],
        ),
        (
            "match SOUGHT HELD --columns",
            3,
            &["--columns-out-a FILE", "each list has its own"],
        ),
        (
            "match SOUGHT HELD --columns-out-a same --columns-out-b same",
            3,
            &["two things were asked for"],
        ),
        (
            "dedupe copy.csv --columns-out-a copy.csv",
            3,
            &["one of the files that are read"],
        ),
        (
            "dedupe SOUGHT --threshold much",
            2,
            &["a number of bits, such as 7"],
        ),
        ("dedupe SOUGHT --threshold NaN", 2, &["a number of bits"]),
        (
            "dedupe SOUGHT --wrong-at-most 0.001",
            2,
            &["one in so many, such as 1/100"],
        ),
        (
            "dedupe SOUGHT --wrong-at-most 1/100 --threshold 7",
            2,
            &["cannot be used with"],
        ),
    ] {
        // Another file that could be written is not: all or nothing.
        let all = if words.contains("--pairs") {
            words.to_owned()
        } else {
            format!("{words} --pairs pairs.csv")
        };
        let said = run(&bench, &all);
        assert_eq!(said.code, code, "{words}: {}", said.err);
        let text = said.refused();
        for part in expected {
            assert!(text.contains(part), "{words}: {part}: {text}");
        }
        assert_eq!(names(&bench), before, "{words}");
    }
    assert!(sought == fs::read(bench.path("copy.csv")).unwrap());
}

pub fn names(bench: &Bench) -> BTreeSet<String> {
    let all = fs::read_dir(bench.folder.path()).unwrap();
    all.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_fault_in_a_part_of_a_list_refuses_none_of_it() {
    let bench = Bench::new();
    for (name, bytes, words, expected) in [
        ("mixed.csv", &b"Name,Date of birth\nKarim \xff\xfe Zaytuni,1979-04-13\nRami Zaytuni,1985-01-25\n"[..], "dedupe mixed.csv", &["2 entries", "does not say how its letters are encoded"][..]),
        ("turned.csv", "Given name,Family name,Date of birth\nKar\u{202e}im,Zaytuni,1979-04-13\nRami,Lawzi,1985-01-25\n".as_bytes(), "match turned.csv SOUGHT", &["Kar<U+202E>im", "invisible characters"]),
        ("remarks.csv", b"remarks\nnothing\nnothing more\n", "match remarks.csv SOUGHT", &["2 entries", "no field in common"]),
        ("alone.csv", b"remarks\nnothing\nnothing more\n", "dedupe alone.csv", &["No column of the list says who a person is", "No column was taken for anything that says who a person is"]),
    ] {
        fs::write(bench.path(name), bytes).unwrap();
        let said = run(&bench, words).done();
        for part in expected {
            assert!(said.contains(part), "{words}: {part}: {said}");
        }
        assert!(!said.contains('\u{202e}'), "{said}");
        assert!(!said.contains("Everything was understood") || !words.starts_with("dedupe alone"));
    }
}

#[test]
fn a_list_with_itself_is_told_to_be_that() {
    let bench = Bench::new();
    let said = run(&bench, "match SOUGHT SOUGHT --report itself.html").done();
    assert!(said.contains("Both lists are the same file"), "{said}");
    let page = fs::read_to_string(bench.path("itself.html")).unwrap();
    assert!(page.contains("Both lists are the same file"));
    let said = run(&bench, "match SOUGHT HELD").done();
    assert!(!said.contains("the same file"), "{said}");
}

#[test]
fn an_empty_list_has_no_candidates() {
    let bench = Bench::new();
    for (name, text) in [
        ("empty.csv", ""),
        ("header.csv", "Given name,Family name\n"),
    ] {
        fs::write(bench.path(name), text).unwrap();
        for words in [
            format!("dedupe {name}"),
            format!("match {name} SOUGHT"),
            format!("match {name} {name} --one-to-one"),
        ] {
            let said = run(&bench, &words);
            assert_eq!(said.code, 0, "{words}: {}", said.err);
            assert!(said.out.contains("no entry"), "{words}: {}", said.out);
        }
    }
}
