//! Bad input of every kind: what, why and what to do; and nothing changes. The messages stand in
//! one snapshot, which was read before it was accepted.

use std::{fmt::Write as _, fs, sync::Arc};

use mediation::time::Instant;
use service::{FixedClock, Opening, OsChance, SystemClock};
use store::StoreUrl;

use crate::program::{Bench, key};

/// A small case in which an offer lies with one side.
pub const BASE: &str = r#"good-offices-case: 1
title: A small case
commands:
- {do: open-case, learnt: "2024-03-01T08:00Z", title: A small case, place: Geneva, zone: Europe/Zurich, languages: [en]}
- {do: add-participant, learnt: "2024-03-01T08:01Z", participant: union, name: The union, kind: party}
- {do: add-participant, learnt: "2024-03-01T08:02Z", participant: company, name: The company, kind: party}
- {do: open-room, learnt: "2024-03-01T08:03Z", room: union, title: Union, code: U, members: [union]}
- {do: open-room, learnt: "2024-03-01T08:04Z", room: company, title: Company, code: C, members: [company]}
- {do: add-representative, learnt: "2024-03-01T08:05Z", room: union, representative: secretary, participant: union, name: The secretary, role: delegate}
- {do: record-mandate, learnt: "2024-03-01T08:06Z", room: union, representative: secretary, may: [speak], instrument: a letter, confirmed-by: the president}
- {do: record-mandate, learnt: "2024-03-01T08:07Z", room: union, representative: secretary, may: [bind], instrument: a letter, confirmed-by: the president}
- {do: message, learnt: "2024-03-01T08:08Z", room: union, from: union, words: "Between us: we could live with three."}
- {do: draft, learnt: "2024-03-01T08:09Z", text: agreement, content: {whole: {title: {en: Pay}, languages: [en], articles: [{number: 1, words: {en: Four in the hundred.}}]}}}
- {do: put-draft, learnt: "2024-03-01T08:10Z", room: union, draft: desk/4, offer: {finality: open}}
- {do: draft, learnt: "2024-03-01T08:11Z", text: agreement, content: {changed: {from: desk/4, changes: [{article: 1, words: {en: Three in the hundred.}}]}}}
- {do: put-draft, learnt: "2024-03-01T08:12Z", room: union, draft: desk/6, offer: {finality: open}}
"#;

/// Commands that are refused, each with its name.
const REFUSED: [(&str, &str); 10] = [
    (
        "a date that is none",
        r#"{do: note, learnt: "2024-03-02T08:00Z", happened: "2024-02-31", words: x}"#,
    ),
    (
        "a time that is none",
        r#"{do: note, learnt: "2024-03-02T25:00Z", words: x}"#,
    ),
    (
        "learnt before it happened",
        r#"{do: note, learnt: "2024-03-02T08:00Z", happened: "2024-03-09", words: x}"#,
    ),
    (
        "a mandate that does not cover the act",
        r#"{do: accept, learnt: "2024-03-02T08:00Z", room: union, participant: union, offer: union/7, digest: "DIGEST-7", representative: secretary, mandate: union/3}"#,
    ),
    (
        "an acceptance of an old text",
        r#"{do: accept, learnt: "2024-03-02T08:00Z", room: union, participant: union, offer: union/6, digest: "DIGEST-6", representative: secretary, mandate: union/4}"#,
    ),
    (
        "an acceptance of other words",
        r#"{do: accept, learnt: "2024-03-02T08:00Z", room: union, participant: union, offer: union/7, digest: "DIGEST-6", representative: secretary, mandate: union/4}"#,
    ),
    (
        "a relay of what was given in confidence",
        r#"{do: relay, learnt: "2024-03-02T08:00Z", room: company, from: [union/5], words: "They could live with three.", voice: non-paper}"#,
    ),
    (
        "a command that is none",
        r#"{do: mesage, learnt: "2024-03-02T08:00Z", room: union, from: union, words: x}"#,
    ),
    (
        "a field that is none",
        r#"{do: message, learnt: "2024-03-02T08:00Z", room: union, from: union, wrods: x}"#,
    ),
    (
        "a label that no command has",
        r#"{do: give-leave, learnt: "2024-03-02T08:00Z", room: union, entry: "@nowhere", now: open}"#,
    ),
];

