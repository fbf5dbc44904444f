//! Every reader of a message against changed bytes: nothing breaks, and nothing that was changed is
//! taken for what was sent. What the fuzz targets do without end, this does for a while.

use linkage::{
    commit::{Commitment, Digest, Opening},
    overlap::{
        Answer, Blinded, Doubled, Pledge, Release, Request, Session, Show, ShuffleProof, Terms,
        answer,
    },
};

use crate::side::{Side, TERMS, doubled_bytes, person, read_blinded, session};

/// Changed copies of some bytes: each byte in turn by one bit (every `step`th), cut short, doubled,
/// and pieces overwritten. No randomness: the same copies each time.
fn changed(bytes: &[u8], step: usize) -> impl Iterator<Item = Vec<u8>> {
    let flips = (0..bytes.len()).step_by(step).map(|at| {
        let mut copy = bytes.to_vec();
        copy[at] ^= 1 << (at % 8);
        copy
    });
    let cuts = (0..bytes.len())
        .step_by(step * 3 + 1)
        .map(|at| bytes[..at].to_vec());
    let longer = [[bytes, b"\n"].concat(), [bytes, bytes].concat()];
    let filled = (0..bytes.len()).step_by(step * 5 + 1).flat_map(|at| {
        [0x00, 0xff, 0x80].map(|with| {
            let mut copy = bytes.to_vec();
            for byte in copy.iter_mut().skip(at).take(33) {
                *byte = with;
            }
            copy
        })
    });
    flips.chain(cuts).chain(longer).chain(filled)
}

fn two(show: Show) -> (Side, Side, Session) {
    let terms = Terms { show, ..TERMS };
    let list = |n: u32| vec![person(n), person(n + 9)];
    let hidden = linkage::overlap::Repeats::Hidden;
    let a = Side::with("North", 1, list(1), 2, hidden, terms);
    let b = Side::with("South", 2, list(4), 2, hidden, terms);
    let session = session(&a, &b);
    (a, b, session)
}

#[test]
fn texts_have_one_form() {
    let (_, b, _) = two(Show::Records);
    let text = b.pledge.write();
    assert_eq!(Pledge::read(text.as_bytes()).as_ref(), Ok(&b.pledge));
    for copy in changed(text.as_bytes(), 1) {
        if let Ok(read) = Pledge::read(&copy) {
            assert!(copy == text.as_bytes() || read.digest() != b.pledge.digest());
            assert_eq!(read.write().as_bytes(), copy);
        }
    }
    let text = b.pledge.list.write();
    for copy in changed(text.as_bytes(), 1) {
        if let Ok(read) = Commitment::read(&copy) {
            assert!(copy == text.as_bytes() || read.digest() != b.pledge.list.digest());
            assert_eq!(read.write().as_bytes(), copy);
        }
    }
}

#[test]
fn changed_messages_are_refused() {
    let (a, b, session) = two(Show::Records);
    for copy in changed(&b.blinded, 7) {
        let same = copy == b.blinded;
        assert_eq!(Blinded::read(&copy, &session, &b.pledge).is_ok(), same);
        // Even where the pledge is of the changed bytes nothing breaks.
        let mut pledge = b.pledge.clone();
        pledge.blinded = Digest::of(&copy);
        let _ = Blinded::read(&copy, &session, &pledge);
    }
    let message = doubled_bytes(&session, &b, &a);
    for copy in changed(&message, 3) {
        let same = copy == message;
        assert_eq!(
            Doubled::read(&copy, &session, &b.pledge, &a.pledge).is_ok(),
            same
        );
    }
}

#[test]
fn changed_shuffles_are_refused() {
    let (a, b, session) = two(Show::Size);
    let theirs = read_blinded(&session, &a);
    let points = b.double(&theirs);
    let (_, shuffle) = Doubled::write_shuffled(
        &session, &b.pledge, &a.pledge, &b.key, &theirs, &points, &[3; 32],
    );
    for copy in changed(&shuffle, 1) {
        let same = copy == shuffle;
        assert_eq!(ShuffleProof::read(&copy, &session, &b.pledge).is_ok(), same);
    }
}

#[test]
fn changed_openings_and_answers_show_nothing() {
    let (a, b, session) = two(Show::Records);
    let (of_a, of_b) = (read_blinded(&session, &a), read_blinded(&session, &b));
    let lots = [of_a.lot, of_b.lot];
    let request = Request::new(&session, &b.pledge, [1; 32], 2);
    for copy in changed(&request.write(), 1) {
        if let Ok(read) = Request::read(&copy, &session, &b.pledge) {
            assert_eq!(read.write(), copy);
        }
    }
    let answered = b
        .committed(|list| answer(&request, lots, &b.pledge, list, &b.key, &b.points))
        .unwrap();
    for copy in changed(&answered.write(), 11) {
        if let Ok(read) = Answer::read(&copy, &request) {
            assert_eq!(read.write(), copy);
        }
    }
    let opening = b
        .committed(|list| list.open(b.pledge.list.digest(), 1, &["name"]))
        .unwrap();
    let bytes = opening.write();
    opening.check(&b.pledge.list).unwrap();
    for copy in changed(&bytes, 1) {
        let shown = Opening::read(&copy).is_ok_and(|read| read.check(&b.pledge.list).is_ok());
        assert_eq!(shown, copy == bytes, "{}", String::from_utf8_lossy(&copy));
    }
}

#[test]
fn changed_releases_are_read_in_one_form() {
    let (a, _, session) = two(Show::ReleaseRecords);
    let release = Release {
        format: Release::FORMAT.to_owned(),
        session: session.id(),
        to: a.pledge.digest(),
        rounded_to: 1,
        yours: 1,
        theirs: 1,
        places: Some(vec![1]),
    };
    for copy in changed(&release.write(), 1) {
        if let Ok(read) = Release::read(&copy, &session, &a.pledge) {
            assert_eq!(read.write(), copy);
        }
    }
}
