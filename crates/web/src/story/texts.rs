//! Sentences on the text: outlines, drafts, positions, decisions, acceptance, what was agreed.

use maud::Markup;
use mediation::{
    concerns::{
        acceptances::{Accepted, RefuseOffer},
        agreement::{AnnouncementMade, MeetRequirement, Require, SetParameter},
        decisions::{DecisionOutcome, RecordDecision},
        positions::{Comment, Stand, TakePosition},
        texts::{DraftPut, Drafted, Finality, Outline, Version, WithdrawOffer},
    },
    entry::Speaker,
    ids::ParameterId,
    words::{ArticleNumber, Title, Wording},
};

use super::{names, teller::Teller, told::Told};
use crate::{adapt, html::own, pages::text::compare::Moved};

impl Teller<'_> {
    pub(super) fn outline(&self, o: &Outline) -> Vec<Markup> {
        let title = ("title", o.title.to_string().into());
        let mut said = self.line(&self.words.t_args("story-outline", &[title]), None);
        said.extend(
            o.points
                .iter()
                .map(|point| own(&names::inline(point.as_str(), 300))),
        );
        said
    }

    pub(super) fn drafted(&self, told: &Told<'_>, d: &Drafted) -> Vec<Markup> {
        let version = told.room.texts.versions.get(&told.entry.number);
        let n = ("n", version.map_or(0, |v| v.version).into());
        Self::account(&self.words.t_args("story-drafted", &[n]), d.note.as_ref())
    }

    pub(super) fn put(&self, told: &Told<'_>, p: &DraftPut) -> Vec<Markup> {
        let what = ("what", self.version_in(told, told.entry.number).into());
        let to = ("to", self.members(told.room).into());
        let until = p.offer.and_then(|o| o.expires);
        let until = until.map(|at| adapt::stamp(self.words, at, self.calendar));
        let sentence = match (p.offer.map(|o| o.finality), until) {
            (None, _) => self.words.t_args("story-put", &[what, to]),
            (Some(Finality::Open), None) => self.words.t_args("story-offered", &[what, to]),
            (Some(Finality::Open), Some(until)) => self
                .words
                .t_args("story-offered-until", &[what, to, ("until", until.into())]),
            (Some(Finality::Final), None) => self.words.t_args("story-offered-last", &[what, to]),
            (Some(Finality::Final), Some(until)) => self.words.t_args(
                "story-offered-last-until",
                &[what, to, ("until", until.into())],
            ),
        };
        self.line(&sentence, p.words.as_ref())
    }

    pub(super) fn withdrawn(&self, told: &Told<'_>, w: &WithdrawOffer) -> Vec<Markup> {
        let what = ("what", self.version_in(told, w.offer.number).into());
        let to = ("to", self.members(told.room).into());
        let sentence = self.words.t_args("story-withdrawn", &[what, to]);
        self.line(&sentence, w.words.as_ref())
    }

    pub(super) fn position(&self, told: &Told<'_>, p: &TakePosition) -> Vec<Markup> {
        let who = ("who", self.name(&p.participant).into());
        let what = ("what", self.on(told, p.on.number, &p.articles).into());
        let sentence = match p.stand {
            Stand::Agreed => self.words.t_args("story-agreed", &[who, what]),
            Stand::AgreedAdReferendum => self.words.t_args("story-agreed-referendum", &[who, what]),
            Stand::Reserved => self.words.t_args("story-reserved", &[who, what]),
            Stand::Refused => self.words.t_args("story-not-agreed", &[who, what]),
        };
        self.line(&sentence, p.words.as_ref())
    }

    pub(super) fn comment(&self, told: &Told<'_>, c: &Comment) -> Vec<Markup> {
        let who = ("who", self.name(&c.participant).into());
        let on = self.on(told, c.on.number, std::slice::from_ref(&c.article));
        let what = ("what", on.into());
        let sentence = self.words.t_args("story-commented", &[who, what]);
        self.line(&sentence, Some(&c.words))
    }

    pub(super) fn decided(&self, told: &Told<'_>, d: &RecordDecision) -> Vec<Markup> {
        let body = told.room.people.bodies.get(&d.body);
        let name = body.map_or_else(|| d.body.to_string(), |b| b.name.to_string());
        let body = ("body", name.into());
        let version = self.version_in(told, d.on.number);
        let what = |what: &str| ("what", self.with_votes(what, d).into());
        let sentence = match &d.outcome {
            DecisionOutcome::Approved => {
                self.words.t_args("story-approved", &[body, what(&version)])
            }
            DecisionOutcome::Refused => self
                .words
                .t_args("story-disapproved", &[body, what(&version)]),
            DecisionOutcome::ApprovedWithModifications(changes) => {
                let on = told.room.texts.versions.get(&d.on.number);
                let made = on.and_then(|v| Some((v, v.text.changed(changes).ok()?)));
                let moved = made.map(|(v, made)| Moved::between(&v.text, &made).said(self.words));
                let articles = self.with_votes(&moved.unwrap_or_default(), d);
                let what = ("what", version.into());
                self.words.t_args(
                    "story-approved-changed",
                    &[body, what, ("articles", articles.into())],
                )
            }
        };
        self.line(&sentence, d.words.as_ref())
    }

    /// With the votes of a decision, and until when it may be challenged, where either is known.
    fn with_votes(&self, what: &str, d: &RecordDecision) -> String {
        let votes = d.votes.map(|votes| adapt::votes(self.words, votes));
        let until = d
            .challenge_until
            .map(|until| adapt::stamp(self.words, until, self.calendar));
        let how = match (votes, until) {
            (None, None) => return what.to_owned(),
            (Some(votes), None) => votes,
            (None, Some(until)) => self
                .words
                .t_args("story-challenge", &[("until", until.into())]),
            (Some(votes), Some(until)) => self.words.t_args(
                "story-votes-challenge",
                &[("votes", votes.into()), ("until", until.into())],
            ),
        };
        self.words.t_args(
            "story-decided-how",
            &[("what", what.to_owned().into()), ("how", how.into())],
        )
    }

    pub(super) fn accepted(&self, told: &Told<'_>, a: &Accepted) -> Vec<Markup> {
        let sentence = self.words.t_args(
            "story-accepted",
            &[
                ("who", self.name(&a.participant).into()),
                ("what", self.version_in(told, a.offer.number).into()),
                (
                    "by",
                    names::in_sentence(&self.person(told.room, &a.representative)).into(),
                ),
                ("digest", a.digest.first_eight().into()),
            ],
        );
        self.line(&sentence, a.words.as_ref())
    }

    pub(super) fn refused(&self, told: &Told<'_>, r: &RefuseOffer) -> Vec<Markup> {
        let who = ("who", self.name(&r.participant).into());
        let what = ("what", self.version_in(told, r.offer.number).into());
        let sentence = self.words.t_args("story-refused", &[who, what]);
        self.line(&sentence, r.words.as_ref())
    }

    pub(super) fn concluded(&self) -> Vec<Markup> {
        self.line(&self.words.t("story-concluded"), None)
    }

    pub(super) fn announced(&self, subject: &Title, said: Option<&Wording>) -> Vec<Markup> {
        let subject = ("subject", subject.to_string().into());
        self.line(&self.words.t_args("story-announced", &[subject]), said)
    }

    /// The desk's own note of an announcement: with the words as the first room reads them.
    pub(super) fn announcement(&self, a: &AnnouncementMade) -> Vec<Markup> {
        let first = a.to.first();
        let entry = first.and_then(|to| self.view.rooms.get(&to.room)?.entry(to.number));
        let said = entry.and_then(|e| e.body()).and_then(|b| b.event.words());
        self.announced(&a.subject, said)
    }

    pub(super) fn required(&self, r: &Require) -> Vec<Markup> {
        let owed = match &r.owed_by {
            Some(participant) => self.name(participant),
            None => self.speaker(&Speaker::Desk),
        };
        let what = ("what", names::titled(r.what.as_str()).into());
        let who = ("who", owed.into());
        let sentence = match r.due {
            None => self.words.t_args("story-required", &[what, who]),
            Some(due) => {
                let until = adapt::stamp(self.words, due, self.calendar);
                self.words
                    .t_args("story-required-by", &[what, who, ("until", until.into())])
            }
        };
        self.line(&sentence, None)
    }

    pub(super) fn requirement_met(&self, m: &MeetRequirement) -> Vec<Markup> {
        let state = self.view.desk.agreement.requirements.get(&m.requirement);
        let what = state.map_or_else(
            || m.requirement.to_string(),
            |s| names::titled(s.requirement.what.as_str()),
        );
        let what = ("what", what.into());
        Self::account(
            &self.words.t_args("story-in-hand", &[what]),
            m.words.as_ref(),
        )
    }

    pub(super) fn parameter(&self, told: &Told<'_>, p: &SetParameter) -> Vec<Markup> {
        let name = ("name", p.name.to_string().into());
        let value = adapt::parameter(self.words, &p.value, self.calendar);
        let value = ("value", value.into());
        let sentence = match self.before(&p.parameter, told.entry.number) {
            None => self.words.t_args("story-set", &[name, value]),
            Some(before) => self
                .words
                .t_args("story-moved", &[name, value, ("before", before.into())]),
        };
        Self::account(&sentence, p.why.as_ref())
    }

    fn before(&self, parameter: &ParameterId, number: u64) -> Option<String> {
        let values = self.view.desk.agreement.parameters.get(parameter)?;
        let earlier = values.iter().rev().find(|(n, ..)| *n < number)?;
        Some(adapt::parameter(
            self.words,
            &earlier.2.value,
            self.calendar,
        ))
    }

    /// "version 3", as this reader counts, of what an entry of the same room put.
    fn version_in(&self, told: &Told<'_>, number: u64) -> String {
        let version = told.room.texts.versions.get(&number);
        let n = version.map_or(0, |v: &Version| {
            adapt::desk_version(self.view, v).unwrap_or(v.version)
        });
        self.words.t_args("story-version", &[("n", n.into())])
    }

    /// "Article 5 of version 3", "version 3", "the outline".
    fn on(&self, told: &Told<'_>, number: u64, articles: &[ArticleNumber]) -> String {
        if told.room.texts.outlines.contains_key(&number) {
            return self.words.t("story-the-outline");
        }
        let version = self.version_in(told, number);
        if articles.is_empty() {
            return version;
        }
        let articles: Vec<&ArticleNumber> = articles.iter().collect();
        self.words.t_args(
            "story-articles-of",
            &[
                ("articles", self.articles(&articles).into()),
                ("version", version.into()),
            ],
        )
    }

    /// "Articles 2, 4 and 5".
    fn articles(&self, numbers: &[&ArticleNumber]) -> String {
        names::articles(self.words, numbers)
    }
}
