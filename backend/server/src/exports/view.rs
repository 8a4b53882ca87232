use congvu_db::{AnyConnection, Export, Person, Unit, signatures};
use congvu_domain::access::Action;
use congvu_openapi::exports as wire;

use super::sign::may_sign;
use crate::auth::Caller;
use crate::codes::variant;
use crate::error::ApiError;
use crate::services::Services;
use crate::signing;

/// An export as it travels, with what the caller may do.
pub fn view(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    export: &Export,
    person: &Person,
    unit: &Unit,
) -> Result<wire::Export, ApiError> {
    let signatures = signatures::of_export(connection, &export.id)?
        .iter()
        .map(|signature| signing::summary(services, signature))
        .collect::<Result<_, _>>()?;
    Ok(wire::Export {
        id: export.id.clone(),
        person_id: export.person_id.clone(),
        person_name: person.full_name.clone(),
        version: export.version,
        state: variant(&export.state)?,
        pages: export.pages,
        created_at: export.created_at.rfc3339(),
        created_by: export.created_by.clone(),
        signatures,
        code: export.code.clone(),
        seal_asks_pin: services.authority.seal(services.now())?.asks_pin(),
        sha256: export.sha256.clone(),
        may_sign: may_sign(caller, export, &unit.path).is_ok(),
        may_seal: export.state == "awaiting_seal" && caller.may(Action::SealExports, &unit.path),
        revision: export.revision,
    })
}
