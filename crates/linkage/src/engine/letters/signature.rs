//! What is looked at of a text before its letters are: which letters it holds, how it begins and how long
//! it is. Most pairs of texts go no further.

use super::{
    LONG, LONG_ENOUGH_FOR_ONE, LONG_ENOUGH_FOR_TWO, LONGEST, PREFIX, low, may_be_edited, most_edits,
};

/// As little of a text as will do, so that more of them are at hand at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(align(16))]
pub struct Signature {
    /// Which letters it holds, counted to two, letters folded onto 32 places: what two texts have in
    /// common at most can be read off before any of them is looked at.
    pub letters: u64,
    /// The low bytes of its first six codes, nought where there are fewer; then its length; then how
    /// many of its letters are not counted above.
    rest: u64,
}

/// Codes of which the low byte is kept.
const START: u32 = 6;
const LENGTH: u32 = 8 * START;
const UNCOUNTED: u32 = LENGTH + 8;

impl Signature {
    /// Takes the next letter in; at most [`LONGEST`].
    pub fn add(&mut self, code: u16) {
        let length = self.rest >> LENGTH & 0xFF;
        if length < u64::from(START) {
            self.rest |= (low(code) as u64) << (8 * length);
        }
        let one = 1u64 << (u32::from(code) & 31);
        let place = if self.letters & one == 0 {
            one
        } else {
            one << 32
        };
        let counted = self.letters & place == 0;
        self.rest += 1 << LENGTH | u64::from(!counted) << UNCOUNTED;
        self.letters |= place;
    }

    /// Of how many letters it is.
    #[inline]
    pub const fn length(self) -> usize {
        (self.rest >> LENGTH & 0xFF) as usize
    }

    /// How many of its letters are not counted by their places.
    #[inline]
    pub const fn uncounted(self) -> u32 {
        (self.rest >> UNCOUNTED) as u32
    }

    /// How many letters the two have in common at most.
    #[inline]
    pub fn common(self, other: Self) -> u32 {
        let slack = self.uncounted().min(other.uncounted());
        (self.letters & other.letters).count_ones() + slack
    }

    /// Whether the two have letters enough in common to be anything but unlike.
    #[inline]
    pub fn may_be_like(self, other: Self) -> bool {
        let longer = self.length().max(other.length());
        if longer >= LONG {
            return self.may_be_long_and_like(other);
        }
        let prefix = (self.rest ^ other.rest).trailing_zeros() / 8;
        let needed = needed(self.length(), other.length(), prefix as usize);
        let common = self.common(other);
        // One edit leaves all letters but one.
        let maybe_one = (LONG_ENOUGH_FOR_ONE..LONG_ENOUGH_FOR_TWO).contains(&longer)
            && common as usize + 1 >= longer;
        common >= u32::from(needed) || maybe_one && self.is_one_edit_from(other)
    }

    #[inline(never)]
    fn may_be_long_and_like(self, other: Self) -> bool {
        let needed = NEEDED.get(self.length());
        let needed = needed.and_then(|of_length| of_length.get(other.length()));
        needed.is_some_and(|&needed| self.common(other) >= u32::from(needed))
    }

    /// Whether two texts no longer than what is kept of their beginnings differ by one letter, as far as
    /// low bytes tell.
    #[inline(never)]
    fn is_one_edit_from(self, other: Self) -> bool {
        let start = |text: Self| text.rest & ((1 << LENGTH) - 1);
        let (mut mine, mut theirs) = (start(self), start(other));
        let common = (mine ^ theirs).trailing_zeros() / 8 * 8;
        mine = mine.checked_shr(common).unwrap_or(0);
        theirs = theirs.checked_shr(common).unwrap_or(0);
        if self.length() == other.length() {
            let swapped = theirs & !0xFFFF | theirs << 8 & 0xFF00 | theirs >> 8 & 0xFF;
            mine >> 8 == theirs >> 8 || mine == swapped
        } else if self.length() == other.length() + 1 {
            mine >> 8 == theirs
        } else {
            self.length() + 1 == other.length() && mine == theirs >> 8
        }
    }
}

