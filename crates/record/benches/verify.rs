//! Verifying a log of 100,000 entries, a signed checkpoint after each, against its hashing and signatures alone; and
//! what a store keeps of it against these and the decryption, alone as well.
//!
//! `cargo bench -p record` prints a table; `cargo bench -p record -- 10000` takes fewer entries.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and stops at a fault"
)]

use std::hint::black_box;
use std::time::Instant;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use ed25519_dalek::{Signature, VerifyingKey};
use hmac::{Hmac, Mac};
use record::audit::{Audit, Evidence, Words};
use record::entry::{Draft, ENTRY_RANDOM, EntryRandom, SealedEntry, seal_entry};
use record::keys::{DeskKey, NoteKey, RoomKey, SealedKind};
use record::note::Note;
use record::{Head, Recorded, RoomId};
use sha2::{Digest as _, Sha256};

struct Room {
    id: RoomId,
    key: RoomKey,
    verifier: NoteKey,
    entries: Vec<SealedEntry>,
    envelopes: Vec<Vec<u8>>,
    checkpoints: Vec<Vec<u8>>,
    sealed_checkpoints: Vec<Vec<u8>>,
    /// The key of each body, and the contexts of envelope, secret, body and checkpoint.
    opens: Vec<([u8; 32], [Vec<u8>; 4])>,
}

const ROUNDS: usize = 7;
const ROOM_KEY: [u8; 32] = [3; 32];

fn main() {
    let count = std::env::args()
        .skip(1)
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(100_000);
    let room = build(count);
    // Taken in turns, so that a busy moment of the machine falls on all alike; the ratios are of each turn.
    let mut turns: [Vec<f64>; 4] = Default::default();
    for _ in 0..ROUNDS {
        for (times, work) in turns.iter_mut().zip([raw, decrypted, log, whole]) {
            let start = Instant::now();
            work(&room);
            times.push(start.elapsed().as_secs_f64());
        }
    }
    let [raw, decrypted, log, whole] = turns;
    println!(
        "{count} entries, a signed checkpoint after each; seconds and ratios, medians of {ROUNDS} turns"
    );
    let (of_raw, of_both) = (ratio(&log, &raw), ratio(&whole, &sum(&raw, &decrypted)));
    println!(
        "SHA-256 of leaves, nodes and ciphertexts, Ed25519 strict          {:8.3}",
        median(&raw)
    );
    println!(
        "XChaCha20-Poly1305 of all four parts of each, HMAC of each body   {:8.3}",
        median(&decrypted)
    );
    println!(
        "the log: every number, time, root, ciphertext, signature          {:8.3}  {of_raw:.2} of the first",
        median(&log)
    );
    println!(
        "the store: the same, decrypting everything that it keeps          {:8.3}  {of_both:.2} of both",
        median(&whole)
    );
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

fn ratio(ours: &[f64], theirs: &[f64]) -> f64 {
    let each: Vec<f64> = ours.iter().zip(theirs).map(|(a, b)| a / b).collect();
    median(&each)
}

fn sum(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(a, b)| a + b).collect()
}

fn build(count: u64) -> Room {
    let id = RoomId::from_bytes([7; 16]);
    let desk = DeskKey::from_seed(&[9; 32]);
    let key = RoomKey::from_bytes(ROOM_KEY);
    let verifier = desk.public().for_room(&id);
    let mut room = Room {
        id,
        key,
        verifier,
        entries: Vec::new(),
        envelopes: Vec::new(),
        checkpoints: Vec::new(),
        sealed_checkpoints: Vec::new(),
        opens: Vec::new(),
    };
    let mut head = Head::empty(id);
    for at in 0..count {
        let body = format!(
            r#"{{"kind":"said","words":"what entry {at} says, at the length of a short message"}}"#
        );
        let recorded =
            Recorded::from_unix_millis(1_700_498_400_000 + i64::try_from(at).unwrap()).unwrap();
        let draft = Draft {
            room: id,
            number: head.next_number().unwrap(),
            recorded,
            body: body.as_bytes(),
        };
        let sealed = seal_entry(&room.key, &draft, &random(at)).unwrap();
        head.append(&sealed.envelope, sealed.leaf).unwrap();
        let checkpoint = head.sign(&desk).into_bytes();
        let kind = SealedKind::Checkpoint(at + 1);
        room.sealed_checkpoints
            .push(room.key.seal(&id, kind, &checkpoint, &[1; 24]).unwrap());
        room.checkpoints.push(checkpoint);
        let context =
            |what: &str| format!("good-offices/{what}/1\n{id}\n{}\n", at + 1).into_bytes();
        room.opens.push((
            random_bytes(at).first_chunk().copied().unwrap(),
            ["envelope", "secret", "body", "checkpoint"].map(context),
        ));
        room.envelopes.push(sealed.envelope.to_bytes());
        room.entries.push(sealed.entry);
    }
    room
}

