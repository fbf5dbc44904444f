//! One hash for the crate's maps, the same on every machine and in every run.

use std::hash::{BuildHasher, Hasher};

/// Builds [`Mixer`]s, all alike.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fixed;

impl BuildHasher for Fixed {
    type Hasher = Mixer;

    fn build_hasher(&self) -> Mixer {
        Mixer(0x9E37_79B9_7F4A_7C15)
    }
}

/// A quick multiply-and-fold hash (after wyhash). It keeps nobody from choosing colliding input:
/// where that is to be feared, the input is bounded.
#[derive(Debug, Clone, Copy)]
pub struct Mixer(u64);

impl Mixer {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * 0xA076_1D64_78BD_642F;
        let folded = product ^ (product >> 64);
        self.0 = u64::try_from(folded & u128::from(u64::MAX)).unwrap_or(0);
    }
}

/// Numbers that follow each other, strewn over all 64 bits: the finaliser of `SplitMix64` (Steele, Lea
/// and Flood 2014). Each number has its own.
pub const fn strewn(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        let mut last = *self;
        last.mix(0x2D35_8DCC_AA6C_78A5);
        last.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
        let rest = chunks.remainder();
        let mut word = [0; 8];
        word.iter_mut().zip(rest).for_each(|(to, &from)| *to = from);
        self.mix(u64::from_le_bytes(word) ^ ((rest.len() as u64) << 56));
    }

    fn write_u8(&mut self, n: u8) {
        self.mix(u64::from(n));
    }

    /// As `write` of its two bytes, the lower first.
    fn write_u16(&mut self, n: u16) {
        self.mix(u64::from(n) ^ 2 << 56);
    }

    fn write_u32(&mut self, n: u32) {
        self.mix(u64::from(n));
    }

    fn write_u64(&mut self, n: u64) {
        self.mix(n);
    }

    fn write_usize(&mut self, n: usize) {
        self.mix(n as u64);
    }
}
