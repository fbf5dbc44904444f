//! A packed file (ZIP): its directory is checked before anything is unpacked, and what is unpacked
//! is counted while it is, because a directory may lie.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::Unreadable;
use crate::limits::{Limits, most};
use crate::xml::{Metered, Xml};

/// The most parts that a workbook is believed to have.
const PARTS: usize = 20_000;
/// A part of this size and more is held against its packed size.
const LARGE: u64 = 32 << 20;
/// How many times its packed size a large part may have. Tables pack ten to a hundred times.
const RATIO: u64 = 400;

/// A packed file whose directory has been checked.
pub(crate) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Parts by name in lower case with slashes; some programs write others.
    parts: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: Cell<u64>,
    size: u64,
}

/// A part while it is unpacked.
pub(crate) type Part<'p, 'a> = Metered<'p, BufReader<ZipFile<'p, Cursor<&'a [u8]>>>>;

impl<'a> Package<'a> {
    /// Reads and checks the directory.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Unreadable> {
        let mut zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged("its directory", &e))?;
        most("parts", zip.len() as u64, PARTS as u64)?;
        let mut parts = BTreeMap::new();
        let mut size: u64 = 0;
        for at in 0..zip.len() {
            let part = zip.by_index_raw(at).map_err(|e| damaged("a part", &e))?;
            if part.encrypted() {
                return Err(Unreadable::Encrypted);
            }
            let (packed, claims) = (part.compressed_size(), part.size());
            if claims > LARGE && claims / RATIO > packed {
                return Err(Unreadable::Bomb {
                    what: format!("{packed} bytes claim to be {claims}"),
                });
            }
            size = size.saturating_add(claims);
            let name = String::from_utf8_lossy(part.name_raw()).into_owned();
            parts.entry(folded(&name)).or_insert(at);
        }
        most("bytes when unpacked", size, limits.unpacked)?;
        if zip.has_overlapping_files().unwrap_or(true) {
            let what = "its parts overlap".to_owned();
            return Err(Unreadable::Bomb { what });
        }
        Ok(Self {
            zip,
            parts,
            left: Cell::new(limits.unpacked),
            size,
        })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&folded(name))
    }

    /// Whether there is a part in this folder.
    pub fn has_folder(&self, folder: &str) -> bool {
        self.parts.keys().any(|name| name.starts_with(folder))
    }

    /// What the directory claims that all parts are when unpacked, in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// A part, unpacked as it is read; none where there is none of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, Unreadable> {
        let Some(at) = self.parts.get(&folded(name)) else {
            return Ok(None);
        };
        let part = self.zip.by_index(*at).map_err(|e| damaged(name, &e))?;
        let buffered = BufReader::with_capacity(1 << 16, part);
        Ok(Some(Metered::new(buffered, &self.left)))
    }

    /// A part that must be there, as XML.
    pub fn xml(&mut self, name: &str) -> Result<Xml<Part<'_, 'a>>, Unreadable> {
        match self.part(name)? {
            Some(part) => Ok(Xml::new(part)),
            None => Err(Unreadable::Damaged {
                what: format!("its part {name} is missing"),
            }),
        }
    }

    /// The beginning of a part as text.
    pub fn text(&mut self, name: &str, most: u64) -> Option<String> {
        let mut bytes = Vec::new();
        let part = self.part(name).ok()??;
        part.take(most).read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn folded(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}

fn damaged(part: &str, why: &zip::result::ZipError) -> Unreadable {
    Unreadable::Damaged {
        what: format!("{part} cannot be unpacked: {why}"),
    }
}
