//! What is asked of every command beside what it says: when, on whose word, under which terms,
//! through which channel.

use maud::{Markup, html};
use serde_json::{Map, Value, json};

use super::{
    Place, dates, draw,
    forms::picks,
    read,
    spec::{CommandForm, Head, Kind, Need, Source, Spec, field},
};
use crate::{
    Sent,
    html::{
        Fault, Standing,
        form::{Choice, Field, Layout, When, Width, radios},
        marks::standing_as,
        own,
    },
    i18n::Key,
    story::names,
};

const HAPPENED: Spec =
    field("happened", Key("field-happened"), Kind::Moment).hint(Key("field-happened.hint"));
const LEARNT: Spec = field("learnt", Key("field-learnt"), Kind::Instant);
/// May be left empty, as its hint says for what; a note on the label would say otherwise.
const SOURCE: Spec =
    field("source", Key("field-source"), Kind::Line).hint(Key("field-source.hint"));
const TERMS: Spec = field("terms", Key("field-terms"), Kind::Pick(picks::TERMS))
    .hint(Key("field-terms.hint"))
    .half();
const CHANNEL: Spec = field(
    "channel",
    Key("field-channel"),
    Kind::Choose(Source::Channels),
);

/// Whether terms are asked for: nobody's words are given in the desk's own room.
fn asks_terms(place: &Place<'_>, head: Head) -> bool {
    !place.is_desk() && matches!(head, Head::Said | Head::Channel)
}

/// Whether a channel is asked for, and must be named.
fn asks_channel(place: &Place<'_>, head: Head) -> Option<Need> {
    let any = place.room.is_some_and(|r| !r.channels.all.is_empty());
    match head {
        Head::Channel => Some(Need::Needed),
        Head::Said | Head::Known if !place.is_desk() && any => Some(Need::Optional),
        Head::Own | Head::Said | Head::Known => None,
    }
}

/// The values with which a form begins.
pub(crate) fn begun(place: &Place<'_>, head: Head, sent: Sent) -> Sent {
    let mut sent = sent;
    if !sent.has("standing") {
        let first = if place.is_desk() || head != Head::Said {
            "witnessed"
        } else {
            "reported"
        };
        sent = sent.with("standing", first);
    }
    if !sent.has("terms") {
        sent = sent.with("terms", "in-confidence");
    }
    // What somebody said came through some channel: where there is one, it is that one.
    let came = asks_channel(place, head) == Some(Need::Needed) || head == Head::Said;
    if came
        && asks_channel(place, head).is_some()
        && !sent.has("channel")
        && let Some(room) = place.room
        && let (Some(only), 1) = (room.channels.all.keys().next(), room.channels.all.len())
    {
        sent = sent.with("channel", only.as_str());
    }
    sent
}

/// What is asked before what a command says: of a contact, with whom and when.
pub(crate) fn first(
    place: &Place<'_>,
    form: &CommandForm,
    sent: &Sent,
    faults: &[Fault],
) -> Markup {
    html! {
        @if form.head == Head::Channel {
            (draw::one(place, &CHANNEL, sent, faults))
            (draw::date_fields(place, &HAPPENED, When::AsKnown, sent, faults))
        }
    }
}

/// What was typed of these, as it will be read on the page that confirms.
pub(super) fn facts(place: &Place<'_>, head: Head, sent: &Sent) -> Vec<(String, Markup)> {
    let words = place.words();
    let mut rows = Vec::new();
    let mut row = |label: Key, said: String| {
        if !said.trim().is_empty() {
            rows.push((words.t(label), html! { (own(said.trim())) }));
        }
    };
    let date = sent.date("happened");
    row(HAPPENED.label, format!("{} {}", date.day, date.time));
    let date = sent.date("learnt");
    row(LEARNT.label, format!("{} {}", date.day, date.time));
    if head == Head::Own {
        return rows;
    }
    let marks = [
        Standing::Witnessed,
        Standing::Reported,
        Standing::Entered,
        Standing::Signed,
    ];
    let standing = ["witnessed", "reported", "entered", "signed"]
        .iter()
        .zip(marks)
        .find(|(value, _)| **value == sent.get("standing"));
    row(
        Key("field-standing"),
        standing.map_or_else(String::new, |(_, mark)| words.t(mark.key())),
    );
    row(SOURCE.label, sent.get("source").to_owned());
    if asks_terms(place, head) {
        let terms = picks::TERMS.iter().find(|p| p.value == sent.get("terms"));
        row(
            TERMS.label,
            terms.map_or_else(String::new, |p| words.t(p.said)),
        );
    }
    rows
}

