//! Archive time stamps over the evidence of each version, and their renewal before they weaken (C7).

use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{AnyConnection, ArchiveStamp, Version, signatures, stamps, validation_data};
use congvu_domain::payload::{canonical, sha256_hex};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::cms;
use congvu_signing::dss::Evidence;
use serde::{Deserialize, Serialize};

use crate::error::{ApiError, Code};
use crate::exports::{renew as renew_export, renew_at};
use crate::services::Services;

/// Taken in one look.
const AT_ONCE: i64 = 100;
/// Calendar days after which a renewal is tried again, where the authority reached no further than what is there.
const AGAIN_DAYS: i64 = 7;
/// Name and version of the manifest's format.
pub const FORMAT: &str = "congvu/archive/v1";

/// What an archive time stamp covers: the SHA-256 of every file of the evidence package that existed then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    /// Digest of the version.
    pub version: String,
    /// SHA-256 of the payload and of the CMS of each signature, in order.
    pub signatures: Vec<Covered>,
    /// SHA-256 of certificates, revocation lists and OCSP answers, sorted.
    pub validation_data: Vec<String>,
    /// SHA-256 of the manifest and of the token before, where this one renews it.
    pub renews: Option<Renewed>,
}

/// One signature in a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covered {
    pub payload_sha256: String,
    pub cms_sha256: String,
}

/// The archive time stamp before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewed {
    pub manifest_sha256: String,
    pub token_sha256: String,
}

/// Stamps versions that have no archive time stamp yet; answers how many. While the authority is away the rest waits.
///
/// # Errors
/// The database cannot be used.
pub fn versions(services: &Services) -> Result<usize, ApiError> {
    let due = services
        .database
        .read(|connection| Ok::<_, ApiError>(stamps::unarchived_versions(connection, AT_ONCE)?))?;
    let mut stamped = 0;
    for version in &due {
        match stamp_version(services, version) {
            Ok(()) => stamped += 1,
            Err(error) => {
                log::warn!("archive time stamp on version {}: {error}", version.id);
                if is_away(&error) {
                    break;
                }
            }
        }
    }
    Ok(stamped)
}

/// The authority or the database does not answer, so the next one would fail as well; what else is wrong is wrong with one alone.
fn is_away(error: &ApiError) -> bool {
    error.code == Code::Unavailable
}

/// The first archive time stamp of a version. The signatures may be older than the revocation data they were judged by reach: what holds
/// today goes under it as well.
fn stamp_version(services: &Services, version: &Version) -> Result<(), ApiError> {
    let signed = services.database.read(|connection| {
        Ok::<_, ApiError>(signatures::of_submission(
            connection,
            &version.submission_id,
        )?)
    })?;
    let mut evidence = Evidence::default();
    for signature in &signed {
        for judged in cms::chains(&signature.cms).map_err(ApiError::internal)? {
            let found = services.evidence_of_chain(judged)?;
            evidence.certificates.extend(found.certificates);
            evidence.crls.extend(found.crls);
            evidence.ocsps.extend(found.ocsps);
        }
    }
    // The same lists speak for all of them, and may be large.
    for items in [
        &mut evidence.certificates,
        &mut evidence.crls,
        &mut evidence.ocsps,
    ] {
        items.sort_unstable();
        items.dedup();
    }
    let data = services.validation_rows(&evidence);
    let manifest = services.database.write(|connection| {
        if let Some(last) = signed.last() {
            validation_data::keep(connection, &last.id, &data)?;
        }
        manifest(connection, version, None)
    })?;
    stamp(services, &version.id, 1, &manifest, None).map(drop)
}

fn manifest(
    connection: &mut AnyConnection,
    version: &Version,
    renews: Option<&ArchiveStamp>,
) -> Result<Vec<u8>, ApiError> {
    let signed = signatures::of_submission(connection, &version.submission_id)?;
    let ids: Vec<String> = signed
        .iter()
        .map(|signature| signature.id.clone())
        .collect();
    let mut data: Vec<String> = validation_data::of_signatures(connection, &ids)?
        .into_iter()
        .map(|data| data.sha256)
        .collect();
    data.sort();
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: version.digest.clone(),
        signatures: signed
            .into_iter()
            .map(|signature| Covered {
                payload_sha256: signature.payload_sha256,
                cms_sha256: signature.cms_sha256,
            })
            .collect(),
        validation_data: data,
        renews: renews.map(|last| Renewed {
            manifest_sha256: sha256_hex(&last.manifest),
            token_sha256: sha256_hex(&last.token),
        }),
    };
    canonical(&manifest).map_err(ApiError::internal)
}

