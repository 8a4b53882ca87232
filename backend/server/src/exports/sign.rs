use chrono::DateTime;
use congvu_db::{AnyConnection, Export, SigningRequest, exports, signatures};
use congvu_documents::{Mark, Stamp};
use congvu_domain::access::Action;
use congvu_domain::payload::{Act, sha256_hex};
use congvu_openapi::signing as wire;
use congvu_openapi::tasks::TaskKind;
use congvu_signing::pades::{self, PreparedPdf, RESERVE, SignatureSpec};
use serde::{Deserialize, Serialize};

use super::{Layout, find};
use crate::attachments::unwritable;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::http::IfMatch;
use crate::services::Services;
use crate::signing::{self, Accepted, Place, Prepared, Subject, own_certificate};
use crate::tasks::{self, NewTask};

/// Where the signature goes in the prepared file.
#[derive(Serialize, Deserialize)]
struct Hole {
    start: usize,
    end: usize,
    role: String,
}

/// The layout kept with an export.
pub fn layout(export: &Export) -> Result<Layout, ApiError> {
    serde_json::from_str(&export.layout).map_err(ApiError::internal)
}

/// Whether the caller may sign the export as the competent person; nobody signs their own.
///
/// # Errors
/// 403, or 409 where it was signed.
pub fn may_sign(caller: &Caller, export: &Export, unit_path: &str) -> Result<(), ApiError> {
    if caller.is(&export.person_id) {
        return Err(ApiError {
            detail: said(
                "Không ai được tự ký xác nhận hồ sơ của chính mình.",
                "Nobody confirms their own profile.",
            ),
            ..ApiError::forbidden()
        });
    }
    caller.require(Action::SignExports, unit_path)?;
    if export.state == "awaiting_signature" {
        Ok(())
    } else {
        Err(ApiError::conflict(said(
            "Bản này đã được ký.",
            "This export was signed.",
        )))
    }
}

/// Prepares the competent person's signature: the file with an empty place for it.
///
/// # Errors
/// 403 for others, 409 where it was signed, 412 where it changed.
pub fn prepare_signature(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    seen: IfMatch,
    certificate_id: &str,
) -> Result<wire::SigningRequest, ApiError> {
    let (export, person, unit) = find(connection, caller, id)?;
    may_sign(caller, &export, &unit.path)?;
    seen.check(export.revision)?;
    let certificate = own_certificate(services, connection, caller, certificate_id)?;
    let role = caller
        .role_for(Action::SignExports, &unit.path)
        .unwrap_or_default();
    let spot = layout(&export)?.signature;
    let (width, height) = spot.size();
    let stamp = Stamp {
        width,
        height,
        signed_at: services.now_in_vietnam(),
        pilot: true,
        mark: Mark::Person {
            name: caller.name.clone(),
            handwriting: None,
        },
    };
    let appearance = services
        .renderer
        .signature_appearance(&stamp)
        .map_err(ApiError::internal)?;
    let file = services
        .blobs
        .get(&export.sha256)
        .map_err(ApiError::internal)?;
    let title = services
        .deployment
        .role(role)
        .map(|role| role.title.clone())
        .unwrap_or_default();
    let spec = SignatureSpec {
        field: "NguoiCoThamQuyen".to_owned(),
        signer_name: caller.name.clone(),
        reason: format!("Xác nhận sơ yếu lý lịch – {title}"),
        location: services.deployment.place.clone(),
        time: services.now_in_vietnam(),
        place: Some(spot.place(appearance)),
    };
    let pdf = pades::prepare(&file, &spec, RESERVE).map_err(ApiError::internal)?;
    let hole = Hole {
        start: pdf.hole.start,
        end: pdf.hole.end,
        role: role.to_owned(),
    };
    let name = &person.full_name;
    let prepared = Prepared {
        subject: Subject::Export,
        subject_id: export.id.clone(),
        subject_revision: export.revision,
        intent: serde_json::to_string(&hole).map_err(ApiError::internal)?,
        content_sha256: pdf.digest().map_err(ApiError::internal)?,
        payload: pdf.bytes,
        show_payload: false,
        signing_time: None::<DateTime<_>>,
        title: said(
            format!("Ký xác nhận sơ yếu lý lịch của {name}"),
            format!("Sign the CV of {name}"),
        ),
    };
    signing::prepare(services, connection, caller, &certificate, prepared)
}

/// Puts the verified signature into the file and asks for the agency's seal.
pub fn signed(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<wire::SigningResult, ApiError> {
    let export = exports::lock(connection, &request.subject_id)?;
    let (_, _, unit) = find(connection, caller, &export.id)?;
    may_sign(caller, &export, &unit.path)?;
    if export.revision != request.subject_revision {
        return Err(ApiError::stale(export.revision));
    }
    let hole: Hole = serde_json::from_str(&request.intent).map_err(ApiError::internal)?;
    let pdf = PreparedPdf {
        bytes: request.payload.clone(),
        hole: hole.start..hole.end,
    };
    let file = pdf.embed(&accepted.cms).map_err(ApiError::internal)?;
    let sha256 = sha256_hex(&file);
    services.blobs.put(&sha256, &file).map_err(unwritable)?;
    if !exports::advance(
        connection,
        &export.id,
        export.revision,
        "awaiting_seal",
        &sha256,
    )? {
        return Err(ApiError::stale(export.revision + 1));
    }
    let place = Place {
        submission_id: None,
        export_id: Some(&export.id),
        position: 0,
        act: &word(&Act::ExportSign),
        role: &hole.role,
        reasons: "[]",
        payload: Vec::new(),
        payload_sha256: &request.content_sha256,
    };
    let signature = accepted.row(services, caller, place);
    signatures::insert(connection, &signature)?;
    tasks::close(services, connection, TaskKind::SignExport, &export.id)?;
    let task = NewTask {
        kind: TaskKind::SealExport,
        person_id: &export.person_id,
        subject_id: &export.id,
        change_kind: None,
        role: tasks::role_with(services, Action::SealExports),
        due: None,
    };
    tasks::open(services, connection, task)?;
    let event = Event::about(caller, "export_signed", &export.person_id, &export.id);
    audit::record(services, connection, caller, event)?;
    Ok(wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: None,
        submission_state: None,
        version: None,
        export_id: Some(export.id),
    })
}
