//! Who looked.

use actix_web::{HttpResponse, get};
use congvu_db::{audit, people};
use congvu_domain::access::Action;
use congvu_openapi::paging::PageQuery;
use congvu_openapi::people::{AccessEntry, AccessPage};

use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Id, Page, Params};
use crate::services::App;

/// Who saw or did something with a person's data
///
/// Newest first; for the person, and for roles that may read the audit over the unit (G2).
#[utoipa::path(tag = "people", operation_id = "listAccesses", params(("id" = String, Path, format = "uuid", description = "The person"), PageQuery),
    responses((status = 200, description = "The accesses", body = AccessPage)))]
#[get("/people/{id}/accesses")]
pub async fn list_accesses(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    query: Params<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let page = Page::read(&query.0)?;
    let caller = who.into_caller();
    let accesses = app
        .into_inner()
        .read(move |_, connection| {
            let (_, unit) = people::find(connection, &id.0)?;
            if !caller.is(&id.0) && !caller.may(Action::ReadAudit, &unit.path) {
                return Err(ApiError::not_found());
            }
            let before = page
                .after
                .as_ref()
                .and_then(|(sequence, _)| sequence.parse().ok());
            let mut rows = audit::of_person(connection, &id.0, before, page.rows())?;
            let next = page.cut(&mut rows, |event| {
                (event.sequence.to_string(), String::new())
            });
            let items = rows
                .into_iter()
                .map(|event| AccessEntry {
                    at: event.at.rfc3339(),
                    who: event.actor,
                    action: event.action,
                    ground: event.ground,
                })
                .collect();
            Ok(AccessPage { items, next })
        })
        .await?;
    Ok(HttpResponse::Ok().json(accesses))
}
