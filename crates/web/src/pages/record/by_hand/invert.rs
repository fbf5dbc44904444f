//! From a command to what somebody types for it: each kind of field turned round. A part of a
//! command that no field asks for is a fault of the form.

use jiff::tz::TimeZone;
use mediation::{
    ids::EntryRef,
    text::{Change, Text},
    time::Instant,
    view::View,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::super::{
    annexes, articles,
    spec::{CommandForm, Head, Kind, Spec},
};
use crate::when::Certainty;

/// What is typed: the names of controls, and for each what it is to hold.
pub(super) type Typed = Vec<(String, Vec<String>)>;

/// What is typed into a form.
pub(super) struct Filled {
    /// What the command says; each needs its control.
    pub said: Typed,
    /// What the command leaves out; it is cleared or set where the page asks for it.
    pub otherwise: Typed,
    /// What the command says and no field asks for.
    pub unasked: Vec<String>,
}

/// What somebody types who has the command before them.
pub(super) fn typed(form: &CommandForm, map: &Map<String, Value>, view: &View) -> Filled {
    let zone = view.clock().map_or("UTC", |(_, zone)| zone.as_str());
    let typing = Typing {
        map,
        view,
        zone: crate::when::zone(zone),
    };
    let mut filled = typing.head(form);
    let mut told = Vec::new();
    for spec in form.fields {
        if let Some(value) = at(map, spec.name) {
            if !(value.is_object() && matches!(spec.kind, Kind::Way(_))) {
                told.push(spec.name);
            }
            filled.said.extend(typing.field(spec, value));
        }
    }
    let mut leaves = Vec::new();
    for (name, value) in map {
        if !head_or_place(form, name) {
            leaves_of(name, value, &mut leaves);
        }
    }
    let within = |leaf: &str, name: &str| {
        let rest = leaf.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    leaves.retain(|leaf| !told.iter().any(|name| within(leaf, name)));
    filled.unasked = leaves;
    filled
}

fn head_or_place(form: &CommandForm, name: &str) -> bool {
    let own = form.fields.iter().any(|spec| spec.name == name);
    name == "do" || (mediation::submission::HEADER.contains(&name) && !own)
}

fn leaves_of(path: &str, value: &Value, leaves: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                leaves_of(&format!("{path}.{name}"), value, leaves);
            }
        }
        _ => leaves.push(path.to_owned()),
    }
}

/// What stands at a name with dots.
fn at<'a>(map: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let mut names = name.split('.');
    let first = map.get(names.next()?)?;
    names.try_fold(first, |value, name| value.get(name))
}

struct Typing<'a> {
    map: &'a Map<String, Value>,
    view: &'a View,
    zone: TimeZone,
}

