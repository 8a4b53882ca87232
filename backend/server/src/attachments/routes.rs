//! Evidence: upload, list, open, take away.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use congvu_db::attachments;
use congvu_openapi::attachments::{Attachment, AttachmentList};
use serde::Deserialize;

use super::{Upload, check, keep, remove, view};
use crate::audit::{self, Event};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Created, Id, Key, Params, create};
use crate::people;
use crate::services::App;

/// What comes with an upload.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UploadQuery {
    /// Name of the file.
    #[param(min_length = 1, max_length = 200)]
    name: String,
    /// Category, catalogue `attachment-categories`.
    category: String,
    /// JSON pointer into the profile of what it proves; the whole profile where absent.
    #[serde(default)]
    #[param(required = false)]
    pointer: String,
}

/// Evidence of a person
///
/// Digitised documents that were not taken away, newest first.
#[utoipa::path(tag = "evidence", operation_id = "listAttachments", params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The evidence", body = AttachmentList)))]
#[get("/people/{id}/attachments")]
pub async fn list_attachments(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let list = app
        .into_inner()
        .read(move |_, connection| {
            people::visible(connection, &caller, &id.0)?;
            let rows = attachments::of_person(connection, &id.0)?;
            Ok(AttachmentList {
                items: rows.iter().map(view).collect(),
            })
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Add evidence
///
/// The body is the file itself (PDF, PNG or JPEG, at most 20 MB), not multipart. What it is is read from the content, and must agree with `Content-Type`.
#[utoipa::path(tag = "evidence", operation_id = "addAttachment", params(("id" = String, Path, format = "uuid", description = "The person"), UploadQuery, ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    request_body(content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))),
    responses((status = 201, description = "Kept", body = Attachment)))]
#[post("/people/{id}/attachments")]
pub async fn add_attachment(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    query: Params<UploadQuery>,
    key: Key,
    request: HttpRequest,
    content: web::Bytes,
) -> Result<HttpResponse, ApiError> {
    let Params(query) = query;
    let media_type = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok()?.split(';').next())
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    let upload = Upload {
        name: query.name,
        category: query.category,
        pointer: query.pointer,
        media_type,
        content: content.to_vec(),
    };
    let services = app.into_inner();
    let caller = who.into_caller();
    // Whoever may not edit is told so before anything is said about the file or written.
    let (person_id, asking) = (id.0.clone(), caller.clone());
    services
        .clone()
        .read(move |services, connection| {
            crate::profiles::editable(services, connection, &asking, &person_id).map(drop)
        })
        .await?;
    let upload = services
        .clone()
        .work(move |services| {
            check(services, &upload)?;
            let sha256 = congvu_domain::payload::sha256_hex(&upload.content);
            services
                .blobs
                .put(&sha256, &upload.content)
                .map_err(super::unwritable)?;
            Ok(upload)
        })
        .await?;
    let fingerprint = congvu_domain::payload::sha256_hex(&upload.content);
    create(
        services,
        caller,
        key,
        &fingerprint,
        move |services, connection, caller| {
            keep(services, connection, caller, &id.0, &upload).map(Created::from)
        },
    )
    .await
}

/// Open evidence
///
/// The file as it was uploaded. Opening it is recorded.
#[utoipa::path(tag = "evidence", operation_id = "getAttachmentContent", params(("id" = String, Path, format = "uuid", description = "The person"), ("attachment" = String, Path, format = "uuid", description = "The attachment")),
    responses((status = 200, description = "The file", content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg")))))]
#[get("/people/{id}/attachments/{attachment}/content")]
pub async fn get_attachment_content(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let services = app.into_inner();
    let row = services
        .clone()
        .write(move |services, connection| {
            people::visible(connection, &caller, &id.0)?;
            let row = attachments::find(connection, &id.0, &path.1)?;
            let event = Event::about(&caller, "attachment_read", &id.0, &row.id);
            audit::record(services, connection, &caller, event)?;
            Ok(row)
        })
        .await?;
    let sha256 = row.sha256.clone();
    let content = services
        .work(move |services| services.blobs.get(&sha256).map_err(ApiError::internal))
        .await?;
    Ok(HttpResponse::Ok()
        .content_type(row.media_type)
        .insert_header((CONTENT_DISPOSITION, "inline"))
        .body(content))
}

/// Take evidence away
///
/// Only before it goes with a submission. Content never changes under an identifier, so `If-Match` is not needed.
#[utoipa::path(tag = "evidence", operation_id = "removeAttachment", params(("id" = String, Path, format = "uuid", description = "The person"), ("attachment" = String, Path, format = "uuid", description = "The attachment")),
    responses((status = 204, description = "Taken away")))]
#[delete("/people/{id}/attachments/{attachment}")]
pub async fn remove_attachment(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    app.into_inner()
        .write(move |services, connection| remove(services, connection, &caller, &id.0, &path.1))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
