//! C2SP tlog-tiles: the hashes of a tree in tiles of 256, and the entries in bundles of 256.

use super::{ExportError, ExportFile};
use crate::digest::Digest;
use crate::merkle::root;

/// How many hashes or entries a full tile holds.
pub(super) const WIDTH: usize = 256;

/// The tiles of all levels.
pub(super) fn hashes(leaves: &[Digest]) -> Vec<ExportFile> {
    let mut files = Vec::new();
    let mut level = leaves.to_vec();
    let mut height = 0;
    while !level.is_empty() {
        for (index, tile) in level.chunks(WIDTH).enumerate() {
            let bytes = tile.iter().flat_map(Digest::as_bytes).copied().collect();
            files.push((path(&height.to_string(), index, tile.len()), bytes));
        }
        level = level
            .as_chunks::<WIDTH>()
            .0
            .iter()
            .map(|tile| root(tile))
            .collect();
        height += 1;
    }
    files
}

/// The entries, each after its length in two bytes.
pub(super) fn bundles(envelopes: &[Vec<u8>]) -> Result<Vec<ExportFile>, ExportError> {
    let mut files = Vec::new();
    for (index, bundle) in envelopes.chunks(WIDTH).enumerate() {
        let mut bytes = Vec::new();
        for envelope in bundle {
            let length = u16::try_from(envelope.len())
                .map_err(|_| ExportError::EnvelopeTooLong(envelope.len()))?;
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(envelope);
        }
        files.push((path("entries", index, bundle.len()), bytes));
    }
    Ok(files)
}

/// Reads the entries of a log of this size, asking for one file after the other.
pub(super) fn read_bundles<'a>(
    size: u64,
    file: impl Fn(&str) -> Result<&'a [u8], ExportError>,
) -> Result<Vec<Vec<u8>>, ExportError> {
    let mut envelopes = Vec::new();
    let mut left = size;
    let mut index = 0;
    while left > 0 {
        let width = usize::try_from(left).unwrap_or(WIDTH).min(WIDTH);
        let path = path("entries", index, width);
        let mut bytes = file(&path)?;
        for _ in 0..width {
            let (envelope, rest) =
                split_entry(bytes).ok_or_else(|| ExportError::Bundle(path.clone()))?;
            envelopes.push(envelope.to_vec());
            bytes = rest;
        }
        if !bytes.is_empty() {
            return Err(ExportError::Bundle(path));
        }
        left -= width as u64;
        index += 1;
    }
    Ok(envelopes)
}

fn split_entry(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

/// `tile/0/x001/234.p/5`: groups of three digits, all but the last marked, and the width of a tile that is not full.
fn path(level: &str, index: usize, width: usize) -> String {
    let mut name = format!("{:03}", index % 1000);
    let mut rest = index / 1000;
    while rest > 0 {
        name = format!("x{:03}/{name}", rest % 1000);
        rest /= 1000;
    }
    let part = if width == WIDTH {
        String::new()
    } else {
        format!(".p/{width}")
    };
    format!("tile/{level}/{name}{part}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merkle::leaf_hash;

    #[test]
    fn paths_are_those_of_the_specification() {
        assert_eq!(path("0", 1_234_067, WIDTH), "tile/0/x001/x234/067");
        assert_eq!(path("entries", 0, 5), "tile/entries/000.p/5");
    }

    #[test]
    fn a_tree_of_70000_has_the_tiles_that_the_specification_counts() {
        let leaves: Vec<Digest> = (0..70_000_u32)
            .map(|at| leaf_hash(&at.to_be_bytes()))
            .collect();
        let names: Vec<String> = hashes(&leaves).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), 273 + 1 + 1 + 1 + 1);
        for name in [
            "tile/0/272",
            "tile/0/273.p/112",
            "tile/1/000",
            "tile/1/001.p/17",
            "tile/2/000.p/1",
        ] {
            assert!(names.iter().any(|found| found == name), "{name}");
        }
    }
}
