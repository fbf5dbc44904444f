//! What keeps a file from being read is told as what it is, where it was done: a mark that was opened and
//! not closed, a sign of a word processor, a day that there is not, a missing colon, a number in pieces.

mod written;

use written::{PLAN, told};

/// That each of these is told as one fault, at this place, and as this.
fn each(cases: &[(&str, &str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (from, to, place, part) in cases {
        assert!(PLAN.contains(from), "{from}");
        let said = told(&PLAN.replacen(from, to, 1));
        let lines = said.lines().map(str::trim);
        let faults: Vec<&str> = lines.filter(|line| line.starts_with("line ")).collect();
        let is_told =
            |line: &&str| line.starts_with(&format!("line {place}")) && line.contains(part);
        if faults.len() != 1 || !faults.iter().all(is_told) {
            wrong.push(format!("{to}: not {place}: {part}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_not_closed_is_told_where_it_was_opened() {
    each(&[
        (
            "title: Two for four",
            "title: \"Two for four",
            "2, column 8",
            "(\") is opened here and closed only in line 13",
        ),
        (
            "title: Two for four",
            "title: 'Two for four",
            "2, column 8",
            "(') is opened here and not closed",
        ),
        (
            "name: Side B,",
            "name: \"Side B,",
            "5, column 23",
            "is opened here and closed only in line 13",
        ),
        (
            "\"16:00\" }",
            "\"16:00 }",
            "13, column 47",
            "is opened here and not closed",
        ),
        (
            "b: 15 } }",
            "b: 15 }",
            "7, column 5",
            "a brace ({) is opened here and not closed",
        ),
        (
            " } ]\n",
            " }\n",
            "16, column 11",
            "a bracket ([) is opened here and not closed",
        ),
        (
            "stages:",
            "stages: [",
            "9, column 9",
            "a bracket ([) is opened here and not closed",
        ),
        (
            "[6, 5, 4]",
            "[6, 5, 4",
            "8, column 88",
            "a } stands at line 8, column 97 before it is closed",
        ),
        ("[6, 5, 4]", "[6, 5, 4]]", "8, column 76", "take out the ]"),
        (
            "price: 2 }",
            "price: 2",
            "16, column 13",
            "a ] stands at line 16, column 47",
        ),
        (
            "truck, one:",
            "truck one:",
            "8, column 23",
            "a comma is missing",
        ),
    ]);
}

#[test]
fn what_is_no_yaml_is_told_in_plain_words() {
    each(&[
        (
            "title: Two",
            ">: Two",
            "2, column",
            "begins words that go over several lines",
        ),
        (
            "title: Two for",
            "title: !<Two",
            "2, column",
            "a word that begins with ! is a tag",
        ),
        (
            "title: Two",
            "%title: Two",
            "2, column",
            "a line that begins with %",
        ),
        (
            "title: Two",
            "title: \u{feff}Two",
            "2, column",
            "a byte-order mark",
        ),
        (
            "title: Two for four",
            "title: \"\\ud800\"",
            "2, column",
            "a backslash",
        ),
    ]);
}

#[test]
fn signs_of_a_word_processor_are_told_as_the_cause() {
    each(&[
        (
            "Two for four",
            "“Two: for four”",
            "2, column",
            "“ is a quotation mark of a word processor",
        ),
        (
            "Two for four",
            "«Two: for four»",
            "2, column",
            "« is a quotation mark",
        ),
        (
            "  - { party: a",
            "  – { party: a",
            "4, column 3",
            "Type - in its place",
        ),
        (
            "  - stage: First",
            "  — stage: First",
            "10, column 3",
            "Type - in its place",
        ),
        ("[out]", "– out", "14, column 38", "Type - in its place"),
        ("-10", "–10", "7, column 97", "Type a hyphen: -10."),
        ("number: 3", "number: “3”", "7, column 82", "Write 3."),
        ("\"16:00\"", "“16:00”", "13, column 47", "write \"16:00\""),
        (
            "on: 2026-03-04",
            "on: „2026-03-04“",
            "11, column 9",
            "write 2026-03-04",
        ),
        (
            "on: 2026-03-04",
            "on: 2026–03–04",
            "11, column 9",
            "write 2026-03-04",
        ),
        (
            "from: b",
            "from: ‘b’",
            "8, column 66",
            "those of a word processor, where “b” is meant",
        ),
        ("title:", "“title”:", "2, column 1", "leave them out"),
    ]);
    // In words they are as good as any.
    for plain in ["“Two” for four", "Two – four", "“Two for four”"] {
        assert_eq!(told(&PLAN.replacen("Two for four", plain, 1)), "it is read");
    }
}

#[test]
fn days_and_times_that_there_are_not_are_told_as_that() {
    each(&[
        (
            "2026-03-04",
            "2024-02-30",
            "11, column 9",
            "no day that exists: February 2024 has the days 01 to 29",
        ),
        (
            "2026-03-01",
            "2026-13-01",
            "4, column 66",
            "months go from 01 to 12",
        ),
        (
            "\"16:00\"",
            "25:00",
            "13, column 47",
            "no time of day that exists: hours go from 00 to 23",
        ),
        (
            "\"16:00\"",
            "\"24:00\"",
            "13, column 47",
            "the next day begins at 00:00",
        ),
        (
            "\"16:00\"",
            "12:60",
            "13, column 47",
            "minutes go from 00 to 59",
        ),
    ]);
}

#[test]
fn a_missing_colon_is_told_as_that() {
    each(&[
        ("{ a: -10,", "{ a -10,", "7, column 94", "Write `a: -10`"),
        (
            "{ a: -10,",
            "{ a:-10,",
            "7, column 94",
            "a space is missing",
        ),
        (
            "{ person: 2 }",
            "{ person 2 }",
            "13, column 30",
            "Write `person: 2`",
        ),
        (
            "{ party: a,",
            "{ party a,",
            "4, column 7",
            "Write `party: a`",
        ),
        (
            "{ party: a,",
            "{ party:a,",
            "4, column 7",
            "a space is missing",
        ),
        (
            "one: truck",
            "one truck",
            "8, column 21",
            "Write `one: truck`",
        ),
    ]);
}

#[test]
fn a_number_in_pieces_is_one_fault() {
    each(&[
        (
            "b: 15 }",
            "b: 1,000,000 }",
            "7, column 107",
            "Write 1000000.",
        ),
        (
            "b: 15 }",
            "b: -1,000,000,000 }",
            "7, column 108",
            "Write -1000000000.",
        ),
        (
            "b: 15 }",
            "b: 1,000.50 }",
            "7, column 107",
            "Write 1000.50.",
        ),
        (
            "b: 15 }",
            "b: 1.000,50 }",
            "7, column 111",
            "Write 1000.50.",
        ),
        (
            "number: 3,",
            "number: 1,000,000,",
            "7, column 84",
            "Write 1000000.",
        ),
        ("[6, 5, 4]", "[6,000, 5, 4]", "8, column 91", "Write 6000"),
        ("-10", ".5", "7, column 97", "Write 0.5."),
    ]);
    // A great many pieces are no number, and take no time.
    let many = "000,".repeat(200_000);
    assert!(told(&PLAN.replace("b: 15 }", &format!("b: 1,{many} }}"))).len() < 20_000);
}

#[test]
fn a_number_in_pieces_in_a_list_is_told_whole_and_nothing_else_is_taken_for_one() {
    let commas = "a comma between brackets ends an entry";
    each(&[
        (
            "a: [6, 5, 4]",
            "a: [1,000,000, 5]",
            "8, column",
            "so 1,000,000 is not read as one number. Write 1000000.",
        ),
        (
            "a: [6, 5, 4]",
            "a: [1,500,000, 5]",
            "8, column",
            "so 1,500,000 is not read as one number. Write 1500000.",
        ),
        ("a: [6, 5, 4]", "a: [6, 1, 000]", "8, column", commas),
    ]);
    // A run that is longer than a number hides none of its entries.
    let run = "a: [100,110,120,130,140,150,160,070]";
    each(&[("a: [6, 5, 4]", run, "8, column", "“070”")]);
    let listed = PLAN.replace("a: [6, 5, 4]", "a: [6, \"000\"]");
    assert!(!told(&listed).contains(commas), "{}", told(&listed));
}

#[test]
fn keys_that_are_no_words_are_not_told_as_one_that_stands_twice() {
    let said = told(&PLAN.replace("worth: { b: -2,", "worth: { [b]: -2, [c]: 3,"));
    assert!(
        said.contains("a list or a block of keys stands") && !said.contains("twice"),
        "{said}"
    );
}

#[test]
fn what_has_a_colon_and_no_value_lacks_no_colon() {
    let said = told(&PLAN.replace("worth: { b: -2,", "worth: { b 5: ,"));
    assert!(!said.contains("a colon is missing"), "{said}");
    let said = told(&PLAN.replace("worth: { b: -2,", "worth: { b 5,"));
    assert!(
        said.contains("a colon is missing between “b” and “5”"),
        "{said}"
    );
}
