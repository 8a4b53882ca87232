//! Reports of wrong items.

use actix_web::{HttpResponse, get, post};
use congvu_db::remarks;
use congvu_openapi::remarks::{NewRemark, Remark, RemarkAnswer, RemarkList};

use super::{answer, report, view};
use crate::auth::{Allowed, AnswerRemarks, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, Key, create};
use crate::people::visible;
use crate::services::App;

/// Remarks about a profile
///
/// Newest first, with their answers.
#[utoipa::path(tag = "remarks", operation_id = "listRemarks", params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The remarks", body = RemarkList)))]
#[get("/people/{id}/remarks")]
pub async fn list_remarks(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let list = app
        .into_inner()
        .read(move |_, connection| {
            visible(connection, &caller, &id.0)?;
            let rows = remarks::of_person(connection, &id.0)?;
            Ok(RemarkList {
                items: rows.iter().map(view).collect::<Result<_, _>>()?,
            })
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Report a wrong item
///
/// Of one's own profile; whoever looks after the profiles of the unit has to answer (B8).
#[utoipa::path(tag = "remarks", operation_id = "createRemark", params(("id" = String, Path, format = "uuid", description = "The person"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewRemark,
    responses((status = 201, description = "Reported", body = Remark)))]
#[post("/people/{id}/remarks")]
pub async fn create_remark(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<NewRemark>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            report(services, connection, caller, &id.0, &body.0).map(Created::from)
        },
    )
    .await
}

/// Answer a remark
///
/// Once; the person sees the answer.
#[utoipa::path(tag = "remarks", operation_id = "answerRemark", params(("id" = String, Path, format = "uuid", description = "The remark"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = RemarkAnswer,
    responses((status = 201, description = "Answered", body = Remark)))]
#[post("/remarks/{id}/answer")]
pub async fn answer_remark(
    who: Allowed<AnswerRemarks>,
    app: App,
    id: Id,
    key: Key,
    body: Body<RemarkAnswer>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            answer(services, connection, caller, &id.0, &body.0.answer).map(Created::from)
        },
    )
    .await
}
