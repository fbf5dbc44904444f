//! The text that was put to a participant last: its digest, the words in every language, what
//! changed since the version before, and where the answer stands.

use std::collections::BTreeMap;

use maud::{Markup, html};
use mediation::{
    concerns::{
        acceptances::AnswerToOffer,
        people::Act,
        positions::{Stand, StandTaken},
        texts::Version,
    },
    ids::ParticipantId,
    text::{Article, Text},
    view::{Room, View},
    words::{ArticleNumber, Language},
};

use crate::{
    adapt,
    entries::Reader,
    html::{
        self, Reading, Side, Tongue, digest, facts, position, section,
        section::{digest_short, wide_section},
    },
    i18n::Lang,
    pages::text::{
        articles, brackets,
        compare::{self, Moved},
    },
    routes::Page,
    site::SeatVisit,
    story::names,
    tongue::{cited, tongue},
};

/// A text as it was put, with the room to which it was put.
pub(super) struct Put<'a> {
    pub room: &'a Room,
    pub version: &'a Version,
}

impl Put<'_> {
    /// What the participant answered to this very text, if it has.
    pub fn answer(&self, me: &ParticipantId) -> Option<&AnswerToOffer> {
        self.room
            .acceptances
            .last_of(me, &self.version.id)
            .filter(|a| a.offer == self.version.number)
    }

    fn before(&self) -> Option<&Version> {
        self.room
            .texts
            .of(&self.version.id)
            .into_iter()
            .rev()
            .find(|v| v.number < self.version.number)
    }
}

/// The text that was put last, in any of the viewer's rooms.
pub(super) fn latest(view: &View) -> Option<Put<'_>> {
    view.rooms
        .values()
        .filter_map(|room| {
            let version = room.texts.versions.values().next_back()?;
            Some(Put { room, version })
        })
        .max_by_key(|p| p.version.learnt)
}

/// The text, what changed, the answer.
pub(super) fn sections(r: &Reader<'_>, seat: &SeatVisit, put: &Put<'_>) -> Markup {
    html! {
        (particulars(r, seat, put))
        (text(r, put))
        (changes(r, seat, put))
        (answer(r, seat, put))
    }
}

fn particulars(r: &Reader<'_>, seat: &SeatVisit, put: &Put<'_>) -> Markup {
    let words = r.words;
    let v = put.version;
    let mut rows = vec![(words.t("portal-digest"), digest(&v.digest.to_hex()))];
    if let Some(before) = put.before() {
        let moved = Moved::between(&before.text, &v.text);
        let said = if moved.is_nothing() {
            html! { (words.t_plain("portal-unchanged", &[("version", before.version.into())])) }
        } else {
            html! {
                (words.t_plain("portal-changed", &[("what", moved.said(words).into()), ("version", before.version.into())]))
                " " a.noprint href="#changes" { (words.t("portal-changed.link")) }
            }
        };
        rows.push((words.t("portal-changed-head"), said));
    }
    let entry = v.number.to_string();
    let file = Page::AsTextFile {
        participant: seat.seat.participant().as_str(),
        room: put.room.name.as_str(),
        entry: &entry,
    };
    rows.push((
        words.t("portal-take"),
        html! {
            a href=(r.page(file)) { bdi dir="ltr" { "version-" (v.version) ".txt" } } " "
            span.meta { (words.t("portal-take.means")) }
        },
    ));
    let me = seat.seat.participant();
    let people = put.room.people.of(me).into_iter();
    let signers: Vec<&str> = people
        .filter(|p| p.person.key.is_some())
        .map(|p| p.person.representative.as_str())
        .collect();
    if !signers.is_empty() && v.offer.is_some() {
        let statements = html! { @for (place, name) in signers.iter().enumerate() {
            @if place > 0 { (words.t("entry-comma")) }
            @let page = Page::AsStatement {
                participant: me.as_str(),
                room: put.room.name.as_str(),
                entry: &entry,
                representative: name,
            };
            a href=(page.path()) { bdi dir="ltr" { "statement-" (name) ".txt" } }
        } };
        rows.push((words.t("text-to-sign"), statements));
    }
    let side = Side {
        id: "offer",
        head: words.t("portal-text"),
        note: Some(html! {
            (words.t("portal-as-put")) " " (r.moment(&v.when)) (words.t("entry-comma")) (words.t("portal-entry")) " " (r.link(put.room, v.number))
        }),
    };
    section(&side, &facts(&rows))
}

/// The whole text, as it stands.
fn text(r: &Reader<'_>, put: &Put<'_>) -> Markup {
    let v = put.version;
    let languages = languages(r, &v.text);
    let before = put.before();
    let moved = before.map(|b| Moved::between(&b.text, &v.text));
    let changed = |article: &Article| {
        let moved = moved.as_ref()?.articles.contains(&article);
        let before = before.filter(|_| moved)?;
        Some(r.words.t_plain(
            "portal-article-changed",
            &[("version", before.version.into())],
        ))
    };
    let tongues: Vec<Tongue> = languages.iter().map(|l| tongue(l)).collect();
    html! {
        div.cols2 id="text" {
            (html::article::languages(&tongues, ""))
            @for article in &v.text.articles { (side_by_side(r, &languages, article, None, "a", changed(article).as_deref())) }
            (compare::annexes(r.words, &v.text, None))
        }
    }
}

/// The languages of a text, that of the page first.
fn languages<'a>(r: &Reader<'_>, text: &'a Text) -> Vec<&'a Language> {
    let mut all: Vec<&Language> = text.languages.iter().collect();
    all.sort_by_key(|l| Lang::from_tag(l.as_str()) != Some(r.words.lang()));
    all
}

