//! What a view says as it stands, as `show --json` gives it and `show` tells it: read off the
//! view, with nothing decided here. The names of the fields are published in `docs/show.md`.

mod room;

pub use room::{Channel, Demanded, Offer, RoomState};

use mediation::{
    concerns::{
        agreement::{AgreementForm, ParameterValue, RequirementKind},
        lists::Firmness,
    },
    ids::{EntryRef, ParameterId, ParticipantId, RequirementId, RoomName, TextId},
    time::{Instant, Moment},
    view::{Room, View, Viewer},
    words::Title,
};
use record::Digest;
use serde::Serialize;

/// A view as it stands.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct State {
    /// The case's title.
    pub title: Option<Title>,
    /// The participant that looks; none for the desk.
    pub viewer: Option<ParticipantId>,
    /// The moment as of which the view was asked for, where it was not the present.
    pub as_known_on: Option<Instant>,
    /// The time by which it was judged what is overdue, expired or still open.
    pub at: Instant,
    /// Estimates beside confirmed numbers, of whom by whom.
    pub numbers: Vec<Numbers>,
    /// The agreement and what it needs; only the desk knows.
    pub agreement: Option<AgreementNow>,
    /// Each room.
    #[serde(skip)]
    pub rooms: Vec<RoomState>,
}

/// Estimates and confirmed numbers of the same persons. None stands in place of another.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Numbers {
    /// Of whom.
    pub of: Title,
    /// Estimates in the order of rooms and entries.
    pub estimates: Vec<Estimated>,
    /// Confirmed numbers in the same order.
    pub confirmed: Vec<Confirmed>,
}

/// An estimate.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Estimated {
    /// The entry.
    pub entry: EntryRef,
    /// Whose estimate.
    pub whose: Title,
    /// At least so many.
    pub low: Option<u64>,
    /// At most so many.
    pub high: Option<u64>,
    /// When it was made.
    pub happened: Moment,
    /// The corrections of it: what it says is not what is held any more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected_by: Vec<EntryRef>,
}

/// A confirmed number.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Confirmed {
    /// The entry.
    pub entry: EntryRef,
    /// How many.
    pub count: u64,
    /// How firmly.
    pub firmness: Firmness,
    /// The corrections of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected_by: Vec<EntryRef>,
}

/// The agreement as the desk's own room records it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct AgreementNow {
    /// What was concluded.
    pub concluded: Vec<ConcludedNow>,
    /// Concluded, and nothing missing.
    pub executable: bool,
    /// What it needs.
    pub requirements: Vec<Required>,
    /// Numbers and dates that stand once, with their last value.
    pub parameters: Vec<Parameter>,
}

/// What was concluded.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ConcludedNow {
    /// The entry.
    pub entry: EntryRef,
    /// Which text.
    pub text: TextId,
    /// Its digest.
    pub digest: Digest,
    /// In which form.
    pub form: AgreementForm,
}

/// Something without which an agreement cannot be carried out.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Required {
    /// Its short name.
    pub requirement: RequirementId,
    /// The entry that named it.
    pub entry: EntryRef,
    /// What sort of thing.
    pub sort: RequirementKind,
    /// What it is.
    pub what: Title,
    /// Who owes it; none: the desk.
    pub owed_by: Option<ParticipantId>,
    /// By when.
    pub due: Option<Instant>,
    /// The entry that met it.
    pub met: Option<EntryRef>,
}

/// A number or a date that stands once.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Parameter {
    /// Its short name.
    #[serde(rename = "parameter")]
    pub id: ParameterId,
    /// The entry that set it last.
    pub entry: EntryRef,
    /// What it is.
    pub name: Title,
    /// Its value.
    pub value: ParameterValue,
}

impl State {
    /// Reads a view as it stands at a time.
    pub fn of(view: &View, at: Instant) -> Self {
        Self {
            title: view.title().cloned(),
            viewer: match &view.viewer {
                Viewer::Desk => None,
                Viewer::Participant(p) => Some(p.clone()),
            },
            as_known_on: view.as_known_on,
            at,
            numbers: numbers(view),
            agreement: matches!(view.viewer, Viewer::Desk).then(|| agreement(view)),
            rooms: view.rooms.values().map(|r| RoomState::of(r, at)).collect(),
        }
    }
}

fn numbers(view: &View) -> Vec<Numbers> {
    let rooms = || view.rooms.values();
    let estimates = || rooms().flat_map(|r| r.lists.estimates.iter().map(move |e| (r, e)));
    let confirmed = || rooms().flat_map(|r| r.lists.confirmed.iter().map(move |(n, c)| (r, *n, c)));
    let mut all: Vec<&Title> = Vec::new();
    let named = estimates().map(|(_, e)| &e.estimate.of);
    for of in named.chain(confirmed().map(|(_, _, c)| &c.of)) {
        if !all.contains(&of) {
            all.push(of);
        }
    }
    all.into_iter()
        .map(|of| Numbers {
            of: of.clone(),
            estimates: estimates()
                .filter(|(_, e)| e.estimate.of == *of)
                .map(|(room, e)| Estimated {
                    entry: entry(room, e.number),
                    whose: e.estimate.by.clone(),
                    low: e.estimate.low,
                    high: e.estimate.high,
                    happened: e.when,
                    corrected_by: corrections(room, e.number),
                })
                .collect(),
            confirmed: confirmed()
                .filter(|(_, _, c)| c.of == *of)
                .map(|(room, n, c)| Confirmed {
                    entry: entry(room, n),
                    count: c.count,
                    firmness: c.firmness,
                    corrected_by: corrections(room, n),
                })
                .collect(),
        })
        .collect()
}

fn entry(room: &Room, number: u64) -> EntryRef {
    EntryRef::new(room.name.clone(), number)
}

fn corrections(room: &Room, number: u64) -> Vec<EntryRef> {
    let all = room.corrections.corrected.get(&number);
    let by = all.into_iter().flatten().map(|(by, _)| *by);
    by.map(|by| entry(room, by)).collect()
}

fn agreement(view: &View) -> AgreementNow {
    let agreement = &view.desk.agreement;
    let entry = |n: u64| EntryRef::new(RoomName::desk(), n);
    AgreementNow {
        concluded: agreement
            .all
            .values()
            .map(|(n, _, c)| ConcludedNow {
                entry: entry(*n),
                text: c.text.clone(),
                digest: c.digest,
                form: c.form,
            })
            .collect(),
        executable: agreement.is_executable(),
        requirements: agreement
            .requirements
            .values()
            .map(|r| Required {
                requirement: r.requirement.requirement.clone(),
                entry: entry(r.number),
                sort: r.requirement.kind,
                what: r.requirement.what.clone(),
                owed_by: r.requirement.owed_by.clone(),
                due: r.requirement.due,
                met: r.met.map(entry),
            })
            .collect(),
        parameters: agreement
            .parameters
            .iter()
            .filter_map(|(id, values)| {
                let (n, _, last) = values.last()?;
                Some(Parameter {
                    id: id.clone(),
                    entry: entry(*n),
                    name: last.name.clone(),
                    value: last.value.clone(),
                })
            })
            .collect(),
    }
}
