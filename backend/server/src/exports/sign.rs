use chrono::DateTime;
use congvu_db::{AnyConnection, Certificate, Export, SigningRequest, exports, people};
use congvu_documents::{AuthorityBlock, Mark, Stamp};
use congvu_domain::access::{Action, separation};
use congvu_domain::payload::{Act, OnBehalf, sha256_hex};
use congvu_openapi::delegations::DelegationForm;
use congvu_openapi::signing as wire;
use congvu_openapi::tasks::TaskKind;
use congvu_signing::pades::{self, PreparedPdf, RESERVE_WITH_TIMESTAMP, SignatureSpec};
use serde::{Deserialize, Serialize};

use super::{Layout, draft, find, set};
use crate::attachments::unwritable;
use crate::audit::{self, Event};
use crate::auth::{ActingFor, Caller, stead};
use crate::codes::{variant, word};
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
    /// In whose stead, frozen.
    on_behalf: Option<OnBehalf>,
    /// The file before the signature, and where its signatures go.
    file: String,
    layout: Layout,
    /// What the person's signature takes up of its place, in points from the place's lower left corner.
    drawn: [f64; 4],
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
    let acting = caller
        .role_for(Action::SignExports, unit_path)
        .and_then(|role| caller.acting_in(Action::SignExports, role, unit_path));
    separation::may_confirm(&caller.acting(acting), &export.person_id)?;
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
    let acting = caller.acting_in(Action::SignExports, role, &unit.path);
    // In somebody's stead the document itself says so, above the signature.
    let (before, layout) = match acting {
        None => (export.sha256.clone(), layout(&export)?),
        Some(acting) => in_stead(services, connection, caller, &export, acting)?,
    };
    let spot = layout.signature;
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
        .appearance(&stamp)
        .map_err(ApiError::internal)?;
    let file = services.blobs.get(&before).map_err(ApiError::internal)?;
    let title = services
        .rules()
        .role(role)
        .map(|role| role.title.clone())
        .unwrap_or_default();
    let spec = SignatureSpec {
        field: super::SIGNER_FIELD.to_owned(),
        signer_name: caller.name.clone(),
        reason: format!("Xác nhận sơ yếu lý lịch – {title}"),
        location: services.rules().body.place.clone(),
        time: services.now_in_vietnam(),
        place: Some(spot.place(appearance.pdf)),
    };
    let pdf = pades::prepare(&file, &spec, RESERVE_WITH_TIMESTAMP).map_err(ApiError::internal)?;
    let hole = Hole {
        start: pdf.hole.start,
        end: pdf.hole.end,
        role: role.to_owned(),
        on_behalf: acting.map(|acting| acting.on_behalf.clone()),
        file: before,
        drawn: appearance.drawn,
        layout,
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
        on_behalf_of: stead(acting.map(|acting| &acting.on_behalf)),
    };
    signing::prepare(services, connection, caller, &certificate, prepared)
}

/// The document set again, with the principal above the signature.
fn in_stead(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    export: &Export,
    acting: &ActingFor,
) -> Result<(String, Layout), ApiError> {
    let draft = draft(
        services,
        connection,
        caller,
        &export.person_id,
        Some(export.version),
    )?;
    let by = &acting.on_behalf;
    let own_title = match &caller.person_id {
        Some(person) => people::find(connection, person)?.0.post,
        None => String::new(),
    };
    let form: DelegationForm = variant(&word(&by.form))?;
    let authority = AuthorityBlock {
        form: Some(form.into()),
        principal_title: by.principal_title.clone(),
        own_title,
        basis: format!(
            "{} ngày {}",
            by.basis.number,
            by.basis.date.format("%d/%m/%Y")
        ),
    };
    let (sha256, _, layout) = set(services, &draft, authority, &export.code)?;
    Ok((sha256, layout))
}

