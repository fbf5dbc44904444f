//! Spot audits: records drawn by a lot that nobody chose are opened to the go-between only, who
//! checks that they were committed to, that their keys are made from the persons shown, and that
//! the points sent are those keys under the pledged secret. Whether a person is real, a machine
//! cannot say: the go-between asks for what backs the entry.

use curve25519_dalek::ristretto::RistrettoPoint;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::{
    blind::Blinded,
    group::{BlindingKey, DOMAIN, PointBytes, ToGroup},
    keys::{Key, KeyMaker},
    lot::drawn,
    person::KeyRecord,
    pledge::{Pledge, Session},
    proof::{Claim, Proof},
    slots::{KEYS, PERSON, is_dummy, read_slots},
};
use crate::commit::{CommittedList, Digest, ListError, Opening, OpeningError, hex, unhex};

/// The most bytes that are read of a request or an answer.
const MOST: usize = 1 << 28;

/// What the go-between asks a side to open: JSON on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// [`Request::FORMAT`].
    pub format: String,
    /// The session's id.
    pub session: Digest,
    /// The digest of the pledge of the side that is asked.
    pub side: Digest,
    /// 32 random bytes of the go-between.
    pub nonce: Digest,
    /// How many records.
    pub count: u32,
}

/// What the side opens, to the go-between only: JSON on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// [`Answer::FORMAT`].
    pub format: String,
    /// The digest of the request's bytes.
    pub request: Digest,
    /// One for each record drawn, in order of place.
    pub records: Vec<Opened>,
}

/// One record as it is opened in an audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// All its fields.
    pub opening: Opening,
    /// The proof that the points sent are its keys under the pledged secret: 64 bytes in
    /// hexadecimal.
    pub proof: String,
}

/// Why a request or an answer is refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AuditError {
    /// It is not one in its one form.
    #[error(
        "reading an audit’s {0}: it is not one as this program writes it; ask for the file again"
    )]
    Form(&'static str),
    /// It is of another session, or for the other side.
    #[error(
        "reading an audit’s {0}: it is of another session, or for the other side; ask for the right one"
    )]
    NotOurs(&'static str),
    /// It asks for more than was agreed.
    #[error(
        "answering an audit: it asks for {asked} records; the pledges allow {allowed}. Refuse it."
    )]
    TooMany {
        /// Records asked for.
        asked: u32,
        /// Records that may be asked for.
        allowed: u32,
    },
    /// The list cannot be opened.
    #[error("answering an audit: {0}")]
    List(#[from] ListError),
}

/// What is wrong with a record that was opened, or should have been.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AuditFault {
    /// It was not opened.
    #[error("it was drawn and not opened")]
    NotOpened,
    /// What is shown was not committed to.
    #[error("{0}")]
    Opening(#[from] OpeningError),
    /// A field that an audit needs is not shown.
    #[error("its field {0} is not shown, or not as this program writes it")]
    NotShown(&'static str),
    /// It has keys that are not made from the person shown.
    #[error(
        "{0} of its keys are not made from the person shown: they are guesses at other persons, or were altered"
    )]
    ForeignKeys(usize),
    /// The points sent are not its keys.
    #[error("the points that were sent for it are not its keys under the pledged secret")]
    OtherPoints,
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The place of the record, from 0.
    pub place: u64,
    /// What is wrong.
    pub fault: AuditFault,
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditReport {
    /// The places that were drawn, in order.
    pub drawn: Vec<u64>,
    /// What is wrong, in order of place. One is enough: the side lied or its files are not whole.
    pub findings: Vec<Finding>,
    /// How many of them only pad the list.
    pub padding: u64,
    /// How many keys of the persons shown were left out (because an earlier record has the same, or
    /// to hide a person).
    pub withheld: u64,
}

impl Request {
    /// How a request names its format.
    pub const FORMAT: &'static str = "good offices overlap audit request 1";

    /// Asks a side to open so many records.
    pub fn new(session: &Session, side: &Pledge, nonce: [u8; 32], count: u32) -> Self {
        Self {
            format: Self::FORMAT.to_owned(),
            session: session.id(),
            side: side.digest(),
            nonce: Digest::from_bytes(nonce),
            count,
        }
    }

