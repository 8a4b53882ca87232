//! Whether the server and its database answer.

use actix_web::{HttpResponse, get};
use serde::Serialize;

use crate::error::ApiError;
use crate::services::App;

/// The server works.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ServerHealth {
    /// Always `ok`; anything else is a problem.
    status: &'static str,
    /// Version of the program.
    version: &'static str,
}

/// Whether the server and its database answer
///
/// For proxies and watchdogs; 503 where the database does not answer.
#[utoipa::path(tag = "deployment", operation_id = "getHealth", security(()),
    responses((status = 200, description = "Both answer", body = ServerHealth)))]
#[get("/health")]
pub async fn get_health(app: App) -> Result<HttpResponse, ApiError> {
    app.into_inner()
        .read(|_, connection| Ok(congvu_db::audit::head(connection).map(drop)?))
        .await?;
    Ok(HttpResponse::Ok().json(ServerHealth {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
    }))
}
