use clap::Args;
use congvu_db::{AnyConnection, signatures, submissions, validation_data, versions};
use congvu_domain::payload::{VersionLink, check_chain, sha256_hex};
use congvu_signing::verify::verify_detached;

use super::Outcome;
use super::serve::Installation;
use crate::audit;
use crate::error::ApiError;
use crate::services::Services;
use crate::submissions::sha256;

/// Check what must always hold: every version chains, every signature verifies, nothing is half done,
/// the audit chain is whole.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    installation: Installation,
}

impl Check {
    pub fn run(self) -> Outcome {
        let services = self.installation.services()?;
        let problems = services
            .database
            .read(|connection| problems(&services, connection))
            .map_err(|error| anyhow::anyhow!("{error}"))?;
        for problem in &problems {
            println!("✗ {problem}");
        }
        if problems.is_empty() {
            println!("✓ everything holds");
        }
        Ok(problems.is_empty())
    }
}

fn problems(services: &Services, connection: &mut AnyConnection) -> Result<Vec<String>, ApiError> {
    let mut problems = Vec::new();
    let all = versions::all(connection)?;
    for chain in all.chunk_by(|a, b| a.person_id == b.person_id) {
        let links: Vec<VersionLink> = chain
            .iter()
            .map(|version| VersionLink {
                number: u32::try_from(version.number).unwrap_or_default(),
                document_sha256: version.document_sha256.clone(),
                submission: version.submission_id.clone(),
                previous_digest: version.previous_digest.clone(),
                digest: version.digest.clone(),
            })
            .collect();
        let person = chain
            .first()
            .map(|version| version.person_id.as_str())
            .unwrap_or_default();
        if let Err(error) = check_chain(&links) {
            problems.push(format!("versions of person {person}: {error}"));
        }
    }
    let anchors = services.trust(connection, &[])?;
    for version in &all {
        if sha256_hex(version.document.as_bytes()) != version.document_sha256 {
            problems.push(format!(
                "version {}: the document is not the one signed",
                version.id
            ));
        }
        let submission = submissions::find(connection, &version.submission_id)?;
        if submission.state != "effective" || submission.version != Some(version.number) {
            problems.push(format!(
                "version {}: its submission is half done",
                version.id
            ));
        }
        let signed = signatures::of_submission(connection, &version.submission_id)?;
        let ids: Vec<String> = signed
            .iter()
            .map(|signature| signature.id.clone())
            .collect();
        let mut trust = anchors.clone();
        for data in validation_data::of_signatures(connection, &ids)? {
            match data.kind.as_str() {
                "crl" => trust.crls.push(data.der),
                "ocsp" => trust.ocsps.push(data.der),
                _ => trust.intermediates.push(data.der),
            }
        }
        let chain = services
            .rules()
            .chains
            .iter()
            .find(|chain| chain.key == submission.chain);
        if chain.is_none_or(|chain| signed.len() != chain.steps.len() + 1) {
            problems.push(format!("version {}: signatures are missing", version.id));
        }
        for signature in signed {
            // Judged when the server accepted it, by the lists as they are now.
            let at = signature.signed_at.utc();
            if let Err(error) =
                verify_detached(&signature.cms, &sha256(&signature.payload), &trust, at)
            {
                problems.push(format!(
                    "signature {} of version {}: {error}",
                    signature.position, version.id
                ));
            }
        }
    }
    if let Err(broken) = audit::verify(connection)? {
        problems.push(format!(
            "the audit chain breaks at event {}",
            broken.sequence
        ));
    }
    Ok(problems)
}
