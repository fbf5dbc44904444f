//! What one room says as it stands: its channels, and what is asked, promised and offered there.

use mediation::{
    concerns::{
        channels::ChannelState,
        demands::Outcome,
        messages::RequestFor,
        texts::{Finality, OfferState},
        undertakings::{Performance, UndertakingKind},
    },
    entry::{Speaker, Standing},
    ids::{ChannelId, EntryRef, ParticipantId, TextId},
    time::{Instant, Moment},
    view::Room,
    words::{RoomCode, Title, Wording},
};
use record::Digest;
use serde::Serialize;

/// A room as it stands.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RoomState {
    /// Its title; none for the desk's own.
    pub title: Option<Title>,
    /// The letters before its entries' numbers; none for the desk's own.
    pub code: Option<RoomCode>,
    /// Who sits in it, with the desk.
    pub members: Vec<ParticipantId>,
    /// The ways to reach a participant.
    pub channels: Vec<Channel>,
    /// Requests that are open.
    pub requests: Vec<Asked>,
    /// Demands of which a part has no answer.
    pub demands: Vec<Demanded>,
    /// Undertakings of which nothing final has become.
    pub undertakings: Vec<Promise>,
    /// Every offer, with its answers.
    pub offers: Vec<Offer>,
}

/// A channel as it stands.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Channel {
    /// Its short name.
    #[serde(rename = "channel")]
    pub name: ChannelId,
    /// The entry that opened it.
    pub entry: EntryRef,
    /// Whom it reaches.
    pub participant: ParticipantId,
    /// Who is at the other end.
    pub reaches: Title,
    /// By what means.
    pub means: Title,
    /// Where it stands.
    pub state: ChannelState,
    /// When the participant was last heard through it.
    pub last_heard: Option<Moment>,
    /// When the next contact is due.
    pub next_due: Option<Instant>,
    /// By how many seconds it is overdue.
    pub overdue_seconds: Option<i64>,
    /// The silence that has not ended.
    pub silence: Option<SilenceNow>,
}

/// A silence that has not ended.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SilenceNow {
    /// The entry that declared it.
    pub entry: EntryRef,
    /// When it began.
    pub since: Moment,
    /// The attempts since.
    pub attempts: u32,
    /// What was pending.
    pub pending: Vec<EntryRef>,
}

/// A request that is open.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Asked {
    /// The entry.
    pub entry: EntryRef,
    /// Who asks.
    pub from: Speaker,
    /// For what.
    pub what: RequestFor,
    /// The words.
    pub words: Wording,
    /// By when.
    pub due: Option<Instant>,
}

/// A demand of which a part has no answer.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Demanded {
    /// The entry.
    pub entry: EntryRef,
    /// Who asks.
    pub from: Speaker,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a demand.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Part {
    /// Which, from 1.
    #[serde(rename = "part")]
    pub number: u32,
    /// Its words.
    pub words: Wording,
    /// The last answer to it.
    pub answer: Option<PartAnswered>,
}

/// The last answer to a part.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PartAnswered {
    /// The entry.
    pub entry: EntryRef,
    /// The answer.
    pub outcome: Outcome,
}

/// An undertaking of which nothing final has become.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Promise {
    /// The entry.
    pub entry: EntryRef,
    /// Who undertakes it.
    pub from: Speaker,
    /// What sort.
    pub sort: UndertakingKind,
    /// What.
    pub words: Wording,
    /// By when.
    pub due: Option<Instant>,
    /// What was last said of it.
    pub performance: Option<Performance>,
}

/// An offer and its answers.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Offer {
    /// The entry that put it.
    pub entry: EntryRef,
    /// Which text.
    pub text: TextId,
    /// Which version of it, as this room counts.
    pub version: u32,
    /// The digest of the exact words.
    pub digest: Digest,
    /// Whether other words will still be taken.
    pub finality: Finality,
    /// Until when it stands.
    pub expires: Option<Instant>,
    /// `stands`, `expired`, `withdrawn` or `superseded`.
    pub state: &'static str,
    /// The answers to it in order.
    pub answers: Vec<Answer>,
}