    /// As JSON on one line.
    pub fn write(&self) -> Vec<u8> {
        line(self)
    }

    /// Reads a request that was made in this session to this side.
    pub fn read(bytes: &[u8], session: &Session, side: &Pledge) -> Result<Self, AuditError> {
        const WHAT: &str = "request";
        let read: Self = from_line(bytes).ok_or(AuditError::Form(WHAT))?;
        if read.format != Self::FORMAT || read.write() != bytes {
            return Err(AuditError::Form(WHAT));
        }
        if read.session != session.id() || read.side != side.digest() {
            return Err(AuditError::NotOurs(WHAT));
        }
        let allowed = session.terms().audits;
        if read.count > allowed {
            return Err(AuditError::TooMany {
                asked: read.count,
                allowed,
            });
        }
        Ok(read)
    }
}

impl Answer {
    /// How an answer names its format.
    pub const FORMAT: &'static str = "good offices overlap audit answer 1";

    /// As JSON on one line.
    pub fn write(&self) -> Vec<u8> {
        line(self)
    }

    /// Reads an answer to this request.
    pub fn read(bytes: &[u8], request: &Request) -> Result<Self, AuditError> {
        const WHAT: &str = "answer";
        let read: Self = from_line(bytes).ok_or(AuditError::Form(WHAT))?;
        if read.format != Self::FORMAT || read.write() != bytes {
            return Err(AuditError::Form(WHAT));
        }
        if read.request != Digest::of(&request.write()) {
            return Err(AuditError::NotOurs(WHAT));
        }
        Ok(read)
    }
}

/// The places that a request draws. They come from both sides' lots, which were bound by their
/// pledges before either saw the other's, and from the go-between's own bytes: nobody chose them.
pub fn draw(request: &Request, lots: [Digest; 2], side: &Pledge) -> Vec<u64> {
    let mut lots = lots;
    lots.sort_unstable();
    let mut hash = Sha256::new().chain_update(b"good offices overlap draw 1");
    for digest in [
        request.session,
        request.side,
        lots[0],
        lots[1],
        request.nonce,
    ] {
        hash.update(digest.as_bytes());
    }
    let count = u64::from(request.count);
    drawn(hash.finalize().into(), side.list.entries, count)
        .into_iter()
        .collect()
}

/// The chance that at least one of `drawn` records is a bad one where this share of a list is:
/// 1 − (1 − f)^t. Records are drawn without being put back, so the true chance is not less.
pub fn detection(share: f64, drawn: u32) -> f64 {
    1.0 - (1.0 - share.clamp(0.0, 1.0)).powf(f64::from(drawn))
}

/// Opens what a request draws. `sent` are the points of the side's own message, in its order.
pub fn answer(
    request: &Request,
    lots: [Digest; 2],
    side: &Pledge,
    list: &CommittedList<'_>,
    key: &BlindingKey,
    sent: &[PointBytes],
) -> Result<Answer, AuditError> {
    let commitment = side.list.digest();
    let to_group = ToGroup::new(DOMAIN);
    let open = |place: &u64| -> Result<Opened, AuditError> {
        let at = usize::try_from(*place).unwrap_or(usize::MAX);
        let opening = list.open(commitment, at, &[])?;
        let slots = opening.shown(KEYS).and_then(read_slots).unwrap_or_default();
        let (before, before_bytes) = hashed(&to_group, &slots);
        let claim = Claim {
            context: &context(request, *place),
            public: key.public(),
            before: &before,
            before_bytes: &before_bytes,
            after_bytes: of_record(sent, at, slots.len()),
        };
        Ok(Opened {
            opening,
            proof: hex(&Proof::make(key, &claim).to_bytes()),
        })
    };
    let records = draw(request, lots, side)
        .par_iter()
        .map(open)
        .collect::<Result<_, _>>()?;
    let request = Digest::of(&request.write());
    Ok(Answer {
        format: Answer::FORMAT.to_owned(),
        request,
        records,
    })
}

