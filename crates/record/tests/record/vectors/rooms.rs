//! Vectors of proofs, sealed entries and whole rooms.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::entry::{Draft, EntryRandom, Sealed, seal_entry};
use record::merkle::{prove_consistency, prove_inclusion, root};
use record::{Digest, Head, Number, Recorded};
use serde_json::{Value, json};

use super::{Kit, bad, good};
use crate::support::{Room, body, bytes};

fn b64(digest: &Digest) -> String {
    STANDARD.encode(digest.as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub fn proofs() -> Kit {
    let leaves = Room::with(7).leaves();
    let head = root(&leaves);
    let inclusion = |leaf: usize, index: u64, size: u64, cut: usize| {
        let proof = prove_inclusion(&leaves, leaf as u64).unwrap();
        let proof: Vec<_> = proof.hashes().iter().skip(cut).map(b64).collect();
        json!({"leaf": b64(&leaves[leaf]), "index": index, "size": size, "root": b64(&head), "proof": proof})
    };
    let consistency = |older: usize, old_root: &Digest, cut: usize| {
        let proof = prove_consistency(&leaves, older.clamp(1, 7) as u64).unwrap();
        let proof: Vec<_> = proof.hashes().iter().skip(cut).map(b64).collect();
        json!({"older_size": older, "older_root": b64(old_root), "size": 7, "root": b64(&head), "proof": proof})
    };
    let mut vectors = Vec::new();
    for at in 0..7 {
        vectors.push(good(
            &format!("inclusion of leaf {at} in 7"),
            inclusion(at, at as u64, 7, 0),
        ));
    }
    for older in 1..=7 {
        let name = format!("consistency of {older} with 7");
        vectors.push(good(&name, consistency(older, &root(&leaves[..older]), 0)));
    }
    vectors.extend([
        bad(
            "inclusion: proof cut short",
            "Length",
            inclusion(2, 2, 7, 1),
        ),
        bad("inclusion: another place", "Root", inclusion(2, 3, 7, 0)),
        bad(
            "inclusion: beyond the tree",
            "Position",
            inclusion(2, 7, 7, 0),
        ),
        bad("inclusion: a smaller tree", "Length", inclusion(2, 2, 4, 0)),
        bad("inclusion: a larger tree", "Length", inclusion(2, 2, 9, 0)),
        bad(
            "consistency: proof cut short",
            "Length",
            consistency(3, &root(&leaves[..3]), 1),
        ),
        bad(
            "consistency: another past",
            "Root",
            consistency(3, &Digest::of(b"another past"), 0),
        ),
        bad(
            "consistency: the same size, another root",
            "Root",
            consistency(7, &Digest::of(b"another past"), 0),
        ),
        bad(
            "consistency: with nothing",
            "Position",
            consistency(0, &Digest::of(b""), 0),
        ),
        bad(
            "consistency: with a larger tree",
            "Position",
            consistency(8, &head, 0),
        ),
    ]);
    let about = "Proofs (RFC 6962). Input: roots and hashes in base64; `older_size` tells consistency from inclusion.";
    Kit {
        about: about.into(),
        key: None,
        vectors,
    }
}

pub fn entries() -> Kit {
    let room = Room::with(1);
    let (key, random): ([u8; 32], [u8; record::entry::ENTRY_RANDOM]) =
        (bytes("room/key"), bytes("room/1"));
    let sealed = &room.entries[0];
    let whole = json!({
        "room": room.id.to_hex(),
        "room_key": hex(&key),
        "number": 1,
        "recorded": sealed.envelope.recorded.to_string(),
        "body": String::from_utf8(body(1)).unwrap(),
        "random": hex(&random),
        "envelope": String::from_utf8(sealed.envelope.to_bytes()).unwrap(),
        "leaf": sealed.leaf.to_hex(),
        "sealed_envelope": hex(&sealed.entry.envelope),
        "ciphertext": hex(&sealed.entry.ciphertext),
        "wrapped_secret": hex(sealed.entry.secret.as_ref().unwrap()),
    });
    let with = |field: &str, value: Value| {
        let mut input = whole.clone();
        let members = input.as_object_mut().unwrap();
        members.shift_remove("random");
        members.insert(field.to_owned(), value);
        input
    };
    let flipped = |field: &str| {
        let text = whole[field].as_str().unwrap();
        let last = if text.ends_with('0') { "1" } else { "0" };
        with(field, format!("{}{last}", &text[..text.len() - 1]).into())
    };
    let mut destroyed = with("random", Value::Null);
    destroyed
        .as_object_mut()
        .unwrap()
        .retain(|field, _| field != "random" && field != "wrapped_secret");
    Kit {
        about: "Entries as they are kept. Input: keys, random bytes and pieces in hex; sealing must give the same pieces.".into(),
        key: None,
        vectors: vec![
            good("an entry", whole.clone()),
            good("its secret destroyed", destroyed),
            bad("the envelope altered", "Unseal(Locked(\"envelope\")", flipped("sealed_envelope")),
            bad("the ciphertext altered", "Cipher", flipped("ciphertext")),
            bad("the secret altered", "Unseal(Locked(\"entry secret\")", flipped("wrapped_secret")),
            bad("another room's key", "Unseal(Locked(\"envelope\")", flipped("room_key")),
            bad("moved to another number", "Unseal(Locked(\"envelope\")", with("number", 2.into())),
            bad("moved to another room", "Unseal(Locked(\"envelope\")", flipped("room")),
        ],
    }
}

/// A log in which anything may be wrong, with the desk's honest signature below: what only the contents betray.
struct Log<'a> {
    room: &'a Room,
    steps: Vec<Value>,
    leaves: Vec<Digest>,
}

impl Log<'_> {
    fn entry(&mut self, sealed: &Sealed, words: Value) {
        let mut step = json!({"entry": String::from_utf8(sealed.envelope.to_bytes()).unwrap()});
        if let (Some(members), Value::Object(words)) = (step.as_object_mut(), words) {
            members.extend(words);
        }
        self.steps.push(step);
        self.leaves.push(sealed.leaf);
    }

    fn checkpoint(&mut self, signed: &record::SignedCheckpoint) {
        self.steps
            .push(json!({"checkpoint": String::from_utf8(signed.as_bytes().to_vec()).unwrap()}));
    }

    fn sign(mut self) -> Value {
        let size = self.leaves.len() as u64;
        let checkpoint = record::Checkpoint {
            room: self.room.id,
            size,
            root: root(&self.leaves),
        };
        self.checkpoint(&checkpoint.sign(&self.room.desk));
        self.end()
    }

    fn end(self) -> Value {
        json!({"room": self.room.id.to_hex(), "log": self.steps})
    }
}

