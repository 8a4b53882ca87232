use congvu_db::{AnyConnection, Export, Person, Unit, exports, signatures, versions};
use congvu_documents::{AuthorityBlock, Verification};
use congvu_domain::access::Action;
use congvu_domain::payload::sha256_hex;
use congvu_openapi::tasks::TaskKind;

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
    })
}

/// Renders the CV with the code for its verification, keeps the file, and answers the row to be written.
///
/// # Errors
/// The file cannot be made or kept.
pub fn render(services: &Services, caller: &Caller, draft: &Draft) -> Result<Export, ApiError> {
    let code = new_code(crate::random::bytes()?);
    let title = services
        .rules()
        .role(&draft.role)
        .map(|role| role.title.clone())
        .unwrap_or_default();
    let (sha256, pages, layout) = set(services, draft, AuthorityBlock::title(title), &code)?;
    Ok(Export {
        id: services.new_id(),
        person_id: draft.person.id.clone(),
        version: draft.number,
        state: "awaiting_signature".to_owned(),
        sha256,
        pages,
        layout: serde_json::to_string(&layout).map_err(ApiError::internal)?,
        created_at: services.now().into(),
        created_by: caller.name.clone(),
        revision: 1,
        code,
    })
}

/// Sets the document with an authority above the signature, and keeps it; answers its SHA-256, pages and places.
pub fn set(
    services: &Services,
    draft: &Draft,
    authority: AuthorityBlock,
    code: &str,
) -> Result<(String, i64, Layout), ApiError> {
    let verification = Verification {
        url: format!("{}/verify/{code}", services.settings.public_url),
        code: code.to_owned(),
    };
    let rendered = print(
        services,
        &draft.printed,
        draft.photo.clone(),
        authority,
        "",
        Some(verification),
    )?;
    let sha256 = sha256_hex(&rendered.pdf);
    services
        .blobs
        .put(&sha256, &rendered.pdf)
        .map_err(unwritable)?;
    let layout = Layout {
        signature: rendered.signature_place.into(),
        seal: rendered.seal_place.into(),
    };
    Ok((sha256, i64::from(rendered.pages), layout))
}

/// Sixteen letters and digits that are not mistaken for one another, eighty bits.
fn new_code(random: [u8; 10]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut bits: u128 = random
        .iter()
        .fold(0, |bits, byte| (bits << 8) | u128::from(*byte));
    let mut code = String::new();
    for _ in 0..16 {
        let letter = usize::try_from(bits & 31).unwrap_or(0);
        code.push(
            LETTERS
                .get(letter)
                .map_or('0', |letter| char::from(*letter)),
        );
        bits >>= 5;
    }
    code
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
        .rules()
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
