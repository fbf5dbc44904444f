//! Units: a few letters of one script that stand for a few of another. Each with its probability,
//! and as tables by which those that fit two places of two words are found without a search.

use std::collections::BTreeMap;

use super::{alphabet::Symbol, exact::power};

/// How many letters on the left and on the right a unit may have.
pub(super) const SHAPES: [(usize, usize); 6] = [(1, 1), (2, 1), (1, 2), (3, 1), (1, 0), (0, 1)];

/// The most letters that a unit has on one side.
pub(super) const WIDEST: usize = 3;

/// Where no unit has those letters.
pub(super) const NO_UNIT: u16 = u16::MAX;

/// Up to three letters in one number: each a byte, the first the highest.
pub(super) type Chunk = u32;

/// Letters as a chunk.
pub(super) fn chunk(letters: &[Symbol]) -> Chunk {
    letters
        .iter()
        .fold(0, |chunk, letter| chunk << 8 | Chunk::from(*letter))
}

/// The letters of a chunk.
pub(super) fn letters(chunk: Chunk) -> impl Iterator<Item = Symbol> {
    chunk
        .to_be_bytes()
        .into_iter()
        .filter(|letter| *letter != 0)
}

/// What stands for what.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    /// Letters of the left script.
    pub(super) left: Chunk,
    /// Letters of the right script.
    pub(super) right: Chunk,
    /// The logarithm to base 2 of how often it occurs among all units, divided by how often its
    /// letters would by chance: in 64ths of a bit.
    pub(super) gain: i16,
}

/// The units of two scripts.
#[derive(Debug, Clone)]
pub(super) struct Units {
    /// In the order of their numbers.
    pub(super) list: Vec<Unit>,
    left: Chunks,
    right: Chunks,
    /// By chunk of the left, then of the right: the unit's number, or [`NO_UNIT`].
    numbers: Vec<u16>,
    /// The same order: 2 to the gain, or 0.
    ratios: Vec<f32>,
    /// By chunk of the right, then of the left.
    turned: Vec<f32>,
}

impl Units {
    pub(super) fn new(list: Vec<Unit>) -> Self {
        let left = Chunks::new(list.iter().map(|unit| unit.left));
        let right = Chunks::new(list.iter().map(|unit| unit.right));
        let (rows, columns) = (left.count(), right.count());
        let mut units = Self {
            numbers: vec![NO_UNIT; rows * columns],
            ratios: vec![0.0; rows * columns],
            turned: vec![0.0; rows * columns],
            left,
            right,
            list: Vec::new(),
        };
        for (number, unit) in list.iter().enumerate() {
            let row = usize::from(units.left.number(unit.left));
            let column = usize::from(units.right.number(unit.right));
            let ratio = power(unit.gain);
            if let Some(slot) = units.numbers.get_mut(row * columns + column) {
                *slot = u16::try_from(number).unwrap_or(NO_UNIT);
            }
            if let Some(slot) = units.ratios.get_mut(row * columns + column) {
                *slot = ratio;
            }
            if let Some(slot) = units.turned.get_mut(column * rows + row) {
                *slot = ratio;
            }
        }
        units.list = list;
        units
    }

    /// The chunks of a word that end before each of its places, with 0, 1, 2 and 3 letters.
    pub(super) fn left_places(&self, word: &[Symbol]) -> Places {
        self.left.places(word)
    }

    /// The same for a word of the right script.
    pub(super) fn right_places(&self, word: &[Symbol]) -> Places {
        self.right.places(word)
    }

    /// The unit of two chunks, or [`NO_UNIT`].
    #[inline]
    pub(super) fn number(&self, left: u16, right: u16) -> u16 {
        self.numbers
            .get(usize::from(left) * self.right.count() + usize::from(right))
            .copied()
            .unwrap_or(NO_UNIT)
    }

    /// For a chunk of the left the ratios by chunks of the right.
    #[inline]
    pub(super) fn ratios_of_left(&self, left: u16) -> &[f32] {
        row(&self.ratios, self.right.count(), left)
    }

    /// For a chunk of the right the ratios by chunks of the left.
    #[inline]
    pub(super) fn ratios_of_right(&self, right: u16) -> &[f32] {
        row(&self.turned, self.left.count(), right)
    }

    pub(super) fn left_count(&self) -> usize {
        self.left.count()
    }

    pub(super) fn right_count(&self) -> usize {
        self.right.count()
    }
}

fn row(table: &[f32], columns: usize, at: u16) -> &[f32] {
    let begin = usize::from(at) * columns;
    table.get(begin..begin + columns).unwrap_or_default()
}

/// For each place of a word, from before its first letter to after its last, the numbers of the
/// chunks of 0 to 3 letters that end there.
pub(super) type Places = Vec<[u16; WIDEST + 1]>;

/// The chunks of one side, numbered. The last number is that of all chunks that no unit has.
#[derive(Debug, Clone)]
struct Chunks(BTreeMap<Chunk, u16>);

impl Chunks {
    fn new(chunks: impl Iterator<Item = Chunk>) -> Self {
        let mut numbers: BTreeMap<Chunk, u16> = chunks.map(|chunk| (chunk, 0)).collect();
        for (number, slot) in (0..).zip(numbers.values_mut()) {
            *slot = number;
        }
        Self(numbers)
    }

    fn count(&self) -> usize {
        self.0.len() + 1
    }

    fn number(&self, chunk: Chunk) -> u16 {
        let none = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
        self.0.get(&chunk).copied().unwrap_or(none)
    }

    fn places(&self, word: &[Symbol]) -> Places {
        let none = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
        (0..=word.len())
            .map(|end| {
                std::array::from_fn(|width| {
                    end.checked_sub(width)
                        .and_then(|begin| word.get(begin..end))
                        .map_or(none, |letters| self.number(chunk(letters)))
                })
            })
            .collect()
    }
}
