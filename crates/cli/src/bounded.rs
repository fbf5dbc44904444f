//! Reading a file that somebody else may have made: never more of it than was asked for.

use std::{fs::File, io::Read as _, path::Path};

use anyhow::Context as _;

/// The beginning of a file: at most so many bytes.
pub fn read(path: &Path, most: usize) -> anyhow::Result<Vec<u8>> {
    let reading = || format!("reading {}", path.display());
    let file = File::open(path).with_context(reading)?;
    let mut bytes = Vec::new();
    file.take(u64::try_from(most).unwrap_or(u64::MAX))
        .read_to_end(&mut bytes)
        .with_context(reading)?;
    Ok(bytes)
}

/// A whole file, refused where it has more bytes than that.
pub fn read_whole(path: &Path, most: usize) -> anyhow::Result<Vec<u8>> {
    let bytes = read(path, most.saturating_add(1))?;
    anyhow::ensure!(
        bytes.len() <= most,
        "reading {}: it has more than {most} bytes, the most that are read of one file. Check that it is the file you meant.",
        path.display()
    );
    Ok(bytes)
}
