//! The workbook for the team: candidates with empty columns for what people decide, what was read,
//! what was not understood, the method and what a threshold costs.
//!
//! Every text is written as a string, so that what begins like a formula is none. The time of its
//! making is fixed: the same input gives the same bytes.

mod candidates;
mod rest;
mod sheet;

use linkage::findings::Findings;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::CannotWrite;
use crate::{Language, i18n::Strings};

/// The bytes of the workbook.
pub fn workbook(findings: &Findings, language: Language) -> Result<Vec<u8>, CannotWrite> {
    let strings = Strings::of(language);
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(strings.plain("workbook-title", &[]))
        .set_comment(strings.t("propose"))
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    candidates::candidates(&mut workbook, findings, strings)?;
    rest::read_sheet(&mut workbook, findings, strings)?;
    rest::problems(&mut workbook, findings, strings)?;
    rest::method(&mut workbook, findings, strings)?;
    rest::costs(&mut workbook, findings, strings)?;
    Ok(workbook.save_to_buffer()?)
}
