//! Receipts: proof, to be checked offline, that one entry stands in a room's log; with the body, if its reader may
//! have it. A receipt is a C2SP tlog-proof, with the envelope (the data of the leaf) as its extra data.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::canonical::{self, CanonicalError};
use crate::checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint, decimal};
use crate::entry::{Envelope, EnvelopeError, commitment};
use crate::keys::NoteKey;
use crate::merkle::{InclusionProof, ProofError, leaf_hash};
use crate::{b64, hex};

/// The first line of a receipt.
pub const RECEIPT_HEADER: &str = "c2sp.org/tlog-proof@v1";

/// A receipt as it was read or made; nothing of it holds until [`Receipt::verify`] says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The bytes of the envelope.
    pub envelope: Vec<u8>,
    /// The body and its salt, where the receipt discloses them.
    pub disclosed: Option<Disclosed>,
    /// Where the leaf stands, counted from 0.
    pub index: u64,
    /// How the leaf leads to the root.
    pub proof: InclusionProof,
    /// The signed checkpoint, byte for byte.
    pub checkpoint: Vec<u8>,
}

/// A body and the salt of its commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// The bytes that were sealed.
    pub body: Vec<u8>,
    /// The salt.
    pub salt: [u8; 32],
}

/// What a verified receipt proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The entry's envelope.
    pub envelope: Envelope,
    /// The head of the log that contains it.
    pub checkpoint: Checkpoint,
    /// The body, where the receipt discloses it: it is the one that was recorded.
    pub body: Option<Vec<u8>>,
}

/// Why a receipt was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// It is no receipt.
    #[error("reading a receipt: {0}; use the file as it was handed over, unedited")]
    Form(&'static str),
    /// Its extra data is not canonical.
    #[error("reading a receipt: its extra data: {0}")]
    Extra(#[from] CanonicalError),
    /// Its envelope is malformed.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// Its checkpoint does not hold.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// Its proof does not hold.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// The envelope is of another room or number than the log and the place in it.
    #[error(
        "checking a receipt: the envelope is of another room or number than the place that the receipt proves; the desk wrote a false log, keep this file"
    )]
    Misplaced,
    /// The disclosed body is not the one that was recorded.
    #[error(
        "checking a receipt: the body beside it is not the one that was recorded; the entry itself is proven, the words are not"
    )]
    Body,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Extra {
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    envelope: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
}

impl Receipt {
    /// The file's bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ReceiptError> {
        let extra = Extra {
            body: self
                .disclosed
                .as_ref()
                .map(|disclosed| b64::encode(&disclosed.body)),
            envelope: b64::encode(&self.envelope),
            salt: self
                .disclosed
                .as_ref()
                .map(|disclosed| hex::encode(&disclosed.salt)),
        };
        let extra = b64::encode(&canonical::to_canonical(&extra)?);
        let mut text = format!("{RECEIPT_HEADER}\nextra {extra}\nindex {}\n", self.index);
        for hash in self.proof.hashes() {
            let _ = writeln!(text, "{}", b64::encode(hash.as_bytes()));
        }
        text.push('\n');
        let mut bytes = text.into_bytes();
        bytes.extend_from_slice(&self.checkpoint);
        Ok(bytes)
    }

    /// Reads a receipt; nothing is verified yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReceiptError> {
        let form = ReceiptError::Form;
        let text = std::str::from_utf8(bytes).map_err(|_| form("it is not UTF-8 text"))?;
        let (head, checkpoint) = text
            .split_once("\n\n")
            .ok_or(form("there is no blank line before the checkpoint"))?;
        let mut lines = head.split('\n');
        if lines.next() != Some(RECEIPT_HEADER) {
            return Err(form("its first line is not c2sp.org/tlog-proof@v1"));
        }
        let extra = lines.next().and_then(|line| line.strip_prefix("extra "));
        let extra = extra
            .and_then(b64::decode)
            .ok_or(form("its second line is not `extra` and base64"))?;
        let index = lines.next().and_then(|line| line.strip_prefix("index "));
        let index = index
            .and_then(decimal)
            .ok_or(form("its third line is not `index` and a number"))?;
        let hashes: Option<Vec<_>> = lines.map(b64::decode_digest).collect();
        let hashes = hashes.ok_or(form("a line of its proof is not 32 bytes in base64"))?;
        let extra: Extra = serde_json::from_value(canonical::parse_strict(&extra)?)
            .map_err(|_| form("its extra data has another shape"))?;
        let envelope = b64::decode(&extra.envelope).ok_or(form("its envelope is not base64"))?;
        let disclosed = match (extra.body, extra.salt) {
            (None, None) => None,
            (Some(body), Some(salt)) => Some(Disclosed {
                body: b64::decode(&body).ok_or(form("its body is not base64"))?,
                salt: hex::decode(&salt)
                    .map_err(|_| form("its salt is not 64 hexadecimal digits"))?,
            }),
            (Some(_), None) | (None, Some(_)) => {
                return Err(form("body and salt must come together"));
            }
        };
        let checkpoint = checkpoint.as_bytes().to_vec();
        Ok(Self {
            envelope,
            disclosed,
            index,
            proof: InclusionProof::new(hashes),
            checkpoint,
        })
    }

    /// Checks everything: the desk's signature, the way from the envelope to the signed root, and the body.
    pub fn verify(&self, key: &NoteKey) -> Result<Proven, ReceiptError> {
        let checkpoint = *SignedCheckpoint::verify(&self.checkpoint, key)?.checkpoint();
        let envelope = Envelope::parse(&self.envelope)?;
        self.proof.verify(
            leaf_hash(&self.envelope),
            self.index,
            checkpoint.size,
            &checkpoint.root,
        )?;
        if envelope.room != checkpoint.room || envelope.number.index() != self.index {
            return Err(ReceiptError::Misplaced);
        }
        let body = match &self.disclosed {
            None => None,
            Some(Disclosed { body, salt }) if commitment(salt, body) == envelope.commitment => {
                Some(body.clone())
            }
            Some(_) => return Err(ReceiptError::Body),
        };
        Ok(Proven {
            envelope,
            checkpoint,
            body,
        })
    }
}
