//! The file that an owner keeps beside a committed list and shows to nobody: the secret, and how the
//! list was read, so that it is read the same way again.

use std::{fmt::Write as _, path::Path};

use anyhow::Context as _;
use clap::ValueEnum;
use linkage::{commit::ListSecret, date::CivilDay, overlap::Repeats};
use zeroize::Zeroizing;

use crate::{files, outcome::path_shown};

const FIRST: &str = "good offices list secret 1: show it to nobody";

/// The most bytes of such a file.
const MOST: usize = 4 << 20;

/// Which keys entries carry for an overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Keys {
    /// None: the list can be opened entry by entry, and not compared blindly.
    None,
    /// Eleven, for lists in one script.
    Tolerant,
    /// Fifty-one, for lists in two scripts.
    Crossing,
}

/// What becomes of keys that several entries have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RepeatsArg {
    /// Each keeps them; the other side sees which entries share a key.
    Kept,
    /// The first keeps them; the other side sees nothing of it.
    Hidden,
}

impl From<RepeatsArg> for Repeats {
    fn from(arg: RepeatsArg) -> Self {
        match arg {
            RepeatsArg::Kept => Self::Kept,
            RepeatsArg::Hidden => Self::Hidden,
        }
    }
}

/// The file.
pub struct SecretFile {
    /// The secret.
    pub secret: ListSecret,
    /// Which keys.
    pub keys: Keys,
    /// To how many entries the list is padded.
    pub padded_to: u64,
    /// What becomes of repeated keys.
    pub repeats: RepeatsArg,
    /// The day from which ages count.
    pub as_of: Option<CivilDay>,
    /// What each column means: a mapping file.
    pub mapping: String,
}

impl SecretFile {
    /// Writes a new file that its owner alone can read.
    pub fn write(&self, path: &Path) -> anyhow::Result<()> {
        let day = self.as_of.map_or_else(
            || "none".to_owned(),
            |d| format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day()),
        );
        let mut text = Zeroizing::new(String::with_capacity(1024 + self.mapping.len()));
        let _ = write!(
            *text,
            "{FIRST}\nsecret: {}\nkeys: {}\npadded-to: {}\nrepeats: {}\nas-of: {day}\n\n{}",
            *self.secret.to_text(),
            word(&self.keys),
            self.padded_to,
            word(&self.repeats),
            self.mapping
        );
        files::write_new_as("writing the secret of the list", path, text.as_bytes())
    }

    /// Reads the file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let bytes = Zeroizing::new(files::read_whole(path, MOST)?);
        let text = std::str::from_utf8(&bytes).ok();
        text.and_then(Self::parse).with_context(|| {
            format!(
                "reading {}: it is not the secret of a list as this program writes it; look for the file that was made with the commitment",
                path_shown(path)
            )
        })
    }

    fn parse(text: &str) -> Option<Self> {
        let (head, mapping) = text.split_once("\n\n")?;
        let mut lines = head.lines();
        if lines.next()? != FIRST {
            return None;
        }
        let mut value = |word: &str| lines.next()?.strip_prefix(word)?.strip_prefix(": ");
        let secret = ListSecret::from_text(value("secret")?)?;
        let keys = Keys::from_str(value("keys")?, false).ok()?;
        let padded_to = value("padded-to")?.parse().ok()?;
        let repeats = RepeatsArg::from_str(value("repeats")?, false).ok()?;
        let as_of = match value("as-of")? {
            "none" => None,
            day => Some(CivilDay::parse(day)?),
        };
        let mapping = mapping.to_owned();
        Some(Self {
            secret,
            keys,
            padded_to,
            repeats,
            as_of,
            mapping,
        })
    }
}

/// The word by which a choice is given on the command line.
fn word(choice: &impl ValueEnum) -> String {
    choice
        .to_possible_value()
        .map_or_else(String::new, |value| value.get_name().to_owned())
}
