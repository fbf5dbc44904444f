//! Recomputing everything about one room: every hash, number, time, signature, ciphertext and body.
//!
//! Nothing is taken on trust and nothing stops at the first fault: what does not add up becomes a finding that says
//! where. Entries and checkpoints are fed in the order in which they were written; memory does not grow with bodies.

mod fault;

pub use fault::{Fault, Finding, Place, Report};

use crate::checkpoint::SignedCheckpoint;
use crate::digest::Digest;
use crate::entry::{Envelope, SealedEntry, commitment, open_body};
use crate::ids::{EntryId, Number, RoomId};
use crate::keys::{EntrySecret, NoteKey, RoomKey, SealedKind, UnsealError};
use crate::merkle::{Frontier, leaf_hash};
use crate::time::Recorded;

/// What is at hand of one entry.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The bytes of its envelope.
    pub envelope: &'a [u8],
    /// Its ciphertext; a participant's export has none.
    pub ciphertext: Option<&'a [u8]>,
    /// What is known of its body.
    pub words: Words<'a>,
}

/// What is known of an entry's body.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    /// Nothing: it was withheld, or its secret was destroyed.
    Unknown,
    /// Its secret, which must open the ciphertext.
    Secret(&'a EntrySecret),
    /// The body itself and the salt of its commitment.
    Disclosed {
        /// The body.
        body: &'a [u8],
        /// The salt.
        salt: &'a [u8; 32],
    },
}

/// An examination of one room's log.
#[derive(Debug, Clone)]
pub struct Audit {
    room: RoomId,
    key: NoteKey,
    frontier: Frontier,
    next: u64,
    recorded: Option<Recorded>,
    ids: Vec<EntryId>,
    covered: u64,
    roots: Roots,
    checkpoints: u64,
    bodies: u64,
    findings: Vec<Finding>,
}

/// Whether the last checkpoint's root was the tree's: one altered entry spoils every root after it and is one finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Roots {
    Agree,
    Differ,
}

impl Audit {
    /// Begins the examination of a room whose checkpoints this key must have signed.
    pub fn new(room: RoomId, key: NoteKey) -> Self {
        Self {
            room,
            key,
            frontier: Frontier::new(),
            next: 1,
            recorded: None,
            ids: Vec::new(),
            covered: 0,
            roots: Roots::Agree,
            checkpoints: 0,
            bodies: 0,
            findings: Vec::new(),
        }
    }

    /// The next entry, as a participant's copy has it.
    pub fn entry(&mut self, evidence: Evidence<'_>) {
        self.frontier.push(leaf_hash(evidence.envelope));
        match Envelope::parse(evidence.envelope) {
            Err(error) => {
                self.entry_finding(self.next, Fault::Envelope(error));
                self.next += 1;
            }
            Ok(envelope) => {
                self.place(&envelope);
                self.contents(&envelope, evidence);
            }
        }
    }

    /// The next entry, as the desk's store keeps it.
    pub fn sealed_entry(&mut self, key: &RoomKey, entry: &SealedEntry) {
        let number = entry.number;
        let envelope = match key.open(&self.room, SealedKind::Envelope(number), &entry.envelope) {
            Ok(envelope) => envelope,
            Err(error) => return self.lost(number, error),
        };
        let secret = match entry
            .secret
            .as_ref()
            .map(|wrapped| key.unwrap_secret(&self.room, number, wrapped))
        {
            None => None,
            Some(Ok(secret)) => Some(secret),
            Some(Err(error)) => {
                self.entry_finding(number.get(), Fault::Sealed(error));
                None
            }
        };
        let words = secret.as_ref().map_or(Words::Unknown, Words::Secret);
        self.entry(Evidence {
            envelope: &envelope,
            ciphertext: Some(&entry.ciphertext),
            words,
        });
    }

    /// The checkpoint that was stored after the entries so far.
    pub fn checkpoint(&mut self, bytes: &[u8]) {
        let here = self.frontier.size();
        let stated = match SignedCheckpoint::verify(bytes, &self.key) {
            Ok(signed) => *signed.checkpoint(),
            Err(error) => return self.checkpoint_finding(here, Fault::Checkpoint(error)),
        };
        if stated.room != self.room {
            return self.checkpoint_finding(here, Fault::WrongRoom { found: stated.room });
        }
        self.checkpoints += 1;
        if stated.size != here {
            return self.checkpoint_finding(
                stated.size,
                Fault::CheckpointPlace {
                    stated: stated.size,
                    entries: here,
                },
            );
        }
        self.covered = here;
        let computed = self.frontier.root();
        let roots = if computed == stated.root {
            Roots::Agree
        } else {
            Roots::Differ
        };
        if roots == Roots::Differ && self.roots == Roots::Agree {
            self.checkpoint_finding(
                here,
                Fault::Root {
                    stated: stated.root,
                    computed,
                },
            );
        }
        self.roots = roots;
    }

