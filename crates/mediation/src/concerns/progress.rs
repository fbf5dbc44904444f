//! Where a text stands, as the desk reads it across its rooms: to whom each draft was put, who
//! stood how on it, who must be told that the words have changed, what acceptance still takes.
//! Nothing is decided here and nothing folded: these are questions to a view.

use crate::{
    concerns::{
        acceptances::{AnswerToOffer, last_answer},
        decisions::{DecisionOutcome, DecisionState, last_decision},
        people::{Act, AddBody, Weight},
        positions::StandTaken,
        texts::{OfferState, Version},
    },
    ids::{EntryRef, ParticipantId, TextId},
    time::Instant,
    view::{Room, View},
};

/// The drafts of one text, in the desk's view.
#[derive(Debug, Clone, Copy)]
pub struct Drafts<'a> {
    view: &'a View,
    desk: &'a Room,
    id: &'a TextId,
}

/// A draft as it arrived in a room.
#[derive(Debug, Clone, Copy)]
pub struct Put<'a> {
    /// The room.
    pub room: &'a Room,
    /// The version, as that room counts.
    pub version: &'a Version,
}

/// Where a participant stands on a draft that was put to it.
#[derive(Debug, Clone)]
pub struct Stands<'a> {
    /// Who.
    pub participant: &'a ParticipantId,
    /// For each article of the draft, in order, the last stand taken in any room.
    pub articles: Vec<Option<&'a StandTaken>>,
}

/// A participant that had taken a stand on earlier words.
#[derive(Debug, Clone)]
pub struct ToBeTold<'a> {
    /// Who.
    pub participant: &'a ParticipantId,
    /// The last draft on which it took one.
    pub stood_on: &'a Version,
    /// How it stood.
    pub stands: Stands<'a>,
    /// The entry with which the later draft was put to it, if it was.
    pub told: Option<EntryRef>,
}

/// What acceptance of a draft takes from one required participant, and where that is.
#[derive(Debug, Clone)]
pub struct Ratification<'a> {
    /// Who.
    pub participant: &'a ParticipantId,
    /// The bodies that must approve.
    pub approvals: Vec<Approval<'a>>,
    /// Whether a person is on record who may bind it.
    pub may_bind: bool,
    /// Its answer.
    pub answer: Answered<'a>,
}

/// A body that must approve, and what it last decided.
#[derive(Debug, Clone, Copy)]
pub struct Approval<'a> {
    /// The body.
    pub body: &'a AddBody,
    /// Its last decision on the text, with the room in which that stands.
    pub decided: Option<(&'a Room, &'a DecisionState)>,
    /// Whether that decision approves exactly these words.
    pub approves: bool,
}

