//! The two sheets: what was said, with the redline and its parts, and framed, the very words that
//! will be read with all else that would cross; below them what stays with the desk.

use maud::{Markup, html};
use mediation::{
    concerns::{
        demands::PartAnswer,
        relays::{ConveyedAs, Relay, Voice},
    },
    entry::Speaker,
    event::Event,
    ids::EntryRef,
    words::Title,
};

use super::super::record::forms::relays;
use super::super::record::{
    Place, forms::picks, place::entry_of, read, spec::CommandForm, spec::Head, spec::form,
};
use crate::{
    Sent, adapt,
    entries::names,
    html::{article, own, redline, section},
    i18n::Key,
    site::DeskVisit,
};

/// The fields that say what words become where they arrive, by themselves.
static CONVEYED: CommandForm = form(
    "relay",
    (Key("command-relay"), Key("command-relay.explain")),
    Head::Own,
    &relays::AS,
);

/// All that crosses beside the words, as far as it is chosen.
pub(super) struct Beside {
    from: Vec<EntryRef>,
    voice: Option<Voice>,
    conveyed: Conveyed,
}

/// What words become where they arrive.
enum Conveyed {
    /// As it can be read.
    Whole(ConveyedAs),
    /// The kind alone: what belongs to it is still to be chosen.
    Kind(Key),
    /// Nothing was chosen.
    Open,
}

impl Beside {
    /// As a form has it, were it not filled in yet.
    pub fn typed(place: &Place<'_>, from: &EntryRef, sent: &Sent) -> Self {
        let whole = read::fields(place, &CONVEYED, sent)
            .ok()
            .and_then(|mut map| serde_json::from_value(map.remove("as")?).ok());
        let kind = || {
            let pick = picks::CONVEYED.iter().find(|p| p.value == sent.get("as"));
            pick.map_or(Conveyed::Open, |pick| Conveyed::Kind(pick.said))
        };
        Self {
            from: vec![from.clone()],
            voice: serde_json::from_value(sent.get("voice").into()).ok(),
            conveyed: whole.map_or_else(kind, Conveyed::Whole),
        }
    }

    /// As it was proposed.
    fn proposed(relay: &Relay) -> Self {
        Self {
            from: relay.from.clone(),
            voice: Some(relay.voice),
            conveyed: Conveyed::Whole(relay.conveyed_as.clone()),
        }
    }

    fn facts(&self, desk: &DeskVisit) -> Markup {
        let w = desk.visit.words();
        let voice = self.voice.map(|v| voice(desk, &self.from, v));
        let mut rows: Vec<(String, Markup)> = voice
            .map(|said| (w.t("field-voice"), own(&said)))
            .into_iter()
            .collect();
        match &self.conveyed {
            Conveyed::Whole(whole) => {
                rows.push((w.t("field-as"), html! { (w.t(kind(whole))) }));
                rows.extend(within(desk, whole));
            }
            Conveyed::Kind(said) => rows.push((w.t("field-as"), html! { (w.t(*said)) })),
            Conveyed::Open => {}
        }
        stacked(&rows)
    }
}

/// What an entry is where it was said; `None` where it is only said.
pub(super) fn said_as(event: &Event) -> Option<ConveyedAs> {
    match event {
        Event::DemandMade(demand) => Some(ConveyedAs::Demand(demand.parts.clone())),
        Event::AnswerGiven(answer) => Some(ConveyedAs::Answer {
            demand: answer.demand.clone(),
            parts: answer.parts.clone(),
        }),
        Event::RequestMade(request) => Some(ConveyedAs::Request {
            what: request.what,
            due: request.due,
        }),
        Event::Conveyed(carried) if carried.conveyed_as != ConveyedAs::Message => {
            Some(carried.conveyed_as.clone())
        }
        _ => None,
    }
}

