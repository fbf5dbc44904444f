//! What acceptance of the last version takes from each participant that must accept, and the
//! offers that are out.

use maud::{Markup, html};
use mediation::{
    concerns::{
        acceptances::AnswerToOffer,
        decisions::DecisionOutcome,
        people::Act,
        progress::{Answered, Approval, Drafts, Put, Ratification},
        texts::{Finality, OfferState, Version},
    },
    event::Event,
    ids::{EntryRef, ParticipantId},
    view::Room,
};

use crate::{
    adapt,
    entries::Reader,
    hex,
    html::{
        Cell, Column, Position, Row, Side, Table, marks::position_mark, own, section,
        section::digest_short, standing, table,
    },
    routes::Page,
    site::DeskVisit,
    story::names,
};

/// Who must accept, what it takes, and where it is.
pub(super) fn ratification(desk: &DeskVisit, drafts: &Drafts<'_>, version: &Version) -> Markup {
    let words = desk.visit.words();
    let all = drafts.ratification(version, desk.visit.now);
    if all.is_empty() {
        return html! { p.meta { (words.t("text-no-ground-rules")) } };
    }
    let accepted = all
        .iter()
        .filter(|r| matches!(r.answer, Answered::Accepted(..)))
        .count();
    let foot = words.t_plain(
        "text-concluded-when",
        &[
            ("accepted", accepted.into()),
            ("required", all.len().into()),
        ],
    );
    html! {
        h3 { (words.t("text-ratification")) }
        (table(&Table {
            caption: Some(words.t("text-ratification")),
            columns: vec![
                Column::new(words.t("text-column-participant")),
                Column::new(words.t("text-column-takes")),
                Column::new(words.t("text-column-is")),
                Column::new(words.t("text-column-digest")),
            ],
            rows: all.iter().map(|one| row(desk, one, version)).collect(),
            foot: Some((words.t("text-concluded"), html! { (foot) })),
            tight: false,
        }))
    }
}

fn row(desk: &DeskVisit, one: &Ratification<'_>, version: &Version) -> Row {
    let words = desk.visit.words();
    let who = binders(desk, one.participant, version);
    // Whoever bound it may have had a mandate that has ended since: that takes nothing away.
    let bound = matches!(one.answer, Answered::Accepted(..));
    let binding = html! { @if !(bound && who.is_empty()) { div {
        @if who.is_empty() { (words.t("text-takes-person")) small.late { (words.t("text-takes-person.none")) } }
        @else {
            @for (place, one) in who.iter().enumerate() {
                @if place > 0 { (words.t("kind-joint")) }
                (one)
            }
            small { (words.t("text-may-bind")) }
        }
    } } };
    Row::new(vec![
        Cell::head_two(
            &own(&names::participant(&desk.view, one.participant)),
            &words.t("text-must-accept"),
        ),
        Cell::Plain(html! { @for a in &one.approvals { div { (approval(desk, a)) } } (binding) }),
        Cell::Plain(answer(desk, one.answer)),
        Cell::Plain(named(desk, one.answer, version)),
    ])
}

/// Who may bind a participant to a text, by name.
fn binders(desk: &DeskVisit, p: &ParticipantId, version: &Version) -> Vec<Markup> {
    let r = Reader::of(&desk.visit, &desk.view);
    let mut found = Vec::new();
    for room in desk.view.rooms_of(p) {
        for one in room.people.of(p) {
            let id = &one.person.representative;
            let mut mandates = room.people.standing_mandates(id, r.now);
            if mandates.any(|m| m.covers(Act::Bind, Some(&version.id), r.now)) {
                found.push(r.person(room, id));
            }
        }
    }
    found
}

