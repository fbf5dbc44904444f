//! Files of packages: whatever they say, they are refused in a sentence or make a problem that can be
//! asked. Two files may come, parted by a line of its own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::packages::read::{Source, read};

const PARTS: &[u8] = b"\n%%%\n";

fuzz_target!(|bytes: &[u8]| {
    let at = bytes.windows(PARTS.len()).position(|part| part == PARTS);
    let (one, two) = at.map_or((bytes, &b""[..]), |at| (&bytes[..at], &bytes[at + PARTS.len()..]));
    let mut sources = vec![Source { file: "one", bytes: one }];
    if !two.is_empty() {
        sources.push(Source { file: "two", bytes: two });
    }
    match read(&sources) {
        Ok(reading) => {
            assert_eq!(reading.said.len(), reading.problem.profiles().len());
            if let Some(draft) = reading.problem.draft() {
                assert_eq!(reading.problem.worth(draft).len(), reading.said.len());
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
