//! Notes, keys and canonical JSON against other implementations and against generated inputs.

use proptest::prelude::*;
use record::canonical::{parse_strict, to_canonical, write_value};
use record::entry::{Body, Draft, EntryRandom, MAX_BODY, SealError, open_entry, seal_entry};
use record::keys::NoteKey;
use record::note::Note;
use record::{Envelope, Head, Number, Recorded, SignedCheckpoint};
use serde_json::{Map, Value};
use signed_note::{StandardVerifier, VerifierList};

use crate::support::{Room, body, bytes};

#[test]
fn signed_note_reads_our_keys_and_checkpoints() {
    let room = Room::with(4);
    let vkey = room.verifier().to_vkey();
    assert_eq!(NoteKey::from_vkey(&vkey), Ok(room.verifier()));
    let verifiers = || VerifierList::new(vec![Box::new(StandardVerifier::new(&vkey).unwrap())]);
    for checkpoint in &room.checkpoints {
        let theirs = signed_note::Note::from_bytes(checkpoint.as_bytes()).unwrap();
        let (verified, unverified) = theirs.verify(&verifiers()).unwrap();
        assert_eq!((verified.len(), unverified.len()), (1, 0));
        let ours = Note::parse(checkpoint.as_bytes()).unwrap();
        assert_eq!(theirs.text(), ours.unverified_text().as_bytes());
    }
}

#[test]
fn no_altered_byte_of_a_checkpoint_passes() {
    let room = Room::with(4);
    let whole = room.checkpoints[3].as_bytes();
    for at in 0..whole.len() {
        for mask in [1, 2, 4, 8, 16, 32, 64, 128] {
            let mut altered = whole.to_vec();
            altered[at] ^= mask;
            assert!(
                SignedCheckpoint::verify(&altered, &room.verifier()).is_err(),
                "byte {at} xor {mask}"
            );
        }
    }
}

#[test]
fn no_altered_byte_of_a_receipt_passes() {
    let room = Room::with(6);
    let whole = room.receipt(2).to_bytes().unwrap();
    for at in 0..whole.len() {
        for mask in [1, 32, 128] {
            let mut altered = whole.clone();
            altered[at] ^= mask;
            let proven =
                record::Receipt::parse(&altered).map(|receipt| receipt.verify(&room.verifier()));
            assert!(!matches!(proven, Ok(Ok(_))), "byte {at} xor {mask}");
        }
    }
}

fn draft<'a>(room: &Room, body: &'a [u8]) -> Draft<'a> {
    let recorded = Recorded::from_unix_millis(0).unwrap();
    Draft {
        room: room.id,
        number: Number::FIRST,
        recorded,
        body,
    }
}

#[test]
fn bodies_of_every_size_class_come_back_and_larger_ones_are_refused() {
    let room = Room::with(0);
    let random = EntryRandom::from_bytes(bytes("sizes"));
    for (length, kept) in [
        (0, 512),
        (508, 512),
        (509, 1024),
        (1020, 1024),
        (MAX_BODY, 2 << 20),
    ] {
        let body = vec![b'x'; length];
        let sealed = seal_entry(&room.key, &draft(&room, &body), &random).unwrap();
        assert_eq!(sealed.entry.ciphertext.len(), 24 + kept + 16);
        let opened = open_entry(&room.key, &room.id, &sealed.entry).unwrap();
        assert!(matches!(opened.body, Body::Readable { bytes, .. } if bytes == body));
    }
    let huge = vec![0; MAX_BODY + 1];
    let refused = seal_entry(&room.key, &draft(&room, &huge), &random);
    assert_eq!(refused, Err(SealError::BodyTooLarge(MAX_BODY + 1)));
}

#[test]
fn rooms_share_nothing() {
    let (alone, beside) = (Room::with(5), (Room::named("other", 9), Room::with(5)).1);
    for (one, other) in alone.entries.iter().zip(&beside.entries) {
        assert_eq!(one, other);
    }
    assert_eq!(alone.checkpoints, beside.checkpoints);
    assert_eq!(alone.export().to_files(), beside.export().to_files());
}

#[test]
fn a_head_takes_only_the_next_entry_of_its_room() {
    let (room, other) = (Room::with(3), Room::named("other", 3));
    let mut head = Head::empty(room.id);
    let first = &room.entries[0];
    assert!(
        head.append(&room.entries[1].envelope, room.entries[1].leaf)
            .is_err()
    );
    assert!(
        head.append(&other.entries[0].envelope, other.entries[0].leaf)
            .is_err()
    );
    assert_eq!(head, Head::empty(room.id), "a refusal changes nothing");
    head.append(&first.envelope, first.leaf).unwrap();
    assert!(head.append(&first.envelope, first.leaf).is_err());
    assert_eq!(head.checkpoint(), *room.checkpoints[0].checkpoint());
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
        ".*".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((".{0,6}", inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn canonical_json_comes_back_and_is_the_only_spelling(value in value(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let text = write_value(&value).unwrap();
        prop_assert_eq!(&parse_strict(&text).unwrap(), &value);
        prop_assert_eq!(&serde_json::from_slice::<Value>(&text).unwrap(), &value);
        prop_assert_eq!(&to_canonical(&value).unwrap(), &text);
        let mut altered = text.clone();
        altered[at.index(text.len())] = byte;
        if let Ok(other) = parse_strict(&altered) {
            prop_assert_eq!(write_value(&other).unwrap(), altered);
        }
    }

    /// The envelope's own reader accepts nothing that canonical JSON would not.
    #[test]
    fn an_envelope_that_is_read_has_one_spelling(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut text = Room::with(1).entries[0].envelope.to_bytes();
        let at = at.index(text.len());
        text[at] = byte;
        if let Ok(envelope) = Envelope::parse(&text) {
            prop_assert!(parse_strict(&text).is_ok());
            prop_assert_eq!(envelope.to_bytes(), text);
        }
    }

    /// Material from outside is refused or accepted, and never more than that.
    #[test]
    fn no_input_makes_a_reader_panic(input in prop::collection::vec(any::<u8>(), 0..300), text in "\\PC{0,200}") {
        for bytes in [input.as_slice(), text.as_bytes()] {
            let _ = parse_strict(bytes);
            let _ = Envelope::parse(bytes);
            let _ = Note::parse(bytes).map(|note| note.signatures().len());
            let _ = record::Receipt::parse(bytes);
            let _ = record::keys::Keyring::parse(bytes);
            let _ = record::keys::KeyFile::parse(bytes);
        }
        let _ = NoteKey::from_vkey(&text);
        let _ = record::keys::DeskPublicKey::from_openssh(&text);
        let _ = text.parse::<Recorded>();
        let desk = Room::with(0).desk.public();
        let armoured = format!("-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----");
        prop_assert!(record::sshsig::verify(&desk, "act", &body(1), &armoured).is_err());
    }
}