pub fn rooms() -> Kit {
    let (room, other) = (Room::with(4), Room::named("other", 4));
    let log = |entries: &[&Sealed]| {
        let mut log = Log {
            room: &room,
            steps: Vec::new(),
            leaves: Vec::new(),
        };
        for entry in entries {
            log.entry(entry, Value::Null);
        }
        log
    };
    let [a, b, c, d] = [0, 1, 2, 3].map(|at: usize| &room.entries[at]);
    let forged = |number, millis, room: &Room| {
        let recorded = Recorded::from_unix_millis(millis).unwrap();
        let draft = Draft {
            room: room.id,
            number: Number::new(number).unwrap(),
            recorded,
            body: b"{}",
        };
        seal_entry(&room.key, &draft, &EntryRandom::from_bytes(bytes("forged"))).unwrap()
    };
    let told = |at: usize, words: Vec<u8>| {
        let words = String::from_utf8(words).unwrap();
        json!({"body": words, "salt": hex(room.secret(at).salt())})
    };
    let whole = |words: [Vec<u8>; 2]| {
        let mut log = log(&[]);
        for (at, words) in words.into_iter().enumerate() {
            log.entry(&room.entries[at], told(at, words));
            log.checkpoint(&room.checkpoints[at]);
        }
        log.end()
    };
    let mut twice = log(&[a, b]);
    twice.steps.push(json!({"entry": "{}"}));
    let mut uncovered = log(&[a, b]);
    uncovered.steps.insert(
        1,
        json!({"checkpoint": String::from_utf8(room.checkpoints[0].as_bytes().to_vec()).unwrap()}),
    );
    let mut rewritten = log(&[a, &forged(2, b.envelope.recorded.unix_millis(), &room)]);
    rewritten.checkpoint(&room.checkpoints[1]);
    let mut short = log(&[a, b]);
    short.checkpoint(&room.checkpoints[3]);
    let mut foreign = log(&[a]);
    foreign.checkpoint(&other.checkpoints[0]);
    let mut unsigned = log(&[a]);
    let text = String::from_utf8(room.checkpoints[0].as_bytes().to_vec()).unwrap();
    unsigned
        .steps
        .push(json!({"checkpoint": text.replacen("\n1\n", "\n2\n", 1)}));
    let empty = Head::empty(room.id).sign(&room.desk);
    let mut nothing = log(&[]);
    nothing.checkpoint(&empty);
    Kit {
        about: "Rooms. Input: the room, and entries and checkpoints in the order written; the first finding is named.".into(),
        key: Some(room.verifier().to_vkey()),
        vectors: vec![
            good("a room without entries", nothing.end()),
            good("two entries, each with its checkpoint", whole([body(1), body(2)])),
            good("four entries under one checkpoint", log(&[a, b, c, d]).sign()),
            bad("other words", "Entry(2) Commitment", whole([body(1), body(3)])),
            bad("skipped number", "Entry(4) Missing { from: 3, to: 3 }", log(&[a, b, d]).sign()),
            bad("first entry missing", "Entry(2) Missing { from: 1, to: 1 }", log(&[b, c]).sign()),
            bad("exchanged entries", "Entry(3) Missing", log(&[a, c, b, d]).sign()),
            bad("an entry twice", "Entry(2) OutOfOrder", log(&[a, b, b]).sign()),
            bad("an entry of another room", "Entry(2) WrongRoom", log(&[a, &other.entries[1]]).sign()),
            bad("a clock that went backwards", "Entry(2) Backwards", log(&[a, &forged(2, 0, &room)]).sign()),
            bad("a malformed envelope", "Entry(3) Envelope(Field", twice.end()),
            bad("a rewritten entry", "Checkpoint(2) Root", rewritten.end()),
            bad("a log cut short", "Checkpoint(4) CheckpointPlace { stated: 4, entries: 2 }", short.end()),
            bad("another room's checkpoint", "Checkpoint(1) Checkpoint(Note(UnknownKey", foreign.end()),
            bad("a bad signature", "Checkpoint(1) Checkpoint(Note(BadSignature", unsigned.end()),
            bad("the last entry under no checkpoint", "Room Uncovered { from: 2, to: 2 }", uncovered.end()),
            bad("no checkpoint at all", "Room Uncovered { from: 1, to: 2 }", log(&[a, b]).end()),
        ],
    }
}
