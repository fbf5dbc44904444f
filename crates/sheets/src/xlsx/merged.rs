//! Merged cells. They stand behind the rows of a sheet, and are wanted before them.

use std::io::Read;

use memchr::memmem::Finder;
use quick_xml::events::Event;

use crate::Unreadable;
use crate::package::Package;
use crate::span::Span;
use crate::xml::{Fail, attribute};

use super::reference::Reference;

/// The most merged ranges of a sheet that are minded.
const RANGES: usize = 50_000;

const ELEMENT: &[u8] = b"mergeCell";

/// The merged ranges of a sheet of more than one cell, from top to bottom.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<Span>, Unreadable> {
    let mut spans = Vec::new();
    if !has_any(package, part)? {
        return Ok(spans);
    }
    let mut xml = package.xml(part)?;
    while spans.len() < RANGES {
        match xml.next() {
            Ok(Event::Start(e)) if e.local_name().into_inner() == "mergeCell" => {
                let span = attribute(&e, "ref").and_then(|text| Reference::range(&text));
                spans.extend(span.filter(|s| s.is_wide() || s.is_high()));
            }
            Ok(Event::Eof) | Err(Fail::Cut(_)) => break,
            Err(fail @ Fail::TooLarge) => return Err(fail.refuse(part)),
            Ok(_) => {}
        }
    }
    spans.sort_by_key(|span| (span.top, span.left));
    Ok(spans)
}

/// Whether the part names merged cells at all: most lists do not, and to search is far cheaper than
/// to parse.
fn has_any(package: &mut Package<'_>, part: &str) -> Result<bool, Unreadable> {
    let Some(mut inner) = package.part(part)? else {
        return Ok(false);
    };
    let finder = Finder::new(ELEMENT);
    let mut window = vec![0_u8; 1 << 16];
    let mut kept = 0;
    loop {
        let Some(room) = window.get_mut(kept..) else {
            return Ok(false);
        };
        // A part that is damaged is told when its rows are read.
        let came = match inner.read(room) {
            Ok(0) | Err(_) => return Ok(false),
            Ok(came) => came,
        };
        let filled = window.get(..kept + came).unwrap_or_default();
        if finder.find(filled).is_some() {
            return Ok(true);
        }
        // The name may lie across two windows.
        let tail = filled.len().min(ELEMENT.len() - 1);
        window.copy_within(kept + came - tail..kept + came, 0);
        kept = tail;
    }
}