/// An article in all its languages; as it stands, or against what it said before.
fn side_by_side(
    r: &Reader<'_>,
    languages: &[&Language],
    article: &Article,
    before: Option<&Text>,
    prefix: &str,
    note: Option<&str>,
) -> Markup {
    let words_of =
        |a: &Article, l: &Language| a.words.get(l).map_or(String::new(), ToString::to_string);
    let reading = |(place, language): (usize, &&Language)| {
        let was = before.map(|b| {
            b.article(&article.number)
                .map_or(String::new(), |a| words_of(a, language))
        });
        let now = words_of(article, language);
        Reading {
            tongue: tongue(language),
            number: cited(language, &article.number),
            heading: articles::heading(article, language),
            paragraphs: brackets::paragraphs(was.as_deref(), &now, &[]),
            // Said once, in the language of the page.
            note: note.filter(|_| place == 0).map(|n| html! { (n) }),
        }
    };
    let shown = html::Article {
        id: format!("{prefix}-{}", articles::slug(&article.number)),
        label: articles::label(r.words, &article.number),
        readings: languages.iter().enumerate().map(reading).collect(),
        stands: Vec::new(),
    };
    html::article::article(r.words, &shown)
}

fn changes(r: &Reader<'_>, seat: &SeatVisit, put: &Put<'_>) -> Markup {
    let words = r.words;
    let Some(before) = put.before() else {
        return html! {};
    };
    let (old, new): (&Text, &Text) = (&before.text, &put.version.text);
    let moved = Moved::between(old, new);
    if moved.is_nothing() {
        return html! {};
    }
    let languages = languages(r, new);
    let head = words.t_plain("portal-changes", &[("version", before.version.into())]);
    let me = seat.seat.participant();
    wide_section(
        "changes",
        &head,
        &stood(r, put, before, me),
        &html! { div.cols2 {
            @for article in &moved.articles { (side_by_side(r, &languages, article, Some(old), "chg", None)) }
            @for gone in &moved.gone { (articles::struck_out(words, new, gone, "chg-gone")) }
            (compare::annexes_moved(words, &moved, new, old))
        } },
    )
}

/// What the participant had said of the version before, and that it has lapsed.
fn stood(r: &Reader<'_>, put: &Put<'_>, before: &Version, me: &ParticipantId) -> Markup {
    let words = r.words;
    let stands = put.room.positions.all.get(&before.number);
    let Some(stands) = stands.and_then(|s| s.get(me)) else {
        return html! {};
    };
    html! { p.sub {
        (words.t_plain("portal-stood", &[("version", before.version.into())])) " "
        (stood_how(r, put.room, stands)) ". " (words.t("portal-lapsed"))
    } }
}

/// Stands as they were taken: each with the articles that it was on, and its entry.
fn stood_how(
    r: &Reader<'_>,
    room: &Room,
    stands: &BTreeMap<Option<ArticleNumber>, StandTaken>,
) -> Markup {
    let mut by_entry: BTreeMap<u64, (Stand, Vec<&ArticleNumber>)> = BTreeMap::new();
    for (article, taken) in stands {
        let one = by_entry
            .entry(taken.number)
            .or_insert((taken.stand, Vec::new()));
        one.1.extend(article);
    }
    html! { @for (place, (number, (stand, on))) in by_entry.iter().enumerate() {
        @if place > 0 { (r.words.t("entry-comma")) }
        (position(r.words, adapt::position(Some(*stand))))
        @if !on.is_empty() { (r.words.t("entry-comma")) (names::articles(r.words, on)) }
        " (" (r.link(room, *number)) ")"
    } }
}

fn answer(r: &Reader<'_>, seat: &SeatVisit, put: &Put<'_>) -> Markup {
    let words = r.words;
    let me = seat.seat.participant();
    let room = put.room;
    let mut rows = Vec::new();
    if let Some(a) = put.answer(me) {
        let said = if a.accepted.is_some() {
            words.t("entry-accepted")
        } else {
            words.t("entry-refused")
        };
        rows.push((said, html! {
            (r.link(room, a.number)) (words.t("entry-comma")) (html::standing(words, adapt::standing(a.standing)))
            @if let Some(d) = &a.accepted { (words.t("entry-comma")) (words.t("entry-digest")) " " (digest_short(&d.to_hex())) }
        }));
    } else {
        rows.push((
            words.t("portal-answer"),
            html! { (words.t("portal-no-answer")) },
        ));
    }
    if let Some(stands) = room
        .positions
        .all
        .get(&put.version.number)
        .and_then(|s| s.get(me))
    {
        rows.push((words.t("entry-position"), stood_how(r, room, stands)));
    }
    let offered = put.version.offer.is_some();
    if offered {
        let binds = room
            .people
            .anybody_may(Act::Bind, me, &put.version.id, r.now);
        rows.push((
            words.t("portal-who-binds"),
            html! { @if binds { (bound_by(r, put, me)) } @else { (words.t("portal-nobody-binds")) } },
        ));
    }
    let note = if offered {
        words.t("portal-answer-head.note")
    } else {
        String::new()
    };
    section(
        &Side::new("answer", words.t("portal-answer-head"), note),
        &facts(&rows),
    )
}

/// Who may bind the participant, by name, each with the mandate.
fn bound_by(r: &Reader<'_>, put: &Put<'_>, me: &ParticipantId) -> Markup {
    let room = put.room;
    let may = room.people.of(me).into_iter().flat_map(|one| {
        room.people
            .standing_mandates(&one.person.representative, r.now)
            .filter(|m| m.covers(Act::Bind, Some(&put.version.id), r.now))
            .map(move |m| (&one.person.representative, m.number))
    });
    html! { @for (place, (who, number)) in may.enumerate() {
        @if place > 0 { (r.words.t("entry-comma")) }
        (r.person(room, who)) " (" (r.link(room, number)) ")"
    } }
}
