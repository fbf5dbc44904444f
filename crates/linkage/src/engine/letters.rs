//! Texts as letter codes, and how alike two of them are: Jaro-Winkler and edit distance, counted
//! bit by bit against one prepared text.

mod sieve;
mod signature;

use std::hash::Hasher;

pub use self::sieve::Sieve;
use self::signature::Signature;

/// Many texts, each as a run of letter codes.
#[derive(Debug, Default)]
pub struct Letters {
    codes: Vec<u16>,
    signatures: Vec<Signature>,
    more: Vec<More>,
}

/// What is looked at next.
#[derive(Debug, Clone, Copy, Default)]
struct More {
    /// Which pairs of neighbours a text holds, folded onto 64 places.
    neighbours: u64,
    /// Where its letters begin.
    from: u32,
}

/// A text longer than this is compared by its beginning.
const LONGEST: usize = 64;

impl Letters {
    /// Takes a text in; its number is how many were taken in before.
    pub fn push(&mut self, text: &str) {
        let (mut signature, mut neighbours) = (Signature::default(), 0);
        let mut before = 0;
        let from = self.codes.len();
        for c in text.chars().take(LONGEST) {
            let code = code(c);
            self.codes.push(code);
            signature.add(code);
            neighbours |= neighbour(before, code);
            before = code;
        }
        self.signatures.push(signature);
        self.more.push(More {
            neighbours,
            from: u32::try_from(from).unwrap_or(u32::MAX),
        });
    }

    /// Whether two texts have letters enough in common to be anything but unlike; quick, and mostly
    /// right where it says so.
    #[inline]
    pub fn may_be_alike(&self, a: usize, b: usize) -> bool {
        self.signature(a).may_be_like(self.signature(b))
    }

    /// How alike two texts are, where nothing is prepared. Symmetric.
    #[inline]
    pub fn likeness(&self, a: usize, b: usize) -> Likeness {
        if !self.may_be_alike(a, b) {
            return Likeness::Unlike;
        }
        self.looked_at_once(a, b)
    }

    fn looked_at_once(&self, a: usize, b: usize) -> Likeness {
        let mut prepared = Prepared::once(self);
        prepared.turn_to(a);
        prepared.likeness(b)
    }

    /// Adds a text to a digest.
    pub fn hash_into(&self, text: usize, hasher: &mut impl Hasher) {
        self.of(text)
            .iter()
            .for_each(|&code| hasher.write_u16(code));
        hasher.write_u8(0xFF);
    }

    /// How many texts were taken in.
    pub fn count(&self) -> usize {
        self.signatures.len()
    }

    /// The letters of a text; none for a number that was never given.
    fn of(&self, text: usize) -> &[u16] {
        let from = self.more(text).from as usize;
        self.codes
            .get(from..from + self.signature(text).length())
            .unwrap_or_default()
    }

    #[inline]
    fn signature(&self, text: usize) -> Signature {
        self.signatures.get(text).copied().unwrap_or_default()
    }

    #[inline]
    fn more(&self, text: usize) -> More {
        self.more.get(text).copied().unwrap_or_default()
    }
}

/// A letter's code: its scalar value, folded where it has more than 16 bits. Two letters that fold
/// onto one are taken for alike; texts are equal only if they are the same text.
fn code(c: char) -> u16 {
    let n = u32::from(c);
    u16::try_from(n).unwrap_or_else(|_| u16::try_from(n % 0xFFF1).unwrap_or(0))
}

/// The place of a pair of neighbours.
fn neighbour(before: u16, code: u16) -> u64 {
    let pair = u32::from(before) * 31 + u32::from(code);
    1 << (pair.wrapping_mul(0x9E37_79B1) >> 26)
}

/// How many edits lie between two texts with these neighbours at least: each changes three pairs at
/// most.
fn least_edits(mine: u64, theirs: u64) -> u32 {
    let lost = (mine & !theirs).count_ones();
    let gained = (theirs & !mine).count_ones();
    lost.max(gained).div_ceil(3)
}

