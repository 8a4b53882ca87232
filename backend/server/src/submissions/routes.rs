//! Submitting a draft and deciding on a submission.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post};
use congvu_db::submissions;
use congvu_openapi::approvals::{NewDecision, NewDecisions, PreparedDecisions};
use congvu_openapi::signing::{NewSigningRequest, SigningRequest};
use congvu_openapi::submissions::{Submission, SubmissionList};

use super::{list, prepare_decision, prepare_decisions, prepare_submission, view, withdraw};
use crate::audit::{self, Event};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, IfMatch, Key, Language, Plain, answer, create};
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
/// For the role of the current step, over the person's unit; nobody decides on their own profile. A return needs a reason for at least one item and goes to the submitter, or to an earlier step that looks again at the same document (C6).
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

/// Prepare many approvals
///
/// 1 to 1000, each with what is to be signed or why it cannot be; one refusal does not hold up the others (C5). Sign each, then finish them
/// together or one by one.
#[utoipa::path(tag = "signing", operation_id = "prepareDecisions", params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewDecisions,
    responses((status = 201, description = "To be signed, one by one", body = PreparedDecisions)))]
#[post("/decisions/signing-requests")]
pub async fn prepare_decision_signatures(
    who: Allowed<SignedIn>,
    app: App,
    request: HttpRequest,
    key: Key,
    body: Body<NewDecisions>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    let language = Language::of(request.headers());
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            prepare_decisions(services, connection, caller, language, &body.0).map(Created::from)
        },
    )
    .await
}

/// Withdraw a submission
///
/// By whoever submitted it, before the first review; the document is a draft again, and the duty to submit it is open as it was (C6).
#[utoipa::path(tag = "submissions", operation_id = "withdrawSubmission", params(("id" = String, Path, format = "uuid", description = "The submission"), ("If-Match" = String, Header, description = "ETag of the submission as it was seen"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Withdrawn", body = Submission, headers(("ETag" = String, description = "For If-Match")))))]
#[post("/submissions/{id}/withdrawal")]
pub async fn withdraw_submission(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    seen: IfMatch,
    key: Key,
) -> Result<HttpResponse, ApiError> {
    let asked = id.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            let body = withdraw(services, connection, caller, &id.0, seen)?;
            Ok(Created {
                revision: Some(body.revision),
                body,
                kept: None,
            })
        },
    )
    .await
}
