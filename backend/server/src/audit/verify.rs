use congvu_db::{AnyConnection, audit};

use super::hash;
use crate::error::ApiError;

const BATCH: i64 = 1000;

/// Where the chain of audit events does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditBreak {
    pub sequence: i64,
}

/// Follows the whole chain; answers the number of events, or where it breaks.
///
/// # Errors
/// The database cannot be read.
pub fn verify(connection: &mut AnyConnection) -> Result<Result<i64, AuditBreak>, ApiError> {
    let (mut sequence, mut previous) = (0, String::new());
    loop {
        let events = audit::after(connection, sequence, BATCH)?;
        if events.is_empty() {
            break;
        }
        for event in events {
            let holds = event.sequence == sequence + 1
                && event.previous_hash == previous
                && event.hash == hash(&event)?;
            if !holds {
                return Ok(Err(AuditBreak {
                    sequence: event.sequence,
                }));
            }
            sequence = event.sequence;
            previous = event.hash;
        }
    }
    let head = audit::head(connection)?;
    Ok(if head == (sequence, previous) {
        Ok(sequence)
    } else {
        Err(AuditBreak { sequence })
    })
}
