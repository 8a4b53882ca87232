//! Connections for use cases: one place where they are taken, one where transactions begin.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::{Connection as _, RunQueryDsl as _};

use crate::connection::{AnyConnection, Manager, Settings, UnknownScheme};
use crate::error::DbError;

/// The database of this installation.
#[derive(Clone)]
pub struct Database {
    pool: r2d2::Pool<Manager>,
    statements: Arc<AtomicU64>,
}

impl Database {
    /// Opens a pool on `sqlite://path` or `postgres://…`. Connections are made when first needed.
    ///
    /// # Errors
    /// The address names neither kind of database.
    pub fn open(url: &str, connections: u32) -> Result<Self, UnknownScheme> {
        let statements = Arc::new(AtomicU64::new(0));
        let pool = r2d2::Pool::builder()
            .max_size(connections)
            .min_idle(Some(1))
            .connection_timeout(Duration::from_secs(5))
            .error_handler(Box::new(r2d2::LoggingErrorHandler))
            .connection_customizer(Box::new(Settings {
                statements: statements.clone(),
            }))
            .build_unchecked(Manager::new(url)?);
        Ok(Self { pool, statements })
    }

    /// SQL statements run so far, those that begin and end transactions included.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Runs reads on a connection, in one snapshot.
    ///
    /// # Errors
    /// Whatever the reads report, or that no connection can be had.
    pub fn read<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.pool.get().map_err(DbError::from)?;
        Outcome::of(connection.transaction(|connection| work(connection).map_err(Failure::Work)))
    }

    /// Runs writes in one transaction: all of them, or none when the closure returns an error.
    ///
    /// On SQLite the write lock is taken at the start, so that a transaction never fails half way
    /// for wanting it.
    ///
    /// # Errors
    /// Whatever the writes report, or that the database cannot be used now.
    pub fn write<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.pool.get().map_err(DbError::from)?;
        let connection: &mut AnyConnection = &mut connection;
        match connection {
            AnyConnection::Postgres(_) => {
                return Outcome::of(
                    connection.transaction(|connection| work(connection).map_err(Failure::Work)),
                );
            }
            AnyConnection::Sqlite(sqlite) => {
                AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
                    .map_err(DbError::from)?;
            }
        }
        match work(connection) {
            Ok(value) => {
                <AnyConnection as diesel::Connection>::TransactionManager::commit_transaction(
                    connection,
                )
                .map_err(DbError::from)?;
                Ok(value)
            }
            Err(error) => {
                <AnyConnection as diesel::Connection>::TransactionManager::rollback_transaction(
                    connection,
                )
                .map_err(DbError::from)?;
                Err(error)
            }
        }
    }
}

/// Runs a part of a transaction that is undone alone when it fails; what was written before stays.
///
/// # Errors
/// Whatever the part reports, or that the database cannot be used now.
pub fn savepoint<T, E: From<DbError>>(
    connection: &mut AnyConnection,
    part: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
) -> Result<T, E> {
    Outcome::of(connection.transaction(|connection| part(connection).map_err(Failure::Work)))
}

/// Keeps the caller's error apart from the transaction's own.
enum Failure<E> {
    Work(E),
    Transaction(diesel::result::Error),
}

impl<E> From<diesel::result::Error> for Failure<E> {
    fn from(error: diesel::result::Error) -> Self {
        Self::Transaction(error)
    }
}

struct Outcome;

impl Outcome {
    fn of<T, E: From<DbError>>(result: Result<T, Failure<E>>) -> Result<T, E> {
        result.map_err(|failure| match failure {
            Failure::Work(error) => error,
            Failure::Transaction(error) => DbError::from(error).into(),
        })
    }
}

/// Makes a PostgreSQL database as a copy of another on the same server; answers its address. For tests
/// and for trying an installation out beside the real one; nobody may be connected to the original.
///
/// # Errors
/// The server cannot be reached, or refuses.
pub fn copy_postgres(server_url: &str, name: &str, original: &str) -> Result<String, DbError> {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !plain(name) || !plain(original) {
        return Err(DbError::NotFound);
    }
    let mut server = diesel::PgConnection::establish(server_url)
        .map_err(|error| DbError::Unavailable(error.to_string()))?;
    diesel::sql_query(format!("CREATE DATABASE {name} TEMPLATE {original}"))
        .execute(&mut server)?;
    let (base, _) = server_url.rsplit_once('/').ok_or(DbError::NotFound)?;
    Ok(format!("{base}/{name}"))
}
