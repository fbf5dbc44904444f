//! From what a form sent to a submission's map, as a case file writes one. Each value is given to
//! the domain's own type for a look, so that what is wrong can be said beside its field; whether
//! the command is taken is for `Submission::from_map` and `decide`.

use mediation::{
    NotTaken,
    concerns::acceptances::DigestNamed,
    ids::ParticipantId,
    words::{Title, Wording},
};
use serde_json::{Map, Value, json};

use super::{
    Place, answers, dates, rows,
    spec::{CommandForm, Kind, Need, Spec},
    texts,
};
use crate::{
    Sent,
    html::Fault,
    i18n::{FluentValue, Key},
};

/// What is the matter with a field: the id of its control where that is not its name, and what.
#[derive(Default)]
pub(crate) struct Wrong {
    /// What stands behind the field's name in the id of the control.
    pub within: String,
    /// What is wrong.
    pub said: String,
    /// What is wrong with another control of the same field.
    pub also: Option<Box<Wrong>>,
}

impl Wrong {
    /// A fault for each control.
    pub fn faults(self, place: &Place<'_>, spec: &Spec) -> Vec<Fault> {
        let own = Fault {
            field: format!("{}{}", spec.name, self.within),
            label: place.words().t(spec.label),
            wrong: self.said,
        };
        let also = self.also.map(|also| also.faults(place, spec));
        std::iter::once(own)
            .chain(also.unwrap_or_default())
            .collect()
    }
}

type Taken = Result<Option<Value>, Wrong>;

/// The fields of a command as a map, or the faults of the form.
pub(crate) fn fields(
    place: &Place<'_>,
    form: &CommandForm,
    sent: &Sent,
) -> Result<Map<String, Value>, Vec<Fault>> {
    let mut map = Map::new();
    let mut faults = Vec::new();
    for spec in form.fields.iter().filter(|spec| asked(spec, sent)) {
        let fault = match take(place, spec, sent) {
            Ok(Some(value)) => {
                put(&mut map, spec.name, value);
                continue;
            }
            Ok(None) if spec.need == Need::Optional => continue,
            Ok(None) => Wrong {
                within: missing_within(spec.kind).to_owned(),
                said: place.words().t(missing(spec.kind)),
                also: None,
            },
            Err(wrong) => wrong,
        };
        faults.extend(fault.faults(place, spec));
    }
    if faults.is_empty() {
        Ok(map)
    } else {
        Err(faults)
    }
}

/// Whether a field is asked for, by what another one says.
pub(crate) fn asked(spec: &Spec, sent: &Sent) -> bool {
    spec.when
        .is_none_or(|(field, value)| sent.get(field) == value)
}

fn missing(kind: Kind) -> Key {
    match kind {
        Kind::Pick(_) | Kind::Way(_) | Kind::Choose(_) | Kind::Turn(_) => Key("fault-choose"),
        Kind::Picks(_) | Kind::Several(_) => Key("fault-choose-some"),
        Kind::Answers(_) => Key("fault-answers"),
        Kind::Changes(_) => Key("fault-changes"),
        _ => Key("fault-missing"),
    }
}

fn missing_within(kind: Kind) -> &'static str {
    match kind {
        Kind::Instant | Kind::Moment => "-day",
        _ => "",
    }
}

