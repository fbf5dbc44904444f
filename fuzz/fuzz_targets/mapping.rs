//! A mapping file, and a list built by what it says: the first part is the file, the second, after a
//! nought byte, a list whose cells stand one a line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use linkage::{
    list::{BuildOptions, List, Mapping},
    table::TableBuilder,
    watch::Unwatched,
};

const HEADERS: [&str; 4] = ["Name", "Name (Arabic)", "Date of birth", "Place"];

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let file = parts.next().unwrap_or_default();
    let cells = String::from_utf8_lossy(parts.next().unwrap_or(b"Ali\n\n1956\nGaza"));
    let cells: Vec<&str> = cells.lines().take(400).collect();
    let mut builder = TableBuilder::new("list", HEADERS);
    let sheet = builder.sheet("", Vec::new()).expect("one sheet fits");
    for (row, cells) in (2..).zip(cells.chunks(HEADERS.len())) {
        builder
            .push_row(sheet, row, cells.iter().copied())
            .expect("a few rows fit");
    }
    let table = builder.finish();
    let recognised = Mapping::recognise(&table);
    assert_eq!(
        recognised.corrected_by(recognised.to_file().as_bytes()),
        Ok(recognised.clone())
    );
    let mapping = match recognised.corrected_by(file) {
        Ok(mapping) => mapping,
        Err(faults) => {
            assert!(!faults.to_string().is_empty());
            recognised
        }
    };
    let records = table.len();
    let list = List::build(table, &mapping, &BuildOptions::default(), &Unwatched)
        .expect("nobody stops it");
    assert_eq!(list.table.len(), records);
});
