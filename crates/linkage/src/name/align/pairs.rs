//! What each unit of one side gains by being paired with each of the other.

use super::{
    AlignParams, How, Pair, Side, bits, fixed,
    units::{Unit, Units},
};
use crate::name::{Part, Script, Token};

/// A pair that must not be.
const NEVER: i32 = i32::MIN / 64;

/// Scores and gains, in steps of 1/1024 bit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gains<const N: usize> {
    cells: [[Cell; N]; N],
    /// Units of the first side.
    pub(super) rows: usize,
    /// Units of the second.
    pub(super) columns: usize,
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    score: i32,
    gain: i32,
    how: How,
}

impl<const N: usize> Gains<N> {
    pub(super) fn of(
        a: Side<'_>,
        b: Side<'_>,
        score: &impl Fn(usize, usize) -> f32,
        params: &AlignParams,
    ) -> Self {
        let mut gains = Self {
            cells: [[Cell {
                score: NEVER,
                gain: NEVER,
                how: How::Scored,
            }; N]; N],
            rows: a.1.all().len(),
            columns: b.1.all().len(),
        };
        for (i, (row, unit_a)) in gains.cells.iter_mut().zip(a.1.all()).enumerate() {
            for (j, (cell, unit_b)) in row.iter_mut().zip(b.1.all()).enumerate() {
                let found = if unit_a.partner.is_some() || unit_b.partner.is_some() {
                    (unit_a.partner.map(usize::from) == Some(j)
                        && unit_b.partner.map(usize::from) == Some(i))
                    .then_some((params.joined, How::Joined))
                } else {
                    tokens(a, b, (unit_a, unit_b), score, params)
                };
                if let Some((value, how)) = found
                    && !value.is_nan()
                {
                    let score = fixed(value);
                    *cell = Cell {
                        score,
                        gain: score + fixed(saved(*unit_a, *unit_b, params)),
                        how,
                    };
                }
            }
        }
        gains
    }

    /// What the pair gains over both standing alone.
    pub(super) fn gain(&self, i: usize, j: usize) -> i32 {
        let row = self.cells.get(i);
        row.and_then(|row| row.get(j))
            .map_or(NEVER, |cell| cell.gain)
    }

    /// No alignment gains more.
    pub(super) fn most(&self) -> i32 {
        let by_row: i32 = (0..self.rows)
            .map(|i| {
                (0..self.columns)
                    .map(|j| self.gain(i, j))
                    .max()
                    .unwrap_or(0)
                    .max(0)
            })
            .sum();
        let by_column: i32 = (0..self.columns)
            .map(|j| {
                (0..self.rows)
                    .map(|i| self.gain(i, j))
                    .max()
                    .unwrap_or(0)
                    .max(0)
            })
            .sum();
        by_row.min(by_column)
    }

    pub(super) fn pair(&self, i: usize, j: usize, a: &Units, b: &Units) -> Pair {
        let cell = self.cells.get(i).and_then(|row| row.get(j));
        let run = |units: &Units, at: usize| {
            let unit = units.all().get(at);
            unit.map(|unit| unit.run).unwrap_or_default()
        };
        Pair {
            a: run(a, i),
            b: run(b, j),
            bits: cell.map_or(0.0, |cell| bits(cell.score)),
            how: cell.map_or(How::Scored, |cell| cell.how),
        }
    }
}

/// The cost that two units together no longer have.
fn saved(a: Unit, b: Unit, params: &AlignParams) -> f32 {
    if a.kind == b.kind {
        params.conflict
    } else {
        params.absent
    }
}

fn tokens(
    a: Side<'_>,
    b: Side<'_>,
    (unit_a, unit_b): (&Unit, &Unit),
    score: &impl Fn(usize, usize) -> f32,
    params: &AlignParams,
) -> Option<(f32, How)> {
    let (i, j) = (usize::from(unit_a.run.first), usize::from(unit_b.run.first));
    let (one, other) = (a.0.get(i)?, b.0.get(j)?);
    if one.part == Part::Initial || other.part == Part::Initial {
        return initial(one, other, params).map(|bits| (bits, How::Initial));
    }
    let scored = score(i, j);
    if scored < params.particle && differ_by_particle(one, other) {
        return Some((params.particle, How::Particle));
    }
    Some((scored, How::Scored))
}

/// An initial agrees with what begins with it, contradicts what does not, and says nothing of a
/// name in another script.
fn initial(one: &Token, other: &Token, params: &AlignParams) -> Option<f32> {
    if one.script != other.script {
        return Some(0.0);
    }
    let begins = |token: &Token| token.text.chars().next();
    (begins(one) == begins(other)).then_some(params.initial)
}

/// Below this many bytes a name ends many others (Ali, Malali): four Latin letters, three of the
/// others.
fn least_bare(script: Script) -> usize {
    match script {
        Script::Latin => 4,
        Script::Arabic | Script::Hebrew | Script::Cyrillic | Script::Thai | Script::Other => 6,
    }
}

/// Whether one is the other with an article or particle written together with it.
fn differ_by_particle(one: &Token, other: &Token) -> bool {
    let (long, short) = if one.text.len() > other.text.len() {
        (one, other)
    } else {
        (other, one)
    };
    let more = long.text.len() - short.text.len();
    (1..=8).contains(&more)
        && long.script == short.script
        && short.text.len() >= least_bare(short.script)
        && long
            .text
            .strip_suffix(short.text.as_str())
            .is_some_and(|particle| is_particle(particle, long.script))
}

fn is_particle(particle: &str, script: Script) -> bool {
    match script {
        Script::Latin => matches!(
            particle,
            "al" | "el"
                | "ben"
                | "bin"
                | "ibn"
                | "bar"
                | "bou"
                | "de"
                | "di"
                | "la"
                | "le"
                | "van"
                | "von"
                | "mac"
                | "mc"
                | "o"
        ),
        Script::Arabic => matches!(particle, "ال" | "بن" | "ابن"),
        Script::Hebrew => matches!(particle, "אל" | "בנ" | "בר" | "ה"),
        Script::Cyrillic => matches!(particle, "аль" | "эль" | "ал" | "бен" | "ибн"),
        Script::Thai | Script::Other => false,
    }
}
