//! Submitting a draft and deciding on a submission.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post};
use congvu_db::submissions;
use congvu_openapi::approvals::NewDecision;
use congvu_openapi::signing::{NewSigningRequest, SigningRequest};
use congvu_openapi::submissions::{Submission, SubmissionList};

use super::{list, prepare_decision, prepare_submission, view};
use crate::audit::{self, Event};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, IfMatch, Key, Plain, answer, create};
use crate::people::visible;
use crate::services::App;

/// Prepare the submitter's signature
///
/// Freezes the draft as it was seen; the answer says what the key has to sign. Nothing is submitted before the signature is finished.
#[utoipa::path(tag = "signing", operation_id = "prepareSubmission", params(("id" = String, Path, format = "uuid", description = "The person"), ("If-Match" = String, Header, description = "ETag of the draft as it was seen"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewSigningRequest,
    responses((status = 201, description = "To be signed", body = SigningRequest)))]
#[post("/people/{id}/draft/signing-requests")]
pub async fn prepare_submission_signature(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    seen: IfMatch,
    key: Key,
    body: Plain<NewSigningRequest>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            prepare_submission(
                services,
                connection,
                caller,
                &id.0,
                seen,
                &body.0.certificate_id,
            )
            .map(Created::from)
        },
    )
    .await
}

/// Submissions of a person
///
/// Newest first.
#[utoipa::path(tag = "submissions", operation_id = "listSubmissions", params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The submissions", body = SubmissionList)))]
#[get("/people/{id}/submissions")]
pub async fn list_submissions(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let list = app
        .into_inner()
        .read(move |_, connection| {
            visible(connection, &caller, &id.0)?;
            list(connection, &id.0)
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// A submission
///
/// With its chain and deadlines, the differences item by item, and the evidence. Reading is recorded (G2).
#[utoipa::path(tag = "submissions", operation_id = "getSubmission", params(("id" = String, Path, format = "uuid", description = "The submission")),
    responses((status = 200, description = "The submission", body = Submission, headers(("ETag" = String, description = "For If-Match")))))]
#[get("/submissions/{id}")]
pub async fn get_submission(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let submission = app
        .into_inner()
        .write(move |services, connection| {
            let row = submissions::find(connection, &id.0)?;
            let (person, unit) = visible(connection, &caller, &row.person_id)?;
            let event = Event::about(&caller, "submission_read", &person.id, &row.id);
            audit::record(services, connection, &caller, event)?;
            view(services, connection, &caller, &row, &person, &unit)
        })
        .await?;
    Ok(answer(StatusCode::OK, submission.revision, &submission))
}

/// Prepare a decision
///
/// For the role of the current step, over the person's unit; nobody decides on their own profile. A return needs a reason for at least one item (C6).
#[utoipa::path(tag = "signing", operation_id = "prepareDecision", params(("id" = String, Path, format = "uuid", description = "The submission"), ("If-Match" = String, Header, description = "ETag of the submission as it was seen"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewDecision,
    responses((status = 201, description = "To be signed", body = SigningRequest)))]
#[post("/submissions/{id}/signing-requests")]
pub async fn prepare_decision_signature(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    seen: IfMatch,
    key: Key,
    body: Body<NewDecision>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            prepare_decision(services, connection, caller, &id.0, seen, &body.0).map(Created::from)
        },
    )
    .await
}
