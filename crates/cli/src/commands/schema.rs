//! `goodoffices schema`: the JSON Schema of case files, generated from the command types.

use crate::outcome::{Outcome, print};

pub fn run() -> anyhow::Result<Outcome> {
    let mut text = serde_json::to_string_pretty(&service::case_file::schema())?;
    text.push('\n');
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}
