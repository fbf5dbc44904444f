//! XML as a small tree, from files that may be hostile: no entity but the five that XML itself
//! defines, no document type at all, nothing deep or endless.

use quick_xml::{
    XmlVersion,
    events::{BytesStart, Event},
    reader::Reader,
};

use super::place::Wrong;

/// The most elements of a file.
const ELEMENTS_MOST: usize = 1_000_000;
/// The most elements within one another.
const DEPTH_MOST: usize = 32;

/// An element with its attributes and the elements in it. Text is not kept: these forms have none.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub name: String,
    /// The line on which it begins.
    pub line: usize,
    attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
}

impl Element {
    /// Something that is the matter with it.
    pub fn wrong(&self, why: impl Into<String>) -> Wrong {
        Wrong::new(why).on(self.line)
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub fn first(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }
}

/// Reads the outermost element.
pub(super) fn read(text: &str) -> Result<Element, Wrong> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = vec![Element::default()];
    let mut elements = 0;
    let mut lines = Lines::of(text);
    loop {
        let line = lines.at(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let line = lines.at(reader.error_position());
            Wrong::new(format!("it is no XML there ({error}). Correct it.")).on(line)
        })?;
        let wrong = |why: String| Wrong::new(why).on(line);
        match event {
            Event::Start(start) => {
                elements += 1;
                if elements > ELEMENTS_MOST || open.len() > DEPTH_MOST {
                    return Err(wrong(format!(
                        "it has more than {ELEMENTS_MOST} elements, or more than {DEPTH_MOST} within one another. Check that it is the file you meant."
                    )));
                }
                open.push(element(&start, line).map_err(wrong)?);
            }
            Event::End(_) => close(&mut open),
            Event::DocType(_) => {
                return Err(wrong(
                    "it has a document type, which can make a small file endless; none is read. Take the line with `<!DOCTYPE` out.".to_owned(),
                ));
            }
            Event::GeneralRef(entity) => known(&entity).map_err(wrong)?,
            Event::Eof => break,
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::Empty(_) => {}
        }
    }
    if let [_, .., last] = open.as_slice() {
        return Err(last.wrong(format!(
            "it ends in the middle of an element, `{}`, which begins there. Get the whole file.",
            last.name
        )));
    }
    let outermost = open
        .pop()
        .and_then(|whole| whole.children.into_iter().next());
    outermost.ok_or_else(|| Wrong::new("it has no element. Check that it is the file you meant."))
}

/// Lines of a text by how many bytes stand before. The text is gone through once where places come in
/// their order.
struct Lines<'t> {
    text: &'t [u8],
    seen: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    const fn of(text: &'t str) -> Self {
        let (seen, line) = (0, 1);
        Self {
            text: text.as_bytes(),
            seen,
            line,
        }
    }

    fn at(&mut self, before: u64) -> usize {
        let before = usize::try_from(before).unwrap_or(usize::MAX);
        let before = before.min(self.text.len());
        if before < self.seen {
            (self.seen, self.line) = (0, 1);
        }
        let passed = self.text.get(self.seen..before).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count() - 1;
        self.seen = before;
        self.line
    }
}

fn element(start: &BytesStart<'_>, line: usize) -> Result<Element, String> {
    let name = start.name().into_inner().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| {
            format!("an attribute of `{name}` cannot be read ({error}). Correct it.")
        })?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| {
            format!("an attribute of `{name}` has an entity that is not read ({error}). Write it out.")
        })?;
        attributes.push((attribute.key.into_inner().to_owned(), value.into_owned()));
    }
    Ok(Element {
        name,
        line,
        attributes,
        children: Vec::new(),
    })
}

fn close(open: &mut Vec<Element>) {
    if let Some(element) = open.pop()
        && let Some(outer) = open.last_mut()
    {
        outer.children.push(element);
    }
}

fn known(entity: &quick_xml::events::BytesRef<'_>) -> Result<(), String> {
    let defined = ["lt", "gt", "amp", "quot", "apos"].contains(&&**entity);
    if defined || matches!(entity.resolve_char_ref(), Ok(Some(_))) {
        return Ok(());
    }
    Err("it has an entity that XML itself does not define; none is read. Write it out.".to_owned())
}
