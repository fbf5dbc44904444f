//! What moved between two versions of a text: articles, annexes, and the rest that a digest knows.
//! Nothing that changes the digest may be passed over: consent binds to all of it.

use maud::{Markup, html};
use mediation::{
    text::{Annex, Article, Text},
    words::ArticleNumber,
};

use super::brackets;
use crate::{
    html::{self, redline},
    i18n::Words,
    story::names,
};

/// What moved between two texts.
pub(crate) struct Moved<'a> {
    /// Articles that are new, or not as they were.
    pub articles: Vec<&'a Article>,
    /// Articles that were struck out.
    pub gone: Vec<&'a Article>,
    /// Annexes that are new, or not as they were.
    pub annexes: Vec<&'a Annex>,
    /// Annexes that were struck out.
    pub annexes_gone: Vec<&'a Annex>,
    rest: Rest,
}

/// What else a digest knows of: titles, languages and the order of things.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    Same,
    Moved,
}

impl<'a> Moved<'a> {
    /// What moved from one text to another.
    pub fn between(from: &'a Text, to: &'a Text) -> Self {
        let articles = to.articles.iter();
        let articles = articles.filter(|a| from.article(&a.number) != Some(a));
        let annexes = to.annexes.iter().filter(|a| !from.annexes.contains(a));
        let order = |text: &'a Text, other: &'a Text| {
            let articles = text.articles.iter().map(|a| a.number.as_str());
            let articles =
                articles.filter(|n| other.articles.iter().any(|b| b.number.as_str() == *n));
            let annexes = text.annexes.iter().map(|a| a.title.as_str());
            let annexes = annexes.filter(|t| other.annexes.iter().any(|b| b.title.as_str() == *t));
            articles.chain(annexes).collect::<Vec<_>>()
        };
        let same = from.title == to.title
            && from.languages == to.languages
            && order(from, to) == order(to, from);
        Self {
            articles: articles.collect(),
            gone: gone(from, to),
            annexes: annexes.collect(),
            annexes_gone: annexes_gone(from, to),
            rest: if same { Rest::Same } else { Rest::Moved },
        }
    }

    /// Whether the two are one text.
    pub fn is_nothing(&self) -> bool {
        self.articles.is_empty()
            && self.gone.is_empty()
            && self.annexes.is_empty()
            && self.annexes_gone.is_empty()
            && self.rest == Rest::Same
    }

    /// "Articles 2 and 4, Article 7 struck out and the annex “The list”".
    pub fn said(&self, words: Words) -> String {
        let mut all = Vec::new();
        if !self.articles.is_empty() {
            all.push(names::articles(words, &numbers(&self.articles)));
        }
        if !self.gone.is_empty() {
            let articles = names::articles(words, &numbers(&self.gone));
            all.push(words.t_plain("text-moved-gone", &[("what", articles.into())]));
        }
        let annex =
            |a: &Annex| words.t_args("text-moved-annex", &[("title", a.title.to_string().into())]);
        all.extend(self.annexes.iter().map(|a| annex(a)));
        for gone in &self.annexes_gone {
            all.push(words.t_plain("text-moved-gone", &[("what", annex(gone).into())]));
        }
        if self.rest == Rest::Moved {
            all.push(words.t("text-moved-rest"));
        }
        words.list(&all)
    }
}

fn numbers<'a>(articles: &[&'a Article]) -> Vec<&'a ArticleNumber> {
    articles.iter().map(|a| &a.number).collect()
}

/// The articles of an earlier text that are in the later one no more.
pub(super) fn gone<'a>(from: &'a Text, to: &Text) -> Vec<&'a Article> {
    let left = |a: &&Article| to.article(&a.number).is_none();
    from.articles.iter().filter(left).collect()
}

fn annexes_gone<'a>(from: &'a Text, to: &Text) -> Vec<&'a Annex> {
    let left = |a: &&Annex| to.annexes.iter().all(|b| b.title != a.title);
    from.annexes.iter().filter(left).collect()
}

/// Every annex of a text, against what it was; those that were struck out come last.
pub(crate) fn annexes(words: Words, text: &Text, before: Option<&Text>) -> Markup {
    let was =
        |annex: &Annex| before.and_then(|b| b.annexes.iter().find(|a| a.title == annex.title));
    html! {
        @for (place, annex) in text.annexes.iter().enumerate() {
            @let label = words.t_args("text-annex", &[("n", (place + 1).into())]);
            (one(&label, Some(annex), was(annex), before.is_some()))
        }
        @for gone in before.map(|b| annexes_gone(b, text)).unwrap_or_default() {
            (one(&words.t("text-annex-gone"), None, Some(gone), true))
        }
    }
}

/// Only the annexes that moved.
pub(crate) fn annexes_moved(words: Words, moved: &Moved<'_>, to: &Text, from: &Text) -> Markup {
    html! {
        @for annex in &moved.annexes {
            @let place = to.annexes.iter().position(|a| a.title == annex.title).unwrap_or(0);
            @let label = words.t_args("text-annex", &[("n", (place + 1).into())]);
            (one(&label, Some(annex), from.annexes.iter().find(|a| a.title == annex.title), true))
        }
        @for gone in &moved.annexes_gone {
            (one(&words.t("text-annex-gone"), None, Some(gone), true))
        }
    }
}

/// An annex as it stands, or against what it was.
fn one(label: &str, now: Option<&Annex>, was: Option<&Annex>, compared: bool) -> Markup {
    let text = |a: Option<&Annex>| {
        let words = a.and_then(|a| a.words.as_ref());
        words.map_or_else(String::new, ToString::to_string)
    };
    let digest = |a: Option<&Annex>| a.and_then(|a| a.digest).map(|d| d.to_hex());
    let title = |a: Option<&Annex>| a.map_or_else(String::new, |a| a.title.to_string());
    let before = compared.then(|| text(was));
    html! {
        section.art.one aria-label=(label) {
            div.legal dir="auto" {
                h3 {
                    span { (label) } "\u{2002}"
                    bdi { @if compared { (redline(&title(was), &title(now))) } @else { (title(now)) } }
                }
                @for paragraph in brackets::paragraphs(before.as_deref(), &text(now), &[]) { p dir="auto" { (paragraph) } }
                @if let Some(old) = digest(was).filter(|old| compared && Some(old) != digest(now).as_ref()) {
                    p { del { (html::digest(&old)) } }
                }
                @if let Some(digest) = digest(now) { p { (html::digest(&digest)) } }
            }
        }
    }
}
