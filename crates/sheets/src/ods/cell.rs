//! One cell: its typed value where there is one, its shown text where there is none.

use std::io::BufRead;

use linkage::problem::Fault;
use quick_xml::events::{BytesStart, Event};

use crate::number;
use crate::xml::{Fail, Pieces, Xml, add_text, attribute, count, ended};

/// The most spaces that one element stands for.
const SPACES: u32 = 1000;

/// A cell (ODF 1.2 part 1, 9.1.4 and 19.385); used again for each.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// Its value as a text; none where it has none but what it shows.
    typed: Option<String>,
    /// What it shows.
    shown: String,
    formula: Option<String>,
    rounded: bool,
    error: bool,
}

/// The text of a cell, and what is to be said of it.
pub(super) struct Value<'c> {
    pub text: &'c str,
    pub problem: Option<Fault>,
}

impl Cell {
    /// Begins a cell by its attributes.
    pub fn begin(&mut self, element: &BytesStart<'_>) {
        self.shown.clear();
        self.formula = attribute(element, "formula");
        self.rounded = false;
        self.error = false;
        self.typed = None;
        for attr in element.attributes().with_checks(false).flatten() {
            match attr.key.into_inner() {
                "calcext:value-type" => self.error = &*attr.value == "error",
                "office:value-type" => self.typed = self.typed_as(&attr.value, element),
                _ => {}
            }
        }
    }

    fn typed_as(&mut self, kind: &str, element: &BytesStart<'_>) -> Option<String> {
        match kind {
            "float" | "percentage" | "currency" => {
                let raw = attribute(element, "value")?;
                let Some(read) = number::number(&raw) else {
                    return Some(raw);
                };
                self.rounded = read.rounded;
                Some(read.text)
            }
            "date" => attribute(element, "date-value").map(|raw| number::iso(&raw).to_owned()),
            "time" => attribute(element, "time-value"),
            "boolean" => attribute(element, "boolean-value").map(|raw| raw.to_uppercase()),
            "string" => attribute(element, "string-value").filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// Reads on to its end: its paragraphs, one to a line.
    pub fn read<R: BufRead + Pieces>(&mut self, xml: &mut Xml<R>) -> Result<(), Fail> {
        let mut paragraphs = 0;
        loop {
            match xml.next()? {
                Event::Start(e) if e.name().into_inner() == "text:p" => {
                    if paragraphs > 0 {
                        self.shown.push('\n');
                    }
                    paragraphs += 1;
                    self.paragraph(xml)?;
                }
                // Remarks and drawings are not the cell's text.
                Event::Start(_) => xml.skip()?,
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(ended()),
                _ => {}
            }
        }
    }

    fn paragraph<R: BufRead + Pieces>(&mut self, xml: &mut Xml<R>) -> Result<(), Fail> {
        let mut depth: u32 = 1;
        while depth > 0 {
            match xml.next()? {
                Event::Start(e) => {
                    match e.local_name().into_inner() {
                        "s" => {
                            let spaces = count(&e, "c").unwrap_or(1).min(SPACES);
                            self.shown.extend((0..spaces).map(|_| ' '));
                        }
                        "tab" => self.shown.push('\t'),
                        "line-break" => self.shown.push('\n'),
                        "ruby-text" | "annotation" => {
                            xml.skip()?;
                            continue;
                        }
                        _ => {}
                    }
                    depth += 1;
                }
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(ended()),
                other => add_text(&other, &mut self.shown),
            }
        }
        Ok(())
    }

    /// Its text.
    pub fn value(&self) -> Value<'_> {
        let problem = if self.error {
            Some(Fault::CellError)
        } else {
            self.rounded.then_some(Fault::NumberRounded)
        };
        let text = match &self.typed {
            Some(typed) if !self.error && !self.shows_zeros(typed) => typed,
            _ => &self.shown,
        };
        Value { text, problem }
    }

    /// How its value is computed.
    pub fn formula(&self) -> Option<&str> {
        self.formula.as_deref()
    }

    /// Whether it shows its number with zeros in front, which belong to an identity number.
    fn shows_zeros(&self, typed: &str) -> bool {
        self.shown.starts_with('0') && self.shown.trim_start_matches('0') == typed
    }
}
