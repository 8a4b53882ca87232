//! Comments on a submission.

use actix_web::{HttpResponse, get, post};
use congvu_openapi::comments::{Comment, CommentList, NewComment};

use super::{add, list};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, Key, create};
use crate::services::App;

/// Comments on a submission
///
/// Oldest first; for whoever may see the submission. No signature covers them.
#[utoipa::path(tag = "submissions", operation_id = "listComments", params(("id" = String, Path, format = "uuid", description = "The submission")),
    responses((status = 200, description = "The comments", body = CommentList)))]
#[get("/submissions/{id}/comments")]
pub async fn list_comments(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let found = app
        .into_inner()
        .read(move |services, connection| list(services, connection, &caller, &id.0))
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Comment on a submission
///
/// By the submitter and those with a role in its chain; optionally about one item of the form.
#[utoipa::path(tag = "submissions", operation_id = "createComment", params(("id" = String, Path, format = "uuid", description = "The submission"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewComment,
    responses((status = 201, description = "Said", body = Comment)))]
#[post("/submissions/{id}/comments")]
pub async fn create_comment(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<NewComment>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            add(services, connection, caller, &id.0, &body.0).map(Created::from)
        },
    )
    .await
}
