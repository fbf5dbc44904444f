//! What an analysis says, as structured findings of which sentences are made.

use serde::Serialize;

use crate::watch::{Stage, Stopped, Watch};

use super::{
    Concept,
    coalition::{CoalitionGain, gains_of},
    error::ConflictError,
    evolve::{Evolution, Step, everybody, evolution, path},
    model::{Maker, Model, StateId},
    respond::Moving,
    section::Rule,
    solve::{Stability, stability},
};

/// How many states findings speak of, of each kind: sentences are for people.
const TOLD_MOST: usize = 40;
/// The most states for which coalitions are looked for.
const COALITIONS_MOST: usize = 4_096;

/// An analysis of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Analysis {
    /// Which states are stable for whom, under the rule of the conflict.
    #[serde(skip)]
    pub stability: Stability,
    /// The states that are stable for all, for each notion.
    pub equilibria: Vec<(Concept, Vec<StateId>)>,
    /// What there is to say.
    pub findings: Vec<Finding>,
    /// How the conflict may come from where it is to each state that is stable for all.
    pub evolution: Vec<Evolution>,
}

/// Something to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum Finding {
    /// From this state nobody gains by moving.
    NobodyGains {
        /// The state.
        state: StateId,
    },
    /// From this state some would gain by moving, and responses deter them.
    Deterred {
        /// The state.
        state: StateId,
        /// The notions by which it is stable for all.
        concepts: Vec<Concept>,
        /// Who is deterred by what.
        by: Vec<Deterrent>,
    },
    /// From the state in which the conflict is, some gain by moving, and nothing holds them back.
    Unstable {
        /// The state.
        state: StateId,
        /// Who gains by moving where.
        improvements: Vec<Improvement>,
    },
    /// From this state several together can reach one that all of them like better.
    Together {
        /// The state.
        state: StateId,
        /// Who, and where to.
        #[serde(flatten)]
        gain: CoalitionGain,
    },
    /// Whether this state is stable for all depends on how opponents may respond.
    DependsOnRule {
        /// The state.
        state: StateId,
        /// By which notions.
        concepts: Vec<Concept>,
        /// It is stable under these rules.
        stable: Vec<Rule>,
        /// And not under these.
        unstable: Vec<Rule>,
    },
    /// Nothing is stable for all under this notion.
    NothingStable {
        /// Under which notion.
        concept: Concept,
    },
    /// More states were found than are spoken of.
    More {
        /// How many are left out.
        states: usize,
    },
}

/// A move by which somebody gains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Improvement {
    /// Who, counted from nought.
    pub maker: usize,
    /// Where to.
    pub to: StateId,
}

/// A gain, and the response that takes it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deterrent {
    /// Who would gain, counted from nought.
    pub maker: usize,
    /// By moving where.
    pub to: StateId,
    /// How others could respond.
    pub response: Vec<Step>,
}

/// Analyses a conflict: what is stable, why, what coalitions could gain, how it may go on, and what
/// depends on the rule of response.
///
/// # Errors
/// It would take too long under its rule, or whoever watches stopped it.
pub fn analyse(model: &Model, watch: &dyn Watch) -> Result<Analysis, ConflictError> {
    let found = stability(model, model.rule, watch)?;
    let equilibria = Concept::ALL.map(|concept| (concept, found.equilibria(concept)));
    let mut findings = Vec::new();
    let mut stable: Vec<StateId> = equilibria.iter().flat_map(|(_, s)| s).copied().collect();
    stable.sort_unstable();
    stable.dedup();
    if let Some(state) = model.status_quo.filter(|state| !stable.contains(state)) {
        findings.push(unstable(model, state));
    }
    let of = stable.len().min(TOLD_MOST) as u64;
    for (state, done) in stable.iter().take(TOLD_MOST).zip(0..) {
        watch.at(Stage::Searching, done, of)?;
        findings.push(why(model, &found, *state, watch)?);
    }
    if stable.len() > TOLD_MOST {
        let states = stable.len() - TOLD_MOST;
        findings.push(Finding::More { states });
    }
    for (concept, states) in &equilibria {
        if states.is_empty() {
            findings.push(Finding::NothingStable { concept: *concept });
        }
    }
    findings.extend(together(model, &stable, watch)?);
    findings.extend(by_rule(model, &found, watch)?);
    let evolution = model
        .status_quo
        .map(|from| evolution(model, from, &stable, watch));
    Ok(Analysis {
        stability: found,
        equilibria: equilibria.into(),
        findings,
        evolution: evolution.transpose()?.unwrap_or_default(),
    })
}

fn improvements(model: &Model, state: StateId) -> Vec<Improvement> {
    let makers = model.makers.iter().enumerate();
    let of = |(maker, own): (usize, &'_ Maker)| {
        let to: Vec<StateId> = own.improvements(state).collect();
        to.into_iter().map(move |to| Improvement { maker, to })
    };
    makers.flat_map(of).collect()
}

