//! Comments on a submission: asked and answered beside the review, outside of what is signed (C6).

pub mod routes;

use congvu_db::{AnyConnection, Submission, SubmissionComment, Unit, comments, submissions};
use congvu_domain::deployment::Step;
use congvu_openapi::comments as wire;
use congvu_openapi::form;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::people::visible;
use crate::services::Services;
use crate::submissions::Record;

/// So many are shown.
const MOST: i64 = 1000;

/// Comments on a submission that the caller may see.
///
/// # Errors
/// 404 out of scope.
pub fn list(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission_id: &str,
) -> Result<wire::CommentList, ApiError> {
    let submission = submissions::find(connection, submission_id)?;
    let (_, unit) = visible(connection, caller, &submission.person_id)?;
    let may_write = may_write(services, connection, caller, &submission, &unit)?;
    let items = comments::of_submission(connection, submission_id, MOST)?
        .into_iter()
        .map(|row| view(caller, row))
        .collect();
    Ok(wire::CommentList { items, may_write })
}

/// Adds a comment.
///
/// # Errors
/// 404 out of scope, 403 for whoever has no part in the review, 422 where the form has no such place.
pub fn add(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission_id: &str,
    new: &wire::NewComment,
) -> Result<wire::Comment, ApiError> {
    let submission = submissions::find(connection, submission_id)?;
    let (_, unit) = visible(connection, caller, &submission.person_id)?;
    if !may_write(services, connection, caller, &submission, &unit)? {
        return Err(ApiError {
            detail: said(
                "Chỉ người trình và người có vai trò trong quy trình của hồ sơ này được trao đổi ở đây.",
                "Only the submitter and those with a role in the chain of this submission comment here.",
            ),
            ..ApiError::forbidden()
        });
    }
    if !new.pointer.is_empty() && form::leaf(&new.pointer).is_none() {
        return Err(ApiError::invalid_at(
            "/pointer",
            "unknown_place",
            said(
                "Mục này không có trong mẫu sơ yếu lý lịch.",
                "The form has no such place.",
            ),
        ));
    }
    let text = new.text.trim();
    if text.is_empty() {
        return Err(ApiError::invalid_at(
            "/text",
            "length",
            said("Hãy nhập nội dung trao đổi.", "Write the comment."),
        ));
    }
    let row = SubmissionComment {
        id: services.new_id(),
        submission_id: submission.id,
        pointer: new.pointer.clone(),
        text: congvu_domain::names::nfc(text),
        account_id: caller.account_id.clone(),
        by_name: caller.name.clone(),
        at: services.now().into(),
    };
    comments::insert(connection, &row)?;
    let event = Event::about(caller, "comment_added", &submission.person_id, &row.id);
    audit::record(services, connection, caller, event)?;
    Ok(view(caller, row))
}

/// The caller submitted it, or holds a role of its chain over the person.
fn may_write(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission: &Submission,
    unit: &Unit,
) -> Result<bool, ApiError> {
    let reviews = services
        .deployment
        .at(submission.submitted_on)
        .chains
        .iter()
        .filter(|chain| chain.key == submission.chain)
        .flat_map(|chain| chain.steps.iter().flat_map(Step::seats))
        .any(|role| caller.holds(role, &unit.path));
    if reviews {
        return Ok(true);
    }
    let record = Record::load(connection, &submission.id)?;
    let me = caller.acting(None).actor;
    Ok(record.submitted.signer.party().is(&me))
}

/// A comment as it travels.
fn view(caller: &Caller, row: SubmissionComment) -> wire::Comment {
    let leaf = form::leaf(&row.pointer);
    wire::Comment {
        id: row.id,
        submission_id: row.submission_id,
        item: leaf.map(|leaf| leaf.item.to_owned()).unwrap_or_default(),
        label: leaf
            .map(|leaf| leaf.label.vi.to_owned())
            .unwrap_or_default(),
        label_en: leaf
            .map(|leaf| leaf.label.en.to_owned())
            .unwrap_or_default(),
        pointer: row.pointer,
        text: row.text,
        by: row.by_name,
        at: row.at.rfc3339(),
        mine: row.account_id == caller.account_id,
    }
}
