//! Appends sample entries one by one to a store and reports each on stdout:
//! the victim of the tests that kill it, or fail its writes.
//!
//! `appender URL COUNT` prints `ack SIZE` for what is durable, `gone SIZE` for
//! what is certain not to be there, `open` once the store is open. After an
//! uncertain write it reopens and looks, as the real program must.

#[path = "../tests/common/sample.rs"]
mod sample;

use std::io::Write;
use std::process::ExitCode;

use sample::{ROOM, adding, more, opening};
use store::{Store, StoreError, StoreUrl};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(count)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: appender URL COUNT");
        return ExitCode::FAILURE;
    };
    let result = url
        .parse::<StoreUrl>()
        .and_then(|url| store::open(&url))
        .and_then(|store| run(store.as_ref(), count.parse().unwrap_or(1)));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("failed: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(store: &dyn Store, count: u64) -> Result<(), StoreError> {
    if store.cases()?.is_empty() {
        store.append(&opening())?;
    }
    say("open");
    for _ in 0..count {
        let size = store.head(ROOM)?.size.get();
        match store.append(&adding(vec![more(ROOM, size, 1)])) {
            Ok(()) => say(&format!("ack {}", size + 1)),
            Err(error @ StoreError::Uncertain { .. }) => {
                say(&format!("uncertain: {error}"));
                store.reopen()?;
                let found = store.head(ROOM)?.size.get();
                let verdict = if found > size { "ack" } else { "gone" };
                say(&format!("{verdict} {}", size + 1));
            }
            Err(error) => say(&format!("gone {}: {error}", size + 1)),
        }
    }
    Ok(())
}

/// One line, handed to the kernel at once: we may be killed at any moment.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // The reader is gone: then so is the test.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