fn file(commands: &str) -> String {
    format!("good-offices-case: 1\ntitle: More\ncommands:\n{commands}")
}

/// What stands in the store, as bytes.
fn dump(bench: &Bench) -> (Vec<u8>, Vec<u8>) {
    let wal = fs::read(bench.path("store-wal")).unwrap_or_default();
    (fs::read(bench.path("store")).unwrap(), wal)
}

struct Table {
    bench: Bench,
    said: String,
}

impl Table {
    fn new() -> Self {
        let bench = Bench::new();
        bench.store("store");
        fs::write(bench.path("base.yaml"), BASE).unwrap();
        bench
            .run(&["replay", "base.yaml", "--store", "store"])
            .done();
        Self {
            bench,
            said: String::new(),
        }
    }

    fn add(&mut self, name: &str, message: &str) {
        let folder = self.bench.folder.path().to_string_lossy().into_owned();
        let message = message.replace(&folder, "FOLDER");
        writeln!(self.said, "## {name}\n{}\n", message.trim()).unwrap();
    }

    /// A case file that the program refuses; the store stays as it is, to the byte.
    fn file(&mut self, name: &str, bytes: &[u8]) {
        fs::write(self.bench.path("bad.yaml"), bytes).unwrap();
        let before = (
            dump(&self.bench),
            self.bench.open("store").desk_view(None).unwrap(),
        );
        let said = self
            .bench
            .run(&["replay", "bad.yaml", "--store", "store"])
            .refused();
        self.add(name, &said);
        let after = (
            dump(&self.bench),
            self.bench.open("store").desk_view(None).unwrap(),
        );
        assert!(before == after, "{name}: something was written");
    }

    fn run(&mut self, name: &str, args: &[&str], opens: &[&str], passphrase: &str) {
        let before = dump(&self.bench);
        let said = self.bench.run_with(args, opens, passphrase).refused();
        self.add(name, &said);
        assert!(before == dump(&self.bench), "{name}: something was written");
    }
}

#[test]
fn every_refusal_says_what_why_and_what_to_do_and_changes_nothing() {
    let mut table = Table::new();
    let view = table.bench.open("store").desk_view(None).unwrap();
    let union = mediation::ids::RoomName::new("union").unwrap();
    let digest = |n: u64| {
        view.rooms
            .get(&union)
            .unwrap()
            .texts
            .versions
            .get(&n)
            .unwrap()
            .digest
            .to_hex()
    };
    for (name, command) in REFUSED {
        let command = command
            .replace("DIGEST-6", &digest(6))
            .replace("DIGEST-7", &digest(7));
        table.file(name, file(&format!("- {command}\n")).as_bytes());
    }
    let cut = BASE.find("[company]").unwrap();
    table.file("a case file cut short", BASE.as_bytes().get(..cut).unwrap());
    table.file(
        "a case file damaged in the middle",
        BASE.replace("kind: party}", "kind: [party}").as_bytes(),
    );
    table.file(
        "a case file in another encoding",
        b"good-offices-case: 1\ntitle: Stra\xdfe\ncommands: []\n",
    );
    table.file(
        "a case file of another version",
        BASE.replace("case: 1", "case: 7").as_bytes(),
    );
    table.file("not a case file", b"\x7fELF\x02\x01\x01\x00");
    let long = |n: usize| {
        file(&format!(
            "- {{do: message, learnt: \"2024-03-02T08:00Z\", room: union, from: union, words: {}}}\n",
            "x".repeat(n)
        ))
    };
    table.file("a message of 1 MB", long(1_000_000).as_bytes());
    table.file("a message of 100 MB", long(100_000_000).as_bytes());

    fs::write(
        table.bench.path("other-key"),
        record::keys::KeyFile::from_bytes([6; 32]).to_text(),
    )
    .unwrap();
    fs::write(table.bench.path("no-key"), "not a key\n").unwrap();
    let check = ["check", "--store", "store"];
    table.run("the wrong key", &check, &["--key-file", "other-key"], "");
    table.run(
        "a key file that is none",
        &check,
        &["--key-file", "no-key"],
        "",
    );
    table.run(
        "a passphrase where there is a key file",
        &check,
        &[],
        "a passphrase that is long",
    );
    table.run(
        "a store that is not there",
        &["check", "--store", "nowhere"],
        &["--key-file", "key"],
        "",
    );
    table.run(
        "making a store where one is",
        &["replay", "base.yaml", "--new", "--store", "store"],
        &["--key-file", "new-key"],
        "",
    );
    table.run(
        "a store that is none",
        &["check", "--store", "base.yaml"],
        &["--key-file", "key"],
        "",
    );
    table.run(
        "a short passphrase",
        &["init", "--store", "fresh"],
        &[],
        "short",
    );
    table.run(
        "a date to look at that is none",
        &["show", "--store", "store", "--as-known-on", "2024-02-31"],
        &["--key-file", "key"],
        "",
    );
    passphrase(&mut table);
    truncated(&mut table);
    clock(&mut table);
    insta::assert_snapshot!("refusals", table.said);
}

