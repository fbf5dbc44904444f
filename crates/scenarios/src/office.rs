//! The real office as a shell: sealed, signed and stored in SQLite, with a clock that is set and
//! randomness that is the same for the same minute and submission, whatever was written elsewhere.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU64, Ordering},
};

use mediation::{
    command::Submission,
    entry::Author,
    ids::{EntryRef, ParticipantId},
    time::Instant,
    view::View,
};
use record::{Digest, keys::KeyFile};
use service::{Chance, FixedClock, Office, Opening, SeatDoor, ServiceError};
use store::StoreUrl;
use testbed::TempDir;

use crate::{
    shell::{Shell, Turned},
    world,
};

/// Bytes that follow from a name and a count.
#[derive(Debug, Default)]
pub struct NamedChance {
    name: Mutex<String>,
    count: AtomicU64,
}

impl NamedChance {
    /// Begins anew under a name.
    pub fn begin(&self, name: String) {
        *self.name.lock().unwrap() = name;
        self.count.store(0, Ordering::SeqCst);
    }
}

impl Chance for NamedChance {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), ServiceError> {
        let name = self.name.lock().unwrap().clone();
        for chunk in buffer.chunks_mut(32) {
            let n = self.count.fetch_add(1, Ordering::SeqCst);
            let digest = Digest::of(format!("{name} {n}").as_bytes());
            chunk.copy_from_slice(&digest.as_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// An office in a folder of its own.
pub struct Desk {
    /// The office.
    pub office: Arc<Office>,
    /// Where its store is.
    pub url: StoreUrl,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    chance: Arc<NamedChance>,
    // Keeps the folder until the end.
    _folder: Option<TempDir>,
}

/// What opens the stores of generated cases.
pub fn key_file() -> KeyFile {
    KeyFile::from_bytes([7; 32])
}

impl Desk {
    /// A new store in SQLite.
    pub fn new() -> Self {
        let folder = testbed::temp_dir().unwrap();
        let url = StoreUrl::Sqlite(folder.path().join("case"));
        Self::at(url, Some(folder))
    }

    /// A new store somewhere.
    pub fn at(url: StoreUrl, folder: Option<TempDir>) -> Self {
        let clock = Arc::new(FixedClock::at(world::minute(0)));
        let chance = Arc::new(NamedChance::default());
        let key = key_file();
        let office = service::create(&url, Opening::KeyFile(&key), clock.clone(), chance.clone());
        Self {
            office: Arc::new(office.unwrap()),
            url,
            clock,
            chance,
            _folder: folder,
        }
    }

    /// The same store, opened once more: nothing of what is in memory is shared.
    pub fn again(&self) -> Result<Office, ServiceError> {
        let key = key_file();
        service::open(
            &self.url,
            Opening::KeyFile(&key),
            self.clock.clone(),
            self.chance.clone(),
        )
    }

    /// A participant's door.
    pub fn door(&self, p: &ParticipantId) -> SeatDoor {
        SeatDoor::new(Arc::clone(&self.office), p.clone())
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Shell for Desk {
    fn desk(&self) -> Arc<View> {
        self.office.desk_view(None).unwrap()
    }

    fn seat(&self, participant: usize) -> Arc<View> {
        let seat = self
            .door(&world::participant(participant))
            .view(None)
            .unwrap();
        Arc::new(seat.view().clone())
    }

    fn submit(&mut self, s: &Submission, at: Instant, salt: &str) -> Result<Vec<EntryRef>, Turned> {
        self.clock.set(at);
        self.chance.begin(format!("{at} {salt}"));
        let done = match &s.by {
            Author::Desk => self.office.submit(s),
            Author::Representative(p, _) => self.door(p).submit(s),
        };
        done.map(|r| r.entries).map_err(|e| Turned {
            said: e.to_string(),
            key: match e {
                ServiceError::Refused(r) => r.reason.text().key,
                _ => "",
            },
        })
    }
}
