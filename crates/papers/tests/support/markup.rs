//! A page read back as elements and words, strictly: every element is closed in its order, every
//! attribute is quoted, every entity is known.

use quick_xml::{Reader, events::Event};

/// Elements that HTML never closes.
const VOID: [&str; 3] = ["meta", "col", "br"];

/// What a page holds.
#[derive(Debug, Default)]
pub struct Page {
    /// Element by element, in order, with its attributes.
    pub elements: Vec<(String, Vec<(String, String)>)>,
    /// All words, the sheet left out.
    pub words: String,
    /// The sheet.
    pub sheet: String,
}

impl Page {
    /// How many elements of this name there are.
    pub fn count(&self, name: &str) -> usize {
        self.elements.iter().filter(|(n, _)| n == name).count()
    }

    /// All values of an attribute.
    pub fn attribute<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let all = self.elements.iter().flat_map(|(_, attributes)| attributes);
        all.filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// Reads a page; panics where it is not well formed.
pub fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut open: Vec<String> = Vec::new();
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_dangling_amp = false;
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(start) => {
                let name = page.element(&start);
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Event::Empty(start) => {
                page.element(&start);
            }
            Event::End(end) => {
                let name = end.name().as_ref().to_owned();
                assert_eq!(open.pop(), Some(name), "closed in another order");
            }
            Event::Text(text) => {
                let text: &str = &text;
                if open.last().is_some_and(|name| name == "style") {
                    page.sheet.push_str(text);
                } else {
                    page.words.push_str(text);
                }
            }
            Event::GeneralRef(entity) => page.words.push(match &*entity {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                other => panic!("&{other};"),
            }),
            Event::DocType(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    page
}

impl Page {
    fn element(&mut self, start: &quick_xml::events::BytesStart<'_>) -> String {
        let name = start.name().as_ref().to_owned();
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("quoted and given once");
            let key = attribute.key.as_ref().to_owned();
            (key, attribute.value.into_owned())
        });
        self.elements.push((name.clone(), attributes.collect()));
        name
    }
}