fn passphrase(table: &mut Table) {
    let url = StoreUrl::Sqlite(table.bench.path("locked"));
    let opening = Opening::PublicPassphrase("the right passphrase");
    service::create(&url, opening, Arc::new(SystemClock), Arc::new(OsChance)).unwrap();
    table.run(
        "the wrong passphrase",
        &["check", "--store", "locked"],
        &[],
        "a wrong passphrase",
    );
}

fn truncated(table: &mut Table) {
    // Opened and closed once, so that all of it is in one file.
    drop(table.bench.open("store"));
    let whole = fs::read(table.bench.path("store")).unwrap();
    for (name, share) in [("half", 2), ("a tenth", 10)] {
        let cut = whole.get(..whole.len() / share).unwrap();
        fs::write(table.bench.path("cut"), cut).unwrap();
        let said = table.bench.run(&["check", "--store", "cut"]).refused();
        // How many pages a file has depends on the random names of its rooms.
        let sizes = format!("{} bytes of {}", cut.len(), whole.len());
        assert!(said.contains(&sizes), "{said}");
        let said = said.replace(&sizes, "SOME bytes of MORE");
        table.add(&format!("a database of which {name} is left"), &said);
    }
    let mut flipped = whole.clone();
    let at = flipped.len() * 2 / 3;
    for byte in flipped.iter_mut().skip(at).take(64) {
        *byte ^= 0x55;
    }
    fs::write(table.bench.path("flipped"), &flipped).unwrap();
    let said = table.bench.run(&["check", "--store", "flipped"]);
    assert!(!said.err.contains("panicked"), "{}", said.err);
}

fn clock(table: &mut Table) {
    let clock = Arc::new(FixedClock::at(
        "2024-03-01T00:00:00Z".parse::<Instant>().unwrap(),
    ));
    let url = StoreUrl::Sqlite(table.bench.path("store"));
    let office = service::open(&url, Opening::KeyFile(&key()), clock, Arc::new(OsChance)).unwrap();
    let before = office.desk_view(None).unwrap();
    let note = serde_json::json!({ "do": "note", "words": "x", "learnt": "2024-02-28T00:00:00Z" });
    let serde_json::Value::Object(map) = note else {
        unreachable!("a map")
    };
    let note = mediation::command::Submission::from_map(map, None).unwrap();
    let said = office.submit(&note).unwrap_err().to_string();
    table.add("a clock that went backwards", &said);
    assert_eq!(before, office.desk_view(None).unwrap());
}
