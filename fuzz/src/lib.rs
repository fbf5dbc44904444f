//! What the fuzz targets share: limits under which a run is quick, what must hold of anything that
//! was read, and how parts are packed so that the fuzzer need not learn to compress.

use std::io::{Cursor, Write};

use linkage::watch::Unwatched;
use sheets::{Limits, read};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Reads, and looks at every cell, place and problem that came of it.
pub fn check(name: &str, bytes: &[u8]) {
    let limits = Limits {
        unpacked: 8 << 20,
        rows: 100_000,
        cells: 400_000,
        text: 8 << 20,
        problems: 100,
        ..Limits::default()
    };
    let Ok(read) = read(name, bytes, &limits, &Unwatched) else {
        return;
    };
    let table = &read.table;
    assert!(table.len() as u64 <= limits.rows);
    for column in 0..table.width() {
        assert_eq!(table.distinct(column).count(), table.distinct_len(column));
        for record in 0..table.len() {
            let id = table.text_id(record, column);
            assert_eq!(table.cell(record, column), table.text(column, id));
        }
    }
    for record in 0..table.len() {
        assert!(table.place(record, Some(0)).row.is_some());
    }
    for problem in &read.problems {
        assert!(!problem.to_string().is_empty());
        assert!(problem.found.chars().count() < 1000);
    }
}

/// Packs parts, unpressed. A name that comes twice is passed over.
pub fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        if zip.start_file(*name, options).is_ok() {
            let _ = zip.write_all(bytes);
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
