//! The second step: the other side's points multiplied by one's own secret, with the proof that it
//! was one secret, and the one pledged; and the messages that carry them.

use curve25519_dalek::ristretto::RistrettoPoint;

use super::{
    blind::Blinded,
    group::{BlindingKey, PointBytes},
    lot::shuffled,
    pledge::{Pledge, Session, Show},
    proof::{Claim, Proof},
    steps::{firsts, in_chunks},
    wire::{MessageError, Points, Reader, Size, split},
};
use crate::{
    commit::Digest,
    watch::{Stopped, Watch},
};

const LINE: &str = "good offices overlap doubled keys 1\n";
const WHAT: &str = "doubled keys";
const SHUFFLE_LINE: &str = "good offices overlap shuffle proof 1\n";
const SHUFFLE_WHAT: &str = "a shuffle proof";

/// The other side's points multiplied, in the order in which they came. `done` and `sink` are as
/// for [`blind`](super::blind()).
pub fn double(
    theirs: &Blinded,
    key: &BlindingKey,
    done: Vec<u8>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), Stopped>,
) -> Result<Vec<PointBytes>, Stopped> {
    let Points { bytes, points } = &theirs.points;
    let multiply = |places: &[usize]| key.multiply(places.iter().filter_map(|at| points.get(*at)));
    in_chunks(&firsts(bytes), done, &multiply, watch, sink)
}

/// In which order doubled points stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As they came.
    AsTheyCame,
    /// Records shuffled, and the keys within each.
    Shuffled,
}

impl Order {
    /// The order that the terms ask for.
    pub const fn asked(show: Show) -> Self {
        match show {
            Show::Size => Self::Shuffled,
            Show::Records | Show::ReleaseSize | Show::ReleaseRecords => Self::AsTheyCame,
        }
    }

    const fn byte(self) -> u8 {
        match self {
            Self::AsTheyCame => 0,
            Self::Shuffled => 1,
        }
    }
}

/// A message of doubled keys: the points of one side, multiplied by the other as well.
#[derive(Debug, Clone)]
pub struct Doubled {
    size: Size,
    bytes: Vec<PointBytes>,
    /// Where the points are in the order in which they came. Of shuffled ones it goes to the
    /// go-between alone, with the shuffle.
    proof: Option<Proof>,
    digest: Digest,
}

impl Doubled {
    /// The message with the points in the order in which they came, and the proof.
    pub fn write(
        session: &Session,
        from: &Pledge,
        to: &Pledge,
        key: &BlindingKey,
        theirs: &Blinded,
        points: &[PointBytes],
    ) -> Vec<u8> {
        let proof = prove(session, key, theirs, points);
        let order = Order::AsTheyCame;
        sealed(&[
            &head(session, from, to, order),
            points.as_flattened(),
            &proof.to_bytes(),
        ])
    }

    /// The message with the points shuffled, and the shuffle with its proof for the go-between
    /// alone. The seed is 32 secret bytes.
    pub fn write_shuffled(
        session: &Session,
        from: &Pledge,
        to: &Pledge,
        key: &BlindingKey,
        theirs: &Blinded,
        points: &[PointBytes],
        seed: &[u8; 32],
    ) -> (Vec<u8>, Vec<u8>) {
        let proof = prove(session, key, theirs, points);
        let places = shuffled(seed, session.size_of(to));
        let mixed: Vec<PointBytes> = places
            .iter()
            .filter_map(|at| points.get(*at).copied())
            .collect();
        let message = sealed(&[
            &head(session, from, to, Order::Shuffled),
            mixed.as_flattened(),
        ]);
        let shuffle = sealed(&[
            SHUFFLE_LINE.as_bytes(),
            session.id().as_bytes(),
            from.digest().as_bytes(),
            Digest::of(&message).as_bytes(),
            seed,
            &proof.to_bytes(),
        ]);
        (message, shuffle)
    }

    /// Reads the message that `from` made of the points of `to`.
    pub fn read(
        bytes: &[u8],
        session: &Session,
        from: &Pledge,
        to: &Pledge,
    ) -> Result<Self, MessageError> {
        let order = Order::asked(session.terms().show);
        let size = session.size_of(to);
        let mut reader = Reader::new(bytes, LINE, WHAT)?;
        let (id, sender, written_order) = (reader.take()?, reader.take()?, reader.take()?);
        whose(session, from, id, sender, WHAT)?;
        if written_order != [order.byte()] {
            return Err(MessageError::OtherOrder(WHAT));
        }
        let points = split(reader.points(size)?);
        let proof = match order {
            Order::AsTheyCame => {
                let proof = Proof::from_bytes(&reader.take()?);
                Some(proof.ok_or(MessageError::ProofForm(WHAT))?)
            }
            Order::Shuffled => None,
        };
        unsealed(bytes, reader, WHAT)?;
        Ok(Self {
            size,
            bytes: points,
            proof,
            digest: Digest::of(bytes),
        })
    }

    /// The points as they are written.
    pub fn bytes(&self) -> &[PointBytes] {
        &self.bytes
    }

    /// Checks that the pledged secret multiplied all of `ours`, in their order.
    pub fn check(
        &self,
        session: &Session,
        from: &Pledge,
        ours: (&[PointBytes], &[RistrettoPoint]),
    ) -> Result<(), MessageError> {
        let proof = self.proof.ok_or(MessageError::OtherOrder(WHAT))?;
        let after = self.points(&self.bytes)?;
        check(session, from, ours, (&self.bytes, &after), proof, WHAT)
    }

