use chrono::{Datelike as _, NaiveDate};
use congvu_db::{AnyConnection, Person, Unit, people, units};
use congvu_domain::access::Action;
use congvu_domain::identifiers::{Gender, check_personal_id};
use congvu_domain::names::{fold, nfc, sort_key};
use congvu_domain::workflows;
use congvu_domain::workflows::ChangeKind;
use congvu_openapi::people::NewPerson;
use congvu_openapi::tasks::TaskKind;
use congvu_openapi::units::UnitManagement;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::services::Services;
use crate::tasks::{self, NewTask};

/// Somebody to be registered, checked.
pub struct Registration {
    pub id: String,
    pub full_name: String,
    pub personal_id: String,
    pub birth_date: String,
    pub kind: String,
    pub management: UnitManagement,
    pub staff_number: String,
    pub decision_number: String,
    pub decision_date: NaiveDate,
}

/// Registers somebody recruited; whoever issues accounts gets a task with the regulation's deadline (A3),
/// and where the agency enters profiles, so does the agency (B4).
pub fn register(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    new: &NewPerson,
) -> Result<(Person, Unit), ApiError> {
    let unit = units::find(connection, &new.unit_id).map_err(|_ignored| unknown_unit())?;
    if !caller.may(Action::EnterProfiles, &unit.path) {
        // A unit out of one's scope is no secret (structure is open), so this is 403.
        return Err(ApiError::forbidden());
    }
    let registration = check(services, new)?;
    let person = insert(services, connection, &unit, &registration)?;
    let event = Event::about(
        caller,
        "person_registered",
        &person.id,
        &new.decision_number,
    );
    audit::record(services, connection, caller, event)?;
    Ok((person, unit))
}

/// Writes a registration and opens the tasks that follow from it.
pub fn insert(
    services: &Services,
    connection: &mut AnyConnection,
    unit: &Unit,
    new: &Registration,
) -> Result<Person, ApiError> {
    let today = services.today();
    let person = Person {
        id: new.id.clone(),
        unit_id: unit.id.clone(),
        full_name: new.full_name.clone(),
        sort_key: sort_key(&new.full_name),
        search_name: fold(&new.full_name),
        personal_id: new.personal_id.clone(),
        staff_number: new.staff_number.clone(),
        kind: new.kind.clone(),
        management: word(&new.management),
        status: "working".to_owned(),
        state: "empty".to_owned(),
        post: String::new(),
        birth_date: new.birth_date.clone(),
        current_version: None,
        decision_number: new.decision_number.clone(),
        decision_date: new.decision_date,
        registered_on: today,
        revision: 1,
    };
    people::insert(connection, &person)?;
    let rules = &services.rules().accounts;
    // Where asking and issuing are apart, registering is the request (BNV 7.1).
    let counted_from = if rules.request.is_some() {
        today
    } else {
        new.decision_date
    };
    tasks::open(
        services,
        connection,
        NewTask {
            kind: TaskKind::IssueAccount,
            person_id: &person.id,
            subject_id: &person.id,
            change_kind: None,
            role: &rules.issue.role,
            due: Some(tasks::account(services, counted_from)),
        },
    )?;
    let kind = ChangeKind::NewProfile;
    if !workflows::may_enter(services.rules(), kind, workflows::Entrant::Person) {
        tasks::open(
            services,
            connection,
            NewTask {
                kind: TaskKind::EnterProfile,
                person_id: &person.id,
                subject_id: &person.id,
                change_kind: Some(kind),
                role: tasks::role_over(services, Action::EnterProfiles, &person, unit),
                due: Some(tasks::entry(services, kind, new.decision_date)),
            },
        )?;
    }
    Ok(person)
}

fn unknown_unit() -> ApiError {
    ApiError::invalid_at(
        "/unit_id",
        "unknown_unit",
        said("Không có đơn vị này.", "There is no such unit."),
    )
}

fn check(services: &Services, new: &NewPerson) -> Result<Registration, ApiError> {
    let today = services.today();
    if services.catalogues.find("genders", &new.gender).is_none() {
        return Err(ApiError::invalid_at(
            "/gender",
            "unknown_code",
            said(
                "Chọn giới tính trong danh mục.",
                "Choose a gender of the catalogue genders.",
            ),
        ));
    }
    let birth = NaiveDate::parse_from_str(&new.birth_date, "%Y-%m-%d").ok();
    if birth.is_none_or(|date| date >= today) {
        return Err(ApiError::invalid_at(
            "/birth_date",
            "date",
            said(
                "Ngày sinh phải là một ngày đã qua.",
                "The date of birth must be a past day.",
            ),
        ));
    }
    let faults = check_personal_id(
        &new.personal_id,
        Gender::of_code(&new.gender),
        birth.map(|date| date.year()),
    );
    if let Some(fault) = faults.iter().find(|fault| !fault.is_warning()) {
        return Err(ApiError::invalid_at(
            "/personal_id",
            fault.code(),
            said(
                format!("Mã số định danh {}.", fault.in_vietnamese()),
                format!("The personal identification number {fault}."),
            ),
        ));
    }
    let Some(kind) = services
        .rules()
        .person_kinds
        .iter()
        .find(|kind| kind.key == new.kind)
    else {
        return Err(ApiError::invalid_at(
            "/kind",
            "unknown_kind",
            said(
                "Đối tượng này không thuộc phạm vi của quy chế.",
                "The regulation does not cover this kind of person.",
            ),
        ));
    };
    let decision_date = NaiveDate::parse_from_str(&new.decision_date, "%Y-%m-%d").ok();
    let Some(decision_date) = decision_date.filter(|date| *date <= today) else {
        return Err(ApiError::invalid_at(
            "/decision_date",
            "date",
            said(
                "Cần ngày quyết định, không sau hôm nay.",
                "The date of the decision is needed, not after today.",
            ),
        ));
    };
    Ok(Registration {
        id: services.new_id(),
        full_name: nfc(new.full_name.trim()),
        personal_id: new.personal_id.clone(),
        birth_date: new.birth_date.clone(),
        kind: kind.key.clone(),
        management: new.management.unwrap_or(UnitManagement::Unit),
        staff_number: nfc(new.staff_number.trim()),
        decision_number: nfc(new.decision_number.trim()),
        decision_date,
    })
}
