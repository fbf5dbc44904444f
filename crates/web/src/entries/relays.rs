//! What was carried: words as they arrive, the desk's own record of both ends, what waits for a
//! second officer, and custody.

use maud::{Markup, html};
use mediation::{
    concerns::{
        custody::{Comparison, CustodyStep, Step, StepTaken},
        relays::{Conveyed, ConveyedAs, DeclineRelay, HowExact, RelayProposed, Relayed, Voice},
    },
    view::Room,
    words::Title,
};

use super::{
    demands, names,
    reader::{Reader, begins, quote, quote_if},
    talk,
    told::{Here, Told},
};
use crate::html::{Hop, HopState, custody, log::say, own};

pub(super) fn conveyed(r: &Reader<'_>, at: Here<'_>, e: &Conveyed) -> Told {
    let words = r.words;
    let kind = match &e.conveyed_as {
        ConveyedAs::Message => words.t("entry-conveyed"),
        ConveyedAs::Demand(_) => words.t("entry-demand"),
        ConveyedAs::Answer { .. } => words.t("entry-answer"),
        ConveyedAs::Request { .. } => words.t("entry-request"),
    };
    let voice = match (&e.attributed_to, e.voice) {
        (Some(who), _) => {
            html! { (words.t_args("entry-attributed", &[("who", who.as_str().into())])) }
        }
        (None, voice) => html! { (words.t(names::voice(voice))) },
    };
    let told = Told::new(kind);
    let told = match &e.conveyed_as {
        ConveyedAs::Answer { demand, .. } => {
            told.beside(html! { (words.t("entry-to")) " " (r.entry(demand)) })
        }
        ConveyedAs::Request { what, due } => told
            .beside(html! { (words.t(names::request_for(*what))) })
            .beside_if(due.map(
                |due| html! { (words.t_plain("entry-by-when", &[("when", r.stamp(due).into())])) },
            )),
        ConveyedAs::Message | ConveyedAs::Demand(_) => told,
    };
    told.beside(html! { (words.t("entry-carried-here")) })
        .beside(voice)
        .gist(begins(&e.words))
        .body(html! {
            (quote(&e.words))
            @match &e.conveyed_as {
                ConveyedAs::Message => {}
                ConveyedAs::Demand(_) => (demands::parts(r, at)),
                ConveyedAs::Answer { demand, parts } => (demands::answered(r, demand, parts)),
                ConveyedAs::Request { .. } => (talk::met(r, at)),
            }
        })
}

pub(super) fn relayed(r: &Reader<'_>, _: Here<'_>, e: &Relayed) -> Told {
    let words = r.words;
    let from = r.entries(e.from.iter().map(|s| &s.entry));
    let to = r.entry(&e.to);
    let route = html! {
        @if e.from.is_empty() { (words.t("entry-own-words")) } @else { (from) }
        " " (words.t("entry-to-where")) " " (to)
    };
    let arrived = r
        .view
        .rooms
        .get(&e.to.room)
        .and_then(|room| room.entry(e.to.number))
        .and_then(|entry| entry.body())
        .and_then(|body| body.event.words());
    let stations: Vec<&str> = e.route.iter().map(Title::as_str).collect();
    let cleared = e.cleared.as_ref().map(|c| {
        let by = officer(r, &c.by);
        html! { (words.t_args("entry-cleared-by", &[("who", by.into())])) " (" (r.entry(&c.proposal)) ")" }
    });
    Told::new(words.t("entry-relayed"))
        .beside(html! { (how_told(r, e.wording, e.voice)) })
        .gist(route.clone())
        .body(html! {
            (say(&html! { (words.t_args("entry-carried-to", &[("room", r.room_in_sentence(&e.to.room).into())])) ": " (route) }))
            (quote_if(arrived))
            @for source in &e.from { @if let Some(terms) = source.terms {
                p.say.sub { (r.entry(&source.entry)) ": " (words.t(names::terms(terms))) }
            } }
            @if !stations.is_empty() {
                p.say.sub { (words.t_args("entry-route", &[("stations", words.list(&stations).into())])) }
            }
            @if let Some(cleared) = cleared { p.say.sub { (cleared) } }
        })
}

/// "verbatim, attributed".
pub(super) fn how_told(r: &Reader<'_>, exact: HowExact, voice: Voice) -> String {
    format!(
        "{}{}{}",
        r.words.t(names::exact(exact)),
        r.words.t("entry-comma"),
        r.words.t(names::voice(voice))
    )
}

