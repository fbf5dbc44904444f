//! Making and opening the schema, and the settings every connection has.

use std::net::IpAddr;
use std::time::Duration;

use ::postgres::config::Host;
use ::postgres::error::SqlState;
use ::postgres::{Client, Config, NoTls};

use super::fault;
use super::session::Session;
use crate::{EngineError, StoreError};

/// The schema, one step per version.
const STEPS: &[&str] = &[
    include_str!("../../schema/postgres/1.sql"),
    include_str!("../../schema/postgres/2.sql"),
];

/// Session settings. A lock that is held for longer than this belongs to a
/// program that hangs; a transaction that idles for longer, to one that is gone.
const SETTINGS: &str = "
    SET search_path TO good_offices;
    SET synchronous_commit TO on;
    SET lock_timeout TO '10s';
    SET idle_in_transaction_session_timeout TO '60s';
    SET client_min_messages TO warning;";

/// What must be on for a commit to be on the disk when it is acknowledged.
const DURABLE: [&str; 3] = ["synchronous_commit", "fsync", "full_page_writes"];

/// Makes the schema, in one transaction. Refuses when it is there.
pub fn create(url: &str, place: &str) -> Result<(), StoreError> {
    let mut client = client(&parse(url)?, place)?;
    let action = "make a new store";
    let refused = |cause: postgres::Error| {
        if cause.code() == Some(&SqlState::DUPLICATE_SCHEMA) {
            StoreError::AlreadyThere {
                place: place.to_owned(),
            }
        } else {
            fault::plain(action, place, cause)
        }
    };
    migrate(&mut client, 0).map_err(refused)
}

/// Checks what is there, and brings its schema up to date.
pub fn find(url: &str, place: &str) -> Result<(Config, Session), StoreError> {
    let config = parse(url)?;
    let mut client = client(&config, place)?;
    let found = recognise(&mut client, place)?;
    if found > STEPS.len() {
        return Err(StoreError::NewerSchema {
            place: place.to_owned(),
            found: u32::try_from(found).unwrap_or(u32::MAX),
            known: u32::try_from(STEPS.len()).unwrap_or(u32::MAX),
        });
    }
    migrate(&mut client, found)
        .map_err(|cause| fault::plain("bring the schema up to date", place, cause))?;
    Ok((config, Session::new(client)))
}

/// One more connection.
pub fn session(config: &Config, place: &str) -> Result<Session, StoreError> {
    client(config, place).map(Session::new)
}

fn parse(url: &str) -> Result<Config, StoreError> {
    let mut config: Config = url.parse().map_err(|_| StoreError::BadUrl {
        why: "PostgreSQL cannot read it",
    })?;
    let near = config.get_hosts().iter().all(|host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
        }
    });
    if !near || config.get_hostaddrs().iter().any(|ip| !ip.is_loopback()) {
        return Err(StoreError::BadUrl {
            why: "PostgreSQL is spoken to without encryption, so only on this computer (a unix socket or a loopback address, or a tunnel to one)",
        });
    }
    config
        .application_name("good-offices")
        .connect_timeout(Duration::from_secs(10))
        .tcp_user_timeout(Duration::from_secs(30));
    Ok(config)
}

fn client(config: &Config, place: &str) -> Result<Client, StoreError> {
    let unreachable = |cause: postgres::Error| StoreError::Unreachable {
        place: place.to_owned(),
        cause: fault::in_words(cause),
    };
    let mut client = config.connect(NoTls).map_err(unreachable)?;
    client.batch_execute(SETTINGS).map_err(unreachable)?;
    for setting in DURABLE {
        let row = client
            .query_one("SELECT current_setting($1)", &[&setting])
            .map_err(unreachable)?;
        let value: String = row.try_get(0).map_err(unreachable)?;
        if value != "on" {
            return Err(StoreError::UnsafeServer {
                place: place.to_owned(),
                setting,
                value,
            });
        }
    }
    Ok(client)
}

/// The version of the schema, if there is one of ours.
fn recognise(client: &mut Client, place: &str) -> Result<usize, StoreError> {
    let action = "open the store";
    let plain = |cause| fault::plain(action, place, cause);
    let row = client
        .query_one(
            "SELECT to_regnamespace('good_offices') IS NOT NULL,
                    to_regclass('good_offices.store_schema') IS NOT NULL",
            &[],
        )
        .map_err(plain)?;
    let (schema, table): (bool, bool) = (
        row.try_get(0).map_err(plain)?,
        row.try_get(1).map_err(plain)?,
    );
    if !schema {
        return Err(StoreError::NotThere {
            place: place.to_owned(),
        });
    }
    if !table {
        return Err(StoreError::NotAStore {
            place: place.to_owned(),
            why: "its schema good_offices was made by another program".to_owned(),
        });
    }
    let version: i64 = client
        .query_one("SELECT version FROM store_schema", &[])
        .and_then(|row| row.try_get(0))
        .map_err(plain)?;
    usize::try_from(version).map_err(|cause| StoreError::Engine {
        action,
        cause: EngineError::new(cause),
    })
}

/// Takes the steps after `from`, in one transaction.
fn migrate(client: &mut Client, from: usize) -> Result<(), postgres::Error> {
    if from >= STEPS.len() {
        return Ok(());
    }
    let mut transaction = client.transaction()?;
    for step in STEPS.iter().skip(from) {
        transaction.batch_execute(step)?;
    }
    transaction.execute(
        "INSERT INTO store_schema (only_row, version) VALUES (1, $1)
         ON CONFLICT (only_row) DO UPDATE SET version = excluded.version",
        &[&i64::try_from(STEPS.len()).unwrap_or(i64::MAX)],
    )?;
    transaction.commit()
}
