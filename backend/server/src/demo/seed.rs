//! Puts an invented body into an empty database, through the same use cases that people use: every
//! profile shown as approved really passed its chain with real signatures.

mod accounts_shown;
mod act;
mod plan;

pub use accounts_shown::accounts;

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use congvu_db::{Account, AnyConnection, Person, RoleGrant, Unit, grants, units};

use super::{DemoBody, DemoPerson, body};
use crate::accounts::{self, NewAccount};
use crate::auth::{Caller, hash};
use crate::clock::Clock;
use crate::error::ApiError;
use crate::people::{self, Registration};
use crate::services::Services;
use crate::tasks;

/// The password of every account of the demonstration, printed at the start.
pub const PASSWORD: &str = "Minh-hoa-2026!";

/// What seeding keeps at hand.
struct Seeding<'a> {
    services: &'a Services,
    connection: &'a mut AnyConnection,
    units: HashMap<String, Unit>,
    officers: Vec<Officer>,
    signers: HashMap<String, act::Signer>,
}

/// A person of the plan, registered, with the account where there is one.
type Made<'b> = (&'b DemoPerson, Person, Option<Account>);

/// Somebody who holds a role.
struct Officer {
    role: String,
    unit_path: String,
    account: Account,
}

/// Fills an empty database; does nothing to one that has units.
///
/// # Errors
/// A rule refused what the generator made, or the database cannot be written.
pub fn seed(services: &Services, connection: &mut AnyConnection) -> Result<bool, ApiError> {
    if !units::all(connection)?.is_empty() {
        return Ok(false);
    }
    let body = body(&services.deployment, services.today());
    let password_hash = hash(PASSWORD, services.settings.bcrypt_cost)?;
    let mut seeding = Seeding {
        services,
        connection,
        units: HashMap::new(),
        officers: Vec::new(),
        signers: HashMap::new(),
    };
    seeding.units(&body)?;
    let people = seeding.people(&body, &password_hash)?;
    for (demo, person, account) in &people {
        seeding.carry_out(demo, person, account.as_ref())?;
    }
    Ok(true)
}

impl Seeding<'_> {
    fn units(&mut self, body: &DemoBody) -> Result<(), ApiError> {
        for demo in &body.units {
            let parent = demo.parent.as_ref().and_then(|code| self.units.get(code));
            let unit = crate::units::add(
                self.services,
                self.connection,
                parent,
                &demo.code,
                &demo.name,
                demo.management,
            )?;
            self.units.insert(demo.code.clone(), unit);
        }
        Ok(())
    }

    fn unit(&self, code: &str) -> Result<Unit, ApiError> {
        self.units
            .get(code)
            .cloned()
            .ok_or_else(|| ApiError::internal(format!("no unit {code}")))
    }

    /// Registers everybody and issues accounts; roles first, so that there is somebody to approve.
    fn people<'b>(
        &mut self,
        body: &'b DemoBody,
        password_hash: &str,
    ) -> Result<Vec<Made<'b>>, ApiError> {
        let mut made = Vec::with_capacity(body.people.len());
        for demo in &body.people {
            let unit = self.unit(&demo.unit)?;
            let person = self.register(demo, &unit)?;
            let account = plan::has_account(demo)
                .then(|| self.account(demo, &person, &unit, password_hash))
                .transpose()?;
            made.push((demo, person, account));
        }
        for officer in &body.officers {
            let unit = self.unit(&officer.unit)?;
            let account = made
                .iter()
                .filter_map(|(_, _, account)| account.as_ref())
                .find(|account| account.username == officer.username)
                .cloned();
            let account = match account {
                Some(account) => account,
                None => self.office(&officer.username, &officer.name, &unit, password_hash)?,
            };
            self.give_role(
                &account,
                &officer.role,
                &unit,
                "Phân công nhiệm vụ (dữ liệu minh hoạ)",
            )?;
            self.officers.push(Officer {
                role: officer.role.clone(),
                unit_path: unit.path,
                account,
            });
        }
        Ok(made)
    }

    fn register(&mut self, demo: &DemoPerson, unit: &Unit) -> Result<Person, ApiError> {
        let at = self.at(plan::registered_on(demo, self.services.today()));
        let registration = Registration {
            id: at.new_id(),
            full_name: demo.profile.personal.full_name.0.clone(),
            personal_id: demo.profile.header.personal_id.0.clone(),
            birth_date: demo.profile.personal.birth_date.0.clone(),
            kind: demo.kind.clone(),
            management: demo.management,
            staff_number: demo.staff_number.clone(),
            decision_number: demo.decision_number.clone(),
            decision_date: demo.decision_date,
        };
        people::insert_registered(&at, self.connection, unit, &registration)
    }

    fn account(
        &mut self,
        demo: &DemoPerson,
        person: &Person,
        unit: &Unit,
        password_hash: &str,
    ) -> Result<Account, ApiError> {
        let at = self.at(plan::account_on(demo, self.services.today()));
        let new = NewAccount {
            username: demo.username.clone(),
            password_hash: password_hash.to_owned(),
            name: person.full_name.clone(),
            person_id: Some(&person.id),
            unit_id: &unit.id,
            must_change_password: false,
        };
        let account = accounts::insert(&at, self.connection, new)?;
        let kind = congvu_openapi::tasks::TaskKind::IssueAccount;
        tasks::close(&at, self.connection, kind, &person.id)?;
        accounts::ask_to_fill_in(&at, self.connection, person)?;
        Ok(account)
    }

    fn office(
        &mut self,
        username: &str,
        name: &str,
        unit: &Unit,
        password_hash: &str,
    ) -> Result<Account, ApiError> {
        let new = NewAccount {
            username: username.to_owned(),
            password_hash: password_hash.to_owned(),
            name: name.to_owned(),
            person_id: None,
            unit_id: &unit.id,
            must_change_password: false,
        };
        accounts::insert(self.services, self.connection, new)
    }

    fn give_role(
        &mut self,
        account: &Account,
        role: &str,
        unit: &Unit,
        basis: &str,
    ) -> Result<String, ApiError> {
        let grant = RoleGrant {
            id: self.services.new_id(),
            account_id: account.id.clone(),
            role: role.to_owned(),
            unit_id: unit.id.clone(),
            basis: basis.to_owned(),
            granted_by: "Dữ liệu minh hoạ".to_owned(),
            granted_at: self.services.now().into(),
            revoked_at: None,
        };
        grants::insert(self.connection, &grant)?;
        Ok(grant.id)
    }

    /// The services as they were at nine in the morning of a day, never later than now.
    fn at(&self, day: NaiveDate) -> Services {
        let nine = day.and_time(NaiveTime::MIN) + TimeDelta::hours(2);
        let at = nine
            .and_utc()
            .min(self.services.now() - TimeDelta::minutes(1));
        Services {
            clock: Clock::Fixed(at),
            ..self.services.clone()
        }
    }

    fn caller(&mut self, account: &Account) -> Result<Caller, ApiError> {
        Caller::load(
            self.services,
            self.connection,
            account,
            String::new(),
            "127.0.0.1".to_owned(),
        )
    }
}

/// So many days before another.
fn days_before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days)))
        .unwrap_or(day)
}
