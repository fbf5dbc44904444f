//! Where a store under test lies, and how to reach behind its back.

use std::path::PathBuf;
use std::sync::Arc;

use store::{Store, StoreUrl};
use testbed::{Database, TempDir};

/// A place for one store, which goes with the value.
pub enum Place {
    /// A file in a folder of its own.
    Sqlite(TempDir),
    /// A database of its own.
    Postgres(Box<Database>),
}

/// A place for an SQLite store.
pub fn sqlite() -> Place {
    Place::Sqlite(testbed::temp_dir().unwrap())
}

/// A place for a PostgreSQL store.
pub fn postgres() -> Place {
    Place::Postgres(Box::new(testbed::postgres().unwrap()))
}

impl Place {
    /// Its address.
    pub fn url(&self) -> StoreUrl {
        match self {
            Self::Sqlite(_) => StoreUrl::Sqlite(self.file()),
            Self::Postgres(database) => database.url().parse().unwrap(),
        }
    }

    /// A new store with the sample case and two empty rooms.
    pub fn store(&self) -> Arc<dyn Store> {
        let store = store::create(&self.url()).unwrap();
        store.append(&crate::sample::opening()).unwrap();
        store
    }

    /// The store that is there.
    pub fn open(&self) -> Arc<dyn Store> {
        store::open(&self.url()).unwrap()
    }

    /// Runs SQL behind the store's back and says whether the database let it.
    pub fn meddle(&self, sql: &str) -> bool {
        match self {
            Self::Sqlite(_) => {
                let connection = rusqlite::Connection::open(self.file()).unwrap();
                connection.execute_batch(sql).is_ok()
            }
            Self::Postgres(database) => {
                let mut client = database.client().unwrap();
                client
                    .batch_execute("SET search_path TO good_offices")
                    .unwrap();
                client.batch_execute(sql).is_ok()
            }
        }
    }

    /// The one for SQLite or the one for PostgreSQL.
    pub fn either<T>(&self, sqlite: T, postgres: T) -> T {
        match self {
            Self::Sqlite(_) => sqlite,
            Self::Postgres(_) => postgres,
        }
    }

    /// Switches the append-only triggers off, as an intruder would.
    pub fn disarm(&self) {
        let sql = match self {
            Self::Sqlite(_) => "DROP TRIGGER entries_stay; DROP TRIGGER checkpoints_stay",
            Self::Postgres(_) => {
                "DROP TRIGGER entries_stay ON entries; DROP TRIGGER checkpoints_stay ON checkpoints"
            }
        };
        assert!(self.meddle(sql));
    }

    fn file(&self) -> PathBuf {
        match self {
            Self::Sqlite(folder) => folder.path().join("desk.goodoffices"),
            Self::Postgres(_) => unreachable!("a database is no file"),
        }
    }
}