/// How alike two texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same letters.
    Same,
    /// One letter left out, put in, exchanged or swapped with its neighbour.
    OneLetter,
    /// Two such, in a text long enough; or Jaro-Winkler of at least 0.92; in a long text a sixth of
    /// its letters.
    Close,
    /// Jaro-Winkler of at least 0.85; in a long text a quarter of its letters.
    Alike,
    /// Less than that.
    Unlike,
}

/// The least Jaro-Winkler similarity that counts as anything.
const ALIKE: f32 = 0.85;
const CLOSE: f32 = 0.92;
/// From this length on two wrong letters leave a text recognisable.
const LONG_ENOUGH_FOR_TWO: usize = 6;
/// From this length on one wrong letter does.
const LONG_ENOUGH_FOR_ONE: usize = 3;
/// From this length on only edits count: any two long texts have most of their letters in common.
const LONG: usize = 13;

/// One text prepared to be compared with many.
#[derive(Debug)]
pub struct Prepared<'a> {
    letters: &'a Letters,
    text: &'a [u16],
    number: Option<usize>,
    signature: Signature,
    neighbours: u64,
    /// Where each letter stands, by the low byte of its code.
    places: Option<Box<[u64; 256]>>,
    /// Whether two different letters of the text share a low byte.
    ambiguous: bool,
}

impl<'a> Prepared<'a> {
    /// Prepares none yet.
    pub fn new(letters: &'a Letters) -> Self {
        Self {
            places: Some(Box::new([0; 256])),
            ..Self::once(letters)
        }
    }

    /// For one comparison: places are looked for when they are needed.
    fn once(letters: &'a Letters) -> Self {
        Self {
            letters,
            text: &[],
            number: None,
            signature: Signature::default(),
            neighbours: 0,
            places: None,
            ambiguous: false,
        }
    }

    /// Prepares a text, unless it is the one that was prepared last.
    pub fn turn_to(&mut self, text: usize) {
        if self.number == Some(text) {
            return;
        }
        self.number = Some(text);
        self.signature = self.letters.signature(text);
        self.neighbours = self.letters.more(text).neighbours;
        let before = std::mem::replace(&mut self.text, self.letters.of(text));
        let Some(places) = &mut self.places else {
            return;
        };
        for &code in before {
            if let Some(place) = places.get_mut(low(code)) {
                *place = 0;
            }
        }
        self.ambiguous = false;
        for (i, &code) in self.text.iter().enumerate() {
            if let Some(place) = places.get_mut(low(code)) {
                let first = self.text.get(place.trailing_zeros() as usize);
                self.ambiguous |= *place != 0 && first != Some(&code);
                *place |= 1 << i;
            }
        }
    }

    /// How alike another text is. Symmetric.
    pub fn likeness(&self, other: usize) -> Likeness {
        let theirs = self.letters.signature(other);
        if !self.signature.may_be_like(theirs) {
            return Likeness::Unlike;
        }
        self.looked_at(other, theirs)
    }

    /// Likeness of a text that has enough letters in common.
    fn looked_at(&self, other: usize, signature: Signature) -> Likeness {
        let theirs = self.letters.of(other);
        if signature.letters == self.signature.letters && self.text == theirs {
            return Likeness::Same;
        }
        let common = self.signature.common(signature) as usize;
        let (a, b) = (self.text.len(), theirs.len());
        let longer = a.max(b);
        if longer >= LONG {
            return self.long_likeness(theirs, self.letters.more(other).neighbours);
        }
        let maybe_edited = may_be_edited(common, a, b);
        let prefix = common_prefix(self.text, theirs);
        if !maybe_edited && winkler(bound(common, a, b), prefix) < ALIKE {
            return Likeness::Unlike;
        }
        if maybe_edited {
            let edits = self.edits(theirs, 2);
            if edits <= 1 && longer >= LONG_ENOUGH_FOR_ONE {
                return Likeness::OneLetter;
            }
            if edits == 2 && longer >= LONG_ENOUGH_FOR_TWO {
                return Likeness::Close;
            }
        }
        match winkler(self.jaro(theirs), prefix) {
            s if s >= CLOSE => Likeness::Close,
            s if s >= ALIKE => Likeness::Alike,
            _ => Likeness::Unlike,
        }
    }

