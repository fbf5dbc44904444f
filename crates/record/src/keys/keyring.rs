//! The keyring: the store's master key and the desk's signing key, locked. The store keeps it as opaque bytes.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::lock::{Lock, PassphraseCost, Unlock};
use super::seal::{self, NONCE, Nonce};
use super::{DeskKey, MasterKey};
use crate::canonical::{self, CanonicalError};
use crate::digest::Digest;
use crate::entry::take;
use crate::hex;

/// How many random bytes a new keyring needs.
pub const KEYRING_RANDOM: usize = 32 + 32 + 32 + 2 * NONCE;

/// The random bytes of a new keyring: master key, desk's seed, salt and two nonces.
#[derive(ZeroizeOnDrop)]
pub struct KeyringRandom {
    master: [u8; 32],
    desk: [u8; 32],
    salt: [u8; 32],
    master_nonce: Nonce,
    desk_nonce: Nonce,
}

/// A locked keyring. It tells how it is locked and nothing else, not even the desk's public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyring {
    contents: Contents,
}

/// What a keyring holds, opened.
#[derive(Debug, Clone)]
pub struct OpenKeyring {
    /// Opens the store.
    pub master: MasterKey,
    /// Signs for the desk.
    pub desk: DeskKey,
}

/// Why a keyring was refused or stayed shut.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// It is not canonical JSON.
    #[error("reading the keyring: {0}")]
    Canonical(#[from] CanonicalError),
    /// It is another document.
    #[error(
        "reading the keyring: it is not of the format {FORMAT} ({0}); restore it from a copy, or use a newer version of this program"
    )]
    Form(String),
    /// Its checksum does not hold.
    #[error(
        "reading the keyring: it is damaged (its checksum does not hold); the passphrase was not tried, restore the keyring from a copy"
    )]
    Damaged,
    /// The passphrase does not open it.
    #[error(
        "opening the keyring: the passphrase is wrong; try again, minding capitals and the keyboard's language"
    )]
    WrongPassphrase,
    /// The key file does not open it.
    #[error(
        "opening the keyring: this key file belongs to another store; use the one that was written when this store was made"
    )]
    WrongKeyFile,
    /// It is locked the other way.
    #[error(
        "opening the keyring: it is locked by a passphrase and a key file was given; give the passphrase"
    )]
    NeedsPassphrase,
    /// It is locked the other way.
    #[error(
        "opening the keyring: it is locked by a key file and a passphrase was given; give the key file"
    )]
    NeedsKeyFile,
    /// The passphrase is empty.
    #[error("locking or opening the keyring: the passphrase is empty; choose several words")]
    EmptyPassphrase,
    /// The file given is no key file.
    #[error(
        "reading a key file: it holds neither 64 hexadecimal digits nor 32 bytes; give the file that was written when the store was made"
    )]
    NotAKeyFile,
    /// The stated cost is out of bounds, or the machine cannot bear it.
    #[error(
        "opening the keyring: the stated cost of a guess is out of bounds; the keyring was not written by this program"
    )]
    Cost,
}

const FORMAT: &str = "good-offices/keyring/1";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    format: String,
    lock: LockForm,
    master: String,
    desk: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum LockForm {
    Passphrase {
        memory_kib: u64,
        passes: u64,
        salt: String,
    },
    KeyFile {
        salt: String,
    },
}

impl Keyring {
    /// Makes a new keyring and gives it open as well.
    pub fn create(
        lock: Lock<'_>,
        random: &KeyringRandom,
    ) -> Result<(Self, OpenKeyring), KeyringError> {
        let open = OpenKeyring {
            master: MasterKey::from_bytes(random.master),
            desk: DeskKey::from_seed(&random.desk),
        };
        let keyring = Self::locked(&open, lock, random)?;
        Ok((keyring, open))
    }

    /// Locks the same keys in another way: a new passphrase, or a key file in its place. Only salt and nonces are
    /// taken from the random bytes.
    pub fn relock(
        open: &OpenKeyring,
        lock: Lock<'_>,
        random: &KeyringRandom,
    ) -> Result<Self, KeyringError> {
        Self::locked(open, lock, random)
    }

    fn locked(
        open: &OpenKeyring,
        lock: Lock<'_>,
        random: &KeyringRandom,
    ) -> Result<Self, KeyringError> {
        let salt = hex::encode(&random.salt);
        let (form, key) = match lock {
            Lock::Passphrase(passphrase, cost) => (
                LockForm::Passphrase {
                    memory_kib: cost.memory_kib().into(),
                    passes: cost.passes().into(),
                    salt,
                },
                cost.stretch(passphrase, &random.salt)?,
            ),
            Lock::KeyFile(file) => (LockForm::KeyFile { salt }, Zeroizing::new(*file.bytes())),
        };
        let master = seal::encrypt(
            &key,
            &random.master_nonce,
            &master_context(&form)?,
            open.master.bytes(),
        );
        let desk = seal::encrypt(
            open.master.bytes(),
            &random.desk_nonce,
            DESK_CONTEXT,
            open.desk.seed(),
        );
        let (master, desk) = (hex::encode(&master), hex::encode(&desk));
        Ok(Self {
            contents: Contents {
                format: FORMAT.to_owned(),
                lock: form,
                master,
                desk,
            },
        })
    }

