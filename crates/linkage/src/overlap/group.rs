//! The group: hashing keys to points (RFC 9380, section 4 and appendix B, for ristretto255 of
//! RFC 9496), reading points that somebody else sent, and the secret by which points are multiplied.

use std::fmt;

use curve25519_dalek::{
    constants::RISTRETTO_BASEPOINT_TABLE,
    ristretto::{CompressedRistretto, RistrettoPoint},
    scalar::Scalar,
    traits::IsIdentity as _,
};
use sha2::{Digest as _, Sha512};
use thiserror::Error;
use zeroize::Zeroizing;

/// The domain of our keys, in the manner of RFC 9380, section 8.10.
pub const DOMAIN: &[u8] = b"good-offices-overlap-1-ristretto255_XMD:SHA-512_R255MAP_RO_";

/// A point as it is written: 32 bytes.
pub type PointBytes = [u8; 32];

/// The bytes of SHA-512's block.
const BLOCK: usize = 128;

/// Hashes bytes to points of the group under one domain.
#[derive(Debug, Clone)]
pub struct ToGroup {
    /// SHA-512 that has taken in the block of zeros with which every hash begins.
    begun: Sha512,
    /// The domain and its length.
    domain: Vec<u8>,
}

impl ToGroup {
    /// Under a domain of at most 255 bytes; a longer one is hashed first (RFC 9380, section 5.3.3).
    pub fn new(domain: &[u8]) -> Self {
        let mut domain = match u8::try_from(domain.len()) {
            Ok(_) => domain.to_vec(),
            Err(_) => Sha512::new()
                .chain_update(b"H2C-OVERSIZE-DST-")
                .chain_update(domain)
                .finalize()
                .to_vec(),
        };
        domain.push(u8::try_from(domain.len()).unwrap_or(u8::MAX));
        let begun = Sha512::new().chain_update([0; BLOCK]);
        Self { begun, domain }
    }

    /// `hash_to_ristretto255`.
    pub fn point(&self, message: &[u8]) -> RistrettoPoint {
        let mut uniform = Zeroizing::new([0; 64]);
        self.expand(message, 64, |at, block| {
            if at == 0 {
                *uniform = *block;
            }
        });
        RistrettoPoint::from_uniform_bytes(&uniform)
    }

    /// `expand_message_xmd` with SHA-512: hands on one block after another until `length` bytes
    /// have been handed on, of which the last block may have more.
    fn expand(&self, message: &[u8], length: u16, mut take: impl FnMut(usize, &[u8; 64])) {
        let first = self
            .begun
            .clone()
            .chain_update(message)
            .chain_update(length.to_be_bytes())
            .chain_update([0])
            .chain_update(&self.domain)
            .finalize();
        let mut block = [0; 64];
        for number in 1..=length.div_ceil(64) {
            for (byte, of_first) in block.iter_mut().zip(&first) {
                *byte ^= of_first;
            }
            block = Sha512::new()
                .chain_update(block)
                .chain_update([u8::try_from(number).unwrap_or(u8::MAX)])
                .chain_update(&self.domain)
                .finalize()
                .into();
            take(usize::from(number) - 1, &block);
        }
    }
}

/// Why 32 bytes that somebody sent are refused as a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PointFault {
    /// No element of the group is written so.
    #[error("its bytes are not the one form of any element of ristretto255")]
    NotAPoint,
    /// The element that multiplying leaves as it is.
    #[error("it is the identity, which hides nothing")]
    Identity,
}

/// Reads a point that somebody sent. There are no elements of small order in ristretto255 other
/// than the identity; what would be one on the curve below is no element, or is the identity.
pub fn read_point(bytes: PointBytes) -> Result<RistrettoPoint, PointFault> {
    let point = CompressedRistretto(bytes)
        .decompress()
        .ok_or(PointFault::NotAPoint)?;
    if point.is_identity() {
        Err(PointFault::Identity)
    } else {
        Ok(point)
    }
}

/// The secret of one side for one session. Wiped when dropped; never printed.
#[derive(Clone)]
pub struct BlindingKey {
    scalar: Zeroizing<Scalar>,
    half: Zeroizing<Scalar>,
    public: PointBytes,
}

/// The random bytes make no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("making a key: these bytes make the number nought; draw others")]
pub struct NoKey;

impl BlindingKey {
    /// From 64 random bytes, which must be new for each session.
    pub fn new(random: &[u8; 64]) -> Result<Self, NoKey> {
        Self::of(Scalar::from_bytes_mod_order_wide(random))
    }

    fn of(scalar: Scalar) -> Result<Self, NoKey> {
        if scalar == Scalar::ZERO {
            return Err(NoKey);
        }
        let half = Zeroizing::new(scalar.div_by_2());
        let public = (&scalar * RISTRETTO_BASEPOINT_TABLE).compress().to_bytes();
        Ok(Self {
            scalar: Zeroizing::new(scalar),
            half,
            public,
        })
    }

