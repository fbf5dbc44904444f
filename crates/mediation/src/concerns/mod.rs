//! The domain, one file for each concern: its commands, its events, its rules, its part of the
//! view. Only `decide` and `view` call in here.

pub mod acceptances;
pub mod agreement;
pub mod channels;
pub mod corrections;
pub mod custody;
pub mod decisions;
pub mod demands;
pub mod lists;
pub mod messages;
pub mod opening;
pub mod people;
pub mod positions;
pub mod progress;
pub mod provenance;
pub mod relays;
pub mod rooms;
pub mod texts;
pub mod undertakings;

/// The letter before the numbers of the desk's own entries.
pub const DESK_CODE: &str = "D";
