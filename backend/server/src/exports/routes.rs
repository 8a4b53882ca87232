//! Signed exports.

use std::sync::{Arc, Mutex, PoisonError};

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, get, post};
use congvu_db::exports;
use congvu_openapi::exports::{Export, ExportList, NewExport, NewSeal};
use congvu_openapi::signing::{NewSigningRequest, SigningRequest};
use congvu_signing::cms::ToBeSigned;

use super::{draft, find, insert, prepare_signature, render, seal, use_seal, view};
use crate::audit::{self, Event};
use crate::auth::{Allowed, SealExports, SignExports, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, IfMatch, Key, Plain, answer, create};
use crate::people::visible;
use crate::pki::Seal;
use crate::services::App;
use crate::signing::PinCount;

/// Exports of a person
///
/// Newest first.
#[utoipa::path(tag = "exports", operation_id = "listExports", params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The exports", body = ExportList)))]
#[get("/people/{id}/exports")]
pub async fn list_exports(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let list = app
        .into_inner()
        .read(move |services, connection| {
            let (person, unit) = visible(connection, &caller, &id.0)?;
            let items = exports::of_person(connection, &id.0)?
                .iter()
                .map(|export| view(services, connection, &caller, export, &person, &unit))
                .collect::<Result<_, _>>()?;
            Ok(ExportList { items })
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Start a signed export
///
/// Renders the CV of an approved version as PDF/A-2b; the competent person and then the agency sign it, and it has the force of the paper original (F4).
#[utoipa::path(tag = "exports", operation_id = "createExport", params(("id" = String, Path, format = "uuid", description = "The person"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewExport,
    responses((status = 201, description = "Made, waiting for the signature", body = Export)))]
#[post("/people/{id}/exports")]
pub async fn create_export(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<NewExport>,
) -> Result<HttpResponse, ApiError> {
    let services = app.into_inner();
    let caller = who.into_caller();
    let asking = caller.clone();
    let version = body.0.version;
    let read = services
        .clone()
        .read(move |services, connection| draft(services, connection, &asking, &id.0, version))
        .await?;
    // Rendering takes a fraction of a second: outside of the transaction.
    let asking = caller.clone();
    let (read, row) = services
        .clone()
        .work(move |services| {
            let row = render(services, &asking, &read)?;
            Ok((read, row))
        })
        .await?;
    let asked = (row.person_id.clone(), body.0);
    create(
        services,
        caller,
        key,
        &asked,
        move |services, connection, caller| {
            insert(services, connection, caller, &read, &row)?;
            let (person, unit) = read.person();
            let body = view(services, connection, caller, &row, person, unit)?;
            Ok(Created {
                body,
                kept: None,
                revision: Some(row.revision),
            })
        },
    )
    .await
}

/// An export
///
/// Where it stands, and what the caller may do.
#[utoipa::path(tag = "exports", operation_id = "getExport", params(("id" = String, Path, format = "uuid", description = "The export")),
    responses((status = 200, description = "The export", body = Export, headers(("ETag" = String, description = "For If-Match")))))]
#[get("/exports/{id}")]
pub async fn get_export(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let export = app
        .into_inner()
        .read(move |services, connection| {
            let (export, person, unit) = find(connection, &caller, &id.0)?;
            view(services, connection, &caller, &export, &person, &unit)
        })
        .await?;
    Ok(answer(StatusCode::OK, export.revision, &export))
}

/// The file of an export
///
/// As it is now; with both signatures once it is complete. Opening it is recorded.
#[utoipa::path(tag = "exports", operation_id = "getExportFile", params(("id" = String, Path, format = "uuid", description = "The export")),
    responses((status = 200, description = "PDF/A-2b", body = Vec<u8>, content_type = "application/pdf")))]
#[get("/exports/{id}/file")]
pub async fn get_export_file(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let services = app.into_inner();
    let export = services
        .clone()
        .write(move |services, connection| {
            let (export, person, _) = find(connection, &caller, &id.0)?;
            let event = Event::about(&caller, "export_read", &person.id, &export.id);
            audit::record(services, connection, &caller, event)?;
            Ok(export)
        })
        .await?;
    let name = format!(
        "attachment; filename=\"so-yeu-ly-lich-v{}.pdf\"",
        export.version
    );
    let file = services
        .work(move |services| {
            services
                .blobs
                .get(&export.sha256)
                .map_err(ApiError::internal)
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((CONTENT_DISPOSITION, name))
        .body(file))
}

/// Prepare the competent person's signature
///
/// On the PDF itself (PAdES), at the place that Nghị định 30/2020 gives it. Nobody signs their own.
#[utoipa::path(tag = "signing", operation_id = "prepareExportSignature", params(("id" = String, Path, format = "uuid", description = "The export"), ("If-Match" = String, Header, description = "ETag of the export as it was seen"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewSigningRequest,
    responses((status = 201, description = "To be signed", body = SigningRequest)))]
#[post("/exports/{id}/signing-requests")]
pub async fn prepare_export_signature(
    who: Allowed<SignExports>,
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
            prepare_signature(
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

/// Put the agency's seal signature on an export
///
/// After the competent person signed, by somebody else (Nghị định 30/2020 Điều 32). A seal in a token needs its PIN. With the time stamps on it, the export is complete.
#[utoipa::path(tag = "exports", operation_id = "sealExport", params(("id" = String, Path, format = "uuid", description = "The export"), ("If-Match" = String, Header, description = "ETag of the export as it was seen"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewSeal,
    responses((status = 201, description = "Sealed", body = Export)))]
#[post("/exports/{id}/seal")]
pub async fn seal_export(
    who: Allowed<SealExports>,
    app: App,
    id: Id,
    seen: IfMatch,
    key: Key,
    body: Body<NewSeal>,
) -> Result<HttpResponse, ApiError> {
    let pin = body.0.pin.unwrap_or_default();
    let services = app.into_inner();
    let counted = Arc::new(Mutex::new(None));
    let to_keep = Arc::clone(&counted);
    let answer = create(
        Arc::clone(&services),
        who.into_caller(),
        key,
        // Never the PIN, not even as a hash.
        &(),
        move |services, connection, caller| {
            let export = exports::lock(connection, &id.0)?;
            let (_, person, unit) = find(connection, caller, &export.id)?;
            let counting = |count: PinCount| {
                *counted.lock().unwrap_or_else(PoisonError::into_inner) = Some(count);
                Ok(())
            };
            let sealing =
                |seal: &Seal, tbs: &ToBeSigned| use_seal(services, seal, tbs, &pin, &counting);
            let sealed = seal(services, connection, caller, &export, &unit, seen, &sealing)?;
            let body = view(services, connection, caller, &sealed, &person, &unit)?;
            Ok(Created {
                body,
                kept: None,
                revision: Some(sealed.revision),
            })
        },
    )
    .await;
    // Kept when the sealing's own transaction is over, which a wrong PIN undoes.
    let count = to_keep
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    if let Some(count) = count {
        services
            .write(move |_, connection| count.keep(connection))
            .await?;
    }
    answer
}
