//! Office Open XML workbooks (ISO/IEC 29500, transitional and strict), sheet by sheet and row by
//! row. What a sheet claims of its size is never used.

mod cell;
mod merged;
mod reference;
mod sheet;
mod strings;
mod styles;
mod workbook;

use linkage::problem::Fault;

use crate::Unreadable;
use crate::gather::{Gather, Rows};
use crate::limits::Sheets;
use crate::package::Package;
use strings::Strings;
use styles::Styles;
use workbook::Workbook;

/// What all sheets of a workbook share.
struct Shared {
    strings: Strings,
    styles: Styles,
    epoch: crate::number::Epoch,
}

/// Reads a workbook.
pub(crate) fn read(mut package: Package<'_>, gather: &mut Gather<'_>) -> Result<(), Unreadable> {
    let workbook = Workbook::read(&mut package)?;
    if let Sheets::One(wanted) = gather.wanted
        && !workbook.sheets.iter().any(|sheet| sheet.name == *wanted)
    {
        return Err(Unreadable::NoSuchSheet {
            wanted: wanted.clone(),
            there: workbook.sheets.into_iter().map(|s| s.name).collect(),
        });
    }
    let shared = Shared {
        strings: Strings::read(&mut package, &workbook.strings, gather.limits)?,
        styles: Styles::read(&mut package, &workbook.styles)?,
        epoch: workbook.epoch,
    };
    for sheet in workbook
        .sheets
        .iter()
        .filter(|s| gather.wanted.want(&s.name))
    {
        gather.begin(&sheet.name, Rows::Grid)?;
        if sheet.hidden {
            gather.problem(None, None, Fault::HiddenSheet, "");
        }
        for span in merged::read(&mut package, &sheet.part)? {
            gather.merged(span);
        }
        sheet::read(&mut package, &sheet.part, &shared, gather)?;
        gather.part_read();
    }
    Ok(())
}

#[cfg(test)]
mod tests;