fn take(place: &Place<'_>, spec: &Spec, sent: &Sent) -> Taken {
    let typed = sent.get(spec.name);
    let line = typed.trim();
    let plain = |value: Value| Ok((!line.is_empty()).then_some(value));
    match spec.kind {
        Kind::Line | Kind::Secret => checked(place, line, |s| Title::new(s).map(|_| ())),
        Kind::Words => checked(place, typed, |s| Wording::new(s).map(|_| ())),
        Kind::Name(from) => {
            let name = if line.is_empty() {
                slug(sent.get(from))
            } else {
                line.to_owned()
            };
            if name.is_empty() && !sent.get(from).trim().is_empty() {
                return wrong(place, Key("fault-name-latin"));
            }
            checked(place, &name, |s| ParticipantId::new(s).map(|_| ()))
        }
        Kind::Code => Ok(plain_or(line.to_ascii_uppercase(), || code(place, sent))),
        Kind::Number => number(place, line),
        Kind::Digest | Kind::Entry if line.is_empty() => Ok(None),
        Kind::Digest => match DigestNamed::try_from(line.to_owned()) {
            Ok(_) => Ok(Some(json!(line))),
            Err(_) => wrong(place, Key("fault-digest")),
        },
        // Without parts the whole demand is one.
        Kind::Way(_) if line == "demand" => plain(json!({ "demand": [] })),
        Kind::Pick(_) | Kind::Way(_) | Kind::Choose(_) | Kind::Turn(_) => plain(json!(line)),
        Kind::Picks(_) | Kind::Several(_) => {
            let all: Vec<&str> = sent.all(spec.name).filter(|v| !v.is_empty()).collect();
            Ok((!all.is_empty()).then(|| json!(all)))
        }
        Kind::Entry => entry(place, line).map(|e| Some(json!(e))),
        Kind::Entries => {
            let all = line
                .split([',', '،'])
                .filter(|one| !one.trim().is_empty())
                .map(|one| entry(place, one.trim()))
                .collect::<Result<Vec<_>, _>>()?;
            Ok((!all.is_empty()).then(|| json!(all)))
        }
        Kind::Tags => Ok(some(rows::tags(typed))),
        Kind::Lines => Ok(some(rows::lines(typed))),
        Kind::Counts => rows::counts(typed)
            .or_else(|bad| bad_line(place, Key("fault-counts"), bad))
            .map(some),
        Kind::Columns(names) => rows::columns(typed, names)
            .or_else(|bad| bad_line(place, Key("fault-columns"), bad))
            .map(some),
        Kind::Rows => rows::table(typed)
            .or_else(|bad| bad_line(place, Key("fault-rows"), bad))
            .map(some),
        Kind::Instant => date(
            place,
            dates::instant(&sent.date(spec.name), &place.desk.visit.calendar),
        ),
        Kind::Moment => date(
            place,
            dates::moment(&sent.date(spec.name), &place.desk.visit.calendar),
        ),
        Kind::Answers(demand) => answers::answers(place, spec, sent, demand),
        Kind::Text => texts::whole(place, spec, sent),
        Kind::Changes(version) => texts::changes(place, spec, sent, version),
    }
}

/// Puts a value where its name leads. A word that has more to say becomes the name of that.
pub(crate) fn put(map: &mut Map<String, Value>, name: &str, value: Value) {
    let Some((first, rest)) = name.split_once('.') else {
        map.insert(name.to_owned(), value);
        return;
    };
    let within = map.entry(first).or_insert_with(|| json!({}));
    if !within.is_object() {
        *within = json!({});
    }
    if let Value::Object(within) = within {
        put(within, rest, value);
    }
}

fn some(all: Vec<Value>) -> Option<Value> {
    (!all.is_empty()).then_some(Value::Array(all))
}

fn plain_or(typed: String, otherwise: impl FnOnce() -> Option<String>) -> Option<Value> {
    let value = if typed.is_empty() {
        otherwise()
    } else {
        Some(typed)
    };
    value.map(Value::String)
}

pub(crate) fn wrong<T>(place: &Place<'_>, why: Key) -> Result<T, Wrong> {
    Err(Wrong {
        within: String::new(),
        said: place.words().t(why),
        ..Wrong::default()
    })
}

fn bad_line<T>(place: &Place<'_>, why: Key, bad: rows::BadLine) -> Result<T, Wrong> {
    Err(Wrong {
        within: String::new(),
        said: place.words().t_args(why, &[("line", bad.0.into())]),
        ..Wrong::default()
    })
}

/// A text that the domain's own type takes; nothing where nothing was typed.
pub(crate) fn checked(
    place: &Place<'_>,
    text: &str,
    check: impl Fn(&str) -> Result<(), NotTaken>,
) -> Taken {
    match check(text) {
        _ if text.trim().is_empty() => Ok(None),
        Ok(()) => Ok(Some(json!(text))),
        Err(not) => Err(Wrong {
            within: String::new(),
            said: not_taken(place, &not),
            ..Wrong::default()
        }),
    }
}