/// Puts the verified signature into the file and asks for the agency's seal.
pub fn signed(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<wire::SigningResult, ApiError> {
    let hole: Hole = serde_json::from_str(&request.intent).map_err(ApiError::internal)?;
    let pdf = PreparedPdf {
        bytes: request.payload.clone(),
        hole: hole.start..hole.end,
    };
    let file = pdf.embed(&accepted.cms).map_err(ApiError::internal)?;
    let hole = Hole {
        layout: hole.layout.sealed_over(hole.drawn),
        ..hole
    };
    keep(
        services, connection, caller, request, accepted, &hole, &file,
    )
}

/// Digest of the file that the request is about, as it is before the signature.
pub fn to_be_signed(request: &SigningRequest) -> Result<String, ApiError> {
    let hole: Hole = serde_json::from_str(&request.intent).map_err(ApiError::internal)?;
    Ok(hole.file)
}

/// Takes a file that an agent signed as a whole: our bytes, and one revision with a signature by the certificate of the request.
///
/// # Errors
/// 422 with the reason, 412 where the export changed.
pub fn signed_elsewhere(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    certificate: &Certificate,
    file: &[u8],
) -> Result<wire::SigningResult, ApiError> {
    let hole: Hole = serde_json::from_str(&request.intent).map_err(ApiError::internal)?;
    let before = services.blobs.get(&hole.file).map_err(ApiError::internal)?;
    if !file.starts_with(&before) {
        return Err(signing::refusal("not_our_file"));
    }
    let chain = signing::chain_of(services, certificate)?;
    let trust = services.trust(connection, &chain)?;
    let report = pades::verify(file, &trust, services.now())
        .map_err(|error| signing::refusal(error.code()))?;
    if let Some((_, failure)) = report.first_failure() {
        return Err(signing::refusal(failure.code()));
    }
    let [only] = report.signatures.as_slice() else {
        return Err(signing::refusal("several_signatures"));
    };
    let brought =
        pades::brought_by_signing(&before, file).map_err(|error| signing::refusal(error.code()))?;
    if !brought.are_permitted() {
        return Err(signing::refusal("content_changed"));
    }
    let contents = pades::contents(file).map_err(ApiError::internal)?;
    let (Ok(verified), Some(cms)) = (&only.outcome, contents.into_iter().next_back()) else {
        return Err(signing::refusal("malformed"));
    };
    if verified.leaf_der != certificate.der {
        return Err(signing::refusal("other_certificate"));
    }
    let accepted = Accepted::elsewhere(cms, verified.clone(), trust);
    keep(
        services, connection, caller, request, &accepted, &hole, file,
    )
}

fn keep(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
    hole: &Hole,
    file: &[u8],
) -> Result<wire::SigningResult, ApiError> {
    let export = exports::lock(connection, &request.subject_id)?;
    let (_, _, unit) = find(connection, caller, &export.id)?;
    may_sign(caller, &export, &unit.path)?;
    caller.still_acts(
        Action::SignExports,
        &hole.role,
        &unit.path,
        hole.on_behalf.as_ref(),
    )?;
    if export.revision != request.subject_revision {
        return Err(ApiError::stale(export.revision));
    }
    let sha256 = sha256_hex(file);
    services.blobs.put(&sha256, file).map_err(unwritable)?;
    let layout = serde_json::to_string(&hole.layout).map_err(ApiError::internal)?;
    if !exports::advance(
        connection,
        &export.id,
        export.revision,
        "awaiting_seal",
        &sha256,
    )? {
        return Err(ApiError::stale(export.revision + 1));
    }
    exports::place(connection, &export.id, &layout)?;
    let place = Place {
        submission_id: None,
        export_id: Some(&export.id),
        position: 0,
        act: &word(&Act::ExportSign),
        role: &hole.role,
        reasons: "[]",
        payload: Vec::new(),
        payload_sha256: &request.content_sha256,
        on_behalf: hole.on_behalf.as_ref(),
    };
    let signature = accepted.row(services, caller, place);
    accepted.keep(services, connection, &signature)?;
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
        certificate_id: None,
        delegation_id: None,
    })
}
