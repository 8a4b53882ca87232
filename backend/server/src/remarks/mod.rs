//! Reports of wrong items, and their answers (B8).

pub mod routes;

use congvu_db::{AnyConnection, Remark, people, remarks};
use congvu_domain::access::Action;
use congvu_domain::workflows::remark_due;
use congvu_openapi::form;
use congvu_openapi::remarks as wire;
use congvu_openapi::tasks::TaskKind;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::variant;
use crate::error::{ApiError, said};
use crate::services::Services;
use crate::tasks::{self, NewTask};

/// The person reports that an item of their own profile is wrong.
///
/// # Errors
/// 404 for anybody else's profile, 422 where the form has no such place.
pub fn report(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
    new: &wire::NewRemark,
) -> Result<wire::Remark, ApiError> {
    if !caller.is(person_id) {
        return Err(ApiError::not_found());
    }
    if !new.pointer.is_empty() && form::leaf(&new.pointer).is_none() {
        return Err(ApiError::invalid_at(
            "/pointer",
            "unknown_place",
            said(
                "Mục này không có trong mẫu sơ yếu lý lịch.",
                "The form has no such place.",
            ),
        ));
    }
    let row = Remark {
        id: services.new_id(),
        person_id: person_id.to_owned(),
        pointer: new.pointer.clone(),
        text: new.text.trim().to_owned(),
        by_name: caller.name.clone(),
        at: services.now().into(),
        state: "open".to_owned(),
        answer: String::new(),
        answered_by: None,
        answered_at: None,
        revision: 1,
    };
    remarks::insert(connection, &row)?;
    let (person, unit) = people::find(connection, person_id)?;
    let task = NewTask {
        kind: TaskKind::AnswerRemark,
        person_id,
        subject_id: &row.id,
        change_kind: None,
        role: tasks::role_over(services, Action::AnswerRemarks, &person, &unit),
        due: remark_due(services.rules(), &services.calendar.get(), services.today()),
    };
    tasks::open(services, connection, task)?;
    let event = Event::about(caller, "remark_made", person_id, &row.id);
    audit::record(services, connection, caller, event)?;
    view(&row)
}

/// Answers a remark.
///
/// # Errors
/// 404 out of scope, 403 for one's own, 409 where it was answered.
pub fn answer(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    answer: &str,
) -> Result<wire::Remark, ApiError> {
    let remark = remarks::find(connection, id)?;
    let (_, unit) = people::find(connection, &remark.person_id)?;
    if !caller.may(Action::AnswerRemarks, &unit.path) {
        return Err(ApiError::not_found());
    }
    if caller.is(&remark.person_id) {
        return Err(ApiError::forbidden());
    }
    let now = services.now().into();
    if !remarks::answer(connection, id, answer.trim(), &caller.name, now)? {
        return Err(ApiError::conflict(said(
            "Phản ánh này đã được trả lời.",
            "This report was answered.",
        )));
    }
    tasks::close(services, connection, TaskKind::AnswerRemark, id)?;
    let event = Event::about(caller, "remark_answered", &remark.person_id, id);
    audit::record(services, connection, caller, event)?;
    view(&remarks::find(connection, id)?)
}

/// A remark as it travels.
pub fn view(row: &Remark) -> Result<wire::Remark, ApiError> {
    let leaf = form::leaf(&row.pointer);
    Ok(wire::Remark {
        id: row.id.clone(),
        person_id: row.person_id.clone(),
        pointer: row.pointer.clone(),
        item: leaf.map(|leaf| leaf.item.to_owned()).unwrap_or_default(),
        label: leaf
            .map(|leaf| leaf.label.vi.to_owned())
            .unwrap_or_default(),
        text: row.text.clone(),
        by: row.by_name.clone(),
        at: row.at.rfc3339(),
        state: variant(&row.state)?,
        answer: row.answer.clone(),
        answered_by: row.answered_by.clone(),
        answered_at: row.answered_at.map(congvu_db::Timestamp::rfc3339),
        revision: row.revision,
    })
}