/// An answer to an offer.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Answer {
    /// The entry.
    pub entry: EntryRef,
    /// Whose.
    pub participant: ParticipantId,
    /// `accepted` or `refused`.
    #[serde(rename = "answer")]
    pub says: &'static str,
    /// How the desk knows.
    pub standing: Standing,
}

impl RoomState {
    pub(super) fn of(room: &Room, at: Instant) -> Self {
        let entry = |n: u64| EntryRef::new(room.name.clone(), n);
        let opened = room.opened.as_ref();
        Self {
            title: opened.map(|o| o.title.clone()),
            code: opened.map(|o| o.code.clone()),
            members: opened.map_or_else(Vec::new, |o| {
                o.members.iter().map(|s| s.participant.clone()).collect()
            }),
            channels: channels(room, at),
            requests: room
                .conversation
                .open_requests()
                .map(|r| Asked {
                    entry: entry(r.number),
                    from: r.request.from.clone(),
                    what: r.request.what,
                    words: r.request.words.clone(),
                    due: r.request.due,
                })
                .collect(),
            demands: demands(room),
            undertakings: room
                .undertakings
                .all
                .values()
                .filter(|u| u.is_open())
                .map(|u| Promise {
                    entry: entry(u.number),
                    from: u.from.clone(),
                    sort: u.kind,
                    words: u.words.clone(),
                    due: u.due,
                    performance: u.performance.last().map(|(_, p)| *p),
                })
                .collect(),
            offers: offers(room, at),
        }
    }

    /// Whether there is anything to tell of it.
    pub fn is_quiet(&self) -> bool {
        self.channels.is_empty()
            && self.requests.is_empty()
            && self.demands.is_empty()
            && self.undertakings.is_empty()
            && self.offers.is_empty()
    }
}

fn channels(room: &Room, at: Instant) -> Vec<Channel> {
    let entry = |n: u64| EntryRef::new(room.name.clone(), n);
    let all = room.channels.all.iter();
    all.map(|(id, c)| Channel {
        name: id.clone(),
        entry: entry(c.number),
        participant: c.opened.participant.clone(),
        reaches: c.opened.reaches.clone(),
        means: c.opened.means.clone(),
        state: c.state,
        last_heard: c.last_heard().map(|s| s.when),
        next_due: c.next_due,
        overdue_seconds: c.overdue(at),
        silence: c.open_silence().map(|s| SilenceNow {
            entry: entry(s.number),
            since: s.began,
            attempts: s.attempts,
            pending: s.pending.clone(),
        }),
    })
    .collect()
}

fn demands(room: &Room) -> Vec<Demanded> {
    let entry = |n: u64| EntryRef::new(room.name.clone(), n);
    let open = room.demands.all.values().filter(|d| d.is_open());
    open.map(|d| Demanded {
        entry: entry(d.number),
        from: d.from.clone(),
        parts: (1..)
            .zip(&d.parts)
            .map(|(number, words)| Part {
                number,
                words: words.clone(),
                answer: d.answers.get(&number).map(|(n, a)| PartAnswered {
                    entry: entry(*n),
                    outcome: a.outcome,
                }),
            })
            .collect(),
    })
    .collect()
}

fn offers(room: &Room, at: Instant) -> Vec<Offer> {
    let entry = |n: u64| EntryRef::new(room.name.clone(), n);
    let versions = room.texts.versions.values();
    versions
        .filter_map(|v| {
            let offer = v.offer?;
            let answers = room.acceptances.all.values();
            Some(Offer {
                entry: entry(v.number),
                text: v.id.clone(),
                version: v.version,
                digest: v.digest,
                finality: offer.finality,
                expires: offer.expires,
                state: match room.texts.offer_state(v, at)? {
                    OfferState::Stands => "stands",
                    OfferState::Expired => "expired",
                    OfferState::Withdrawn => "withdrawn",
                    OfferState::Superseded => "superseded",
                },
                answers: answers
                    .filter(|a| a.offer == v.number)
                    .map(|a| Answer {
                        entry: entry(a.number),
                        participant: a.participant.clone(),
                        says: match a.accepted {
                            Some(_) => "accepted",
                            None => "refused",
                        },
                        standing: a.standing,
                    })
                    .collect(),
            })
        })
        .collect()
}
