//! An exported room says what the desk recorded, or is refused.

use record::export::{ExportError, Place, place};
use record::{Checkpoint, RoomExport};

use crate::support::{Room, bytes};

#[test]
fn an_export_comes_back_whole() {
    for count in [0, 1, 5, 256, 300] {
        let room = Room::with(count);
        let export = room.export();
        let files = export.to_files().unwrap();
        let read = RoomExport::from_files(&files).unwrap();
        assert_eq!(read, export);
        let report = read.audit(&room.verifier()).unwrap();
        assert!(report.is_whole(), "{:?}", report.findings);
        assert_eq!((report.entries, report.bodies), (count, count));
    }
}

/// Whoever reads a stranger's directory reads no other files, and no more of each.
#[test]
fn every_file_of_an_export_has_its_place() {
    for count in [1, 256, 300] {
        for (path, bytes) in Room::with(count).export().to_files().unwrap() {
            let Some(Place::File { most }) = place(&path) else {
                panic!("{path} has no place")
            };
            assert!(bytes.len() <= most, "{path}: {} of {most}", bytes.len());
        }
    }
}

#[test]
fn withheld_and_destroyed_bodies_leave_the_rest_verifiable() {
    let room = Room::with(5);
    let mut export = room.export();
    export.bodies.remove(&room.entries[2].entry.number);
    let read = RoomExport::from_files(&export.to_files().unwrap()).unwrap();
    let report = read.audit(&room.verifier()).unwrap();
    assert!(report.is_whole());
    assert_eq!((report.entries, report.bodies), (5, 4));
}

/// Every byte of every file, each in three ways.
#[test]
fn no_byte_of_an_export_can_change() {
    let room = Room::with(5);
    let key = room.verifier();
    let files = room.export().to_files().unwrap();
    let mut flips = 0;
    for file in 0..files.len() {
        for at in 0..files[file].1.len() {
            for mask in [0x01, 0x20, 0x80] {
                let mut altered = files.clone();
                altered[file].1[at] ^= mask;
                let whole = RoomExport::from_files(&altered)
                    .is_ok_and(|export| export.audit(&key).is_ok_and(|report| report.is_whole()));
                assert!(!whole, "{} byte {at} xor {mask:#x} passed", files[file].0);
                flips += 1;
            }
        }
    }
    assert!(
        flips > 9_000,
        "the export is too small to mean anything: {flips} flips"
    );
}

#[test]
fn files_missing_added_or_cut_short_are_named() {
    let room = Room::with(5);
    let files = room.export().to_files().unwrap();
    for at in 0..files.len() {
        let mut without = files.clone();
        let (gone, _) = without.remove(at);
        assert_eq!(
            RoomExport::from_files(&without),
            Err(ExportError::Missing(gone))
        );
        let mut short = files.clone();
        short[at].1.pop();
        assert!(RoomExport::from_files(&short).is_err(), "{}", files[at].0);
    }
    let mut more = files;
    more.push(("notes.txt".to_owned(), Vec::new()));
    assert_eq!(
        RoomExport::from_files(&more),
        Err(ExportError::Unexpected("notes.txt".to_owned()))
    );
}

#[test]
fn a_log_signed_by_another_desk_is_not_this_room() {
    let room = Room::with(3);
    let other = record::keys::DeskKey::from_seed(&bytes("another desk"));
    let report = room
        .export()
        .audit(&other.public().for_room(&room.id))
        .unwrap();
    assert!(!report.is_whole());
}

#[test]
fn an_earlier_checkpoint_must_be_a_beginning_of_the_log() {
    let room = Room::with(9);
    let export = room.export();
    for earlier in &room.checkpoints {
        export.contains(earlier.checkpoint()).unwrap();
    }
    let seen = *room.checkpoints[3].checkpoint();
    let rewritten = Checkpoint {
        root: record::Digest::of(b"another past"),
        ..seen
    };
    assert_eq!(export.contains(&rewritten), Err(ExportError::Rewritten(4)));
    assert!(export.contains(&Checkpoint { size: 10, ..seen }).is_err());
    let elsewhere = Room::named("other", 1).id;
    assert!(
        export
            .contains(&Checkpoint {
                room: elsewhere,
                ..seen
            })
            .is_err()
    );
}