impl Typing<'_> {
    /// When, on whose word, under which terms, through which channel.
    fn head(&self, form: &CommandForm) -> Filled {
        let given = |name: &str| self.map.get(name).and_then(Value::as_str);
        let (mut said, mut otherwise) = (Vec::new(), Vec::new());
        if let Some(happened) = given("happened") {
            said.extend(self.moment("happened", happened));
        }
        if let Some(learnt) = given("learnt") {
            said.extend(self.instant("learnt", learnt));
        }
        let usual = if given("source").is_some() {
            "reported"
        } else {
            "witnessed"
        };
        let ticks = [
            ("standing", "witnessed", usual),
            ("terms", "in-confidence", "in-confidence"),
            ("channel", "", ""),
        ];
        for (name, without, usual) in ticks {
            let value = given(name).unwrap_or(usual);
            let one = (name.to_owned(), vec![value.to_owned()]);
            // A form that does not ask means this.
            if value == without || (name == "standing" && form.head == Head::Own) {
                otherwise.push(one);
            } else {
                said.push(one);
            }
        }
        if let Some(source) = given("source") {
            said.push(line("source", source));
        }
        Filled {
            said,
            otherwise,
            unasked: Vec::new(),
        }
    }

    fn field(&self, spec: &Spec, value: &Value) -> Typed {
        let name = spec.name;
        let words = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            other => panic!("{name}: {other}"),
        };
        let all = || -> Vec<String> { value.as_array().unwrap().iter().map(words).collect() };
        match spec.kind {
            Kind::Way(_) if value.is_object() => {
                let ways = value.as_object().unwrap();
                vec![line(name, ways.keys().next().unwrap())]
            }
            Kind::Name(_)
            | Kind::Code
            | Kind::Line
            | Kind::Words
            | Kind::Number
            | Kind::Secret
            | Kind::Digest
            | Kind::Pick(_)
            | Kind::Way(_)
            | Kind::Choose(_)
            | Kind::Turn(_) => {
                vec![line(name, &words(value))]
            }
            Kind::Picks(_) | Kind::Several(_) => vec![(name.to_owned(), all())],
            Kind::Entry => vec![line(name, &self.cited(&words(value)))],
            Kind::Entries => {
                let cited: Vec<String> = all().iter().map(|entry| self.cited(entry)).collect();
                vec![line(name, &cited.join(", "))]
            }
            Kind::Tags => vec![line(name, &all().join(", "))],
            Kind::Lines => vec![line(name, &all().join("\n"))],
            Kind::Instant => self.instant(name, &words(value)),
            Kind::Moment => self.moment(name, &words(value)),
            Kind::Counts => {
                vec![line(name, &rows(value, &["category", "count"], ": "))]
            }
            Kind::Columns(names) => vec![line(name, &rows(value, names, " | "))],
            Kind::Rows => vec![line(name, &table(value))],
            Kind::Answers(_) => {
                let one = |answer: &Value| {
                    let part = |of: &str| {
                        answer.get(of).map(|value| {
                            line(
                                &format!("{name}-{}-{of}", answer["part"]),
                                value.as_str().unwrap(),
                            )
                        })
                    };
                    part("outcome").into_iter().chain(part("words"))
                };
                value.as_array().unwrap().iter().flat_map(one).collect()
            }
            Kind::Text => whole(name, &read(value)),
            Kind::Changes(of) => {
                let of = at(self.map, of).and_then(Value::as_str).unwrap();
                self.changes(name, &of.parse().unwrap(), &read::<Vec<Change>>(value))
            }
        }
    }

    /// An entry by the number that stands beside it on the page.
    fn cited(&self, entry: &str) -> String {
        let entry: EntryRef = entry.parse().unwrap();
        format!("{} {}", self.view.rooms[&entry.room].code(), entry.number)
    }

    fn clock(&self, at: &str) -> (String, String) {
        let at = at.parse::<Instant>().unwrap().timestamp();
        let here = at.to_zoned_datetime(self.zone.clone());
        (
            here.strftime("%Y-%m-%d").to_string(),
            here.strftime("%H:%M").to_string(),
        )
    }

    fn instant(&self, stem: &str, at: &str) -> Typed {
        let (day, time) = self.clock(at);
        vec![
            line(&format!("{stem}-day"), &day),
            line(&format!("{stem}-time"), &time),
        ]
    }

    fn moment(&self, stem: &str, moment: &str) -> Typed {
        let (said, part) = moment.split_once(' ').unwrap_or((moment, ""));
        let (said, mut known) = match (said.strip_prefix("../"), said.strip_suffix("/..")) {
            (Some(end), _) => (end, Certainty::Before),
            (_, Some(start)) => (start, Certainty::After),
            (None, None) => (said, Certainty::Exactly),
        };
        for (mark, loosely) in [('~', Certainty::About), ('?', Certainty::NotCertain)] {
            if said.ends_with(mark) {
                known = loosely;
            }
        }
        let said = said.replace(['~', '?'], "");
        let (day, time) = if said.contains('T') {
            self.clock(&said)
        } else {
            (said, String::new())
        };
        let parts = [
            ("day", day.as_str()),
            ("time", &time),
            ("known", known.value()),
            ("part", part),
        ];
        parts
            .map(|(of, value)| line(&format!("{stem}-{of}"), value))
            .into()
    }

    /// The version written over: what its fields hold once the changes are made.
    fn changes(&self, name: &str, of: &EntryRef, changes: &[Change]) -> Typed {
        let old = &self.view.rooms[&of.room].texts.versions[&of.number].text;
        let new = old.changed(changes).unwrap();
        let mut out = Vec::new();
        for (at, before) in old.articles.iter().enumerate() {
            let Some(after) = new.article(&before.number) else {
                out.push((format!("{name}-struck"), vec![before.number.to_string()]));
                continue;
            };
            let words = after
                .words
                .iter()
                .filter(|(l, w)| before.words.get(l) != Some(w));
            out.extend(words.map(|(lang, w)| line(&format!("{name}-{at}-{lang}"), w.as_str())));
            let heads = after
                .heading
                .iter()
                .filter(|(l, h)| before.heading.get(l) != Some(h));
            out.extend(
                heads.map(|(lang, h)| line(&format!("{name}-{at}-heading-{lang}"), h.as_str())),
            );
        }
        let added = |a: &mediation::text::Article| old.article(&a.number).is_none();
        for lang in &new.languages {
            let mut only = new.clone();
            only.articles.retain(added);
            if !only.articles.is_empty() {
                out.push(line(
                    &format!("{name}-new-{lang}"),
                    &articles::written(&only, lang),
                ));
            }
        }
        let after = new
            .articles
            .iter()
            .skip_while(|a| !added(a))
            .find(|a| !added(a));
        if let Some(after) = after {
            out.push(line(&format!("{name}-before"), after.number.as_str()));
        }
        if old.annexes != new.annexes {
            out.push(line(&format!("{name}-annexes"), &annexes::written(&new)));
        }
        out
    }
}

