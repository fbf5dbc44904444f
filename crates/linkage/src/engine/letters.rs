//! Texts as letter codes, and how alike two of them are: Jaro-Winkler and edit distance, counted
//! bit by bit against one prepared text.

use std::hash::Hasher;

/// Many texts, each as a run of letter codes.
#[derive(Debug, Default)]
pub struct Letters {
    codes: Vec<u16>,
    texts: Vec<Text>,
}

/// What is looked at of a text before its letters are: all of it in one place, since most pairs of
/// texts go no further.
#[derive(Debug, Clone, Copy, Default)]
struct Text {
    signature: Signature,
    /// Where its letters begin.
    from: u32,
    letters: u8,
    /// How many of its letters its signature does not count.
    uncounted: u8,
}

/// Which letters a text holds, counted to two, letters folded onto 32 places: what two texts have in
/// common at most can be read off before any of them is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Signature {
    letters: u64,
    /// Which pairs of neighbours it holds, folded onto 64 places.
    neighbours: u64,
}

/// A text longer than this is compared by its beginning.
const LONGEST: usize = 64;

impl Letters {
    /// Takes a text in; its number is how many were taken in before.
    pub fn push(&mut self, text: &str) {
        let mut signature = Signature::default();
        let mut before = 0;
        let from = self.codes.len();
        for c in text.chars().take(LONGEST) {
            let code = code(c);
            self.codes.push(code);
            signature.add(before, code);
            before = code;
        }
        let letters = self.codes.len() - from;
        self.texts.push(Text {
            signature,
            from: u32::try_from(from).unwrap_or(u32::MAX),
            letters: u8::try_from(letters).unwrap_or(u8::MAX),
            uncounted: signature.uncounted(letters),
        });
    }

    /// How alike two texts are, where nothing is prepared. Symmetric.
    #[inline]
    pub fn likeness(&self, a: usize, b: usize) -> Likeness {
        let (mine, theirs) = (self.text(a), self.text(b));
        let needed = NEEDED.get(usize::from(mine.letters)).unwrap_or(&IMPOSSIBLE);
        if mine.common(&theirs) < theirs.needed(needed) {
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
        self.texts.len()
    }

    /// The letters of a text; none for a number that was never given.
    fn of(&self, text: usize) -> &[u16] {
        self.letters_of(&self.text(text))
    }

    fn letters_of(&self, text: &Text) -> &[u16] {
        let from = text.from as usize;
        self.codes
            .get(from..from + usize::from(text.letters))
            .unwrap_or_default()
    }

    #[inline]
    fn text(&self, text: usize) -> Text {
        self.texts.get(text).copied().unwrap_or_default()
    }
}

impl Text {
    /// How many letters the two have in common at most.
    #[inline]
    fn common(&self, other: &Self) -> u32 {
        let slack = self.uncounted.min(other.uncounted);
        self.signature.common(other.signature) + u32::from(slack)
    }

    /// How many that must be, by its length.
    #[inline]
    fn needed(&self, by_length: &[u8; LONGEST + 1]) -> u32 {
        let needed = by_length.get(usize::from(self.letters)).copied();
        u32::from(needed.unwrap_or(u8::MAX))
    }
}

/// A letter's code: its scalar value, folded where it has more than 16 bits. Two letters that fold
/// onto one are taken for alike; texts are equal only if they are the same text.
fn code(c: char) -> u16 {
    let n = u32::from(c);
    u16::try_from(n).unwrap_or_else(|_| u16::try_from(n % 0xFFF1).unwrap_or(0))
}

impl Signature {
    fn add(&mut self, before: u16, code: u16) {
        let one = 1u64 << (u32::from(code) & 31);
        self.letters |= if self.letters & one == 0 {
            one
        } else {
            one << 32
        };
        let pair = u32::from(before) * 31 + u32::from(code);
        self.neighbours |= 1 << (pair.wrapping_mul(0x9E37_79B1) >> 26);
    }

    /// How many letters the two have in common at most, but for what `uncounted` says.
    fn common(self, other: Self) -> u32 {
        (self.letters & other.letters).count_ones()
    }

    /// Letters of a text of this length that its signature does not count.
    fn uncounted(self, length: usize) -> u8 {
        let counted = self.letters.count_ones() as usize;
        u8::try_from(length.saturating_sub(counted)).unwrap_or(u8::MAX)
    }

    /// How many edits lie between the two at least: each changes three pairs of neighbours at most.
    fn edits(self, other: Self) -> u32 {
        let lost = (self.neighbours & !other.neighbours).count_ones();
        let gained = (other.neighbours & !self.neighbours).count_ones();
        lost.max(gained).div_ceil(3)
    }
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
    summary: Text,
    /// By the other's length, how many letters the two must have in common to be anything but
    /// unlike.
    needed: &'static [u8; LONGEST + 1],
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
            summary: Text::default(),
            needed: &IMPOSSIBLE,
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
        self.summary = self.letters.text(text);
        let letters = self.letters.letters_of(&self.summary);
        let before = std::mem::replace(&mut self.text, letters);
        if let Some(needed) = NEEDED.get(self.text.len()) {
            self.needed = needed;
        }
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
            let clashes = |&c: &u16| c != code && low(c) == low(code);
            self.ambiguous |= self.text.iter().any(clashes);
            if let Some(place) = places.get_mut(low(code)) {
                *place |= 1 << i;
            }
        }
    }

    /// How alike another text is. Symmetric.
    pub fn likeness(&self, other: usize) -> Likeness {
        let theirs = self.letters.text(other);
        let common = self.summary.common(&theirs);
        if common < theirs.needed(self.needed) {
            return Likeness::Unlike;
        }
        let letters = self.letters.letters_of(&theirs);
        self.looked_at(letters, theirs.signature, common as usize)
    }

    /// Likeness of a text that has enough letters in common.
    fn looked_at(&self, theirs: &[u16], signature: Signature, common: usize) -> Likeness {
        if signature == self.summary.signature && self.text == theirs {
            return Likeness::Same;
        }
        let (a, b) = (self.text.len(), theirs.len());
        let longer = a.max(b);
        if longer >= LONG {
            return self.long_likeness(theirs, signature);
        }
        let maybe_edited = longer - a.min(b) <= 2 && common + 2 >= longer;
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

    fn long_likeness(&self, theirs: &[u16], signature: Signature) -> Likeness {
        let longer = self.text.len().max(theirs.len());
        let most = most_edits(longer);
        if self.summary.signature.edits(signature) as usize > most {
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

/// By two lengths, how many letters two texts must have in common to be alike at all; more than there
/// can be where no number is enough.
static NEEDED: [[u8; LONGEST + 1]; LONGEST + 1] = {
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

const IMPOSSIBLE: [u8; LONGEST + 1] = [u8::MAX; LONGEST + 1];

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

fn common_prefix(a: &[u16], b: &[u16]) -> usize {
    a.iter().zip(b).take(4).take_while(|(x, y)| x == y).count()
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
            proptest::prop_assert!(letters.text(0).signature.edits(letters.text(1).signature) as usize <= edits);
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
