//! A document whose form has faults, as far as it can be read all the same: what cannot be read is left
//! out, or something stands in for it, so that the rest can be held against what it means.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::{
    fault::FAULTS_MOST,
    forms::{Form, Forms},
    near::nearest,
    split,
    tree::{self, Key, Node, Text, Value},
    value::accepts,
};

/// Stands in for words that have to be there and are not.
pub(crate) const STAND_IN: &str = "\0";

/// How deeply things stand in what stands in for another.
const DEEP: usize = 16;

/// What can be read of a text of which so many faults were found, and its parts as they were written,
/// under the keys that were most likely meant; nothing where the text cannot be taken apart, or where it
/// is another than was meant.
pub(crate) fn mended<T: DeserializeOwned + JsonSchema>(
    text: &str,
    faults: usize,
) -> Option<(T, Node)> {
    if faults >= FAULTS_MOST {
        return None;
    }
    let (mut root, _) = tree::of(text);
    let schema = schemars::schema_for!(T);
    let mend = Mend {
        forms: Forms::of(schema.as_value()),
    };
    let json = mend.read(root.as_mut()?, schema.as_value())?;
    Some((serde_json::from_value(json).ok()?, root?))
}

struct Mend<'s> {
    forms: Forms<'s>,
}

impl<'s> Mend<'s> {
    /// A part of a document as its form has it; nothing where it is not of that form at all.
    fn read(&self, node: &mut Node, schema: &'s Json) -> Option<Json> {
        let forms = self.forms.all(schema);
        match &mut node.value {
            Value::Nothing => {
                let may_be_left_out = forms.iter().any(|form| matches!(form, Form::Nothing));
                may_be_left_out.then_some(Json::Null)
            }
            Value::Text(text) => one(text, &forms),
            Value::List(items) => {
                let of = forms.iter().find_map(Form::of_items)?;
                let items = items.iter_mut().map(|item| self.read_or_stand_in(item, of));
                items.collect::<Option<Vec<Json>>>().map(Json::Array)
            }
            Value::Map(entries) => forms.iter().find_map(|form| match form {
                Form::Keyed(of) => self.keyed(entries, of).map(Json::Object),
                Form::Thing(properties, required) => {
                    self.thing(entries, properties, required).map(Json::Object)
                }
                Form::Nothing
                | Form::Words
                | Form::Day
                | Form::Time
                | Form::Number
                | Form::Range
                | Form::Whole { .. }
                | Form::YesOrNo
                | Form::OneOf(_)
                | Form::List(_) => None,
            }),
        }
    }

    /// What is counted keeps its number: something stands in for what cannot be read.
    fn read_or_stand_in(&self, node: &mut Node, schema: &'s Json) -> Option<Json> {
        let read = self.read(node, schema);
        read.or_else(|| self.stand_in(schema, DEEP))
    }

    fn keyed(&self, entries: &mut [(Key, Node)], of: &'s Json) -> Option<Map<String, Json>> {
        let pieces = pieces(entries);
        let mut made = Map::new();
        for ((key, node), piece) in entries.iter_mut().zip(pieces) {
            if piece == Piece::After || made.contains_key(&key.says) {
                continue;
            }
            let read = match piece {
                Piece::Before => self.stand_in(of, DEEP),
                Piece::Whole | Piece::After => self.read_or_stand_in(node, of),
            };
            made.insert(key.says.clone(), read?);
        }
        Some(made)
    }

    fn thing(
        &self,
        entries: &mut [(Key, Node)],
        properties: &'s Map<String, Json>,
        required: &[&'s str],
    ) -> Option<Map<String, Json>> {
        rename(entries, properties);
        let pieces = pieces(entries);
        let mut made = Map::new();
        for ((key, node), piece) in entries.iter_mut().zip(pieces) {
            let Some(of) = properties.get(&key.says) else {
                continue;
            };
            if piece != Piece::Whole || made.contains_key(&key.says) {
                continue;
            }
            let read = self.read(node, of);
            made.extend(read.map(|read| (key.says.clone(), read)));
        }
        for key in required {
            if !made.contains_key(*key) {
                let of = properties.get(*key)?;
                made.insert((*key).to_owned(), self.stand_in(of, DEEP)?);
            }
        }
        Some(made)
    }

    fn stand_in(&self, schema: &'s Json, deep: usize) -> Option<Json> {
        let deep = deep.checked_sub(1)?;
        let forms = self.forms.all(schema);
        Some(match forms.first()? {
            Form::Nothing => Json::Null,
            Form::Words | Form::Day | Form::Time => Json::from(STAND_IN),
            Form::Number | Form::Range => Json::from("0"),
            Form::Whole { least } => Json::from((*least).max(1)),
            Form::YesOrNo => Json::Bool(false),
            Form::OneOf(words) => Json::from(*words.first()?),
            Form::List(_) => Json::Array(Vec::new()),
            Form::Keyed(_) => Json::Object(Map::new()),
            Form::Thing(properties, required) => {
                let each = required.iter().map(|key| {
                    let of = properties.get(*key)?;
                    Some(((*key).to_owned(), self.stand_in(of, deep)?))
                });
                Json::Object(each.collect::<Option<Map<String, Json>>>()?)
            }
        })
    }
}

/// What an entry is of a number that a comma between braces has split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// No piece of any: all of it stands there.
    Whole,
    /// What stands before the comma, under its key. It is no number that anybody wrote.
    Before,
    /// What stands after it.
    After,
}

fn pieces(entries: &[(Key, Node)]) -> Vec<Piece> {
    let is_after = |at: usize| split::is_piece(entries, at);
    let each = (0..entries.len()).map(|at| match (is_after(at), is_after(at + 1)) {
        (true, _) => Piece::After,
        (false, true) => Piece::Before,
        (false, false) => Piece::Whole,
    });
    each.collect()
}

/// Keys that are not known, as those that were most likely meant.
fn rename(entries: &mut [(Key, Node)], properties: &Map<String, Json>) {
    let mut free: Vec<&str> = properties
        .keys()
        .map(String::as_str)
        .filter(|known| entries.iter().all(|(key, _)| key.says != *known))
        .collect();
    for (key, _) in entries {
        if properties.contains_key(&key.says) {
            continue;
        }
        if let Some(near) = nearest(&key.says, free.iter().copied()) {
            near.clone_into(&mut key.says);
            free.retain(|known| *known != near);
        }
    }
}

/// One value; as words wherever it can be, since numbers are read from words too.
fn one(text: &Text, forms: &[Form<'_>]) -> Option<Json> {
    let mut taken = forms.iter().filter(|form| accepts(form, text));
    let first = taken.next()?;
    let form = taken
        .find(|form| !matches!(form, Form::Whole { .. }))
        .filter(|_| matches!(first, Form::Whole { .. }))
        .unwrap_or(first);
    Some(match form {
        Form::Whole { .. } => Json::from(text.says.parse::<i64>().ok()?),
        Form::YesOrNo => Json::Bool(text.says == "true"),
        Form::Words
        | Form::Day
        | Form::Time
        | Form::Number
        | Form::Range
        | Form::OneOf(_)
        | Form::Nothing
        | Form::List(_)
        | Form::Keyed(_)
        | Form::Thing(..) => Json::from(text.says.as_str()),
    })
}
