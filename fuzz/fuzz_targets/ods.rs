//! A spreadsheet: whole if the bytes begin as a packed one, else its content, packed and flat.
#![no_main]

use libfuzzer_sys::fuzz_target;

const MIME: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return fuzz::check("list.ods", bytes);
    }
    fuzz::check(
        "list.ods",
        &fuzz::pack(&[("mimetype", MIME), ("content.xml", bytes)]),
    );
    let flat = [b"<?xml version=\"1.0\"?><office:document>", bytes].concat();
    fuzz::check("list.fods", &flat);
});
