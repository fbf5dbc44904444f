//! What was compared, kept in a file from which the same command goes on. It is bound to the lists,
//! what their columns mean, the options that bear on comparing and this very program; what it was
//! kept of otherwise is refused. It holds no word of a list, only row numbers and levels, and is for
//! its owner alone like all that is written.

use std::{
    path::Path,
    sync::OnceLock,
    time::{Duration, Instant},
};

use linkage::{
    commit::Digest,
    propose::{Moment, Progress},
};

use super::{Asked, Given};
use crate::{
    files,
    outcome::{path_shown, tell},
};

/// Name and version of the form: its first line. The next are the digest of what the work rests on
/// and that of what follows, which is what [`Progress::to_bytes`] gives.
const FORMAT: &str = "goodoffices what was compared 1";
/// The most bytes of such a file.
const MOST: usize = 1 << 31;
/// It is not written more often than this, nor so often that it takes more than a twentieth of the
/// time.
const OFTEN: Duration = Duration::from_secs(2);
const SHARE: u32 = 20;

/// The file was kept of other work, or is none.
#[derive(Debug)]
pub struct NotOfThis(String);

impl std::fmt::Display for NotOfThis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotOfThis {}

/// What the work rests on.
pub fn work(asked: &Asked, lists: &[&Given]) -> Digest {
    let lists = lists
        .iter()
        .map(|given| (&given.source.digest, &given.mapping));
    let rests_on = serde_json::json!({
        "program": program(),
        "lists": lists.collect::<Vec<_>>(),
        "only": asked.only,
        "sheet": asked.sheet,
        "as-of": asked.as_of.map(|day| day.to_string()),
    });
    Digest::of(rests_on.to_string().as_bytes())
}

/// The digest of this program, so that no other build goes on with what it may compare otherwise;
/// its version where it cannot read itself.
fn program() -> &'static str {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let bytes = std::env::current_exe().and_then(std::fs::read);
        bytes.map_or_else(
            |_| env!("CARGO_PKG_VERSION").to_owned(),
            |bytes| Digest::of(&bytes).to_string(),
        )
    })
}

/// The file, while the work goes on.
pub struct Keeping<'p> {
    path: &'p Path,
    work: Digest,
    written: Option<(Instant, Duration)>,
    holds: Holds,
}

/// What the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Nothing,
    Something,
    /// It could not be written, which was said.
    NotWritten,
}

impl<'p> Keeping<'p> {
    /// What was kept before, and the file for what follows. Where there is no file the work begins.
    pub fn begin(path: &'p Path, work: Digest) -> anyhow::Result<(Self, Progress)> {
        let mut keeping = Self {
            path,
            work,
            written: None,
            holds: Holds::Nothing,
        };
        if !path.exists() {
            return Ok((keeping, Progress::new()));
        }
        let progress = keeping.read(&files::read_whole(path, MOST)?)?;
        keeping.holds = Holds::Something;
        tell(format_args!(
            "Going on from what was compared before, kept in {}.",
            path_shown(path)
        ));
        Ok((keeping, progress))
    }

    fn read(&self, bytes: &[u8]) -> Result<Progress, NotOfThis> {
        let shown = path_shown(self.path);
        let other = || {
            NotOfThis(format!(
                "going on from {shown}: it does not hold what a comparison left. It was left as it is. Check the name, or give one that is not taken."
            ))
        };
        let damaged = || {
            NotOfThis(format!(
                "going on from {shown}: it is damaged. Delete it, and the same command begins anew."
            ))
        };
        let rest = bytes.strip_prefix(FORMAT.as_bytes()).ok_or_else(other)?;
        let (head, body) = rest.split_at_checked(2 * 65 + 1).ok_or_else(damaged)?;
        let head = std::str::from_utf8(head).map_err(|_| damaged())?;
        let mut digests = head.split('\n').skip(1).map(Digest::read);
        let (Some(Ok(work)), Some(Ok(sum))) = (digests.next(), digests.next()) else {
            return Err(damaged());
        };
        if sum != Digest::of(body) {
            return Err(damaged());
        }
        if work != self.work {
            return Err(NotOfThis(format!(
                "going on from {shown}: it was kept of other work: another list, or the same with other columns or options, or by another build of this program. It was left as it is. Repeat the command as it was, or give another file."
            )));
        }
        Progress::from_bytes(body).ok_or_else(damaged)
    }

    /// Shown what has been compared, and keeps it where it is time to.
    pub fn keep(&mut self, progress: &Progress, moment: Moment) {
        let due = match (moment, self.written) {
            (Moment::Last, _) | (Moment::Between, None) => true,
            (Moment::Between, Some((at, took))) => at.elapsed() > OFTEN.max(took * SHARE),
        };
        if !due || progress.is_empty() {
            return;
        }
        let began = Instant::now();
        let body = progress.to_bytes();
        let head = format!("{FORMAT}\n{}\n{}\n", self.work, Digest::of(&body));
        match files::replace(self.path, &[head.as_bytes(), &body].concat()) {
            Ok(()) => self.holds = Holds::Something,
            Err(error) => {
                if self.holds != Holds::NotWritten {
                    tell(format_args!(
                        "goodoffices: {error} The work goes on, and is not kept."
                    ));
                }
                self.holds = Holds::NotWritten;
            }
        }
        self.written = Some((Instant::now(), began.elapsed()));
    }

    /// What the file holds now.
    pub fn holds(&self) -> Holds {
        self.holds
    }
}
