//! What must come before what: tiers and conditions in one closed relation between classes.

use super::{
    contradiction::Contradiction,
    problem::{Before, Class, ClassAt},
};

/// A relation between classes as rows of bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Precedence {
    size: usize,
    words: usize,
    /// By class: all that comes before it.
    earlier: Vec<u64>,
    /// By class: all that comes after it.
    later: Vec<u64>,
}

impl Precedence {
    /// Whether all of `first` comes before any of `then`.
    pub fn precedes(&self, first: ClassAt, then: ClassAt) -> bool {
        let word = self.earlier.get(then * self.words + first / 64);
        first < self.size && word.is_some_and(|word| word >> (first % 64) & 1 == 1)
    }

    /// All that comes before a class, in order of place.
    pub fn earlier(&self, class: ClassAt) -> impl Iterator<Item = ClassAt> {
        ones(
            self.earlier
                .get(class * self.words..(class + 1) * self.words)
                .unwrap_or_default(),
        )
    }

    /// Whether what comes before `this` comes before `other`, and what comes after `other` after
    /// `this`: then the two may change places if `this` stands later.
    pub fn may_move_up(&self, this: ClassAt, other: ClassAt) -> bool {
        let row = |of: &[u64], class: ClassAt, word: usize| {
            of.get(class * self.words + word)
                .copied()
                .unwrap_or_default()
        };
        (0..self.words).all(|word| {
            row(&self.earlier, this, word) & !row(&self.earlier, other, word) == 0
                && row(&self.later, other, word) & !row(&self.later, this, word) == 0
        })
    }

    /// The same, backwards.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            size: self.size,
            words: self.words,
            earlier: self.later.clone(),
            later: self.earlier.clone(),
        }
    }
}

fn ones(row: &[u64]) -> impl Iterator<Item = usize> {
    row.iter().enumerate().flat_map(|(word, bits)| {
        (0..64)
            .filter(move |bit| bits >> bit & 1 == 1)
            .map(move |bit| word * 64 + bit)
    })
}

/// Closes tiers and conditions, or finds a circle in them.
pub(super) fn closed(
    classes: &[Class],
    before: &[Before],
) -> Result<Precedence, Vec<Contradiction>> {
    let size = classes.len();
    let words = size.div_ceil(64);
    let direct = direct(classes, before);
    let order = sorted(size, &direct).map_err(|circle| {
        let name = |at: &ClassAt| classes.get(*at).map(|c| c.name.clone()).unwrap_or_default();
        vec![Contradiction::Circle {
            circle: circle.iter().map(name).collect(),
        }]
    })?;
    let mut earlier = vec![0_u64; size * words];
    let mut later = vec![0_u64; size * words];
    for class in order {
        for first in direct.get(class).into_iter().flatten() {
            for word in 0..words {
                let inherited = earlier
                    .get(first * words + word)
                    .copied()
                    .unwrap_or_default();
                if let Some(own) = earlier.get_mut(class * words + word) {
                    *own |= inherited;
                }
            }
            if let Some(own) = earlier.get_mut(class * words + first / 64) {
                *own |= 1 << (first % 64);
            }
        }
        let row = earlier
            .get(class * words..(class + 1) * words)
            .unwrap_or_default();
        for first in ones(row) {
            if let Some(own) = later.get_mut(first * words + class / 64) {
                *own |= 1 << (class % 64);
            }
        }
    }
    Ok(Precedence {
        size,
        words,
        earlier,
        later,
    })
}

/// By class: what comes directly before it. Of tiers only the next lower one counts; the rest follows.
fn direct(classes: &[Class], before: &[Before]) -> Vec<Vec<ClassAt>> {
    let mut direct = vec![Vec::new(); classes.len()];
    let mut sorted: Vec<ClassAt> = (0..classes.len()).collect();
    let key = |at: ClassAt| classes.get(at).map(|class| (class.giver, class.tier));
    sorted.sort_by_key(|at| key(*at));
    let mut below: &[ClassAt] = &[];
    for tier in sorted.chunk_by(|a, b| key(*a) == key(*b)) {
        let giver = |group: &[ClassAt]| {
            group
                .first()
                .and_then(|at| key(*at))
                .map(|(giver, _)| giver)
        };
        if giver(below) == giver(tier) {
            for class in tier {
                if let Some(own) = direct.get_mut(*class) {
                    own.extend_from_slice(below);
                }
            }
        }
        below = tier;
    }
    for condition in before {
        if let Some(own) = direct.get_mut(condition.then) {
            own.push(condition.first);
        }
    }
    direct
}

/// An order in which all that comes directly before a class stands before it; or a circle.
fn sorted(size: usize, direct: &[Vec<ClassAt>]) -> Result<Vec<ClassAt>, Vec<ClassAt>> {
    let mut waits: Vec<usize> = direct.iter().map(Vec::len).collect();
    let mut after = vec![Vec::new(); size];
    for (class, firsts) in direct.iter().enumerate() {
        for first in firsts {
            if let Some(list) = after.get_mut(*first) {
                list.push(class);
            }
        }
    }
    let mut order: Vec<ClassAt> = (0..size).filter(|c| waits.get(*c) == Some(&0)).collect();
    let mut next = 0;
    while let Some(class) = order.get(next).copied() {
        next += 1;
        for then in after.get(class).into_iter().flatten() {
            if let Some(wait) = waits.get_mut(*then) {
                *wait -= 1;
                if *wait == 0 {
                    order.push(*then);
                }
            }
        }
    }
    if order.len() == size {
        Ok(order)
    } else {
        Err(circle(direct, &waits))
    }
}

/// Walks back from a class that waits to one that waits too, until one comes twice.
fn circle(direct: &[Vec<ClassAt>], waits: &[usize]) -> Vec<ClassAt> {
    let waiting = |class: &ClassAt| waits.get(*class).is_some_and(|wait| *wait > 0);
    let mut path: Vec<ClassAt> = (0..waits.len()).filter(waiting).take(1).collect();
    while let Some(last) = path.last().copied() {
        let Some(next) = direct
            .get(last)
            .into_iter()
            .flatten()
            .copied()
            .find(waiting)
        else {
            break;
        };
        if let Some(start) = path.iter().position(|class| *class == next) {
            let mut circle = path.split_off(start);
            circle.push(next);
            circle.reverse();
            return circle;
        }
        path.push(next);
    }
    path
}
