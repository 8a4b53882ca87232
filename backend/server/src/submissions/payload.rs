use congvu_db::{AnyConnection, Attachment, Version, attachments};
use congvu_domain::payload::{Act, CONTEXT, SignedAct, SignedAttachment, Signer};
use congvu_openapi::form;
use congvu_openapi::submissions::{ChangeKind, ItemReason};

use crate::auth::{ActingFor, Caller};
use crate::error::ApiError;
use crate::services::Services;

/// What differs from one signature on a submission to the next.
pub struct Signing<'a> {
    pub act: Act,
    pub step: u16,
    pub role: Option<&'a str>,
    pub reasons: Vec<ItemReason>,
    /// Step that it is returned to; none is the submitter.
    pub return_to: Option<u16>,
    /// In whose stead.
    pub on_behalf: Option<&'a ActingFor>,
    pub previous: Vec<String>,
}

/// What all signatures on a submission have in common.
pub struct Frozen<'a> {
    pub submission: &'a str,
    pub person: &'a str,
    pub person_name: &'a str,
    pub change_kind: ChangeKind,
    pub document_sha256: &'a str,
    pub base_version: Option<i64>,
    pub base_digest: Option<&'a str>,
    pub attachments: Vec<SignedAttachment>,
}

/// The payload of a signature.
pub fn payload(
    services: &Services,
    caller: &Caller,
    frozen: Frozen<'_>,
    signing: Signing<'_>,
) -> Result<SignedAct, ApiError> {
    Ok(SignedAct {
        context: CONTEXT.to_owned(),
        deployment: services.deployment.key.clone(),
        act: signing.act,
        submission: frozen.submission.to_owned(),
        person: frozen.person.to_owned(),
        person_name: frozen.person_name.to_owned(),
        change_kind: frozen.change_kind,
        document_sha256: frozen.document_sha256.to_owned(),
        base_version: frozen
            .base_version
            .map(u32::try_from)
            .transpose()
            .map_err(ApiError::internal)?,
        base_digest: frozen.base_digest.map(str::to_owned),
        attachments: frozen.attachments,
        step: signing.step,
        role: signing.role.map(str::to_owned),
        reasons: signing.reasons,
        return_to: signing.return_to,
        on_behalf: signing.on_behalf.map(|acting| acting.on_behalf.clone()),
        previous: signing.previous,
        signer: Signer {
            account: caller.account_id.clone(),
            name: caller.name.clone(),
            person: caller.person_id.clone(),
        },
        prepared_at: services.now_in_vietnam().to_rfc3339(),
    })
}

/// Evidence that goes with a submission: what was added since the version in force, and the photograph.
pub fn evidence(
    connection: &mut AnyConnection,
    person_id: &str,
    version: Option<&Version>,
    photo: &str,
) -> Result<Vec<Attachment>, ApiError> {
    let since = version.map(|version| version.effective_at);
    let mut all = attachments::of_person(connection, person_id)?;
    all.retain(|attachment| {
        since.is_none_or(|since| attachment.uploaded_at > since) || attachment.sha256 == photo
    });
    all.reverse();
    Ok(all)
}

/// A piece of evidence as it is signed.
pub fn signed(attachment: &Attachment) -> SignedAttachment {
    SignedAttachment {
        sha256: attachment.sha256.clone(),
        item: form::leaf(&attachment.pointer)
            .map(|leaf| leaf.item.to_owned())
            .unwrap_or_default(),
        category: attachment.category.clone(),
        name: attachment.name.clone(),
    }
}