    /// The base point multiplied by the secret: what binds the side to this secret.
    pub const fn public(&self) -> PointBytes {
        self.public
    }

    /// The secret number.
    pub(super) fn scalar(&self) -> &Scalar {
        &self.scalar
    }

    /// Points multiplied by the secret and written. Half the secret is used and the result doubled,
    /// because many doubled points are written with one inversion between them.
    pub(super) fn multiply<'a>(
        &self,
        points: impl Iterator<Item = &'a RistrettoPoint>,
    ) -> Vec<PointBytes> {
        let halves: Vec<RistrettoPoint> = points.map(|point| point * *self.half).collect();
        let written = RistrettoPoint::double_and_compress_batch(&halves);
        written.iter().map(CompressedRistretto::to_bytes).collect()
    }
}

impl fmt::Debug for BlindingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BlindingKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commit::{hex, unhex};

    fn expanded(message: &[u8], length: u16) -> String {
        let mut all = Vec::new();
        ToGroup::new(b"QUUX-V01-CS02-with-expander-SHA512-256").expand(
            message,
            length,
            |_, block| all.extend_from_slice(block),
        );
        all.truncate(usize::from(length));
        hex(&all)
    }

    #[test]
    fn expansion_is_that_of_rfc_9380_appendix_k_3() {
        assert_eq!(
            expanded(b"", 32),
            "6b9a7312411d92f921c6f68ca0b6380730a1a4d982c507211a90964c394179ba"
        );
        assert_eq!(
            expanded(b"abc", 32),
            "0da749f12fbe5483eb066a5f595055679b976e93abe9be6f0f6318bce7aca8dc"
        );
        assert_eq!(
            expanded(b"abcdef0123456789", 32),
            "087e45a86e2939ee8b91100af1583c4938e0f5fc6c9db4b107b83346bc967f58"
        );
        assert_eq!(
            expanded(b"", 128),
            "41b037d1734a5f8df225dd8c7de38f851efdb45c372887be655212d07251b921b052b62eaed99b46f72f2ef4cc96bfaf254ebbbec091e1a3b9e4fb5e5b619d2e0c5414800a1d882b62bb5cd1778f098b8eb6cb399d5d9d18f5d5842cf5d13d7eb00a7cff859b605da678b318bd0e65ebff70bec88c753b159a805d2c89c55961"
        );
    }

    #[test]
    fn blinded_and_evaluated_points_are_those_of_rfc_9497_appendix_a_1_1() {
        let to_group = ToGroup::new(b"HashToGroup-OPRFV1-\x00-ristretto255-SHA512");
        let scalar = |text: &str| {
            let bytes = unhex::<32>(text).unwrap();
            BlindingKey::of(Scalar::from_canonical_bytes(bytes).unwrap()).unwrap()
        };
        let blind = scalar("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706");
        let server = scalar("5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e");
        let cases = [
            (
                vec![0],
                "609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c",
                "7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e",
            ),
            (
                vec![0x5a; 17],
                "da27ef466870f5f15296299850aa088629945a17d1f5b7f5ff043f76b3c06418",
                "b4cbf5a4f1eeda5a63ce7b77c7d23f461db3fcab0dd28e4e17cecb5c90d02c25",
            ),
        ];
        for (input, blinded, evaluated) in cases {
            let point = to_group.point(&input);
            let once = blind.multiply([point].iter());
            assert_eq!(hex(&once[0]), blinded);
            let received = read_point(once[0]).unwrap();
            assert_eq!(hex(&server.multiply([received].iter())[0]), evaluated);
        }
    }

    #[test]
    fn what_is_no_point_is_refused() {
        // The identity, and the encodings that RFC 9496, appendix A.2, lists as bad: not canonical,
        // negative, not a square, negative product, and s = −1.
        assert_eq!(read_point([0; 32]), Err(PointFault::Identity));
        let bad = [
            "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371",
            "3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ];
        for text in bad {
            let found = read_point(unhex(text).unwrap());
            assert_eq!(found, Err(PointFault::NotAPoint), "{text}");
        }
    }

    #[test]
    fn a_key_is_never_nought_and_never_printed() {
        assert_eq!(BlindingKey::new(&[0; 64]).unwrap_err(), NoKey);
        let key = BlindingKey::new(&[9; 64]).unwrap();
        assert_eq!(format!("{key:?}"), "BlindingKey(…)");
        assert_eq!(
            key.public(),
            (key.scalar() * RISTRETTO_BASEPOINT_TABLE)
                .compress()
                .to_bytes()
        );
    }
}