fn random(at: u64) -> EntryRandom {
    EntryRandom::from_bytes(random_bytes(at))
}

fn random_bytes(at: u64) -> [u8; ENTRY_RANDOM] {
    let mut bytes = [0_u8; ENTRY_RANDOM];
    for (chunk, part) in bytes.chunks_mut(32).zip(0_u8..) {
        let block = Sha256::new()
            .chain_update(at.to_be_bytes())
            .chain_update([part])
            .finalize();
        chunk
            .iter_mut()
            .zip(block)
            .for_each(|(to, from)| *to = from);
    }
    bytes
}

/// What no verifier can do without: each leaf and ciphertext hashed once, one inner node for each leaf, each
/// signature checked.
fn raw(room: &Room) {
    let key = VerifyingKey::from_bytes(room.verifier.public().as_bytes()).unwrap();
    let mut node = [0_u8; 32];
    for ((envelope, entry), checkpoint) in room
        .envelopes
        .iter()
        .zip(&room.entries)
        .zip(&room.checkpoints)
    {
        let leaf = Sha256::new()
            .chain_update([0])
            .chain_update(envelope)
            .finalize();
        node = Sha256::new()
            .chain_update([1])
            .chain_update(node)
            .chain_update(leaf)
            .finalize()
            .into();
        black_box(Sha256::digest(&entry.ciphertext));
        let (text, signature) = signed(checkpoint);
        key.verify_strict(text, &signature).unwrap();
    }
    black_box(node);
}

/// What no reader of the store can do without beside that: each part decrypted once, with keys and contexts at hand,
/// and each body's commitment computed. The ciphers are the library's, called plainly.
fn decrypted(room: &Room) {
    let parts = room.entries.iter().zip(&room.sealed_checkpoints);
    for ((entry, checkpoint), (body_key, [e, s, b, c])) in parts.zip(&room.opens) {
        black_box(open(&ROOM_KEY, e, &entry.envelope));
        let secret = open(&ROOM_KEY, s, entry.secret.as_ref().unwrap());
        let body = open(body_key, b, &entry.ciphertext);
        let length = u32::from_be_bytes(*body.first_chunk().unwrap());
        let words = body.get(4..4 + usize::try_from(length).unwrap()).unwrap();
        let mac = <Hmac<Sha256> as Mac>::new_from_slice(secret.get(32..).unwrap()).unwrap();
        black_box(mac.chain_update(words).finalize().into_bytes());
        black_box(open(&ROOM_KEY, c, checkpoint));
    }
}

fn open(key: &[u8; 32], context: &[u8], sealed: &[u8]) -> Vec<u8> {
    let (nonce, msg) = sealed.split_at(24);
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    let payload = Payload { msg, aad: context };
    cipher.decrypt(XNonce::from_slice(nonce), payload).unwrap()
}

fn signed(checkpoint: &[u8]) -> (&[u8], Signature) {
    let text = Note::parse(checkpoint).unwrap().unverified_text();
    let line = std::str::from_utf8(checkpoint)
        .unwrap()
        .trim_end()
        .rsplit(' ')
        .next()
        .unwrap();
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, line).unwrap();
    (
        text.as_bytes(),
        Signature::from_slice(bytes.split_at(4).1).unwrap(),
    )
}

fn log(room: &Room) {
    let mut audit = Audit::new(room.id, room.verifier.clone());
    for ((envelope, entry), checkpoint) in room
        .envelopes
        .iter()
        .zip(&room.entries)
        .zip(&room.checkpoints)
    {
        audit.entry(Evidence {
            envelope,
            ciphertext: Some(&entry.ciphertext),
            words: Words::Unknown,
        });
        audit.checkpoint(checkpoint);
    }
    assert!(audit.finish().is_whole());
}

fn whole(room: &Room) {
    let mut audit = Audit::new(room.id, room.verifier.clone());
    for ((entry, checkpoint), size) in room.entries.iter().zip(&room.sealed_checkpoints).zip(1..) {
        audit.sealed_entry(&room.key, entry);
        audit.sealed_checkpoint(&room.key, size, checkpoint);
    }
    let report = audit.finish();
    assert!(report.is_whole() && report.bodies == report.entries);
}
