//! How a participant stands on words that were put to it: positions, comments, what its bodies
//! decided, acceptance and refusal.

use maud::{Markup, html};
use mediation::{
    concerns::{
        acceptances::{Accepted, RefuseOffer},
        decisions::{DecisionOutcome, RecordDecision},
        positions::{Comment, TakePosition},
        texts::Version,
    },
    ids::{EntryRef, ParticipantId},
    text::{Article, Text},
    view::Room,
    words::Language,
};

use super::{
    reader::{Reader, begins, quote, quote_gist, quote_if},
    texts,
    told::{Here, Told},
};
use crate::{
    adapt,
    html::{Position, log::say, marks::position_as, own, position, redline, section::digest_short},
    pages::text::compare::{self, Moved},
    tongue::dir,
};

pub(super) fn stand(r: &Reader<'_>, at: Here<'_>, e: &TakePosition) -> Told {
    let words = r.words;
    let articles: Vec<String> = e.articles.iter().map(ToString::to_string).collect();
    let stand = html! {
        (position(words, adapt::position(Some(e.stand))))
        @if !articles.is_empty() { (words.t("entry-comma")) (which(r, &articles)) }
    };
    Told::new(words.t("entry-position"))
        .beside_if(whose(r, at, &e.participant))
        .beside(on(r, at.room, &e.on))
        .gist(stand.clone())
        .body(html! {
            (say(&stand))
            (quote_if(e.words.as_ref()))
            @if let Some(who) = &e.representative {
                p.say.sub { (words.t("entry-said-by")) " " (r.person(at.room, who)) }
            }
            @if let Some(later) = later(at.room, &e.on) {
                p.say.sub {
                    (words.t("entry-lapsed")) ": "
                    (texts::version_in(r, at.room, later.number)) " (" (r.link(at.room, later.number)) ")"
                }
            }
        })
}

/// "Articles 2, 4 and 5".
fn which(r: &Reader<'_>, articles: &[String]) -> Markup {
    html! { (r.words.t_args("entry-articles", &[("n", articles.len().into()), ("which", r.words.list(articles).into())])) }
}

/// The version that was put in the place of the one that an entry put, if one was.
fn later<'a>(room: &'a Room, on: &EntryRef) -> Option<&'a Version> {
    let v = room.texts.versions.get(&on.number)?;
    room.texts
        .latest(&v.id)
        .filter(|last| last.number != v.number)
}

/// "on version 3", or on an outline.
fn on(r: &Reader<'_>, room: &Room, on: &EntryRef) -> Markup {
    html! {
        (r.words.t("entry-on")) " "
        @if room.texts.versions.contains_key(&on.number) {
            (texts::version_in(r, room, on.number)) " (" (r.entry(on)) ")"
        } @else { (r.words.t("entry-the-outline")) " " (r.entry(on)) }
    }
}

/// Whose it is, where the room has several.
fn whose(r: &Reader<'_>, at: Here<'_>, p: &ParticipantId) -> Option<Markup> {
    let seats = at.room.opened.as_ref().map_or(0, |o| o.members.len());
    (seats != 1).then(|| own(&r.participant(p)))
}

pub(super) fn comment(r: &Reader<'_>, at: Here<'_>, e: &Comment) -> Told {
    let article = which(r, &[e.article.to_string()]);
    Told::new(r.words.t("entry-comment"))
        .beside_if(whose(r, at, &e.participant))
        .beside(html! { (article) })
        .beside(on(r, at.room, &e.on))
        .gist(begins(&e.words))
        .body(quote(&e.words))
}

