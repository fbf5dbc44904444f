//! Which sessions the editions of a list have been in: a file beside the secret of each edition,
//! with what it had of the edition before. Two runs on lists that differ by one person tell whether
//! that person is on the other's list; so an edition is in one session only, and the next edition
//! after a session says why another is needed.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use linkage::{
    commit::{Commitment, Digest, Epoch},
    overlap::{Pledge, PointBytes},
};
use mediation::time::Instant;
use serde::{Deserialize, Serialize};
use service::{Clock as _, SystemClock};

use crate::{files, outcome::path_shown};

/// The most bytes of the file.
const MOST: usize = 16 << 20;

/// What stands in the file, a line of JSON each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
enum Line {
    /// An edition was committed to after one that had been in a session.
    Edition {
        on: String,
        commitment: Digest,
        reason: String,
    },
    /// A session began: both pledges fitted.
    Session(Held),
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Held {
    on: String,
    id: Digest,
    /// The commitment to this side's edition.
    ours: Digest,
    /// The public part of this side's secret, 32 bytes as a digest has: by it a step that was interrupted is known again.
    public: Digest,
    /// What the other side calls itself.
    with: String,
    /// The commitment to its edition.
    theirs: Digest,
}

/// The file of one edition.
pub struct Sessions {
    path: PathBuf,
    lines: Vec<Line>,
}

/// A list may not be in this session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// This side's edition was in another session.
    Ours {
        /// With whom.
        with: String,
        /// When.
        on: String,
    },
    /// The other side's edition was in another session with this side.
    Theirs {
        /// Who it is now.
        with: String,
        /// When.
        on: String,
    },
    /// An edition after a session without a reason.
    NoReason {
        /// With whom the session was.
        with: String,
        /// When.
        on: String,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ours { with, on } => write!(
                f,
                "this edition of the list was in a session with {with} already (begun {on}), and two sessions on one edition tell more than either was meant to. Commit to it anew and say why: goodoffices commit make … --before COMMITMENT --before-list LIST --before-secret SECRET --reason \"…\""
            ),
            Self::Theirs { with, on } => write!(
                f,
                "the edition to which {with} committed was in a session with this side already (begun {on}): with a second one it learns which entries of yours are new. Ask for a new commitment that names the old one as the one before it, and why it is needed; tell the go-between."
            ),
            Self::NoReason { with, on } => write!(
                f,
                "the edition before was in a session with {with} (begun {on}); a new edition lets this list be compared a second time. Say why that is needed: --reason \"…\". It is kept beside the secret, and the go-between may ask for it."
            ),
        }
    }
}

impl std::error::Error for Refused {}

/// What is to be said of the other side's edition beside its pledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// No edition of theirs was met before.
    New,
    /// It comes after one that was met: how many entries went and came since.
    Next { removed: u64, added: u64 },
    /// A side of this name was met with an edition that this one does not name.
    Unconnected { on: String },
}

impl Sessions {
    /// Those of the edition whose secret is in this file.
    pub fn beside(secret: &Path) -> anyhow::Result<Self> {
        let mut path = secret.as_os_str().to_owned();
        path.push(".sessions");
        Self::at(PathBuf::from(path))
    }

    /// Those in this file; none where there is no such file.
    pub fn at(path: PathBuf) -> anyhow::Result<Self> {
        let mut lines = Vec::new();
        if path.exists() {
            let text = files::read_whole(&path, MOST)?;
            for line in text
                .split(|byte| *byte == b'\n')
                .filter(|line| !line.is_empty())
            {
                let read = serde_json::from_slice(line).with_context(|| {
                    format!(
                        "reading {}: it is not the file of sessions as this program writes it; put back the file as it was",
                        path_shown(&path)
                    )
                })?;
                lines.push(read);
            }
        }
        Ok(Self { path, lines })
    }

    /// Where the file is, or will be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the edition of this commitment may be prepared for a session with this secret.
    pub fn may_prepare(&self, edition: Digest, public: Option<PointBytes>) -> Result<(), Refused> {
        match self.of(edition) {
            Some(held) if Some(held.public) != public.map(Digest::from_bytes) => {
                Err(Refused::Ours {
                    with: held.with.clone(),
                    on: held.on.clone(),
                })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Whether a session of these pledges may begin, and what is known of the other side's edition.
    pub fn may_begin(&self, id: Digest, ours: &Pledge, theirs: &Pledge) -> Result<Known, Refused> {
        let others = || self.held().filter(|held| held.id != id);
        let told = |held: &Held| (theirs.side.clone(), held.on.clone());
        let edition = ours.list.digest();
        if let Some(held) = others().find(|held| held.ours == edition) {
            return Err(Refused::Ours {
                with: held.with.clone(),
                on: held.on.clone(),
            });
        }
        let edition = theirs.list.digest();
        if let Some((with, on)) = others().find(|held| held.theirs == edition).map(told) {
            return Err(Refused::Theirs { with, on });
        }
        let Epoch {
            previous,
            removed,
            added,
            ..
        } = theirs.list.epoch;
        if others().any(|held| Some(held.theirs) == previous) {
            return Ok(Known::Next { removed, added });
        }
        let before = others().filter(|held| held.with == theirs.side).last();
        Ok(before.map_or(Known::New, |held| Known::Unconnected {
            on: held.on.clone(),
        }))
    }

    /// Keeps that a session began; one that is kept already stays as it is.
    pub fn begun(&mut self, id: Digest, ours: &Pledge, theirs: &Pledge) -> anyhow::Result<()> {
        if self.held().any(|held| held.id == id) {
            return Ok(());
        }
        self.lines.push(Line::Session(Held {
            on: now(),
            id,
            ours: ours.list.digest(),
            public: Digest::from_bytes(ours.public),
            with: theirs.side.clone(),
            theirs: theirs.list.digest(),
        }));
        self.write()
    }

    /// Whether an edition may follow this one, which is in `before`: after a session it needs a
    /// reason.
    pub fn may_follow(&self, before: &Commitment, reason: Option<&str>) -> Result<(), Refused> {
        let given = reason.is_some_and(|reason| !reason.trim().is_empty());
        match self.of(before.digest()) {
            Some(held) if !given => Err(Refused::NoReason {
                with: held.with.clone(),
                on: held.on.clone(),
            }),
            Some(_) | None => Ok(()),
        }
    }

    /// Keeps for the edition that follows what is kept for this one, and why it was made.
    pub fn follow(
        self,
        secret: &Path,
        commitment: &Commitment,
        reason: Option<&str>,
    ) -> anyhow::Result<()> {
        let mut next = Self::beside(secret)?;
        next.lines = self.lines;
        next.lines.extend(reason.map(|reason| Line::Edition {
            on: now(),
            commitment: commitment.digest(),
            reason: reason.to_owned(),
        }));
        if next.lines.is_empty() {
            return Ok(());
        }
        next.write()
    }

    fn of(&self, edition: Digest) -> Option<&Held> {
        self.held().find(|held| held.ours == edition)
    }

    fn held(&self) -> impl Iterator<Item = &Held> {
        self.lines.iter().filter_map(|line| match line {
            Line::Session(held) => Some(held),
            Line::Edition { .. } => None,
        })
    }

    fn write(&self) -> anyhow::Result<()> {
        let mut text = Vec::new();
        for line in &self.lines {
            serde_json::to_writer(&mut text, line)?;
            text.push(b'\n');
        }
        files::replace(&self.path, &text)
    }
}

fn now() -> String {
    let now: Instant = SystemClock.now();
    now.to_string()
}
