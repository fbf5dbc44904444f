//! A date in three fields: the day as far as it is known, the time, and how well it is known.

use maud::{Markup, html};

use super::{Choice, Field, Typing, Width, choice::select, text, text::hidden};
use crate::{
    i18n::Words,
    when::{Certainty, Part},
};

/// The words of a date's fields.
#[derive(Clone, Debug)]
pub struct DateField {
    /// The stem of the names: `{stem}-day`, `{stem}-time`, `{stem}-known`, `{stem}-part`.
    pub stem: String,
    /// The question: "When it happened".
    pub label: String,
    /// The place whose time it is.
    pub place: String,
    /// What may be left out.
    pub asks: When,
    /// What it means where it is left empty.
    pub hint: Option<String>,
    /// What is wrong with the day.
    pub day_error: Option<String>,
    /// What is wrong with the time.
    pub time_error: Option<String>,
}

/// How much of a date is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// As much as is known, and how well.
    AsKnown,
    /// Exactly: a deadline, the next contact.
    Exactly,
}

/// What was typed, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct DateValue {
    /// `2023`, `2023-11`, `2023-11-20`, or an interval `2023-11-15/2023-11-16`.
    pub day: String,
    /// `19:25`.
    pub time: String,
    /// The value of a `Certainty`.
    pub known: String,
    /// The value of a `Part`.
    pub part: String,
}

/// The fields of a date.
pub fn date(words: Words, field: &DateField, value: &DateValue) -> Markup {
    match field.asks {
        When::AsKnown => as_known(words, field, value),
        When::Exactly => date_and_time(words, field, value),
    }
}

fn as_known(words: Words, field: &DateField, value: &DateValue) -> Markup {
    let known: Vec<Choice> = Certainty::ALL
        .iter()
        .map(|known| Choice::new(known.value(), words.t(known.key())))
        .collect();
    let parts: Vec<Choice> = std::iter::once(Choice::new("", words.t("date-part-none")))
        .chain(
            Part::ALL
                .iter()
                // A record has no word for it: noon is a time.
                .filter(|part| **part != Part::Midday)
                .map(|part| Choice::new(part.value(), words.t(part.key()))),
        )
        .collect();
    let known_field =
        Field::new(format!("{}-known", field.stem), words.t("date-known")).width(Width::Half);
    let part_field = Field::new(format!("{}-part", field.stem), words.t("date-part"))
        .hint(words.t("date-part.hint"))
        .width(Width::Half);
    html! {
        fieldset {
            legend { (field.label) }
            @if let Some(hint) = &field.hint { span.hint { (hint) } }
            div.grid {
                (day(words, field, value, &words.t("date-day.hint")))
                (time(words, field, value, &words.t("date-time.hint")))
                (select(&known_field, &known, &value.known))
                (select(&part_field, &parts, &value.part))
            }
        }
    }
}

/// Only a day and a time, both needed.
pub fn date_and_time(words: Words, field: &DateField, value: &DateValue) -> Markup {
    html! {
        fieldset {
            legend { (field.label) }
            @if let Some(hint) = &field.hint { span.hint { (hint) } }
            div.grid {
                (day(words, field, value, &words.t("date-day.exact")))
                (time(words, field, value, &words.t("date-time.exact")))
            }
            (hidden(&format!("{}-known", field.stem), Certainty::Exactly.value()))
        }
    }
}

fn day(words: Words, field: &DateField, value: &DateValue, hint: &str) -> Markup {
    let day = Field::new(format!("{}-day", field.stem), words.t("date-day"))
        .hint(hint)
        .error(field.day_error.clone())
        .width(Width::Half);
    text(&day, Typing::LeftToRight, &value.day)
}

fn time(words: Words, field: &DateField, value: &DateValue, hint: &str) -> Markup {
    let label = words.t_args("date-time", &[("place", field.place.clone().into())]);
    let time = Field::new(format!("{}-time", field.stem), label)
        .hint(hint)
        .error(field.time_error.clone())
        .width(Width::Half);
    text(&time, Typing::LeftToRight, &value.time)
}
