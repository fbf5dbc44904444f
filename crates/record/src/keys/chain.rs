//! The keys above a room's: the store's master key and the keys of cases, and which of them wraps which.

use std::fmt;

use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::seal::{self, Nonce, UnsealError};
use super::{RoomKey, TooLarge};
use crate::ids::{CaseId, RoomId};

/// Opens everything in one store. Wiped from memory when it goes.
#[derive(Clone, ZeroizeOnDrop)]
pub struct MasterKey([u8; 32]);

/// Opens one case. Wiped from memory when it goes.
#[derive(Clone, ZeroizeOnDrop)]
pub struct CaseKey([u8; 32]);

/// The largest document that a case or a store keeps sealed: 64 MiB.
pub const MAX_DOCUMENT: usize = 64 << 20;

impl MasterKey {
    /// The key made of these random bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Wraps a case's key.
    pub fn wrap_case_key(&self, case: &CaseId, key: &CaseKey, nonce: &Nonce) -> Vec<u8> {
        seal::encrypt(&self.0, nonce, &case_context(case), &key.0)
    }

    /// Unwraps a case's key.
    pub fn unwrap_case_key(&self, case: &CaseId, wrapped: &[u8]) -> Result<CaseKey, UnsealError> {
        unwrap(&self.0, &case_context(case), wrapped, "case key").map(CaseKey)
    }

    /// Wraps the key of a case beside which a document says where its rooms stand. Whoever holds no key cannot make
    /// it a key of the other kind, and so cannot take that document away unnoticed.
    pub fn wrap_headed_case_key(&self, case: &CaseId, key: &CaseKey, nonce: &Nonce) -> Vec<u8> {
        seal::encrypt(&self.0, nonce, &headed_case_context(case), &key.0)
    }

    /// Unwraps what [`MasterKey::wrap_headed_case_key`] wrapped, and nothing else.
    pub fn unwrap_headed_case_key(
        &self,
        case: &CaseId,
        wrapped: &[u8],
    ) -> Result<CaseKey, UnsealError> {
        unwrap(&self.0, &headed_case_context(case), wrapped, "case key").map(CaseKey)
    }

    /// Encrypts other bytes that the store keeps, padded to a size class. The label says what they are and must be
    /// given again to open them.
    pub fn seal(&self, label: &str, plain: &[u8], nonce: &Nonce) -> Result<Vec<u8>, TooLarge> {
        seal_document(&self.0, label, plain, nonce)
    }

    /// Opens what [`MasterKey::seal`] sealed under the same label.
    pub fn open(&self, label: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
        open_document(&self.0, label, sealed)
    }
}

impl CaseKey {
    /// The key made of these random bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Wraps a room's key.
    pub fn wrap_room_key(
        &self,
        case: &CaseId,
        room: &RoomId,
        key: &RoomKey,
        nonce: &Nonce,
    ) -> Vec<u8> {
        seal::encrypt(&self.0, nonce, &room_context(case, room), &key.0)
    }

    /// Unwraps a room's key.
    pub fn unwrap_room_key(
        &self,
        case: &CaseId,
        room: &RoomId,
        wrapped: &[u8],
    ) -> Result<RoomKey, UnsealError> {
        unwrap(&self.0, &room_context(case, room), wrapped, "room key").map(RoomKey)
    }

    /// Encrypts other bytes of the case, padded to a size class, under a label that says what they are.
    pub fn seal(&self, label: &str, plain: &[u8], nonce: &Nonce) -> Result<Vec<u8>, TooLarge> {
        seal_document(&self.0, label, plain, nonce)
    }

    /// Opens what [`CaseKey::seal`] sealed under the same label.
    pub fn open(&self, label: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
        open_document(&self.0, label, sealed)
    }
}

fn case_context(case: &CaseId) -> Vec<u8> {
    format!("good-offices/case-key/1\n{case}\n").into_bytes()
}

fn headed_case_context(case: &CaseId) -> Vec<u8> {
    format!("good-offices/case-key/2\n{case}\n").into_bytes()
}

fn room_context(case: &CaseId, room: &RoomId) -> Vec<u8> {
    format!("good-offices/room-key/1\n{case}\n{room}\n").into_bytes()
}

fn document_context(label: &str) -> Vec<u8> {
    format!("good-offices/document/1\n{label}\n").into_bytes()
}

fn unwrap(
    key: &[u8; 32],
    context: &[u8],
    wrapped: &[u8],
    what: &'static str,
) -> Result<[u8; 32], UnsealError> {
    let plain = seal::decrypt(key, context, wrapped).ok_or(UnsealError::Locked(what))?;
    plain
        .as_slice()
        .try_into()
        .map_err(|_| UnsealError::Length(what))
}

fn seal_document(
    key: &[u8; 32],
    label: &str,
    plain: &[u8],
    nonce: &Nonce,
) -> Result<Vec<u8>, TooLarge> {
    let refused = TooLarge {
        found: plain.len(),
        most: MAX_DOCUMENT,
    };
    if plain.len() > MAX_DOCUMENT {
        return Err(refused);
    }
    let padded = seal::pad(plain, seal::size_class(plain.len())).ok_or(refused)?;
    Ok(seal::encrypt(key, nonce, &document_context(label), &padded))
}

fn open_document(
    key: &[u8; 32],
    label: &str,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let padded = seal::decrypt(key, &document_context(label), sealed)
        .ok_or(UnsealError::Locked("document"))?;
    seal::unpad(padded).ok_or(UnsealError::Padding("document"))
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(secret)")
    }
}

impl fmt::Debug for CaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CaseKey(secret)")
    }
}
