use serde::{Deserialize, Serialize};

use super::canonical::digest_of_texts;

/// What a version's digest is made from, and what it came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLink {
    /// Number, from 1.
    pub number: u32,
    /// SHA-256 of the canonical document.
    pub document_sha256: String,
    /// The submission that made it.
    pub submission: String,
    /// Digest of the version before; none for the first.
    pub previous_digest: Option<String>,
    /// The version's own digest.
    pub digest: String,
}

/// Where a chain of versions is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("version at position {at}: {reason}")]
pub struct ChainError {
    /// Position in the chain, from 0.
    pub at: usize,
    pub reason: ChainFault,
}

/// How a chain of versions is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    #[error("the number does not follow")]
    Number,
    #[error("it does not name the digest of the version before")]
    Previous,
    #[error("its digest is not that of its content")]
    Digest,
}

/// Digest of a version: it covers the document, the submission and the version before, so that no
/// version can be taken out, put in or exchanged unnoticed.
#[must_use]
pub fn version_digest(previous: Option<&str>, document_sha256: &str, submission: &str) -> String {
    digest_of_texts(&serde_json::json!({
        "context": "congvu/version/v1",
        "previous": previous,
        "document_sha256": document_sha256,
        "submission": submission,
    }))
}

/// Checks a profile's versions, oldest first, from number 1.
///
/// # Errors
///
/// The first place where the chain is broken.
pub fn check_chain(versions: &[VersionLink]) -> Result<(), ChainError> {
    let mut previous: Option<&VersionLink> = None;
    for (at, version) in versions.iter().enumerate() {
        check_link(previous, version).map_err(|reason| ChainError { at, reason })?;
        previous = Some(version);
    }
    Ok(())
}

fn check_link(previous: Option<&VersionLink>, version: &VersionLink) -> Result<(), ChainFault> {
    if version.number != previous.map_or(0, |before| before.number) + 1 {
        return Err(ChainFault::Number);
    }
    if version.previous_digest.as_deref() != previous.map(|before| before.digest.as_str()) {
        return Err(ChainFault::Previous);
    }
    let digest = version_digest(
        version.previous_digest.as_deref(),
        &version.document_sha256,
        &version.submission,
    );
    if version.digest != digest {
        return Err(ChainFault::Digest);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(length: u32) -> Vec<VersionLink> {
        let mut links: Vec<VersionLink> = Vec::new();
        for number in 1..=length {
            let previous = links.last().map(|link| link.digest.clone());
            let (document, submission) = (format!("document {number}"), format!("s{number}"));
            links.push(VersionLink {
                number,
                digest: version_digest(previous.as_deref(), &document, &submission),
                document_sha256: document,
                submission,
                previous_digest: previous,
            });
        }
        links
    }

    #[test]
    fn a_sound_chain() {
        for length in 0..4 {
            assert_eq!(check_chain(&chain(length)), Ok(()));
        }
    }

    #[test]
    fn every_way_of_breaking_it_is_found() {
        type Break = fn(&mut Vec<VersionLink>);
        let cases: [(&str, Break, usize, ChainFault); 6] = [
            (
                "document",
                |v| v[1].document_sha256 = "x".into(),
                1,
                ChainFault::Digest,
            ),
            (
                "submission",
                |v| v[1].submission = "x".into(),
                1,
                ChainFault::Digest,
            ),
            (
                "digest",
                |v| v[0].digest = "x".into(),
                0,
                ChainFault::Digest,
            ),
            ("left out", |v| drop(v.remove(1)), 1, ChainFault::Number),
            (
                "first left out",
                |v| drop(v.remove(0)),
                0,
                ChainFault::Number,
            ),
            (
                "exchanged, digest made anew",
                |v| {
                    v[1].document_sha256 = "x".into();
                    v[1].digest = version_digest(v[1].previous_digest.as_deref(), "x", "s2");
                },
                2,
                ChainFault::Previous,
            ),
        ];
        for (name, break_it, at, reason) in cases {
            let mut versions = chain(3);
            break_it(&mut versions);
            assert_eq!(
                check_chain(&versions),
                Err(ChainError { at, reason }),
                "{name}"
            );
        }
    }

    #[test]
    fn no_previous_is_not_an_empty_previous() {
        assert_ne!(
            version_digest(None, "d", "s"),
            version_digest(Some(""), "d", "s")
        );
    }
}
