//! What a body changed in a text that was put to it, and who must be told that the words on which
//! they stood are others now.

use maud::{Markup, html};
use mediation::{
    concerns::{
        decisions::DecisionState,
        people::DecisionRule,
        progress::{Drafts, ToBeTold},
    },
    ids::EntryRef,
    text::Text,
    view::Room,
};

use super::{Chosen, articles, compare::Moved};
use crate::{
    adapt,
    html::{Cell, Column, Row, Side, Table, facts, own, section, standing, table},
    i18n::Words,
    site::DeskVisit,
    story::names,
};

/// The decision that made this version, those that changed it, and whoever must be told.
pub(super) fn sections(desk: &DeskVisit, drafts: &Drafts<'_>, chosen: &Chosen<'_>) -> Markup {
    let words = desk.visit.words();
    let made = drafts.made_by(chosen.version);
    let changed = drafts.changed_by(chosen.version);
    let told = drafts.to_be_told(chosen.version);
    html! {
        @if let (Some((room, decision)), Some(before)) = (made, chosen.before) {
            (decided(desk, room, decision, "made", &before.text, &chosen.version.text, Some(chosen.version.version)))
        }
        @for (place, (room, decision)) in changed.into_iter().enumerate() {
            @if let Some(text) = room.decisions.text_made(decision.number, &room.texts) {
                @let id = format!("decision-{}", place + 1);
                @let became = drafts.became(room, decision).map(|v| v.version);
                (decided(desk, room, decision, &id, &chosen.version.text, &text, became))
                (articles::changes(words, &chosen.version.text, &text, &id))
            }
        }
        @if !told.is_empty() {
            (section(&Side::new("told", words.t("text-told"), words.t_args("text-told.note", &[("version", chosen.version.version.into())])), &table_of(desk, &told)))
        }
    }
}

fn decided(
    desk: &DeskVisit,
    room: &Room,
    state: &DecisionState,
    id: &str,
    from: &Text,
    to: &Text,
    became: Option<u32>,
) -> Markup {
    let (words, visit) = (desk.visit.words(), &desk.visit);
    let body = room.people.bodies.get(&state.decision.body);
    let name = body.map_or_else(|| state.decision.body.to_string(), |b| b.name.to_string());
    let moved = Moved::between(from, to);
    let kept = to.articles.iter().filter(|a| !moved.articles.contains(a));
    let kept: Vec<_> = kept.map(|a| &a.number).collect();
    let entry = room.entry(state.number);
    let mut rows = vec![(
        words.t("text-decided-body"),
        html! {
            (own(&name))
            @if let Some(body) = body {
                (words.t("kind-joint")) (words.t_args("text-decided-for", &[("who", names::with_article(words, &names::participant(&desk.view, &body.participant)).into())]))
                @if let Some(rule) = rule(words, body.rule) { "; " (rule) }
            }
        },
    )];
    if let Some(body) = entry.and_then(|e| e.body()) {
        let on = adapt::moment_long(words, &body.happened, &visit.calendar);
        let learnt = adapt::stamp(words, body.learnt, &visit.calendar);
        rows.push((
            words.t("text-decided-when"),
            html! { (on) (words.t("kind-joint")) (words.t_args("text-decided-learnt", &[("when", learnt.into())])) },
        ));
        let entry = EntryRef::new(room.name.clone(), state.number);
        rows.push((
            words.t("text-decided-record"),
            html! { (names::link(&desk.view, visit.at, &entry)) " " (standing(words, adapt::standing(body.standing))) },
        ));
    }
    if let Some(votes) = state.decision.votes {
        rows.push((
            words.t("text-decided-votes"),
            html! { (adapt::votes(words, votes)) },
        ));
    }
    rows.push((
        words.t("text-decided-changes"),
        html! {
            (words.t_plain("text-changed", &[("what", moved.said(words).into())]))
            @if !kept.is_empty() { " " (words.t_plain("text-kept-articles", &[("n", kept.len().into()), ("articles", names::articles(words, &kept).into())])) }
        },
    ));
    for annex in &state.decision.annexes {
        rows.push((
            words.t("text-decided-annex"),
            html! { (own(annex.title.as_str())) " " span.meta { (own(annex.audience.as_str())) } },
        ));
    }
    let note = match became {
        Some(version) => words.t_args("text-became", &[("version", version.into())]),
        None => words.t("text-became-nothing"),
    };
    let head = words.t_args(
        "text-decided",
        &[("body", names::in_sentence(&name).into())],
    );
    section(&Side::new(id, head, note), &facts(&rows))
}

/// The rule by which a body decides, where it is known.
fn rule(words: Words, rule: DecisionRule) -> Option<String> {
    Some(match rule {
        DecisionRule::Majority => words.t("text-rule-majority"),
        DecisionRule::TwoThirds => words.t("text-rule-two-thirds"),
        DecisionRule::Unanimity => words.t("text-rule-unanimity"),
        DecisionRule::Head => words.t("text-rule-head"),
        DecisionRule::NotKnown => return None,
    })
}

fn table_of(desk: &DeskVisit, told: &[ToBeTold<'_>]) -> Markup {
    let words = desk.visit.words();
    let row = |one: &ToBeTold<'_>| {
        let version = ("version", one.stood_on.version.into());
        Row::new(vec![
            Cell::Head(own(&names::participant(&desk.view, one.participant))),
            Cell::Plain(html! {
                (articles::by_stand(words, one.stood_on, &one.stands))
                small { (words.t_args("text-told-on", &[version])) }
            }),
            Cell::text(words.t("text-told-lapses")),
            Cell::Plain(html! {
                @if let Some(entry) = &one.told {
                    (words.t("text-told-yes")) " " (names::link(&desk.view, desk.visit.at, entry))
                    @if let Some(at) = learnt(desk, entry) { small { (adapt::stamp(words, at, &desk.visit.calendar)) } }
                } @else {
                    span.due { b { (words.t("text-told-not-yet")) } }
                }
            }),
        ])
    };
    table(&Table {
        caption: Some(words.t("text-told")),
        columns: vec![
            Column::new(words.t("text-column-participant")),
            Column::new(words.t("text-column-stood")),
            Column::new(words.t("text-column-becomes")),
            Column::new(words.t("text-column-told")),
        ],
        rows: told.iter().map(row).collect(),
        foot: None,
        tight: false,
    })
}

fn learnt(desk: &DeskVisit, entry: &EntryRef) -> Option<mediation::time::Instant> {
    let room = desk.view.rooms.get(&entry.room)?;
    Some(room.entry(entry.number)?.learnt())
}
