//! A submission under review never changes underneath: what was signed first is what is decided on.

use congvu_db::{AnyConnection, Attachment, Submission, attachments};
use congvu_domain::payload::{SignedAct, SignedAttachment, sha256_hex};

use super::record::Record;
use crate::error::{ApiError, Mistake, said};

/// The evidence that went with a submission, in the order in which it was signed.
///
/// # Errors
/// The database cannot be read.
pub fn evidence(
    connection: &mut AnyConnection,
    submission: &Submission,
) -> Result<Vec<Attachment>, ApiError> {
    let frozen: Vec<String> =
        serde_json::from_str(&submission.attachments).map_err(ApiError::internal)?;
    let mut files = attachments::of_person(connection, &submission.person_id)?;
    files.retain(|file| frozen.contains(&file.id));
    files.reverse();
    Ok(files)
}

/// Document, evidence and signatures are those that the submitter signed, byte for byte.
///
/// # Errors
/// 409 with the code `frozen_content_changed`: somebody changed the database by hand, and nothing may be signed over it.
pub fn verify(
    submission: &Submission,
    record: &Record,
    files: &[Attachment],
) -> Result<(), ApiError> {
    let signed = &record.submitted;
    let base = signed.base_version.map(i64::from);
    for (same, what) in [
        (signed.submission == submission.id, "/id"),
        (signed.person == submission.person_id, "/person_id"),
        (
            sha256_hex(submission.document.as_bytes()) == signed.document_sha256
                && submission.document_sha256 == signed.document_sha256,
            "/document",
        ),
        (
            base == submission.base_version && signed.base_digest == submission.base_digest,
            "/base_version",
        ),
        (same_files(&signed.attachments, files), "/attachments"),
        (unbroken(record), "/reviews"),
    ] {
        if !same {
            log::error!(
                "submission {}: {what} is not what was signed",
                submission.id
            );
            return Err(changed(what));
        }
    }
    Ok(())
}

/// What was prepared speaks of the submission as it stands: the same document, evidence, step and signatures before.
///
/// # Errors
/// As [`verify`].
pub fn verify_prepared(
    act: &SignedAct,
    submission: &Submission,
    record: &Record,
) -> Result<(), ApiError> {
    let signed = &record.submitted;
    for (same, what) in [
        (act.submission == submission.id, "/id"),
        (act.document_sha256 == signed.document_sha256, "/document"),
        (act.attachments == signed.attachments, "/attachments"),
        (act.base_digest == signed.base_digest, "/base_version"),
        (i64::from(act.step) == submission.step + 1, "/step"),
        (act.previous == record.previous(), "/reviews"),
    ] {
        if !same {
            return Err(changed(what));
        }
    }
    Ok(())
}

fn same_files(signed: &[SignedAttachment], files: &[Attachment]) -> bool {
    signed.len() == files.len()
        && signed.iter().zip(files).all(|(signed, file)| {
            signed.sha256 == file.sha256
                && signed.name == file.name
                && signed.category == file.category
        })
}

/// Each stored signature and payload still has the hash under which it was kept, and covers those before it.
fn unbroken(record: &Record) -> bool {
    let mut before: Vec<&str> = Vec::new();
    let acts = std::iter::once(&record.submitted).chain(&record.reviews);
    for (signature, act) in record.signatures.iter().zip(acts) {
        let whole = sha256_hex(&signature.payload) == signature.payload_sha256
            && sha256_hex(&signature.cms) == signature.cms_sha256
            && act.document_sha256 == record.submitted.document_sha256
            && act.previous.iter().eq(before.iter());
        if !whole {
            return false;
        }
        before.push(&signature.cms_sha256);
    }
    true
}

fn changed(pointer: &str) -> ApiError {
    let message = said(
        "Nội dung đang lưu không còn đúng với nội dung người trình đã ký; không thể ký tiếp. Hãy báo đơn vị vận hành.",
        "What is stored is no longer what the submitter signed; it cannot be signed. Tell the operator.",
    );
    ApiError {
        mistakes: vec![Mistake {
            pointer: pointer.to_owned(),
            item: String::new(),
            code: "frozen_content_changed".to_owned(),
            message: message.clone(),
        }],
        ..ApiError::conflict(message)
    }
}
