use congvu_db::{
    AnyConnection, Draft, Person, Unit, Version, attachments, drafts, signatures, submissions,
    versions,
};
use congvu_domain::access::Action;
use congvu_domain::payload::canonical;
use congvu_domain::profiles::{Stage, changes, check, completeness, normalise};
use congvu_domain::workflows::{ChangeKind, Entrant, may_enter};
use congvu_openapi::people as wire;
use congvu_openapi::profile::Profile;
use congvu_openapi::submissions::ItemReason;

use super::{agency, document};
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::deployment::names_body;
use crate::error::{ApiError, said};
use crate::people;
use crate::services::Services;

/// A profile as it is being worked on.
pub struct Working {
    pub person: Person,
    pub unit: Unit,
    pub version: Option<Version>,
    /// 0 where nothing was saved since the version.
    pub revision: i64,
    pub change_kind: ChangeKind,
    pub document: Profile,
    pub saved: Option<Draft>,
}

/// What kind of change this entrant would make of the profile now.
pub fn entrant_kind(person: &Person, entrant: Entrant) -> ChangeKind {
    match (person.current_version, entrant) {
        (None, _) => ChangeKind::NewProfile,
        (Some(_), Entrant::Person) => ChangeKind::PersonalChange,
        (Some(_), Entrant::Agency) => ChangeKind::OrganisationChange,
    }
}

/// In what capacity the caller may enter data of the person now, if at all (B4–B6).
pub fn entrant(
    services: &Services,
    caller: &Caller,
    person: &Person,
    unit: &Unit,
) -> Option<Entrant> {
    let own = caller.is(&person.id);
    let agency = !own && caller.may(Action::EnterProfiles, &unit.path);
    [(own, Entrant::Person), (agency, Entrant::Agency)]
        .into_iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, entrant)| entrant)
        .find(|entrant| may_enter(services.rules(), entrant_kind(person, *entrant), *entrant))
}

/// The person whose data the caller may change now, and in what capacity.
///
/// # Errors
/// 404 where the person may not be seen, 403 where the regulation gives the entry to others,
/// 409 while a submission is in review.
pub fn editable(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
) -> Result<(Person, Unit, Entrant), ApiError> {
    let (person, unit) = people::visible(connection, caller, person_id)?;
    let entrant =
        entrant(services, caller, &person, &unit).ok_or_else(|| not_yours(caller, &person))?;
    if person.state == "in_review" {
        return Err(ApiError::conflict(said(
            "Hồ sơ đang được duyệt nên chưa sửa được; chờ kết quả hoặc được trả lại.",
            "The profile is in review and cannot be changed until that is over.",
        )));
    }
    Ok((person, unit, entrant))
}

fn not_yours(caller: &Caller, person: &Person) -> ApiError {
    let mut error = ApiError::forbidden();
    if caller.is(&person.id) {
        error.detail = said(
            "Theo quy chế, cơ quan quản lý nhập hồ sơ này; nếu thấy sai, hãy dùng “Báo sai sót”.",
            "By the regulation the managing agency enters this profile; report mistakes instead.",
        );
    }
    error
}

/// The profile as it is being worked on: the draft, or the version in force, or what was registered.
pub fn working(
    services: &Services,
    connection: &mut AnyConnection,
    person: Person,
    unit: Unit,
    entrant: Entrant,
) -> Result<Working, ApiError> {
    let version = versions::latest(connection, &person.id)?;
    let saved = drafts::find(connection, &person.id)?;
    let change_kind = entrant_kind(&person, entrant);
    let document = match (&saved, &version) {
        (Some(draft), _) => document(&draft.document)?,
        (None, Some(version)) => continued(services, document(&version.document)?),
        (None, None) => registered(services, &person, &agency(connection, &unit)?.0),
    };
    let revision = saved.as_ref().map_or(0, |draft| draft.revision);
    Ok(Working {
        person,
        unit,
        version,
        revision,
        change_kind,
        document,
        saved,
    })
}

/// An approved profile to be gone on with: the body may be called otherwise since (a merger).
fn continued(services: &Services, mut profile: Profile) -> Profile {
    if names_body(services, profile.header.managing_agency.as_str()) {
        profile.header.managing_agency = services.rules().body.name.clone().into();
    }
    profile
}