fn approval(desk: &DeskVisit, one: &Approval<'_>) -> Markup {
    let words = desk.visit.words();
    let name = own(one.body.name.as_str());
    let Some((room, state)) = one.decided else {
        return html! { (position_mark(words, Position::NoWord)) " " (name) small { (words.t("text-approval-missing")) } };
    };
    let entry = EntryRef::new(room.name.clone(), state.number);
    let link = names::link(&desk.view, desk.visit.at, &entry);
    let votes = state.decision.votes.map(|v| adapt::votes(words, v));
    let until = state.decision.challenge_until.map(|until| {
        words.t_args(
            "text-challenge-until",
            &[(
                "when",
                adapt::stamp(words, until, &desk.visit.calendar).into(),
            )],
        )
    });
    let (mark, what) = match (&state.decision.outcome, one.approves) {
        (DecisionOutcome::Refused, _) => (Position::Refused, words.t("text-approval-refused")),
        (_, false) => (Position::NoWord, words.t("text-approval-other-words")),
        (DecisionOutcome::Approved, true) => (Position::Agreed, words.t("text-approval-given")),
        (DecisionOutcome::ApprovedWithModifications(_), true) => {
            (Position::Agreed, words.t("text-approval-made"))
        }
    };
    html! {
        (position_mark(words, mark)) " " (name)
        small {
            (what) " " (link)
            @if let Some(votes) = votes { (words.t("kind-joint")) (votes) }
            @if let Some(until) = until { "; " (until) }
        }
    }
}

/// The statements to sign, of those whose keys are on record.
fn to_sign(desk: &DeskVisit, put: Put<'_>) -> Markup {
    let words = desk.visit.words();
    let people = put.room.people.representatives.values();
    let number = put.version.number.to_string();
    html! { @for r in people.filter(|r| r.person.key.is_some()) {
        @let name = r.person.representative.as_str();
        @let page = Page::Statement { room: put.room.name.as_str(), entry: &number, representative: name };
        "; " (words.t("text-to-sign")) " "
        a href=(page.path()) { bdi dir="ltr" { "statement-" (name) ".txt" } }
    } }
}

fn answer(desk: &DeskVisit, answered: Answered<'_>) -> Markup {
    let words = desk.visit.words();
    match answered {
        Answered::NotPut => html! { span.m.po.none { (words.t("text-answer-not-put")) } },
        Answered::NotOffered(put) => html! {
            span.m.po.none { (words.t("text-answer-not-offered")) } small { (link(desk, put.room, put.version.number)) }
        },
        Answered::Open(put, state) => html! {
            span.m.po.none { (words.t("text-answer-open")) }
            small {
                (link(desk, put.room, put.version.number)) " " (state_of(desk, put.version, state))
                @if state == OfferState::Stands { (to_sign(desk, put)) }
            }
        },
        Answered::Accepted(room, a) => html! {
            span.m.po.full.sure { (words.t("text-answer-accepted")) }
            small { (line(desk, room, a)) (Reader::of(&desk.visit, &desk.view).corrected(room, a.number)) }
        },
        Answered::Refused(room, a) => html! {
            span.m.po.cross { (words.t("text-answer-refused")) } small { (line(desk, room, a)) }
        },
        Answered::OtherWords(room, a) => html! {
            span.m.po.none { (words.t("text-answer-other-words")) } small { (line(desk, room, a)) }
        },
    }
}

fn link(desk: &DeskVisit, room: &Room, number: u64) -> Markup {
    names::link(
        &desk.view,
        desk.visit.at,
        &EntryRef::new(room.name.clone(), number),
    )
}

fn line(desk: &DeskVisit, room: &Room, a: &AnswerToOffer) -> Markup {
    let words = desk.visit.words();
    let body = room.entry(a.number).and_then(|e| e.body());
    html! {
        (link(desk, room, a.number))
        @if let Some(body) = body {
            " " (adapt::moment(words, &body.happened, &desk.visit.calendar))
        }
        " " (standing(words, adapt::standing(a.standing)))
    }
}

