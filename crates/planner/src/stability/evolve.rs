//! Where moves can lead, and by which way: the shortest courses of events, and how a conflict may go
//! on from where it is (Li, Kilgour and Hipel 2005, "status quo analysis").

use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;

use super::{
    model::{Model, StateId},
    respond::Moving,
    section::Rule,
};
use crate::watch::{Stage, Stopped, Watch};

/// A move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Who moves, counted from nought.
    pub maker: usize,
    /// To which state.
    pub to: StateId,
}

/// How a state can be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// It is where the conflict is.
    Here,
    /// By moves of which each gains whoever makes it.
    Gaining(Vec<Step>),
    /// Only by moves of which some gain nothing to whoever makes them.
    Moving(Vec<Step>),
    /// Not at all.
    Never,
}

/// How a conflict may go on from where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evolution {
    /// To a state.
    pub to: StateId,
    /// The shortest way, of those by gaining moves if there is one.
    pub way: Way,
}

/// How each of some states can be reached from where the conflict is, by moves of anybody, nobody
/// moving twice in a row.
///
/// # Errors
/// Whoever watches stopped it.
pub fn evolution(
    model: &Model,
    from: StateId,
    targets: &[StateId],
    watch: &dyn Watch,
) -> Result<Vec<Evolution>, Stopped> {
    let all = everybody(model);
    let reached = |moving| Reached::new(model, all, from, (moving, Rule::LegalSequences), watch);
    let (gaining, moving) = (reached(Moving::Gaining)?, reached(Moving::Anyhow)?);
    let way = |to: StateId| {
        if to == from {
            return Way::Here;
        }
        let gaining = gaining.path(|state| state == to).map(Way::Gaining);
        let moving = || moving.path(|state| state == to).map(Way::Moving);
        gaining.or_else(moving).unwrap_or(Way::Never)
    };
    let one = |to: &StateId| Evolution {
        to: *to,
        way: way(*to),
    };
    Ok(targets.iter().map(one).collect())
}

/// The shortest way by which some decision makers (by bits) can bring it from a state to one of
/// which something holds.
pub fn path(
    model: &Model,
    makers: u32,
    from: StateId,
    by: (Moving, Rule),
    wanted: impl Fn(StateId) -> bool,
    watch: &dyn Watch,
) -> Result<Option<Vec<Step>>, Stopped> {
    Ok(Reached::until(model, makers, from, by, &wanted, watch)?.path(wanted))
}

/// All decision makers, by bits.
pub fn everybody(model: &Model) -> u32 {
    (1 << model.makers.len()) - 1
}

/// Moves from one question to the watch to the next.
const STRIDE: usize = 1 << 12;

/// A state, and who cannot move next, by bits.
type Node = (u32, u32);

/// What can be reached from a state, in the order of the number of moves.
pub struct Reached {
    order: Vec<(Node, Step)>,
    /// From which node each was reached.
    before: BTreeMap<Node, Option<(Node, Step)>>,
}

impl Reached {
    /// By moves of some decision makers under a rule.
    pub fn new(
        model: &Model,
        makers: u32,
        from: StateId,
        by: (Moving, Rule),
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        Self::until(model, makers, from, by, &|_| false, watch)
    }

    /// The same, up to the first state of which something holds.
    fn until(
        model: &Model,
        makers: u32,
        from: StateId,
        (moving, rule): (Moving, Rule),
        enough: &impl Fn(StateId) -> bool,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let begin: Node = (from.0, 0);
        let mut before = BTreeMap::from([(begin, None)]);
        let (mut order, mut queue, mut asked) = (Vec::new(), VecDeque::from([begin]), 0);
        while let Some(node) = queue.pop_front() {
            if order.len() >= asked {
                watch.at(Stage::Searching, order.len() as u64, 0)?;
                asked = order.len() + STRIDE;
            }
            let (state, blocked) = node;
            for (index, maker) in model.makers.iter().enumerate() {
                let own = 1 << index;
                if makers & own == 0 || blocked & own != 0 {
                    continue;
                }
                let now = maker.level(StateId(state));
                for to in maker.moves(StateId(state)) {
                    if moving == Moving::Gaining && maker.level(to) <= now {
                        continue;
                    }
                    let next: Node = (to.0, blocks(rule, makers, blocked, own));
                    let step = Step { maker: index, to };
                    if let std::collections::btree_map::Entry::Vacant(cell) = before.entry(next) {
                        cell.insert(Some((node, step)));
                        order.push((next, step));
                        if enough(to) {
                            return Ok(Self { order, before });
                        }
                        queue.push_back(next);
                    }
                }
            }
        }
        Ok(Self { order, before })
    }

    /// The states, each once, in their order.
    pub fn states(&self) -> Vec<StateId> {
        let mut states: Vec<StateId> = self.order.iter().map(|(_, step)| step.to).collect();
        states.sort_unstable();
        states.dedup();
        states
    }

    /// The shortest way to a state of which something holds.
    pub fn path(&self, wanted: impl Fn(StateId) -> bool) -> Option<Vec<Step>> {
        let (mut node, _) = *self.order.iter().find(|(_, step)| wanted(step.to))?;
        let mut steps = Vec::new();
        while let Some(Some((before, step))) = self.before.get(&node) {
            steps.push(*step);
            node = *before;
        }
        steps.reverse();
        Some(steps)
    }
}

/// Who cannot move after somebody moved.
const fn blocks(rule: Rule, makers: u32, blocked: u32, own: u32) -> u32 {
    match rule {
        Rule::LegalSequences => own,
        Rule::EachAtMostOnce => blocked | own,
        Rule::OneMove => makers,
    }
}