    /// The checkpoint of this size, as the desk's store keeps it.
    pub fn sealed_checkpoint(&mut self, key: &RoomKey, size: u64, sealed: &[u8]) {
        match key.open(&self.room, SealedKind::Checkpoint(size), sealed) {
            Ok(bytes) => self.checkpoint(&bytes),
            Err(error) => self.checkpoint_finding(size, Fault::Sealed(error)),
        }
    }

    /// Ends the examination.
    pub fn finish(mut self) -> Report {
        let size = self.frontier.size();
        if self.covered < size {
            self.finding(
                Place::Room,
                Fault::Uncovered {
                    from: self.covered + 1,
                    to: size,
                },
            );
        }
        self.ids.sort_unstable();
        let twice: Vec<_> = self
            .ids
            .array_windows()
            .filter(|[a, b]| a == b)
            .map(|[a, _]| *a)
            .collect();
        for entry in twice {
            self.finding(Place::Room, Fault::DuplicateId(entry));
        }
        Report {
            room: self.room,
            entries: size,
            root: self.root(),
            checkpoints: self.checkpoints,
            bodies: self.bodies,
            findings: self.findings,
        }
    }

    /// The root of the tree over the entries so far.
    pub fn root(&self) -> Digest {
        self.frontier.root()
    }

    fn place(&mut self, envelope: &Envelope) {
        let number = envelope.number.get();
        if envelope.room != self.room {
            self.entry_finding(
                number,
                Fault::WrongRoom {
                    found: envelope.room,
                },
            );
        }
        if number > self.next {
            self.entry_finding(
                number,
                Fault::Missing {
                    from: self.next,
                    to: number - 1,
                },
            );
        } else if number < self.next {
            self.entry_finding(
                number,
                Fault::OutOfOrder {
                    expected: self.next,
                },
            );
        }
        if let Some(last) = self.recorded.filter(|last| envelope.recorded < *last) {
            self.entry_finding(
                number,
                Fault::Backwards {
                    last,
                    found: envelope.recorded,
                },
            );
        }
        self.recorded = self.recorded.max(Some(envelope.recorded));
        self.next = self.next.max(number + 1);
        self.ids.push(envelope.entry);
    }

    fn contents(&mut self, envelope: &Envelope, evidence: Evidence<'_>) {
        let number = envelope.number.get();
        if let Some(ciphertext) = evidence.ciphertext {
            if ciphertext.len() as u64 != envelope.length {
                return self.entry_finding(number, Fault::CipherLength);
            }
            if Digest::of(ciphertext) != envelope.cipher {
                return self.entry_finding(number, Fault::Cipher);
            }
        }
        let matches = match (evidence.words, evidence.ciphertext) {
            (Words::Unknown, _) | (Words::Secret(_), None) => return,
            (Words::Disclosed { body, salt }, _) => commitment(salt, body) == envelope.commitment,
            (Words::Secret(secret), Some(ciphertext)) => {
                match open_body(secret, &envelope.room, envelope.number, ciphertext) {
                    Ok(body) => commitment(secret.salt(), &body) == envelope.commitment,
                    Err(error) => return self.entry_finding(number, Fault::Sealed(error)),
                }
            }
        };
        if matches {
            self.bodies += 1;
        } else {
            self.entry_finding(number, Fault::Commitment);
        }
    }

    /// An envelope that does not open leaves a leaf unknown, and with it every later root.
    fn lost(&mut self, number: Number, error: UnsealError) {
        self.frontier.push(leaf_hash(&[]));
        self.next = number.get() + 1;
        self.entry_finding(number.get(), Fault::Sealed(error));
    }

    fn entry_finding(&mut self, number: u64, fault: Fault) {
        self.finding(Place::Entry(number), fault);
    }

    fn checkpoint_finding(&mut self, size: u64, fault: Fault) {
        self.finding(Place::Checkpoint(size), fault);
    }

    fn finding(&mut self, place: Place, fault: Fault) {
        self.findings.push(Finding { place, fault });
    }
}
