//! The connections to one database: a few, lent out one at a time.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use ::postgres::Config;

use super::session::{Purpose, Refused, Session, Work};
use super::{connect, fault};
use crate::StoreError;

/// How many connections there are at most.
const CONNECTIONS: usize = 4;

/// Up to [`CONNECTIONS`] sessions, made when they are needed.
pub struct Pool {
    config: Config,
    place: String,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug)]
struct State {
    idle: Vec<Session>,
    lent: usize,
    /// Set by an uncertain write; only reopening clears it.
    stopped: bool,
}

impl Pool {
    /// Connects, checks the schema, and brings it up to date.
    pub fn open(url: &str, place: String) -> Result<Self, StoreError> {
        let (config, session) = connect::find(url, &place)?;
        Ok(Self {
            config,
            place,
            state: Mutex::new(State {
                idle: vec![session],
                lent: 0,
                stopped: false,
            }),
            freed: Condvar::new(),
        })
    }

    pub fn place(&self) -> &str {
        &self.place
    }

    /// Runs a reading, all of it as of one moment.
    pub fn read<T>(
        &self,
        action: &'static str,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, postgres::Error>,
    ) -> Result<T, StoreError> {
        self.transact(action, Purpose::Read, |mut transaction| {
            work(&mut transaction).map_err(|cause| fault::plain(action, &self.place, cause))
        })
    }

    /// Runs one writing transaction and commits it.
    pub fn write<T>(
        &self,
        action: &'static str,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Refused>,
    ) -> Result<T, StoreError> {
        self.transact(action, Purpose::Write, |mut transaction| {
            let value = work(&mut transaction).map_err(|refused| match refused {
                Refused::Store(error) => error,
                Refused::Server(cause) => fault::plain(action, &self.place, cause),
            })?;
            transaction.commit().map_err(|cause| {
                let error = fault::at_commit(action, &self.place, cause);
                if matches!(error, StoreError::Uncertain { .. }) {
                    self.state().stopped = true;
                }
                error
            })?;
            Ok(value)
        })
    }

    /// Runs something outside any transaction.
    pub fn alone<T>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut session = self.take("scrub the store")?;
        let result = work(&mut session.0);
        self.give_back(session);
        result
    }

    /// Drops every connection and waits until no transaction that was left
    /// behind can still commit: each holds a lock that this one excludes.
    pub fn reopen(&self) -> Result<(), StoreError> {
        let plain = |cause| fault::plain("reopen the store", &self.place, cause);
        let mut state = self.state();
        state.idle.clear();
        let mut session = connect::session(&self.config, &self.place)?;
        let client = session.client();
        client
            .batch_execute("BEGIN; LOCK TABLE rooms, cases, meta, blobs IN EXCLUSIVE MODE; COMMIT")
            .map_err(plain)?;
        state.idle.push(session);
        state.stopped = false;
        Ok(())
    }

    /// Begins a transaction on some connection. One that turns out to be gone
    /// before anything was done is replaced without troubling the caller.
    fn transact<T>(
        &self,
        action: &'static str,
        purpose: Purpose,
        work: impl FnOnce(Work<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut session = self.take(action)?;
        let mut work = Some(work);
        let mut run = |session: &mut Session| {
            let transaction = session.begin(purpose)?;
            Ok(work.take().map(|work| work(transaction)))
        };
        let result = run(&mut session.0).or_else(|_: postgres::Error| {
            self.state().idle.clear();
            session.0 = connect::session(&self.config, &self.place)?;
            run(&mut session.0).map_err(|cause| fault::plain(action, &self.place, cause))
        });
        let result = result.and_then(|done| done.unwrap_or(Err(StoreError::Busy { action })));
        self.give_back(session);
        result
    }

    fn take(&self, action: &'static str) -> Result<Lent<'_>, StoreError> {
        let mut state = self.state();
        loop {
            if state.stopped {
                return Err(StoreError::Stopped { action });
            }
            if let Some(session) = state.idle.pop() {
                state.lent += 1;
                return Ok(Lent(session, Slot(self)));
            }
            if state.lent < CONNECTIONS {
                state.lent += 1;
                drop(state);
                let slot = Slot(self);
                return Ok(Lent(connect::session(&self.config, &self.place)?, slot));
            }
            state = self
                .freed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn give_back(&self, lent: Lent<'_>) {
        let Lent(session, slot) = lent;
        let mut state = self.state();
        if !session.is_closed() && !state.stopped {
            state.idle.push(session);
        }
        drop(state);
        drop(slot);
    }

    /// A panic elsewhere leaves nothing half done in here.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Pool {
    /// Closing a connection blocks, which the library refuses to do where
    /// asynchronous code runs; and a store may well be dropped there.
    fn drop(&mut self) {
        let idle = std::mem::take(&mut self.state().idle);
        // The connections end with the process at the latest.
        let _ = std::thread::spawn(move || drop(idle)).join();
    }
}

impl std::fmt::Debug for Pool {
    /// Without the configuration, which holds the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pool")
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// A session that is lent out, and the slot that it takes up.
struct Lent<'a>(Session, Slot<'a>);

/// Frees its place in the pool however the use ended.
struct Slot<'a>(&'a Pool);

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.lent = state.lent.saturating_sub(1);
        drop(state);
        self.0.freed.notify_one();
    }
}
