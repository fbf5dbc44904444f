//! The desk's Ed25519 key, its public half, and the formats in which others read it.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

use crate::checkpoint::origin;
use crate::ids::RoomId;
use crate::{b64, hex, note};

/// The Ed25519 type of C2SP signed notes.
const ED25519: u8 = 0x01;

/// The desk's signing key. It is wiped from memory when it goes.
#[derive(Clone)]
pub struct DeskKey(SigningKey);

/// The public half of a desk's key; never one of the weak keys under which anything verifies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DeskPublicKey(VerifyingKey);

/// A public key under the name of one room's log: what a reader needs in order to check that log (a C2SP *vkey*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteKey {
    name: String,
    id: [u8; 4],
    public: DeskPublicKey,
}

/// Why a public key was refused, or a signature under it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The bytes are no point of the curve.
    #[error("reading a public key: the 32 bytes are no Ed25519 key; copy it again from its owner")]
    NotAKey,
    /// The key is of small order.
    #[error(
        "reading a public key: it is of small order, so that signatures under it prove nothing; refuse it, and ask its owner for a proper key"
    )]
    Weak,
    /// The text is no vkey.
    #[error("reading a verifier key: {0}; it reads NAME+8 HEX DIGITS+BASE64")]
    Vkey(&'static str),
    /// The text is no OpenSSH public key.
    #[error(
        "reading an OpenSSH public key: it is not of the form `ssh-ed25519 AAAA...`; only Ed25519 keys are used"
    )]
    OpenSsh,
    /// The signature does not hold.
    #[error(
        "checking a signature: it does not hold under this key; the text, the signature or the key is another"
    )]
    Signature,
}

impl DeskKey {
    /// The key grown from these 32 random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Its public half.
    pub fn public(&self) -> DeskPublicKey {
        DeskPublicKey(self.0.verifying_key())
    }

    /// Signs these bytes.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }

    pub(crate) fn seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for DeskKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeskKey(secret)")
    }
}

impl DeskPublicKey {
    /// The key with these bytes; small-order keys are refused.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::NotAKey)?;
        if key.is_weak() {
            Err(KeyError::Weak)
        } else {
            Ok(Self(key))
        }
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Checks a signature strictly: what one implementation accepts, all do.
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), KeyError> {
        self.0
            .verify_strict(message, signature)
            .map_err(|_| KeyError::Signature)
    }

    /// The key under the name of one room's log.
    pub fn for_room(&self, room: &RoomId) -> NoteKey {
        self.note_key(&origin(room))
    }

    pub(crate) fn note_key(self, name: &str) -> NoteKey {
        let hash = Sha256::new()
            .chain_update(name)
            .chain_update([b'\n', ED25519])
            .chain_update(self.as_bytes());
        let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
        NoteKey {
            name: name.to_owned(),
            id: [a, b, c, d],
            public: self,
        }
    }

    /// `ssh-ed25519 AAAA...`, as in `allowed_signers` and `authorized_keys`, without a comment.
    pub fn to_openssh(&self) -> String {
        let mut blob = Vec::with_capacity(51);
        for field in [SSH_ED25519.as_bytes(), self.as_bytes().as_slice()] {
            blob.extend_from_slice(&u32::try_from(field.len()).unwrap_or_default().to_be_bytes());
            blob.extend_from_slice(field);
        }
        format!("{SSH_ED25519} {}", b64::encode(&blob))
    }

    /// Reads `ssh-ed25519 AAAA...`; a comment may follow.
    pub fn from_openssh(text: &str) -> Result<Self, KeyError> {
        let key = ssh_key::PublicKey::from_openssh(text.trim()).map_err(|_| KeyError::OpenSsh)?;
        Self::from_bytes(&key.key_data().ed25519().ok_or(KeyError::OpenSsh)?.0)
    }
}

pub(crate) const SSH_ED25519: &str = "ssh-ed25519";

impl fmt::Debug for DeskPublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeskPublicKey({})", hex::encode(self.as_bytes()))
    }
}

impl NoteKey {
    /// The name under which it signs; for a room's log, the log's origin.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The short identifier that stands before its signatures.
    pub const fn id(&self) -> [u8; 4] {
        self.id
    }

    /// The key itself.
    pub const fn public(&self) -> &DeskPublicKey {
        &self.public
    }

    /// The key in one line, as a C2SP vkey.
    pub fn to_vkey(&self) -> String {
        let mut typed = vec![ED25519];
        typed.extend_from_slice(self.public.as_bytes());
        format!(
            "{}+{}+{}",
            self.name,
            hex::encode(&self.id),
            b64::encode(&typed)
        )
    }

    /// Reads a C2SP vkey; one newline may follow.
    pub fn from_vkey(text: &str) -> Result<Self, KeyError> {
        let refused = KeyError::Vkey;
        let line = text.strip_suffix('\n').unwrap_or(text);
        let (name, rest) = line
            .split_once('+')
            .ok_or(refused("there is no plus sign"))?;
        let (id, key) = rest
            .split_once('+')
            .ok_or(refused("there is only one plus sign"))?;
        if !note::is_key_name(name) {
            return Err(refused("the name is empty or holds a space"));
        }
        let id = hex::decode::<4>(id)
            .map_err(|_| refused("the identifier is not eight hexadecimal digits"))?;
        let typed = b64::decode(key).ok_or(refused("the key is not base64"))?;
        let bytes = match typed.split_first() {
            Some((&ED25519, bytes)) => bytes
                .try_into()
                .map_err(|_| refused("the key is not 32 bytes long"))?,
            _ => return Err(refused("the key is not of the Ed25519 type")),
        };
        let found = DeskPublicKey::from_bytes(bytes)?.note_key(name);
        if found.id == id {
            Ok(found)
        } else {
            Err(refused(
                "the identifier does not belong to this name and key",
            ))
        }
    }
}
