//! A document held against the form that it has to have (the JSON Schema of its type, which is made
//! from the same source as the reader): all that does not fit, each with its place and with what can
//! stand there.

use schemars::JsonSchema;
use serde_json::{Map, Value as Schema};

use super::{
    fault::{About, FAULTS_MOST, Fault, Path, plain, shown},
    forms::{Form, Forms},
    kind::Kind,
    near::nearest,
    scalar,
    split::{self, OfList},
    tree::{self, Key, Node, Place, Style, Text, Value},
    typographic,
    value::{self, Why},
};

/// What is wrong with a text that could not be read as a type.
pub enum Found {
    /// It is of another kind.
    Other(Kind, Kind),
    /// It is of another version, said by this key.
    Version(&'static str, String),
    /// There is nothing in it but remarks.
    Nothing,
    /// These places.
    Faults(Vec<Fault>),
}

/// What is wrong with a text that could not be read as a type; no faults where nothing can be found.
pub fn faults<T: JsonSchema>(text: &str) -> Found {
    let schema = schemars::schema_for!(T);
    let root = schema.as_value();
    let asked = Kind::of_schema(root);
    if let Some(asked) = asked
        && text.trim_start().starts_with('<')
    {
        return Found::Other(asked, Kind::Genius);
    }
    let (node, mut faults) = tree::of(text);
    if let Some(node) = &node {
        if let (Some(asked), Some(found)) = (asked, Kind::of_document(node))
            && asked != found
        {
            return Found::Other(asked, found);
        }
        if let Some((mark, version)) = asked.and_then(|asked| version(asked, node)) {
            return Found::Version(mark, version);
        }
        let mut walk = Walk::of(root, text, Looked::All);
        walk.node(node, root);
        faults.extend(walk.faults);
    }
    if node.is_none() && faults.is_empty() {
        return Found::Nothing;
    }
    faults.sort_by_key(|fault| fault.place);
    faults.truncate(FAULTS_MOST);
    Found::Faults(faults)
}

/// A version that is another than 1, with the key that says it.
fn version(asked: Kind, node: &Node) -> Option<(&'static str, String)> {
    let mark = asked
        .mark()
        .filter(|mark| mark.starts_with("good-offices-"))?;
    let said = node.get(mark)?.text()?;
    (said != "1").then(|| (mark, said.to_owned()))
}

/// Numbers of a text that was read as a type, but that can be read in two ways.
pub fn misread<T: JsonSchema>(text: &str) -> Vec<Fault> {
    // Most texts have no such thing anywhere, not even in their words.
    let breaks =
        |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}' | '"' | '\'');
    // A number may follow the colon of a quoted key without a space; 07:00 is a time of day.
    let bare = |piece: &str| match piece.split_once(':') {
        Some(("", number)) => scalar::may_be_misread(number),
        Some(_) | None => scalar::may_be_misread(piece),
    };
    // What stands in for what cannot be read is a text of this character, and no file may say it.
    let noughts = ["\0", "\\0", "\\x00", "\\u0000", "\\U00000000"];
    let has_nought = noughts.iter().any(|nought| text.contains(nought));
    if !has_nought && !text.split(breaks).any(bare) {
        return Vec::new();
    }
    let schema = schemars::schema_for!(T);
    let (Some(node), of_tree) = tree::of(text) else {
        return Vec::new();
    };
    if has_nought && !of_tree.is_empty() {
        return of_tree;
    }
    let root = schema.as_value();
    let mut walk = Walk::of(root, text, Looked::Misread);
    walk.node(&node, root);
    walk.faults
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looked {
    /// All faults.
    All,
    /// Numbers that can be read in two ways.
    Misread,
}

struct Walk<'s> {
    forms: Forms<'s>,
    lines: Vec<&'s str>,
    looked: Looked,
    path: Path,
    faults: Vec<Fault>,
}

impl<'s> Walk<'s> {
    fn of(root: &'s Schema, text: &'s str, looked: Looked) -> Self {
        Self {
            forms: Forms::of(root),
            lines: text.lines().collect(),
            looked,
            path: Path::default(),
            faults: Vec::new(),
        }
    }

    fn node(&mut self, node: &Node, schema: &'s Schema) {
        if self.is_enough() {
            return;
        }
        let forms = self.forms.all(schema);
        match &node.value {
            Value::Nothing if forms.iter().any(|form| matches!(form, Form::Nothing)) => {}
            Value::Nothing => {
                let can = self.forms.words(schema);
                self.wrong(node.place, format!("nothing is written here. {can}"));
            }
            Value::Text(text) => self.text(node.place, text, &forms, schema),
            Value::List(items) => {
                let of = forms.iter().find_map(Form::of_items);
                match of {
                    Some(of) => self.items(items, of),
                    None => self.misplaced(node.place, "a list stands here", schema),
                }
            }
            Value::Map(entries) => self.map(node, entries, &forms, schema),
        }
    }

