//! The articles of a version against the version before it: every language side by side, what
//! came and went, brackets with whose they are, and in the margin who stands how.

use std::collections::BTreeMap;

use maud::{Markup, html};
use mediation::{
    concerns::{
        progress::{Answered, Drafts, Stands},
        texts::{Bracket, Version},
    },
    ids::ParticipantId,
    text::{Article, Text},
    words::{ArticleNumber, Language, Wording},
};

use super::{
    brackets,
    compare::{self, Moved, gone},
};
use crate::{
    adapt,
    html::{self, Position, Reading, Stand, Tongue, marks::Ink, redline},
    i18n::Words,
    pages::stood::{self, Stood},
    site::DeskVisit,
    story::names,
    tongue::{cited, tongue},
};

/// Every article of a version, with redline and positions; articles that went are shown last.
pub(super) fn articles(
    desk: &DeskVisit,
    drafts: &Drafts<'_>,
    version: &Version,
    before: Option<&Version>,
) -> Markup {
    let words = desk.visit.words();
    let stands = drafts.stands(version);
    let ratification = drafts.ratification(version, desk.visit.now);
    let accepted: Vec<&ParticipantId> = ratification
        .iter()
        .filter(|r| matches!(r.answer, Answered::Accepted(..)))
        .map(|r| r.participant)
        .collect();
    // Whoever was shown it for knowledge alone does not fill the margin.
    let rules = desk.view.desk.opening.rules.as_ref();
    let required = |p: &ParticipantId| rules.is_some_and(|r| r.required.contains(p));
    let shown: Vec<Margin<'_>> = stands
        .iter()
        .map(|now| Margin {
            now,
            earlier: (!now.any() && !accepted.contains(&now.participant))
                .then(|| stood::before(drafts, now.participant, version))
                .flatten(),
        })
        .filter(|m| m.now.any() || m.earlier.is_some() || required(m.now.participant))
        .collect();
    let tongues: Vec<Tongue> = version.text.languages.iter().map(tongue).collect();
    let positions = words.t_args("text-positions", &[("version", version.version.into())]);
    let none = Vec::new();
    let whose = version.drafted.as_ref().map_or(&none, |d| &d.brackets);
    let old = before.map(|b| &*b.text);
    html! {
        @match (tongues.len(), shown.is_empty()) {
            (0..=1, _) => {}
            (2, true) => div.cols2 { (html::article::languages(&tongues, "")) },
            (_, none) => (html::article::languages(&tongues, if none { "" } else { &positions })),
        }
        @for one in &shown { (of_several(desk, one)) }
        @for (place, article) in version.text.articles.iter().enumerate() {
            @let was = Was::of(old, &article.number);
            @let shown = html::Article {
                id: format!("a-{}", slug(&article.number)),
                label: label(words, &article.number),
                readings: readings(words, &version.text, article, was, whose, before),
                stands: margin(desk, &shown, &accepted, (place, &article.number)),
            };
            (html::article::article(words, &shown))
        }
        @for gone in old.map(|o| gone(o, &version.text)).unwrap_or_default() {
            (struck_out(words, &version.text, gone, "gone"))
        }
    }
}

/// Only what changed between two texts, articles in full.
pub(crate) fn changes(words: Words, from: &Text, to: &Text, prefix: &str) -> Markup {
    let moved = Moved::between(from, to);
    html! {
        div.cols2 {
            @for article in &moved.articles {
                (html::article::article(words, &html::Article {
                    id: format!("{prefix}-{}", slug(&article.number)),
                    label: words.t_plain("text-article-decided", &[("article", label(words, &article.number).into())]),
                    readings: readings(words, to, article, Was::of(Some(from), &article.number), &[], None),
                    stands: Vec::new(),
                }))
            }
            @for gone in &moved.gone { (struck_out(words, from, gone, &format!("{prefix}-gone"))) }
            (compare::annexes_moved(words, &moved, to, from))
        }
    }
}

/// What an article was in the version before.
#[derive(Clone, Copy)]
enum Was<'a> {
    /// There was no version before.
    First,
    /// It was not there.
    Absent,
    /// It said this.
    There(&'a Article),
}

impl<'a> Was<'a> {
    fn of(old: Option<&'a Text>, number: &ArticleNumber) -> Self {
        match old {
            None => Self::First,
            Some(text) => text.article(number).map_or(Self::Absent, Self::There),
        }
    }

    /// Its words; nothing where it was not there, so that all of it was added.
    fn words(self, language: &Language) -> Option<&'a str> {
        match self {
            Self::First => None,
            Self::Absent => Some(""),
            Self::There(article) => Some(article.words.get(language).map_or("", |w| w.as_str())),
        }
    }
}

/// "Article 4", in the language of the page.
pub(crate) fn label(words: Words, number: &ArticleNumber) -> String {
    words.t_plain("text-article", &[("number", number.to_string().into())])
}

pub(crate) fn slug(number: &ArticleNumber) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    number.as_str().chars().map(kept).collect()
}

