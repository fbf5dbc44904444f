//! One cell: what its file stores, and the text that comes of it.

use std::borrow::Cow;
use std::io::BufRead;

use linkage::problem::Fault;
use quick_xml::events::{BytesStart, Event};

use crate::number::{self, Format};
use crate::xml::{Fail, Pieces, Xml, ended};

use super::Shared;
use super::reference::Reference;
use super::strings::{rich_text, unescape};

/// A cell as it is stored (ISO/IEC 29500-1, 18.3.1.4); used again for each.
#[derive(Debug, Default)]
pub(super) struct Cell {
    kind: Kind,
    style: usize,
    /// What its `v` says.
    stored: String,
    /// Its text where that stands in the cell itself.
    inline: String,
    pub has_formula: bool,
    pub formula: String,
}

/// What the stored value is (18.18.11).
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Boolean,
    Error,
    Shared,
    Inline,
    FormulaText,
    Date,
    Unknown,
}

impl Kind {
    fn named(name: &str) -> Self {
        match name {
            "n" => Self::Number,
            "b" => Self::Boolean,
            "e" => Self::Error,
            "s" => Self::Shared,
            "inlineStr" | "is" => Self::Inline,
            "str" => Self::FormulaText,
            "d" => Self::Date,
            _ => Self::Unknown,
        }
    }
}

/// The text of a cell, and what is to be said of it.
pub(super) struct Value<'c> {
    pub text: Cow<'c, str>,
    pub problem: Option<(Fault, Cow<'c, str>)>,
}

impl Cell {
    /// Begins a cell by its attributes; gives the place that it says it has.
    pub fn begin(&mut self, element: &BytesStart<'_>) -> Option<Reference> {
        self.kind = Kind::Number;
        self.style = 0;
        self.stored.clear();
        self.inline.clear();
        self.has_formula = false;
        self.formula.clear();
        let mut place = None;
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = &*attribute.value;
            match attribute.key.into_inner() {
                "r" => place = Reference::read(value),
                "s" => self.style = value.trim().parse().unwrap_or(0),
                "t" => self.kind = Kind::named(value),
                _ => {}
            }
        }
        place
    }

    /// Reads on to its end.
    pub fn read<R: BufRead + Pieces>(&mut self, xml: &mut Xml<R>) -> Result<(), Fail> {
        loop {
            match xml.next()? {
                Event::Start(e) => match e.local_name().into_inner() {
                    "v" => xml.text(&mut self.stored)?,
                    "is" => rich_text(xml, &mut self.inline)?,
                    "f" => {
                        self.has_formula = true;
                        xml.text(&mut self.formula)?;
                    }
                    _ => xml.skip()?,
                },
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(ended()),
                _ => {}
            }
        }
    }

    /// Its text.
    pub fn value<'c>(&'c self, shared: &'c Shared) -> Value<'c> {
        let stored = self.stored.as_str();
        if stored.is_empty() && self.inline.is_empty() {
            return Value::plain("");
        }
        match self.kind {
            Kind::Number => self.numeric(shared),
            Kind::Boolean => match stored.trim() {
                "0" | "false" | "FALSE" => Value::plain("FALSE"),
                "1" | "true" | "TRUE" => Value::plain("TRUE"),
                _ => Value::unreadable(stored),
            },
            Kind::Error => Value {
                text: Cow::Borrowed(stored),
                problem: Some((Fault::CellError, Cow::Borrowed(stored))),
            },
            Kind::Shared => {
                let number = stored.trim().parse().ok();
                match number.and_then(|number| shared.strings.get(number)) {
                    Some(text) => Value::plain(text),
                    None => Value::unreadable(stored),
                }
            }
            Kind::Inline => Value::plain(&self.inline),
            Kind::FormulaText if stored.contains("_x") => Value {
                text: Cow::Owned(unescape(stored)),
                problem: None,
            },
            Kind::FormulaText => Value::plain(stored),
            Kind::Date => Value::plain(number::iso(stored)),
            Kind::Unknown => Value::unreadable(stored),
        }
    }

    fn numeric<'c>(&'c self, shared: &Shared) -> Value<'c> {
        let Some(read) = number::number(&self.stored) else {
            // Programs that are not strict store text so.
            return Value::plain(&self.stored);
        };
        let count = || self.stored.trim().parse::<f64>().ok();
        let made = match shared.styles.get(self.style) {
            Format::Day => count().and_then(|count| number::day(count, shared.epoch)),
            Format::Time => count().and_then(number::time),
            Format::Zeros(least) if read.text.bytes().all(|b| b.is_ascii_digit()) => {
                Some(format!("{:0>least$}", read.text))
            }
            Format::Plain | Format::Zeros(_) => None,
        };
        match made {
            Some(made) => Value {
                text: Cow::Owned(made),
                problem: None,
            },
            None => Value {
                problem: read
                    .rounded
                    .then(|| (Fault::NumberRounded, Cow::Owned(read.text.clone()))),
                text: Cow::Owned(read.text),
            },
        }
    }
}

impl<'c> Value<'c> {
    fn plain(text: &'c str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            problem: None,
        }
    }

    fn unreadable(stored: &'c str) -> Self {
        Self {
            text: Cow::Borrowed(""),
            problem: Some((Fault::CellUnreadable, Cow::Borrowed(stored))),
        }
    }
}
