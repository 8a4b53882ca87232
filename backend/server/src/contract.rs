//! What the contract says beside the routes: title, ways to sign in, tags.

use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{KnownFormat, Object, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    Content, ContentBuilder, OpenApi as Document, PathItem, Ref, RefOr, ResponseBuilder,
};
use utoipa::{Modify, OpenApi};

/// The frame of the contract.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Công Vụ",
        description = "Records of the people of a Vietnamese state body: profiles, signatures, approvals, exports. Errors are RFC 9457 problems in the language of `Accept-Language` (`vi` or `en`). Changes need `If-Match`, creations `Idempotency-Key`; lists use cursors.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
        contact(name = "Công Vụ", url = "https://congvu.vn")
    ),
    servers((url = "/", description = "This installation")),
    security(("bearer" = []), ("cookie" = [])),
    components(schemas(congvu_openapi::problem::Problem)),
    modifiers(&SignIn),
    tags(
        (name = "sessions", description = "Signing in and out"),
        (name = "accounts", description = "Accounts and roles (A1–A8)"),
        (name = "deployment", description = "The body, its regulation, the server's health"),
        (name = "tasks", description = "What is to be done, by when and why"),
        (name = "units", description = "The organisation"),
        (name = "catalogues", description = "Code lists"),
        (name = "people", description = "Finding, registering, showing people (B1, F1–F3, G2)"),
        (name = "profiles", description = "Filling in, versions, prints (B1–B6)"),
        (name = "evidence", description = "Digitised documents (B7)"),
        (name = "submissions", description = "Submissions and their chain (C2–C6)"),
        (name = "signing", description = "Two-phase signatures (C1, C7)"),
        (name = "certificates", description = "Certificates of accounts"),
        (name = "exports", description = "Signed PDFs (F4)"),
        (name = "remarks", description = "Reports of wrong items (B8)"),
        (name = "verification", description = "Anchors, revocation lists, evidence files"),
    )
)]
pub struct Contract;

struct SignIn;

impl Modify for SignIn {
    fn modify(&self, document: &mut Document) {
        let components = document.components.get_or_insert_default();
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some("From `POST /api/v1/sessions`"))
            .build();
        let cookie = ApiKeyValue::with_description(
            crate::auth::COOKIE,
            "From `POST /api/v1/app-session`; changes also need `X-CSRF-Token`",
        );
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// What holds for every operation and is not repeated at each: how it refuses (RFC 9457), and that files are bytes and no lists of numbers.
pub fn complete(document: &mut Document) {
    for item in document.paths.paths.values_mut() {
        for operation in operations(item) {
            contents(operation).for_each(|(media_type, content)| {
                if is_binary(media_type) {
                    *content = ContentBuilder::new().schema(Some(bytes())).build().into();
                }
            });
            let responses = &mut operation.responses.responses;
            for (status, description) in REFUSALS {
                let problem = ContentBuilder::new()
                    .schema(Some(Ref::from_schema_name("Problem")))
                    .build();
                let mut response = ResponseBuilder::new()
                    .description(description)
                    .content("application/problem+json", problem);
                if status == "503" {
                    response = response.header("Retry-After", retry_after());
                }
                responses.insert(status.to_owned(), response.build().into());
            }
        }
    }
}

/// What an operation takes and gives back, by media type.
fn contents(operation: &mut Operation) -> impl Iterator<Item = (&String, &mut RefOr<Content>)> {
    let taken = operation
        .request_body
        .iter_mut()
        .filter_map(|body| match body {
            RefOr::T(body) => Some(&mut body.content),
            RefOr::Ref(_) => None,
        })
        .flatten();
    let given = operation
        .responses
        .responses
        .values_mut()
        .filter_map(|response| match response {
            RefOr::T(response) => Some(&mut response.content),
            RefOr::Ref(_) => None,
        })
        .flatten();
    taken.chain(given)
}

fn is_binary(media_type: &str) -> bool {
    !(media_type.starts_with("text/")
        || media_type.starts_with("multipart/")
        || media_type.ends_with("json")
        || media_type == "application/x-pem-file")
}

fn bytes() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
        .build()
}

fn retry_after() -> Header {
    HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(Type::Integer)))
        .description(Some("Seconds after which to ask again"))
        .build()
}

const REFUSALS: [(&str, &str); 2] = [
    ("4XX", "Refused; see the problem"),
    (
        "503",
        "The database, or another service that is needed, cannot be used now; nothing was changed",
    ),
];

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut item.get,
        &mut item.put,
        &mut item.post,
        &mut item.delete,
        &mut item.patch,
    ]
    .into_iter()
    .filter_map(Option::as_mut)
}