pub(super) fn decision(r: &Reader<'_>, at: Here<'_>, e: &RecordDecision) -> Told {
    let words = r.words;
    let body = at.room.people.bodies.get(&e.body);
    let name = body.map_or_else(|| e.body.to_string(), |b| b.name.to_string());
    let (square, said) = match &e.outcome {
        DecisionOutcome::Approved => (Position::Agreed, words.t("entry-approved")),
        DecisionOutcome::ApprovedWithModifications(_) => {
            (Position::AdReferendum, words.t("entry-modified"))
        }
        DecisionOutcome::Refused => (Position::Refused, words.t("entry-not-approved")),
    };
    let outcome = position_as(square, &said);
    Told::new(words.t("entry-decision"))
        .beside(own(&name))
        .beside(on(r, at.room, &e.on))
        .gist(outcome.clone())
        .body(html! {
            (say(&html! {
                (outcome)
                @if let Some(v) = &e.votes {
                    (words.t("entry-comma"))
                    (adapt::votes(words, *v))
                }
            }))
            (quote_if(e.words.as_ref()))
            @if let DecisionOutcome::ApprovedWithModifications(_) = &e.outcome { (modified(r, at, e)) }
            @if let Some(until) = e.challenge_until {
                p.say.sub { (words.t_plain("entry-challenge", &[("when", r.stamp(until).into())])) }
            }
            @for annex in &e.annexes {
                p.say.sub { (words.t("entry-annexed")) ": " (own(annex.title.as_str())) (words.t("entry-comma")) (own(annex.audience.as_str())) }
            }
        })
}

/// What a body changed, as a redline: articles in each language, annexes, what was struck out; and
/// the digest of the text that came of it.
fn modified(r: &Reader<'_>, at: Here<'_>, e: &RecordDecision) -> Markup {
    let (words, decisions) = (r.words, &at.room.decisions);
    let Some(v) = at.room.texts.versions.get(&e.on.number) else {
        return html! {};
    };
    let Some(made) = decisions.text_made(at.number, &at.room.texts) else {
        return html! {};
    };
    let moved = Moved::between(&v.text, &made);
    let line = |article: &Article, lang: &Language| {
        let said = |text: &Text| {
            let article = text.article(&article.number)?;
            Some(article.words.get(lang)?.to_string())
        };
        let (before, after) = (said(&v.text), said(&made));
        (before != after).then(|| {
            html! { p.quote lang=(lang.as_str()) dir=(dir(lang.as_str())) {
                b { bdi { (article.number.as_str()) } } "\u{2002}"
                (redline(&before.unwrap_or_default(), &after.unwrap_or_default()))
            } }
        })
    };
    html! {
        @for article in moved.articles.iter().chain(&moved.gone) {
            @for lang in &v.text.languages { @if let Some(line) = line(article, lang) { (line) } }
        }
        (compare::annexes_moved(words, &moved, &made, &v.text))
        p.say.sub { (words.t("entry-another-text")) " " (digest_short(&made.digest().to_hex())) }
    }
}

pub(super) fn accepted(r: &Reader<'_>, at: Here<'_>, e: &Accepted) -> Told {
    let words = r.words;
    Told::new(words.t("entry-accepted"))
        .beside_if(whose(r, at, &e.participant))
        .beside(on(r, at.room, &e.offer))
        .gist(html! {
            (texts::version_words(r, at.room, e.offer.number)) (words.t("entry-comma"))
            (words.t("entry-digest")) " " (digest_short(&e.digest.to_hex()))
        })
        .body(html! {
            (say(&html! {
                (position_as(Position::Agreed, &words.t("entry-accepts")))
                " " (texts::version_in_linked(r, at.room, e.offer.number)) (words.t("entry-comma"))
                (words.t("entry-digest")) " " (digest_short(&e.digest.to_hex()))
            }))
            (quote_if(e.words.as_ref()))
            p.say.sub {
                (words.t("entry-said-by")) " " (r.person(at.room, &e.representative))
                (words.t("entry-comma")) (words.t("entry-under-mandate")) " " (r.entry(&e.mandate))
                @if e.signature.is_some() { (words.t("entry-comma")) (words.t("entry-own-signature")) }
            }
        })
}

pub(super) fn refused(r: &Reader<'_>, at: Here<'_>, e: &RefuseOffer) -> Told {
    let words = r.words;
    Told::new(words.t("entry-refused"))
        .beside_if(whose(r, at, &e.participant))
        .beside(on(r, at.room, &e.offer))
        .gist(quote_gist(e.words.as_ref()))
        .body(html! {
            (say(&html! {
                (position_as(Position::Refused, &words.t("entry-refuses")))
                " " (texts::version_in_linked(r, at.room, e.offer.number))
            }))
            (quote_if(e.words.as_ref()))
            @if let Some(who) = &e.representative {
                p.say.sub { (words.t("entry-said-by")) " " (r.person(at.room, who)) }
            }
        })
}
