//! Counting SQL statements, so that tests can hold a use case to few of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::Connection as _;
use diesel::connection::InstrumentationEvent;

use crate::connection::AnyConnection;

/// Runs work on a connection; answers its result and how many statements it sent to the database.
pub fn counted<T>(
    connection: &mut AnyConnection,
    work: impl FnOnce(&mut AnyConnection) -> T,
) -> (T, u64) {
    let count = Arc::new(AtomicU64::new(0));
    let counting = count.clone();
    connection.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if matches!(event, InstrumentationEvent::StartQuery { .. }) {
            counting.fetch_add(1, Ordering::Relaxed);
        }
    });
    let result = work(connection);
    connection.set_instrumentation(|_: InstrumentationEvent<'_>| {});
    (result, count.load(Ordering::Relaxed))
}