fn not_taken(place: &Place<'_>, not: &NotTaken) -> String {
    let (key, args): (Key, Vec<(&'static str, FluentValue<'_>)>) = match not {
        NotTaken::Empty => (Key("fault-missing"), vec![]),
        NotTaken::TooLong { most } => (Key("fault-too-long"), vec![("most", (*most).into())]),
        NotTaken::Control { code } => (
            Key("fault-control"),
            vec![("code", format!("U+{code:04X}").into())],
        ),
        NotTaken::NotAName => (Key("fault-name"), vec![]),
        NotTaken::Form(form) => return (*form).to_owned(),
    };
    place.words().t_args(key, &args)
}

fn number(place: &Place<'_>, typed: &str) -> Taken {
    if typed.is_empty() {
        return Ok(None);
    }
    let digits: String = dates::western(typed)
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
        .collect();
    match digits.parse::<i64>() {
        Ok(n) => Ok(Some(json!(n))),
        Err(_) => wrong(place, Key("fault-number")),
    }
}

fn entry(place: &Place<'_>, typed: &str) -> Result<String, Wrong> {
    match place.typed_entry(typed) {
        Some(entry) => Ok(entry.to_string()),
        None => wrong(place, Key("fault-entry")),
    }
}

pub(crate) fn date(
    place: &Place<'_>,
    read: Result<Option<String>, Vec<dates::DateFault>>,
) -> Taken {
    let wrong = |fault: dates::DateFault, also: Option<Box<Wrong>>| Wrong {
        within: format!("-{}", fault.part),
        said: place
            .words()
            .t_args(fault.why, &[("value", fault.typed.into())]),
        also,
    };
    let chained = |faults: Vec<dates::DateFault>| {
        faults
            .into_iter()
            .rev()
            .fold(None, |also, fault| Some(Box::new(wrong(fault, also))))
    };
    read.map(|date| date.map(Value::String))
        .map_err(|faults| chained(faults).map_or_else(Wrong::default, |first| *first))
}

/// A short name made of a long one: `The political office` as `political-office`.
fn slug(name: &str) -> String {
    const MOST: usize = 40;
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "the" | "a" | "an" | "of" | "for" | "with"))
        .collect();
    let joined = words.join("-");
    let name: String = joined
        .trim_start_matches(|c: char| !c.is_ascii_lowercase())
        .chars()
        .take(MOST)
        .collect();
    name.trim_end_matches('-').to_owned()
}

/// A code that no room has yet, from the names of those who will sit in it.
fn code(place: &Place<'_>, sent: &Sent) -> Option<String> {
    let members: Vec<&str> = sent.all("members").collect();
    let letters: String = match members.as_slice() {
        [one] => (*one).to_ascii_uppercase(),
        _ => "PLENARY".to_owned(),
    };
    let letters: Vec<char> = letters.chars().filter(char::is_ascii_uppercase).collect();
    let free = |code: &String| {
        *code != mediation::concerns::DESK_CODE
            && place.desk.view.rooms.values().all(|r| r.code() != code)
    };
    (1..=3)
        .map(|n| letters.iter().take(n).collect::<String>())
        .chain(letters.iter().map(ToString::to_string))
        .find(free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_made_of_a_long_one() {
        assert_eq!(slug("The political office"), "political-office");
        assert_eq!(slug("United States"), "united-states");
        assert_eq!(slug("حماس"), "");
        assert_eq!(slug("3 letters, signed"), "letters-signed");
    }

    #[test]
    fn a_word_that_has_more_to_say_becomes_its_name() {
        let mut map = Map::new();
        put(&mut map, "as", json!("answer"));
        put(&mut map, "as.answer.demand", json!("israel/4"));
        put(&mut map, "offer.finality", json!("final"));
        assert_eq!(
            Value::Object(map),
            json!({ "as": { "answer": { "demand": "israel/4" } }, "offer": { "finality": "final" } })
        );
    }
}
