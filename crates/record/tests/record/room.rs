//! One room from its keys to its receipts, as a desk uses it.

use crate::support::{Room, body, bytes};
use record::entry::{Body, Envelope, open_entry};
use record::keys::{
    CaseKey, KeyFile, Keyring, KeyringError, KeyringRandom, Lock, PassphraseCost, RoomKey,
    SealedKind, Unlock,
};
use record::merkle::prove_consistency;
use record::{CaseId, Receipt, SignedCheckpoint};

#[test]
fn an_entry_opens_to_the_bytes_that_were_sealed() {
    let room = Room::with(5);
    for (at, sealed) in room.entries.iter().enumerate() {
        let opened = open_entry(&room.key, &room.id, &sealed.entry).unwrap();
        assert_eq!(opened.leaf, sealed.leaf);
        let salt = *room.secret(at).salt();
        assert_eq!(
            opened.body,
            Body::Readable {
                bytes: body(at as u64 + 1),
                salt
            }
        );
        assert_eq!(
            Envelope::parse(&sealed.envelope.to_bytes()),
            Ok(sealed.envelope)
        );
    }
}

#[test]
fn destroying_a_secret_leaves_the_log_whole() {
    let room = Room::with(3);
    let receipt = room.receipt(1);
    let mut entry = room.entries[1].entry.clone();
    entry.secret = None;
    let opened = open_entry(&room.key, &room.id, &entry).unwrap();
    assert_eq!(opened.body, Body::Destroyed);
    assert_eq!(opened.leaf, room.leaves()[1]);
    assert!(
        Receipt {
            disclosed: None,
            ..receipt
        }
        .verify(&room.verifier())
        .is_ok()
    );
}

#[test]
fn entries_exchanged_or_altered_on_the_disk_do_not_open() {
    let room = Room::with(2);
    let (first, second) = (&room.entries[0].entry, &room.entries[1].entry);
    for at in 0..3 {
        let mut mixed = first.clone();
        match at {
            0 => mixed.envelope.clone_from(&second.envelope),
            1 => mixed.ciphertext.clone_from(&second.ciphertext),
            _ => mixed.secret.clone_from(&second.secret),
        }
        assert!(
            open_entry(&room.key, &room.id, &mixed).is_err(),
            "part {at}"
        );
    }
    let other = Room::named("other", 2);
    assert!(open_entry(&room.key, &room.id, &other.entries[0].entry).is_err());
    assert!(open_entry(&room.key, &other.id, first).is_err());
}

#[test]
fn a_receipt_proves_its_entry_and_nothing_else() {
    let room = Room::with(7);
    let key = room.verifier();
    for at in 0..7 {
        let receipt = room.receipt(at);
        let text = receipt.to_bytes().unwrap();
        let read = Receipt::parse(&text).unwrap();
        assert_eq!(read, receipt);
        let proven = read.verify(&key).unwrap();
        assert_eq!(proven.envelope, room.entries[at].envelope);
        assert_eq!(proven.body, Some(body(at as u64 + 1)));
    }
    let other = Room::named("other", 7);
    assert!(room.receipt(3).verify(&other.verifier()).is_err());
}

#[test]
fn a_checkpoint_contains_the_ones_before_it() {
    let room = Room::with(6);
    let key = room.verifier();
    let newest = SignedCheckpoint::verify(room.checkpoints[5].as_bytes(), &key).unwrap();
    for older in &room.checkpoints {
        let (older, newer) = (older.checkpoint(), newest.checkpoint());
        let proof = prove_consistency(&room.leaves(), older.size).unwrap();
        proof
            .verify((older.size, &older.root), (newer.size, &newer.root))
            .unwrap();
    }
}

#[test]
fn everything_on_disk_has_the_size_of_its_class() {
    let room = Room::with(12);
    for (at, (entry, checkpoint)) in room.entries.iter().zip(&room.checkpoints).enumerate() {
        assert_eq!(entry.entry.envelope.len(), 24 + 512 + 16);
        assert_eq!(entry.entry.ciphertext.len(), 24 + 512 + 16);
        assert_eq!(entry.entry.secret.as_ref().unwrap().len(), 24 + 64 + 16);
        let kind = SealedKind::Checkpoint(at as u64 + 1);
        let sealed = room
            .key
            .seal(&room.id, kind, checkpoint.as_bytes(), &bytes("nonce"))
            .unwrap();
        assert_eq!(sealed.len(), 24 + 512 + 16);
        assert_eq!(
            room.key.open(&room.id, kind, &sealed).unwrap(),
            checkpoint.as_bytes()
        );
        assert!(
            room.key
                .open(&room.id, SealedKind::Checkpoint(99), &sealed)
                .is_err()
        );
    }
}

