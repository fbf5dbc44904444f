//! XChaCha20-Poly1305 around bytes of ours: nonce, ciphertext, tag; padded to sizes that tell little.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize as _, Zeroizing};

/// How many bytes a nonce has.
pub const NONCE: usize = 24;
/// Random bytes, never used twice under one key; 24 of them are enough to draw them blindly.
pub type Nonce = [u8; NONCE];

pub(crate) const TAG: usize = 16;
pub(crate) const PREFIX: usize = 4;

/// Why sealed bytes do not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnsealError {
    /// The key does not fit, or the bytes were altered.
    #[error(
        "opening a sealed {0}: the key is not the one it was sealed under, or its bytes were altered; check the key, then the disk"
    )]
    Locked(&'static str),
    /// It opened, but is not padded as we pad.
    #[error(
        "opening a sealed {0}: it opens, but its padding is not ours; it was not written by this program"
    )]
    Padding(&'static str),
    /// It opened, but has another length than a key.
    #[error(
        "opening a sealed {0}: it opens, but has the wrong length; it was not written by this program"
    )]
    Length(&'static str),
}

/// Encrypts. A failure (only possible beyond 256 GiB) leaves nothing but the nonce, which never opens.
pub(crate) fn encrypt(key: &[u8; 32], nonce: &Nonce, context: &[u8], plain: &[u8]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    let mut sealed = nonce.to_vec();
    let payload = Payload {
        msg: plain,
        aad: context,
    };
    sealed.append(
        &mut cipher
            .encrypt(XNonce::from_slice(nonce), payload)
            .unwrap_or_default(),
    );
    sealed
}

pub(crate) fn decrypt(key: &[u8; 32], context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>()?;
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    cipher
        .decrypt(
            XNonce::from_slice(nonce),
            Payload {
                msg: body,
                aad: context,
            },
        )
        .ok()
        .map(Zeroizing::new)
}

/// The length, the bytes, and zeros up to `size`; `None` if they do not fit.
pub(crate) fn pad(plain: &[u8], size: usize) -> Option<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(plain.len()).ok()?;
    if plain.len() + PREFIX > size {
        return None;
    }
    let mut padded = Zeroizing::new(Vec::with_capacity(size));
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(plain);
    padded.resize(size, 0);
    Some(padded)
}

pub(crate) fn unpad(mut padded: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let (length, rest) = padded.split_first_chunk::<PREFIX>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (_, zeros) = rest.split_at_checked(length)?;
    if zeros.iter().any(|byte| *byte != 0) {
        return None;
    }
    padded.copy_within(PREFIX..PREFIX + length, 0);
    if let Some(tail) = padded.get_mut(length..) {
        tail.zeroize();
    }
    padded.truncate(length);
    Some(padded)
}

/// The smallest size class that holds this many bytes: powers of two from 512.
pub(crate) fn size_class(length: usize) -> usize {
    (length + PREFIX).next_power_of_two().max(512)
}