    const fn is_enough(&self) -> bool {
        self.faults.len() >= FAULTS_MOST
    }

    fn items(&mut self, items: &[Node], of: &'s Schema) {
        let numbers = self.forms.all(of).iter().any(Form::is_a_number);
        for (at, item) in items.iter().enumerate() {
            if self.is_enough() {
                return;
            }
            self.path.enter_item(at + 1);
            match split::piece_of_list(items, at).filter(|_| numbers) {
                Some(OfList::First(written)) => {
                    let meant = scalar::number_of_pieces(&written);
                    self.found(item.place, &format!("a comma between brackets ends an entry, so {written} is not read as one number. Write {meant}."));
                }
                Some(OfList::Later) => {}
                None => self.node(item, of),
            }
            self.path.leave();
        }
    }

    fn map(
        &mut self,
        node: &Node,
        entries: &[(Key, Node)],
        forms: &[Form<'s>],
        schema: &'s Schema,
    ) {
        for form in forms {
            if let Form::Keyed(of) = form {
                return self.keyed(entries, of);
            }
            if let Form::Thing(properties, required) = form {
                return self.thing(node, entries, properties, required);
            }
        }
        let dash = entries
            .iter()
            .find_map(|(key, _)| typographic::of_entry(&key.says));
        match dash.filter(|_| forms.iter().any(|form| form.of_items().is_some())) {
            Some(dash) => self.wrong(node.place, dash),
            None => self.misplaced(node.place, "keys with values stand here", schema),
        }
    }

    /// Keys of the writer's own, each with something of one form.
    fn keyed(&mut self, entries: &[(Key, Node)], of: &'s Schema) {
        for (at, (key, node)) in entries.iter().enumerate() {
            if self.is_enough() {
                return;
            }
            if self.split_number(entries, at) || self.no_colon(key, node, of) {
                continue;
            }
            self.path.enter(&key.says);
            self.node(node, of);
            self.path.leave();
        }
    }

    /// Whether an entry is a piece of a number that commas have split, which is told once.
    fn split_number(&mut self, entries: &[(Key, Node)], at: usize) -> bool {
        if !split::is_piece(entries, at) {
            return false;
        }
        if let (Some(written), Some((key, _))) = (split::first_piece(entries, at), entries.get(at))
        {
            let meant = scalar::number_of_pieces(&written);
            self.wrong(
                key.place,
                format!("a comma between braces ends an entry, so {written} is not read as one number. Write {meant}."),
            );
        }
        true
    }

    /// Whether an entry has no colon between its key and its value, which is told.
    fn no_colon(&mut self, key: &Key, node: &Node, of: &'s Schema) -> bool {
        if !matches!(node.value, Value::Nothing) || self.has_colon(key) {
            return false;
        }
        let forms = self.forms.all(of);
        let stands = |value: &str| {
            let text = Text {
                says: value.trim().to_owned(),
                style: Style::Plain,
            };
            let is_words = |form: &Form| matches!(form, Form::Words);
            !forms.iter().any(is_words) && !value.trim().is_empty() && value::stands(&forms, &text)
        };
        let split = key.says.rsplit_once(' ').filter(|(_, value)| stands(value));
        let tight = key.says.rsplit_once(':').filter(|(_, value)| stands(value));
        let what = match (split, tight) {
            (Some((name, value)), _) => lacks_colon(name.trim(), value),
            (None, Some((name, value))) => lacks_space(name, value),
            (None, None) => return false,
        };
        self.wrong(key.place, what);
        true
    }

    /// Whether a colon is written after a key, or it stands between quotation marks, and so ends where it should.
    fn has_colon(&self, key: &Key) -> bool {
        let line = key.place.line.checked_sub(1);
        let line = line.and_then(|at| self.lines.get(at).copied());
        let mut rest = line
            .unwrap_or_default()
            .chars()
            .skip(key.place.column.saturating_sub(1));
        let written = rest.by_ref().take(key.says.chars().count());
        let is_plain = written.eq(key.says.chars());
        !is_plain || rest.find(|c| !c.is_whitespace()) == Some(':')
    }

    /// Keys that are known, each with its own form.
    fn thing(
        &mut self,
        node: &Node,
        entries: &[(Key, Node)],
        properties: &'s Map<String, Schema>,
        required: &[&'s str],
    ) {
        let free: Vec<&str> = properties
            .keys()
            .map(String::as_str)
            .filter(|known| node.get(known).is_none())
            .collect();
        let mut meant: Vec<&str> = Vec::new();
        for (at, (key, value)) in entries.iter().enumerate() {
            if self.is_enough() {
                return;
            }
            if let Some(of) = properties.get(&key.says) {
                self.path.enter(&key.says);
                self.node(value, of);
                self.path.leave();
                continue;
            }
            if self.split_number(entries, at) {
                continue;
            }
            if let Some((known, what)) = run_on(key, value, &free) {
                meant.push(known);
                self.wrong_about(About::Key, key.place, what);
                continue;
            }
            let near = nearest(&key.says, free.iter().copied());
            meant.extend(near);
            let what = self.unknown(key, near, properties);
            self.wrong_about(About::Key, key.place, what);
        }
        for key in required {
            if node.get(key).is_none() && !meant.contains(key) {
                let of = properties.get(*key);
                let said = of.and_then(|of| self.forms.said(of)).unwrap_or_default();
                let example = of.and_then(|of| self.forms.example(of));
                let example = example.map_or_else(String::new, |said| {
                    format!(" Write, for example, `{key}: {said}`.")
                });
                self.wrong_about(
                    About::LeftOut,
                    node.place,
                    format!("`{key}` is missing here: {said}{example}"),
                );
            }
        }
    }

    fn unknown(&self, key: &Key, near: Option<&str>, properties: &Map<String, Schema>) -> String {
        if let Some(what) = typographic::of_entry(&key.says) {
            return what;
        }
        let said = shown(&key.says);
        if let Some(near) = near {
            let marks = typographic::quoted(&key.says).map_or(
                "",
                |_| " Its quotation marks are those of a word processor: leave them out.",
            );
            return format!("there is no key {said} here. Probably `{near}` is meant.{marks}");
        }
        let places = self.forms.places_of(&key.says);
        if !places.is_empty() {
            return format!(
                "the key {said} does not belong here. It stands under {}; look at how the line is indented.",
                places.join(" or under ")
            );
        }
        let all: Vec<&str> = properties.keys().map(String::as_str).collect();
        format!(
            "there is no key {said} here. The keys are: {}.",
            all.join(", ")
        )
    }

    fn text(&mut self, place: Place, text: &Text, forms: &[Form<'s>], schema: &'s Schema) {
        let passed_over = match self.looked {
            Looked::All => false,
            Looked::Misread => !value::may_be_misread(forms, text),
        };
        if passed_over || value::stands(forms, text) {
            return;
        }
        let dash = typographic::of_entry(&text.says);
        if let Some(dash) = dash.filter(|_| forms.iter().any(|form| form.of_items().is_some())) {
            return self.wrong(place, dash);
        }
        let why = value::why_not(forms, text);
        let can = self.forms.words(schema);
        let said = shown(&text.says);
        match why {
            Some(Why::Form(why)) => self.found(place, &format!("{said} {why} {can}")),
            Some(Why::Value(why)) => self.found(place, &format!("{said} {why}")),
            None => self.misplaced(place, &format!("{said} stands here"), schema),
        }
    }

    fn misplaced(&mut self, place: Place, there: &str, schema: &'s Schema) {
        let can = self.forms.words(schema);
        self.wrong(
            place,
            format!("{there}, and something else is needed. {can}"),
        );
    }

    fn wrong(&mut self, place: Place, what: impl AsRef<str>) {
        self.wrong_about(About::Written, place, what);
    }

    fn wrong_about(&mut self, about: About, place: Place, what: impl AsRef<str>) {
        if self.looked == Looked::All {
            self.found_about(about, place, what.as_ref());
        }
    }

    fn found(&mut self, place: Place, what: &str) {
        self.found_about(About::Written, place, what);
    }

    fn found_about(&mut self, about: About, place: Place, what: &str) {
        if self.is_enough() {
            return;
        }
        let what = what.trim_end().to_owned();
        let fault = Fault::new(place, self.path.clone(), what);
        self.faults.push(fault.about(about));
    }
}

fn lacks_colon(name: &str, value: &str) -> String {
    let (name, value) = (plain(name), plain(value.trim()));
    format!("a colon is missing between “{name}” and “{value}”. Write `{name}: {value}`.")
}

fn lacks_space(name: &str, value: &str) -> String {
    let (name, value) = (plain(name), plain(value.trim()));
    format!("a space is missing after the colon behind “{name}”. Write `{name}: {value}`.")
}

/// A known key that runs on into its value, since a colon between them is missing or has no space after it.
fn run_on<'s>(key: &Key, node: &Node, free: &[&'s str]) -> Option<(&'s str, String)> {
    if !matches!(node.value, Value::Nothing) {
        return None;
    }
    let known = |name: &str| free.iter().copied().find(|known| *known == name);
    let split = key
        .says
        .split_once(' ')
        .map(|(name, value)| (name.trim_end_matches(':'), value));
    if let Some((name, value)) = split
        && let Some(known) = known(name)
    {
        return Some((known, lacks_colon(name, value)));
    }
    let (name, value) = key.says.split_once(':')?;
    Some((known(name)?, lacks_space(name, value)))
}
