//! One connection with its prepared statements, and one transaction on it.

use std::collections::BTreeMap;
use std::fmt;

use ::postgres::types::ToSql;
use ::postgres::{Client, Row, Statement, Transaction};

use crate::StoreError;

/// One connection.
pub struct Session {
    client: Client,
    prepared: Prepared,
}

/// Statements by their text, prepared once for each connection.
type Prepared = BTreeMap<&'static str, Statement>;

/// What may go wrong inside a transaction: the store's own refusal, or the server.
#[derive(Debug)]
pub enum Refused {
    /// The store refuses.
    Store(StoreError),
    /// The server fails.
    Server(postgres::Error),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<postgres::Error> for Refused {
    fn from(error: postgres::Error) -> Self {
        Self::Server(error)
    }
}

/// What a transaction is begun for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// To read, all of it as of one moment.
    Read,
    /// To write.
    Write,
}

impl Session {
    /// Takes a connection that [`super::connect`] has set up.
    pub const fn new(client: Client) -> Self {
        Self {
            client,
            prepared: Prepared::new(),
        }
    }

    /// Begins a transaction.
    pub fn begin(&mut self, purpose: Purpose) -> Result<Work<'_>, postgres::Error> {
        let builder = self.client.build_transaction();
        let transaction = match purpose {
            Purpose::Read => builder
                .isolation_level(postgres::IsolationLevel::RepeatableRead)
                .read_only(true)
                .start()?,
            Purpose::Write => builder
                .isolation_level(postgres::IsolationLevel::ReadCommitted)
                .start()?,
        };
        Ok(Work {
            transaction,
            prepared: &mut self.prepared,
        })
    }

    /// The connection itself, for what cannot stand in a transaction.
    pub const fn client(&mut self) -> &mut Client {
        &mut self.client
    }

    /// Whether the connection is known to be gone.
    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Session")
    }
}

/// One transaction.
pub struct Work<'a> {
    transaction: Transaction<'a>,
    prepared: &'a mut Prepared,
}

/// What stands for `$1`, `$2` and so on.
pub type Params<'a> = &'a [&'a (dyn ToSql + Sync)];

impl Work<'_> {
    /// Runs a statement and says how many rows it touched.
    pub fn execute(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
    ) -> Result<u64, postgres::Error> {
        let statement = self.statement(sql)?;
        self.transaction.execute(&statement, params)
    }

    /// Runs a query.
    pub fn query(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
    ) -> Result<Vec<Row>, postgres::Error> {
        let statement = self.statement(sql)?;
        self.transaction.query(&statement, params)
    }

    /// Runs a query that gives one row or none.
    pub fn query_opt(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
    ) -> Result<Option<Row>, postgres::Error> {
        let statement = self.statement(sql)?;
        self.transaction.query_opt(&statement, params)
    }

    /// Runs a query and takes its rows in small lots, until `each` has enough.
    pub fn query_in_lots(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
        mut each: impl FnMut(&Row) -> Result<crate::Flow, postgres::Error>,
    ) -> Result<(), postgres::Error> {
        const LOT: i32 = 32;
        let statement = self.statement(sql)?;
        let portal = self.transaction.bind(&statement, params)?;
        loop {
            let lot = self.transaction.query_portal(&portal, LOT)?;
            if lot.is_empty() {
                return Ok(());
            }
            for row in &lot {
                if each(row)? == crate::Flow::Stop {
                    return Ok(());
                }
            }
        }
    }

    /// Commits.
    pub fn commit(self) -> Result<(), postgres::Error> {
        self.transaction.commit()
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement, postgres::Error> {
        if let Some(known) = self.prepared.get(sql) {
            return Ok(known.clone());
        }
        let statement = self.transaction.prepare(sql)?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }
}
