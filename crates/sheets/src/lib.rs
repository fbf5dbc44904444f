//! Lists as they come: XLSX, ODS and CSV read into `linkage` tables. Nothing is interpreted here,
//! nothing is lost, and what could not be read is said by sheet, row and column.