/// The sheets of words on their way from an entry to a room, each with all that belongs to them;
/// the second is empty until a room is chosen.
pub(super) fn sheets(
    desk: &DeskVisit,
    from: &EntryRef,
    to: Option<(&Place<'_>, &Beside)>,
    words: &str,
) -> Markup {
    let said = entry_of(desk, from);
    let w = desk.visit.words();
    let Some((room, body)) = said else {
        return html! {};
    };
    let before = body.event.words().map_or("", |w| w.as_str());
    let number = format!("{} {}", room.code(), from.number);
    let when = adapt::stamp(w, body.learnt, &desk.visit.calendar);
    let said_head = w.t_args(
        "carry-said",
        &[("entry", number.into()), ("when", when.into())],
    );
    let mut parts = said_as(&body.event).map_or_else(Vec::new, |said| within(desk, &said));
    if let Event::AnswerGiven(answer) = &body.event
        && let Some(undertaking) = &answer.undertaking
    {
        parts.push((w.t("field-own-undertaking"), own(undertaking.as_str())));
    }
    let said = html! { div.sheet {
        h3 { (said_head) }
        div.flow {
            p.quote dir="auto" { (redline(before, if to.is_some() { words } else { before })) }
            (stacked(&parts))
        }
    } };
    let nowhere = || html! { div.sheet.out { h3 { b { (w.t("carry-choose")) } } } };
    let read = to.map_or_else(nowhere, |(place, beside)| {
        framed(desk, place, words, beside)
    });
    article::crossing(&said, &read)
}

/// The framed sheet: every word that will be read, and what it is there.
fn framed(desk: &DeskVisit, to: &Place<'_>, words: &str, beside: &Beside) -> Markup {
    let w = desk.visit.words();
    let next = to.next().unwrap_or_default();
    let who = w.list(&to.members());
    let head = w.t_args(
        "carry-will-read",
        &[("who", who.into()), ("entry", next.into())],
    );
    html! {
        div.sheet.out {
            h3 { b { (head) } }
            div.flow { p.quote dir="auto" { (words) } (beside.facts(desk)) }
        }
    }
}

/// Facts one under another: half a page is too narrow to set them side by side.
fn stacked(rows: &[(String, Markup)]) -> Markup {
    html! {
        @if !rows.is_empty() {
            dl.flow { @for (name, value) in rows { div { dt.meta { (name) } dd { (value) } } } }
        }
    }
}

const fn kind(conveyed: &ConveyedAs) -> Key {
    match conveyed {
        ConveyedAs::Message => Key("pick-as-message"),
        ConveyedAs::Demand(_) => Key("pick-as-demand"),
        ConveyedAs::Answer { .. } => Key("pick-as-answer"),
        ConveyedAs::Request { .. } => Key("pick-as-request"),
    }
}

/// What belongs to words of a kind: the parts of a demand, what becomes of each part, what is asked
/// for and by when.
fn within(desk: &DeskVisit, conveyed: &ConveyedAs) -> Vec<(String, Markup)> {
    let w = desk.visit.words();
    let mut rows = Vec::new();
    let mut row = |label: Key, value: Markup| rows.push((w.t(label), value));
    match conveyed {
        ConveyedAs::Message => {}
        ConveyedAs::Demand(parts) => {
            if !parts.is_empty() {
                let parts = html! { ol { @for part in parts { li dir="auto" { (part) } } } };
                row(Key("carry-parts"), parts);
            }
        }
        ConveyedAs::Answer { demand, parts } => {
            let said = entry_of(desk, demand).and_then(|(_, body)| body.event.words());
            row(
                Key("field-answered-demand"),
                html! {
                    (adapt::number(&desk.view, demand))
                    @if let Some(said) = said { ": " (own(said.as_str())) }
                },
            );
            let parts =
                html! { ul.flow { @for answer in parts { li { (part(desk, demand, answer)) } } } };
            row(Key("field-answer-parts"), parts);
        }
        ConveyedAs::Request { what, due } => {
            row(
                Key("field-asked-for"),
                html! { (w.t(names::request_for(*what))) },
            );
            if let Some(due) = due {
                let when = adapt::stamp(w, *due, &desk.visit.calendar);
                row(Key("field-by-when"), html! { (when) });
            }
        }
    }
    rows
}

/// In whose voice, by name where it goes by name.
fn voice(desk: &DeskVisit, from: &[EntryRef], voice: Voice) -> String {
    let w = desk.visit.words();
    let mut who: Vec<String> = from.iter().filter_map(|from| speaker(desk, from)).collect();
    who.dedup();
    match voice {
        Voice::Attributed if !who.is_empty() => {
            w.t_args("entry-attributed", &[("who", w.list(&who).into())])
        }
        voice @ (Voice::Attributed | Voice::NonPaper | Voice::Proposal) => w.t(names::voice(voice)),
    }
}

/// To whom the words of an entry are put down.
fn speaker(desk: &DeskVisit, entry: &EntryRef) -> Option<String> {
    let (_, body) = entry_of(desk, entry)?;
    if let Event::Conveyed(carried) = &body.event {
        return carried.attributed_to.as_ref().map(ToString::to_string);
    }
    match body.event.speaker()? {
        Speaker::Desk => None,
        Speaker::Participant(p) => Some(adapt::name(&desk.view, &p)),
    }
}

/// A part of a demand, what becomes of it, and in what words.
fn part(desk: &DeskVisit, demand: &EntryRef, answer: &PartAnswer) -> Markup {
    let w = desk.visit.words();
    let at = usize::try_from(answer.part).unwrap_or(0).checked_sub(1);
    let asked = desk
        .view
        .rooms
        .get(&demand.room)
        .and_then(|room| room.demands.all.get(&demand.number))
        .and_then(|state| state.parts.get(at?));
    html! {
        @match asked {
            Some(asked) => (own(asked.as_str())),
            None => (w.t_args("form-part", &[("n", answer.part.into())])),
        }
        br;
        b { (w.t(names::outcome(answer.outcome))) }
        @if let Some(words) = &answer.words { ": " (own(words.as_str())) }
    }
}

/// The sheets of what an officer proposed, where a form is about one.
pub(crate) fn proposed(place: &Place<'_>, sent: &Sent) -> Markup {
    let view = &place.desk.view;
    let proposal = sent
        .get("proposal")
        .parse::<EntryRef>()
        .ok()
        .and_then(|entry| view.desk.crossings.proposals.get(&entry.number));
    let Some(proposal) = proposal else {
        return html! {};
    };
    let asked = &proposal.proposed;
    let Some(to) = Place::of(place.desk, asked.to.as_str()) else {
        return html! {};
    };
    let words = place.words();
    let officer = view.desk.opening.officers.get(&asked.officer);
    let by = officer.map_or_else(|| asked.officer.to_string(), |o| o.name.to_string());
    let beside = Beside::proposed(&asked.relay);
    let read = asked.relay.words.as_str();
    let stations: Vec<&str> = asked.relay.route.iter().map(Title::as_str).collect();
    html! {
        @for from in &asked.relay.from {
            (sheets(place.desk, from, Some((&to, &beside)), read))
        }
        @if asked.relay.from.is_empty() { (framed(place.desk, &to, read, &beside)) }
        (section::facts(&[
            (words.t("field-proposes"), own(&by)),
            (words.t("field-relay-to"), html! { (words.list(&to.members())) }),
        ]))
        @if !stations.is_empty() {
            (section::desk_only(words, &html! { (words.t("carry-stations")) ": " (words.list(&stations)) }))
        }
    }
}
