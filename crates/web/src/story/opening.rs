//! Sentences on how the case stands: its opening, rooms, mandates, holders, notes.

use maud::Markup;
use mediation::{
    concerns::{
        corrections::EraseEntry,
        opening::{GroundRules, Note, OpenCase},
        people::{Act, EndMandate, RecordMandate},
        rooms::{AddHolder, RoomKind},
    },
    event::Event,
    ids::RepresentativeId,
    view::Room,
};

use super::{names, teller::Teller, told::Told};

impl Teller<'_> {
    pub(super) fn case_opened(&self, c: &OpenCase) -> Vec<Markup> {
        Self::account(&self.words.t("story-case-opened"), c.about.as_ref())
    }

    pub(super) fn ground_rules(&self, r: &GroundRules) -> Vec<Markup> {
        let required: Vec<String> = r.required.iter().map(|p| self.name(p)).collect();
        let who = ("who", self.words.list(&required).into());
        let sentence = self.words.t_args("story-ground-rules", &[who]);
        Self::account(&sentence, r.words.as_ref())
    }

    pub(super) fn holder(&self, h: &AddHolder) -> Vec<Markup> {
        let name = ("name", h.name.to_string().into());
        Self::account(&self.words.t_args("story-holder", &[name]), h.note.as_ref())
    }

    pub(super) fn noted(&self, n: &Note) -> Vec<Markup> {
        Self::account(&self.words.t("story-noted"), Some(&n.words))
    }

    pub(super) fn room_opened(&self, told: &Told<'_>) -> Vec<Markup> {
        let who = ("who", self.members(told.room).into());
        let sentence = match told.room.kind() {
            RoomKind::Desk => return Vec::new(),
            RoomKind::Caucus => self.words.t_args("story-caucus-opened", &[who]),
            RoomKind::Plenary => self.words.t_args("story-plenary-opened", &[who]),
        };
        self.line(&sentence, None)
    }

    /// Rooms with one participant each, or channels, that were opened on one day.
    pub(super) fn opened_together(&self, run: &[&Told<'_>]) -> Vec<Markup> {
        let mut rooms = Vec::new();
        let mut channels = Vec::new();
        for told in run {
            match &told.body.event {
                Event::ChannelOpened(c) => channels.push(self.words.t_args(
                    "story-channel-to",
                    &[
                        ("who", self.name(&c.participant).into()),
                        ("reaches", names::in_sentence(c.reaches.as_str()).into()),
                    ],
                )),
                _ => rooms.push(self.members(told.room)),
            }
        }
        let sentence = if channels.is_empty() {
            let who = ("who", self.words.list(&rooms).into());
            self.words.t_args("story-caucuses-opened", &[who])
        } else {
            let which = ("which", self.words.list(&channels).into());
            self.words.t_args("story-channels", &[which])
        };
        self.line(&sentence, None)
    }

    pub(super) fn mandate(&self, told: &Told<'_>, m: &RecordMandate) -> Vec<Markup> {
        let acts: Vec<String> = m.may.iter().map(|act| self.act_named(*act)).collect();
        let sentence = self.words.t_args(
            "story-mandate",
            &[
                ("who", self.person(told.room, &m.representative).into()),
                ("for", self.acts_for(told.room, &m.representative).into()),
                ("acts", self.words.list(&acts).into()),
            ],
        );
        self.line(&sentence, m.limits.as_ref())
    }

    pub(super) fn mandate_ended(&self, told: &Told<'_>, m: &EndMandate) -> Vec<Markup> {
        let mandate = told.room.people.mandates.get(&m.mandate.number);
        let who = mandate.map(|m| self.person(told.room, &m.terms.representative));
        let who = ("who", who.unwrap_or_default().into());
        Self::account(
            &self.words.t_args("story-mandate-ended", &[who]),
            Some(&m.why),
        )
    }

    pub(super) fn erased(&self, e: &EraseEntry) -> Vec<Markup> {
        let authority = ("authority", e.authority.to_string().into());
        Self::account(
            &self.words.t_args("story-erased", &[authority]),
            Some(&e.why),
        )
    }

    pub(super) fn person(&self, room: &Room, r: &RepresentativeId) -> String {
        names::representative(self.words, room, r)
    }

    fn acts_for(&self, room: &Room, r: &RepresentativeId) -> String {
        let found = room.people.representatives.get(r);
        found
            .map(|f| self.name(&f.person.participant))
            .unwrap_or_default()
    }

    fn act_named(&self, act: Act) -> String {
        match act {
            Act::Speak => self.words.t("story-may-speak"),
            Act::Negotiate => self.words.t("story-may-negotiate"),
            Act::AgreeAdReferendum => self.words.t("story-may-agree"),
            Act::Bind => self.words.t("story-may-bind"),
        }
    }
}
