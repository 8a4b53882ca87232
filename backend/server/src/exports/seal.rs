use congvu_db::{AnyConnection, Export, Signature, Unit, exports, signatures};
use congvu_documents::{Mark, Stamp};
use congvu_domain::access::Action;
use congvu_domain::access::separation::{self, Acting, Party};
use congvu_domain::payload::{Act, sha256_hex};
use congvu_openapi::tasks::TaskKind;
use congvu_signing::algorithm::{SignatureAlgorithm, normalise_signature};
use congvu_signing::cms::{self, ToBeSigned};
use congvu_signing::pades::{self, RESERVE_WITH_TIMESTAMP, SignatureSpec};

use super::conclude_at_once;
use super::sign::layout;
use crate::attachments::unwritable;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::http::IfMatch;
use crate::pki::Seal;
use crate::services::Services;
use crate::signing::{self, Accepted, PinCount, Place};
use crate::tasks;

/// What sealing made.
pub struct Sealed {
    accepted: Accepted,
    content_sha256: String,
    sha256: String,
}

/// Uses the seal's key.
pub type Sealing<'a> = &'a dyn Fn(&Seal, &ToBeSigned) -> Result<Vec<u8>, ApiError>;

/// Puts the agency's seal signature on an export that the competent person signed (Nghị định 30/2020
/// Điều 32: the agency signs only what the competent person signed). Two people, never one: whoever signed does not seal.
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
    sealing: Sealing<'_>,
) -> Result<Export, ApiError> {
    caller.require(Action::SealExports, &unit.path)?;
    seen.check(export.revision)?;
    let acting = caller
        .role_for(Action::SealExports, &unit.path)
        .and_then(|role| caller.acting_in(Action::SealExports, role, &unit.path));
    let before = signatures::of_export(connection, &export.id)?;
    let signers: Vec<_> = before
        .iter()
        .map(|signature| {
            Acting::own(Party {
                account: signature.account_id.as_deref().unwrap_or_default(),
                person: None,
            })
        })
        .collect();
    separation::may_seal(&caller.acting(acting), &export.person_id, &signers)?;
    if export.state != "awaiting_seal" {
        return Err(ApiError::conflict(said(
            "Chỉ đóng dấu số sau khi người có thẩm quyền đã ký, và chỉ một lần.",
            "The seal goes on once, after the competent person signed.",
        )));
    }
    signing::must_be_stamped(&before)?;
    let sealed = apply(services, connection, export, sealing)?;
    if !exports::advance(
        connection,
        &export.id,
        export.revision,
        "awaiting_time_stamp",
        &sealed.sha256,
    )? {
        return Err(ApiError::stale(export.revision + 1));
    }
    let place = Place {
        submission_id: None,
        export_id: Some(&export.id),
        position: 1,
        act: &word(&Act::ExportSeal),
        role: caller
            .role_for(Action::SealExports, &unit.path)
            .unwrap_or_default(),
        reasons: "[]",
        payload: Vec::new(),
        payload_sha256: &sealed.content_sha256,
        on_behalf: acting.map(|acting| &acting.on_behalf),
    };
    let signature = Signature {
        // The seal signs, whoever puts it on; who that was stands beside it.
        signer: sealed
            .accepted
            .verified
            .certificate
            .subject_common_name
            .clone(),
        ..sealed.accepted.row(services, caller, place)
    };
    sealed.accepted.keep(services, connection, &signature)?;
    tasks::close(services, connection, TaskKind::SealExport, &export.id)?;
    let event = Event::about(caller, "export_sealed", &export.person_id, &export.id);
    audit::record(services, connection, caller, event)?;
    conclude_at_once(services, connection, &export.id)
}

fn apply(
    services: &Services,
    connection: &mut AnyConnection,
    export: &Export,
    sealing: Sealing<'_>,
) -> Result<Sealed, ApiError> {
    let spot = layout(export)?.seal;
    let (width, height) = spot.size();
    // The seal is that of the body as it is called on the day.
    let body = &services.rules().body;
    let agency = &body.name;
    let stamp = Stamp {
        width,
        height,
        signed_at: services.now_in_vietnam(),
        pilot: true,
        mark: Mark::Seal {
            superior: body.superior.clone(),
            agency: agency.clone(),
            image: None,
        },
    };
    let appearance = services
        .renderer
        .signature_appearance(&stamp)
        .map_err(ApiError::internal)?;
    let spec = SignatureSpec {
        field: super::SEAL_FIELD.to_owned(),
        signer_name: agency.clone(),
        reason: "Ký số của cơ quan, tổ chức".to_owned(),
        location: body.place.clone(),
        time: services.now_in_vietnam(),
        place: Some(spot.place(appearance)),
    };
    let file = services
        .blobs
        .get(&export.sha256)
        .map_err(ApiError::internal)?;
    let prepared =
        pades::prepare(&file, &spec, RESERVE_WITH_TIMESTAMP).map_err(ApiError::internal)?;
    let content = prepared.digest().map_err(ApiError::internal)?;
    let seal = services.authority.seal(services.now())?;
    let tbs = cms::prepare(&content, seal.der(), None).map_err(ApiError::internal)?;
    let raw = sealing(&seal, &tbs)?;
    let algorithm = SignatureAlgorithm::of_certificate(seal.der()).map_err(ApiError::internal)?;
    let raw = normalise_signature(algorithm, &raw).map_err(ApiError::internal)?;
    let cms =
        cms::assemble(&tbs.attributes, algorithm, &raw, &seal.chain).map_err(ApiError::internal)?;
    let accepted = signing::judged(services, connection, cms, &content, &seal.chain)?;
    let file = prepared.embed(&accepted.cms).map_err(ApiError::internal)?;
    let sha256 = sha256_hex(&file);
    services.blobs.put(&sha256, &file).map_err(unwritable)?;
    Ok(Sealed {
        accepted,
        content_sha256: hex::encode(content),
        sha256,
    })
}

/// Signs with the seal; a seal in a token with the PIN that was typed.
///
/// # Errors
/// 422 at `/secret` for a wrong PIN, 503 where the token cannot be reached.
pub fn use_seal(
    services: &Services,
    seal: &Seal,
    to_be_signed: &ToBeSigned,
    pin: &str,
    counted: &dyn Fn(PinCount) -> Result<(), ApiError>,
) -> Result<Vec<u8>, ApiError> {
    match seal.token() {
        None => seal.sign(to_be_signed, pin).map_err(ApiError::internal),
        Some(token) => signing::with_pin(services, token, counted, || seal.sign(to_be_signed, pin)),
    }
}
