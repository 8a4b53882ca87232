//! The calls of the API about one person's profile.

use congvu_openapi::attachments::{Attachment, AttachmentList};
use congvu_openapi::exports::{Export, ExportList, NewExport, NewSeal};
use congvu_openapi::people::{AccessPage, Draft, DraftUpdate, Version, VersionList};
use congvu_openapi::profile::Profile;
use congvu_openapi::remarks::{NewRemark, Remark, RemarkAnswer, RemarkList};
use congvu_openapi::submissions::{ChangeKind, Submission, SubmissionList, SubmissionSummary};
use congvu_openapi::tasks::{NewChange, Task};

use crate::api::client::query;
use crate::api::tasks::{self, Asked};
use crate::api::{ApiError, Call, Loaded};

/// What is being filled in.
///
/// # Errors
/// As any call.
pub async fn draft(person: &str) -> Result<Loaded<Draft>, ApiError> {
    Call::get(format!("/people/{person}/draft")).send().await
}

/// Keeps the draft, if nobody else saved since.
///
/// # Errors
/// 412 where somebody did.
pub async fn save_draft(
    person: &str,
    etag: &str,
    document: Profile,
) -> Result<Loaded<Draft>, ApiError> {
    Call::put(format!("/people/{person}/draft"))
        .if_match(etag)
        .json(&DraftUpdate { document })
        .send()
        .await
}

/// Evidence of a person.
///
/// # Errors
/// As any call.
pub async fn attachments(person: &str) -> Result<Vec<Attachment>, ApiError> {
    let list: AttachmentList = Call::get(format!("/people/{person}/attachments"))
        .send()
        .await?
        .value;
    Ok(list.items)
}

/// Adds evidence: the file itself travels.
///
/// # Errors
/// 413 and 415 for what is too large or of another type.
pub async fn attach(
    person: &str,
    file: web_sys::Blob,
    name: &str,
    category: &str,
    pointer: &str,
) -> Result<Attachment, ApiError> {
    let pairs = [("name", name), ("category", category), ("pointer", pointer)];
    let call = Call::post(format!("/people/{person}/attachments{}", query(&pairs)));
    Ok(call.file(file).send().await?.value)
}

/// Takes evidence away that no submission holds.
///
/// # Errors
/// 409 where one does.
pub async fn detach(person: &str, attachment: &str) -> Result<(), ApiError> {
    Call::delete(format!("/people/{person}/attachments/{attachment}"))
        .send_empty()
        .await
}

/// The content of evidence.
///
/// # Errors
/// As any call.
pub async fn content(person: &str, attachment: &str) -> Result<Vec<u8>, ApiError> {
    Call::get(format!("/people/{person}/attachments/{attachment}/content"))
        .send_blob()
        .await
}

/// Submissions of a person, newest first.
///
/// # Errors
/// As any call.
pub async fn submissions(person: &str) -> Result<Vec<SubmissionSummary>, ApiError> {
    let list: SubmissionList = Call::get(format!("/people/{person}/submissions"))
        .send()
        .await?
        .value;
    Ok(list.items)
}

/// A submission with its chain.
///
/// # Errors
/// As any call.
pub async fn submission(id: &str) -> Result<Loaded<Submission>, ApiError> {
    Call::get(format!("/submissions/{id}")).send().await
}

/// Approved versions, newest first, without their documents.
///
/// # Errors
/// As any call.
pub async fn versions(person: &str) -> Result<Vec<Version>, ApiError> {
    let list: VersionList = Call::get(format!("/people/{person}/versions"))
        .send()
        .await?
        .value;
    Ok(list.items)
}

/// An approved version with its document.
///
/// # Errors
/// As any call.
pub async fn version(person: &str, number: i64) -> Result<Version, ApiError> {
    let call = Call::get(format!("/people/{person}/versions/{number}"));
    Ok(call.send().await?.value)
}

/// Everything needed to verify a version offline, as a ZIP.
///
/// # Errors
/// As any call.
pub async fn evidence(person: &str, number: i64) -> Result<Vec<u8>, ApiError> {
    Call::get(format!("/people/{person}/versions/{number}/evidence"))
        .send_blob()
        .await
}

