//! Keys: the desk's signing key, the keys that encrypt, how one key is wrapped in another, and the keyring.
//!
//! The chain is: passphrase or key file, master key, case key, room key, an entry's secret. Each is wrapped under the
//! one before it; the wrapping names what it is for, so that one wrapped key never opens in another's place.

mod chain;
mod desk;
mod keyring;
mod lock;
pub(crate) mod seal;
mod secret;

pub use chain::{CaseKey, MAX_DOCUMENT, MasterKey};
pub use desk::{DeskKey, DeskPublicKey, KeyError, NoteKey};
pub use keyring::{KEYRING_RANDOM, Keyring, KeyringError, KeyringRandom, OpenKeyring};
pub use lock::{KeyFile, Lock, PassphraseCost, Unlock};
pub use seal::{NONCE, Nonce, UnsealError};
pub use secret::{EntrySecret, RoomKey, SealedKind, TooLarge};
