//! What is written of a problem that was read: everything for whoever may see all sides' points, and
//! for one party what it may see. Both are data; sentences are made elsewhere.

use serde::Serialize;
use thiserror::Error;

use super::{
    analysis::{Analysis, OwnAnalysis, Points, Question, analyse},
    ask::{AskError, Aspects, Question as NextQuestion, SCALE, WeightRange, narrow, next},
    domain::{Domain, Package},
    problem::{Problem, ProblemError},
    profile::Profile,
    read::{At, Precision, Reading, Remark, Said, Stands, Weights},
    spread::spread,
};
use crate::{
    document::tree::Place,
    watch::{Stopped, Watch},
};

/// The form of the JSON.
pub const FORMAT: &str = "good-offices-packages-report/1";
/// The form of the JSON for one party.
pub const OWN_FORMAT: &str = "good-offices-packages-report-for-party/1";
/// Packages of which pairs are asked about.
const CANDIDATES: usize = 24;

/// A party and what it said of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PartyTold {
    /// Its name.
    pub name: String,
    /// On whose word, and how its points are written.
    pub said: Said,
    /// Below this it accepts nothing, if it said so.
    pub at_least: Option<i64>,
    /// What no agreement is worth to it.
    pub without_agreement: i64,
    /// What asking left of its weights, where they are asked.
    pub asked: Option<AskedTold>,
}

/// What is known of the weights of one party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct AskedTold {
    /// How many answers it gave.
    pub answers: usize,
    /// Between what each weight lies.
    pub ranges: Vec<WeightRange>,
    /// What to ask next; none where no question would say more about the packages at hand.
    pub next: Option<NextQuestion>,
}

/// Everything, for whoever may see all sides' points.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Report {
    /// [`FORMAT`].
    pub format: &'static str,
    /// What the talks are called.
    pub title: String,
    /// What they are about.
    pub about: Option<String>,
    /// What is talked about: packages are lists of numbers of options in its order.
    pub domain: Domain,
    /// What must be known of its options.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
    /// The power of ten of the number of packages.
    pub packages_log10: f64,
    /// The parties; all lists of points are in their order.
    pub parties: Vec<PartyTold>,
    /// What was found.
    pub analysis: Analysis,
}

/// What one party may see.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OwnReport {
    /// [`OWN_FORMAT`].
    pub format: &'static str,
    /// What the talks are called.
    pub title: String,
    /// What they are about.
    pub about: Option<String>,
    /// What is talked about.
    pub domain: Domain,
    /// What must be known of its options.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
    /// The party itself.
    pub party: PartyTold,
    /// The packages that it is shown.
    pub analysis: OwnAnalysis,
}

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReportError {
    /// A party's answers cannot be used.
    #[error("{at}: {party}: {error}")]
    Asking {
        /// Where the answers stand that are concerned.
        at: At,
        /// Whose.
        party: String,
        /// Why.
        error: AskError,
    },
    /// Points as weighed do not fit.
    #[error("{at}: {error}")]
    Problem {
        /// Where the points stand.
        at: String,
        /// What is the matter.
        error: ProblemError,
    },
    /// There is no such party.
    #[error(
        "reading for one party: `{name}` is the name of none of them, or of more than one. The parties are: {known}."
    )]
    NoParty {
        /// What was asked for.
        name: String,
        /// Which there are.
        known: String,
    },
    /// Nothing was found before the work was stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Looks at what was read from all sides. Where a party's weights are asked, the middle of what its
