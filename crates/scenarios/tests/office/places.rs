//! The office over each kind of store, and a hand that reaches behind it with plain SQL.

use std::fmt::Write as _;

use scenarios::office::Desk;
use store::StoreUrl;
use testbed::Database;

/// An office, and the database it lies in where that is a server's.
pub struct Place {
    pub desk: Desk,
    server: Option<Database>,
}

/// Runs a test over SQLite and over PostgreSQL.
pub fn on_both(test: impl Fn(Place)) {
    test(Place {
        desk: Desk::new(),
        server: None,
    });
    let server = testbed::postgres().unwrap();
    test(Place {
        desk: Desk::at(StoreUrl::Postgres(server.url().to_owned()), None),
        server: Some(server),
    });
}

impl Place {
    /// Runs SQL behind the office's back: this for SQLite, that for PostgreSQL.
    pub fn meddle(&self, sqlite: &str, postgres: &str) {
        match (&self.server, &self.desk.url) {
            (Some(server), _) => {
                let sql = format!("SET search_path TO good_offices; {postgres}");
                server.client().unwrap().batch_execute(&sql).unwrap();
            }
            (None, StoreUrl::Sqlite(path)) => {
                let file = rusqlite::Connection::open(path).unwrap();
                file.execute_batch(sqlite).unwrap();
            }
            (None, StoreUrl::Postgres(_)) => unreachable!("a server's store has its server"),
        }
    }

    /// Bytes as a literal of SQL.
    pub fn literal(&self, bytes: &[u8]) -> String {
        let mut hex = String::new();
        for byte in bytes {
            write!(hex, "{byte:02x}").unwrap();
        }
        match self.server {
            Some(_) => format!("'\\x{hex}'::bytea"),
            None => format!("x'{hex}'"),
        }
    }

    /// The server's database.
    pub fn server(&self) -> Option<&Database> {
        self.server.as_ref()
    }
}
