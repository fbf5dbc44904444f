//! The folder in which one side keeps its files of one session: what is secret, what is handed over,
//! and what has come from the other side. Each has one name, so that no step is given the wrong one.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use linkage::{
    commit::Digest,
    overlap::{Blinded, NearestLexicon, Pledge, PointBytes, Session, SessionSecret},
};
use zeroize::Zeroizing;

use crate::{committed::Sessions, files, outcome::path_shown};

/// The most bytes of a text.
const TEXT_MOST: usize = 2 << 20;

/// The most bytes of a message of points: 134 million keys.
pub const POINTS_MOST: usize = 4 << 30;

const SECRET: &str = "session.secret";
const SESSIONS: &str = "sessions.path";
const FIRST: &str = "good offices session secret 1: show it to nobody";

/// A side's folder of one session.
pub struct Folder<'a>(pub &'a Path);

impl Folder<'_> {
    /// The file of this name.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Makes the folder and keeps the secret in it; a folder that is there already and has one
    /// keeps it, for a step that was interrupted.
    pub fn begin(&self, random: &Zeroizing<[u8; 128]>) -> anyhow::Result<SessionSecret> {
        if !self.0.exists() {
            files::new_directory(self.0)?;
        }
        let path = self.file(SECRET);
        if !path.exists() {
            let secret = SessionSecret::new(random.clone());
            let text = Zeroizing::new(format!("{FIRST}\n{}\n", *secret.to_text()));
            files::write_new_as("writing the secret of the session", &path, text.as_bytes())?;
        }
        self.secret()
    }

    /// The secret.
    pub fn secret(&self) -> anyhow::Result<SessionSecret> {
        let path = self.file(SECRET);
        let bytes = Zeroizing::new(files::read_whole(&path, TEXT_MOST)?);
        std::str::from_utf8(&bytes)
            .ok()
            .and_then(|text| {
                text.strip_prefix(FIRST)?
                    .strip_prefix('\n')?
                    .strip_suffix('\n')
            })
            .and_then(SessionSecret::from_text)
            .with_context(|| {
                format!(
                    "reading {}: it is not the secret of a session",
                    path_shown(&path)
                )
            })
    }

    /// The public part of the secret that the folder has, if it has one.
    pub fn public(&self) -> Option<PointBytes> {
        Some(self.secret().ok()?.key().ok()?.public())
    }

    /// Keeps where the sessions of this side's list are kept.
    pub fn keep_sessions(&self, sessions: &Sessions) -> anyhow::Result<()> {
        let path = std::path::absolute(sessions.path())?;
        let path = path.to_str().with_context(|| {
            format!(
                "{} has a name that is not text: give the secret of the list another name",
                path_shown(sessions.path())
            )
        })?;
        self.result(SESSIONS, path.as_bytes())?;
        Ok(())
    }

    /// The sessions of this side's list.
    pub fn sessions(&self) -> anyhow::Result<Sessions> {
        let bytes = files::read_whole(&self.file(SESSIONS), TEXT_MOST)?;
        let path = PathBuf::from(String::from_utf8(bytes)?);
        anyhow::ensure!(
            files::folder_of(&path).is_dir(),
            "{} is where the sessions of this list are kept, and its directory is not there: put the secret of the list back, and what lies beside it",
            path_shown(&path)
        );
        Sessions::at(path)
    }

    /// This side's pledge.
    pub fn ours(&self) -> anyhow::Result<Pledge> {
        pledge(&self.file("pledge.txt"))
    }

    /// The other side's pledge, once it was agreed to.
    pub fn theirs(&self) -> anyhow::Result<Pledge> {
        pledge(&self.file("their-pledge.txt"))
            .context("the other side’s pledge is needed first: goodoffices overlap agree")
    }

    /// The session of both.
    pub fn session(&self) -> anyhow::Result<(Session, Pledge, Pledge)> {
        let (ours, theirs) = (self.ours()?, self.theirs()?);
        let session = Session::between(&ours, &theirs, NearestLexicon::builtin())?;
        Ok((session, ours, theirs))
    }

    /// This side's blinded keys.
    pub fn our_keys(&self, session: &Session, ours: &Pledge) -> anyhow::Result<Blinded> {
        blinded(&self.file("blinded.keys"), session, ours)
    }

    /// The other side's blinded keys.
    pub fn their_keys(&self, session: &Session, theirs: &Pledge) -> anyhow::Result<Blinded> {
        blinded(&self.file("their-blinded.keys"), session, theirs)
            .context("the other side’s blinded keys are needed first: goodoffices overlap double")
    }

    /// Keeps a file of the other side under this name. Another than was kept before is refused:
    /// what was said once is not said otherwise a second time.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        if self.has(name, bytes)? {
            return Ok(());
        }
        files::write_new(&self.file(name), bytes)
    }

    /// Whether a file of the other side is kept already; refused where another was.
    pub fn has(&self, name: &str, bytes: &[u8]) -> anyhow::Result<bool> {
        let path = self.file(name);
        if !path.exists() {
            return Ok(false);
        }
        let before = Digest::of(&files::read_whole(&path, POINTS_MOST)?);
        ensure!(
            before == Digest::of(bytes),
            "{} was given before and was another: a second, different one is refused. Tell the go-between.",
            path_shown(&path)
        );
        Ok(true)
    }

    /// Writes a result; the same result written before is left as it is.
    pub fn result(&self, name: &str, bytes: &[u8]) -> anyhow::Result<PathBuf> {
        let path = self.file(name);
        if path.exists() && files::read_whole(&path, POINTS_MOST)? == bytes {
            return Ok(path);
        }
        files::write_new(&path, bytes)?;
        Ok(path)
    }
}

/// Reads a pledge.
pub fn pledge(path: &Path) -> anyhow::Result<Pledge> {
    Ok(Pledge::read(&files::read_whole(path, TEXT_MOST)?)?)
}

/// Reads blinded keys.
pub fn blinded(path: &Path, session: &Session, from: &Pledge) -> anyhow::Result<Blinded> {
    Ok(Blinded::read(
        &files::read_whole(path, POINTS_MOST)?,
        session,
        from,
    )?)
}
