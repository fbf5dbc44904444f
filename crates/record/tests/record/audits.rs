//! Each fault that an audit looks for, planted in a room that was whole.

use record::audit::{Audit, Evidence, Fault, Finding, Place, Report, Words};
use record::entry::{Draft, EntryRandom, Sealed, seal_entry};
use record::keys::SealedKind;
use record::{Digest, Head, Number, Recorded};

use crate::support::{Room, body, bytes};

fn audit(room: &Room, entries: &[Sealed]) -> Report {
    let mut audit = Audit::new(room.id, room.verifier());
    for (at, sealed) in entries.iter().enumerate() {
        audit.sealed_entry(&room.key, &sealed.entry);
        if let Some(checkpoint) = room.checkpoints.get(at) {
            audit.checkpoint(checkpoint.as_bytes());
        }
    }
    audit.finish()
}

fn places(report: &Report) -> Vec<Place> {
    report
        .findings
        .iter()
        .map(|finding| finding.place)
        .collect()
}

fn only(report: &Report) -> &Finding {
    assert_eq!(report.findings.len(), 1, "{:?}", report.findings);
    &report.findings[0]
}

/// An entry as this desk would have sealed it, but with a number or time of the test's choice.
fn forged(room: &Room, number: u64, millis: i64, words: &[u8]) -> Sealed {
    let number = Number::new(number).unwrap();
    let recorded = Recorded::from_unix_millis(millis).unwrap();
    let draft = Draft {
        room: room.id,
        number,
        recorded,
        body: words,
    };
    seal_entry(
        &room.key,
        &draft,
        &EntryRandom::from_bytes(bytes(&format!("forged/{number}/{millis}"))),
    )
    .unwrap()
}

#[test]
fn a_whole_room_has_no_findings() {
    let room = Room::with(20);
    let report = audit(&room, &room.entries);
    assert!(report.is_whole(), "{:?}", report.findings);
    assert_eq!(
        (report.entries, report.bodies, report.checkpoints),
        (20, 20, 20)
    );
    assert_eq!(report.root, room.checkpoints[19].checkpoint().root);
}

#[test]
fn checkpoints_open_from_the_disk() {
    let room = Room::with(3);
    let mut audit = Audit::new(room.id, room.verifier());
    for (at, sealed) in room.entries.iter().enumerate() {
        audit.sealed_entry(&room.key, &sealed.entry);
        let (size, nonce) = (at as u64 + 1, bytes("nonce"));
        let kept = room.checkpoints[at].as_bytes();
        let kept = room
            .key
            .seal(&room.id, SealedKind::Checkpoint(size), kept, &nonce)
            .unwrap();
        audit.sealed_checkpoint(&room.key, size, &kept);
    }
    assert!(audit.finish().is_whole());
}

#[test]
fn one_rewritten_entry_is_one_finding_where_it_stands() {
    let room = Room::with(9);
    let mut entries = room.entries.clone();
    let at = room.entries[4].envelope.recorded.unix_millis();
    entries[4] = forged(&room, 5, at, b"another word");
    let report = audit(&room, &entries);
    assert!(matches!(
        only(&report),
        Finding {
            place: Place::Checkpoint(5),
            fault: Fault::Root { .. }
        }
    ));
}

#[test]
fn removed_exchanged_and_repeated_entries_are_found() {
    let room = Room::with(6);
    let mut removed = room.entries.clone();
    removed.remove(2);
    let report = audit(&room, &removed);
    assert_eq!(report.findings[0].fault, Fault::Missing { from: 3, to: 3 });
    let mut exchanged = room.entries.clone();
    exchanged.swap(1, 2);
    let report = audit(&room, &exchanged);
    assert!(
        report
            .findings
            .iter()
            .any(|f| matches!(f.fault, Fault::OutOfOrder { .. }))
    );
    assert!(
        report
            .findings
            .iter()
            .any(|f| matches!(f.fault, Fault::Backwards { .. }))
    );
    let mut repeated = room.entries.clone();
    repeated.push(repeated[5].clone());
    let report = audit(&room, &repeated);
    assert!(
        report
            .findings
            .iter()
            .any(|f| matches!(f.fault, Fault::DuplicateId(_)))
    );
    assert!(
        report
            .findings
            .iter()
            .any(|f| f.fault == Fault::Uncovered { from: 7, to: 7 })
    );
}

