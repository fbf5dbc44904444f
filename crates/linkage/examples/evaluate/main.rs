//! Measures the name model as `docs/name-model.md` reports it, on pairs that training does not see:
//! `cargo run --release -p linkage --example evaluate -- DATA_DIR [tokens|parts|agreement|names|outside|speed]…`.
//!
//! What is set aside goes by a hash of the native spelling; training also does without every pair
//! whose Latin spelling is that of one set aside, so no spelling of either side is on both.

#![expect(
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a measuring program, not the library: it reads files and the clock, and may stop where it errs"
)]

mod agreement;
mod data;
mod linked;
mod names;
mod speed;
mod tokens;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("say the folder of the pairs")?;
    let asked: Vec<String> = arguments.collect();
    let wants = |what: &str| asked.is_empty() || asked.iter().any(|name| name == what);
    let sources = data::sources(&folder)?;
    if wants("tokens") {
        tokens::measure(&sources)?;
    }
    // Thirty-six models take their time: only where asked for.
    if asked.iter().any(|name| name == "parts") {
        tokens::by_parts(&sources)?;
    }
    if wants("agreement") {
        agreement::measure(&sources, &data::another_source(&folder)?);
    }
    if wants("names") {
        names::measure(&sources)?;
    }
    if wants("outside") {
        tokens::outside(&data::another_source(&folder)?, &sources);
    }
    if wants("speed") {
        speed::measure(&sources);
    }
    Ok(())
}
