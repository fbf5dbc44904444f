//! Pulling XML from parts that may be hostile: no entity is expanded, no piece may be larger than a
//! cell can be, and the whole may not be larger than was allowed to be unpacked.

use std::cell::Cell;
use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Unreadable;

/// The most bytes of one tag or one run of text.
const PIECE: usize = 16 << 20;

/// Why there is no further event.
#[derive(Debug)]
pub(crate) enum Fail {
    /// The part is damaged or ends in the middle; what came before it holds.
    Cut(String),
    /// More than may be read.
    TooLarge,
}

impl From<quick_xml::Error> for Fail {
    fn from(error: quick_xml::Error) -> Self {
        match &error {
            quick_xml::Error::Io(io) if io.kind() == io::ErrorKind::QuotaExceeded => Self::TooLarge,
            _ => Self::Cut(error.to_string()),
        }
    }
}

impl Fail {
    /// The refusal where this part is needed whole.
    pub fn refuse(self, part: &str) -> Unreadable {
        match self {
            Self::Cut(why) => Unreadable::Damaged {
                what: format!("{part} cannot be read: {why}"),
            },
            Self::TooLarge => Unreadable::Bomb {
                what: format!("{part} is larger than it may be"),
            },
        }
    }
}

/// Counts what is read, of one piece and of all.
pub(crate) struct Metered<'p, R> {
    inner: R,
    /// How much may still be read of all parts together.
    left: &'p Cell<u64>,
    piece: usize,
}

impl<'p, R> Metered<'p, R> {
    pub fn new(inner: R, left: &'p Cell<u64>) -> Self {
        Self {
            inner,
            left,
            piece: PIECE,
        }
    }
}

impl<R: BufRead> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let came = self.fill_buf()?.read(into)?;
        self.consume(came);
        self.piece = PIECE;
        Ok(came)
    }
}

impl<R: BufRead> BufRead for Metered<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece == 0 || self.left.get() == 0 {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.piece = self.piece.saturating_sub(bytes);
        self.left.set(self.left.get().saturating_sub(bytes as u64));
        self.inner.consume(bytes);
    }
}

/// A part as events.
pub(crate) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

/// A reader whose pieces are counted.
pub(crate) trait Pieces: BufRead {
    /// A new piece begins.
    fn next_piece(&mut self);
}

impl<R: BufRead> Pieces for Metered<'_, R> {
    fn next_piece(&mut self) {
        self.piece = PIECE;
    }
}

impl<R: Pieces> Xml<R> {
    pub fn new(inner: R) -> Self {
        let mut reader = Reader::from_reader(inner);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let buffer = Vec::new();
        Self { reader, buffer }
    }

    /// The next event; [`Event::Eof`] at the end.
    pub fn next(&mut self) -> Result<Event<'_>, Fail> {
        self.reader.get_mut().next_piece();
        self.buffer.clear();
        Ok(self.reader.read_event_into(&mut self.buffer)?)
    }

    /// How many bytes of this part have been read.
    pub fn read_so_far(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// Passes over what is left of an element that has begun.
    pub fn skip(&mut self) -> Result<(), Fail> {
        let mut depth: u32 = 1;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(ended()),
                _ => {}
            }
        }
        Ok(())
    }

    /// Adds the text of an element that has begun, that of its elements included, to `into`.
    pub fn text(&mut self, into: &mut String) -> Result<(), Fail> {
        let mut depth: u32 = 1;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(ended()),
                other => add_text(&other, into),
            }
        }
        Ok(())
    }
}

/// The part ends where it should not.
pub(crate) fn ended() -> Fail {
    Fail::Cut("it ends in the middle".to_owned())
}

/// Adds what an event says as text. Entities that XML does not define are kept as they stand.
pub(crate) fn add_text(event: &Event<'_>, into: &mut String) {
    match event {
        Event::Text(text) => into.push_str(&text.xml10_content()),
        Event::CData(text) => into.push_str(&text.xml10_content()),
        Event::GeneralRef(name) => match (&**name, name.resolve_char_ref()) {
            (_, Ok(Some(sign))) => into.push(sign),
            ("lt", _) => into.push('<'),
            ("gt", _) => into.push('>'),
            ("amp", _) => into.push('&'),
            ("quot", _) => into.push('"'),
            ("apos", _) => into.push('\''),
            (other, _) => {
                into.push('&');
                into.push_str(other);
                into.push(';');
            }
        },
        _ => {}
    }
}

/// The value of an attribute, whatever its namespace; none where it is missing or malformed.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().into_inner() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0);
    Some(value.map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned))
}

/// The number that an attribute says.
pub(crate) fn count(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(crate) fn says_yes(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|v| v == "1" || v == "true")
}