/// The fields.
pub(crate) fn fields(
    place: &Place<'_>,
    form: &CommandForm,
    sent: &Sent,
    faults: &[Fault],
) -> Markup {
    let head = form.head;
    let words = place.words();
    let happened = || draw::date_fields(place, &HAPPENED, When::AsKnown, sent, faults);
    let learnt = || draw::date_fields(place, &LEARNT, When::Exactly, sent, faults);
    let typed = |stem: &str| {
        ["day", "time"]
            .iter()
            .any(|p| !sent.get(&format!("{stem}-{p}")).is_empty())
    };
    let own = head == Head::Own;
    html! {
        @if !own {
            @if head != Head::Channel { (happened()) }
            (standings(place, form, sent, faults))
        }
        @if asks_terms(place, head) { (draw::one(place, &TERMS, sent, faults)) }
        @if !own { (draw::one(place, &SOURCE, sent, faults)) }
        @if let (Some(need), true) = (asks_channel(place, head), head != Head::Channel) {
            (draw::one(place, &Spec { need, ..CHANNEL }, sent, faults))
        }
        details open[typed("learnt") || (own && typed("happened"))] {
            summary { (words.t(if own { Key("form-when-own") } else { Key("form-when-learnt") })) }
            div.grid {
                @if own { (happened()) }
                (learnt())
            }
        }
    }
}

/// How the desk knows: what only others can do stays in its place, with the reason.
fn standings(place: &Place<'_>, form: &CommandForm, sent: &Sent, faults: &[Fault]) -> Markup {
    let words = place.words();
    let signs = form
        .fields
        .iter()
        .any(|spec| spec.name.starts_with("signature."));
    let capital = |mark: Standing| names::sentence(&words.t(mark.key()));
    let choice =
        |value: &str, mark: Standing| Choice::marked(value, standing_as(mark, &capital(mark)));
    let signed = choice("signed", Standing::Signed);
    let all = [
        choice("reported", Standing::Reported).note(words.t(Standing::Reported.meaning())),
        choice("witnessed", Standing::Witnessed).note(words.t(Standing::Witnessed.meaning())),
        choice("entered", Standing::Entered).closed(words.t("form-entered-closed")),
        if signs {
            signed.note(words.t(Standing::Signed.meaning()))
        } else {
            signed.closed(words.t("form-signed-closed"))
        },
    ];
    let field = Field::new("standing", words.t("field-standing"))
        .error(draw::error("standing", faults))
        .width(Width::Half);
    radios(&field, &all, Some(sent.get("standing")), Layout::Column)
}

/// Puts what was said of a command into its map.
pub(crate) fn read_into(
    place: &Place<'_>,
    head: Head,
    sent: &Sent,
    map: &mut Map<String, Value>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    let zone = &place.desk.visit.calendar;
    let mut put = |spec: &Spec, taken: Result<Option<Value>, read::Wrong>| match taken {
        Ok(Some(value)) => {
            map.insert(spec.name.to_owned(), value);
        }
        Ok(None) => {}
        Err(wrong) => faults.extend(wrong.faults(place, spec)),
    };
    put(
        &HAPPENED,
        read::date(place, dates::moment(&sent.date("happened"), zone)),
    );
    put(
        &LEARNT,
        read::date(place, dates::instant(&sent.date("learnt"), zone)),
    );
    if head != Head::Own {
        let source = sent.get("source").trim();
        put(
            &SOURCE,
            read::checked(place, source, |s| {
                mediation::words::Title::new(s).map(|_| ())
            }),
        );
        let word = sent.get("standing");
        if !word.is_empty() {
            map.insert("standing".to_owned(), json!(word));
        }
    }
    if asks_terms(place, head) && sent.has("terms") {
        map.insert("terms".to_owned(), json!(sent.get("terms")));
    }
    match (asks_channel(place, head), sent.get("channel")) {
        (Some(Need::Needed), "") => faults.push(Fault {
            field: "channel".to_owned(),
            label: place.words().t(CHANNEL.label),
            wrong: place.words().t("fault-choose"),
        }),
        (None, _) | (Some(Need::Optional), "") => {}
        (Some(_), channel) => {
            map.insert("channel".to_owned(), json!(channel));
        }
    }
    if head == Head::Channel {
        // It is asked first, and so it is named first.
        faults.sort_by_key(|fault| fault.field != "channel");
    }
    faults
}
