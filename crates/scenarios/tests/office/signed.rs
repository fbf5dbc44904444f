//! Receipts and logs that were tampered with do not hold.

use record::{Receipt, RoomExport, keys::NoteKey};
use scenarios::{
    interpret::play,
    office::Desk,
    step::{Step, Timed},
    world::Place,
};

fn desk() -> Desk {
    let mut desk = Desk::new();
    let note = |n: u16| Timed {
        minute: 100 + u32::from(n),
        back: 0,
        step: Step::Note { words: n },
    };
    play(&mut desk, &[note(1), note(2), note(3)], |_, _| {});
    desk
}

#[test]
fn point_3_a_receipt_with_any_byte_changed_does_not_hold() {
    let desk = desk();
    let entry = mediation::ids::EntryRef::new(Place(0).name(), 2);
    let file = desk.office.receipt(&entry).unwrap();
    let key = NoteKey::from_vkey(&file.key).unwrap();
    let holds = |bytes: &[u8]| Receipt::parse(bytes).and_then(|r| r.verify(&key));
    let whole = holds(&file.bytes).unwrap();
    for at in 0..file.bytes.len() {
        let mut bytes = file.bytes.clone();
        bytes[at] ^= 1;
        // What still holds says the very same.
        if let Ok(other) = holds(&bytes) {
            assert_eq!(
                other, whole,
                "byte {at} was changed, and something else was proven"
            );
        }
    }
}

#[test]
fn point_3_a_log_with_anything_changed_does_not_hold() {
    let desk = desk();
    let room = mediation::ids::RoomName::desk();
    let files = desk.office.export_room(&room).unwrap();
    let key = desk
        .office
        .receipt(&mediation::ids::EntryRef::new(room, 1))
        .unwrap()
        .key;
    let key = NoteKey::from_vkey(&key).unwrap();
    let holds = |files: &[(String, Vec<u8>)]| {
        let export = RoomExport::from_files(files).ok()?;
        let report = export.audit(&key).ok()?;
        report.findings.is_empty().then_some(report.root)
    };
    assert!(holds(&files).is_some());
    for n in 0..files.len() {
        let mut without = files.clone();
        let (name, _) = without.remove(n);
        // Words may be kept back; the log itself may not.
        let kept_back = holds(&without).is_some();
        assert!(
            !kept_back
                || files[n].0.contains("bod")
                || name.contains("proof")
                || name.contains("tile"),
            "{name}"
        );
        if files[n].1.is_empty() {
            continue;
        }
        let mut changed = files.clone();
        let middle = changed[n].1.len() / 2;
        changed[n].1[middle] ^= 4;
        assert_eq!(holds(&changed), None, "{name} was changed");
    }
}
