use congvu_db::{AnyConnection, Export, Signature, Unit, exports, signatures};
use congvu_documents::{Mark, Stamp};
use congvu_domain::access::Action;
use congvu_domain::payload::{Act, sha256_hex};
use congvu_openapi::signing::TrustLevel;
use congvu_openapi::tasks::TaskKind;
use congvu_signing::cms;
use congvu_signing::pades::{self, RESERVE, SignatureSpec};
use congvu_signing::verify::verify_detached;

use super::sign::layout;
use crate::attachments::unwritable;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::http::IfMatch;
use crate::services::Services;
use crate::tasks;

/// What sealing made.
pub struct Sealed {
    cms: Vec<u8>,
    content_sha256: String,
    sha256: String,
    serial: String,
    signer: String,
    issuer: String,
}

/// Puts the agency's seal signature on an export that the competent person signed (Nghị định 30/2020
/// Điều 32: the agency signs only what the competent person signed). The key is the server's.
///
/// # Errors
/// 403 without the role, 409 where the person's signature is missing or the seal is there, 412 where it changed.
pub fn seal(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    export: &Export,
    unit: &Unit,
    seen: IfMatch,
) -> Result<Export, ApiError> {
    caller.require(Action::SealExports, &unit.path)?;
    seen.check(export.revision)?;
    if export.state != "awaiting_seal" {
        return Err(ApiError::conflict(said(
            "Chỉ đóng dấu số sau khi người có thẩm quyền đã ký, và chỉ một lần.",
            "The seal goes on once, after the competent person signed.",
        )));
    }
    let sealed = apply(services, connection, export)?;
    if !exports::advance(
        connection,
        &export.id,
        export.revision,
        "complete",
        &sealed.sha256,
    )? {
        return Err(ApiError::stale(export.revision + 1));
    }
    let row = Signature {
        id: services.new_id(),
        submission_id: None,
        export_id: Some(export.id.clone()),
        position: 1,
        act: word(&Act::ExportSeal),
        role: caller
            .role_for(Action::SealExports, &unit.path)
            .unwrap_or_default()
            .to_owned(),
        reasons: "[]".to_owned(),
        payload: Vec::new(),
        payload_sha256: sealed.content_sha256,
        cms_sha256: sha256_hex(&sealed.cms),
        cms: sealed.cms,
        account_id: Some(caller.account_id.clone()),
        signer: sealed.signer,
        serial: sealed.serial,
        issuer: sealed.issuer,
        level: word(&TrustLevel::Pilot),
        signed_at: services.now().into(),
    };
    signatures::insert(connection, &row)?;
    tasks::close(services, connection, TaskKind::SealExport, &export.id)?;
    let event = Event::about(caller, "export_sealed", &export.person_id, &export.id);
    audit::record(services, connection, caller, event)?;
    Ok(exports::find(connection, &export.id)?)
}

fn apply(
    services: &Services,
    connection: &mut AnyConnection,
    export: &Export,
) -> Result<Sealed, ApiError> {
    let spot = layout(export)?.seal;
    let (width, height) = spot.size();
    let agency = &services.deployment.name;
    let stamp = Stamp {
        width,
        height,
        signed_at: services.now_in_vietnam(),
        pilot: true,
        mark: Mark::Seal {
            superior: services.deployment.superior.clone(),
            agency: agency.clone(),
            image: None,
        },
    };
    let appearance = services
        .renderer
        .signature_appearance(&stamp)
        .map_err(ApiError::internal)?;
    let spec = SignatureSpec {
        field: "CoQuan".to_owned(),
        signer_name: agency.clone(),
        reason: "Ký số của cơ quan, tổ chức".to_owned(),
        location: services.deployment.place.clone(),
        time: services.now_in_vietnam(),
        place: Some(spot.place(appearance)),
    };
    let file = services
        .blobs
        .get(&export.sha256)
        .map_err(ApiError::internal)?;
    let prepared = pades::prepare(&file, &spec, RESERVE).map_err(ApiError::internal)?;
    let content = prepared.digest().map_err(ApiError::internal)?;
    let authority = &services.authority;
    let tbs = cms::prepare(&content, &authority.seal_der, None).map_err(ApiError::internal)?;
    let raw = authority
        .seal
        .sign(&tbs.attributes)
        .map_err(ApiError::internal)?;
    let chain = authority.ca.chain(&authority.seal_der);
    let cms = cms::assemble(&tbs.attributes, authority.seal.algorithm(), &raw, &chain)
        .map_err(ApiError::internal)?;
    let trust = authority.trust(services, connection)?;
    let verified =
        verify_detached(&cms, &content, &trust, services.now()).map_err(ApiError::internal)?;
    let file = prepared.embed(&cms).map_err(ApiError::internal)?;
    let sha256 = sha256_hex(&file);
    services.blobs.put(&sha256, &file).map_err(unwritable)?;
    Ok(Sealed {
        cms,
        content_sha256: hex::encode(content),
        sha256,
        serial: verified.certificate.serial_hex,
        signer: verified.certificate.subject_common_name,
        issuer: verified.certificate.issuer_common_name,
    })
}
