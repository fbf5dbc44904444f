//! Verifying a log of 100,000 entries, a signed checkpoint after each, against its hashing and signatures alone.
//!
//! `cargo bench -p record` prints a table; `cargo bench -p record -- 10000` takes fewer entries.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and stops at a fault"
)]

use std::hint::black_box;
use std::time::Instant;

use ed25519_dalek::{Signature, VerifyingKey};
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
}

const ROUNDS: usize = 5;

fn main() {
    let count = std::env::args()
        .skip(1)
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(100_000);
    let room = build(count);
    // Taken in turns, so that a busy moment of the machine falls on all three alike.
    let mut best = [f64::INFINITY; 3];
    for _ in 0..ROUNDS {
        for (best, work) in best.iter_mut().zip([raw, log, whole]) {
            let start = Instant::now();
            work(&room);
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    let [raw, log, whole] = best;
    println!("{count} entries, a signed checkpoint after each; seconds, best of {ROUNDS}");
    println!("SHA-256 of leaves, nodes and ciphertexts, Ed25519 strict   {raw:8.3}  1.00");
    println!(
        "the log: every number, time, root, ciphertext, signature   {log:8.3}  {:.2}",
        log / raw
    );
    println!(
        "the store: the same, decrypting everything that it keeps   {whole:8.3}  {:.2}",
        whole / raw
    );
}

fn build(count: u64) -> Room {
    let id = RoomId::from_bytes([7; 16]);
    let desk = DeskKey::from_seed(&[9; 32]);
    let key = RoomKey::from_bytes([3; 32]);
    let verifier = desk.public().for_room(&id);
    let mut room = Room {
        id,
        key,
        verifier,
        entries: Vec::new(),
        envelopes: Vec::new(),
        checkpoints: Vec::new(),
        sealed_checkpoints: Vec::new(),
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
        room.envelopes.push(sealed.envelope.to_bytes());
        room.entries.push(sealed.entry);
    }
    room
}

fn random(at: u64) -> EntryRandom {
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
    EntryRandom::from_bytes(bytes)
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
