//! The archive time stamps of a package: each covers the signatures, the data they are judged by, and the one before.

use std::collections::HashSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::verification::TimeStampReport;
use congvu_signing::trust::TrustStore;
use congvu_signing::tsp;

use super::report::{refused_time_stamp, time_stamp};
use super::sliding::{self, Judged};
use super::words::sentence;
use crate::evidence::{Archived, Contents};
use crate::http::Language;
use crate::jobs::archive::{Covered, FORMAT, Manifest, Renewed};
use crate::submissions::sha256;

/// What the archive time stamps of a package prove.
pub struct Archive {
    pub time_stamps: Vec<TimeStampReport>,
    /// When the signatures existed for certain, which is when the time stamps on them are judged.
    pub moment: DateTime<Utc>,
}

/// Judges the time stamps from the last to the first: each at the time of the next one, the last as [`sliding`] says.
pub fn judge(
    contents: &Contents,
    trust: &TrustStore,
    at: DateTime<Utc>,
    language: Language,
) -> Archive {
    let signatures = covered(contents);
    let data: HashSet<String> = [
        &contents.certificates,
        &contents.anchors,
        &contents.crls,
        &contents.ocsps,
    ]
    .into_iter()
    .flatten()
    .map(|der| sha256_hex(der))
    .collect();
    let mut moment = at;
    let mut time_stamps = Vec::new();
    for (position, stamp) in contents.archive.iter().enumerate().rev() {
        let before = position
            .checked_sub(1)
            .and_then(|at| contents.archive.get(at));
        let wrong = fault(stamp, before, contents, &signatures, &data);
        let imprint = sha256(&stamp.manifest);
        let verify = |moment| tsp::verify(&stamp.token, &imprint, trust, moment);
        let judged = if time_stamps.is_empty() {
            sliding::judge(at, verify)
        } else {
            Judged {
                outcome: verify(moment),
                moment: at,
            }
        };
        let told = match (&judged.outcome, wrong) {
            (Ok(_), Some(code)) => refused(code, stamp, language),
            (Ok(own), None) if own.at > moment => refused("archive_before", stamp, language),
            (Ok(own), None) => {
                moment = own.at;
                time_stamp(&judged, &stamp.token, at, language)
            }
            (Err(_), _) => time_stamp(&judged, &stamp.token, at, language),
        };
        time_stamps.push(told);
    }
    time_stamps.reverse();
    Archive {
        time_stamps,
        moment,
    }
}

fn refused(code: &'static str, stamp: &Archived, language: Language) -> TimeStampReport {
    let message = sentence(code, language).to_owned();
    refused_time_stamp(code, message, &stamp.token)
}

/// The signatures of the package as a manifest lists them.
fn covered(contents: &Contents) -> Vec<Covered> {
    let digest = |base64: &String| sha256_hex(&STANDARD.decode(base64).unwrap_or_default());
    let acts = contents.package.acts.iter();
    acts.map(|act| Covered {
        payload_sha256: digest(&act.payload_base64),
        cms_sha256: digest(&act.cms_base64),
    })
    .collect()
}

/// What is wrong with the manifest of a time stamp. The package may hold more data than it lists: what the last time stamp itself is judged
/// by came after it.
fn fault(
    stamp: &Archived,
    before: Option<&Archived>,
    contents: &Contents,
    signatures: &[Covered],
    data: &HashSet<String>,
) -> Option<&'static str> {
    let Ok(manifest) = serde_json::from_slice::<Manifest>(&stamp.manifest) else {
        return Some("archive_unreadable");
    };
    let renews = before.map(|before| Renewed {
        manifest_sha256: sha256_hex(&before.manifest),
        token_sha256: sha256_hex(&before.token),
    });
    let checks = [
        (manifest.format == FORMAT, "archive_unreadable"),
        (
            manifest.version == contents.package.version.digest,
            "archive_other_version",
        ),
        (
            manifest.signatures == signatures,
            "archive_other_signatures",
        ),
        (
            manifest
                .validation_data
                .iter()
                .all(|one| data.contains(one)),
            "archive_data_missing",
        ),
        (manifest.renews == renews, "archive_broken_chain"),
    ];
    checks
        .into_iter()
        .find_map(|(holds, code)| (!holds).then_some(code))
}
