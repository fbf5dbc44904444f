//! The vectors of `docs/overlap-format.md` and `docs/commitment-format.md`: fixed secrets, two small
//! lists, and the digests of every file. A change here is a change of a format.

use linkage::{
    commit::Digest,
    overlap::{Doubled, KeySet, Request, Show, Terms, answer, draw},
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
    ];
    let table: Vec<String> = found
        .iter()
        .map(|(what, value)| format!("| {what} | `{value}` |"))
        .collect();
    let table = table.join("\n");
    let docs = include_str!("../../../../docs/overlap-format.md");
    assert!(
        docs.contains(&table),
        "docs/overlap-format.md should have:\n{table}"
    );
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