    /// Checks that each point of a shuffled message is one. That they are the right ones only the
    /// go-between can check, by [`ShuffleProof::check`].
    pub fn check_points(&self) -> Result<(), MessageError> {
        self.points(&self.bytes).map(|_| ())
    }

    fn points(&self, bytes: &[PointBytes]) -> Result<Vec<RistrettoPoint>, MessageError> {
        let per_record = usize::try_from(self.size.per_record).unwrap_or(usize::MAX);
        Ok(Points::read(bytes.as_flattened(), per_record, WHAT)?.points)
    }
}

/// What shows the go-between alone that a shuffled message is as it should be.
#[derive(Debug, Clone)]
pub struct ShuffleProof {
    message: Digest,
    seed: [u8; 32],
    proof: Proof,
}

impl ShuffleProof {
    /// Reads the file.
    pub fn read(bytes: &[u8], session: &Session, from: &Pledge) -> Result<Self, MessageError> {
        let mut reader = Reader::new(bytes, SHUFFLE_LINE, SHUFFLE_WHAT)?;
        whose(session, from, reader.take()?, reader.take()?, SHUFFLE_WHAT)?;
        let (message, seed) = (Digest::from_bytes(reader.take()?), reader.take()?);
        let proof = Proof::from_bytes(&reader.take()?);
        let proof = proof.ok_or(MessageError::ProofForm(SHUFFLE_WHAT))?;
        unsealed(bytes, reader, SHUFFLE_WHAT)?;
        Ok(Self {
            message,
            seed,
            proof,
        })
    }

    /// Checks that the message is a shuffle of the points of `theirs`, all multiplied by the secret
    /// that `from` pledged.
    pub fn check(
        &self,
        session: &Session,
        from: &Pledge,
        theirs: &Blinded,
        message: &Doubled,
    ) -> Result<(), MessageError> {
        if self.message != message.digest {
            return Err(MessageError::NotPledged(WHAT));
        }
        let places = shuffled(&self.seed, message.size);
        let mut bytes = vec![[0; 32]; message.bytes.len()];
        for (at, point) in places.into_iter().zip(&message.bytes) {
            if let Some(slot) = bytes.get_mut(at) {
                *slot = *point;
            }
        }
        let after = message.points(&bytes)?;
        let before = (theirs.bytes(), theirs.points.points.as_slice());
        check(
            session,
            from,
            before,
            (&bytes, &after),
            self.proof,
            SHUFFLE_WHAT,
        )
    }
}

impl Blinded {
    /// Its points as they are written and as points, to check against them what came of them.
    pub fn both(&self) -> (&[PointBytes], &[RistrettoPoint]) {
        (&self.points.bytes, &self.points.points)
    }
}

fn head(session: &Session, from: &Pledge, to: &Pledge, order: Order) -> Vec<u8> {
    [
        LINE.as_bytes(),
        session.id().as_bytes(),
        from.digest().as_bytes(),
        &[order.byte()],
        &session.size_of(to).write(),
    ]
    .concat()
}

fn prove(
    session: &Session,
    key: &BlindingKey,
    theirs: &Blinded,
    after_bytes: &[PointBytes],
) -> Proof {
    let ((before_bytes, before), id) = (theirs.both(), session.id());
    let (context, public) = (id.as_bytes(), key.public());
    Proof::make(
        key,
        &Claim {
            context,
            public,
            before,
            before_bytes,
            after_bytes,
        },
    )
}

fn check(
    session: &Session,
    from: &Pledge,
    (before_bytes, before): (&[PointBytes], &[RistrettoPoint]),
    (after_bytes, after): (&[PointBytes], &[RistrettoPoint]),
    proof: Proof,
    what: &'static str,
) -> Result<(), MessageError> {
    let id = session.id();
    let (context, public) = (id.as_bytes(), from.public);
    let claim = Claim {
        context,
        public,
        before,
        before_bytes,
        after_bytes,
    };
    proof
        .check(&claim, after)
        .map_err(|_| MessageError::NotProved(what))
}

fn whose(
    session: &Session,
    from: &Pledge,
    id: [u8; 32],
    sender: [u8; 32],
    what: &'static str,
) -> Result<(), MessageError> {
    if id != *session.id().as_bytes() {
        return Err(MessageError::OtherSession(what));
    }
    if sender != *from.digest().as_bytes() {
        return Err(MessageError::OtherSide(what));
    }
    Ok(())
}

/// The parts, and the digest of all of them: so that what was damaged on the way is told from what
/// was altered by the side that sent it.
fn sealed(parts: &[&[u8]]) -> Vec<u8> {
    let mut all = parts.concat();
    let digest = Digest::of(&all);
    all.extend_from_slice(digest.as_bytes());
    all
}

fn unsealed(bytes: &[u8], mut reader: Reader<'_>, what: &'static str) -> Result<(), MessageError> {
    let digest: [u8; 32] = reader.take()?;
    reader.end()?;
    let before = bytes.len().checked_sub(32).and_then(|end| bytes.get(..end));
    if Digest::of(before.unwrap_or_default()).as_bytes() == &digest {
        Ok(())
    } else {
        Err(MessageError::Damaged(what))
    }
}