/// The digest that an acceptance names, and whether it is this version's.
fn named(desk: &DeskVisit, answered: Answered<'_>, version: &Version) -> Markup {
    let words = desk.visit.words();
    let (Answered::Accepted(room, a) | Answered::OtherWords(room, a)) = answered else {
        return html! { span.quiet { (words.t("text-digest-none")) } };
    };
    let Some(digest) = a.accepted else {
        return html! { span.quiet { (words.t("text-digest-none")) } };
    };
    let eight = match room
        .entry(a.number)
        .and_then(|e| e.body())
        .map(|b| &b.event)
    {
        Some(Event::Accepted(accepted)) => accepted.named.digits().len() == 8,
        _ => false,
    };
    let same = digest == version.digest;
    html! {
        (digest_short(&hex::hex(digest.as_bytes())))
        small {
            @if same { (words.t("text-digest-same")) } @else { b.late { (words.t("text-digest-another")) } }
            @if eight { (words.t("kind-joint")) (words.t("text-digest-eight")) }
        }
    }
}

/// The offers that are or were out.
pub(super) fn section_of(desk: &DeskVisit, drafts: &Drafts<'_>) -> Markup {
    let words = desk.visit.words();
    let offers = drafts.offers(desk.visit.now);
    if offers.is_empty() {
        return html! {};
    }
    let row = |(put, state): &(Put<'_>, OfferState)| {
        let offer = put.version.offer;
        let last = offer.is_some_and(|o| o.finality == Finality::Final);
        Row::new(vec![
            Cell::Head(own(&names::seats(words, put.room))),
            Cell::Plain(html! {
                @let entry = EntryRef::new(put.room.name.clone(), put.version.number);
                (names::link(&desk.view, desk.visit.at, &entry)) " " (digest_short(&hex::hex(put.version.digest.as_bytes())))
                small {
                    (adapt::moment(words, &put.version.when, &desk.visit.calendar))
                    @if last { (words.t("kind-joint")) (words.t("text-offer-final")) }
                }
            }),
            Cell::text(match offer.and_then(|o| o.expires) {
                Some(at) => adapt::stamp(words, at, &desk.visit.calendar),
                None => words.t("text-offer-no-limit"),
            }),
            Cell::Plain(match answered(put) {
                Some(a) => html! {
                    @if a.accepted.is_some() { (words.t("text-answer-accepted")) } @else { (words.t("text-answer-refused")) }
                    " " (link(desk, put.room, a.number))
                },
                None => state_of(desk, put.version, *state),
            }),
        ])
    };
    let body = table(&Table {
        caption: Some(words.t("text-offers")),
        columns: vec![
            Column::new(words.t("text-column-to")),
            Column::new(words.t("text-column-offer")),
            Column::new(words.t("text-column-until")),
            Column::new(words.t("text-column-state")),
        ],
        rows: offers.iter().map(row).collect(),
        foot: None,
        tight: false,
    });
    section(
        &Side::new(
            "offers",
            words.t("text-offers"),
            words.t("text-offers.note"),
        ),
        &body,
    )
}

/// The last answer to exactly this offer.
fn answered<'a>(put: &Put<'a>) -> Option<&'a AnswerToOffer> {
    let offer = put.version.number;
    let all = put.room.acceptances.all.values();
    all.rev().find(|a| a.offer == offer)
}

/// Where an offer stands, in words.
fn state_of(desk: &DeskVisit, version: &Version, state: OfferState) -> Markup {
    let words = desk.visit.words();
    let until = version.offer.and_then(|o| o.expires);
    match state {
        OfferState::Stands => html! {
            (words.t("text-offer-stands"))
            @if let Some(until) = until {
                " " (words.t_args("text-offer-until", &[("when", adapt::stamp(words, until, &desk.visit.calendar).into())]))
            }
        },
        OfferState::Expired => html! { span.late { (words.t("text-offer-expired")) } },
        OfferState::Withdrawn => html! { (words.t("text-offer-withdrawn")) },
        OfferState::Superseded => html! { (words.t("text-offer-superseded")) },
    }
}
