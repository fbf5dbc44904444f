//! SSHSIG signatures: what `ssh-keygen -Y sign` writes and `ssh-keygen -Y verify` checks.
//!
//! A namespace says which act was signed, so that a signature under one act can never be shown as another.

use ssh_key::{Algorithm, HashAlg, LineEnding, SshSig, public::KeyData};

use crate::keys::{DeskKey, DeskPublicKey, KeyError};

/// Why a signature was refused, or could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SshSigError {
    /// It is no SSHSIG.
    #[error(
        "reading a signature: it is not what `ssh-keygen -Y sign` writes; send the whole file from BEGIN to END SSH SIGNATURE"
    )]
    Form,
    /// It was made with another kind of key.
    #[error(
        "checking a signature: it was made with a key of the kind {0}; only ssh-ed25519 keys are used"
    )]
    Kind(String),
    /// The key is unfit.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// It was made with another key.
    #[error(
        "checking a signature: it was made with another key than the one on file for this person; ask which key is theirs"
    )]
    OtherKey,
    /// It was made for another act.
    #[error(
        "checking a signature: it was made for {found:?} and not for {expected:?}; sign again with -n {expected}"
    )]
    Namespace {
        /// The namespace that was expected.
        expected: String,
        /// The one in the signature.
        found: String,
    },
    /// It could not be made.
    #[error("signing: the namespace is empty; name the act")]
    EmptyNamespace,
}

/// Checks an armoured signature over a message, under this key and for this act, strictly.
pub fn verify(
    key: &DeskPublicKey,
    namespace: &str,
    message: &[u8],
    armoured: &str,
) -> Result<(), SshSigError> {
    let signature = SshSig::from_pem(armoured).map_err(|_| SshSigError::Form)?;
    if signature.algorithm() != Algorithm::Ed25519 {
        return Err(SshSigError::Kind(signature.algorithm().to_string()));
    }
    let signer = signature.public_key().ed25519().ok_or(SshSigError::Form)?;
    let signer = DeskPublicKey::from_bytes(&signer.0)?;
    if signer != *key {
        return Err(SshSigError::OtherKey);
    }
    if signature.namespace() != namespace {
        let (expected, found) = (namespace.to_owned(), signature.namespace().to_owned());
        return Err(SshSigError::Namespace { expected, found });
    }
    let covered = SshSig::signed_data(namespace, signature.hash_alg(), message)
        .map_err(|_| SshSigError::Form)?;
    let bytes = ed25519_dalek::Signature::from_slice(signature.signature_bytes())
        .map_err(|_| SshSigError::Form)?;
    Ok(key.verify(&covered, &bytes)?)
}

/// Signs a message for this act, as `ssh-keygen -Y sign -n NAMESPACE` does.
pub fn sign(key: &DeskKey, namespace: &str, message: &[u8]) -> Result<String, SshSigError> {
    if namespace.is_empty() {
        return Err(SshSigError::EmptyNamespace);
    }
    let hash = HashAlg::Sha512;
    let signed = SshSig::signed_data(namespace, hash, message).map_err(|_| SshSigError::Form)?;
    let bytes = ssh_key::Signature::new(Algorithm::Ed25519, key.sign(&signed))
        .map_err(|_| SshSigError::Form)?;
    let public = KeyData::Ed25519(ssh_key::public::Ed25519PublicKey(*key.public().as_bytes()));
    let signature = SshSig::new(public, namespace, hash, bytes).map_err(|_| SshSigError::Form)?;
    signature
        .to_pem(LineEnding::LF)
        .map_err(|_| SshSigError::Form)
}
