//! Thresholds chosen on the command line, and what people decided in the workbook read back, through
//! the real program. All persons are invented.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    io::{Cursor, Read as _, Write as _},
};

use serde_json::Value;

use crate::{
    lists::{MATCH, candidates, json, list, rows, run},
    program::Bench,
};

fn found(bench: &Bench, extra: &str) -> Value {
    run(
        bench,
        &format!("{MATCH} --json c.json --pairs c.csv {extra}"),
    )
    .done();
    json(&fs::read(bench.path("c.json")).unwrap())
}

/// Left and right row, and what the last columns say, of each line of the pairs.
fn pairs(bench: &Bench) -> Vec<Vec<String>> {
    let text = fs::read_to_string(bench.path("c.csv")).unwrap();
    let cells = |line: &str| line.split(',').map(ToOwned::to_owned).collect();
    text.lines().skip(1).map(cells).collect()
}

#[test]
fn the_threshold_that_was_asked_for_is_in_all_that_is_written() {
    let bench = Bench::new();
    let said = run(
        &bench,
        &format!(
            "{MATCH} --threshold 12 --json c.json --pairs c.csv --report c.html --xlsx c.xlsx"
        ),
    )
    .done();
    assert!(
        said.contains("Likely begins at 12.0 bits, as was asked for."),
        "{said}"
    );
    let page = fs::read_to_string(bench.path("c.html")).unwrap();
    assert!(page.contains("as was asked for"));
    let twelve = json(&fs::read(bench.path("c.json")).unwrap());
    assert_eq!(twelve["bands"]["likely"], 12.0);
    assert_eq!(
        twelve["threshold"]["asked"],
        serde_json::json!({"kind": "bits", "bits": 12.0})
    );
    let likely = twelve["totals"]["likely"].as_u64().unwrap();
    assert_eq!(twelve["threshold"]["likely"]["candidates"], likely);
    let proposed = pairs(&bench).iter().filter(|line| line[4] == "1").count();
    assert_eq!(u64::try_from(proposed).unwrap(), likely);
    let band = |c: &&Value| c["band"] == "likely";
    let strong = |c: &Value| c["bits"].as_f64().unwrap() >= 12.0;
    assert!(candidates(&twelve).iter().filter(band).all(strong));

    let thousand = found(&bench, "--wrong-at-most 1/1000");
    let wrong = 1.0
        - thousand["threshold"]["likely"]["precision"]["mid"]
            .as_f64()
            .unwrap();
    assert!(
        thousand["threshold"]["kept"] == true && wrong <= 0.001,
        "{wrong}"
    );
    let never = run(&bench, &format!("{MATCH} --wrong-at-most 1/1000000000")).done();
    assert!(
        never.contains("No threshold is expected to keep to"),
        "{never}"
    );
    assert!(never.contains("No candidate is likely"), "{never}");
}

