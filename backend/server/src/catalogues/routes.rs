//! Code lists.

use actix_web::{HttpResponse, get, web};
use congvu_openapi::catalogues::{CatalogueList, CataloguePage};
use congvu_openapi::paging::PageQuery;
use serde::Deserialize;

use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Cursor, Page, Params};
use crate::services::App;

/// Code lists
///
/// With their legal sources.
#[utoipa::path(tag = "catalogues", operation_id = "listCatalogues",
    responses((status = 200, description = "The lists", body = CatalogueList)))]
#[get("/catalogues")]
pub async fn list_catalogues(_who: Allowed<SignedIn>, app: App) -> HttpResponse {
    HttpResponse::Ok().json(CatalogueList {
        items: app.catalogues.names().collect(),
    })
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct CatalogueQuery {
    /// Part of the name, accents and case aside, or the beginning of the code.
    q: Option<String>,
    /// Only entries that belong to this one of the parent list.
    parent: Option<String>,
    /// Only the entry with this code.
    code: Option<String>,
    /// `next` of the page before; absent for the first page.
    cursor: Option<String>,
    /// Entries wanted, 1 to 100; 20 where absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// Entries of a code list
///
/// Those that begin with the words come first.
#[utoipa::path(tag = "catalogues", operation_id = "listCatalogueItems", params(("name" = String, Path, description = "Name of the list, such as `ethnic-groups`"), CatalogueQuery),
    responses((status = 200, description = "The entries", body = CataloguePage)))]
#[get("/catalogues/{name}")]
pub async fn list_catalogue_items(
    _who: Allowed<SignedIn>,
    app: App,
    name: web::Path<String>,
    query: Params<CatalogueQuery>,
) -> Result<HttpResponse, ApiError> {
    let Params(query) = query;
    let page = Page::read(&PageQuery {
        cursor: query.cursor,
        limit: query.limit,
    })?;
    let catalogue = app.catalogues.get(&name).ok_or_else(ApiError::not_found)?;
    if let Some(code) = query.code {
        let items = catalogue.find(&code).cloned().into_iter().collect();
        return Ok(HttpResponse::Ok().json(CataloguePage { items, next: None }));
    }
    let after = page.after.as_ref().map(|(code, _)| code.as_str());
    let words = query.q.unwrap_or_default();
    let mut items: Vec<_> = catalogue
        .search(&words, query.parent.as_deref(), after, page.limit + 1)
        .into_iter()
        .cloned()
        .collect();
    let more = items.len() > page.limit;
    items.truncate(page.limit);
    let next = items
        .last()
        .filter(|_| more)
        .map(|last| Cursor::encode(&last.code, ""));
    Ok(HttpResponse::Ok().json(CataloguePage { items, next }))
}
