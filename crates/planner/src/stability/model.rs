//! A conflict, ready to be analysed: states, who can move where, and who prefers what.

use serde::Serialize;

use crate::{
    document::{fault::plain, way::Way},
    watch::{Stopped, Watch},
};

use super::{
    error::{ConflictError, MAKERS_MOST},
    faults::{Faults, Known},
    moves::{self, Moves},
    ranking,
    section::{Conflict, Rule},
    states::{self, Built},
    words::Name,
    wrong::{At, Wrong},
};

/// A state, counted from nought in the order of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct StateId(pub u32);

impl StateId {
    pub(super) const fn at(self) -> usize {
        self.0 as usize
    }
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// Its number or name.
    pub name: Name,
    /// The options that are taken in it (of each of its parts, where several were coalesced), by
    /// bits in the order of the options of the model.
    pub taken: Vec<u32>,
}

/// A decision maker.
#[derive(Clone, Debug)]
pub struct Maker {
    /// Its name.
    pub name: String,
    pub(super) moves: Moves,
    /// How good each state is: the greater the better, equals equal. Ranks, not points.
    pub(super) levels: Vec<u32>,
}

/// A conflict, ready to be analysed.
#[derive(Clone, Debug)]
pub struct Model {
    /// What it is called.
    pub title: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// The options, in the order of the file.
    pub options: Vec<String>,
    /// How opponents may respond.
    pub rule: Rule,
    /// Where the conflict is now.
    pub status_quo: Option<StateId>,
    pub(super) states: Vec<State>,
    pub(super) makers: Vec<Maker>,
}

impl Model {
    /// Reads a conflict into a model.
    ///
    /// # Errors
    /// Something in it is missing, is contradictory, or is too large: the first that is found (for a file,
    /// [`read`](super::read()) tells all of it); or whoever watches stopped it.
    pub fn read(conflict: &Conflict, watch: &dyn Watch) -> Result<Self, ConflictError> {
        let mut faults = Faults::default();
        let model = Self::gather(conflict, &mut faults, watch)?;
        let first = faults.into_found().into_iter().next();
        match (model, first) {
            (_, Some((_, wrong))) => Err(wrong.into()),
            (Some(model), None) => Ok(model),
            (None, None) => Err(Wrong::NothingFeasible.into()),
        }
    }

    /// The model, and all that makes no sense; no model where something does not.
    pub(super) fn gather(
        conflict: &Conflict,
        faults: &mut Faults,
        watch: &dyn Watch,
    ) -> Result<Option<Self>, Stopped> {
        let makers = &conflict.decision_makers;
        if faults.doubts.makers == Known::Whole || !makers.is_empty() {
            let (found, way) = (makers.len(), Way::to("decision-makers"));
            let within = (1, MAKERS_MOST);
            if (faults.count("decision makers", found, within, way)).is_none() {
                return Ok(None);
            }
        }
        let names: Vec<&str> = makers.iter().map(|m| m.name.as_str()).collect();
        faults.names("decision maker", &names, |at| {
            Some(Way::to("decision-makers").item(at).key("name").value())
        });
        let options = states::options(conflict, faults);
        let built = match &options {
            Some(options) => states::build(conflict, options, faults, watch)?,
            None => None,
        };
        let levels = ranking::build(conflict, options.as_deref(), built.as_ref(), faults);
        let (Some(options), Some(built)) = (options, built) else {
            return Ok(None);
        };
        let status_quo = conflict.status_quo.as_ref();
        let status_quo = status_quo.and_then(|name| {
            let found = built.find(name);
            if found.is_none() {
                let way = Way::to("status-quo").value();
                faults.no_state(name, &built.names, &built.known, &At::StatusQuo, way);
            }
            found
        });
        let Some(moves) = moves::build(conflict, &options, &built, faults, watch)? else {
            return Ok(None);
        };
        let together = makers.iter().zip(moves).zip(levels);
        Ok(Some(Self {
            title: conflict.conflict.clone(),
            source: conflict.source.clone(),
            status_quo,
            rule: conflict.responses,
            makers: together
                .map(|((maker, moves), levels)| Maker {
                    name: maker.name.clone(),
                    moves,
                    levels,
                })
                .collect(),
            options,
            states: built.states(),
        }))
    }

    /// The states.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The decision makers.
    pub fn makers(&self) -> &[Maker] {
        &self.makers
    }

    /// The identities of all states.
    pub fn ids(&self) -> impl Iterator<Item = StateId> + use<> {
        (0..u32::try_from(self.states.len()).unwrap_or(u32::MAX)).map(StateId)
    }

    /// The state of this number or name.
    pub fn find(&self, name: &Name) -> Option<StateId> {
        let found = self.states.iter().position(|state| state.name == *name);
        found.and_then(|at| u32::try_from(at).ok()).map(StateId)
    }

    /// The names of some states, for who named one that there is not.
    pub(super) fn some_names(&self) -> String {
        let names: Vec<Name> = self.states.iter().map(|state| state.name.clone()).collect();
        some(&names)
    }

    /// The name of a state.
    pub fn name(&self, state: StateId) -> &str {
        self.states
            .get(state.at())
            .map_or("", |s| s.name.0.as_str())
    }
}

impl Maker {
    /// Where it can move from a state.
    pub fn moves(&self, from: StateId) -> impl Iterator<Item = StateId> + '_ {
        self.moves.onward(from.0).iter().map(|to| StateId(*to))
    }

    /// Where it can move from a state and gains by it.
    pub fn improvements(&self, from: StateId) -> impl Iterator<Item = StateId> + '_ {
        let now = self.level(from);
        self.moves(from).filter(move |to| self.level(*to) > now)
    }

    /// How good a state is for it: the greater the better. A rank, and no number of points.
    pub fn level(&self, state: StateId) -> u32 {
        self.levels.get(state.at()).copied().unwrap_or_default()
    }
}

impl Built {
    /// The state of this name, in the order of the model.
    pub(super) fn find(&self, name: &Name) -> Option<StateId> {
        self.index.get(name).copied()
    }
}

/// The names of all states; of those that count on from each other the first and the last.
pub(super) fn some(names: &[Name]) -> String {
    const TOLD: usize = 40;
    let number = |name: &Name| -> Option<u32> { name.0.parse().ok() };
    let counts_on = |a: &Name, b: &Name| number(a).and_then(|a| a.checked_add(1)) == number(b);
    let mut told: Vec<String> = Vec::new();
    for run in names.chunk_by(|a, b| number(a).is_some() && counts_on(a, b)) {
        match run {
            [first, _, .., last] => told.push(format!("{first} to {last}")),
            few => told.extend(few.iter().map(|name| plain(&name.0))),
        }
    }
    let more = if told.len() > TOLD { ", …" } else { "" };
    told.truncate(TOLD);
    told.join(", ") + more
}
