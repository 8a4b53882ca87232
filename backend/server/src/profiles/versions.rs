use congvu_db::{AnyConnection, Signature, Version, signatures, versions};
use congvu_openapi::people as wire;
use congvu_openapi::signing::SignatureSummary;

use super::document;
use crate::codes::variant;
use crate::error::ApiError;
use crate::services::Services;
use crate::signing;

/// Versions of a person, newest first, without their documents.
pub fn list(
    services: &Services,
    connection: &mut AnyConnection,
    person_id: &str,
) -> Result<wire::VersionList, ApiError> {
    let rows = versions::of_person(connection, person_id)?;
    let ids: Vec<String> = rows
        .iter()
        .map(|version| version.submission_id.clone())
        .collect();
    let all = signatures::of_submissions(connection, &ids)?;
    let items = rows
        .iter()
        .map(|version| {
            let own = all.iter().filter(|signature| {
                signature.submission_id.as_deref() == Some(&version.submission_id)
            });
            summary(services, version, own)
        })
        .collect::<Result<_, _>>()?;
    Ok(wire::VersionList { items })
}

/// A version with its document.
pub fn one(
    services: &Services,
    connection: &mut AnyConnection,
    person_id: &str,
    number: i64,
) -> Result<wire::Version, ApiError> {
    let version = versions::find(connection, person_id, number)?;
    let own = signatures::of_submission(connection, &version.submission_id)?;
    let mut view = summary(services, &version, own.iter())?;
    view.document = Some(document(&version.document)?);
    Ok(view)
}

fn summary<'a>(
    services: &Services,
    version: &Version,
    own: impl Iterator<Item = &'a Signature>,
) -> Result<wire::Version, ApiError> {
    let signatures: Vec<SignatureSummary> = own
        .map(|signature| signing::summary(services, signature))
        .collect::<Result<_, _>>()?;
    Ok(wire::Version {
        number: version.number,
        change_kind: variant(&version.change_kind)?,
        submission_id: version.submission_id.clone(),
        document_sha256: version.document_sha256.clone(),
        digest: version.digest.clone(),
        previous_digest: version.previous_digest.clone(),
        effective_at: version.effective_at.rfc3339(),
        signatures,
        document: None,
    })
}
