//! One database for one test.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use postgres::{Client, Config, NoTls};

use crate::{Cluster, TestbedError};

/// The variable that names a server to use instead of a temporary one.
const VARIABLE: &str = "GOODOFFICES_TEST_POSTGRES";

/// A database, dropped with the value.
#[derive(Debug)]
pub struct Database {
    name: String,
    url: String,
    /// The address of a database from which this one can be made and dropped.
    maintenance: String,
    /// Keeps the server up.
    _cluster: Option<Cluster>,
}

impl Database {
    /// A new, empty database on a server of the test's own.
    pub fn on(cluster: &Cluster) -> Result<Self, TestbedError> {
        let name = name();
        let url = cluster.url(&name);
        Self::make(name, url, cluster.url("postgres"), None)
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A connection to it, beside those of what is being tested.
    pub fn client(&self) -> Result<Client, TestbedError> {
        connect(&self.url)
    }

    fn make(
        name: String,
        url: String,
        maintenance: String,
        cluster: Option<Cluster>,
    ) -> Result<Self, TestbedError> {
        connect(&maintenance)?
            .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0"))
            .map_err(|cause| TestbedError::Server {
                action: "make a database for a test",
                cause,
            })?;
        Ok(Self {
            name,
            url,
            maintenance,
            _cluster: cluster,
        })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // The server goes soon after, and everything with it.
        if let Ok(mut client) = connect(&self.maintenance) {
            let _ = client.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}

/// See [`crate::postgres`].
pub fn fresh() -> Result<Database, TestbedError> {
    let name = name();
    if let Ok(given) = std::env::var(VARIABLE) {
        let url = with_database(&given, &name);
        return Database::make(name, url, given, None);
    }
    let cluster = Cluster::shared()?;
    let url = cluster.url(&name);
    let maintenance = cluster.url("postgres");
    Database::make(name, url, maintenance, Some(cluster))
}

fn connect(url: &str) -> Result<Client, TestbedError> {
    let refused = |cause| TestbedError::Server {
        action: "connect to the PostgreSQL for tests",
        cause,
    };
    let config: Config = url.parse().map_err(refused)?;
    config.connect(NoTls).map_err(refused)
}

/// The same address with another database in its path.
fn with_database(url: &str, name: &str) -> String {
    let (front, query) = url
        .split_once('?')
        .map_or((url, String::new()), |(front, query)| {
            (front, format!("?{query}"))
        });
    let (scheme, rest) = front.split_once("://").unwrap_or(("postgres", front));
    let server = rest.split_once('/').map_or(rest, |(server, _)| server);
    format!("{scheme}://{server}/{name}{query}")
}

/// A name that no other test has, on a server that may be shared.
fn name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.subsec_nanos());
    format!("test_{}_{now}_{count}", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn the_database_is_replaced_and_nothing_else() {
        let cases = [
            (
                "postgres://u:p@localhost/old",
                "postgres://u:p@localhost/new",
            ),
            ("postgres://localhost", "postgres://localhost/new"),
            ("postgres:///old?host=run", "postgres:///new?host=run"),
        ];
        for (given, expected) in cases {
            assert_eq!(with_database(given, "new"), expected);
        }
    }

    #[test]
    fn a_database_is_there_while_the_value_lives() {
        let database = crate::postgres().unwrap();
        let mut client = database.client().unwrap();
        let row = client.query_one("SELECT 1 + 1", &[]).unwrap();
        assert_eq!(row.get::<_, i32>(0), 2);
    }
}
