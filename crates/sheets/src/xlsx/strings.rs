//! The texts that cells of a workbook share, each by its number.

use std::io::BufRead;

use quick_xml::events::Event;

use crate::Unreadable;
use crate::limits::{Limits, most};
use crate::package::Package;
use crate::xml::{Fail, Pieces, Xml, ended};

/// All shared texts, one after another.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads them; none where the workbook shares none.
    pub fn read(
        package: &mut Package<'_>,
        part: &str,
        limits: &Limits,
    ) -> Result<Self, Unreadable> {
        let mut strings = Self::default();
        let Some(inner) = package.part(part)? else {
            return Ok(strings);
        };
        let mut xml = Xml::new(inner);
        loop {
            match strings.next(&mut xml) {
                Ok(true) => most("bytes of text", strings.text.len() as u64, limits.text)?,
                // The cells whose texts are missing are told one by one.
                Ok(false) | Err(Fail::Cut(_)) => return Ok(strings),
                Err(fail @ Fail::TooLarge) => return Err(fail.refuse(part)),
            }
        }
    }

    pub fn get(&self, number: usize) -> Option<&str> {
        let to = *self.ends.get(number)?;
        let from = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(from..to)
    }

    fn next<R: BufRead + Pieces>(&mut self, xml: &mut Xml<R>) -> Result<bool, Fail> {
        loop {
            match xml.next()? {
                Event::Start(e) if e.local_name().into_inner() == "si" => {
                    rich_text(xml, &mut self.text)?;
                    self.ends.push(self.text.len());
                    return Ok(true);
                }
                Event::Eof => return Ok(false),
                _ => {}
            }
        }
    }
}

/// Adds the text of an element that has begun: its runs joined, without how to pronounce them.
pub(super) fn rich_text<R: BufRead + Pieces>(
    xml: &mut Xml<R>,
    into: &mut String,
) -> Result<(), Fail> {
    let mut depth: u32 = 1;
    while depth > 0 {
        match xml.next()? {
            Event::Start(e) => match e.local_name().into_inner() {
                "rPh" => xml.skip()?,
                "t" => {
                    let kept = says_preserve(&e);
                    let from = into.len();
                    xml.text(into)?;
                    tidy(into, from, kept);
                }
                _ => depth += 1,
            },
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(ended()),
            _ => {}
        }
    }
    Ok(())
}

/// White space at the ends of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Kept,
    /// As XML that was laid out for people has it; spreadsheet programs drop it.
    Dropped,
}

fn says_preserve(element: &quick_xml::events::BytesStart<'_>) -> Space {
    match crate::xml::attribute(element, "space").as_deref() {
        Some("preserve") => Space::Kept,
        _ => Space::Dropped,
    }
}

/// Drops space that is not meant, and turns what XML cannot write (`_x000D_`) into what it stands
/// for (ISO/IEC 29500-1, 22.9.2.19).
fn tidy(text: &mut String, from: usize, space: Space) {
    let Some(added) = text.get(from..) else {
        return;
    };
    let kept = match space {
        Space::Kept => added,
        Space::Dropped => added.trim_matches([' ', '\t', '\r', '\n']),
    };
    if kept.len() < added.len() || kept.contains("_x") {
        let made = unescape(kept);
        text.truncate(from);
        text.push_str(&made);
    }
}

/// Turns `_xHHHH_` into the character of that number.
pub(super) fn unescape(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        made.push_str(before);
        let sign = after
            .get(..4)
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .filter(|_| after.as_bytes().get(4) == Some(&b'_'))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32);
        if let Some(sign) = sign {
            made.push(sign);
            rest = after.get(5..).unwrap_or_default();
        } else {
            made.push_str("_x");
            rest = after;
        }
    }
    made.push_str(rest);
    made
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn what_xml_cannot_write_is_turned_back() {
        assert_eq!(unescape("a_x000D_b"), "a\rb");
        assert_eq!(unescape("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescape("max_xyz_ _x12"), "max_xyz_ _x12");
        assert_eq!(unescape("_xD800_"), "_xD800_");
    }
}
