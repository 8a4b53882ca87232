//! One connection type over both databases, and the pool that makes connections.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::connection::{InstrumentationEvent, SimpleConnection as _};
use diesel::prelude::*;
use diesel::r2d2::{CustomizeConnection, ManageConnection, R2D2Connection as _};

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// Chooses the database by the scheme of `DATABASE_URL`, so that an unreachable PostgreSQL is
/// reported as such and never becomes an SQLite file of that name.
#[derive(Clone, Debug)]
pub struct Manager {
    target: Target,
}

#[derive(Clone, Debug)]
enum Target {
    Postgres(String),
    Sqlite(String),
}

impl Manager {
    /// # Errors
    /// The address is neither `postgres://…` nor `sqlite://…`; it is not repeated, it may hold a password.
    pub fn new(url: &str) -> Result<Self, UnknownScheme> {
        let target = match url.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Target::Postgres(url.to_owned()),
            Some(("sqlite", path)) if !path.is_empty() => Target::Sqlite(path.to_owned()),
            _ => return Err(UnknownScheme),
        };
        Ok(Self { target })
    }
}

/// `DATABASE_URL` names no database that we speak.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("DATABASE_URL must begin with postgres:// or sqlite://")]
pub struct UnknownScheme;

impl ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<AnyConnection, Self::Error> {
        Ok(match &self.target {
            Target::Postgres(url) => AnyConnection::Postgres(PgConnection::establish(url)?),
            Target::Sqlite(path) => AnyConnection::Sqlite(SqliteConnection::establish(path)?),
        })
    }

    fn is_valid(&self, connection: &mut AnyConnection) -> Result<(), Self::Error> {
        connection.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut AnyConnection) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}

/// What every connection is set to before use.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Counts what is asked of the database: the number a request is held to in tests.
    pub(crate) statements: Arc<AtomicU64>,
}

impl CustomizeConnection<AnyConnection, diesel::r2d2::Error> for Settings {
    fn on_acquire(&self, connection: &mut AnyConnection) -> Result<(), diesel::r2d2::Error> {
        let statements = self.statements.clone();
        connection.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if matches!(event, InstrumentationEvent::StartQuery { .. }) {
                statements.fetch_add(1, Ordering::Relaxed);
            }
        });
        match connection {
            // FULL: an acknowledged write survives the loss of power, not only of the process.
            AnyConnection::Sqlite(sqlite) => sqlite.batch_execute(
                "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
            ),
            AnyConnection::Postgres(postgres) => {
                postgres.batch_execute("SET TIME ZONE 'UTC'; SET lock_timeout = '5s';")
            }
        }
        .map_err(diesel::r2d2::Error::QueryError)
    }
}
