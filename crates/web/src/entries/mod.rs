//! An entry of a room's log as a page shows it: the whole item, and its gist in one line.
//!
//! One file per concern, as in the domain; every kind of event is told. What an entry means for
//! the state of its room (an answer to a part of a demand, an offer that lapsed) is asked of the
//! view; no rule is written here.

mod agreement;
mod beside;
mod channels;
mod corrections;
mod demands;
mod item;
mod lists;
pub(crate) mod names;
mod opening;
mod people;
mod reader;
mod relays;
mod stands;
mod talk;
mod texts;
mod told;

pub(crate) use beside::Crossed;
pub(crate) use item::{item, kind_of, played, summary};
pub(crate) use reader::{NEWEST, PAGE, Reader};