    fn long_likeness(&self, theirs: &[u16], neighbours: u64) -> Likeness {
        let longer = self.text.len().max(theirs.len());
        let most = most_edits(longer);
        if least_edits(self.neighbours, neighbours) as usize > most {
            return Likeness::Unlike;
        }
        match self.edits(theirs, most) {
            0 | 1 => Likeness::OneLetter,
            edits if edits <= longer / 6 => Likeness::Close,
            edits if edits <= most => Likeness::Alike,
            _ => Likeness::Unlike,
        }
    }

    fn places_of(&self, code: u16) -> u64 {
        if let Some(table) = &self.places {
            let places = table.get(low(code)).copied().unwrap_or(0);
            if places == 0 || (!self.ambiguous && self.stands_at(places, code)) {
                return places;
            }
        }
        (0..)
            .zip(self.text)
            .fold(0, |all, (i, &c)| all | u64::from(c == code) << i)
    }

    fn stands_at(&self, places: u64, code: u16) -> bool {
        self.text.get(places.trailing_zeros() as usize) == Some(&code)
    }

    /// Jaro's similarity (Jaro 1989), matches taken greedily from the left.
    fn jaro(&self, other: &[u16]) -> f32 {
        let (a, b) = (self.text.len(), other.len());
        let reach = (a.max(b) / 2).saturating_sub(1);
        let mut taken = 0u64;
        let mut matched = [0u16; LONGEST];
        let mut count = 0;
        for (j, &code) in other.iter().enumerate() {
            let window = below(j + reach + 1) & !below(j.saturating_sub(reach));
            let free = self.places_of(code) & window & !taken;
            if free != 0 {
                taken |= free & free.wrapping_neg();
                if let Some(slot) = matched.get_mut(count) {
                    *slot = code;
                }
                count += 1;
            }
        }
        if count == 0 {
            return 0.0;
        }
        let mut out_of_place = 0u16;
        let mut left = taken;
        for &code in matched.iter().take(count) {
            let place = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            out_of_place += u16::from(self.text.get(place) != Some(&code));
        }
        let m = small(count);
        (m / small(a) + m / small(b) + (m - f32::from(out_of_place / 2)) / m) / 3.0
    }

    /// Edit distance with neighbours swapped (optimal string alignment), after Hyyrö 2003; whatever
    /// lies above `most` may be told as any greater number.
    fn edits(&self, other: &[u16], most: usize) -> usize {
        let last = 1u64 << (self.text.len() - 1);
        let mut distance = self.text.len();
        let (mut up, mut down) = (u64::MAX, 0u64);
        let (mut zero, mut before) = (0u64, 0u64);
        for (left, &code) in (0..other.len()).rev().zip(other) {
            let here = self.places_of(code);
            let swapped = ((!zero & here) << 1) & before;
            zero = (((here & up).wrapping_add(up)) ^ up) | here | down | swapped;
            let right = down | !(zero | up);
            let lower = zero & up;
            distance += usize::from(right & last != 0);
            distance -= usize::from(lower & last != 0);
            // Each letter to come takes one away at most.
            if distance > most + left {
                return distance;
            }
            let right = (right << 1) | 1;
            up = (lower << 1) | !(zero | right);
            down = zero & right;
            before = here;
        }
        distance
    }
}

/// The edits at which a long text is still alike.
const fn most_edits(longer: usize) -> usize {
    longer / 4
}

/// Whether two texts of these lengths may lie within two edits.
const fn may_be_edited(common: usize, a: usize, b: usize) -> bool {
    a.abs_diff(b) <= 2 && common + 2 >= a && common + 2 >= b
}

fn low(code: u16) -> usize {
    usize::from(code & 0xFF)
}

/// The bits below a place.
fn below(place: usize) -> u64 {
    if place >= 64 {
        u64::MAX
    } else {
        (1 << place) - 1
    }
}

