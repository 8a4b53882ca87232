use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::{
    AnyConnection, Signature, Version, delegations, signatures, stamps, validation_data, versions,
};
use congvu_domain::payload::{
    EVIDENCE_FORMAT, EvidenceAct, EvidenceDelegation, EvidencePackage, EvidenceVersion,
};
use congvu_signing::cms;

use super::{Archived, Contents};
use crate::error::ApiError;
use crate::services::Services;

/// Everything needed to verify a version offline (C7): what its signatures were judged by when they were accepted, its archive time stamps,
/// and what the last of these is judged by today.
///
/// # Errors
/// 404 without such a version.
pub fn collect(
    services: &Services,
    connection: &mut AnyConnection,
    person_id: &str,
    number: i64,
) -> Result<Contents, ApiError> {
    let version = versions::find(connection, person_id, number)?;
    let signed = signatures::of_submission(connection, &version.submission_id)?;
    let mut ids: Vec<String> = signed
        .iter()
        .map(|signature| signature.id.clone())
        .collect();
    let mut acts = Vec::new();
    for signature in &signed {
        acts.push(EvidenceAct {
            payload_base64: STANDARD.encode(&signature.payload),
            cms_base64: STANDARD.encode(&signature.cms),
            signed_at: signature.signed_at.rfc3339(),
            delegation: delegation(connection, signature, &mut ids)?,
        });
    }
    let archive = stamps::archived(connection, "version", &version.id)?;
    let mut contents = Contents::bare(package(services, version, acts)?);
    for data in validation_data::of_signatures(connection, &ids)? {
        match data.kind.as_str() {
            "crl" => contents.crls.push(data.der),
            "ocsp" => contents.ocsps.push(data.der),
            _ => contents.certificates.push(data.der),
        }
    }
    let chain = archive
        .last()
        .map(|stamp| cms::chain(&stamp.token))
        .transpose()
        .map_err(ApiError::internal)?
        .unwrap_or_default();
    let trust = services.trust(connection, &chain)?;
    contents.certificates.extend(chain);
    contents.crls.extend(trust.crls);
    contents.ocsps.extend(trust.ocsps);
    let is_anchor = |der: &Vec<u8>| trust.anchors.iter().any(|anchor| anchor.der == *der);
    (contents.anchors, contents.certificates) =
        contents.certificates.into_iter().partition(is_anchor);
    for items in [
        &mut contents.certificates,
        &mut contents.anchors,
        &mut contents.crls,
        &mut contents.ocsps,
    ] {
        items.sort_unstable();
        items.dedup();
    }
    contents.archive = archive
        .into_iter()
        .map(|stamp| Archived {
            manifest: stamp.manifest,
            token: stamp.token,
        })
        .collect();
    Ok(contents)
}

fn delegation(
    connection: &mut AnyConnection,
    signature: &Signature,
    ids: &mut Vec<String>,
) -> Result<Option<EvidenceDelegation>, ApiError> {
    let Some(id) = &signature.delegation_id else {
        return Ok(None);
    };
    let (_, _, signed) = delegations::find(connection, id)?;
    ids.push(signed.id);
    Ok(Some(EvidenceDelegation {
        payload_base64: STANDARD.encode(&signed.payload),
        cms_base64: STANDARD.encode(&signed.cms),
    }))
}

fn package(
    services: &Services,
    version: Version,
    acts: Vec<EvidenceAct>,
) -> Result<EvidencePackage, ApiError> {
    Ok(EvidencePackage {
        format: EVIDENCE_FORMAT.to_owned(),
        deployment: services.deployment.key.clone(),
        person: version.person_id,
        version: EvidenceVersion {
            number: u32::try_from(version.number).map_err(ApiError::internal)?,
            document: serde_json::from_str(&version.document).map_err(ApiError::internal)?,
            document_sha256: version.document_sha256,
            digest: version.digest,
            previous_digest: version.previous_digest,
            effective_at: version.effective_at.rfc3339(),
        },
        acts,
    })
}
