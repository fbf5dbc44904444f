//! The vectors of `docs/overlap-format.md` and `docs/commitment-format.md`: fixed secrets, two small
//! lists, and the digests of every file. A change here is a change of a format.

use std::fmt::Write as _;

use linkage::{
    commit::Digest,
    date::PartialDate,
    name::{Part, Script, Token},
    overlap::{
        Doubled, KeyMaker, KeyRecord, KeySet, NameLexicon, NearestLexicon, Release, Request,
        Rounding, Show, SideFiles, SkeletonLexicon, Terms, answer, draw, join,
    },
};

use crate::side::{Side, TERMS, doubled_bytes, person, read_blinded, session};

fn two(show: Show) -> (Side, Side) {
    let terms = Terms { show, ..TERMS };
    let hidden = linkage::overlap::Repeats::Hidden;
    let list = |numbers: [u32; 3]| numbers.map(person).to_vec();
    (
        Side::with("North", 1, list([1, 2, 3]), 4, hidden, terms),
        Side::with("South", 2, list([3, 4, 5]), 4, hidden, terms),
    )
}

#[test]
fn files_are_those_of_the_specification() {
    let (a, b) = two(Show::Records);
    let session = session(&a, &b);
    let (of_a, of_b) = (read_blinded(&session, &a), read_blinded(&session, &b));
    let lots = [of_a.lot, of_b.lot];
    let request = Request::new(&session, &a.pledge, [7; 32], 2);
    let answered = a
        .committed(|list| answer(&request, lots, &a.pledge, list, &a.key, &a.points))
        .unwrap();
    let opening = a
        .committed(|list| list.open(a.pledge.list.digest(), 2, &["name"]))
        .unwrap();
    let (c, d) = two(Show::Size);
    let size = crate::side::session(&c, &d);
    let theirs = read_blinded(&size, &c);
    let points = d.double(&theirs);
    let (mixed, shuffle) = Doubled::write_shuffled(
        &size, &d.pledge, &c.pledge, &d.key, &theirs, &points, &[3; 32],
    );
    let digest = |bytes: &[u8]| Digest::of(bytes).to_string();
    let drawn = format!("{:?}", draw(&request, lots, &a.pledge));
    let found = [
        ("commitment of North", a.pledge.list.digest().to_string()),
        ("opening of North", digest(&opening.write())),
        ("blinded keys of North", digest(&a.blinded)),
        ("pledge of North", a.pledge.digest().to_string()),
        ("pledge of South", b.pledge.digest().to_string()),
        ("session", session.id().to_string()),
        ("doubled by South", digest(&doubled_bytes(&session, &b, &a))),
        ("shuffled by South", digest(&mixed)),
        ("shuffle proof of South", digest(&shuffle)),
        ("audit request", digest(&request.write())),
        ("places drawn", drawn),
        ("audit answer", digest(&answered.write())),
        (
            "release to North, of places",
            digest(&released(Show::ReleaseRecords).write()),
        ),
        (
            "release to North, of numbers to 5",
            digest(&released(Show::ReleaseSize).write()),
        ),
    ];
    documented(&found.map(|(what, value)| (what.to_owned(), value)));
    let docs = include_str!("../../../../docs/commitment-format.md");
    assert!(
        docs.contains(&a.pledge.list.write()),
        "{}",
        a.pledge.list.write()
    );
    let opening = String::from_utf8(opening.write()).unwrap();
    assert!(docs.contains(&opening), "{opening}");
    assert_eq!(KeySet::Tolerant.per_record(), 11);
}

/// What the go-between tells North.
fn released(show: Show) -> Release {
    let (mut a, mut b) = two(show);
    if show == Show::ReleaseSize {
        for side in [&mut a, &mut b] {
            side.pledge.terms.rounding = Rounding::Five;
        }
    }
    let session = session(&a, &b);
    let (of_a, of_b) = (read_blinded(&session, &a), read_blinded(&session, &b));
    let by = |by: &Side, of: &Side| {
        let message = doubled_bytes(&session, by, of);
        Doubled::read(&message, &session, &by.pledge, &of.pledge).unwrap()
    };
    let one = SideFiles {
        pledge: &a.pledge,
        blinded: &of_a,
        doubled: &by(&b, &a),
    };
    let other = SideFiles {
        pledge: &b.pledge,
        blinded: &of_b,
        doubled: &by(&a, &b),
    };
    let [to_a, _] = join(&session, one, other).unwrap();
    to_a
}

/// An invented person whose name has one form in each of two scripts.
fn in_script(names: [&str; 2], script: Script) -> KeyRecord {
    let token = |text: &str| Token {
        text: text.to_owned(),
        script,
        part: Part::Plain,
    };
    KeyRecord {
        names: names.map(token).to_vec(),
        birth: Some(PartialDate::Day {
            year: 1980,
            month: 5,
            day: 17,
        }),
        places: vec!["4000".to_owned(), "sidra".to_owned()],
    }
}

#[test]
fn keys_of_each_kind_are_those_of_the_specification() {
    let maker = KeyMaker::new(KeySet::Crossing, &SkeletonLexicon);
    let keys = maker.keys(&in_script(["khalid", "mansur"], Script::Latin));
    let kinds: std::collections::BTreeSet<u8> = keys.iter().map(|key| key[0]).collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        (1..=8).collect::<Vec<_>>()
    );
    let rows: Vec<(String, String)> = keys
        .iter()
        .map(|key| (key[0].to_string(), hex(key)))
        .collect();
    documented(&rows);
}

#[test]
fn the_lexicon_that_ships_finds_the_names_of_the_specification() {
    let lexicon = NearestLexicon::builtin();
    let near = |text: &str, script| {
        let token = Token {
            text: text.to_owned(),
            script,
            part: Part::Plain,
        };
        let found: Vec<String> = lexicon
            .nearest(&token)
            .iter()
            .map(|id| format!("{:016x}", id.0))
            .collect();
        (text.to_owned(), found.join(" "))
    };
    let maker = KeyMaker::new(KeySet::Crossing, lexicon);
    let keys = |names, script| {
        let keys = maker.keys(&in_script(names, script));
        let all: Vec<String> = keys.iter().map(|key| hex(key)).collect();
        format!("{}, {}", keys.len(), Digest::of(all.join(" ").as_bytes()))
    };
    documented(&[
        ("lexicon".to_owned(), lexicon.version().to_owned()),
        near("khalid", Script::Latin),
        near("خالد", Script::Arabic),
        near("יצחק", Script::Hebrew),
        near("ибрагим", Script::Cyrillic),
        (
            "keys of khalid mansur".to_owned(),
            keys(["khalid", "mansur"], Script::Latin),
        ),
        (
            "keys of خالد منصور".to_owned(),
            keys(["خالد", "منصور"], Script::Arabic),
        ),
    ]);
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// These rows stand in the specification, one below the other.
fn documented(rows: &[(String, String)]) {
    let table: Vec<String> = rows
        .iter()
        .map(|(what, value)| format!("| {what} | `{value}` |"))
        .collect();
    let table = table.join("\n");
    let docs = include_str!("../../../../docs/overlap-format.md");
    assert!(
        docs.contains(&table),
        "docs/overlap-format.md should have:\n{table}"
    );
}
