use congvu_db::{AnyConnection, Export, Person, Unit, exports, signatures, versions};
use congvu_domain::access::Action;
use congvu_domain::payload::sha256_hex;
use congvu_openapi::tasks::TaskKind;
use congvu_signing::dss;

use super::Layout;
use crate::attachments::unwritable;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::people::visible;
use crate::profiles::{Printed, print, printed_version, routes::photo};
use crate::services::Services;
use crate::tasks::{self, NewTask};

/// Everything that rendering needs, read from the database.
pub struct Draft {
    person: Person,
    unit: Unit,
    printed: Printed,
    photo: Option<Vec<u8>>,
    number: i64,
    /// Role of whoever approved last: the competent person.
    role: String,
    crls: [Vec<u8>; 2],
}

/// Reads what an export of a version needs.
///
/// # Errors
/// 404 out of scope or without such a version, 409 where nothing is approved.
pub fn draft(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
    version: Option<i64>,
) -> Result<Draft, ApiError> {
    let (person, unit) = visible(connection, caller, person_id)?;
    let Some(number) = version.or(person.current_version) else {
        return Err(ApiError::conflict(said(
            "Hồ sơ chưa có phiên bản nào được phê duyệt nên chưa xuất được bản ký số.",
            "No version of the profile is approved yet, so there is nothing to export.",
        )));
    };
    let approved = versions::find(connection, person_id, number)?;
    let last = signatures::of_submission(connection, &approved.submission_id)?.pop();
    let printed = printed_version(connection, &person, &unit, number)?;
    let photo = photo(services, connection, person_id, &printed)?;
    Ok(Draft {
        person,
        unit,
        printed,
        photo,
        number,
        role: last.map(|signature| signature.role).unwrap_or_default(),
        crls: services.authority.crls(services, connection)?,
    })
}

/// Renders the CV, puts the certificates and revocation lists for offline verification before any
/// signature, keeps the file, and answers the row to be written.
///
/// # Errors
/// The file cannot be made or kept.
pub fn render(services: &Services, caller: &Caller, draft: &Draft) -> Result<Export, ApiError> {
    let role = services.deployment.role(&draft.role);
    let authority = role
        .map(|role| role.title.to_uppercase())
        .unwrap_or_default();
    let rendered = print(
        services,
        &draft.printed,
        draft.photo.clone(),
        &authority,
        "",
    )?;
    let ca = &services.authority.ca;
    let evidence = dss::Evidence {
        certificates: vec![ca.issuing_der().to_vec(), ca.root_der().to_vec()],
        crls: draft.crls.to_vec(),
        ocsps: Vec::new(),
    };
    // Before the first signature, so that the last one covers the whole file.
    let file = dss::add(&rendered.pdf, &evidence, &[]).map_err(ApiError::internal)?;
    let sha256 = sha256_hex(&file);
    services.blobs.put(&sha256, &file).map_err(unwritable)?;
    let layout = Layout {
        signature: rendered.signature_place.into(),
        seal: rendered.seal_place.into(),
    };
    Ok(Export {
        id: services.new_id(),
        person_id: draft.person.id.clone(),
        version: draft.number,
        state: "awaiting_signature".to_owned(),
        sha256,
        pages: i64::from(rendered.pages),
        layout: serde_json::to_string(&layout).map_err(ApiError::internal)?,
        created_at: services.now().into(),
        created_by: caller.name.clone(),
        revision: 1,
    })
}

/// Writes the export; whoever approved last, by role, has to sign it.
pub fn insert(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    draft: &Draft,
    export: &Export,
) -> Result<(), ApiError> {
    exports::insert(connection, export)?;
    let competent = services
        .deployment
        .role(&draft.role)
        .filter(|role| role.actions.contains(&Action::SignExports))
        .map_or_else(
            || tasks::role_with(services, Action::SignExports),
            |role| role.key.as_str(),
        );
    let task = NewTask {
        kind: TaskKind::SignExport,
        person_id: &export.person_id,
        subject_id: &export.id,
        change_kind: None,
        role: competent,
        due: None,
    };
    tasks::open(services, connection, task)?;
    let event = Event::about(caller, "export_made", &export.person_id, &export.id);
    audit::record(services, connection, caller, event)
}

impl Draft {
    pub fn person(&self) -> (&Person, &Unit) {
        (&self.person, &self.unit)
    }
}