fn readings(
    words: Words,
    text: &Text,
    article: &Article,
    was: Was<'_>,
    whose: &[Bracket],
    before: Option<&Version>,
) -> Vec<Reading> {
    let here: Vec<&Bracket> = whose
        .iter()
        .filter(|b| b.article == article.number)
        .collect();
    let in_language = |language: &Language| {
        let now = article.words.get(language).map_or("", |w| w.as_str());
        let old = was.words(language);
        Reading {
            tongue: tongue(language),
            number: cited(language, &article.number),
            heading: heading(article, language),
            paragraphs: brackets::paragraphs(old, now, &here),
            note: note(words, article, was, language, before),
        }
    };
    text.languages.iter().map(in_language).collect()
}

/// A line below an article whose heading is another than it was.
fn note(
    words: Words,
    article: &Article,
    was: Was<'_>,
    language: &Language,
    before: Option<&Version>,
) -> Option<Markup> {
    let Was::There(old) = was else { return None };
    let (now, then) = (heading(article, language), heading(old, language));
    let version = before.map_or(0, |b| b.version);
    (now != then).then(|| {
        html! {
            (words.t_args("text-heading-was", &[("version", version.into())])) " "
            bdi { (redline(&then, &now)) }
        }
    })
}

pub(crate) fn heading(article: &Article, language: &Language) -> String {
    article
        .heading
        .get(language)
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// An article that was struck out, in the languages of a text.
pub(crate) fn struck_out(words: Words, text: &Text, article: &Article, prefix: &str) -> Markup {
    let reading = |language: &Language| Reading {
        tongue: tongue(language),
        number: cited(language, &article.number),
        heading: heading(article, language),
        paragraphs: vec![redline(
            article.words.get(language).map_or("", |w| w.as_str()),
            "",
        )],
        note: None,
    };
    html::article::article(
        words,
        &html::Article {
            id: format!("{prefix}-{}", slug(&article.number)),
            label: label(words, &article.number),
            readings: text.languages.iter().map(reading).collect(),
            stands: Vec::new(),
        },
    )
}

/// Who stands in the margin: with what was said of this version, else with what was said of an
/// earlier one and has lapsed.
struct Margin<'a> {
    now: &'a Stands<'a>,
    earlier: Option<Stood<'a>>,
}

impl Margin<'_> {
    /// What was said in one entry of several articles, in that which covers most of them.
    fn of_several(&self) -> Option<(u64, &Wording)> {
        let taken = || self.now.articles.iter().copied().flatten();
        let covers = |number: u64| taken().filter(|t| t.number == number).count();
        let most = taken().max_by_key(|t| (covers(t.number), t.number))?;
        (covers(most.number) > 1).then_some((most.number, most.words.as_ref()?))
    }
}

/// What somebody said of several articles at once stands once, above them.
fn of_several(desk: &DeskVisit, one: &Margin<'_>) -> Markup {
    let who = names::participant(&desk.view, one.now.participant);
    html! {
        @if let Some((_, said)) = one.of_several() {
            p.meta.stood { bdi { (who) } ": " bdi { (names::inline(said.as_str(), 240)) } }
        }
    }
}

fn margin(
    desk: &DeskVisit,
    stands: &[Margin<'_>],
    accepted: &[&ParticipantId],
    (place, number): (usize, &ArticleNumber),
) -> Vec<Stand> {
    let words = desk.visit.words();
    let one = |m: &Margin<'_>| {
        let who = names::participant(&desk.view, m.now.participant);
        let firm = |position, note| Stand {
            who: who.clone(),
            position,
            ink: Ink::Firm,
            note,
        };
        // Whoever accepts the whole has agreed to each article.
        if accepted.contains(&m.now.participant) {
            return firm(Position::Agreed, words.t("text-answer-accepted"));
        }
        if let Some(earlier) = &m.earlier {
            let then = earlier.articles.iter().find(|(n, _)| *n == number);
            return match then.map(|(_, p)| *p) {
                None | Some(Position::NoWord) => firm(Position::NoWord, String::new()),
                Some(position) => {
                    let version = ("version", earlier.version.version.into());
                    Stand {
                        ink: Ink::Lapsed,
                        ..firm(position, words.t_plain("text-told-on", &[version]))
                    }
                }
            };
        }
        let taken = m.now.articles.get(place).copied().flatten();
        let above = m.of_several().map(|(number, _)| number);
        let said = taken.filter(|t| above != Some(t.number));
        let said = said.and_then(|t| t.words.as_ref());
        let note = said.map(|w| names::inline(w.as_str(), 90));
        firm(
            adapt::position(taken.map(|t| t.stand)),
            note.unwrap_or_default(),
        )
    };
    stands.iter().map(one).collect()
}

/// How somebody stood on a version as a whole: each stand with the articles that it was on.
pub(super) fn by_stand(words: Words, version: &Version, stands: &Stands<'_>) -> Markup {
    let mut found: BTreeMap<usize, (Position, Vec<&ArticleNumber>)> = BTreeMap::new();
    for (article, taken) in version.text.articles.iter().zip(&stands.articles) {
        let position = adapt::position(taken.map(|t| t.stand));
        let order = Position::ALL.iter().position(|p| *p == position);
        let place = Position::ALL.len() - order.unwrap_or(0);
        let entry = found.entry(place).or_insert_with(|| (position, Vec::new()));
        entry.1.push(&article.number);
    }
    let all = found.len() == 1;
    html! {
        @for (position, articles) in found.values() {
            @if all { (html::position(words, *position)) }
            @else { (html::position(words, *position)) small { (names::articles(words, articles)) } }
        }
    }
}
