use congvu_db::{Account, AnyConnection, Person, accounts, people};
use congvu_domain::access::Action;
use congvu_domain::names::fold;
use congvu_domain::workflows::{ChangeKind, Entrant, may_enter};
use congvu_openapi::accounts::IssuedAccount;
use congvu_openapi::tasks::TaskKind;

use crate::audit::{self, Event};
use crate::auth::{Caller, hash, new_initial_password};
use crate::error::{ApiError, said};
use crate::http::Created;
use crate::services::Services;
use crate::tasks::{self, NewTask};

/// An account to be written.
pub struct NewAccount<'a> {
    pub username: String,
    pub password_hash: String,
    pub name: String,
    pub person_id: Option<&'a str>,
    pub unit_id: &'a str,
    pub must_change_password: bool,
}

/// Issues the one account of a person (A1, A3); the person gets the task of filling in (B4).
///
/// # Errors
/// 404 out of scope, 409 where the person has an account.
pub fn issue(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
) -> Result<Created<IssuedAccount>, ApiError> {
    let (person, unit) = people::find(connection, person_id)?;
    if !caller.may(Action::IssueAccounts, &unit.path) {
        return Err(ApiError::not_found());
    }
    if accounts::of_person(connection, person_id)?.is_some() {
        return Err(ApiError::conflict(said(
            "Người này đã có tài khoản; mỗi người chỉ có một tài khoản.",
            "This person has an account; each person has one.",
        )));
    }
    let password = new_initial_password(crate::random::bytes()?);
    let new = NewAccount {
        username: free_username(connection, &person.full_name)?,
        password_hash: hash(&password, services.settings.bcrypt_cost)?,
        name: person.full_name.clone(),
        person_id: Some(person_id),
        unit_id: &person.unit_id,
        must_change_password: true,
    };
    let account = insert(services, connection, new)?;
    tasks::close(services, connection, TaskKind::IssueAccount, person_id)?;
    ask_to_fill_in(services, connection, &person)?;
    let event = Event::about(caller, "account_issued", person_id, &account.id);
    audit::record(services, connection, caller, event)?;
    let shown = |initial_password| IssuedAccount {
        account_id: account.id.clone(),
        username: account.username.clone(),
        initial_password,
    };
    // The password is shown once; a repeated request gets the account without it.
    Ok(Created {
        body: shown(password),
        kept: Some(shown(String::new())),
        revision: Some(1),
    })
}

/// Writes an account.
pub fn insert(
    services: &Services,
    connection: &mut AnyConnection,
    new: NewAccount<'_>,
) -> Result<Account, ApiError> {
    let account = Account {
        id: services.new_id(),
        username: new.username,
        password_hash: new.password_hash,
        name: new.name,
        person_id: new.person_id.map(str::to_owned),
        unit_id: new.unit_id.to_owned(),
        status: "active".to_owned(),
        must_change_password: new.must_change_password,
        failed_sign_ins: 0,
        locked_until: None,
        created_at: services.now().into(),
        issued_on: services.today(),
        revision: 1,
        email: String::new(),
        letters: "daily".to_owned(),
        feed_sha256: None,
    };
    accounts::insert(connection, &account)?;
    Ok(account)
}

/// The duty of a person with a new account to fill in their profile, where the regulation has it so.
pub fn ask_to_fill_in(
    services: &Services,
    connection: &mut AnyConnection,
    person: &Person,
) -> Result<(), ApiError> {
    let kind = ChangeKind::NewProfile;
    if person.current_version.is_some() || !may_enter(services.rules(), kind, Entrant::Person) {
        return Ok(());
    }
    let task = NewTask {
        kind: TaskKind::FillProfile,
        person_id: &person.id,
        subject_id: &person.id,
        change_kind: Some(kind),
        role: "",
        due: Some(tasks::entry(services, kind, services.today())),
    };
    tasks::open(services, connection, task)?;
    Ok(())
}

/// `an.nguyenvan` of Nguyễn Văn An, with a number where that is taken.
fn free_username(connection: &mut AnyConnection, full_name: &str) -> Result<String, ApiError> {
    let plain = fold(full_name);
    let mut words: Vec<&str> = plain.split(' ').collect();
    let given = words.pop().unwrap_or("nguoidung");
    let base = format!("{given}.{}", words.concat());
    let base = base.trim_end_matches('.');
    for number in 1..1000 {
        let name = if number == 1 {
            base.to_owned()
        } else {
            format!("{base}{number}")
        };
        if accounts::by_username(connection, &name)?.is_none() {
            return Ok(name);
        }
    }
    Err(ApiError::internal("no user name is free"))
}
