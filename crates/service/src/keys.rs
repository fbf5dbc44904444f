//! Making a store with its keys, and opening one.

use std::sync::Arc;

use record::keys::{
    DeskKey, KEYRING_RANDOM, KeyFile, Keyring, KeyringRandom, Lock, MasterKey, PassphraseCost,
    Unlock,
};
use store::{MetaKey, Store, StoreUrl};

use crate::{Chance, Clock, Office, ServiceError, chance};

const KEYRING: MetaKey = MetaKey::new("keyring");

/// What opens a store.
#[derive(Clone, Copy)]
pub enum Opening<'a> {
    /// A passphrase.
    Passphrase(&'a str),
    /// A passphrase that is public anyway: for tests and demonstrations, where it protects nothing.
    PublicPassphrase(&'a str),
    /// A key file.
    KeyFile(&'a KeyFile),
}

/// The keys that an open store works with.
pub(crate) struct Keys {
    pub master: MasterKey,
    pub desk: DeskKey,
}

/// Makes a new store with new keys, and opens it.
///
/// # Errors
/// When something is already there, or the place cannot be written.
pub fn create(
    url: &StoreUrl,
    opening: Opening<'_>,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
) -> Result<Office, ServiceError> {
    let random = KeyringRandom::from_bytes(chance::bytes::<KEYRING_RANDOM>(chance.as_ref())?);
    let lock = match opening {
        Opening::Passphrase(p) => Lock::Passphrase(p, PassphraseCost::STRONG),
        Opening::PublicPassphrase(p) => Lock::Passphrase(p, PassphraseCost::LIGHT),
        Opening::KeyFile(f) => Lock::KeyFile(f),
    };
    let (keyring, open) = Keyring::create(lock, &random)?;
    let store = store::create(url)?;
    store.put_meta_once(KEYRING, &keyring.to_bytes()?)?;
    Office::load(
        store,
        Keys {
            master: open.master,
            desk: open.desk,
        },
        clock,
        chance,
    )
}

/// Opens a store that was made before.
///
/// # Errors
/// When it is not there, does not open with this key, or does not add up.
pub fn open(
    url: &StoreUrl,
    opening: Opening<'_>,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
) -> Result<Office, ServiceError> {
    let store: Arc<dyn Store> = store::open(url)?;
    let keyring = store.meta(KEYRING)?.ok_or(ServiceError::NoKeyring)?;
    let unlock = match opening {
        Opening::Passphrase(p) | Opening::PublicPassphrase(p) => Unlock::Passphrase(p),
        Opening::KeyFile(f) => Unlock::KeyFile(f),
    };
    let open = Keyring::parse(&keyring)?.open(unlock)?;
    Office::load(
        store,
        Keys {
            master: open.master,
            desk: open.desk,
        },
        clock,
        chance,
    )
}
