//! What keys are made from: a person's name, birth and places, in normal form, and the one text in
//! which they are committed to.

use serde::{Deserialize, Serialize};

use crate::{
    date::PartialDate,
    name::{Part, Script, Token},
};

/// A person, as far as keys are made from one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyRecord {
    /// The tokens of the name, in the order in which they stand.
    pub names: Vec<Token>,
    /// Born, as far as it is known.
    pub birth: Option<PartialDate>,
    /// Places by which the person is known (postal code, town), each in normal form, the same kinds
    /// in the same order throughout a list. The first two make keys.
    pub places: Vec<String>,
}

/// The record as it is written: JSON on one line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    names: Vec<(String, String, String)>,
    birth: Option<Vec<i16>>,
    span: bool,
    places: Vec<String>,
}

const SCRIPTS: [(Script, &str); 6] = [
    (Script::Latin, "latin"),
    (Script::Arabic, "arabic"),
    (Script::Hebrew, "hebrew"),
    (Script::Cyrillic, "cyrillic"),
    (Script::Thai, "thai"),
    (Script::Other, "other"),
];

const PARTS: [(Part, &str); 6] = [
    (Part::Plain, "plain"),
    (Part::Kunya, "kunya"),
    (Part::Nasab, "nasab"),
    (Part::Nisba, "nisba"),
    (Part::Patronymic, "patronymic"),
    (Part::Initial, "initial"),
];

impl KeyRecord {
    /// The text that is committed to; empty for a record that only pads a list.
    pub fn write(&self) -> String {
        let (birth, span) = match self.birth {
            None => (None, false),
            Some(
                PartialDate::Day { year, month, day } | PartialDate::Written { year, month, day },
            ) => (Some(vec![year, i16::from(month), i16::from(day)]), false),
            Some(PartialDate::Month { year, month }) => (Some(vec![year, i16::from(month)]), false),
            Some(PartialDate::Year(year)) => (Some(vec![year]), false),
            Some(PartialDate::Span(first, last)) => (Some(vec![first, last]), true),
        };
        let token = |token: &Token| {
            let script = word(&SCRIPTS, token.script);
            (script, word(&PARTS, token.part), token.text.clone())
        };
        let names = self.names.iter().map(token).collect();
        let written = Written {
            names,
            birth,
            span,
            places: self.places.clone(),
        };
        // Strings and numbers: nothing here can fail to be written.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// Reads such a text; none when it is not one in its one form.
    pub fn read(text: &str) -> Option<Self> {
        let written: Written = serde_json::from_str(text).ok()?;
        let token = |(script, part, text): (String, String, String)| {
            let (script, part) = (meant(&SCRIPTS, &script)?, meant(&PARTS, &part)?);
            Some(Token { text, script, part })
        };
        let names = written
            .names
            .into_iter()
            .map(token)
            .collect::<Option<_>>()?;
        let small = |n: i16| u8::try_from(n).ok();
        let birth = match (written.birth.as_deref(), written.span) {
            (None, false) => None,
            (Some([first, last]), true) => Some(PartialDate::Span(*first, *last)),
            (Some([year]), false) => Some(PartialDate::Year(*year)),
            (Some([year, month]), false) => Some(PartialDate::Month {
                year: *year,
                month: small(*month)?,
            }),
            (Some([year, month, day]), false) => {
                let (month, day) = (small(*month)?, small(*day)?);
                Some(PartialDate::Day {
                    year: *year,
                    month,
                    day,
                })
            }
            _ => return None,
        };
        let read = Self {
            names,
            birth,
            places: written.places,
        };
        (read.write() == text).then_some(read)
    }
}

fn word<T: Copy + PartialEq>(table: &[(T, &str)], one: T) -> String {
    let found = table.iter().find(|(other, _)| *other == one);
    found.map_or_else(String::new, |(_, word)| (*word).to_owned())
}

fn meant<T: Copy>(table: &[(T, &str)], word: &str) -> Option<T> {
    table
        .iter()
        .find(|(_, other)| *other == word)
        .map(|(one, _)| *one)
}
