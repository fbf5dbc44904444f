//! A document as it was written, each part with its place: what faults are found in. It is made only
//! where a document could not be read, or where a fault in what it means has to be placed; what is
//! read is read from the text.

use std::fmt;

use granit_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::{
    fault::{FAULTS_MOST, Fault, Path, shown},
    split, syntax,
};

/// The most parts of a document that are gone through.
const NODES_MOST: usize = 4_000_000;

/// A place in a file, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A part of a document.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it begins.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// What a part of a document is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing is written.
    Nothing,
    /// One value.
    Text(Text),
    /// A list.
    List(Vec<Node>),
    /// Keys with what belongs to each, in their order; a key may stand in it twice.
    Map(Vec<(Key, Node)>),
}

/// One value.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it says.
    pub says: String,
    /// How it is written.
    pub style: Style,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// Between quotation marks, or as a block of text.
    Quoted,
}

/// A key.
#[derive(Clone, Debug)]
pub struct Key {
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub says: String,
}

impl Node {
    /// What belongs to a key of it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|(_, node)| node)
    }

    /// A key of it, and what belongs to that.
    pub fn entry(&self, key: &str) -> Option<(&Key, &Self)> {
        let found = self.entries().iter().find(|(found, _)| found.says == key);
        found.map(|(key, node)| (key, node))
    }

    /// Its keys; none where it has none.
    pub fn entries(&self) -> &[(Key, Self)] {
        match &self.value {
            Value::Map(entries) => entries,
            Value::Nothing | Value::Text(_) | Value::List(_) => &[],
        }
    }

    /// Its entries; none where it is no list.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Nothing | Value::Text(_) | Value::Map(_) => &[],
        }
    }

    /// What it says, where it is one value.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(&text.says),
            Value::Nothing | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The places in it at which just this is written, as a key or as a value, as far as so many.
    pub fn places_of(&self, says: &str, most: usize) -> Vec<Place> {
        let mut found = Vec::new();
        self.find(says, most, &mut found);
        found
    }

    fn find(&self, says: &str, most: usize, found: &mut Vec<Place>) {
        if self.text() == Some(says) {
            found.push(self.place);
        }
        for item in self.items() {
            item.find(says, most, found);
        }
        for (key, node) in self.entries() {
            if key.says == says {
                found.push(key.place);
            }
            node.find(says, most, found);
        }
        found.truncate(most);
    }
}

/// The document of a text, where it can be taken apart at all; and what in it is no part of a plain
/// document: keys that stand twice, tags, references.
pub fn of(text: &str) -> (Option<Node>, Vec<Fault>) {
    let mut builder = Builder {
        text,
        parser: Parser::new_from_str(text),
        path: Path::default(),
        faults: Vec::new(),
        nodes: 0,
    };
    let root = builder.document();
    (root, builder.faults)
}

struct Builder<'t> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    path: Path,
    faults: Vec<Fault>,
    nodes: usize,
}

type Met<'t> = (Event<'t>, Place);

