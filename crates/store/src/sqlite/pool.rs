//! The connections to one file: who may use which, and when none may be used.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rusqlite::Connection;

use super::{connect, fault};
use crate::StoreError;

/// How many reading connections are kept for the next reader.
const IDLE_READERS: usize = 8;

/// One writer, and readers that never wait for it or for one another.
#[derive(Debug)]
pub struct Pool {
    path: PathBuf,
    /// Held shared by every use, alone by what must have the file to itself.
    connections: RwLock<Option<Connections>>,
    /// Set by an uncertain write; only reopening clears it.
    stopped: AtomicBool,
}

#[derive(Debug)]
struct Connections {
    writer: Mutex<Connection>,
    idle: Mutex<Vec<Connection>>,
}

/// What may go wrong inside a transaction: the store's own refusal, or SQLite.
#[derive(Debug)]
pub enum Refused {
    /// The store refuses.
    Store(StoreError),
    /// SQLite fails.
    Sqlite(rusqlite::Error),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<rusqlite::Error> for Refused {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl Pool {
    /// Opens the file, checks it, and brings its schema up to date.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = connect::find(path)?;
        let connections = Connections::open(&path)?;
        Ok(Self {
            path,
            connections: RwLock::new(Some(connections)),
            stopped: AtomicBool::new(false),
        })
    }

    pub fn place(&self) -> String {
        self.path.display().to_string()
    }

    /// Runs a reading in a transaction of its own, so that all its queries
    /// see one moment.
    pub fn read<T>(
        &self,
        action: &'static str,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.borrow(action, |connection| {
            let transaction = connection
                .unchecked_transaction()
                .map_err(|cause| fault::plain(action, &self.place(), cause))?;
            work(&transaction).map_err(|cause| fault::plain(action, &self.place(), cause))
        })
    }

    /// Lends a reading connection.
    pub fn borrow<T>(
        &self,
        action: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let guard = self.shared(action)?;
        let connections = guard.as_ref().ok_or(StoreError::Stopped { action })?;
        let idle = lock(&connections.idle).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect::reader(&self.path)?,
        };
        let result = work(&connection);
        let mut idle = lock(&connections.idle);
        if idle.len() < IDLE_READERS {
            idle.push(connection);
        }
        result
    }

    /// Runs one writing transaction and commits it. The write lock is taken at
    /// the start, so that what the work reads cannot change before it writes.
    pub fn write<T>(
        &self,
        action: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, Refused>,
    ) -> Result<T, StoreError> {
        let guard = self.shared(action)?;
        let connections = guard.as_ref().ok_or(StoreError::Stopped { action })?;
        let writer = lock(&connections.writer);
        self.refuse_if_stopped(action)?;
        let begun = Writing::begin(&writer);
        let transaction = begun.map_err(|cause| fault::plain(action, &self.place(), cause))?;
        let value = work(transaction.0).map_err(|refused| match refused {
            Refused::Store(error) => error,
            Refused::Sqlite(cause) => fault::plain(action, &self.place(), cause),
        })?;
        transaction.commit().map_err(|cause| {
            let error = fault::at_commit(action, cause);
            if matches!(error, StoreError::Uncertain { .. }) {
                self.stopped.store(true, Ordering::SeqCst);
            }
            error
        })?;
        Ok(value)
    }

    /// Runs something that needs the file without any reader of ours.
    pub fn alone<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let action = "scrub the store";
        let guard = self.exclusive();
        self.refuse_if_stopped(action)?;
        let connections = guard.as_ref().ok_or(StoreError::Stopped { action })?;
        lock(&connections.idle).clear();
        work(&lock(&connections.writer))
    }

    /// Closes everything, then opens anew. SQLite decides an uncertain commit
    /// when the last connection goes or the first one comes.
    pub fn reopen(&self) -> Result<(), StoreError> {
        let mut guard = self.exclusive();
        *guard = None;
        *guard = Some(Connections::open(&self.path)?);
        self.stopped.store(false, Ordering::SeqCst);
        Ok(())
    }

    fn shared(
        &self,
        action: &'static str,
    ) -> Result<RwLockReadGuard<'_, Option<Connections>>, StoreError> {
        let guard = self
            .connections
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        self.refuse_if_stopped(action)?;
        Ok(guard)
    }

    fn exclusive(&self) -> RwLockWriteGuard<'_, Option<Connections>> {
        self.connections
            .write()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn refuse_if_stopped(&self, action: &'static str) -> Result<(), StoreError> {
        if self.stopped.load(Ordering::SeqCst) {
            Err(StoreError::Stopped { action })
        } else {
            Ok(())
        }
    }
}

/// A writing transaction, rolled back when it is dropped before its commit. The
/// statements that begin and end it are prepared once, like all others.
struct Writing<'a>(&'a Connection);

impl<'a> Writing<'a> {
    fn begin(connection: &'a Connection) -> rusqlite::Result<Self> {
        connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        Ok(Self(connection))
    }

    /// Commits. What a commit that failed left open, the drop rolls back.
    fn commit(self) -> rusqlite::Result<()> {
        self.0.prepare_cached("COMMIT")?.execute([]).map(|_| ())
    }
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        if !self.0.is_autocommit() {
            // Where it cannot be rolled back now, closing the file does.
            let _ = self.0.execute_batch("ROLLBACK");
        }
    }
}

impl Connections {
    fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            writer: Mutex::new(connect::writer(path)?),
            idle: Mutex::new(Vec::new()),
        })
    }
}

/// A panic in one caller's closure rolls its transaction back and leaves the
/// connection usable, so a poisoned lock is no reason to refuse the next.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