/// Checks an answer: every record that was drawn, each fault with its place.
pub fn audit(
    request: &Request,
    lots: [Digest; 2],
    side: &Pledge,
    blinded: &Blinded,
    maker: &KeyMaker<'_>,
    answer: &Answer,
) -> AuditReport {
    let drawn = draw(request, lots, side);
    let to_group = ToGroup::new(DOMAIN);
    let checked: Vec<(u64, Result<Seen, AuditFault>)> = drawn
        .par_iter()
        .map(|place| {
            let opened = answer
                .records
                .iter()
                .find(|one| one.opening.place == *place);
            let opened = opened.ok_or(AuditFault::NotOpened);
            let check = |one| check_record(request, side, blinded, maker, &to_group, one);
            (*place, opened.and_then(check))
        })
        .collect();
    let mut report = AuditReport {
        drawn,
        ..AuditReport::default()
    };
    for (place, seen) in checked {
        match seen {
            Ok(seen) => {
                report.padding += u64::from(seen.padding);
                report.withheld += seen.withheld;
            }
            Err(fault) => report.findings.push(Finding { place, fault }),
        }
    }
    report
}

/// What a sound record counts for.
struct Seen {
    padding: bool,
    withheld: u64,
}

fn check_record(
    request: &Request,
    side: &Pledge,
    blinded: &Blinded,
    maker: &KeyMaker<'_>,
    to_group: &ToGroup,
    opened: &Opened,
) -> Result<Seen, AuditFault> {
    opened.opening.check(&side.list)?;
    let slots = opened.opening.shown(KEYS).and_then(read_slots);
    let slots = slots.filter(|slots| slots.len() == maker.set().per_record());
    let slots = slots.ok_or(AuditFault::NotShown(KEYS))?;
    let person = opened
        .opening
        .shown(PERSON)
        .ok_or(AuditFault::NotShown(PERSON))?;
    let made = match person {
        "" => None,
        text => Some(KeyRecord::read(text).ok_or(AuditFault::NotShown(PERSON))?),
    };
    let keys = made
        .as_ref()
        .map(|person| maker.keys(person))
        .unwrap_or_default();
    let foreign = slots
        .iter()
        .filter(|slot| !is_dummy(slot) && !keys.contains(*slot))
        .count();
    if foreign > 0 {
        return Err(AuditFault::ForeignKeys(foreign));
    }
    let at = usize::try_from(opened.opening.place).unwrap_or(usize::MAX);
    let (sent, points) = blinded.both();
    let (before, before_bytes) = hashed(to_group, &slots);
    let claim = Claim {
        context: &context(request, opened.opening.place),
        public: side.public,
        before: &before,
        before_bytes: &before_bytes,
        after_bytes: of_record(sent, at, slots.len()),
    };
    let proof = unhex(&opened.proof).and_then(|bytes| Proof::from_bytes(&bytes));
    let holds = proof.is_some_and(|p| p.check(&claim, of_record(points, at, slots.len())).is_ok());
    if !holds {
        return Err(AuditFault::OtherPoints);
    }
    let withheld = keys.iter().filter(|key| !slots.contains(key)).count() as u64;
    Ok(Seen {
        padding: made.is_none(),
        withheld,
    })
}

fn hashed(to_group: &ToGroup, slots: &[Key]) -> (Vec<RistrettoPoint>, Vec<PointBytes>) {
    let points: Vec<RistrettoPoint> = slots.iter().map(|key| to_group.point(key)).collect();
    let bytes = points
        .iter()
        .map(|point| point.compress().to_bytes())
        .collect();
    (points, bytes)
}

fn of_record<T>(all: &[T], at: usize, per_record: usize) -> &[T] {
    let start = at.saturating_mul(per_record);
    all.get(start..start.saturating_add(per_record))
        .unwrap_or_default()
}

/// What binds a record's proof to the audit and the place.
fn context(request: &Request, place: u64) -> [u8; 32] {
    Sha256::new()
        .chain_update(b"good offices overlap audit 1")
        .chain_update(request.session.as_bytes())
        .chain_update(request.side.as_bytes())
        .chain_update(place.to_be_bytes())
        .finalize()
        .into()
}

fn line(value: &impl Serialize) -> Vec<u8> {
    // Strings, digests and numbers: nothing here can fail to be written.
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn from_line<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<T> {
    if bytes.len() > MOST {
        None
    } else {
        serde_json::from_slice(bytes).ok()
    }
}
