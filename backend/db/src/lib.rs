//! The only crate that names diesel: SQLite and PostgreSQL behind one connection type.
//!
//! Queries take `&mut AnyConnection` and run inside the transaction of the use case that calls them.

mod connection;
mod dispatch;
mod error;
mod migrate;
mod pool;
mod queries;
mod rows;
mod schema;
mod types;

pub use connection::AnyConnection;
pub use error::{Conflict, DbError};
pub use migrate::{migrate, pending, revert_all, schema_shape};
pub use pool::{Database, copy_postgres, savepoint};
pub use queries::*;
pub use rows::*;
pub use types::Timestamp;
