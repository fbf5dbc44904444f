//! Blind overlap: two sides learn how many records, or which, their lists share before either shows
//! its list; or a third, whom both trust to compare and not to tell, learns it and releases it.
//!
//! Diffie-Hellman private set intersection over ristretto255: each side multiplies the hashes of
//! its keys by a secret of its own, then the other side's by the same; what both have comes out
//! alike. Both are bound to their lists before the first key is sent, and what they send can be
//! proved and audited. What leaks all the same is said by `expect` before anything runs. The bytes
//! of all messages are specified in `docs/overlap-format.md`. Random bytes come in as arguments.
//!
//! Not here, because nobody has it at a practical price: overlap by similarity rather than by equal
//! keys. What is found through tolerant keys is a candidate.

mod audit;
mod blind;
mod compare;
mod double;
mod expect;
mod group;
mod keys;
mod lexicon;
mod lot;
mod person;
mod persons;
mod pledge;
mod proof;
mod release;
mod secret;
mod skeleton;
mod slots;
mod steps;
mod wire;

pub use audit::{
    Answer, AuditError, AuditFault, AuditReport, Finding, Request, answer, audit, detection, draw,
};
pub use blind::{Blinded, blind};
pub use compare::{CompareError, Overlap, Pair, compare};
pub use double::{Doubled, Order, ShuffleProof, double};
pub use expect::{Expected, Leak, MEASURED, expected, leaks};
pub use group::{BlindingKey, DOMAIN, NoKey, PointBytes, PointFault, ToGroup};
pub use keys::{Key, KeyMaker, KeySet, NEAREST, NORMAL_FORMS};
pub use lexicon::{LexiconId, NameLexicon, NearestLexicon, SkeletonLexicon};
pub use person::KeyRecord;
pub use persons::persons;
pub use pledge::{Pledge, PledgeError, Rounding, Session, SessionError, Show, Terms};
pub use proof::{NotProved, Proof};
pub use release::{Release, ReleaseError, SideFiles, join};
pub use secret::SessionSecret;
pub use skeleton::skeleton;
pub use slots::{KEYS, KeyTable, KeyedEntries, PERSON, Repeats};
pub use wire::{MessageError, Size};