/// The workbook with cells written into it: by row of the sheet, what stands in the four columns of a
/// decision.
fn filled(workbook: &[u8], decisions: &BTreeMap<u32, [&str; 4]>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            bytes = decided(&String::from_utf8(bytes).unwrap(), decisions).into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn decided(sheet: &str, decisions: &BTreeMap<u32, [&str; 4]>) -> String {
    let (head, _) = sheet.split_once("</row>").unwrap();
    let (_, last) = head.rsplit_once("<c r=\"").unwrap();
    let (last, _) = last.split_once("1\"").unwrap();
    let number = last
        .bytes()
        .fold(0, |n, b| n * 26 + u32::from(b - b'A') + 1);
    let columns: Vec<String> = (number - 3..=number).map(letters).collect();
    let mut made = String::new();
    for (row, text) in (1..).zip(sheet.split_inclusive("</row>")) {
        let Some(cells) = decisions.get(&row) else {
            made.push_str(text);
            continue;
        };
        let (before, after) = text.rsplit_once("</row>").unwrap();
        made.push_str(before);
        for (column, cell) in columns.iter().zip(cells) {
            let at = format!("{column}{row}");
            write!(
                made,
                "<c r=\"{at}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"
            )
            .unwrap();
        }
        made.push_str("</row>");
        made.push_str(after);
    }
    made
}

/// A column's number in the letters of spreadsheet programs.
fn letters(mut number: u32) -> String {
    let mut made = Vec::new();
    while number > 0 {
        made.insert(
            0,
            char::from(b'A' + u8::try_from((number - 1) % 26).unwrap()),
        );
        number = (number - 1) / 26;
    }
    made.into_iter().collect()
}

#[test]
fn what_people_decided_in_the_workbook_is_read_back() {
    let bench = Bench::new();
    let plain = found(&bench, "--xlsx c.xlsx");
    let first = rows(&candidates(&plain)[0]);
    let second = rows(&candidates(&plain)[1]);
    let workbook = fs::read(bench.path("c.xlsx")).unwrap();
    let of_noor = BTreeMap::from([
        (2, ["same", "Noor", "2024-03-02", "the cards were seen"]),
        (3, ["same", "Noor", "2024-03-02", ""]),
        (4, ["surely", "Noor", "", ""]),
    ]);
    let of_sami = BTreeMap::from([
        (2, ["same", "Sami", "2024-03-03", ""]),
        (
            3,
            ["relatives", "Sami", "2024-03-03", "two sons of one father"],
        ),
    ]);
    fs::write(bench.path("noor.xlsx"), filled(&workbook, &of_noor)).unwrap();
    fs::write(bench.path("sami.xlsx"), filled(&workbook, &of_sami)).unwrap();

    let both = found(
        &bench,
        "--decisions noor.xlsx --decisions sami.xlsx --report d.html --xlsx d.xlsx",
    );
    let read = &both["decisions"];
    assert_eq!(
        [
            &read["pairs"],
            &read["same"],
            &read["disputed"],
            &read["estimated_with"]
        ],
        [2, 1, 1, 1]
    );
    assert_eq!(both["estimated_from"], "reviewed");
    let misfit = &read["misfits"][0];
    assert_eq!(
        (&misfit["why"], &misfit["place"]["row"]),
        (&"no-such-verdict".into(), &4.into())
    );
    let of = |at: usize| candidates(&both)[at]["decisions"].as_array().unwrap();
    assert_eq!(of(0).len(), 2);
    assert_eq!(of(0)[0]["reason"], "the cards were seen");
    assert_eq!(of(1)[1]["verdict"], "relatives");
    // Evidence, order and bands of what was decided on are as they were.
    for at in [0, 1] {
        let (before, after) = (&candidates(&plain)[at], &candidates(&both)[at]);
        assert_eq!(before["bits"], after["bits"]);
        assert_eq!(before["probability"], after["probability"]);
    }
    let told = pairs(&bench);
    let decided = |rows: (u64, u64)| {
        let line = told
            .iter()
            .find(|line| (line[0].parse(), line[1].parse()) == (Ok(rows.0), Ok(rows.1)));
        line.unwrap()[7].clone()
    };
    assert_eq!(
        (decided(first), decided(second)),
        ("same".into(), "disputed".into())
    );
    let page = fs::read_to_string(bench.path("d.html")).unwrap();
    for said in [
        "What people decided",
        "the cards were seen",
        "People differ on this pair.",
        "no such decision",
    ] {
        assert!(page.contains(said), "{said}");
    }

    // The next workbook has them beside empty columns; the Arabic one is read as well.
    let arabic = found(&bench, "--language ar --xlsx ar.xlsx");
    assert_eq!(candidates(&arabic).len(), candidates(&plain).len());
    let filled_ar = filled(
        &fs::read(bench.path("ar.xlsx")).unwrap(),
        &BTreeMap::from([(2, ["شخصان", "نور", "", ""])]),
    );
    fs::write(bench.path("nur.xlsx"), filled_ar).unwrap();
    let third = found(&bench, "--decisions noor.xlsx --decisions nur.xlsx");
    assert_eq!(third["decisions"]["disputed"], 1);
}

#[test]
fn decisions_on_a_list_that_changed_are_told_with_their_place() {
    let bench = Bench::new();
    let plain = found(&bench, "--xlsx c.xlsx");
    let workbook = fs::read(bench.path("c.xlsx")).unwrap();
    let filled = filled(&workbook, &BTreeMap::from([(2, ["same", "Noor", "", ""])]));
    fs::write(bench.path("d.xlsx"), filled).unwrap();
    let mut changed = fs::read_to_string(list("invented-sought.csv")).unwrap();
    changed.push('\n');
    fs::write(bench.path("changed.csv"), changed).unwrap();
    let said = run(
        &bench,
        "match changed.csv HELD --as-of 2024-03-01 --decisions d.xlsx --json c.json",
    )
    .done();
    assert!(
        said.contains("One decision does not fit these lists"),
        "{said}"
    );
    assert!(
        said.contains("d.xlsx, sheet Candidates, row 2: decided on another list"),
        "{said}"
    );
    let found = json(&fs::read(bench.path("c.json")).unwrap());
    assert_eq!(found["decisions"]["pairs"], 0);
    assert_eq!(candidates(&found).len(), candidates(&plain).len());
    // The lists the other way round are the same lists.
    let said = run(
        &bench,
        "match HELD SOUGHT --as-of 2024-03-01 --decisions d.xlsx",
    )
    .done();
    assert!(said.contains("People have decided on one pair"), "{said}");
    // A table that is none.
    let said = run(&bench, "dedupe SOUGHT --decisions changed.csv").done();
    assert!(
        said.contains("the file has no columns for a decision"),
        "{said}"
    );
}

#[test]
fn each_list_has_its_columns_in_a_file_of_its_own_and_follows_it() {
    let bench = Bench::new();
    let said = run(
        &bench,
        "match SOUGHT HELD --columns-out-a a.csv --columns-out-b b.csv",
    )
    .done();
    assert_eq!(said, "");
    let plain = found(&bench, "");
    let followed = found(&bench, "--columns-a a.csv --columns-b b.csv");
    assert_eq!(plain["candidates"], followed["candidates"]);
}