#[test]
fn a_room_cut_short_contradicts_its_last_checkpoint() {
    let room = Room::with(6);
    let mut audit = Audit::new(room.id, room.verifier());
    for sealed in &room.entries[..4] {
        audit.sealed_entry(&room.key, &sealed.entry);
    }
    audit.checkpoint(room.checkpoints[5].as_bytes());
    let report = audit.finish();
    assert_eq!(
        report.findings[0].fault,
        Fault::CheckpointPlace {
            stated: 6,
            entries: 4
        }
    );
}

#[test]
fn a_clock_that_went_backwards_is_found() {
    let room = Room::with(3);
    let mut head = Head::empty(room.id);
    let mut audit = Audit::new(room.id, room.verifier());
    for (number, millis) in [(1, 2_000), (2, 1_000), (3, 2_000)] {
        let sealed = forged(&room, number, millis, b"words");
        let refused = head.append(&sealed.envelope, sealed.leaf).is_err();
        assert_eq!(
            refused,
            number == 2 || number == 3,
            "a head refuses what an audit would find"
        );
        audit.sealed_entry(&room.key, &sealed.entry);
    }
    let report = audit.finish();
    assert_eq!(report.findings[0].place, Place::Entry(2));
    assert!(matches!(report.findings[0].fault, Fault::Backwards { .. }));
}

#[test]
fn every_piece_on_the_disk_is_checked() {
    let room = Room::with(3);
    let (size, pieces) = (room.entries.len(), 3);
    for at in 0..size {
        for piece in 0..pieces {
            let mut entries = room.entries.clone();
            let entry = &mut entries[at].entry;
            let bytes = match piece {
                0 => &mut entry.envelope,
                1 => &mut entry.ciphertext,
                _ => entry.secret.as_mut().unwrap(),
            };
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            let report = audit(&room, &entries);
            assert_eq!(places(&report)[0], Place::Entry(at as u64 + 1));
        }
    }
}

#[test]
fn a_ciphertext_that_opens_to_other_words_is_found() {
    let room = Room::with(1);
    let sealed = &room.entries[0];
    let envelope = record::Envelope {
        commitment: Digest::of(b"other words"),
        ..sealed.envelope
    }
    .to_bytes();
    let secret = room.secret(0);
    let mut audit = Audit::new(room.id, room.verifier());
    let ciphertext = Some(sealed.entry.ciphertext.as_slice());
    audit.entry(Evidence {
        envelope: &envelope,
        ciphertext,
        words: Words::Secret(&secret),
    });
    assert_eq!(audit.finish().findings[0].fault, Fault::Commitment);
    let (words, salt) = (body(2), [0; 32]);
    let mut audit = Audit::new(room.id, room.verifier());
    let words = Words::Disclosed {
        body: &words,
        salt: &salt,
    };
    audit.entry(Evidence {
        envelope: &sealed.envelope.to_bytes(),
        ciphertext: None,
        words,
    });
    assert_eq!(audit.finish().findings[0].fault, Fault::Commitment);
}

#[test]
fn forged_signatures_and_foreign_checkpoints_are_found() {
    let room = Room::with(2);
    let other = Room::named("other", 2);
    let mut audit = Audit::new(room.id, room.verifier());
    audit.sealed_entry(&room.key, &room.entries[0].entry);
    let mut forged = room.checkpoints[0].as_bytes().to_vec();
    let at = forged.len() - 10;
    forged[at] = if forged[at] == b'A' { b'B' } else { b'A' };
    audit.checkpoint(&forged);
    audit.checkpoint(other.checkpoints[0].as_bytes());
    audit.checkpoint(room.checkpoints[0].as_bytes());
    let report = audit.finish();
    assert_eq!(
        places(&report),
        [Place::Checkpoint(1), Place::Checkpoint(1)]
    );
}

#[test]
fn findings_read_as_sentences() {
    let finding = Finding {
        place: Place::Entry(7),
        fault: Fault::Missing { from: 4, to: 6 },
    };
    assert_eq!(
        finding.to_string(),
        "entry 7: entries 4 to 6 are missing before it"
    );
}
