//! Proofs that one secret multiplied all points of a step (Chaum and Pedersen 1992), many points in
//! one proof by a random combination of them, as RFC 9497, section 2.2, does for its composites.
//!
//! Two things differ from that RFC, for speed alone: the weights of the combination have 128 bits,
//! which leaves a false batch a chance of 2^-128, and they are drawn four at a time from one digest
//! of all points rather than each from a hash of its own.

use curve25519_dalek::{
    constants::RISTRETTO_BASEPOINT_TABLE,
    ristretto::{CompressedRistretto, RistrettoPoint},
    scalar::Scalar,
    traits::{Identity as _, VartimeMultiscalarMul as _},
};
use rayon::prelude::*;
use sha2::{Digest as _, Sha512};
use thiserror::Error;
use zeroize::Zeroizing;

use super::group::{BlindingKey, PointBytes};

/// How many points are combined at a time.
const CHUNK: usize = 1 << 14;

/// A proof: 64 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    challenge: Scalar,
    response: Scalar,
}

/// A proof that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "checking a proof: not all of these points were multiplied by the one secret that was pledged; some were altered, or another secret was used"
)]
pub struct NotProved;

/// What a proof is about: points as they were before and after, and where this is done.
#[derive(Clone, Copy)]
pub struct Claim<'a> {
    /// Binds the proof to one use: a session's id, or an audit's.
    pub context: &'a [u8; 32],
    /// The public part of the secret.
    pub public: PointBytes,
    /// The points before, as points.
    pub before: &'a [RistrettoPoint],
    /// The points before, as they are written.
    pub before_bytes: &'a [PointBytes],
    /// The points after, as they are written.
    pub after_bytes: &'a [PointBytes],
}

impl Claim<'_> {
    /// One digest of everything that the proof is about.
    fn seed(&self) -> [u8; 64] {
        let mut hash = Sha512::new();
        hash.update(b"good offices overlap proof 1");
        hash.update(self.context);
        hash.update(self.public);
        hash.update((self.before_bytes.len() as u64).to_be_bytes());
        hash.update((self.after_bytes.len() as u64).to_be_bytes());
        for bytes in self.before_bytes.iter().chain(self.after_bytes) {
            hash.update(bytes);
        }
        hash.finalize().into()
    }
}

impl Proof {
    /// Proves that `key` multiplied every point before into the one after. The same claim gives the
    /// same proof: its nonce comes from the secret and the claim.
    pub fn make(key: &BlindingKey, claim: &Claim<'_>) -> Self {
        let seed = claim.seed();
        let combined = combine(&seed, claim.before);
        let nonce = Zeroizing::new(Scalar::from_bytes_mod_order_wide(
            &Sha512::new()
                .chain_update(b"good offices overlap nonce 1")
                .chain_update(key.scalar().as_bytes())
                .chain_update(seed)
                .finalize()
                .into(),
        ));
        let points = [
            combined.compress(),
            (combined * key.scalar()).compress(),
            (&*nonce * RISTRETTO_BASEPOINT_TABLE).compress(),
            (combined * *nonce).compress(),
        ];
        let challenge = challenge(&seed, &points);
        Self {
            challenge,
            response: *nonce - challenge * key.scalar(),
        }
    }

    /// Checks the proof against the claim and the points after, as points.
    pub fn check(&self, claim: &Claim<'_>, after: &[RistrettoPoint]) -> Result<(), NotProved> {
        if claim.before.len() != after.len()
            || claim.before_bytes.len() != claim.before.len()
            || claim.after_bytes.len() != after.len()
        {
            return Err(NotProved);
        }
        let public = CompressedRistretto(claim.public)
            .decompress()
            .ok_or(NotProved)?;
        let seed = claim.seed();
        let combined = combine(&seed, claim.before);
        let combined_after = combine(&seed, after);
        let (c, s) = (self.challenge, self.response);
        let base = RistrettoPoint::vartime_double_scalar_mul_basepoint(&c, &public, &s).compress();
        let nonced =
            RistrettoPoint::vartime_multiscalar_mul([s, c], [combined, combined_after]).compress();
        let found = challenge(
            &seed,
            &[combined.compress(), combined_after.compress(), base, nonced],
        );
        if found == c { Ok(()) } else { Err(NotProved) }
    }

    /// The 64 bytes: challenge, then response, each as a canonical scalar, little end first.
    pub fn to_bytes(self) -> [u8; 64] {
        let mut bytes = [0; 64];
        let both = self
            .challenge
            .to_bytes()
            .into_iter()
            .chain(self.response.to_bytes());
        for (to, from) in bytes.iter_mut().zip(both) {
            *to = from;
        }
        bytes
    }

    /// Reads 64 bytes; none where a number in them is not canonical.
    pub fn from_bytes(bytes: &[u8; 64]) -> Option<Self> {
        let (challenge, rest) = bytes.split_first_chunk::<32>()?;
        let scalar = |bytes: [u8; 32]| Option::from(Scalar::from_canonical_bytes(bytes));
        let response = rest.first_chunk::<32>()?;
        Some(Self {
            challenge: scalar(*challenge)?,
            response: scalar(*response)?,
        })
    }
}

/// The sum of the points, each weighed by 128 bits drawn from the seed.
fn combine(seed: &[u8; 64], points: &[RistrettoPoint]) -> RistrettoPoint {
    let chunk = |(number, points): (usize, &[RistrettoPoint])| {
        let weights = weights(seed, number * CHUNK, points.len());
        RistrettoPoint::vartime_multiscalar_mul(weights, points)
    };
    points
        .par_chunks(CHUNK)
        .enumerate()
        .map(chunk)
        .reduce(RistrettoPoint::identity, |a, b| a + b)
}

/// The weights from `from` on: block number i of the digests gives weights 4i to 4i + 3.
fn weights(seed: &[u8; 64], from: usize, count: usize) -> Vec<Scalar> {
    let block = |number: usize| -> [u8; 64] {
        Sha512::new()
            .chain_update(b"good offices overlap weight 1")
            .chain_update(seed)
            .chain_update((number as u64).to_be_bytes())
            .finalize()
            .into()
    };
    let quarters = (from / 4..).flat_map(|number| {
        let block = block(number);
        let mut weights = [Scalar::ZERO; 4];
        for (weight, bytes) in weights.iter_mut().zip(block.chunks_exact(16)) {
            let mut whole = [0; 32];
            for (to, from) in whole.iter_mut().zip(bytes) {
                *to = *from;
            }
            *weight = Scalar::from_bytes_mod_order(whole);
        }
        weights
    });
    quarters.take(count).collect()
}

fn challenge(seed: &[u8; 64], points: &[CompressedRistretto; 4]) -> Scalar {
    let mut hash = Sha512::new();
    hash.update(b"good offices overlap challenge 1");
    hash.update(seed);
    for point in points {
        hash.update(point.as_bytes());
    }
    Scalar::from_bytes_mod_order_wide(&hash.finalize().into())
}
