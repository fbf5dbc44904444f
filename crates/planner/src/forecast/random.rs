//! Drawing numbers from a seed: the same seed and stream give the same numbers, on any number of
//! threads. `SplitMix64` (Steele, Lea and Flood 2014). Not for secrets.

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// A sequence of draws.
#[derive(Clone, Debug)]
pub struct Draws {
    state: u64,
}

impl Draws {
    /// The sequence of this seed and stream.
    pub const fn new(seed: u64, stream: u64) -> Self {
        let state = strewn(seed ^ strewn(stream.wrapping_add(GOLDEN)));
        Self { state }
    }

    /// Evenly from nought to one, one not included.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub const fn uniform(&mut self) -> f64 {
        self.state = self.state.wrapping_add(GOLDEN);
        (strewn(self.state) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something with this chance happens.
    pub fn happens(&mut self, chance: f64) -> bool {
        self.uniform() < chance
    }
}

const fn strewn(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