/// answers leave is reckoned with, and the question that would narrow it most is found with draws from
/// the seed.
///
/// # Errors
/// Answers contradict each other, or the work was stopped before anything was found.
pub fn report(
    reading: &Reading,
    question: Question,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Report, ReportError> {
    let asking = asking(reading)?;
    let mut said: Vec<Said> = reading.said.iter().map(as_reckoned).collect();
    let mut problem = weighed(reading, &asking, seed)?;
    if question.points == Points::Comparable {
        problem = in_one_unit(&problem, &mut said).map_err(|error| misfit(reading, error))?;
    }
    let analysis = analyse(&problem, question, watch)?;
    let candidates = candidates(&problem, &analysis);
    let parties = (said.iter().zip(problem.profiles()).zip(&asking))
        .zip(reading.answers.iter().zip(&reading.stands))
        .map(|(((said, profile), asking), (answers, stands))| {
            let asked = asking.as_ref().map(|asking| {
                let wrong = |error| wrong(&profile.party, stands, error);
                Ok::<_, ReportError>(AskedTold {
                    answers: answers.len(),
                    ranges: narrow(asking, answers).map_err(wrong)?.ranges,
                    next: next(asking, answers, &candidates, seed).map_err(wrong)?,
                })
            });
            Ok(party(profile, said, asked.transpose()?))
        })
        .collect::<Result<_, ReportError>>()?;
    Ok(Report {
        format: FORMAT,
        title: reading.title.clone(),
        about: reading.about.clone(),
        packages_log10: problem.domain().outcomes_log10(),
        domain: problem.domain().clone(),
        remarks: reading.remarks.clone(),
        parties,
        analysis,
    })
}

/// What is the matter with a party's answers, with the places of those that are concerned.
fn wrong(party: &str, stands: &Stands, error: AskError) -> ReportError {
    let concerned: &[usize] = match &error {
        AskError::Contradiction(answers) => answers,
        AskError::Impossible(answer) => &[answer.saturating_sub(1)],
        AskError::NothingToWeigh | AskError::TooMany { .. } | AskError::TooFine => &[],
    };
    let places = concerned.iter().filter_map(|at| stands.answers.get(*at));
    let places: Vec<Place> = places.copied().collect();
    ReportError::Asking {
        at: if places.is_empty() {
            stands.at.clone()
        } else {
            At::of(&stands.at.file, places)
        },
        party: party.to_owned(),
        error,
    }
}

/// Points that do not fit once they are weighed, with where they stand.
fn misfit(reading: &Reading, error: ProblemError) -> ReportError {
    let parties = reading.problem.profiles().iter().zip(&reading.stands);
    let whose = parties.filter(|(profile, _)| match &error {
        ProblemError::Profile(error) => error.party() == profile.party,
        ProblemError::Parties(_) | ProblemError::Twice(_) | ProblemError::Draft => true,
    });
    let places: Vec<String> = whose.map(|(_, stands)| stands.at.to_string()).collect();
    ReportError::Problem {
        at: places.join(", "),
        error,
    }
}

/// For each party whose weights are asked, what they are weights of.
fn asking(reading: &Reading) -> Result<Vec<Option<Aspects>>, ReportError> {
    (reading.said.iter().zip(reading.problem.profiles()))
        .zip(&reading.stands)
        .map(|((said, profile), stands)| match said.weights {
            Weights::Known => Ok(None),
            Weights::Asked => {
                let aspects =
                    Aspects::of(profile).map_err(|error| wrong(&profile.party, stands, error))?;
                Ok(Some(aspects))
            }
        })
        .collect()
}

/// The problem with the middle of what is known of asked weights.
fn weighed(
    reading: &Reading,
    asking: &[Option<Aspects>],
    seed: u64,
) -> Result<Problem, ReportError> {
    let profiles = (reading.problem.profiles().iter().zip(asking))
        .zip(reading.answers.iter().zip(&reading.stands));
    let profiles = profiles.map(|((profile, asking), (answers, stands))| match asking {
        None => Ok(profile.clone()),
        Some(aspects) => {
            let narrowed =
                narrow(aspects, answers).map_err(|error| wrong(&profile.party, stands, error))?;
            Ok::<_, ReportError>(aspects.weighed(&narrowed.middle(seed)))
        }
    });
    let profiles = profiles.collect::<Result<_, _>>()?;
    (reading.problem.with_profiles(profiles)).map_err(|error| misfit(reading, error))
}

/// Packages that matter: of the frontier, evenly, those that are shown, and the draft.
fn candidates(problem: &Problem, analysis: &Analysis) -> Vec<Package> {
    let deals = &analysis.frontier.deals;
    let every = deals.len().div_ceil(CANDIDATES).max(1);
    let mut candidates: Vec<Package> = problem.draft().cloned().into_iter().collect();
    let shown = analysis.scale.as_ref().map(|scale| spread(deals, scale));
    let even = deals.iter().step_by(every);
    for deal in shown.iter().flatten().chain(even) {
        if !candidates.contains(&deal.package) {
            candidates.push(deal.package.clone());
        }
    }
    candidates
}

/// How points are reckoned: where weights are asked they are parts of a whole.
fn as_reckoned(said: &Said) -> Said {
    let mut said = said.clone();
    if said.weights == Weights::Asked {
        said.places = 0;
        said.precision = Precision::Rounded(SCALE);
    }
    said
}

/// With points of all parties counted in the last digit of whoever uses the most: only so can they be
/// compared as they are written.
fn in_one_unit(problem: &Problem, said: &mut [Said]) -> Result<Problem, ProblemError> {
    let places = said.iter().map(|said| said.places).max().unwrap_or(0);
    let profiles = problem.profiles().iter().cloned().zip(said);
    let finer = profiles.map(|(mut profile, said)| {
        let times = 10_i64.pow(u32::from(places - said.places));
        let terms = profile.terms.iter_mut().map(|term| &mut term.points);
        let points = profile.points.iter_mut().flatten().chain(terms);
        let floors = (profile.at_least.iter_mut()).chain([&mut profile.without_agreement]);
        // What is no longer within what points may be is refused when the problem is made.
        for points in points.chain(floors) {
            *points = points.saturating_mul(times);
        }
        said.places = places;
        profile
    });
    problem.with_profiles(finer.collect())
}

fn party(profile: &Profile, said: &Said, asked: Option<AskedTold>) -> PartyTold {
    PartyTold {
        name: profile.party.clone(),
        said: said.clone(),
        at_least: profile.at_least,
        without_agreement: profile.without_agreement,
        asked,
    }
}

impl Report {
    /// What one party, by its name, capitals apart, may see of it.
    ///
    /// # Errors
    /// There is no party of that name, or more than one when capitals are left apart.
    pub fn for_party(&self, name: &str) -> Result<OwnReport, ReportError> {
        let called = |as_: &dyn Fn(&str) -> bool| -> Vec<(usize, &PartyTold)> {
            let parties = self.parties.iter().enumerate();
            parties.filter(|(_, party)| as_(&party.name)).collect()
        };
        let just = called(&|there| there == name);
        let heard = called(&|there| there.trim().to_lowercase() == name.trim().to_lowercase());
        let found = match (just.as_slice(), heard.as_slice()) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        };
        let (at, party) = found.ok_or_else(|| {
            let known: Vec<&str> = self
                .parties
                .iter()
                .map(|party| party.name.as_str())
                .collect();
            ReportError::NoParty {
                name: name.to_owned(),
                known: known.join(", "),
            }
        })?;
        let mut party = party.clone();
        // A question is made of packages that the others' points chose: the desk asks it.
        if let Some(asked) = &mut party.asked {
            asked.next = None;
        }
        Ok(OwnReport {
            format: OWN_FORMAT,
            title: self.title.clone(),
            about: self.about.clone(),
            domain: self.domain.clone(),
            remarks: self.remarks.clone(),
            party,
            analysis: self.analysis.for_party(at),
        })
    }
}
