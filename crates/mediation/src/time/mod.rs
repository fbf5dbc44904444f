//! The times of an entry: when it happened, as precisely as that is known, and when it was learnt.
//! There is no clock here: every "now" is an argument.

mod civil;
mod edtf;
mod instant;
mod moment;

pub use civil::{PartialDate, Quality};
pub use edtf::{Bound, Edtf};
pub use instant::{Hours, Instant};
pub use moment::{Moment, NotAMoment, PartOfDay};
