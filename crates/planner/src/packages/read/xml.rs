//! XML as a small tree, from files that may be hostile: no entity but the five that XML itself
//! defines, no document type at all, nothing deep or endless.

use quick_xml::{
    XmlVersion,
    events::{BytesStart, Event},
    reader::Reader,
};

use super::place::{Wrong, named};
use crate::document::tree::Place;

/// The most elements of a file.
const ELEMENTS_MOST: usize = 1_000_000;
/// The most elements within one another.
const DEPTH_MOST: usize = 32;

/// An element with its attributes and the elements in it. Text is not kept: these forms have none.
#[derive(Debug)]
pub(super) struct Element {
    pub name: String,
    /// Where it begins.
    pub place: Place,
    attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
}

impl Element {
    /// What all others are in.
    const fn outermost() -> Self {
        Self {
            name: String::new(),
            place: Place { line: 1, column: 1 },
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// Something that is the matter with it.
    pub fn wrong(&self, why: impl Into<String>) -> Wrong {
        Wrong::new(why).on(self.place)
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
    if let Some(before) = text.find('\0') {
        let place = Places::of(text).at(before as u64);
        return Err(Wrong::new("the character of number 0 stands there, which says nothing. Take it out, or get the file anew.").on(place));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = vec![Element::outermost()];
    let mut elements = 0;
    let mut places = Places::of(text);
    loop {
        let place = places.at(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let place = places.at(reader.error_position());
            Wrong::new(format!("it is no XML there ({error}). Correct it.")).on(place)
        })?;
        let wrong = |why: String| Wrong::new(why).on(place);
        match event {
            Event::Start(start) => {
                elements += 1;
                if elements > ELEMENTS_MOST || open.len() > DEPTH_MOST {
                    return Err(wrong(format!(
                        "it has more than {ELEMENTS_MOST} elements, or more than {DEPTH_MOST} within one another. Check that it is the file you meant."
                    )));
                }
                open.push(element(&start, place).map_err(wrong)?);
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
            named(&last.name)
        )));
    }
    let outermost = open
        .pop()
        .and_then(|whole| whole.children.into_iter().next());
    outermost.ok_or_else(|| Wrong::new("it has no element. Check that it is the file you meant."))
}

/// Places of a text by how many bytes stand before. The text is gone through once where places come in
/// their order.
struct Places<'t> {
    text: &'t [u8],
    seen: usize,
    place: Place,
}

impl<'t> Places<'t> {
    const FIRST: Place = Place { line: 1, column: 1 };

    const fn of(text: &'t str) -> Self {
        Self {
            text: text.as_bytes(),
            seen: 0,
            place: Self::FIRST,
        }
    }

    fn at(&mut self, before: u64) -> Place {
        let before = usize::try_from(before).unwrap_or(usize::MAX);
        let before = before.min(self.text.len());
        if before < self.seen {
            (self.seen, self.place) = (0, Self::FIRST);
        }
        for byte in self.text.get(self.seen..before).unwrap_or_default() {
            match byte {
                b'\n' => {
                    self.place.line += 1;
                    self.place.column = 1;
                }
                // What goes on with a letter is no letter.
                0x80..0xC0 => {}
                _ => self.place.column += 1,
            }
        }
        self.seen = before;
        self.place
    }
}

fn element(start: &BytesStart<'_>, place: Place) -> Result<Element, String> {
    let name = start.name().into_inner().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| {
            format!(
                "an attribute of `{}` cannot be read ({error}). Correct it.",
                named(&name)
            )
        })?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| {
                format!(
                    "an attribute of `{}` has an entity that is not read ({error}). Write it out.",
                    named(&name)
                )
            })?;
        attributes.push((attribute.key.into_inner().to_owned(), value.into_owned()));
    }
    Ok(Element {
        name,
        place,
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