pub(super) fn officer(r: &Reader<'_>, id: &mediation::ids::OfficerId) -> String {
    r.view
        .desk
        .opening
        .officers
        .get(id)
        .map_or_else(|| id.to_string(), |o| o.name.to_string())
}

pub(super) fn proposed(r: &Reader<'_>, at: Here<'_>, e: &RelayProposed) -> Told {
    let words = r.words;
    let settled = r
        .view
        .desk
        .crossings
        .proposals
        .get(&at.number)
        .and_then(|p| p.settled);
    let state = html! {
        @if let Some(by) = settled { (words.t("entry-settled-by")) " " (r.link(at.room, by)) }
        @else { span.due { (words.t("entry-waits")) } }
    };
    Told::new(words.t("entry-proposed"))
        .beside(html! { (words.t_args("entry-to-room", &[("room", r.room_in_sentence(&e.to).into())])) })
        .beside(state)
        .gist(begins(&e.relay.words))
        .body(html! {
            (quote(&e.relay.words))
            p.say.sub {
                (words.t(names::voice(e.relay.voice)))
                @if !e.relay.from.is_empty() { (words.t("entry-comma")) (words.t("entry-from-entries")) " " (r.entries(&e.relay.from)) }
                (words.t("entry-comma"))
                (words.t_args("entry-proposed-by", &[("who", officer(r, &e.officer).into())]))
            }
        })
}

pub(super) fn declined(r: &Reader<'_>, e: &DeclineRelay) -> Told {
    Told::new(r.words.t("entry-declined"))
        .beside(r.entry(&e.proposal))
        .beside(html! { (r.words.t_args("entry-declined-by", &[("who", officer(r, &e.officer).into())])) })
        .gist(begins(&e.why))
        .body(html! { p.say dir="auto" { (e.why) } })
}

pub(super) fn custody_step(r: &Reader<'_>, e: &CustodyStep) -> Told {
    let words = r.words;
    let differs = e.comparison == Comparison::Differs;
    let compared = (e.step == Step::ReadBack || differs).then(|| {
        let said = words.t(names::comparison(e.comparison));
        html! { @if differs { span.late { (said) } } @else { (said) } }
    });
    let who = [("who", e.who.as_str().into())];
    let whom = match e.step {
        Step::HandedOver | Step::Delivered => words.t_args("entry-to-whom", &who),
        Step::ReadBack => words.t_args("entry-by-whom", &who),
    };
    Told::new(words.t(names::step(e.step)))
        .beside(html! { (r.entry(&e.of)) " " (whom) })
        .beside_if(compared)
        .body(html! {
            (say(&who_and_how(r, e)))
            @if let Some(named) = &e.digest {
                p.say.sub { (words.t("entry-digest-read")) " " span.digest { (named.digits()) } }
            }
            (quote_if(e.words.as_ref()))
        })
}

fn who_and_how(r: &Reader<'_>, e: &CustodyStep) -> Markup {
    html! {
        (own(e.who.as_str()))
        @if let Some(how) = &e.how { (r.words.t("entry-comma")) (own(how.as_str())) }
    }
}

/// The line of custody under what was carried: the steps that were taken, and the one that is
/// still to come.
pub(super) fn custody_of(r: &Reader<'_>, room: &Room, number: u64) -> Markup {
    let taken = room.custodies.of(number);
    if taken.is_empty() {
        return html! {};
    }
    let words = r.words;
    let mut hops: Vec<Hop> = taken.iter().map(|s| hop(r, room, s)).collect();
    let next = if !room.custodies.has(number, Step::Delivered) {
        Some(Step::Delivered)
    } else if !room.custodies.has(number, Step::ReadBack)
        || room.custodies.clarification_open(number)
    {
        Some(Step::ReadBack)
    } else {
        None
    };
    if let Some(step) = next {
        hops.push(Hop {
            said: words.t(names::step(step)),
            detail: html! { (words.t("entry-not-yet")) },
            state: HopState::ToCome,
        });
    }
    custody(words, &hops)
}

fn hop(r: &Reader<'_>, room: &Room, s: &StepTaken) -> Hop {
    Hop {
        said: r.words.t(names::step(s.step.step)),
        detail: html! {
            (r.moment(&s.when)) br;
            (who_and_how(r, &s.step)) " (" (r.link(room, s.number)) ")"
        },
        state: match s.step.comparison {
            Comparison::Differs => HopState::Differs,
            Comparison::Same | Comparison::NotCompared => HopState::Done,
        },
    }
}
