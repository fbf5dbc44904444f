//! Who can move from which state to which.

use crate::watch::{Stage, Watch};

use super::{
    condition::bit,
    error::{ConflictError, MOVES_MOST},
    places::At,
    section::{Back, Conflict, Direction},
    states::Built,
};

/// The moves of one decision maker, forwards and backwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    forwards: Lists,
    backwards: Lists,
}

impl Moves {
    /// Where it can go from a state.
    pub fn onward(&self, state: u32) -> &[u32] {
        self.forwards.of(state)
    }

    /// From where it can come to a state.
    pub fn back(&self, state: u32) -> &[u32] {
        self.backwards.of(state)
    }

    /// From pairs of states.
    pub fn new(states: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        let forwards = Lists::new(states, &mut pairs);
        for (from, to) in &mut pairs {
            std::mem::swap(from, to);
        }
        Self {
            forwards,
            backwards: Lists::new(states, &mut pairs),
        }
    }
}

/// A list for each state, one after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Lists {
    begins: Vec<usize>,
    all: Vec<u32>,
}

impl Lists {
    fn new(states: usize, pairs: &mut Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let (mut begins, mut all) = (vec![0], Vec::with_capacity(pairs.len()));
        for (of, one) in pairs {
            begins.resize(*of as usize + 1, all.len());
            all.push(*one);
        }
        begins.resize(states + 1, all.len());
        Self { begins, all }
    }

    fn of(&self, state: u32) -> &[u32] {
        let begin = self.begins.get(state as usize).copied();
        let end = self.begins.get(state as usize + 1).copied();
        let within = begin
            .zip(end)
            .and_then(|(begin, end)| self.all.get(begin..end));
        within.unwrap_or_default()
    }
}

/// The moves of all decision makers. From one coalesced state to another there is a move where there
/// is one between any of their parts.
pub fn build(
    conflict: &Conflict,
    built: &Built,
    watch: &dyn Watch,
) -> Result<Vec<Moves>, ConflictError> {
    let makers = &conflict.decision_makers;
    let mut pairs: Vec<Vec<(u32, u32)>> = vec![Vec::new(); makers.len()];
    for (maker, pairs) in makers.iter().zip(&mut pairs) {
        let at = At::Maker(maker.name.clone());
        let own = maker
            .options
            .iter()
            .map(|o| bit(o.trim(), &built.options, &at));
        let own = own.collect::<Result<Vec<u32>, _>>()?;
        let own = own.iter().fold(0, |all, bit| all | bit);
        by_options(conflict, built, own, pairs, watch)?;
    }
    for one in &conflict.moves {
        let from = built.find(&one.from, &At::Moves)?.0;
        let to = built.find(&one.to, &At::Moves)?.0;
        for name in &one.by.0 {
            let index = makers.iter().position(|maker| maker.name == *name);
            let pairs = index.and_then(|index| pairs.get_mut(index));
            let pairs = pairs.ok_or_else(|| unknown(conflict, name))?;
            if from != to {
                pairs.push((from, to));
                match one.back {
                    Back::Irreversible => {}
                    Back::Reversible => pairs.push((to, from)),
                }
            }
        }
    }
    let all = pairs
        .into_iter()
        .map(|pairs| Moves::new(built.names.len(), pairs));
    Ok(all.collect())
}

fn unknown(conflict: &Conflict, name: &str) -> ConflictError {
    let names: Vec<&str> = conflict
        .decision_makers
        .iter()
        .map(|m| m.name.as_str())
        .collect();
    ConflictError::Unknown {
        at: At::Moves,
        what: "decision maker",
        name: name.to_owned(),
        known: names.join(", "),
    }
}

/// A move changes any of one's own options at once, none against its direction, and ends in a
/// feasible combination.
fn by_options(
    conflict: &Conflict,
    built: &Built,
    own: u32,
    pairs: &mut Vec<(u32, u32)>,
    watch: &dyn Watch,
) -> Result<(), ConflictError> {
    let (mut stays_taken, mut stays_left) = (0, 0);
    for (name, section) in &conflict.options {
        let bit = bit(name, &built.options, &At::Options)?;
        match section.goes {
            Direction::BothWays => {}
            Direction::CannotBeLeft => stays_taken |= bit,
            Direction::CannotBeTaken => stays_left |= bit,
        }
    }
    let of = built.of.len() as u64;
    for ((combination, from), done) in built.of.iter().zip(0..) {
        watch.at(Stage::Reading, done, of)?;
        // Every non-empty subset of one's own options, changed at once.
        let mut change = own;
        while change != 0 {
            let to = combination ^ change;
            let left = combination & !to;
            let taken = to & !combination;
            if left & stays_taken == 0
                && taken & stays_left == 0
                && let Some(to) = built.of.get(&to)
                && to != from
            {
                pairs.push((from.0, to.0));
            }
            change = (change - 1) & own;
        }
        if pairs.len() > MOVES_MOST {
            return Err(ConflictError::Count {
                what: "moves",
                found: pairs.len(),
                least: 0,
                most: MOVES_MOST,
            });
        }
    }
    Ok(())
}