fn unstable(model: &Model, state: StateId) -> Finding {
    Finding::Unstable {
        state,
        improvements: improvements(model, state),
    }
}

fn why(
    model: &Model,
    found: &Stability,
    state: StateId,
    watch: &dyn Watch,
) -> Result<Finding, Stopped> {
    let gains = improvements(model, state);
    if gains.is_empty() {
        return Ok(Finding::NobodyGains { state });
    }
    let stable = |concept: &Concept| found.is_equilibrium(state, *concept);
    let concepts: Vec<Concept> = Concept::ALL.into_iter().filter(stable).collect();
    let by = gains.iter().map(|gain| {
        Ok(Deterrent {
            maker: gain.maker,
            to: gain.to,
            response: response(model, state, *gain, &concepts, watch)?.unwrap_or_default(),
        })
    });
    Ok(Finding::Deterred {
        state,
        by: by.collect::<Result<_, Stopped>>()?,
        concepts,
    })
}

/// The shortest response that deters: one by which those who respond gain, if the state is stable
/// by such; else one that cannot be answered, if it is stable by those; else any.
fn response(
    model: &Model,
    state: StateId,
    gain: Improvement,
    concepts: &[Concept],
    watch: &dyn Watch,
) -> Result<Option<Vec<Step>>, Stopped> {
    let Some(maker) = model.makers.get(gain.maker) else {
        return Ok(None);
    };
    let level = maker.level(state);
    let opponents = everybody(model) & !(1 << gain.maker);
    let moving = if concepts.contains(&Concept::Seq) {
        Moving::Gaining
    } else {
        Moving::Anyhow
    };
    let unanswered = !concepts.contains(&Concept::Seq) && concepts.contains(&Concept::Smr);
    let deters = |to| {
        let answered = maker.moves(to).any(|answer| maker.level(answer) > level);
        maker.level(to) <= level && !(unanswered && answered)
    };
    path(
        model,
        opponents,
        gain.to,
        (moving, model.rule),
        deters,
        watch,
    )
}

/// What coalitions could gain from the states that are stable for all, and from the status quo.
fn together(
    model: &Model,
    stable: &[StateId],
    watch: &dyn Watch,
) -> Result<Vec<Finding>, ConflictError> {
    if model.states.len() > COALITIONS_MOST {
        return Ok(Vec::new());
    }
    let mut states: Vec<StateId> = stable.iter().copied().take(TOLD_MOST).collect();
    states.extend(model.status_quo.filter(|state| !states.contains(state)));
    states.sort_unstable();
    let mut found = Vec::new();
    for state in states {
        let gains = gains_of(model, state, watch)?.into_iter();
        found.extend(gains.map(|gain| Finding::Together { state, gain }));
    }
    Ok(found)
}

fn by_rule(
    model: &Model,
    found: &Stability,
    watch: &dyn Watch,
) -> Result<Vec<Finding>, ConflictError> {
    // With two there is but one opponent, who cannot move twice in a row: all rules are the same.
    if model.makers.len() < 3 {
        return Ok(Vec::new());
    }
    let mut under = Vec::new();
    for rule in Rule::ALL {
        if rule == found.rule {
            under.push(found.clone());
            continue;
        }
        match stability(model, rule, watch) {
            Ok(other) => under.push(other),
            // What would take too long under another rule is not said of it.
            Err(ConflictError::TooLong { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    let mut findings = Vec::new();
    for state in model.ids() {
        findings.extend(differing(state, &under));
    }
    let more = findings.len().saturating_sub(TOLD_MOST);
    findings.truncate(TOLD_MOST);
    if more > 0 {
        findings.push(Finding::More { states: more });
    }
    Ok(findings)
}

/// How what is said of a state differs between rules: notions that differ alike are told together.
fn differing(state: StateId, under: &[Stability]) -> Vec<Finding> {
    let mut told: Vec<(Vec<Concept>, Vec<Rule>, Vec<Rule>)> = Vec::new();
    for concept in Concept::ALL {
        let is = |found: &&Stability| found.is_equilibrium(state, concept);
        let (stable, unstable): (Vec<&Stability>, Vec<&Stability>) = under.iter().partition(is);
        if stable.is_empty() || unstable.is_empty() {
            continue;
        }
        let rules = |found: &[&Stability]| found.iter().map(|s| s.rule).collect::<Vec<_>>();
        let (stable, unstable) = (rules(&stable), rules(&unstable));
        match told
            .iter_mut()
            .find(|(_, s, u)| *s == stable && *u == unstable)
        {
            Some((concepts, _, _)) => concepts.push(concept),
            None => told.push((vec![concept], stable, unstable)),
        }
    }
    let finding = |(concepts, stable, unstable)| Finding::DependsOnRule {
        state,
        concepts,
        stable,
        unstable,
    };
    told.into_iter().map(finding).collect()
}
