//! Sentences on what was said and heard: contacts, silences, messages, requests, demands, and
//! what the desk carried.

use maud::Markup;
use mediation::{
    concerns::{
        channels::{Contact, DeclareSilence, Means, OpenChannel},
        custody::{Comparison, CustodyStep},
        demands::{Answer, Demand, DemandState, Outcome, PartAnswer},
        messages::{HowFar, MeetRequest, Message, Request, RequestFor},
        relays::{Conveyed, ConveyedAs, Voice},
    },
    entry::Speaker,
    words::Wording,
};

use super::{names, teller::Teller, told::Told};
use crate::html::own;

/// How much of a part of a demand is quoted within a sentence.
const BRIEF: usize = 80;

impl Teller<'_> {
    pub(super) fn channel_opened(&self, c: &OpenChannel) -> Vec<Markup> {
        let sentence = self.words.t_args(
            "story-channel",
            &[
                ("who", self.name(&c.participant).into()),
                ("reaches", names::in_sentence(c.reaches.as_str()).into()),
            ],
        );
        self.line(&sentence, None)
    }

    pub(super) fn contact(&self, told: &Told<'_>, c: &Contact) -> Vec<Markup> {
        let members = self.members(told.room);
        let with = match &c.with {
            Some(with) => self.words.t_args(
                "story-person-of",
                &[("name", with.to_string().into()), ("who", members.into())],
            ),
            None => members,
        };
        let who = ("who", with.into());
        let sentence = match (c.how, &c.place) {
            (Means::Meeting, Some(place)) => self
                .words
                .t_args("story-met-in", &[who, ("place", place.to_string().into())]),
            (Means::Meeting, None) => self.words.t_args("story-met", &[who]),
            (Means::Visit, _) => self.words.t_args("story-visited", &[who]),
            (Means::Call, _) => self.words.t_args("story-called", &[who]),
            (Means::Message, _) => self.words.t_args("story-wrote", &[who]),
        };
        Self::account(&sentence, Some(&c.outcome))
    }

    pub(super) fn silence(&self, told: &Told<'_>, s: &DeclareSilence) -> Vec<Markup> {
        let who = ("who", self.members(told.room).into());
        let sentence = match s.pending.len() {
            0 => self.words.t_args("story-silent", &[who]),
            n => self
                .words
                .t_args("story-silent-pending", &[who, ("n", n.into())]),
        };
        Self::account(&sentence, s.words.as_ref())
    }

    pub(super) fn message(&self, told: &Told<'_>, m: &Message) -> Vec<Markup> {
        let sentence = match &m.from {
            Speaker::Desk => {
                let to = ("to", self.members(told.room).into());
                self.words.t_args("story-desk-told", &[to])
            }
            from @ Speaker::Participant(_) => {
                let who = ("who", self.speaker(from).into());
                self.words.t_args("story-said", &[who])
            }
        };
        self.line(&sentence, Some(&m.words))
    }

    pub(super) fn request(&self, told: &Told<'_>, r: &Request) -> Vec<Markup> {
        let who = ("who", self.speaker(&r.from).into());
        let to = ("to", self.members(told.room).into());
        let sentence = match (&r.from, r.what) {
            (Speaker::Desk, _) => self.words.t_args("story-desk-asked", &[to]),
            (_, RequestFor::List) => self.words.t_args("story-asked-list", &[who]),
            (_, RequestFor::ProofOfLife) => self.words.t_args("story-asked-proof", &[who]),
            (_, RequestFor::Clarification | RequestFor::Answer | RequestFor::Other) => {
                self.words.t_args("story-asked", &[who])
            }
        };
        self.line(&sentence, Some(&r.words))
    }

    pub(super) fn request_met(&self, told: &Told<'_>, m: &MeetRequest) -> Vec<Markup> {
        let request = told.room.conversation.requests.get(&m.request.number);
        let what = request.map_or(RequestFor::Other, |r| r.request.what);
        let what = match what {
            RequestFor::List => self.words.t("story-request-list"),
            RequestFor::ProofOfLife => self.words.t("story-request-proof"),
            RequestFor::Clarification | RequestFor::Answer | RequestFor::Other => {
                self.words.t("story-request-other")
            }
        };
        let what = ("what", what.into());
        let sentence = match m.how_far {
            HowFar::InFull => self.words.t_args("story-met-full", &[what]),
            HowFar::InPart => self.words.t_args("story-met-part", &[what]),
            HowFar::Refused => self.words.t_args("story-met-refused", &[what]),
            HowFar::Withdrawn => self.words.t_args("story-met-withdrawn", &[what]),
        };
        Self::account(&sentence, m.words.as_ref())
    }

    pub(super) fn demand(&self, told: &Told<'_>, d: &Demand) -> Vec<Markup> {
        let who = ("who", self.speaker(&d.from).into());
        let to = ("to", self.members(told.room).into());
        let sentence = match &d.from {
            Speaker::Desk => self.words.t_args("story-desk-demanded", &[to]),
            Speaker::Participant(_) => self.words.t_args("story-demanded", &[who]),
        };
        self.line(&sentence, Some(&d.words))
    }

    pub(super) fn answer(&self, told: &Told<'_>, a: &Answer) -> Vec<Markup> {
        let who = ("who", self.speaker(&a.from).into());
        let demand = told.room.demands.all.get(&a.demand.number);
        let mut outcomes = a.parts.iter().map(|p| p.outcome);
        let first = outcomes.next();
        // Of the demand as a whole it is said only where every part has the same answer.
        let whole = demand.is_none_or(|d| d.parts.len() == a.parts.len());
        let sentence = match first.filter(|first| whole && outcomes.all(|o| o == *first)) {
            Some(Outcome::Accepted) => self.words.t_args("story-answer-accepted", &[who]),
            Some(Outcome::InPart) => self.words.t_args("story-answer-part", &[who]),
            Some(Outcome::Declined) => self.words.t_args("story-answer-declined", &[who]),
            Some(Outcome::Countered) => self.words.t_args("story-answer-countered", &[who]),
            None => {
                let parts = ("parts", self.answered(demand, &a.parts).into());
                self.words.t_args("story-answer-parts", &[who, parts])
            }
        };
        let mut said = self.line(&sentence, Some(&a.words));
        if let Some(words) = &a.undertaking {
            let who = ("who", self.speaker(&a.from).into());
            said.extend(self.line(&self.words.t_args("story-undertook", &[who]), Some(words)));
        }
        said
    }

    /// What was answered to which parts, in their order: "accepted “Four days” and declined “By
    /// Friday”".
    fn answered(&self, demand: Option<&DemandState>, answers: &[PartAnswer]) -> String {
        let mut answers: Vec<&PartAnswer> = answers.iter().collect();
        answers.sort_by_key(|answer| answer.part);
        let said: Vec<String> = answers
            .chunk_by(|one, next| one.outcome == next.outcome && one.outcome != Outcome::Countered)
            .filter_map(|alike| self.answered_alike(demand, alike))
            .collect();
        self.words.list(&said)
    }

    fn answered_alike(
        &self,
        demand: Option<&DemandState>,
        alike: &[&PartAnswer],
    ) -> Option<String> {
        let first = alike.first()?;
        let parts: Vec<String> = alike.iter().map(|a| self.part(demand, a)).collect();
        let parts = ("parts", self.words.list(&parts).into());
        Some(match (first.outcome, &first.words) {
            (Outcome::Accepted, _) => self.words.t_args("story-part-accepted", &[parts]),
            (Outcome::InPart, _) => self.words.t_args("story-part-in-part", &[parts]),
            (Outcome::Declined, _) => self.words.t_args("story-part-declined", &[parts]),
            (Outcome::Countered, None) => self.words.t_args("story-part-countered", &[parts]),
            (Outcome::Countered, Some(offered)) => self.words.t_args(
                "story-part-countered-with",
                &[parts, ("offered", self.brief(offered).into())],
            ),
        })
    }

    /// A part that was answered, and in what words where nothing else was offered in its place.
    fn part(&self, demand: Option<&DemandState>, answer: &PartAnswer) -> String {
        let at = usize::try_from(answer.part).unwrap_or(0).checked_sub(1);
        let asked = match demand.and_then(|d| d.parts.get(at?)) {
            Some(part) => self.brief(part),
            None => self.words.t_args("form-part", &[("n", answer.part.into())]),
        };
        match &answer.words {
            Some(said) if answer.outcome != Outcome::Countered => self.words.t_args(
                "story-part-answered",
                &[("part", asked.into()), ("said", self.brief(said).into())],
            ),
            _ => asked,
        }
    }

    /// The beginning of what was said, in quotation marks, within a sentence.
    fn brief(&self, said: &Wording) -> String {
        let said = names::inline(said.as_str(), BRIEF)
            .replace(['“', '«'], "‘")
            .replace(['”', '»'], "’");
        let said = said.trim_end_matches('.').to_owned();
        self.words
            .t_args("story-part-quoted", &[("part", said.into())])
    }

    pub(super) fn conveyed(&self, told: &Told<'_>, c: &Conveyed) -> Vec<Markup> {
        let to = ("to", self.members(told.room).into());
        let by = c
            .attributed_to
            .as_ref()
            .map(|by| names::with_article(self.words, by.as_str()));
        let sentence = match (c.voice, by, &c.conveyed_as) {
            (Voice::Attributed, Some(by), ConveyedAs::Answer { .. }) => self
                .words
                .t_args("story-carried-answer", &[to, ("by", by.into())]),
            (Voice::Attributed, Some(by), ConveyedAs::Demand(_)) => self
                .words
                .t_args("story-carried-demand", &[to, ("by", by.into())]),
            (Voice::Attributed, Some(by), ConveyedAs::Request { .. }) => self
                .words
                .t_args("story-carried-request", &[to, ("by", by.into())]),
            (Voice::Attributed, Some(by), ConveyedAs::Message) => self
                .words
                .t_args("story-carried-words", &[to, ("by", by.into())]),
            (Voice::Proposal, ..) => self.words.t_args("story-carried-proposal", &[to]),
            (Voice::Attributed | Voice::NonPaper, ..) => {
                self.words.t_args("story-carried-non-paper", &[to])
            }
        };
        self.line(&sentence, Some(&c.words))
    }

    pub(super) fn read_back(&self, s: &CustodyStep) -> Vec<Markup> {
        let who = ("who", s.who.to_string().into());
        if s.comparison == Comparison::Same {
            return self.line(&self.words.t_args("story-read-back", &[who]), None);
        }
        let sentence = self.words.t_args("story-read-back-differs", &[who]);
        let mut said = self.line(&sentence, s.words.as_ref());
        if let (None, Some(digest)) = (&s.words, &s.digest) {
            said.push(own(&String::from(digest.clone())));
        }
        said
    }
}
