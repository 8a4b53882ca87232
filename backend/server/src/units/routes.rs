//! The organisation's units.

use actix_web::{HttpResponse, get};
use congvu_db::units;
use congvu_openapi::units::{Unit, UnitList, UnitManagement};

use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::services::App;

/// The organisation
///
/// Every unit, parents before children. Structure is no personal data and is open to everybody signed in.
#[utoipa::path(tag = "units", operation_id = "listUnits",
    responses((status = 200, description = "The units", body = UnitList)))]
#[get("/units")]
pub async fn list_units(_who: Allowed<SignedIn>, app: App) -> Result<HttpResponse, ApiError> {
    let rows = app
        .into_inner()
        .read(|_, connection| Ok(units::all(connection)?))
        .await?;
    let items = rows
        .into_iter()
        .map(|unit| Unit {
            id: unit.id,
            parent_id: unit.parent_id,
            code: unit.code,
            name: unit.name,
            depth: u16::try_from(unit.depth).unwrap_or_default(),
            management: if unit.management == "top" {
                UnitManagement::Top
            } else {
                UnitManagement::Unit
            },
        })
        .collect();
    Ok(HttpResponse::Ok().json(UnitList { items }))
}
