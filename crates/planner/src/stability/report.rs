//! An analysis with all that is needed to tell it, for programs and for pages.

use serde::Serialize;

use super::{
    Concept,
    error::ConflictError,
    findings::{Analysis, analyse},
    inverse::{Needed, inverse},
    model::{Model, StateId},
    section::Rule,
    words::Name,
};
use crate::watch::Watch;

/// The name of this form of a report.
pub const FORMAT: &str = "good-offices-plan-stability-1";

/// An analysis of a conflict, with what is needed to tell it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Report {
    /// [`FORMAT`].
    pub format: &'static str,
    /// What the conflict is called.
    pub title: String,
    /// Where the model comes from.
    pub source: Option<String>,
    /// How opponents may respond.
    pub rule: Rule,
    /// The decision makers; all numbers of them count from nought in this order.
    pub makers: Vec<String>,
    /// The options.
    pub options: Vec<String>,
    /// The states; all numbers of them count from nought in this order.
    pub states: Vec<StateTold>,
    /// Where the conflict is.
    pub status_quo: Option<StateId>,
    /// What was found.
    pub analysis: Analysis,
    /// What would make a state stable, where that was asked.
    pub would_be_stable: Option<Would>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StateTold {
    /// Its number or name.
    pub name: Name,
    /// The numbers of the options that are taken in it; of each of its parts, where several count
    /// as one.
    pub taken: Vec<Vec<usize>>,
    /// Its place in the ranking of each decision maker: 1 is the best, and equals have the same.
    pub places: Vec<u32>,
    /// For each decision maker, for which notions it is stable.
    pub stable: Vec<Vec<Concept>>,
}

/// What would make a state stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Would {
    /// The state.
    pub state: StateId,
    /// How high each decision maker must rank it, under each notion.
    pub needed: Vec<Needed>,
}

/// Analyses a conflict; and says, if a state is named, which rankings would make it stable.
///
/// # Errors
/// There is no such state, it would take too long, or whoever watches stopped it.
pub fn report(
    model: &Model,
    asked: Option<&Name>,
    watch: &dyn Watch,
) -> Result<Report, ConflictError> {
    let state = asked.map(|name| {
        model.find(name).ok_or_else(|| ConflictError::NoState {
            name: name.0.clone(),
            known: model.some_names(),
        })
    });
    let state = state.transpose()?;
    let analysis = analyse(model, watch)?;
    let would = state.map(|state| {
        let needed = inverse(model, state, model.rule, watch)?;
        Ok::<_, ConflictError>(Would { state, needed })
    });
    let places = places(model);
    let told = |id: StateId| StateTold {
        name: Name(model.name(id).to_owned()),
        taken: taken(model, id),
        places: places
            .iter()
            .map(|of| of.get(id.at()).copied().unwrap_or_default())
            .collect(),
        stable: (0..model.makers().len())
            .map(|maker| {
                let is = |concept: &Concept| analysis.stability.is_stable(maker, id, *concept);
                Concept::ALL.into_iter().filter(is).collect()
            })
            .collect(),
    };
    Ok(Report {
        format: FORMAT,
        title: model.title.clone(),
        source: model.source.clone(),
        rule: model.rule,
        makers: model
            .makers()
            .iter()
            .map(|maker| maker.name.clone())
            .collect(),
        options: model.options.clone(),
        states: model.ids().map(told).collect(),
        status_quo: model.status_quo,
        would_be_stable: would.transpose()?,
        analysis,
    })
}

fn taken(model: &Model, id: StateId) -> Vec<Vec<usize>> {
    let parts = model
        .states()
        .get(id.at())
        .map_or(&[][..], |state| &state.taken);
    let options = 0..model.options.len();
    let of = |part: &u32| {
        options
            .clone()
            .filter(|option| part & (1 << option) != 0)
            .collect()
    };
    parts.iter().map(of).collect()
}

/// For each decision maker the place of each state in its ranking.
fn places(model: &Model) -> Vec<Vec<u32>> {
    let of = |maker: &super::Maker| {
        let levels: Vec<u32> = model.ids().map(|id| maker.level(id)).collect();
        let mut sorted = levels.clone();
        sorted.sort_unstable();
        let better = |level: &u32| {
            let upto = sorted.partition_point(|other| other <= level);
            u32::try_from(sorted.len() - upto + 1).unwrap_or(u32::MAX)
        };
        levels.iter().map(better).collect()
    };
    model.makers().iter().map(of).collect()
}