/// A participant's answer to a draft.
#[derive(Debug, Clone, Copy)]
pub enum Answered<'a> {
    /// The draft was not put to it.
    NotPut,
    /// It was put for comment only.
    NotOffered(Put<'a>),
    /// It was offered, and not answered.
    Open(Put<'a>, OfferState),
    /// It accepted these very words.
    Accepted(&'a Room, &'a AnswerToOffer),
    /// It refused them.
    Refused(&'a Room, &'a AnswerToOffer),
    /// Its last word was on other words.
    OtherWords(&'a Room, &'a AnswerToOffer),
}

impl<'a> Drafts<'a> {
    /// The drafts of a text; `None` where the viewer has no desk room.
    pub fn of(view: &'a View, id: &'a TextId) -> Option<Self> {
        let desk = view.desk_room()?;
        Some(Self { view, desk, id })
    }

    /// The drafts in order.
    pub fn versions(&self) -> Vec<&'a Version> {
        self.desk.texts.of(self.id)
    }

    /// The version that counts now: the one that was agreed, until a later one is put to somebody;
    /// before that the newest. A draft that nobody has seen is no reason to lose sight of what was
    /// agreed.
    pub fn current(&self) -> Option<&'a Version> {
        let versions = self.versions();
        let concluded = self.view.desk.agreement.on(self.id);
        let agreed = concluded.and_then(|(_, _, c)| {
            let place = versions.iter().rposition(|v| v.digest == c.digest)?;
            let (agreed, later) = versions.get(place..)?.split_first()?;
            let put = later.iter().any(|v| !self.puts(v).is_empty());
            (!put).then_some(*agreed)
        });
        agreed.or_else(|| versions.last().copied())
    }

    /// Where a draft was put, in order.
    pub fn puts(&self, draft: &Version) -> Vec<Put<'a>> {
        let put = |to: &EntryRef| {
            let room = self.view.rooms.get(&to.room)?;
            let version = room.texts.versions.get(&to.number)?;
            Some(Put { room, version })
        };
        self.desk
            .texts
            .put_to(draft.number)
            .filter_map(put)
            .collect()
    }

    /// Where each participant stands to whom a draft was put, in the order of the roster.
    pub fn stands(&self, draft: &Version) -> Vec<Stands<'a>> {
        let puts = self.puts(draft);
        let order = &self.view.desk.roster.order;
        order
            .iter()
            .filter_map(|p| stands_of(p, draft, &puts))
            .collect()
    }

    /// Every offer of this text that is or was out, with where it stands at a time.
    pub fn offers(&self, at: Instant) -> Vec<(Put<'a>, OfferState)> {
        let all = self.view.rooms.values().flat_map(|room| {
            let versions = room.texts.of(self.id);
            versions
                .into_iter()
                .map(move |version| Put { room, version })
        });
        all.filter_map(|put| Some((put, put.room.texts.offer_state(put.version, at)?)))
            .collect()
    }

    /// The decision with modifications that made a draft.
    pub fn made_by(&self, draft: &Version) -> Option<(&'a Room, &'a DecisionState)> {
        let from = draft.drafted.as_ref()?.from.as_ref()?;
        let room = self.view.rooms.get(&from.room)?;
        Some((room, room.decisions.all.get(&from.number)?))
    }

    /// The decisions that approved a draft with modifications, each of which made another text.
    pub fn changed_by(&self, draft: &Version) -> Vec<(&'a Room, &'a DecisionState)> {
        let puts = self.puts(draft);
        let changes = |d: &&DecisionState| {
            matches!(
                d.decision.outcome,
                DecisionOutcome::ApprovedWithModifications(_)
            )
        };
        puts.iter()
            .flat_map(|put| {
                let on = put.version.number;
                let all = put.room.decisions.all.values();
                all.filter(move |d| d.decision.on.number == on)
                    .filter(changes)
                    .map(|d| (put.room, d))
            })
            .collect()
    }

    /// The draft that a decision's text became, if one did.
    pub fn became(&self, room: &Room, decision: &DecisionState) -> Option<&'a Version> {
        let made = EntryRef::new(room.name.clone(), decision.number);
        self.versions().into_iter().find(|v| {
            let from = v.drafted.as_ref().and_then(|d| d.from.as_ref());
            from == Some(&made)
        })
    }

    /// Whoever had taken a stand on an earlier draft, and whether this one was put to them since.
    /// The participant whose own body made the words is not among them.
    pub fn to_be_told(&self, draft: &Version) -> Vec<ToBeTold<'a>> {
        let own = self
            .made_by(draft)
            .and_then(|(room, d)| room.people.bodies.get(&d.decision.body))
            .map(|b| &b.participant);
        let puts = self.puts(draft);
        let mut found: Vec<ToBeTold<'a>> = Vec::new();
        let earlier = self.versions();
        for old in earlier
            .into_iter()
            .rev()
            .filter(|v| v.number < draft.number)
        {
            for stands in self.stands(old) {
                let known = found.iter().any(|f| f.participant == stands.participant);
                if known || !stands.any() || own == Some(stands.participant) {
                    continue;
                }
                let told = puts.iter().find(|put| seats(put.room, stands.participant));
                found.push(ToBeTold {
                    participant: stands.participant,
                    stood_on: old,
                    told: told.map(|t| EntryRef::new(t.room.name.clone(), t.version.number)),
                    stands,
                });
            }
        }
        found
    }

    /// What it takes from every required participant until a draft is agreed.
    pub fn ratification(&self, draft: &Version, at: Instant) -> Vec<Ratification<'a>> {
        let rules = self.view.desk.opening.rules.as_ref();
        let required = rules.map(|r| r.required.as_slice()).unwrap_or_default();
        let puts = self.puts(draft);
        required
            .iter()
            .map(|participant| {
                let rooms = || self.view.rooms_of(participant);
                Ratification {
                    participant,
                    approvals: self.approvals(participant, draft),
                    may_bind: rooms()
                        .any(|r| r.people.anybody_may(Act::Bind, participant, self.id, at)),
                    answer: self.answer(participant, draft, &puts, at),
                }
            })
            .collect()
    }

    fn approvals(&self, p: &'a ParticipantId, draft: &Version) -> Vec<Approval<'a>> {
        let rooms = || self.view.rooms_of(p);
        let must = |b: &&AddBody| b.participant == *p && b.weight == Weight::MustApprove;
        let mut bodies: Vec<&AddBody> = Vec::new();
        for body in rooms().flat_map(|r| r.people.bodies.values()).filter(must) {
            if bodies.iter().all(|b| b.body != body.body) {
                bodies.push(body);
            }
        }
        let approval = |body: &'a AddBody| {
            let decided = last_decision(rooms(), p, &body.body, self.id);
            Approval {
                body,
                decided,
                approves: decided.and_then(|(_, d)| d.approves) == Some(draft.digest),
            }
        };
        bodies.into_iter().map(approval).collect()
    }

    fn answer(
        &self,
        p: &'a ParticipantId,
        draft: &Version,
        puts: &[Put<'a>],
        at: Instant,
    ) -> Answered<'a> {
        if let Some((room, a)) = self.concluded_with(p, draft) {
            return Answered::Accepted(room, a);
        }
        let last = last_answer(self.view.rooms_of(p), p, self.id);
        let here: Vec<_> = puts.iter().filter(|put| seats(put.room, p)).collect();
        let on_this = |room: &Room, a: &AnswerToOffer| {
            here.iter()
                .any(|put| put.room.name == room.name && put.version.number == a.offer)
        };
        match last {
            Some((room, a)) if a.accepted == Some(draft.digest) => Answered::Accepted(room, a),
            Some((room, a)) if a.accepted.is_none() && on_this(room, a) => {
                Answered::Refused(room, a)
            }
            last => {
                let open = here.iter().rev().find_map(|put| {
                    let state = put.room.texts.offer_state(put.version, at)?;
                    Some(Answered::Open(**put, state))
                });
                let other = || last.map(|(room, a)| Answered::OtherWords(room, a));
                let put = || here.last().map(|put| Answered::NotOffered(**put));
                open.or_else(other).or_else(put).unwrap_or(Answered::NotPut)
            }
        }
    }
}

