//! A form as it stands on the page: each field by its kind, with what was typed and what is wrong.

use maud::{Markup, html};

use super::{
    Place, answers, choices, read,
    spec::{CommandForm, Kind, Need, Pick, Source, Spec},
    texts,
};
use crate::{
    Sent,
    html::{
        Fault,
        form::{
            Choice, DateField, Field, Layout, Typing, When, checks, date, radios, select, text,
            textarea,
        },
    },
    i18n::Key,
    story::names,
    when,
};

/// The fields of a command that are asked for.
pub(crate) fn fields(
    place: &Place<'_>,
    form: &CommandForm,
    sent: &Sent,
    faults: &[Fault],
) -> Markup {
    html! {
        @for spec in form.fields.iter().filter(|spec| read::asked(spec, sent)) {
            (one(place, spec, sent, faults))
        }
    }
}

/// What is wrong with a control.
pub(crate) fn error(control: &str, faults: &[Fault]) -> Option<String> {
    faults
        .iter()
        .find(|fault| fault.field == control)
        .map(|fault| fault.wrong.clone())
}

/// The same as a line of its own, for a group of controls.
pub(crate) fn error_line(control: &str, faults: &[Fault]) -> Markup {
    html! { @if let Some(wrong) = error(control, faults) { span.err id={ (control) "-error" } { (wrong) } } }
}

/// A field's name, words and fault.
pub(crate) fn described(place: &Place<'_>, spec: &Spec, faults: &[Fault]) -> Field {
    let words = place.words();
    let label = match spec.need {
        Need::Needed => words.t(spec.label),
        Need::Optional => words.t_plain("form-optional", &[("label", words.t(spec.label).into())]),
    };
    let mut field = Field::new(spec.name, label)
        .error(error(spec.name, faults))
        .width(spec.width);
    field.hint = spec.hint.map(|hint| words.t(hint));
    field
}

/// One field.
pub(crate) fn one(place: &Place<'_>, spec: &Spec, sent: &Sent, faults: &[Fault]) -> Markup {
    let field = described(place, spec, faults);
    let typed = sent.get(spec.name);
    match spec.kind {
        Kind::Line => text(&field, Typing::Words, typed),
        Kind::Secret => text(&field, Typing::Secret, ""),
        Kind::Name(_) | Kind::Code | Kind::Number | Kind::Digest | Kind::Entries | Kind::Tags => {
            text(&field, Typing::LeftToRight, typed)
        }
        Kind::Entry => text(&field, Typing::LeftToRight, &cited(place, typed)),
        Kind::Words | Kind::Lines | Kind::Counts | Kind::Columns(_) | Kind::Rows => {
            textarea(&field, typed)
        }
        Kind::Pick(picks) | Kind::Way(picks) => {
            let (all, layout) = offered(place, picks);
            radios(&field, &all, Some(typed), layout)
        }
        Kind::Picks(picks) => {
            let (all, layout) = offered(place, picks);
            let ticked: Vec<&str> = sent.all(spec.name).collect();
            checks(&field, &all, &ticked, layout)
        }
        Kind::Choose(source) | Kind::Turn(source) => chosen(place, spec, field, source, typed),
        Kind::Several(source) => {
            let all = choices::of(place, source);
            if all.is_empty() {
                return html! { p.hint id=(spec.name) { (field.label) ": " (place.words().t(nothing(source))) } };
            }
            let ticked: Vec<&str> = sent.all(spec.name).collect();
            checks(&field, &all, &ticked, Layout::Column)
        }
        Kind::Instant => date_fields(place, spec, When::Exactly, sent, faults),
        Kind::Moment => date_fields(place, spec, When::AsKnown, sent, faults),
        Kind::Answers(demand) => answers::draw_answers(place, spec, sent, demand, faults),
        Kind::Text => texts::draw_whole(place, spec, sent, faults),
        Kind::Changes(version) => texts::draw_changes(place, spec, sent, version, faults),
    }
}

fn cited(place: &Place<'_>, typed: &str) -> String {
    typed
        .parse()
        .map_or_else(|_| typed.to_owned(), |entry| place.cited(&entry))
}

/// A list of what is on record. Where there is nothing, it says so.
fn chosen(place: &Place<'_>, spec: &Spec, field: Field, source: Source, typed: &str) -> Markup {
    let mut all = choices::of(place, source);
    let words = place.words();
    if all.is_empty() {
        let none = [Choice::new("", words.t("choice-nothing"))];
        return select(&field.hint(words.t(nothing(source))), &none, "");
    }
    let first = match spec.need {
        Need::Needed => words.t("choice-choose"),
        Need::Optional => words.t("choice-none"),
    };
    all.insert(0, Choice::new("", first));
    select(&field, &all, typed)
}

/// Why there is nothing to choose from, and what would change that.
const fn nothing(source: Source) -> Key {
    match source {
        Source::Speakers | Source::Members => Key("nothing-members"),
        Source::Participants => Key("nothing-participants"),
        Source::Officers => Key("nothing-officers"),
        Source::Representatives => Key("nothing-representatives"),
        Source::Mandates => Key("nothing-mandates"),
        Source::Bodies => Key("nothing-bodies"),
        Source::Channels => Key("nothing-channels"),
        Source::Rooms => Key("nothing-rooms"),
        Source::Requests => Key("nothing-requests"),
        Source::Demands => Key("nothing-demands"),
        Source::Undertakings => Key("nothing-undertakings"),
        Source::Pending => Key("nothing-pending"),
        Source::Words => Key("nothing-words"),
        Source::Lists => Key("nothing-lists"),
        Source::Carried => Key("nothing-carried"),
        Source::Versions => Key("nothing-versions"),
        Source::VersionsAndOutlines => Key("nothing-outlines-or-versions"),
        Source::Offers | Source::OffersAccepted => Key("nothing-offers"),
        Source::Outlines => Key("nothing-outlines"),
        Source::Drafts => Key("nothing-drafts"),
        Source::Modifications => Key("nothing-modifications"),
        Source::Texts => Key("nothing-texts"),
        Source::Proposals => Key("nothing-proposals"),
        Source::Requirements => Key("nothing-requirements"),
    }
}

/// The domain's words as choices: in a row where no word needs a line of its own.
pub(crate) fn offered(place: &Place<'_>, picks: &[Pick]) -> (Vec<Choice>, Layout) {
    let words = place.words();
    let layout = if picks.iter().any(|pick| pick.note.is_some()) {
        Layout::Column
    } else {
        Layout::Row
    };
    let all = picks
        .iter()
        .map(|pick| {
            let choice = Choice::new(pick.value, names::sentence(&words.t(pick.said)));
            match pick.note {
                Some(note) => choice.note(words.t(note)),
                None => choice,
            }
        })
        .collect();
    (all, layout)
}

/// The fields of a date.
pub(crate) fn date_fields(
    place: &Place<'_>,
    spec: &Spec,
    asks: When,
    sent: &Sent,
    faults: &[Fault],
) -> Markup {
    let field = described(place, spec, faults);
    let control = |part: &str| error(&format!("{}-{part}", spec.name), faults);
    let shown = DateField {
        stem: spec.name.to_owned(),
        label: field.label,
        place: when::place(place.words(), &place.desk.visit.calendar),
        asks,
        day_error: control("day"),
        time_error: control("time"),
        hint: field.hint,
    };
    date(place.words(), &shown, &sent.date(spec.name))
}
