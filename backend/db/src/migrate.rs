//! Migrations: built in, the same names for both databases.

use diesel::RunQueryDsl as _;
use diesel::sql_types::Text;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};

use crate::connection::AnyConnection;
use crate::error::DbError;

const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");

/// Brings the schema up to date; answers the names of the migrations that ran.
///
/// # Errors
/// The database cannot be used, or a migration failed (each runs in its own transaction).
pub fn migrate(connection: &mut AnyConnection) -> Result<Vec<String>, DbError> {
    let ran = match connection {
        AnyConnection::Postgres(postgres) => names(&postgres.run_pending_migrations(POSTGRES)),
        AnyConnection::Sqlite(sqlite) => names(&sqlite.run_pending_migrations(SQLITE)),
    };
    ran.map_err(DbError::Unavailable)
}

/// Migrations that have not run yet.
///
/// # Errors
/// The database cannot be used.
pub fn pending(connection: &mut AnyConnection) -> Result<usize, DbError> {
    match connection {
        AnyConnection::Postgres(postgres) => {
            postgres.pending_migrations(POSTGRES).map(|all| all.len())
        }
        AnyConnection::Sqlite(sqlite) => sqlite.pending_migrations(SQLITE).map(|all| all.len()),
    }
    .map_err(|error| DbError::Unavailable(error.to_string()))
}

/// Takes every migration back; for tests and for an operator who starts over.
///
/// # Errors
/// The database cannot be used, or a migration cannot be taken back.
pub fn revert_all(connection: &mut AnyConnection) -> Result<(), DbError> {
    match connection {
        AnyConnection::Postgres(postgres) => names(&postgres.revert_all_migrations(POSTGRES)),
        AnyConnection::Sqlite(sqlite) => names(&sqlite.revert_all_migrations(SQLITE)),
    }
    .map(drop)
    .map_err(DbError::Unavailable)
}

fn names<E: std::fmt::Display>(
    result: &Result<Vec<diesel::migration::MigrationVersion<'_>>, E>,
) -> Result<Vec<String>, String> {
    match result {
        Ok(versions) => Ok(versions.iter().map(ToString::to_string).collect()),
        Err(error) => Err(error.to_string()),
    }
}

#[derive(diesel::QueryableByName)]
struct Shape {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Columns, their kind and nullability, keys and indexes, as sorted lines that are equal for equal schemas
/// on either database.
///
/// # Errors
/// The database cannot be used.
pub fn schema_shape(connection: &mut AnyConnection) -> Result<Vec<String>, DbError> {
    let query = match connection {
        AnyConnection::Postgres(_) => POSTGRES_SHAPE,
        AnyConnection::Sqlite(_) => SQLITE_SHAPE,
    };
    let rows: Vec<Shape> = diesel::sql_query(query).load(connection)?;
    let mut lines: Vec<String> = rows.into_iter().map(|row| row.line).collect();
    lines.sort();
    Ok(lines)
}

const SQLITE_SHAPE: &str = "
SELECT m.name || '.' || c.name || ' ' ||
       CASE c.type WHEN 'BLOB' THEN 'BYTEA' ELSE c.type END ||
       CASE WHEN c.\"notnull\" = 1 THEN ' NOT NULL' ELSE '' END || CASE WHEN c.pk > 0 THEN ' PK' ELSE '' END AS line
  FROM sqlite_master m, pragma_table_info(m.name) c
 WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'
UNION ALL
SELECT m.name || '.' || f.\"from\" || ' -> ' || f.\"table\" FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
UNION ALL
SELECT m.name || CASE WHEN i.\"unique\" = 1 THEN ' UNIQUE (' ELSE ' INDEX (' END ||
       (SELECT group_concat(k.name, ',') FROM pragma_index_info(i.name) k) || ')' ||
       CASE WHEN i.partial = 1 THEN ' PARTIAL' ELSE '' END
  FROM sqlite_master m, pragma_index_list(m.name) i
 WHERE m.type = 'table' AND i.origin <> 'pk' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'";

const POSTGRES_SHAPE: &str = "
SELECT c.table_name || '.' || c.column_name || ' ' ||
       CASE c.data_type WHEN 'timestamp with time zone' THEN 'TEXT' ELSE upper(c.data_type) END ||
       CASE WHEN c.is_nullable = 'NO' THEN ' NOT NULL' ELSE '' END ||
       CASE WHEN EXISTS (SELECT 1 FROM information_schema.key_column_usage k JOIN information_schema.table_constraints t
                           ON t.constraint_name = k.constraint_name AND t.table_schema = k.table_schema
                          WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_name = c.table_name AND k.column_name = c.column_name
                            AND k.table_schema = c.table_schema)
            THEN ' PK' ELSE '' END AS line
  FROM information_schema.columns c
 WHERE c.table_schema = current_schema() AND c.table_name NOT LIKE '\\_\\_%'
UNION ALL
SELECT r.relname || '.' || a.attname || ' -> ' || f.relname
  FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  JOIN pg_namespace n ON n.oid = r.relnamespace AND n.nspname = current_schema()
 WHERE k.contype = 'f'
UNION ALL
SELECT t.relname || CASE WHEN i.indisunique THEN ' UNIQUE (' ELSE ' INDEX (' END ||
       (SELECT string_agg(a.attname, ',' ORDER BY u.n) FROM unnest(i.indkey::int[]) WITH ORDINALITY u(attnum, n)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = u.attnum) || ')' ||
       CASE WHEN i.indpred IS NOT NULL THEN ' PARTIAL' ELSE '' END
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema()
 WHERE NOT i.indisprimary AND t.relname NOT LIKE '\\_\\_%'";
