//! The open store: what every door goes through. It holds the case in memory and the views that
//! were asked for; both may be dropped at any moment and read again.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use mediation::{
    entry::RoomLog,
    event::Event,
    ids::RoomName,
    time::Instant,
    view::{View, Viewer},
};
use record::keys::DeskPublicKey;
use store::Store;

use crate::{
    Chance, Clock, ServiceError,
    keys::Keys,
    load::{self, LoadedCase},
};

/// An open store with its case.
pub struct Office {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) keys: Keys,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    state: Mutex<State>,
}

/// What is held in memory.
pub(crate) struct State {
    pub case: Option<LoadedCase>,
    /// The present, by viewer.
    pub views: BTreeMap<Viewer, Arc<View>>,
    /// Whether an erasure may be unfinished: so it is when a case was just read, and after an
    /// entry that erases another. Looking through every entry after each command would cost more
    /// than the command.
    pub erasing: bool,
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Office({})", self.store.place())
    }
}

impl Office {
    pub(crate) fn load(
        store: Arc<dyn Store>,
        keys: Keys,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, ServiceError> {
        let case = load::load(store.as_ref(), &keys)?;
        let state = Mutex::new(State {
            case,
            views: BTreeMap::new(),
            erasing: true,
        });
        let office = Self {
            store,
            keys,
            clock,
            chance,
            state,
        };
        // What was cut short is finished; when it cannot be, reading goes on and `check` says so.
        let mut state = office.state()?;
        let _ = office.finish_erasures(&mut state);
        drop(state);
        Ok(office)
    }

    /// Where the store is, without passwords.
    pub fn place(&self) -> String {
        self.store.place()
    }

    /// The present by this office's clock.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The desk's public key, with which everything that it signed can be checked.
    pub fn public_key(&self) -> DeskPublicKey {
        self.keys.desk.public()
    }

    /// The desk's view: now, or as known on a moment.
    ///
    /// # Errors
    /// When the store cannot be read, or an earlier request failed in the middle.
    pub fn desk_view(&self, as_known_on: Option<Instant>) -> Result<Arc<View>, ServiceError> {
        self.view(&Viewer::Desk, as_known_on)
    }

    pub(crate) fn view(
        &self,
        viewer: &Viewer,
        as_known_on: Option<Instant>,
    ) -> Result<Arc<View>, ServiceError> {
        let mut state = self.current()?;
        Ok(match as_known_on {
            None => state.present(viewer),
            Some(_) => Arc::new(View::of(viewer, state.logs(), as_known_on)),
        })
    }

    pub(crate) fn state(&self) -> Result<MutexGuard<'_, State>, ServiceError> {
        self.state.lock().map_err(|_| ServiceError::Poisoned)
    }

    /// What is in memory, once it holds whatever other programs have written: no page shows less
    /// than the record.
    pub(crate) fn current(&self) -> Result<MutexGuard<'_, State>, ServiceError> {
        let mut state = self.state()?;
        self.refresh(&mut state)?;
        Ok(state)
    }

    /// Reads everything again from the store.
    pub(crate) fn reload(&self, state: &mut State) -> Result<(), ServiceError> {
        state.case = load::load(self.store.as_ref(), &self.keys)?;
        state.views.clear();
        state.erasing = true;
        Ok(())
    }
}

impl State {
    /// Entries that the record says are unreadable, and that can still be read.
    pub fn unfinished_erasures(&self) -> Vec<(RoomName, u64)> {
        let rooms = self.case.iter().flat_map(|c| &c.rooms);
        rooms
            .flat_map(|(name, room)| {
                let erased = room
                    .log
                    .entries
                    .iter()
                    .filter_map(|e| match &e.body()?.event {
                        Event::BodyErased(b) => Some(b.entry.number),
                        _ => None,
                    });
                let readable = erased.filter(|n| {
                    let at = usize::try_from(*n).unwrap_or(usize::MAX).wrapping_sub(1);
                    room.log.entries.get(at).is_some_and(|e| e.body().is_some())
                });
                readable.map(|n| (name.clone(), n)).collect::<Vec<_>>()
            })
            .collect()
    }

    pub fn logs(&self) -> impl Iterator<Item = &RoomLog> {
        self.case
            .iter()
            .flat_map(|c| c.rooms.values().map(|r| &r.log))
    }

    pub fn present(&mut self, viewer: &Viewer) -> Arc<View> {
        if let Some(view) = self.views.get(viewer) {
            return Arc::clone(view);
        }
        let view = Arc::new(View::of(viewer, self.logs(), None));
        // Whoever sits nowhere is asked for by any name: that is not kept.
        if !view.rooms.is_empty() {
            self.views.insert(viewer.clone(), Arc::clone(&view));
        }
        view
    }
}