/// By two lengths, how many letters two texts must have in common to be alike at all; more than there
/// can be where no number is enough.
pub static NEEDED: [[u8; LONGEST + 1]; LONGEST + 1] = {
    let mut needed = [IMPOSSIBLE; LONGEST + 1];
    let mut a = 1;
    while a <= LONGEST {
        let mut b = 1;
        while b <= LONGEST {
            #[expect(clippy::indexing_slicing, reason = "within bounds, at compile time")]
            let slot = &mut needed[a][b];
            *slot = common_needed(a, b);
            b += 1;
        }
        a += 1;
    }
    needed
};

pub const IMPOSSIBLE: [u8; LONGEST + 1] = [u8::MAX; LONGEST + 1];

/// Lengths are taken for places of a table as they are, and so are prefixes.
const LENGTHS: usize = 16;
const PREFIXES: usize = 8;

/// How many letters two texts that are not long must have in common, by both lengths and by how many
/// letters they begin with in common. In short ones a single edit is told apart, and here more than one
/// is.
#[inline]
fn needed(a: usize, b: usize, prefix: usize) -> u8 {
    let at = (a * LENGTHS + b) * PREFIXES + prefix.min(PREFIX);
    // Within bounds for the compiler as well.
    BY_PREFIX
        .get(at % BY_PREFIX.len())
        .copied()
        .unwrap_or(u8::MAX)
}

static BY_PREFIX: [u8; LENGTHS * LENGTHS * PREFIXES] = {
    let mut all = [u8::MAX; LENGTHS * LENGTHS * PREFIXES];
    let mut at = 0;
    while at < all.len() {
        let (a, b, prefix) = (
            at / PREFIXES / LENGTHS,
            at / PREFIXES % LENGTHS,
            at % PREFIXES,
        );
        if a < LONG && b < LONG {
            #[expect(clippy::indexing_slicing, reason = "within bounds, at compile time")]
            let slot = &mut all[at];
            *slot = least(a, b, prefix);
        }
        at += 1;
    }
    all
};

const fn least(a: usize, b: usize, prefix: usize) -> u8 {
    #[expect(clippy::indexing_slicing, reason = "within bounds, at compile time")]
    let mut needed = NEEDED[a][b];
    while needed < u8::MAX {
        let common = needed as usize;
        let told_apart = a < LONG_ENOUGH_FOR_TWO && b < LONG_ENOUGH_FOR_TWO;
        if may_be_alike(common, a, b, prefix) || !told_apart && may_be_edited(common, a, b) {
            break;
        }
        needed += 1;
    }
    needed
}

/// Whether Jaro and Winkler's similarity may be 0.85 with so many letters in common: the bound of
/// [`bound`](super::bound) with Winkler's prize, in whole numbers.
const fn may_be_alike(common: usize, a: usize, b: usize, prefix: usize) -> bool {
    let shorter = if a < b { a } else { b };
    let matched = if common < shorter { common } else { shorter };
    let prefix = if prefix < PREFIX { prefix } else { PREFIX };
    (matched * (a + b) + a * b) * (20 - 2 * prefix) >= 3 * a * b * (17 - 2 * prefix)
}

const fn common_needed(a: usize, b: usize) -> u8 {
    let (longer, shorter) = if a > b { (a, b) } else { (b, a) };
    let most = if longer >= LONG {
        most_edits(longer)
    } else {
        2
    };
    let edited = if longer - shorter <= most {
        longer.saturating_sub(most)
    } else {
        LONGEST + 1
    };
    // With four letters in common at the beginning Jaro's similarity has to be 0.75, and it is at
    // most (m/a + m/b + 1) / 3.
    let jaro = if longer >= LONG {
        LONGEST + 1
    } else {
        (5 * a * b).div_ceil(4 * (a + b))
    };
    let needed = if edited < jaro { edited } else { jaro };
    #[expect(clippy::cast_possible_truncation, reason = "at most 64")]
    let needed = if needed > LONGEST {
        u8::MAX
    } else {
        needed as u8
    };
    needed
}