impl<'a> Drafts<'a> {
    /// The acceptance with which an agreement on these words was concluded: what is said afterwards
    /// does not undo it.
    fn concluded_with(
        &self,
        p: &ParticipantId,
        draft: &Version,
    ) -> Option<(&'a Room, &'a AnswerToOffer)> {
        let (_, _, concluded) = self.view.desk.agreement.on(self.id)?;
        let same = concluded.digest == draft.digest;
        let mut entries = concluded.acceptances.iter().filter(|_| same);
        entries.find_map(|e| {
            let room = self.view.rooms.get(&e.room)?;
            let answer = room.acceptances.all.get(&e.number)?;
            (answer.participant == *p).then_some((room, answer))
        })
    }
}

impl Stands<'_> {
    /// Whether any stand was taken at all.
    pub fn any(&self) -> bool {
        self.articles.iter().any(Option::is_some)
    }
}

fn seats(room: &Room, p: &ParticipantId) -> bool {
    room.opened.as_ref().is_some_and(|o| o.seats(p))
}

fn stands_of<'a>(p: &'a ParticipantId, draft: &Version, puts: &[Put<'a>]) -> Option<Stands<'a>> {
    let here: Vec<_> = puts.iter().filter(|put| seats(put.room, p)).collect();
    if here.is_empty() {
        return None;
    }
    let articles = draft.text.articles.iter().map(|article| {
        here.iter()
            .filter_map(|put| {
                let taken = put
                    .room
                    .positions
                    .stand(put.version.number, p, &article.number)?;
                Some(taken)
            })
            .max_by_key(|taken| taken.at)
    });
    Some(Stands {
        participant: p,
        articles: articles.collect(),
    })
}
