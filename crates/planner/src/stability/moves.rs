//! Who can move from which state to which.

use crate::{
    document::way::Way,
    watch::{Stage, Stopped, Watch},
};

use super::{
    condition::bit,
    error::MOVES_MOST,
    faults::Faults,
    section::{Back, Conflict, Direction},
    states::Built,
    wrong::At,
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
/// is one between any of their parts. Nothing where there are faults, which are told first.
///
/// # Errors
/// Whoever watches stopped it.
pub fn build(
    conflict: &Conflict,
    options: &[String],
    built: &Built,
    faults: &mut Faults,
    watch: &dyn Watch,
) -> Result<Option<Vec<Moves>>, Stopped> {
    let mut pairs = named(conflict, built, faults);
    if !faults.is_empty() {
        return Ok(None);
    }
    let makers = conflict.decision_makers.iter();
    for (maker, pairs) in makers.zip(&mut pairs) {
        let own = maker.options.iter().filter_map(|o| bit(o.trim(), options));
        let own = own.fold(0, |all, bit| all | bit);
        by_options(conflict, options, built, own, pairs, watch)?;
        let way = Way::to("decision-makers");
        if faults
            .count("moves", pairs.len(), (0, MOVES_MOST), way)
            .is_none()
        {
            return Ok(None);
        }
    }
    let all = pairs
        .into_iter()
        .map(|pairs| Moves::new(built.names.len(), pairs));
    Ok(Some(all.collect()))
}

/// The moves of each decision maker that are written out.
fn named(conflict: &Conflict, built: &Built, faults: &mut Faults) -> Vec<Vec<(u32, u32)>> {
    let makers = conflict.decision_makers.iter();
    let names: Vec<&str> = makers.map(|maker| maker.name.as_str()).collect();
    let mut pairs: Vec<Vec<(u32, u32)>> = vec![Vec::new(); names.len()];
    for (number, one) in conflict.moves.iter().enumerate() {
        let way = |key| Way::to("moves").item(number).key(key).value();
        let mut end = |name, key| {
            let found = built.find(name);
            if found.is_none() {
                faults.no_state(name, &built.names, &built.known, &At::Moves, way(key));
            }
            found
        };
        let ends = (end(&one.from, "from"), end(&one.to, "to"));
        for (place, name) in one.by.0.iter().enumerate() {
            let index = names.iter().position(|maker| maker == name);
            let Some(pairs) = index.and_then(|index| pairs.get_mut(index)) else {
                faults.no_maker(
                    name,
                    &names,
                    &At::Moves,
                    Way::to("moves").item(number).key("by").item(place),
                );
                continue;
            };
            if let (Some(from), Some(to)) = ends
                && from != to
            {
                pairs.push((from.0, to.0));
                match one.back {
                    Back::Irreversible => {}
                    Back::Reversible => pairs.push((to.0, from.0)),
                }
            }
        }
    }
    pairs
}

/// A move changes any of one's own options at once, none against its direction, and ends in a
/// feasible combination.
fn by_options(
    conflict: &Conflict,
    options: &[String],
    built: &Built,
    own: u32,
    pairs: &mut Vec<(u32, u32)>,
    watch: &dyn Watch,
) -> Result<(), Stopped> {
    let (mut stays_taken, mut stays_left) = (0, 0);
    for (name, section) in &conflict.options {
        let bit = bit(name, options).unwrap_or_default();
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
            break;
        }
    }
    Ok(())
}
