//! People: registering, finding, showing (B1, B3, F1–F3).

mod register;
pub mod routes;
mod view;

pub use register::{Registration, insert as insert_registered, register};
pub use view::{person, summary};

use congvu_db::{AnyConnection, Person, Unit, people};
use congvu_domain::access::Action;
use congvu_domain::deployment::{Management, ManagementBy};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::services::Services;

/// The person, where the caller may see their data: their own, or under a role that reads, reviews,
/// signs or seals over their unit. To everybody else the person does not exist.
pub fn visible(
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
) -> Result<(Person, Unit), ApiError> {
    const READING: [Action; 6] = [
        Action::ReadPeople,
        Action::EnterProfiles,
        Action::Review,
        Action::AnswerRemarks,
        Action::SignExports,
        Action::SealExports,
    ];
    let (person, unit) = people::find(connection, person_id)?;
    if caller.is(person_id) || READING.iter().any(|action| caller.may(*action, &unit.path)) {
        Ok((person, unit))
    } else {
        Err(ApiError::not_found())
    }
}

/// Whether the person is managed at the top or by their own unit, as this body's regulation says.
pub fn management(services: &Services, person: &Person, unit: &Unit) -> Management {
    let recorded = match services.rules().management.by {
        ManagementBy::Unit => &unit.management,
        ManagementBy::Person => &person.management,
    };
    if recorded == "top" {
        Management::Top
    } else {
        Management::Unit
    }
}
