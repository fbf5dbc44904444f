//! `OpenDocument` spreadsheets (ISO/IEC 26300, 1.2 and later), packed or as one XML file, row by row.

mod cell;
mod content;

use std::cell::Cell;

use crate::Unreadable;
use crate::gather::Gather;
use crate::limits::Sheets;
use crate::package::Package;
use crate::xml::{Metered, Xml};
use content::Content;

/// Reads a packed spreadsheet.
pub(crate) fn read(mut package: Package<'_>, gather: &mut Gather<'_>) -> Result<(), Unreadable> {
    // What is locked is named in the manifest, and would look like damage.
    let manifest = package.text("META-INF/manifest.xml", 1 << 20);
    if manifest.is_some_and(|text| text.contains("encryption-data")) {
        return Err(Unreadable::Encrypted);
    }
    let size = package.size();
    let xml = package.xml("content.xml")?;
    all_read(Content::new(xml, size).read(gather)?, gather)
}

/// Reads a spreadsheet that is one XML file.
pub(crate) fn read_flat(bytes: &[u8], gather: &mut Gather<'_>) -> Result<(), Unreadable> {
    let left = Cell::new(gather.limits.unpacked);
    let xml = Xml::new(Metered::new(bytes, &left));
    all_read(Content::new(xml, bytes.len() as u64).read(gather)?, gather)
}

/// Whether the sheet that was wanted was among those that were there.
fn all_read(there: Vec<String>, gather: &Gather<'_>) -> Result<(), Unreadable> {
    match gather.wanted {
        Sheets::One(wanted) if !there.contains(wanted) => Err(Unreadable::NoSuchSheet {
            wanted: wanted.clone(),
            there,
        }),
        Sheets::One(_) | Sheets::All => Ok(()),
    }
}

#[cfg(test)]
mod tests;
