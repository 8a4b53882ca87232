//! Filling in a profile, its versions, its print.

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, get, put, web};
use congvu_db::attachments;
use congvu_documents::AuthorityBlock;
use congvu_documents::Status;
use congvu_openapi::people::{Draft, DraftUpdate, Version, VersionList};
use serde::Deserialize;

use super::{Printed, agency, editable, list, one, print, printed_version, save, view, working};
use crate::audit::{self, Event};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::evidence;
use crate::http::{Id, IfMatch, Params, Plain, answer};
use crate::people::visible;
use crate::services::App;

/// The draft
///
/// What is being filled in, with what is wrong or missing; revision 0 where nothing was saved since the approved version.
#[utoipa::path(tag = "profiles", operation_id = "getDraft", params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The draft", body = Draft, headers(("ETag" = String, description = "For If-Match")))))]
#[get("/people/{id}/draft")]
pub async fn get_draft(who: Allowed<SignedIn>, app: App, id: Id) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let draft = app
        .into_inner()
        .write(move |services, connection| {
            let (person, unit, entrant) = editable(services, connection, &caller, &id.0)?;
            let working = working(services, connection, person, unit, entrant)?;
            let event = Event::about(&caller, "draft_read", &id.0, &id.0);
            audit::record(services, connection, &caller, event)?;
            view(services, connection, &working)
        })
        .await?;
    Ok(answer(StatusCode::OK, draft.revision, &draft))
}

/// Save the draft
///
/// Saves the whole document, also while it is incomplete; what is wrong comes back in `issues`. 412 where somebody saved meanwhile: nothing is overwritten.
#[utoipa::path(tag = "profiles", operation_id = "saveDraft", params(("id" = String, Path, format = "uuid", description = "The person"), ("If-Match" = String, Header, description = "ETag of the draft as it was loaded")), request_body = DraftUpdate,
    responses((status = 200, description = "Saved", body = Draft, headers(("ETag" = String, description = "For If-Match")))))]
#[put("/people/{id}/draft")]
pub async fn save_draft(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    seen: IfMatch,
    body: Plain<DraftUpdate>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let draft = app
        .into_inner()
        .write(move |services, connection| {
            save(services, connection, &caller, &id.0, seen, body.0.document)
        })
        .await?;
    Ok(answer(StatusCode::OK, draft.revision, &draft))
}

/// Versions
///
/// Approved versions, newest first, each with the signatures that made it valid.
#[utoipa::path(tag = "profiles", operation_id = "listVersions", params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The versions", body = VersionList)))]
#[get("/people/{id}/versions")]
pub async fn list_versions(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let versions = app
        .into_inner()
        .read(move |services, connection| {
            visible(connection, &caller, &id.0)?;
            list(services, connection, &id.0)
        })
        .await?;
    Ok(HttpResponse::Ok().json(versions))
}

/// A version
///
/// With its document. Reading is recorded (G2).
#[utoipa::path(tag = "profiles", operation_id = "getVersion", params(("id" = String, Path, format = "uuid", description = "The person"), ("number" = i64, Path, minimum = 1, description = "Number of the version")),
    responses((status = 200, description = "The version", body = Version)))]
#[get("/people/{id}/versions/{number}")]
pub async fn get_version(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    path: web::Path<(String, i64)>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let version = app
        .into_inner()
        .write(move |services, connection| {
            visible(connection, &caller, &id.0)?;
            let version = one(services, connection, &id.0, path.1)?;
            let event = Event::about(&caller, "version_read", &id.0, &version.submission_id);
            audit::record(services, connection, &caller, event)?;
            Ok(version)
        })
        .await?;
    Ok(HttpResponse::Ok().json(version))
}

/// Everything to verify a version offline
///
/// An evidence package (ZIP): the document, the exact bytes that were signed, the signatures, delegations, certificates, revocation data and time stamps. `congvu verify FILE` checks it without us, `DOC-TOI.txt` in it says how (C7).
#[utoipa::path(tag = "verification", operation_id = "getEvidence", params(("id" = String, Path, format = "uuid", description = "The person"), ("number" = i64, Path, minimum = 1, description = "Number of the version")),
    responses((status = 200, description = "The package", body = Vec<u8>, content_type = "application/zip")))]
#[get("/people/{id}/versions/{number}/evidence")]
pub async fn get_evidence(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    path: web::Path<(String, i64)>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let number = path.1;
    let services = app.into_inner();
    let contents = services
        .clone()
        .write(move |services, connection| {
            visible(connection, &caller, &id.0)?;
            let contents = evidence::collect(services, connection, &id.0, number)?;
            let digest = &contents.package.version.digest;
            let event = Event::about(&caller, "evidence_exported", &id.0, digest);
            audit::record(services, connection, &caller, event)?;
            Ok(contents)
        })
        .await?;
    let zip = services
        .work(move |_services| contents.to_zip().map_err(ApiError::internal))
        .await?;
    let name = format!("attachment; filename=\"chung-cu-phien-ban-{number}.zip\"");
    Ok(HttpResponse::Ok()
        .content_type("application/zip")
        .insert_header((CONTENT_DISPOSITION, name))
        .body(zip))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct PrintQuery {
    /// Number of the version; where absent, what is being worked on, to be checked.
    #[param(minimum = 1)]
    version: Option<i64>,
}

/// The CV in PDF, to check
///
/// Without signatures; says so on every page. For one with the force of paper see exports (F3, F4).
#[utoipa::path(tag = "profiles", operation_id = "printProfile", params(("id" = String, Path, format = "uuid", description = "The person"), PrintQuery),
    responses((status = 200, description = "PDF/A-2b", body = Vec<u8>, content_type = "application/pdf")))]
#[get("/people/{id}/print")]
pub async fn print_profile(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    query: Params<PrintQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let services = app.into_inner();
    let printed = services
        .clone()
        .write(move |services, connection| {
            let (person, unit) = visible(connection, &caller, &id.0)?;
            let event = Event::about(&caller, "profile_printed", &id.0, &id.0);
            audit::record(services, connection, &caller, event)?;
            let printed = match (query.0.version, person.current_version) {
                (Some(number), _) => printed_version(connection, &person, &unit, number)?,
                (None, Some(number))
                    if super::entrant(services, &caller, &person, &unit).is_none() =>
                {
                    printed_version(connection, &person, &unit, number)?
                }
                (None, _) => {
                    let entrant = congvu_domain::workflows::Entrant::Person;
                    let (agency, superior) = agency(connection, &unit)?;
                    let working = working(services, connection, person, unit, entrant)?;
                    Printed {
                        profile: working.document,
                        status: Status::Draft,
                        unit: agency,
                        superior,
                    }
                }
            };
            let photo = photo(services, connection, &id.0, &printed)?;
            Ok((printed, photo))
        })
        .await?;
    let rendered = services
        .work(move |services| {
            print(
                services,
                &printed.0,
                printed.1,
                AuthorityBlock::default(),
                "",
                None,
            )
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .body(rendered.pdf))
}

/// The photograph of a document, where it is one of the person's attachments.
pub fn photo(
    services: &crate::services::Services,
    connection: &mut congvu_db::AnyConnection,
    person_id: &str,
    printed: &Printed,
) -> Result<Option<Vec<u8>>, ApiError> {
    let wanted = printed.profile.header.photo.as_str();
    let own = attachments::of_person(connection, person_id)?;
    if !own.iter().any(|attachment| attachment.sha256 == wanted) {
        return Ok(None);
    }
    services
        .blobs
        .get(wanted)
        .map(Some)
        .map_err(ApiError::internal)
}
