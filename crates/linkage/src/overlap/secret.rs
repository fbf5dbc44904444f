//! What one side draws for one session, and keeps to itself until the session is over.

use std::fmt;

use zeroize::Zeroizing;

use super::group::{BlindingKey, NoKey};
use crate::commit::{Digest, hex, unhex};

/// 128 random bytes: 64 for the key, 32 for the lot, 32 for the shuffle. Wiped when dropped.
#[derive(Clone)]
pub struct SessionSecret(Zeroizing<[u8; 128]>);

impl SessionSecret {
    /// Of bytes that must be random and new for each session.
    pub const fn new(random: Zeroizing<[u8; 128]>) -> Self {
        Self(random)
    }

    /// The secret by which points are multiplied.
    pub fn key(&self) -> Result<BlindingKey, NoKey> {
        let (key, _) = self.0.split_first_chunk::<64>().ok_or(NoKey)?;
        BlindingKey::new(key)
    }

    /// The side's part of the lot for audits. It is shown with the blinded keys.
    pub fn lot(&self) -> Digest {
        Digest::from_bytes(*self.part(64))
    }

    /// What shuffles the other side's points. Shown to the go-between alone.
    pub fn shuffle(&self) -> &[u8; 32] {
        self.part(96)
    }

    /// As 256 hexadecimal digits, for the file in which the side keeps it.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.0.as_slice()))
    }

    /// The secret of such digits; none where they are anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        unhex(text).map(|bytes| Self(Zeroizing::new(bytes)))
    }

    fn part(&self, from: usize) -> &[u8; 32] {
        const NOTHING: &[u8; 32] = &[0; 32];
        self.0
            .get(from..)
            .and_then(<[u8]>::first_chunk)
            .unwrap_or(NOTHING)
    }
}

impl fmt::Debug for SessionSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionSecret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_kept_as_text_and_never_printed() {
        let bytes: [u8; 128] = std::array::from_fn(|i| u8::try_from(i).unwrap());
        let secret = SessionSecret::new(Zeroizing::new(bytes));
        let read = SessionSecret::from_text(&secret.to_text()).unwrap();
        assert_eq!(read.key().unwrap().public(), secret.key().unwrap().public());
        assert_eq!(read.lot().as_bytes()[0], 64);
        assert_eq!(read.shuffle()[0], 96);
        assert_eq!(format!("{secret:?}"), "SessionSecret(…)");
        assert!(SessionSecret::from_text("00").is_none());
    }
}
