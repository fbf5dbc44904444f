//! The file as a file: where it may lie, what its first bytes say, who may
//! read it. Knows no SQL.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::mounts;
use crate::StoreError;

/// What every SQLite file begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// "GoOf": marks the file as ours.
pub const APPLICATION_ID: u32 = 0x476f_4f66;

/// The length of the header that follows from the magic.
const HEADER: usize = 100;

/// Makes the empty file, readable by its owner alone, and gives its full path.
pub fn make(path: &Path) -> Result<PathBuf, StoreError> {
    let action = "make a new store";
    let taken = |place: &Path| StoreError::AlreadyThere {
        place: place.display().to_string(),
    };
    match path.metadata() {
        Ok(found) if found.len() > 0 || !found.is_file() => return Err(taken(path)),
        // An empty file is what is left where making a store was cut short.
        Ok(_) => {}
        Err(_) => {
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options
                .open(path)
                .map_err(|cause| file(action, path, cause))?;
        }
    }
    let full = path
        .canonicalize()
        .map_err(|cause| file(action, path, cause))?;
    refuse_network(&full)?;
    Ok(full)
}

/// Looks at what is there before SQLite touches it, and gives its full path.
pub fn find(path: &Path) -> Result<PathBuf, StoreError> {
    let place = path.display().to_string();
    let action = "open the store";
    if !path.exists() {
        return Err(StoreError::NotThere { place });
    }
    let full = path
        .canonicalize()
        .map_err(|cause| file(action, path, cause))?;
    refuse_network(&full)?;
    if !full.is_file() {
        return Err(StoreError::NotAStore {
            place,
            why: "it is not a file".to_owned(),
        });
    }
    let mut begins = Vec::with_capacity(HEADER);
    File::open(&full)
        .and_then(|opened| opened.take(HEADER as u64).read_to_end(&mut begins))
        .map_err(|cause| file(action, path, cause))?;
    if !begins.starts_with(MAGIC) {
        let why = if begins.is_empty() {
            "the file is empty"
        } else {
            "it is not an SQLite file"
        };
        return Err(StoreError::NotAStore {
            place,
            why: why.to_owned(),
        });
    }
    let header = Header::read(&begins).ok_or_else(|| StoreError::Damaged {
        place: place.clone(),
        detail: "the file is cut off in its first bytes".to_owned(),
    })?;
    if header.application != APPLICATION_ID {
        return Err(StoreError::NotAStore {
            place,
            why: "it is an SQLite database of another program".to_owned(),
        });
    }
    refuse_cut_off(&full, &header)?;
    Ok(full)
}

/// What we need of the first bytes of an SQLite file.
struct Header {
    page_bytes: u64,
    pages: u64,
    application: u32,
}

impl Header {
    fn read(begins: &[u8]) -> Option<Self> {
        let number = |at: usize| -> Option<u32> {
            let bytes = begins.get(at..at + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        begins.get(HEADER - 1)?;
        let page_bytes = match number(16)? >> 16 {
            1 => 65_536,
            other => u64::from(other),
        };
        Some(Self {
            page_bytes,
            pages: number(28)?.into(),
            application: number(68)?,
        })
    }
}

/// SQLite itself takes a last page that is cut off for one that ends in
/// zeroes. Where there is a log beside the file, the file may rightly be
/// short: a crash came while the log was being moved into it.
fn refuse_cut_off(path: &Path, header: &Header) -> Result<(), StoreError> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let logged = Path::new(&log)
        .metadata()
        .is_ok_and(|found| found.len() > 0);
    let found = path
        .metadata()
        .map_err(|cause| file("open the store", path, cause))?
        .len();
    let expected = header.pages.saturating_mul(header.page_bytes);
    if logged || found >= expected {
        return Ok(());
    }
    Err(StoreError::Damaged {
        place: path.display().to_string(),
        detail: format!("the file is cut off: {found} bytes of {expected}"),
    })
}

/// Makes the file's name in its folder as durable as its content.
pub fn flush_folder(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(path);
    File::open(folder)
        .and_then(|opened| opened.sync_all())
        .map_err(|cause| file("make a new store durable", folder, cause))
}

/// Wraps what the system says about a file.
pub fn file(action: &'static str, path: &Path, cause: std::io::Error) -> StoreError {
    StoreError::File {
        action,
        place: path.display().to_string(),
        cause,
    }
}

fn refuse_network(path: &Path) -> Result<(), StoreError> {
    // Only Linux tells; elsewhere nothing is known and nothing is refused.
    let Ok(table) = std::fs::read_to_string("/proc/self/mounts") else {
        return Ok(());
    };
    match mounts::network_kind(&table, path) {
        Some(kind) => Err(StoreError::NetworkFileSystem {
            place: path.display().to_string(),
            kind,
        }),
        None => Ok(()),
    }
}