    /// Reads a keyring; it stays locked.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeyringError> {
        let mut document = canonical::parse_strict(bytes)?;
        let stated = document
            .as_object_mut()
            .and_then(|members| members.remove("checksum"));
        let actual = Digest::of(&canonical::write_value(&document)?).to_hex();
        if stated.as_ref().and_then(Value::as_str) != Some(&actual) {
            return Err(KeyringError::Damaged);
        }
        let contents: Contents = serde_json::from_value(document)
            .map_err(|error| KeyringError::Form(error.to_string()))?;
        if contents.format != FORMAT {
            return Err(KeyringError::Form(contents.format));
        }
        Ok(Self { contents })
    }

    /// The bytes to keep.
    pub fn to_bytes(&self) -> Result<Vec<u8>, KeyringError> {
        let bytes = canonical::to_canonical(&self.contents)?;
        let mut document = canonical::parse_strict(&bytes)?;
        if let Some(members) = document.as_object_mut() {
            members.insert(
                "checksum".to_owned(),
                Value::String(Digest::of(&bytes).to_hex()),
            );
        }
        Ok(canonical::write_value(&document)?)
    }

    /// Opens it. A passphrase takes as long as its cost says.
    pub fn open(&self, with: Unlock<'_>) -> Result<OpenKeyring, KeyringError> {
        let (key, wrong) = match (&self.contents.lock, with) {
            (
                LockForm::Passphrase {
                    memory_kib,
                    passes,
                    salt,
                },
                Unlock::Passphrase(passphrase),
            ) => {
                let cost = PassphraseCost::new(*memory_kib, *passes).ok_or(KeyringError::Cost)?;
                let salt =
                    hex::decode(salt).map_err(|error| KeyringError::Form(error.to_string()))?;
                (
                    cost.stretch(passphrase, &salt)?,
                    KeyringError::WrongPassphrase,
                )
            }
            (LockForm::KeyFile { .. }, Unlock::KeyFile(file)) => {
                (Zeroizing::new(*file.bytes()), KeyringError::WrongKeyFile)
            }
            (LockForm::Passphrase { .. }, Unlock::KeyFile(_)) => {
                return Err(KeyringError::NeedsPassphrase);
            }
            (LockForm::KeyFile { .. }, Unlock::Passphrase(_)) => {
                return Err(KeyringError::NeedsKeyFile);
            }
        };
        let master = unwrap(
            &key,
            &master_context(&self.contents.lock)?,
            &self.contents.master,
        )?
        .ok_or(wrong)?;
        let desk =
            unwrap(&master, DESK_CONTEXT, &self.contents.desk)?.ok_or(KeyringError::Damaged)?;
        Ok(OpenKeyring {
            master: MasterKey::from_bytes(*master),
            desk: DeskKey::from_seed(&desk),
        })
    }
}

const DESK_CONTEXT: &[u8] = b"good-offices/desk-seed/1\n";

/// The wrapping binds the lock's own parameters, so that nobody can make guesses cheaper unnoticed.
fn master_context(lock: &LockForm) -> Result<Vec<u8>, KeyringError> {
    let mut context = b"good-offices/master-key/1\n".to_vec();
    context.append(&mut canonical::to_canonical(lock)?);
    Ok(context)
}

fn unwrap(
    key: &[u8; 32],
    context: &[u8],
    wrapped: &str,
) -> Result<Option<Zeroizing<[u8; 32]>>, KeyringError> {
    let sealed: [u8; NONCE + 32 + seal::TAG] =
        hex::decode(wrapped).map_err(|error| KeyringError::Form(error.to_string()))?;
    let plain = seal::decrypt(key, context, &sealed);
    Ok(plain
        .and_then(|plain| plain.as_slice().try_into().ok())
        .map(Zeroizing::new))
}

impl KeyringRandom {
    /// Divides fresh random bytes: master key, desk's seed, salt and two nonces.
    pub fn from_bytes(bytes: [u8; KEYRING_RANDOM]) -> Self {
        let bytes = Zeroizing::new(bytes);
        let mut from = bytes.iter().copied();
        Self {
            master: take(&mut from),
            desk: take(&mut from),
            salt: take(&mut from),
            master_nonce: take(&mut from),
            desk_nonce: take(&mut from),
        }
    }
}

impl std::fmt::Debug for KeyringRandom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyringRandom(secret)")
    }
}