/// The CV in PDF, unsigned, to check.
///
/// # Errors
/// As any call.
pub async fn print(person: &str) -> Result<Vec<u8>, ApiError> {
    Call::get(format!("/people/{person}/print"))
        .send_blob()
        .await
}

/// Signed exports of a person, newest first.
///
/// # Errors
/// As any call.
pub async fn exports(person: &str) -> Result<Vec<Export>, ApiError> {
    let list: ExportList = Call::get(format!("/people/{person}/exports"))
        .send()
        .await?
        .value;
    Ok(list.items)
}

/// Starts a signed export.
///
/// # Errors
/// 409 where nothing is approved yet.
pub async fn start_export(person: &str, version: Option<i64>) -> Result<Export, ApiError> {
    let call = Call::post(format!("/people/{person}/exports")).json(&NewExport { version });
    Ok(call.send().await?.value)
}

/// An export.
///
/// # Errors
/// As any call.
pub async fn export(id: &str) -> Result<Loaded<Export>, ApiError> {
    Call::get(format!("/exports/{id}")).send().await
}

/// The PDF of an export as it is now.
///
/// # Errors
/// As any call.
pub async fn export_file(id: &str) -> Result<Vec<u8>, ApiError> {
    Call::get(format!("/exports/{id}/file")).send_blob().await
}

/// Puts the agency's seal signature on an export; with the PIN where the seal's key is in a token.
///
/// # Errors
/// 409 where the competent person has not signed yet; a mistake at `/pin` where that is wrong.
pub async fn seal(id: &str, etag: &str, pin: Option<String>) -> Result<Export, ApiError> {
    let call = Call::post(format!("/exports/{id}/seal"))
        .if_match(etag)
        .json(&NewSeal { pin });
    Ok(call.send().await?.value)
}

/// Reports of wrong items, newest first.
///
/// # Errors
/// As any call.
pub async fn remarks(person: &str) -> Result<Vec<Remark>, ApiError> {
    let list: RemarkList = Call::get(format!("/people/{person}/remarks"))
        .send()
        .await?
        .value;
    Ok(list.items)
}

/// Reports a wrong item.
///
/// # Errors
/// 422 where the text is too short.
pub async fn report(person: &str, remark: &NewRemark) -> Result<Remark, ApiError> {
    let call = Call::post(format!("/people/{person}/remarks")).json(remark);
    Ok(call.send().await?.value)
}

/// Answers a report.
///
/// # Errors
/// 409 where it was answered already.
pub async fn answer(remark: &Remark, answer: String) -> Result<Remark, ApiError> {
    let call = Call::post(format!("/remarks/{}/answer", remark.id))
        .if_match(&format!("\"{}\"", remark.revision))
        .json(&RemarkAnswer { answer });
    Ok(call.send().await?.value)
}

/// Says that something about a person changed; the task to enter it.
///
/// # Errors
/// 403 where the caller may not say it, 409 where no profile is in force, mistakes at `/kind`, `/on` and `/reference`.
pub async fn announce(person: &str, change: &NewChange) -> Result<Task, ApiError> {
    let call = Call::post(format!("/people/{person}/changes")).json(change);
    Ok(call.send().await?.value)
}

/// The changes of a person that the caller has to enter; of the person themselves where `own`. The API lists and does not search,
/// so this looks through the first page, of what is due soonest.
///
/// # Errors
/// As any call.
pub async fn changes_to_enter(person: &str, own: bool) -> Result<Vec<Task>, ApiError> {
    let asked = Asked {
        scope: "mine",
        kind: if own { "fill_profile" } else { "enter_profile" },
        limit: 100,
        ..Asked::default()
    };
    let mut found = tasks::list(asked).await?.items;
    found.retain(|task| {
        let change = task
            .change_kind
            .filter(|kind| *kind != ChangeKind::NewProfile);
        task.person_id == person && change.is_some()
    });
    Ok(found)
}

/// Who looked, newest first.
///
/// # Errors
/// 403 where the caller is neither the person nor an auditor.
pub async fn accesses(person: &str, cursor: &str) -> Result<AccessPage, ApiError> {
    let pairs = [("cursor", cursor), ("limit", "20")];
    let call = Call::get(format!("/people/{person}/accesses{}", query(&pairs)));
    Ok(call.send().await?.value)
}
