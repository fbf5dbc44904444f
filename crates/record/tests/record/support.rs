//! Rooms for tests, made of fixed bytes in place of random ones.

use record::entry::{Draft, EntryRandom, Sealed, seal_entry};
use record::keys::{DeskKey, EntrySecret, NoteKey, RoomKey};
use record::merkle::prove_inclusion;
use record::receipt::{Disclosed, Receipt};
use record::{Digest, Head, Recorded, RoomExport, RoomId, SignedCheckpoint};
use sha2::{Digest as _, Sha256};

/// One room with everything that a desk has of it.
pub struct Room {
    pub id: RoomId,
    pub desk: DeskKey,
    pub key: RoomKey,
    pub entries: Vec<Sealed>,
    pub checkpoints: Vec<SignedCheckpoint>,
}

/// Bytes that look random and are the same in every run.
pub fn bytes<const N: usize>(seed: &str) -> [u8; N] {
    let mut all = Vec::new();
    for at in 0..N.div_ceil(32) {
        all.extend_from_slice(&Sha256::digest(format!("{seed}/{at}")));
    }
    all.truncate(N);
    all.try_into().unwrap()
}

pub fn body(number: u64) -> Vec<u8> {
    format!(r#"{{"kind":"said","words":"entry {number}"}}"#).into_bytes()
}

impl Room {
    pub fn with(entries: u64) -> Self {
        Self::named("room", entries)
    }

    pub fn named(name: &str, entries: u64) -> Self {
        let id = RoomId::from_bytes(bytes(name));
        let desk = DeskKey::from_seed(&bytes("desk"));
        let key = RoomKey::from_bytes(bytes(&format!("{name}/key")));
        let mut room = Self {
            id,
            desk,
            key,
            entries: Vec::new(),
            checkpoints: Vec::new(),
        };
        let mut head = Head::empty(id);
        for at in 1..=entries {
            let number = head.next_number().unwrap();
            let recorded =
                Recorded::from_unix_millis(1_700_498_400_000 + i64::try_from(at).unwrap() * 1000)
                    .unwrap();
            let draft = Draft {
                room: id,
                number,
                recorded,
                body: &body(at),
            };
            let random = EntryRandom::from_bytes(bytes(&format!("{name}/{at}")));
            let sealed = seal_entry(&room.key, &draft, &random).unwrap();
            head.append(&sealed.envelope, sealed.leaf).unwrap();
            room.entries.push(sealed);
            room.checkpoints.push(head.sign(&room.desk));
        }
        room
    }

    pub fn verifier(&self) -> NoteKey {
        self.desk.public().for_room(&self.id)
    }

    pub fn leaves(&self) -> Vec<Digest> {
        self.entries.iter().map(|entry| entry.leaf).collect()
    }

    pub fn secret(&self, at: usize) -> EntrySecret {
        let entry = &self.entries[at].entry;
        self.key
            .unwrap_secret(&self.id, entry.number, entry.secret.as_ref().unwrap())
            .unwrap()
    }

    pub fn export(&self) -> RoomExport {
        let numbers = self.entries.iter().map(|sealed| sealed.entry.number);
        let disclosed = |at| Disclosed {
            body: body(at as u64 + 1),
            salt: *self.secret(at).salt(),
        };
        let empty = Head::empty(self.id).sign(&self.desk);
        RoomExport {
            envelopes: self
                .entries
                .iter()
                .map(|sealed| sealed.envelope.to_bytes())
                .collect(),
            bodies: numbers
                .enumerate()
                .map(|(at, number)| (number, disclosed(at)))
                .collect(),
            checkpoint: self
                .checkpoints
                .last()
                .unwrap_or(&empty)
                .as_bytes()
                .to_vec(),
            key: self.verifier(),
        }
    }

    pub fn receipt(&self, at: usize) -> Receipt {
        Receipt {
            envelope: self.entries[at].envelope.to_bytes(),
            disclosed: Some(Disclosed {
                body: body(at as u64 + 1),
                salt: *self.secret(at).salt(),
            }),
            index: at as u64,
            proof: prove_inclusion(&self.leaves(), at as u64).unwrap(),
            checkpoint: self.checkpoints.last().unwrap().as_bytes().to_vec(),
        }
    }
}