fn stamp(
    services: &Services,
    version_id: &str,
    position: i64,
    manifest: &[u8],
    renews: Option<&ArchiveStamp>,
) -> Result<bool, ApiError> {
    let stamp = services.fresh_stamp(&crate::submissions::sha256(manifest))?;
    if let Some(last) = renews
        && stamp.verified.certificate.not_after <= reach(last)?
    {
        return Ok(false);
    }
    let row = ArchiveStamp {
        id: services.new_id(),
        subject_kind: "version".to_owned(),
        subject_id: version_id.to_owned(),
        position,
        manifest: manifest.to_vec(),
        stamped_at: stamp.verified.at.into(),
        stamped_by: stamp.verified.certificate.subject_common_name.clone(),
        renew_at: renew_at(&stamp.verified).into(),
        token: stamp.token,
        renewed: false,
    };
    services.database.write(|connection| {
        if let Some(last) = renews
            && !stamps::renewed(connection, &last.id)?
        {
            return Ok(false);
        }
        // Two servers may have stamped the same: the place is taken once.
        match stamps::archive(connection, &row) {
            Ok(()) => Ok(true),
            Err(congvu_db::DbError::Conflict(_)) if renews.is_none() => Ok(false),
            Err(error) => Err(ApiError::from(error)),
        }
    })
}

/// Until when an archive time stamp can be judged by itself: its authority's certificate ends.
///
/// # Errors
/// The token is damaged.
pub fn reach(stamp: &ArchiveStamp) -> Result<DateTime<Utc>, ApiError> {
    let chain = cms::chain(&stamp.token).map_err(ApiError::internal)?;
    let leaf = chain.first().map(Vec::as_slice).unwrap_or_default();
    Ok(CertificateInfo::parse(leaf)
        .map_err(ApiError::internal)?
        .not_after)
}

/// Renews archive time stamps that weaken soon; answers how many. While the authority is away the rest waits; where a new time stamp would
/// reach no further than the old one, it is tried again in a week.
///
/// # Errors
/// The database cannot be used.
pub fn renew(services: &Services) -> Result<usize, ApiError> {
    let now = services.now();
    let due = services
        .database
        .read(|connection| Ok::<_, ApiError>(stamps::to_renew(connection, now.into(), AT_ONCE)?))?;
    let mut renewed = 0;
    for last in &due {
        match renew_one(services, last) {
            Ok(true) => renewed += 1,
            Ok(false) => services.database.write(|connection| {
                let again = now + TimeDelta::days(AGAIN_DAYS);
                Ok::<_, ApiError>(stamps::postpone(connection, &last.id, again.into())?)
            })?,
            Err(error) => {
                log::warn!("renewal of the archive time stamp {}: {error}", last.id);
                if is_away(&error) {
                    break;
                }
            }
        }
    }
    Ok(renewed)
}

/// False where a new time stamp would reach no further, or another server was faster.
fn renew_one(services: &Services, last: &ArchiveStamp) -> Result<bool, ApiError> {
    // The built-in authority's end is known without stamping.
    if services.stamps.is_built_in()
        && services.authority.stamping(services.now())?.info.not_after <= reach(last)?
    {
        return Ok(false);
    }
    if last.subject_kind == "export" {
        return renew_export(services, last);
    }
    let evidence = services.evidence_of_stamp(&last.token)?;
    let data = services.validation_rows(&evidence);
    let manifest = services.database.write(|connection| {
        let version = congvu_db::versions::with_id(connection, &last.subject_id)?;
        let signed = signatures::of_submission(connection, &version.submission_id)?;
        // What the last time stamp was judged by is kept with the last signature it covers.
        if let Some(signature) = signed.last() {
            validation_data::keep(connection, &signature.id, &data)?;
        }
        manifest(connection, &version, Some(last))
    })?;
    stamp(
        services,
        &last.subject_id,
        last.position + 1,
        &manifest,
        Some(last),
    )
}
