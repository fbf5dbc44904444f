//! Who acts for a participant, under which mandate, and which bodies must approve.

use maud::{Markup, html};
use mediation::concerns::people::{AddBody, AddRepresentative, EndMandate, RecordMandate};

use super::{
    names,
    reader::{Reader, begins, named},
    told::{Here, Told},
};
use crate::html::{facts, log::say, own};

pub(super) fn representative(r: &Reader<'_>, e: &AddRepresentative) -> Told {
    let who = named(r.words, e.name.as_str(), e.origin);
    let of = r.words.t_args(
        "entry-for-whom",
        &[("who", r.participant(&e.participant).into())],
    );
    Told::new(r.words.t("entry-representative"))
        .beside(html! { (r.words.t(names::role(e.role))) })
        .beside(html! { (of) })
        .gist(who.clone())
        .body(html! {
            (say(&who))
            @if let Some(title) = &e.title { p.say.sub { (own(title.as_str())) } }
            @if e.key.is_some() { p.say.sub { (r.words.t("entry-own-key")) } }
        })
}

pub(super) fn mandate(r: &Reader<'_>, at: Here<'_>, e: &RecordMandate) -> Told {
    let who = r.person(at.room, &e.representative);
    let may: Vec<String> = e.may.iter().map(|a| r.words.t(names::act(*a))).collect();
    let may = r.words.list(&may);
    let ended = at
        .room
        .people
        .mandates
        .get(&at.number)
        .and_then(|m| m.ended);
    let until = e.until.map(
        |until| html! { (r.words.t_plain("entry-until", &[("when", r.stamp(until).into())])) },
    );
    Told::new(r.words.t("entry-mandate"))
        .beside_if(until)
        .beside_if(
            ended.map(|(by, _)| html! { (r.words.t("entry-ended-by")) " " (r.link(at.room, by)) }),
        )
        .gist(html! { (who) ": " (may) })
        .body(html! {
            (say(&html! { (who) ": " (may) }))
            (limits(r, e))
        })
}

fn limits(r: &Reader<'_>, e: &RecordMandate) -> Markup {
    let mut rows = vec![
        (r.words.t("entry-instrument"), own(e.instrument.as_str())),
        (
            r.words.t("entry-confirmed-by"),
            own(e.confirmed_by.as_str()),
        ),
    ];
    if let Some(on) = &e.on {
        rows.insert(0, (r.words.t("entry-on-text"), own(on.as_str())));
    }
    html! {
        @if let Some(limits) = &e.limits { p.say.sub { (own(limits.as_str())) } }
        (facts(&rows))
    }
}

pub(super) fn mandate_ended(r: &Reader<'_>, at: Here<'_>, e: &EndMandate) -> Told {
    let who = at
        .room
        .people
        .mandates
        .get(&e.mandate.number)
        .map(|m| r.person(at.room, &m.terms.representative));
    Told::new(r.words.t("entry-mandate-ended"))
        .beside(r.entry(&e.mandate))
        .beside_if(who)
        .gist(begins(&e.why))
        .body(html! { p.say dir="auto" { (e.why) } })
}

pub(super) fn body(r: &Reader<'_>, e: &AddBody) -> Told {
    let words = r.words;
    let mut how = vec![words.t(names::rule(e.rule))];
    if let Some(n) = e.members {
        how.push(words.t_plain("entry-members", &[("n", n.into())]));
    }
    if let Some(n) = e.quorum {
        how.push(words.t_plain("entry-quorum", &[("n", n.into())]));
    }
    if let Some(h) = e.challenge_hours {
        how.push(words.t_plain("entry-challenge-hours", &[("n", h.0.into())]));
    }
    let of = words.t_args(
        "entry-for-whom",
        &[("who", r.participant(&e.participant).into())],
    );
    Told::new(words.t("entry-body"))
        .beside(html! { (of) })
        .beside(html! { (words.t(names::weight(e.weight))) })
        .gist(own(e.name.as_str()))
        .body(html! {
            (say(&own(e.name.as_str())))
            p.say.sub { (words.t_args("entry-decides", &[("how", words.list(&how).into())])) }
        })
}
