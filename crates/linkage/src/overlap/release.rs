//! Where the go-between alone compares: what it releases to the two sides, both at once.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    blind::Blinded,
    compare::{CompareError, compare},
    double::Doubled,
    pledge::{Pledge, Rounding, Session, Show},
    wire::MessageError,
};
use crate::commit::Digest;

/// The most bytes that are read of a release.
const MOST: usize = 1 << 28;

/// What one side is told: JSON on one line, in one form only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// [`Release::FORMAT`].
    pub format: String,
    /// The session's id.
    pub session: Digest,
    /// The digest of the pledge of the side that is told.
    pub to: Digest,
    /// To what the counts are rounded.
    pub rounded_to: u64,
    /// How many of the records of the side that is told the other has.
    pub yours: u64,
    /// How many of the other side's records the side that is told has.
    pub theirs: u64,
    /// The places of those records of the side that is told, from 0, where the terms say that they
    /// are released.
    pub places: Option<Vec<u32>>,
}

/// Why nothing is released, or what was released is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReleaseError {
    /// The terms give the comparison to the two sides.
    #[error(
        "joining two sides’ keys: the terms of this session let the two sides compare, not the go-between; let them, or have the pledges made again"
    )]
    NotTheTerms,
    /// A message is refused.
    #[error("{0}")]
    Message(#[from] MessageError),
    /// The comparison was given up.
    #[error("{0}")]
    Compare(#[from] CompareError),
    /// Not a release in its one form.
    #[error("reading a release: it is not one as this program writes it; ask for the file again")]
    Form,
    /// It is for somebody else, or of another session.
    #[error(
        "reading a release: it is of another session, or for the other side; ask for the right one"
    )]
    NotYours,
}

/// What the go-between has of one side.
#[derive(Clone, Copy)]
pub struct SideFiles<'a> {
    /// The side's pledge.
    pub pledge: &'a Pledge,
    /// Its blinded keys.
    pub blinded: &'a Blinded,
    /// Its blinded keys as the other side doubled them.
    pub doubled: &'a Doubled,
}

/// Compares, once both proofs hold, and gives what each side is told, in the order of the sides.
pub fn join(
    session: &Session,
    one: SideFiles<'_>,
    other: SideFiles<'_>,
) -> Result<[Release; 2], ReleaseError> {
    let terms = session.terms();
    let with_places = match terms.show {
        Show::ReleaseSize => false,
        Show::ReleaseRecords => true,
        Show::Size | Show::Records => return Err(ReleaseError::NotTheTerms),
    };
    one.doubled
        .check(session, other.pledge, one.blinded.both())?;
    other
        .doubled
        .check(session, one.pledge, other.blinded.both())?;
    let per_record = usize::try_from(session.size_of(one.pledge).per_record).unwrap_or(usize::MAX);
    let overlap = compare(
        one.doubled.bytes(),
        other.doubled.bytes(),
        per_record,
        terms.agree,
    )?;
    let sides = [(one, overlap.ours()), (other, overlap.theirs())];
    let counts = sides
        .each_ref()
        .map(|(_, places)| terms.rounding.round(places.len() as u64));
    let [first, second] = counts;
    let [(_, of_one), (_, of_other)] = sides;
    let release = |to: &Pledge, yours, theirs, places| Release {
        format: Release::FORMAT.to_owned(),
        session: session.id(),
        to: to.digest(),
        rounded_to: terms.rounding.step(),
        yours,
        theirs,
        places: if with_places { Some(places) } else { None },
    };
    Ok([
        release(one.pledge, first, second, of_one),
        release(other.pledge, second, first, of_other),
    ])
}

impl Release {
    /// How a release names its format.
    pub const FORMAT: &'static str = "good offices overlap release 1";

    /// As JSON on one line.
    pub fn write(&self) -> Vec<u8> {
        // Strings, digests and numbers: nothing here can fail to be written.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Reads what this side was told in this session.
    pub fn read(bytes: &[u8], session: &Session, to: &Pledge) -> Result<Self, ReleaseError> {
        if bytes.len() > MOST {
            return Err(ReleaseError::Form);
        }
        let read: Self = serde_json::from_slice(bytes).map_err(|_| ReleaseError::Form)?;
        let known = Rounding::read(read.rounded_to) == Some(session.terms().rounding);
        if read.format != Self::FORMAT || read.write() != bytes || !known {
            return Err(ReleaseError::Form);
        }
        if read.session != session.id() || read.to != to.digest() {
            return Err(ReleaseError::NotYours);
        }
        Ok(read)
    }
}
