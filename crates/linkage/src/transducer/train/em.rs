//! Which letters stand for which: units learnt by expectation maximisation over all ways of cutting
//! two words into units (many-to-many alignment: Jiampojamarn, Kondrak and Sherif, "Applying
//! many-to-many alignments and hidden Markov models to letter-to-phoneme conversion", 2007).

use std::hash::{BuildHasherDefault, Hasher};

use hashbrown::HashMap;
use rayon::prelude::*;

use crate::transducer::{
    alphabet::Symbol,
    units::{Chunk, SHAPES, chunk},
};

/// Two words as letters.
pub(super) type Letters = (Vec<Symbol>, Vec<Symbol>);

/// A unit and how often it is expected, as a share of all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected {
    pub(super) left: Chunk,
    pub(super) right: Chunk,
    pub(super) share: f64,
}

/// Longer units say the same with fewer factors: what each shape costs, so that they are used only
/// where they are needed. In the order of [`SHAPES`].
const PRICES: [f64; 6] = [1.0, 0.3, 0.3, 0.1, 0.3, 0.3];

/// Units are at first looked for near the diagonal only.
const WIDTH: f64 = 0.45;

/// The words are shared out in so many parts whatever the number of threads: sums of fractions
/// depend on their order.
const PARTS: usize = 16;

const NONE: u32 = u32::MAX;

/// Learns units. Those expected fewer than `rarest` times are dropped.
pub(super) fn learn(words: &[Letters], rounds: usize, rarest: f64) -> Vec<Expected> {
    let (names, mut shares, lattices) = begin(words);
    for round in 0..rounds {
        let mut counts = expect(&lattices, &shares);
        let least = if round + 1 == rounds {
            rarest
        } else if round >= 2 {
            rarest / 4.0
        } else {
            0.0
        };
        for count in &mut counts {
            if *count < least {
                *count = 0.0;
            }
        }
        normalise(&mut counts);
        shares = counts;
    }
    let mut units: Vec<Expected> = names
        .into_iter()
        .zip(shares)
        .filter(|(_, share)| *share > 0.0)
        .map(|((left, right), share)| Expected { left, right, share })
        .collect();
    units.sort_by_key(|unit| (unit.left, unit.right));
    units
}

/// Every unit that may be, its share at first, and the lattice of each pair of words.
fn begin(words: &[Letters]) -> (Vec<(Chunk, Chunk)>, Vec<f64>, Vec<Lattice>) {
    let mut numbers: HashMap<(Chunk, Chunk), u32, BuildHasherDefault<Fast>> = HashMap::default();
    let mut names = Vec::new();
    let mut shares = Vec::new();
    let mut lattices = Vec::with_capacity(words.len());
    for (left, right) in words {
        let width = right.len() + 1;
        let mut cells = vec![[NONE; SHAPES.len()]; (left.len() + 1) * width];
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                let off = part(i, left.len()) - part(j, right.len());
                if off.abs() > WIDTH {
                    continue;
                }
                for (shape, (a, b)) in SHAPES.into_iter().enumerate() {
                    let (Some(from), Some(over)) = (i.checked_sub(a), j.checked_sub(b)) else {
                        continue;
                    };
                    let (Some(letters), Some(others)) = (left.get(from..i), right.get(over..j))
                    else {
                        continue;
                    };
                    let name = (chunk(letters), chunk(others));
                    let number = *numbers.entry(name).or_insert_with(|| {
                        names.push(name);
                        shares.push(0.0);
                        u32::try_from(names.len() - 1).unwrap_or(NONE)
                    });
                    if let Some(share) = shares.get_mut(number as usize) {
                        *share += (-(off * 8.0).powi(2)).exp() * price(shape);
                    }
                    if let Some(slot) = cells
                        .get_mut(i * width + j)
                        .and_then(|cell| cell.get_mut(shape))
                    {
                        *slot = number;
                    }
                }
            }
        }
        lattices.push(Lattice { cells, width });
    }
    normalise(&mut shares);
    (names, shares, lattices)
}

/// The units that end at each pair of places of two words.
struct Lattice {
    cells: Vec<[u32; SHAPES.len()]>,
    width: usize,
}

fn expect(lattices: &[Lattice], shares: &[f64]) -> Vec<f64> {
    let size = lattices.len().div_ceil(PARTS).max(1);
    let parts: Vec<Vec<f64>> = lattices
        .par_chunks(size)
        .map(|part| {
            let mut counts = vec![0.0; shares.len()];
            for lattice in part {
                lattice.count(shares, &mut counts);
            }
            counts
        })
        .collect();
    let mut counts = vec![0.0; shares.len()];
    for part in parts {
        for (count, more) in counts.iter_mut().zip(part) {
            *count += more;
        }
    }
    counts
}

impl Lattice {
    /// Adds how often each unit is expected in this pair of words.
    fn count(&self, shares: &[f64], counts: &mut [f64]) {
        let last = self.cells.len() - 1;
        let mut forward = vec![0.0; self.cells.len()];
        let mut backward = vec![0.0; self.cells.len()];
        put(&mut forward, 0, 1.0);
        put(&mut backward, last, 1.0);
        for at in 1..self.cells.len() {
            let mut sum = 0.0;
            self.each(at, |before, unit, price| {
                sum += value(&forward, before) * value(shares, unit) * price;
            });
            put(&mut forward, at, sum);
        }
        let total = value(&forward, last);
        if total <= 0.0 {
            return;
        }
        for at in (1..self.cells.len()).rev() {
            let after = value(&backward, at);
            if after <= 0.0 {
                continue;
            }
            self.each(at, |before, unit, price| {
                let weight = value(shares, unit) * price * after;
                add(&mut backward, before, weight);
                add(counts, unit, value(&forward, before) * weight / total);
            });
        }
    }

    /// For each unit that ends at a cell: the cell before it, its number, its price.
    fn each(&self, at: usize, mut with: impl FnMut(usize, usize, f64)) {
        let Some(cell) = self.cells.get(at) else {
            return;
        };
        for (shape, ((a, b), unit)) in SHAPES.into_iter().zip(cell).enumerate() {
            if *unit != NONE {
                with(at - a * self.width - b, *unit as usize, price(shape));
            }
        }
    }
}

fn price(shape: usize) -> f64 {
    PRICES.get(shape).copied().unwrap_or(0.0)
}

fn part(at: usize, of: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    number(at) / number(of.max(1))
}

fn value(of: &[f64], at: usize) -> f64 {
    of.get(at).copied().unwrap_or(0.0)
}

fn put(to: &mut [f64], at: usize, value: f64) {
    if let Some(slot) = to.get_mut(at) {
        *slot = value;
    }
}

fn add(to: &mut [f64], at: usize, value: f64) {
    if let Some(slot) = to.get_mut(at) {
        *slot += value;
    }
}

fn normalise(shares: &mut [f64]) {
    let total: f64 = shares.iter().sum();
    for share in shares {
        *share /= total.max(f64::MIN_POSITIVE);
    }
}

/// A fixed hash for pairs of numbers (multiplicative, Knuth).
#[derive(Default)]
struct Fast(u64);

impl Hasher for Fast {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
