//! What changed about somebody whose profile is in force, and by when it is to be entered (B5, B6).

use chrono::{Months, NaiveDate};
use congvu_db::{AnyConnection, TaskMove, tasks};
use congvu_domain::access::Action;
use congvu_domain::names::nfc;
use congvu_domain::workflows::{Entrant, may_enter};
use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks as wire;
use congvu_openapi::tasks::TaskKind;

use super::{NewTask, assign, entry, open, role_over};
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::people::visible;
use crate::services::Services;

/// A decision may be made known so long before it takes effect.
const AHEAD: Months = Months::new(12);

/// Opens the task to enter a change, with the regulation's time from the day of the change or decision. It ends with the next submission
/// of the profile.
///
/// # Errors
/// 404 out of scope; 403 for anybody but the person (their own side only) and the agency; 409 where no profile is in force; 422 where it is
/// no change or no possible day.
pub fn announce(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
    new: &wire::NewChange,
) -> Result<wire::Task, ApiError> {
    let (person, unit) = visible(connection, caller, person_id)?;
    let own = caller.is(person_id) && new.kind == ChangeKind::PersonalChange;
    let agency = !caller.is(person_id) && caller.may(Action::EnterProfiles, &unit.path);
    if !own && !agency {
        return Err(ApiError::forbidden());
    }
    if new.kind == ChangeKind::NewProfile {
        return Err(ApiError::invalid_at(
            "/kind",
            "no_change",
            said(
                "Hồ sơ mới không phải là thay đổi; hãy đăng ký người mới.",
                "A new profile is no change; register the person instead.",
            ),
        ));
    }
    let on = day(services, new)?;
    if person.current_version.is_none() {
        return Err(ApiError::conflict(said(
            "Chưa có hồ sơ được duyệt; thay đổi được nhập cùng hồ sơ lần đầu.",
            "No profile is in force yet; the change is entered with the first one.",
        )));
    }
    let by_agency = by_agency(services, new.kind, on);
    let task = NewTask {
        kind: if by_agency {
            TaskKind::EnterProfile
        } else {
            TaskKind::FillProfile
        },
        person_id,
        subject_id: person_id,
        change_kind: Some(new.kind),
        role: if by_agency {
            let own = caller.role_for(Action::EnterProfiles, &unit.path);
            own.unwrap_or_else(|| role_over(services, Action::EnterProfiles, &person, &unit))
        } else {
            ""
        },
        due: Some(entry(services, new.kind, on)),
    };
    let id = open(services, connection, task)?;
    let noted = TaskMove {
        id: services.new_id(),
        task_id: id.clone(),
        kind: "announce".to_owned(),
        from_name: String::new(),
        to_name: String::new(),
        note: nfc(new.reference.trim()),
        by_account_id: caller.account_id.clone(),
        by_name: caller.name.clone(),
        at: services.now().into(),
    };
    tasks::note_move(connection, &noted)?;
    let event = Event::about(caller, "change_announced", person_id, &id);
    audit::record(services, connection, caller, event)?;
    assign::shown(services, connection, caller, &id)
}

/// Whether the agency has to enter it. Where the regulation leaves it to either, each enters its own side.
fn by_agency(services: &Services, kind: ChangeKind, on: NaiveDate) -> bool {
    let rules = services.deployment.at(on);
    let person = may_enter(rules, kind, Entrant::Person);
    let agency = may_enter(rules, kind, Entrant::Agency);
    agency && (!person || kind == ChangeKind::OrganisationChange)
}

fn day(services: &Services, new: &wire::NewChange) -> Result<NaiveDate, ApiError> {
    let last = match new.kind {
        // What is to come has not changed yet.
        ChangeKind::PersonalChange => Some(services.today()),
        _ => services.today().checked_add_months(AHEAD),
    };
    let on = NaiveDate::parse_from_str(&new.on, "%Y-%m-%d").ok();
    on.filter(|on| last.is_none_or(|last| *on <= last))
        .ok_or_else(|| {
            ApiError::invalid_at(
                "/on",
                "date",
                said(
                    "Cần ngày thay đổi (không sau hôm nay) hoặc ngày quyết định có hiệu lực (trong 12 tháng tới).",
                    "The day of the change (not after today) or the day on which the decision takes effect (within 12 months).",
                ),
            )
        })
}
