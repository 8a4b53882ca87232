//! Time stamps of another authority: asked for, verified, put on the signature; then the exports that waited for them are completed.

use chrono::TimeDelta;
use congvu_db::{StampWait, exports, stamps, validation_data};
use congvu_domain::payload::sha256_hex;
use congvu_signing::cms;

use crate::error::ApiError;
use crate::exports::{conclude_later, stamp_arrived};
use crate::services::Services;

/// Taken in one look.
const AT_ONCE: i64 = 50;
/// Minutes after which a failed attempt is repeated, at first; then twice as long, up to an hour.
const FIRST_PAUSE: i64 = 1;
const LONGEST_PAUSE: i64 = 60;

/// Fetches the time stamps that are due; answers how many came.
///
/// # Errors
/// The database cannot be used.
pub fn fetch(services: &Services) -> Result<usize, ApiError> {
    let now = services.now();
    let due = services
        .database
        .read(|connection| Ok::<_, ApiError>(stamps::due(connection, now.into(), AT_ONCE)?))?;
    let mut came = 0;
    for row in due {
        let doublings = u32::try_from(row.attempts.clamp(0, 6)).unwrap_or(0);
        let pause = (FIRST_PAUSE << doublings).min(LONGEST_PAUSE);
        let next = (now + TimeDelta::minutes(pause)).into();
        let taken = services
            .database
            .write(|connection| Ok::<_, ApiError>(stamps::take(connection, &row, next)?))?;
        if !taken {
            continue;
        }
        match fetch_one(services, &row) {
            Ok(()) => came += 1,
            Err(error) => {
                log::warn!("time stamp on signature {}: {error}", row.signature_id);
                services.database.write(|connection| {
                    Ok::<_, ApiError>(stamps::failed(
                        connection,
                        &row.signature_id,
                        &error.to_string(),
                    )?)
                })?;
            }
        }
    }
    Ok(came)
}

fn fetch_one(services: &Services, row: &StampWait) -> Result<(), ApiError> {
    let signature = services
        .database
        .read(|connection| Ok::<_, ApiError>(stamps::signature(connection, &row.signature_id)?))?;
    let imprint = cms::signature_imprint(&signature.cms).map_err(ApiError::internal)?;
    let stamp = services.fresh_stamp(&imprint)?;
    let stamped = cms::add_time_stamp(&signature.cms, &stamp.token).map_err(ApiError::internal)?;
    let evidence = services.evidence_of_stamp(&stamp.token)?;
    let data = services.validation_rows(&evidence);
    services.database.write(|connection| {
        let arrived = stamps::arrived(
            connection,
            &signature.id,
            &stamped,
            &sha256_hex(&stamped),
            stamp.verified.at.into(),
            &stamp.verified.certificate.subject_common_name,
        )?;
        if arrived {
            validation_data::keep(connection, &signature.id, &data)?;
            stamp_arrived(services, connection, &signature, &stamped)?;
        }
        Ok(())
    })
}

/// Completes exports whose signatures have their time stamps; answers how many.
///
/// # Errors
/// The database cannot be used.
pub fn complete_exports(services: &Services) -> Result<usize, ApiError> {
    let waiting = services
        .database
        .read(|connection| Ok::<_, ApiError>(exports::awaiting_time_stamp(connection, AT_ONCE)?))?;
    let mut completed = 0;
    for export in waiting {
        match conclude_later(services, &export) {
            Ok(true) => completed += 1,
            Ok(false) => {}
            Err(error) => log::warn!("export {}: {error}", export.id),
        }
    }
    Ok(completed)
}
