//! The whole HTTP application, as the server runs it and as tests call it.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::{Compress, DefaultHeaders, from_fn};
use actix_web::{App, HttpResponse, web};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa_actix_web::AppExt as _;
use utoipa_swagger_ui::SwaggerUi;

use crate::attachments::LARGEST;
use crate::auth::authenticate;
use crate::contract::Contract;
use crate::http::{Addresses, fallback, json_config, problems};
use crate::routes;
use crate::services::Services;

/// What the browser may load: everything from here, nothing from elsewhere, but for the signing agent beside it.
fn content_security_policy(agent: Option<&str>) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' blob: data:; font-src 'self'; connect-src 'self' {}; object-src 'none'; \
         frame-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        agent.unwrap_or_default()
    )
}
/// The interactive documentation styles itself in place.
const DOCUMENTATION_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/// The contract, from the routes themselves; needs no database.
pub fn contract() -> OpenApi {
    let (_, mut contract) = App::new()
        .into_utoipa_app()
        .openapi(Contract::openapi())
        .configure(routes::api)
        .split_for_parts();
    crate::contract::complete(&mut contract);
    contract
}

/// The application with its services.
pub fn create(
    services: web::Data<Services>,
    contract: OpenApi,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let document = contract.clone();
    let policy = content_security_policy(services.places.agent.as_deref());
    App::new()
        .app_data(services)
        .app_data(web::Data::new(Addresses::of(&contract)))
        .app_data(json_config())
        .app_data(web::PayloadConfig::new(LARGEST))
        .wrap(Compress::default())
        .wrap(
            DefaultHeaders::new()
                .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
                .add((header::REFERRER_POLICY, "same-origin"))
                .add((header::CONTENT_SECURITY_POLICY, policy))
                .add((header::CACHE_CONTROL, "no-store")),
        )
        .wrap(from_fn(authenticate))
        .wrap(from_fn(problems))
        .into_utoipa_app()
        .configure(routes::api)
        .into_app()
        .route(
            "/api/openapi.json",
            web::get().to(move || {
                let document = document.clone();
                async move { HttpResponse::Ok().json(document) }
            }),
        )
        .service(
            web::scope("/api/docs")
                .wrap(
                    DefaultHeaders::new()
                        .add((header::CONTENT_SECURITY_POLICY, DOCUMENTATION_POLICY)),
                )
                .route("", web::get().to(documentation))
                .service(
                    SwaggerUi::new("/{_:.*}")
                        .config(utoipa_swagger_ui::Config::new(["/api/openapi.json"])),
                ),
        )
        .default_service(web::route().to(fallback))
}

async fn documentation() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, "/api/docs/"))
        .finish()
}