/// Lengths are at most [`LONGEST`].
fn small(n: usize) -> f32 {
    u8::try_from(n).map_or(f32::from(u8::MAX), f32::from)
}

/// So many letters at the beginning count for more.
const PREFIX: usize = 4;

fn common_prefix(a: &[u16], b: &[u16]) -> usize {
    a.iter()
        .zip(b)
        .take(PREFIX)
        .take_while(|(x, y)| x == y)
        .count()
}

/// The most that Jaro's similarity can be with so many letters in common.
fn bound(common: usize, a: usize, b: usize) -> f32 {
    let m = small(common.min(a).min(b));
    (m / small(a) + m / small(b) + 1.0) / 3.0
}

/// Winkler's prize for a common beginning (Winkler 1990).
fn winkler(jaro: f32, prefix: usize) -> f32 {
    0.1f32.mul_add(small(prefix) * (1.0 - jaro), jaro)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Letters {
        let mut letters = Letters::default();
        for text in texts {
            letters.push(text);
        }
        letters
    }

    #[test]
    fn known_similarities() {
        for (a, b, expected) in [
            ("martha", "marhta", 0.9611),
            ("dixon", "dicksonx", 0.8133),
            ("jellyfish", "smellyfish", 0.8963),
        ] {
            let letters = of(&[a, b]);
            let p = prepared(&letters, 0);
            let s = winkler(
                p.jaro(letters.of(1)),
                common_prefix(letters.of(0), letters.of(1)),
            );
            assert!((s - expected).abs() < 5e-4, "{a} {b}: {s}");
        }
    }

    #[test]
    fn known_distances() {
        for (a, b, expected) in [
            ("ca", "ac", 1),
            ("kitten", "sitting", 3),
            ("a", "abc", 2),
            ("סמי", "סמיר", 1),
        ] {
            let letters = of(&[a, b]);
            assert_eq!(
                prepared(&letters, 0).edits(letters.of(1), LONGEST),
                expected,
                "{a} {b}"
            );
        }
    }

    fn prepared(letters: &Letters, text: usize) -> Prepared<'_> {
        let mut prepared = Prepared::new(letters);
        prepared.turn_to(text);
        prepared
    }

    fn slow_edits(a: &[u16], b: &[u16]) -> usize {
        let mut d = vec![vec![0usize; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let cost = usize::from(a[i - 1] != b[j - 1]);
                    let mut best = (d[i - 1][j] + 1)
                        .min(d[i][j - 1] + 1)
                        .min(d[i - 1][j - 1] + cost);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(d[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        d[a.len()][b.len()]
    }

    proptest::proptest! {
        #[test]
        fn the_filter_hides_nothing_and_likeness_is_symmetric(a in "[a-eáשب]{1,9}", b in "[a-eáשب]{1,9}") {
            let letters = of(&[&a, &b]);
            let (p, q) = (prepared(&letters, 0), prepared(&letters, 1));
            let edits = p.edits(letters.of(1), LONGEST);
            proptest::prop_assert_eq!(edits, slow_edits(letters.of(0), letters.of(1)));
            let longer = letters.of(0).len().max(letters.of(1).len());
            let [one, two] = [0, 1].map(|text| letters.more(text).neighbours);
            proptest::prop_assert!(least_edits(one, two) as usize <= edits);
            let prefix = common_prefix(letters.of(0), letters.of(1));
            let s = winkler(p.jaro(letters.of(1)), prefix);
            let expected = if edits == 0 { Likeness::Same } else if edits <= 1 && longer >= LONG_ENOUGH_FOR_ONE { Likeness::OneLetter }
                else if edits == 2 && longer >= LONG_ENOUGH_FOR_TWO || s >= CLOSE { Likeness::Close }
                else if s >= ALIKE { Likeness::Alike } else { Likeness::Unlike };
            proptest::prop_assert_eq!(p.likeness(1), expected);
            proptest::prop_assert_eq!(q.likeness(0), expected);
            proptest::prop_assert_eq!(letters.likeness(0, 1), expected);
        }
    }
}
