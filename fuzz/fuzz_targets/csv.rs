//! Any bytes, as a list whose name says nothing or that it is separated by tabs.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fuzz::check("list.csv", bytes);
    fuzz::check("list.tsv", bytes);
});