/// What is known from the registration need not be typed again.
fn registered(services: &Services, person: &Person, agency: &Unit) -> Profile {
    let mut profile = Profile::default();
    profile.header.managing_agency = services.rules().body.name.clone().into();
    profile.header.using_agency = agency.name.clone().into();
    profile.header.staff_number = person.staff_number.clone().into();
    profile.header.personal_id = person.personal_id.clone().into();
    profile.papers.citizen_id = person.personal_id.clone().into();
    profile.personal.full_name = person.full_name.clone().into();
    profile.personal.birth_date = person.birth_date.clone().into();
    // The fourth digit of the number says the gender: even for men.
    let gender = match person.personal_id.as_bytes().get(3) {
        Some(digit) if digit % 2 == 0 => "male",
        Some(_) => "female",
        None => "",
    };
    profile.personal.gender = gender.into();
    profile
}

/// The draft as it travels.
pub fn view(
    services: &Services,
    connection: &mut AnyConnection,
    working: &Working,
) -> Result<wire::Draft, ApiError> {
    let base = match &working.version {
        Some(version) => document(&version.document)?,
        None => Profile::default(),
    };
    let issues = check(
        &working.document,
        Stage::Complete,
        services.today(),
        services.catalogues,
    );
    let files = attachments::of_person(connection, &working.person.id)?;
    Ok(wire::Draft {
        person_id: working.person.id.clone(),
        revision: working.revision,
        base_version: working.version.as_ref().map(|version| version.number),
        change_kind: working.change_kind,
        issues: issues.into_iter().map(Into::into).collect(),
        progress: completeness(&working.document)
            .into_iter()
            .map(Into::into)
            .collect(),
        changes: changes(&base, &working.document)
            .into_iter()
            .map(Into::into)
            .collect(),
        attachments: files.iter().map(crate::attachments::view).collect(),
        returned: returned(connection, &working.person)?,
        updated_at: working
            .saved
            .as_ref()
            .map(|draft| draft.updated_at.rfc3339()),
        updated_by: working.saved.as_ref().map(|draft| draft.updated_by.clone()),
        document: working.document.clone(),
    })
}

/// What a reviewer asked to correct, where the latest submission was returned.
fn returned(
    connection: &mut AnyConnection,
    person: &Person,
) -> Result<Vec<wire::ReturnedItem>, ApiError> {
    let Some(submission) =
        submissions::latest(connection, &person.id)?.filter(|latest| latest.state == "returned")
    else {
        return Ok(Vec::new());
    };
    let Some(signature) = signatures::of_submission(connection, &submission.id)?.pop() else {
        return Ok(Vec::new());
    };
    let reasons: Vec<ItemReason> =
        serde_json::from_str(&signature.reasons).map_err(ApiError::internal)?;
    Ok(reasons
        .into_iter()
        .map(|reason| wire::ReturnedItem {
            item: reason.item,
            pointer: reason.pointer,
            reason: reason.reason,
            by: signature.signer.clone(),
            at: signature.signed_at.rfc3339(),
        })
        .collect())
}

/// Saves the draft where it still has the revision that the caller saw.
///
/// # Errors
/// 412 where somebody saved meanwhile, 422 where the document is larger than the form allows.
pub fn save(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
    seen: crate::http::IfMatch,
    document: Profile,
) -> Result<wire::Draft, ApiError> {
    let (person, unit, entrant) = editable(services, connection, caller, person_id)?;
    let mut working = working(services, connection, person, unit, entrant)?;
    seen.check(working.revision)?;
    let document = normalise(document);
    let text = String::from_utf8(canonical(&document).map_err(ApiError::internal)?)
        .map_err(ApiError::internal)?;
    let draft = Draft {
        person_id: person_id.to_owned(),
        change_kind: word(&working.change_kind),
        document: text,
        base_version: working.version.as_ref().map(|version| version.number),
        revision: working.revision + 1,
        updated_at: services.now().into(),
        updated_by: caller.name.clone(),
    };
    if !drafts::save(connection, &draft)? {
        return Err(ApiError::stale(working.revision + 1));
    }
    audit::record(
        services,
        connection,
        caller,
        Event::about(caller, "draft_saved", person_id, person_id),
    )?;
    working.change_kind = variant(&draft.change_kind)?;
    working.revision = draft.revision;
    working.document = document;
    working.saved = Some(draft);
    view(services, connection, &working)
}
