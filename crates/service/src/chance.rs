//! Where random bytes come from: the operating system, or, in tests, a seed.

use std::sync::atomic::{AtomicU64, Ordering};

use record::Digest;

use crate::ServiceError;

/// A source of random bytes.
pub trait Chance: Send + Sync {
    /// Fills a buffer.
    ///
    /// # Errors
    /// When the source has none to give.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), ServiceError>;
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsChance;

impl Chance for OsChance {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), ServiceError> {
        getrandom::fill(buffer).map_err(|_| ServiceError::NoChance)
    }
}

/// Bytes made from a seed, the same each time: for tests only.
#[derive(Debug, Default)]
pub struct SeededChance(AtomicU64);

impl SeededChance {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Chance for SeededChance {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), ServiceError> {
        for chunk in buffer.chunks_mut(32) {
            let n = self.0.fetch_add(1, Ordering::SeqCst);
            let digest = Digest::of(format!("seeded chance {n}").as_bytes());
            for (to, from) in chunk.iter_mut().zip(digest.as_bytes()) {
                *to = *from;
            }
        }
        Ok(())
    }
}

pub(crate) fn bytes<const N: usize>(chance: &dyn Chance) -> Result<[u8; N], ServiceError> {
    let mut buffer = [0; N];
    chance.fill(&mut buffer)?;
    Ok(buffer)
}
