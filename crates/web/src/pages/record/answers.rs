//! The answer to each part of a demand: fields that are made of several.

use maud::{Markup, html};
use mediation::{concerns::demands::DemandState, ids::EntryRef, words::Wording};
use serde_json::{Value, json};

use super::{
    Place,
    forms::picks,
    read::{self, Wrong},
    spec::{Pick, Spec},
};
use crate::{
    Sent,
    html::{
        Fault,
        form::{Choice, Field, Layout, Typing, radios, text as line},
    },
};

/// The demand that a field names.
fn demand<'a>(place: &Place<'a>, reference: &str) -> Option<&'a DemandState> {
    let reference: EntryRef = reference.parse().ok()?;
    let room = place.desk.view.rooms.get(&reference.room)?;
    room.demands.all.get(&reference.number)
}

pub(super) fn answers(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    of: &str,
) -> Result<Option<Value>, Wrong> {
    let parts = demand(place, sent.get(of)).map_or(0, |d| d.parts.len());
    let mut all = Vec::new();
    for n in 1..=parts {
        let outcome = sent.get(&format!("{}-{n}-outcome", spec.name));
        if outcome.is_empty() {
            continue;
        }
        let mut answer = json!({ "part": n, "outcome": outcome });
        let within = format!("-{n}-words");
        let words = sent.get(&format!("{}{within}", spec.name));
        let words = read::checked(place, words, |s| Wording::new(s).map(|_| ()))
            .map_err(|wrong| Wrong { within, ..wrong })?;
        if let (Some(words), Value::Object(answer)) = (words, &mut answer) {
            answer.insert("words".to_owned(), words);
        }
        all.push(answer);
    }
    Ok((!all.is_empty()).then_some(Value::Array(all)))
}

/// The fields for the answer to each part.
pub(super) fn draw_answers(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    of: &str,
    faults: &[Fault],
) -> Markup {
    let words = place.words();
    let Some(demand) = demand(place, sent.get(of)) else {
        return html! { p.hint id=(spec.name) { (words.t("form-choose-demand")) } };
    };
    html! {
        fieldset id=(spec.name) {
            legend { (words.t(spec.label)) }
            (super::draw::error_line(spec.name, faults))
            div.grid {
                @for (at, part) in demand.parts.iter().enumerate() {
                    @let n = at + 1;
                    @let stem = format!("{}-{n}", spec.name);
                    p.quote dir="auto" { (part) }
                    @let outcome = Field::new(format!("{stem}-outcome"), words.t_args("form-part", &[("n", n.into())]));
                    @let not_yet = std::iter::once(Choice::new("", words.t("form-part-open")));
                    @let choices: Vec<Choice> = not_yet.chain(choices(place, picks::OUTCOME)).collect();
                    (radios(&outcome, &choices, Some(sent.get(&outcome.name)), Layout::Row))
                    @let more = Field::new(format!("{stem}-words"), words.t("form-part-words"))
                        .error(super::draw::error(&format!("{stem}-words"), faults));
                    (line(&more, Typing::Words, sent.get(&more.name)))
                }
            }
        }
    }
}

fn choices(place: &Place<'_>, picks: &'static [Pick]) -> Vec<Choice> {
    picks
        .iter()
        .map(|pick| Choice::new(pick.value, place.words().t(pick.said)))
        .collect()
}
