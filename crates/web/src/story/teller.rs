//! What every sentence is made with: the view of one reader, the words, and quotation.

use maud::{Markup, html};
use mediation::{
    concerns::corrections::{Account, Effect},
    entry::Speaker,
    ids::ParticipantId,
    view::{Room, View},
    words::Wording,
};

use super::{names, told::Told};
use crate::{
    adapt,
    html::{own, quoted},
    i18n::{Key, Words},
    when::{self, Calendar, Length},
};

/// How much of what was said is quoted within a story.
const QUOTED: usize = 600;

/// Who tells, to whom: one reader's view in one language.
pub(crate) struct Teller<'a> {
    pub words: Words,
    pub view: &'a View,
    pub calendar: &'a Calendar,
}

impl Teller<'_> {
    pub(super) fn name(&self, p: &ParticipantId) -> String {
        names::with_article(self.words, &names::participant(self.view, p))
    }

    /// Whose words.
    pub(super) fn speaker(&self, s: &Speaker) -> String {
        names::with_article(self.words, &adapt::speaker(self.words, self.view, s))
    }

    /// Who hears a room, with the desk.
    pub(super) fn members(&self, room: &Room) -> String {
        names::members(self.words, room)
    }

    /// What somebody said, in quotation marks.
    pub(super) fn quoted(&self, said: &Wording) -> Markup {
        let said = names::inline(said.as_str(), QUOTED);
        quoted(self.words, &said)
    }

    /// A sentence, and what was said where it is known.
    pub(super) fn line(&self, sentence: &str, said: Option<&Wording>) -> Vec<Markup> {
        vec![
            html! { (names::sentence(sentence)) @if let Some(said) = said { " " (self.quoted(said)) } },
        ]
    }

    /// A sentence, and the desk's own account behind it.
    pub(super) fn account(sentence: &str, told: Option<&Wording>) -> Vec<Markup> {
        vec![
            html! { (names::sentence(sentence)) @if let Some(told) = told { " " (own(&names::inline(told.as_str(), QUOTED))) } },
        ]
    }

    /// The desk's own account, as it stands.
    pub(super) fn plain(told: &Wording) -> Vec<Markup> {
        vec![own(&names::inline(told.as_str(), QUOTED))]
    }

    /// That a participant was heard from again, where a silence ended with this entry.
    pub(super) fn heard_again(&self, told: &Told<'_>) -> Vec<Markup> {
        let Some(attempts) = told.silence_ended() else {
            return Vec::new();
        };
        let who = ("who", self.members(told.room).into());
        let sentence = self
            .words
            .t_args("story-heard-again", &[who, ("attempts", attempts.into())]);
        vec![html! { (sentence) }]
    }

    /// What was said of an entry since: corrections, and other accounts of the same.
    pub(super) fn since(&self, told: &Told<'_>) -> Vec<Markup> {
        let corrections = &told.room.corrections;
        let number = told.entry.number;
        let corrected = corrections.corrected.get(&number).into_iter().flatten();
        let accounts = corrections.accounts.get(&number).into_iter().flatten();
        let mut said: Vec<Markup> = accounts.map(|a| self.other_account(a)).collect();
        said.extend(corrected.map(|(_, c)| {
            let effect = match c.effect {
                Effect::Amended => Key("story-corrected"),
                Effect::Void => Key("story-void"),
            };
            html! { (self.words.t(effect)) " " (own(&names::inline(c.right.as_str(), QUOTED))) }
        }));
        said
    }

    fn other_account(&self, account: &Account) -> Markup {
        let known = adapt::known(&account.when, self.calendar);
        let when = when::known_words(self.words, &known, Length::Long);
        let sentence = match &account.source {
            Some(source) => self.words.t_args(
                "story-account-of",
                &[("when", when.into()), ("source", source.to_string().into())],
            ),
            None => self.words.t_args("story-account", &[("when", when.into())]),
        };
        html! { (sentence) " " (own(&names::inline(account.words.as_str(), QUOTED))) }
    }
}