impl<'t> Builder<'t> {
    fn document(&mut self) -> Option<Node> {
        let mut root = None;
        loop {
            let (event, place) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => return root,
                _ if root.is_some() => {
                    self.fault(
                        place,
                        "a second document begins here, after a line `---`. Only one is read: take that line out, or put the rest into a file of its own.",
                    );
                    return root;
                }
                event => root = Some(self.node((event, place))?),
            }
        }
    }

    /// What comes next; nothing where the text cannot be taken apart further, which is told.
    fn next(&mut self) -> Option<Met<'t>> {
        loop {
            match self.parser.next_event()? {
                Ok((Event::Comment(..), _)) => {}
                Ok((event, span)) => return Some((event, place(span))),
                Err(error) => {
                    let found = Place {
                        line: error.marker().line(),
                        column: error.marker().col() + 1,
                    };
                    let path = self.path.clone();
                    self.faults
                        .push(syntax::fault(&error, found, path, self.text));
                    return None;
                }
            }
        }
    }

    fn node(&mut self, (event, place): Met<'t>) -> Option<Node> {
        self.nodes += 1;
        if self.nodes > NODES_MOST {
            self.fault(
                place,
                "the file has more than 4,000,000 parts. Check that it is the file you meant.",
            );
            return None;
        }
        let (anchor, tag) = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => (*anchor, tag.is_some()),
            _ => (0, false),
        };
        if tag {
            self.fault(place, "a word that begins with ! is a tag, and none is read here. Put what begins with ! into quotation marks, or take the ! out.");
        }
        if anchor > 0 {
            self.fault(place, "a word that begins with & is an anchor, and none is read here. Put it into quotation marks, or write out what is meant wherever it is meant.");
        }
        let value = match event {
            Event::Scalar(says, style, ..) => {
                if says.contains('\0') {
                    self.fault(place, "the character of number 0 stands in this text. It says nothing and cannot be shown: take it out.");
                }
                scalar(&says, style)
            }
            Event::SequenceStart(..) => self.list()?,
            Event::MappingStart(..) => self.map()?,
            Event::Alias(_) => {
                self.fault(place, "a word that begins with * is a reference, and none is read here. Put it into quotation marks, or write out what is meant.");
                Value::Nothing
            }
            _ => Value::Nothing,
        };
        Some(Node { place, value })
    }

    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Some(Value::List(items)),
                met => {
                    self.path.enter_item(items.len() + 1);
                    items.push(self.node(met)?);
                    self.path.leave();
                }
            }
        }
    }

    fn map(&mut self) -> Option<Value> {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        // Keys that are no words say nothing, and so not the same.
        let mut odd = std::collections::BTreeSet::new();
        loop {
            let (event, place) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                self.twice(&entries, &odd);
                return Some(Value::Map(entries));
            }
            let key = self.node((event, place))?;
            let says = key.text().map(str::to_owned);
            let says = says.unwrap_or_default();
            if matches!(key.value, Value::List(_) | Value::Map(_)) {
                odd.insert(entries.len());
                self.fault(place, "a list or a block of keys stands where one word has to be, before a colon. Where a brace or a bracket is meant as text, put the text into quotation marks.");
            }
            self.path.enter(&says);
            let met = self.next()?;
            let node = self.node(met)?;
            self.path.leave();
            entries.push((Key { place, says }, node));
        }
    }

    /// Keys that stand twice.
    fn twice(&mut self, entries: &[(Key, Node)], odd: &std::collections::BTreeSet<usize>) {
        let mut seen = std::collections::BTreeMap::new();
        for (at, (key, _)) in entries.iter().enumerate() {
            // The pieces of a number are told as that.
            if odd.contains(&at) || split::is_piece(entries, at) {
                continue;
            }
            if let Some(first) = seen.get(key.says.as_str()) {
                let said = shown(&key.says);
                let (said, first): (String, Place) = (said, *first);
                self.fault(key.place, &format!("the key {said} stands twice; the first is at {first}. Keep one, or, where two things are meant, put them into a list."));
            } else {
                seen.insert(key.says.as_str(), key.place);
            }
            if key.says == "<<" {
                self.fault(key.place, "<< merges one block into another, and that is not read here. Write the keys out.");
            }
        }
    }

    fn fault(&mut self, place: Place, what: &str) {
        if self.faults.len() >= FAULTS_MOST {
            return;
        }
        self.faults
            .push(Fault::new(place, self.path.clone(), what.to_owned()));
    }
}

fn place(span: Span) -> Place {
    Place {
        line: span.start.line(),
        column: span.start.col() + 1,
    }
}

/// A value; what is written plainly and means nothing is nothing (YAML 1.2, 10.3.2).
fn scalar(says: &str, style: ScalarStyle) -> Value {
    let plain = style == ScalarStyle::Plain;
    if plain && matches!(says, "" | "~" | "null" | "Null" | "NULL") {
        return Value::Nothing;
    }
    Value::Text(Text {
        says: says.to_owned(),
        style: if plain { Style::Plain } else { Style::Quoted },
    })
}