#[test]
fn the_keyring_opens_with_what_locked_it() {
    let random = KeyringRandom::from_bytes(bytes("keyring"));
    let lock = Lock::Passphrase("rain on the roof", PassphraseCost::LIGHT);
    let (keyring, open) = Keyring::create(lock, &random).unwrap();
    let read = Keyring::parse(&keyring.to_bytes().unwrap()).unwrap();
    assert_eq!(read, keyring);
    let again = read.open(Unlock::Passphrase("rain on the roof")).unwrap();
    assert_eq!(again.desk.public(), open.desk.public());
    let wrong = read.open(Unlock::Passphrase("rain on the roofs"));
    assert_eq!(wrong.unwrap_err(), KeyringError::WrongPassphrase);

    let file = KeyFile::from_bytes(bytes("file"));
    assert_eq!(
        read.open(Unlock::KeyFile(&file)).unwrap_err(),
        KeyringError::NeedsPassphrase
    );
    let other = KeyringRandom::from_bytes(bytes("relock"));
    let relocked = Keyring::relock(&again, Lock::KeyFile(&file), &other).unwrap();
    let file = KeyFile::parse(file.to_text().as_bytes()).unwrap();
    assert_eq!(
        relocked.open(Unlock::KeyFile(&file)).unwrap().desk.public(),
        open.desk.public()
    );
    let wrong = KeyFile::from_bytes(bytes("other file"));
    assert_eq!(
        relocked.open(Unlock::KeyFile(&wrong)).unwrap_err(),
        KeyringError::WrongKeyFile
    );
    assert_eq!(
        relocked.open(Unlock::Passphrase("x")).unwrap_err(),
        KeyringError::NeedsKeyFile
    );
}

#[test]
fn a_damaged_keyring_is_told_from_a_wrong_passphrase() {
    let random = KeyringRandom::from_bytes(bytes("keyring"));
    let lock = Lock::Passphrase("rain on the roof", PassphraseCost::LIGHT);
    let whole = Keyring::create(lock, &random)
        .unwrap()
        .0
        .to_bytes()
        .unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        assert!(Keyring::parse(&damaged).is_err(), "byte {at}");
    }
}

#[test]
fn keys_open_only_what_they_wrap() {
    let (case, other) = (
        CaseId::from_bytes(bytes("case")),
        CaseId::from_bytes(bytes("another")),
    );
    let room = Room::with(1);
    let (_, open) = Keyring::create(
        Lock::KeyFile(&KeyFile::from_bytes(bytes("file"))),
        &KeyringRandom::from_bytes(bytes("keyring")),
    )
    .unwrap();
    let case_key = CaseKey::from_bytes(bytes("case key"));
    let wrapped = open.master.wrap_case_key(&case, &case_key, &bytes("n"));
    let again = open.master.unwrap_case_key(&case, &wrapped).unwrap();
    assert!(open.master.unwrap_case_key(&other, &wrapped).is_err());
    let headed = open
        .master
        .wrap_headed_case_key(&case, &case_key, &bytes("n"));
    assert!(open.master.unwrap_headed_case_key(&case, &headed).is_ok());
    assert!(open.master.unwrap_headed_case_key(&other, &headed).is_err());
    assert!(open.master.unwrap_headed_case_key(&case, &wrapped).is_err());
    assert!(open.master.unwrap_case_key(&case, &headed).is_err());
    let wrapped = again.wrap_room_key(&case, &room.id, &room.key, &bytes("n"));
    let key: RoomKey = case_key.unwrap_room_key(&case, &room.id, &wrapped).unwrap();
    assert!(open_entry(&key, &room.id, &room.entries[0].entry).is_ok());
    assert!(
        case_key
            .unwrap_room_key(&other, &room.id, &wrapped)
            .is_err()
    );

    let sealed = case_key.seal("title", b"a case", &bytes("n")).unwrap();
    assert_eq!(sealed.len(), 24 + 512 + 16);
    assert_eq!(
        case_key.open("title", &sealed).unwrap().as_slice(),
        b"a case"
    );
    assert!(case_key.open("other", &sealed).is_err());
    assert!(open.master.open("title", &sealed).is_err());
}

#[test]
fn secrets_do_not_show() {
    let room = Room::with(1);
    let shown = format!("{:?} {:?} {:?}", room.desk, room.key, room.secret(0));
    assert_eq!(shown, "DeskKey(secret) RoomKey(secret) EntrySecret(secret)");
}
