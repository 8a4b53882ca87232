//! People: list, count, register, show.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post};
use congvu_db::people::{After, Search};
use congvu_db::{AnyConnection, people, units};
use congvu_domain::access::Action;
use congvu_domain::names::fold;
use congvu_openapi::paging::PageQuery;
use congvu_openapi::people as wire;
use serde::Deserialize;

use super::{person, register, summary, visible};
use crate::audit::{self, Event};
use crate::auth::{Allowed, EnterProfiles, ReadPeople, SignedIn};
use crate::codes::word;
use crate::error::{ApiError, Code, said};
use crate::http::{Body, Created, Id, Key, Page, Params, answer, create};
use crate::services::App;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct PeopleQuery {
    /// Words of the name, accents and case aside, or digits of the personal or staff number.
    #[param(max_length = 200)]
    q: Option<String>,
    /// A unit: people of it and below.
    #[param(format = "uuid")]
    unit: Option<String>,
    /// Kind of person, key of the deployment file.
    kind: Option<String>,
    /// Where the profile stands.
    #[param(inline)]
    state: Option<wire::ProfileState>,
    /// `next` of the page before; absent for the first page.
    cursor: Option<String>,
    /// Entries wanted, 1 to 100; 20 where absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// Longest search, in characters.
const LONGEST_SEARCH: usize = 200;

fn search(connection: &mut AnyConnection, query: &PeopleQuery) -> Result<Search, ApiError> {
    if query
        .q
        .as_ref()
        .is_some_and(|words| words.chars().count() > LONGEST_SEARCH)
    {
        return Err(ApiError::new(
            Code::BadRequest,
            said(
                "“q” có tối đa 200 ký tự.",
                "“q” has at most 200 characters.",
            ),
        ));
    }
    let unit_path = match query.unit.as_deref() {
        None => None,
        Some(id) => Some(units::find(connection, id)?.path),
    };
    Ok(Search {
        words: query.q.as_deref().map(fold),
        unit_path,
        kind: query.kind.clone(),
        state: query.state.map(|state| word(&state)),
    })
}

/// Find people
///
/// Within the units that the caller may read; by given name, as Vietnamese lists are. The search ignores accents.
#[utoipa::path(tag = "people", operation_id = "listPeople", params(PeopleQuery),
    responses((status = 200, description = "The people", body = wire::PersonPage)))]
#[get("/people")]
pub async fn list_people(
    who: Allowed<ReadPeople>,
    app: App,
    query: Params<PeopleQuery>,
) -> Result<HttpResponse, ApiError> {
    let scope = who.scope(Action::ReadPeople);
    let Params(query) = query;
    let page = Page::read(&PageQuery {
        cursor: query.cursor.clone(),
        limit: query.limit,
    })?;
    let list = app
        .into_inner()
        .read(move |_, connection| {
            let search = search(connection, &query)?;
            let after = page
                .after
                .clone()
                .map(|(sort_key, id)| After { sort_key, id });
            let mut rows = people::search(connection, &scope, &search, after, page.rows())?;
            let next = page.cut(&mut rows, |(person, _)| {
                (person.sort_key.clone(), person.id.clone())
            });
            let items = rows
                .iter()
                .map(|(person, unit)| summary(person, unit))
                .collect::<Result<_, _>>()?;
            Ok(wire::PersonPage { items, next })
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Count people
///
/// How many people the same search finds in all.
#[utoipa::path(tag = "people", operation_id = "countPeople", params(PeopleQuery),
    responses((status = 200, description = "The number", body = wire::PersonCount)))]
#[get("/people/count")]
pub async fn count_people(
    who: Allowed<ReadPeople>,
    app: App,
    query: Params<PeopleQuery>,
) -> Result<HttpResponse, ApiError> {
    let scope = who.scope(Action::ReadPeople);
    let Params(query) = query;
    Page::read(&PageQuery {
        cursor: query.cursor.clone(),
        limit: query.limit,
    })?;
    let count = app
        .into_inner()
        .read(move |_, connection| {
            let search = search(connection, &query)?;
            Ok(people::count(connection, &scope, &search)?)
        })
        .await?;
    Ok(HttpResponse::Ok().json(wire::PersonCount { count }))
}

/// Register somebody recruited
///
/// Opens the tasks that follow: whoever issues accounts has to act within the regulation's time (A3).
#[utoipa::path(tag = "people", operation_id = "registerPerson", request_body = wire::NewPerson, params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Registered", body = wire::Person)))]
#[post("/people")]
pub async fn register_person(
    who: Allowed<EnterProfiles>,
    app: App,
    key: Key,
    body: Body<wire::NewPerson>,
) -> Result<HttpResponse, ApiError> {
    let Body(new) = body;
    let asked = new.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            let (row, unit) = register(services, connection, caller, &new)?;
            let revision = Some(row.revision);
            let body = person(services, connection, caller, &row, &unit)?;
            Ok(Created {
                body,
                kept: None,
                revision,
            })
        },
    )
    .await
}

/// A person
///
/// With what the caller may do. Reading is recorded (G2).
#[utoipa::path(tag = "people", operation_id = "getPerson", params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The person", body = wire::Person)))]
#[get("/people/{id}")]
pub async fn get_person(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let view = app
        .into_inner()
        .write(move |services, connection| {
            let issuing = caller.may_anywhere(Action::IssueAccounts);
            let (row, unit) = match visible(connection, &caller, &id.0) {
                // Whoever issues the account has to know for whom, and nothing more.
                Err(_) if issuing => {
                    let (row, unit) = people::find(connection, &id.0)?;
                    if !caller.may(Action::IssueAccounts, &unit.path) {
                        return Err(ApiError::not_found());
                    }
                    (row, unit)
                }
                other => other?,
            };
            let event = Event::about(&caller, "person_read", &id.0, &id.0);
            audit::record(services, connection, &caller, event)?;
            person(services, connection, &caller, &row, &unit)
        })
        .await?;
    Ok(answer(StatusCode::OK, view.revision, &view))
}