/// A text in all its languages.
fn whole(name: &str, text: &Text) -> Typed {
    let mut out = Vec::new();
    for lang in &text.languages {
        out.push(line(
            &format!("{name}-title-{lang}"),
            text.title[lang].as_str(),
        ));
        out.push(line(
            &format!("{name}-articles-{lang}"),
            &articles::written(text, lang),
        ));
    }
    if !text.annexes.is_empty() {
        out.push(line(&format!("{name}-annexes"), &annexes::written(text)));
    }
    out
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

fn line(name: &str, value: &str) -> (String, Vec<String>) {
    (name.to_owned(), vec![value.to_owned()])
}

fn cell(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Each on a line, with a mark between what it has.
fn rows(value: &Value, names: &[&str], between: &str) -> String {
    let one = |row: &Value| -> String {
        let cells: Vec<String> = names.iter().map(|name| cell(&row[*name])).collect();
        cells.join(between)
    };
    let all: Vec<String> = value.as_array().unwrap().iter().map(one).collect();
    all.join("\n")
}

/// A table as a spreadsheet writes CSV.
fn table(value: &Value) -> String {
    let rows = value.as_array().unwrap();
    let mut names: Vec<&str> = Vec::new();
    for name in rows.iter().flat_map(|row| row.as_object().unwrap().keys()) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let quoted = |text: String| format!("\"{}\"", text.replace('"', "\"\""));
    let head: Vec<String> = names
        .iter()
        .map(|name| quoted((*name).to_owned()))
        .collect();
    let row = |row: &Value| -> String {
        let cells = names
            .iter()
            .map(|name| row.get(name).map_or_else(String::new, cell));
        cells.map(quoted).collect::<Vec<_>>().join(",")
    };
    let body = rows.iter().map(row);
    std::iter::once(head.join(","))
        .chain(body)
        .collect::<Vec<_>>()
        .join("\n")
}
