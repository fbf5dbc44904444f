//! What the program says: nothing that it read steers the terminal, and what went wrong is said
//! with what to do.

use std::{fs, net::TcpListener};

use crate::program::{Bench, Said};

/// Both streams, whatever became of it.
fn all(said: &Said) -> String {
    format!("{}{}", said.out, said.err)
}

fn tame(said: &Said) -> String {
    let text = all(said);
    let steers = |c: char| c.is_control() && c != '\n' && c != '\t';
    assert!(!text.contains(steers), "{text:?}");
    text
}

fn replay(bench: &Bench, commands: &str) -> Said {
    let text = format!("good-offices-case: 1\ntitle: x\ncommands:\n{commands}");
    fs::write(bench.path("case.yaml"), text).unwrap();
    bench.run(&["replay", "case.yaml", "--store", "store"])
}

#[test]
fn what_a_file_holds_cannot_steer_the_terminal() {
    let bench = Bench::new();
    bench.store("store");
    let learnt = "learnt: \"2024-03-01T08:00Z\"";
    for hostile in [
        format!(r#"- {{do: "\e[31mRED", {learnt}}}"#),
        format!(r#"- {{do: note, {learnt}, words: x, "\e]0;pwned\a": y}}"#),
        r#"- {do: note, learnt: "\e[2J", words: x}"#.to_owned(),
        format!(r#"- {{do: note, {learnt}, words: x, room: "\e[2J\u009b"}}"#),
    ] {
        let said = replay(&bench, &hostile);
        assert_ne!(said.code, 0);
        tame(&said);
    }
    let said = replay(
        &bench,
        "- {do: \"note\\nline 1, note: carried out\", learnt: x}",
    );
    assert!(!tame(&said).contains("\nline 1"), "{said:?}");
}

#[cfg(unix)]
#[test]
fn a_hostile_name_cannot_steer_the_terminal() {
    let bench = Bench::new();
    fs::create_dir(bench.path("room")).unwrap();
    fs::write(bench.path("room/\u{1b}[2Jx\nIt holds"), "").unwrap();
    let desk = record::keys::DeskKey::from_seed(&[1; 32]);
    let key = desk.public().for_room(&record::RoomId::from_bytes([2; 16]));
    fs::write(bench.path("desk.vkey"), key.to_vkey()).unwrap();
    let verify = |path: &str| bench.run_with(&["verify", path], &["--key", "desk.vkey"], "");
    let said = verify("room");
    assert_ne!(said.code, 0);
    assert!(!tame(&said).contains("\nIt holds"), "{said:?}");
    tame(&verify("no\u{1b}[2J"));
}

#[test]
fn what_is_not_there_or_is_there_already_is_said_with_what_to_do() {
    let bench = Bench::new();
    bench.store("store");
    let said = bench
        .run(&["replay", "nofile.yaml", "--store", "store"])
        .refused();
    assert!(
        said.contains("reading nofile.yaml: there is nothing of that name. Check"),
        "{said}"
    );
    assert!(!said.contains("os error"), "{said}");
    fs::create_dir(bench.path("hl")).unwrap();
    let said = bench.run(&["replay", "hl", "--store", "store"]).refused();
    assert!(said.contains("reading hl: it is a directory"), "{said}");

    replay(&bench, "- {do: open-case, learnt: \"2024-03-01T08:00Z\", title: x, place: y, zone: UTC, languages: [en]}")
        .done();
    for args in [
        &["export", "--room", "desk", "--to", "hl"][..],
        &["export", "--to", "hl"],
    ] {
        let said = bench.run(&[args, &["--store", "store"]].concat()).refused();
        assert!(
            said.contains("hl: something of that name is there already"),
            "{said}"
        );
        assert!(!said.contains("File exists"), "{said}");
    }
    let said = bench.run(&["init", "--store", "new"]).refused();
    assert!(
        said.contains("making the key file key: something of that name is there already"),
        "{said}"
    );
}

#[test]
fn a_port_that_is_taken_is_said_once() {
    let bench = Bench::new();
    bench.store("store");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let said = bench
        .run(&["serve", "--store", "store", "--port", &port])
        .refused();
    assert_eq!(said.matches("os error").count(), 1, "{said}");
}

#[test]
fn a_value_that_is_not_taken_is_said_with_where_it_is_and_what_to_do() {
    let bench = Bench::new();
    bench.store("store");
    let list = |row: &str| {
        format!(
            "- {{do: record-list, learnt: \"2024-03-01T08:00Z\", room: union, from: union, kind: held, title: t, count: 2, rows: [{{name: a}}, {row}]}}"
        )
    };
    let note = |rest: &str| format!("- {{do: note, learnt: \"2024-03-01T08:00Z\"{rest}}}");
    for (commands, expected) in [
        (list("{name: b, age: [1]}"), "case.yaml: line 4, record-list: rows[1].age: a cell of a list is one value"),
        (note(""), "line 4, note: the field words is missing"),
        (note(", words: "), "words: it has no value"),
        (note(", words: x, wrods: y"), "line 4, note: there is no field wrods; there may be: "),
        (note(", words: x, room: ''"), "room: it is empty"),
        ("- {do: note, words: x}".to_owned(), "learnt: "),
        (
            "- {do: draft, learnt: \"2024-03-01T08:00Z\", text: a, content: {whole: {title: {en: T}, languages: [en], articles: [{number: 1, words: {en: ''}}]}}}".to_owned(),
            "content.whole.articles[0].words.en: it is empty",
        ),
    ] {
        let said = all(&replay(&bench, &commands));
        assert!(said.contains(expected), "{expected}\n{said}");
        assert!(said.contains("Nothing was recorded."), "{said}");
        assert!(said.contains("docs/case-files.md"), "{said}");
    }
}
