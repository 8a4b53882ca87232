//! What makes an export last: the data to verify it offline for decades (PAdES B-LT) and a time stamp over all of it (B-LTA), once both
//! signatures have their own time stamps.

use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{
    AnyConnection, ArchiveStamp, Export, Signature, exports, signatures, stamps, validation_data,
};
use congvu_domain::payload::sha256_hex;
use congvu_signing::dss::{self, Evidence};
use congvu_signing::pades::{self, PreparedPdf, RESERVE_WITH_TIMESTAMP};
use congvu_signing::tsp::VerifiedTimestamp;

use crate::attachments::unwritable;
use crate::error::ApiError;
use crate::jobs::archive::reach;
use crate::pki::FreshStamp;
use crate::services::Services;

/// Renewed so many calendar days before the authority's certificate ends.
const RENEW_DAYS_BEFORE: i64 = 90;

/// The time stamp of the signature that was last put on an export has arrived: the file gets it in place of the bare signature.
///
/// # Errors
/// The file cannot be read or written.
pub fn stamp_arrived(
    services: &Services,
    connection: &mut AnyConnection,
    signature: &Signature,
    cms: &[u8],
) -> Result<(), ApiError> {
    let Some(id) = &signature.export_id else {
        return Ok(());
    };
    let export = exports::lock(connection, id)?;
    let file = services
        .blobs
        .get(&export.sha256)
        .map_err(ApiError::internal)?;
    let field = if signature.position == 0 {
        super::SIGNER_FIELD
    } else {
        super::SEAL_FIELD
    };
    let stamped = pades::replace_contents(&file, field, cms).map_err(ApiError::internal)?;
    let sha256 = sha256_hex(&stamped);
    services.blobs.put(&sha256, &stamped).map_err(unwritable)?;
    exports::advance(connection, id, export.revision, &export.state, &sha256)?;
    Ok(())
}

/// The export with its evidence, and an empty place for the time stamp over all of it; `None` while a signature waits for its own.
fn prepare(
    services: &Services,
    connection: &mut AnyConnection,
    export: &Export,
) -> Result<Option<PreparedPdf>, ApiError> {
    let signed = signatures::of_export(connection, &export.id)?;
    let waits = |signature: &Signature| signature.stamp_state != "stamped";
    if export.state != "awaiting_time_stamp" || signed.iter().any(waits) {
        return Ok(None);
    }
    let file = services
        .blobs
        .get(&export.sha256)
        .map_err(ApiError::internal)?;
    let ids: Vec<String> = signed.into_iter().map(|signature| signature.id).collect();
    let kept = validation_data::of_signatures(connection, &ids)?;
    let of = |kind: &str| {
        kept.iter()
            .filter(|data| data.kind == kind)
            .map(|data| data.der.clone())
            .collect()
    };
    let evidence = Evidence {
        certificates: of("certificate"),
        crls: of("crl"),
        ocsps: of("ocsp"),
    };
    let contents = pades::contents(&file).map_err(ApiError::internal)?;
    let file = dss::add(&file, &evidence, &contents).map_err(ApiError::internal)?;
    place_for(&file, 1).map(Some)
}

/// A place for the document time stamp number `position`.
fn place_for(file: &[u8], position: i64) -> Result<PreparedPdf, ApiError> {
    pades::prepare_time_stamp(
        file,
        &format!("DauThoiGian{position}"),
        RESERVE_WITH_TIMESTAMP,
    )
    .map_err(ApiError::internal)
}

fn commit(
    services: &Services,
    connection: &mut AnyConnection,
    export: &Export,
    prepared: PreparedPdf,
    stamp: FreshStamp,
    position: i64,
) -> Result<Export, ApiError> {
    let file = prepared.embed(&stamp.token).map_err(ApiError::internal)?;
    let sha256 = sha256_hex(&file);
    services.blobs.put(&sha256, &file).map_err(unwritable)?;
    if !exports::advance(connection, &export.id, export.revision, "complete", &sha256)? {
        return Err(ApiError::stale(export.revision + 1));
    }
    let row = ArchiveStamp {
        id: services.new_id(),
        subject_kind: "export".to_owned(),
        subject_id: export.id.clone(),
        position,
        manifest: Vec::new(),
        stamped_at: stamp.verified.at.into(),
        stamped_by: stamp.verified.certificate.subject_common_name.clone(),
        renew_at: renew_at(&stamp.verified).into(),
        token: stamp.token,
        renewed: false,
    };
    stamps::archive(connection, &row)?;
    Ok(exports::find(connection, &export.id)?)
}

/// Completes an export in the transaction that sealed it, where the built-in authority stamps; else the clock does it later.
///
/// # Errors
/// The file cannot be made.
pub fn conclude_at_once(
    services: &Services,
    connection: &mut AnyConnection,
    export_id: &str,
) -> Result<Export, ApiError> {
    let export = exports::find(connection, export_id)?;
    if !services.stamps.is_built_in() {
        return Ok(export);
    }
    let Some(prepared) = prepare(services, connection, &export)? else {
        return Ok(export);
    };
    let imprint = prepared.digest().map_err(ApiError::internal)?;
    let stamp = services.fresh_stamp_within(connection, &imprint)?;
    commit(services, connection, &export, prepared, stamp, 1)
}

/// Completes an export whose signatures got their time stamps from another authority; answers whether it did.
///
/// # Errors
/// The authority does not answer, or the file cannot be made; it is tried again.
pub fn conclude_later(services: &Services, export: &Export) -> Result<bool, ApiError> {
    let prepared = services
        .database
        .read(|connection| prepare(services, connection, export))?;
    let Some(prepared) = prepared else {
        return Ok(false);
    };
    let imprint = prepared.digest().map_err(ApiError::internal)?;
    let stamp = services.fresh_stamp(&imprint)?;
    services
        .database
        .write(|connection| commit(services, connection, export, prepared, stamp, 1))?;
    Ok(true)
}

/// Puts a further time stamp over an export before the last one weakens; false where it would reach no further, or another server was faster.
///
/// # Errors
/// The authority does not answer, or the file cannot be made; it is tried again.
pub fn renew(services: &Services, last: &ArchiveStamp) -> Result<bool, ApiError> {
    let export = services
        .database
        .read(|connection| Ok::<_, ApiError>(exports::find(connection, &last.subject_id)?))?;
    let file = services
        .blobs
        .get(&export.sha256)
        .map_err(ApiError::internal)?;
    let position = last.position + 1;
    // What the last time stamp is judged by goes under the new one.
    let evidence = services.evidence_of_stamp(&last.token)?;
    let file = dss::add(&file, &evidence, &[]).map_err(ApiError::internal)?;
    let prepared = place_for(&file, position)?;
    let imprint = prepared.digest().map_err(ApiError::internal)?;
    let stamp = services.fresh_stamp(&imprint)?;
    if stamp.verified.certificate.not_after <= reach(last)? {
        return Ok(false);
    }
    services.database.write(|connection| {
        let first = stamps::renewed(connection, &last.id)?;
        if first {
            commit(services, connection, &export, prepared, stamp, position)?;
        }
        Ok(first)
    })
}

/// When a time stamp is to be renewed.
pub fn renew_at(stamp: &VerifiedTimestamp) -> DateTime<Utc> {
    stamp.certificate.not_after - TimeDelta::days(RENEW_DAYS_BEFORE)
}
