//! The end of a log taken away with the checkpoints that speak of it, by somebody who holds no key;
//! and what a store of an earlier version is given with its next entry.

use mediation::{
    command::Submission,
    ids::{EntryRef, RoomName},
};
use record::{
    CaseId, Head, Number, Recorded, RoomId, canonical,
    entry::{Draft, ENTRY_RANDOM, EntryRandom, seal_entry},
    keys::{CaseKey, Keyring, OpenKeyring, RoomKey, SealedKind, Unlock},
};
use scenarios::{interpret::play, office::key_file, shell::Shell, world};
use serde_json::json;
use service::ServiceError;
use store::{Batch, KeyEpoch, MetaKey, NewEntry, NewRoom, RoomAppend, Sealed, Size};

use crate::places::{Place, on_both};

/// A room's random name, from the key that checks its receipts.
fn random_name(place: &Place, room: &RoomName) -> Vec<u8> {
    let receipt = place.desk.office.receipt(&EntryRef::new(room.clone(), 1));
    let key = receipt.unwrap().key;
    let hex = key.strip_prefix("good-offices/room/").unwrap();
    (0..16)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

/// Takes away the last entry of a room and the checkpoint that was signed with it.
fn cut(place: &Place, room: &RoomName) {
    let id = place.literal(&random_name(place, room));
    let last = |table: &str, column: &str| {
        format!(
            "DELETE FROM {table} WHERE room = {id} AND {column} =
             (SELECT max({column}) FROM {table} WHERE room = {id});"
        )
    };
    let entry = last("entries", "number");
    place.meddle(
        &format!("DROP TRIGGER entries_stay; {entry}"),
        &format!(
            "DROP TRIGGER entries_stay ON entries; DROP TRIGGER checkpoints_stay ON checkpoints;
             {entry} {}",
            last("checkpoints", "size")
        ),
    );
}

fn opened(place: &mut Place) -> RoomName {
    play(&mut place.desk, &[], |_, _| {});
    place.desk.clock.set(world::minute(60));
    assert!(place.desk.again().is_ok());
    RoomName::new("caucus-south").unwrap()
}

fn note() -> Submission {
    world::submission(json!({ "do": "note", "words": "Later.", "learnt": world::minute(60) }))
}

#[test]
fn a_log_without_its_last_entry_is_not_opened() {
    on_both(|mut place| {
        let room = opened(&mut place);
        let size = place.desk.desk().rooms[&room].size;
        cut(&place, &room);
        let said = place.desk.again().unwrap_err();
        assert!(
            matches!(&said, ServiceError::NotAsLeft { room, .. } if room == "caucus-south"),
            "{said}"
        );
        let missing = format!("entries {size} to {size} are missing");
        assert!(said.to_string().contains(&missing), "{said}");
        // A program that has it open shows nothing more, writes nothing, and its check names it.
        assert!(place.desk.office.desk_view(None).is_err());
        let said = place.desk.office.submit(&note()).unwrap_err();
        assert!(matches!(said, ServiceError::NotAsLeft { .. }), "{said}");
        let report = place.desk.office.check(&mut |_| {}).unwrap();
        assert!(!report.is_whole());
        let all = report.views.join("\n");
        assert!(
            all.contains("caucus-south") && all.contains(&missing),
            "{all}"
        );
    });
}

#[test]
fn a_case_without_the_document_of_its_heads_is_not_opened() {
    on_both(|mut place| {
        let room = opened(&mut place);
        cut(&place, &room);
        place.meddle(
            "DROP TRIGGER heads_stay; DELETE FROM heads",
            "DROP TRIGGER heads_stay ON heads; DELETE FROM heads",
        );
        let said = place.desk.again().unwrap_err();
        assert!(matches!(said, ServiceError::NoHeads), "{said}");
    });
}

#[test]
fn an_older_document_of_the_heads_is_not_believed() {
    on_both(|mut place| {
        opened(&mut place);
        let store = store::open(&place.desk.url).unwrap();
        let case = store.cases().unwrap()[0].case;
        let older = store.standing(case).unwrap().heads.unwrap();
        place.desk.office.submit(&note()).unwrap();
        let put = format!(
            "UPDATE heads SET sealed = {}",
            place.literal(older.as_bytes())
        );
        place.meddle(&put, &put);
        let said = place.desk.again().unwrap_err();
        assert!(
            matches!(&said, ServiceError::NotAsLeft { room, .. } if room == "desk"),
            "{said}"
        );
    });
}

fn keys(place: &Place) -> OpenKeyring {
    let store = store::open(&place.desk.url).unwrap();
    let keyring = store.meta(MetaKey::new("keyring")).unwrap().unwrap();
    let keyring = Keyring::parse(&keyring).unwrap();
    keyring.open(Unlock::KeyFile(&key_file())).unwrap()
}

/// Makes the store as a version before the document left it.
fn make_older(place: &Place) {
    let store = store::open(&place.desk.url).unwrap();
    let row = store.cases().unwrap().remove(0);
    let id = CaseId::from_bytes(*row.case.as_bytes());
    let master = keys(place).master;
    let key = master
        .unwrap_headed_case_key(&id, row.sealed.as_bytes())
        .unwrap();
    let older = place.literal(&master.wrap_case_key(&id, &key, &[3; 24]));
    place.meddle(
        &format!("DROP TRIGGER heads_stay; DELETE FROM heads; UPDATE cases SET sealed = {older}"),
        &format!(
            "ALTER TABLE heads DISABLE TRIGGER heads_stay; DELETE FROM heads;
             UPDATE cases SET sealed = {older}"
        ),
    );
}

#[test]
fn a_store_of_an_earlier_version_is_given_the_document_with_its_next_entry() {
    on_both(|mut place| {
        let room = opened(&mut place);
        let before = place.desk.desk();
        make_older(&place);
        let again = place.desk.again().unwrap();
        assert_eq!(again.desk_view(None).unwrap(), before);
        again.submit(&note()).unwrap();
        again.submit(&note()).unwrap();
        assert!(again.check(&mut |_| {}).unwrap().is_whole());
        // A program that was open all along takes that up.
        place.desk.office.submit(&note()).unwrap();
        assert_eq!(place.desk.desk(), again.desk_view(None).unwrap());
        cut(&place, &room);
        let said = place.desk.again().unwrap_err();
        assert!(matches!(said, ServiceError::NotAsLeft { .. }), "{said}");
    });
}

/// The first entry of a room once more, as the first of another room: what two programs of an
/// earlier version could write at one moment.
fn open_twice(place: &Place, room: &RoomName) {
    let store = store::open(&place.desk.url).unwrap();
    let keys = keys(place);
    let row = store.cases().unwrap().remove(0);
    let case = CaseId::from_bytes(*row.case.as_bytes());
    let case_key: CaseKey = keys
        .master
        .unwrap_headed_case_key(&case, row.sealed.as_bytes())
        .unwrap();
    let (id, key) = (RoomId::from_bytes([9; 16]), RoomKey::from_bytes([8; 32]));
    let desk = place.desk.desk();
    let first = desk.rooms[room].entry(1).unwrap().body().unwrap();
    let sealed = seal_entry(
        &key,
        &Draft {
            room: id,
            number: Number::new(1).unwrap(),
            recorded: Recorded::from_unix_millis(1_700_000_000_000).unwrap(),
            body: &canonical::to_canonical(first).unwrap(),
        },
        &EntryRandom::from_bytes([7; ENTRY_RANDOM]),
    )
    .unwrap();
    let mut head = Head::empty(id);
    head.append(&sealed.envelope, sealed.leaf).unwrap();
    let signed = head.sign(&keys.desk);
    let checkpoint = key.seal(&id, SealedKind::Checkpoint(1), signed.as_bytes(), &[6; 24]);
    let stored = store::RoomKey::new(*id.as_bytes());
    let mut batch = Batch::new(row.case);
    batch.new_rooms = vec![NewRoom {
        room: stored,
        sealed_key: Sealed::new(case_key.wrap_room_key(&case, &id, &key, &[5; 24])),
    }];
    batch.appends = vec![RoomAppend {
        room: stored,
        expected: Size::EMPTY,
        epoch: KeyEpoch::FIRST,
        entries: vec![NewEntry {
            number: store::Number::FIRST,
            envelope: Sealed::new(sealed.entry.envelope),
            body: Sealed::new(sealed.entry.ciphertext),
            secret: Sealed::new(sealed.entry.secret.unwrap()),
        }],
        checkpoint: Sealed::new(checkpoint.unwrap()),
    }];
    store.append(&batch).unwrap();
}

#[test]
fn two_rooms_of_one_name_are_named_and_not_opened() {
    on_both(|mut place| {
        let room = opened(&mut place);
        open_twice(&place, &room);
        let said = place.desk.again().unwrap_err();
        assert!(
            matches!(&said, ServiceError::RoomTwice { name, .. } if name == "caucus-south"),
            "{said}"
        );
        let report = place.desk.office.check(&mut |_| {}).unwrap();
        let all = report.views.join("\n");
        assert!(all.contains("two rooms are named caucus-south"), "{all}");
    });
}
