//! Points that are kept piece by piece while they are made, so that a step that was interrupted goes
//! on where it was.

use std::{fs::OpenOptions, io::Write as _, path::Path};

use anyhow::anyhow;
use linkage::{overlap::PointBytes, watch::Stopped};

use super::folder::POINTS_MOST;
use crate::files;

/// Makes points and keeps them in this file. What it has already, up to the last whole point, is
/// not made again.
pub fn kept(
    path: &Path,
    make: impl FnOnce(
        Vec<u8>,
        &mut dyn FnMut(&[u8]) -> Result<(), Stopped>,
    ) -> Result<Vec<PointBytes>, Stopped>,
) -> anyhow::Result<Vec<PointBytes>> {
    if !path.exists() {
        files::write_new(path, &[])?;
    }
    let mut done = files::read_whole(path, POINTS_MOST)?;
    done.truncate(done.len() / 32 * 32);
    let mut file = OpenOptions::new()
        .append(true)
        .open(path)
        .map_err(|e| files::failed("writing", path, &e))?;
    file.set_len(done.len() as u64)
        .map_err(|e| files::failed("writing", path, &e))?;
    let mut failure = None;
    let mut sink = |bytes: &[u8]| {
        file.write_all(bytes).map_err(|e| {
            failure = Some(files::failed("writing", path, &e));
            Stopped
        })
    };
    let points = make(done, &mut sink);
    match (points, failure) {
        (_, Some(failure)) => Err(failure),
        (Ok(points), None) => Ok(points),
        (Err(stopped), None) => Err(anyhow!(stopped)),
    }
}
