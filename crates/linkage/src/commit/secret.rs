//! The one secret behind a committed list. Salts and the order of the entries come from it (HKDF,
//! RFC 5869, with SHA-256), so that keeping it and the list is keeping everything.

use std::fmt;

use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{hex, unhex};

/// 32 random bytes that only the owner of a list has. Wiped when dropped; never printed.
#[derive(Clone)]
pub struct ListSecret {
    bytes: Zeroizing<[u8; 32]>,
    /// HMAC keyed with HKDF's pseudorandom key.
    expand: Hmac<Sha256>,
}

impl ListSecret {
    /// A secret of these bytes, which must be random and new for each list.
    pub fn new(bytes: [u8; 32]) -> Self {
        let bytes = Zeroizing::new(bytes);
        let extracted = Zeroizing::new(<[u8; 32]>::from(
            keyed(&[0; 32])
                .chain_update(bytes.as_slice())
                .finalize()
                .into_bytes(),
        ));
        let expand = keyed(&extracted);
        Self { bytes, expand }
    }

    /// The secret as 64 hexadecimal digits, for the file in which the owner keeps it.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.bytes.as_slice()))
    }

    /// The secret of such digits; none where they are anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        unhex(text).map(Self::new)
    }

    /// HKDF-Expand to 32 bytes under this label and these numbers, each as eight bytes, big end first.
    pub fn derive(&self, label: &str, numbers: &[u64]) -> [u8; 32] {
        let mut block = self.expand.clone();
        block.update(label.as_bytes());
        for number in numbers {
            block.update(&number.to_be_bytes());
        }
        block.update(&[1]);
        block.finalize().into_bytes().into()
    }

    /// The salt of an entry.
    pub fn entry_salt(&self, entry: usize) -> [u8; 32] {
        self.derive("good offices entry salt 1", &[entry as u64])
    }

    /// The salt of one of an entry's fields.
    pub fn field_salt(&self, entry: usize, field: usize) -> [u8; 32] {
        self.derive("good offices field salt 1", &[entry as u64, field as u64])
    }

    /// By what the entries are put in order: the smallest first.
    pub fn rank(&self, entry: usize) -> [u8; 32] {
        self.derive("good offices order 1", &[entry as u64])
    }
}

impl fmt::Debug for ListSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ListSecret(…)")
    }
}

/// HMAC-SHA-256 with a key of 32 bytes.
fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0_u8; 64]);
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    <Hmac<Sha256> as hmac::digest::KeyInit>::new((&*block).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_bytes_are_those_of_rfc_5869() {
        // Test case 3 of RFC 5869 (no salt, no info) begins with these 32 bytes; its key has 22.
        let mut prk = keyed(&[0; 32]);
        prk.update(&[0x0b; 22]);
        let prk: [u8; 32] = prk.finalize().into_bytes().into();
        assert_eq!(
            hex(&prk),
            "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"
        );
        let okm: [u8; 32] = keyed(&prk).chain_update([1]).finalize().into_bytes().into();
        assert_eq!(
            hex(&okm),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
        );
    }

    #[test]
    fn salts_differ_and_come_again() {
        let secret = ListSecret::new([7; 32]);
        assert_ne!(secret.entry_salt(0), secret.entry_salt(1));
        assert_ne!(secret.field_salt(0, 1), secret.field_salt(1, 0));
        assert_eq!(secret.rank(5), ListSecret::new([7; 32]).rank(5));
        assert_eq!(format!("{secret:?}"), "ListSecret(…)");
    }
}
