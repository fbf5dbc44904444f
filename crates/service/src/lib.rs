//! The imperative shell: read, fold, decide, seal, append, receipt; retry on conflict.
//!
//! This is the only place where a clock is read or a random number made. No rule of the domain
//! lives here: what is taken and what is refused is `mediation::decide`'s to say.

mod bytes;
pub mod case_file;
mod chance;
mod check;
mod clock;
mod erase;
mod error;
mod follow;
mod heads;
mod keys;
mod load;
mod office;
mod receipts;
mod seat;
mod since;
mod standing;
mod statements;
mod submit;

pub use chance::{Chance, OsChance, SeededChance};
pub use check::{CheckReport, RoomReport};
pub use clock::{Clock, FixedClock, SystemClock};
pub use error::ServiceError;
pub use heads::Head;
pub use keys::{Opening, create, open};
pub use office::Office;
pub use receipts::ReceiptFile;
pub use seat::{SeatDoor, SeatView};
pub use since::{NotSigned, Since};
pub use submit::Recorded;
