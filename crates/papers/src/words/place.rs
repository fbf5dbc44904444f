//! Where something stands in its file, as the file's own program names it.

use linkage::problem::{Place, letters};

use crate::{cell, i18n::Strings};

/// "sheet North, row 7, column C"; "the whole file" where nothing narrower is known. What the file
/// itself says (the sheet's name) is isolated.
pub fn place(place: &Place, strings: Strings) -> String {
    let mut parts = Vec::new();
    if let Some(sheet) = &place.sheet {
        let name = cell::plainly(sheet);
        parts.push(strings.with("place-sheet", &[("sheet", name.into())]));
    }
    if let Some(row) = place.row {
        parts.push(strings.plain("place-row", &[("row", row.to_string().into())]));
    }
    if let Some(at) = place.column {
        parts.push(column(at, strings));
    }
    if parts.is_empty() {
        return strings.t("place-file");
    }
    parts.join(&strings.t("place-joint"))
}

/// "column C".
pub fn column(column: u32, strings: Strings) -> String {
    strings.with("place-column", &[("column", letters(column).into())])
}
