use chrono::{Days, NaiveDate};
use congvu_db::{people as person_rows, signatures, submissions};
use congvu_domain::access::Action;
use congvu_domain::workflows::{Entrant, may_enter};
use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::certificates::NewCertificate;
use congvu_openapi::profile::Profile;
use congvu_openapi::signing::{SigningRequest, SigningResult};
use congvu_openapi::submissions::ItemReason;
use congvu_signing::software_key::SoftwareKey;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Account, ApiError, Person, Seeding, Services};
use crate::auth::Caller;
use crate::certificates::enrol;
use crate::http::IfMatch;
use crate::profiles;
use crate::signing::finish;
use crate::submissions::{prepare_decision, prepare_submission};

/// A key with its certificate.
pub struct Signer {
    key: SoftwareKey,
    certificate_id: String,
}

impl Seeding<'_> {
    /// Somebody who may enter the person's data: the person, or an officer of the agency.
    fn entrant(&mut self, person: &Person, account: &Account) -> Result<Account, ApiError> {
        let (person, unit) = person_rows::find(self.connection, &person.id)?;
        let kind = profiles::entrant_kind(&person, Entrant::Person);
        if may_enter(self.services.rules(), kind, Entrant::Person) {
            return Ok(account.clone());
        }
        let entering = |role: &str| {
            self.services
                .rules()
                .role(role)
                .is_some_and(|role| role.actions.contains(&Action::EnterProfiles))
        };
        self.officers
            .iter()
            .find(|officer| {
                entering(&officer.role)
                    && unit.path.starts_with(&officer.unit_path)
                    && officer.account.person_id.as_deref() != Some(&person.id)
            })
            .or_else(|| {
                // The one officer's own profile is entered by a colleague of another agency standing in.
                self.officers.iter().find(|officer| {
                    entering(&officer.role)
                        && officer.account.person_id.as_deref() != Some(&person.id)
                })
            })
            .map(|officer| officer.account.clone())
            .ok_or_else(|| ApiError::internal("nobody may enter this profile"))
    }

    /// Saves a draft on a day.
    pub fn draft(
        &mut self,
        person: &Person,
        account: &Account,
        document: Profile,
        day: NaiveDate,
    ) -> Result<(), ApiError> {
        let entrant = self.entrant(person, account)?;
        self.standing_in(
            &entrant,
            person,
            Action::EnterProfiles,
            |seeding, caller| {
                let at = seeding.at(day);
                let seen = IfMatch::at(0);
                profiles::save(&at, seeding.connection, caller, &person.id, seen, document)
                    .map(drop)
            },
        )
    }

    /// Saves, signs and submits a document on a day; answers the submission.
    pub fn submit(
        &mut self,
        person: &Person,
        account: &Account,
        document: Profile,
        day: NaiveDate,
    ) -> Result<String, ApiError> {
        let entrant = self.entrant(person, account)?;
        self.standing_in(
            &entrant,
            person,
            Action::EnterProfiles,
            |seeding, caller| {
                let at = seeding.at(day);
                let seen = IfMatch::at(0);
                profiles::save(&at, seeding.connection, caller, &person.id, seen, document)?;
                let certificate = seeding.certificate(caller)?;
                let request = prepare_submission(
                    &at,
                    seeding.connection,
                    caller,
                    &person.id,
                    IfMatch::at(1),
                    &certificate,
                )?;
                seeding
                    .sign(&at, caller, &request)?
                    .submission_id
                    .ok_or_else(|| ApiError::internal("no submission"))
            },
        )
    }

    /// Lets so many steps of the chain approve, all where `None`, one every second day.
    pub fn approve(
        &mut self,
        person: &Person,
        submission: &str,
        steps: Option<usize>,
        mut day: NaiveDate,
    ) -> Result<(), ApiError> {
        for _ in 0..steps.unwrap_or(usize::MAX) {
            day = day.checked_add_days(Days::new(2)).unwrap_or(day);
            let result = self.decide(person, submission, Decision::Approve, Vec::new(), day)?;
            if result.version.is_some() {
                break;
            }
        }
        Ok(())
    }

    /// The first step gives the submission back.
    pub fn give_back(
        &mut self,
        person: &Person,
        submission: &str,
        reason: ItemReason,
        day: NaiveDate,
    ) -> Result<(), ApiError> {
        self.decide(person, submission, Decision::Return, vec![reason], day)
            .map(drop)
    }

    fn decide(
        &mut self,
        person: &Person,
        submission: &str,
        decision: Decision,
        reasons: Vec<ItemReason>,
        day: NaiveDate,
    ) -> Result<SigningResult, ApiError> {
        let row = submissions::find(self.connection, submission)?;
        let (person, unit) = person_rows::find(self.connection, &person.id)?;
        // Whoever submitted or signed a step leaves the next one to others.
        let signed: Vec<String> = signatures::of_submission(self.connection, submission)?
            .into_iter()
            .filter_map(|signature| signature.account_id)
            .collect();
        let other = |officer: &&super::Officer| {
            officer.account.person_id.as_deref() != Some(&person.id)
                && !signed.contains(&officer.account.id)
        };
        let holder = self
            .officers
            .iter()
            .filter(other)
            .find(|officer| {
                officer.role == row.step_role && unit.path.starts_with(&officer.unit_path)
            })
            // Nobody approves their own profile: somebody of another unit with the role stands in.
            .or_else(|| {
                self.officers
                    .iter()
                    .filter(other)
                    .find(|officer| officer.role == row.step_role)
            })
            .or_else(|| self.officers.iter().find(other))
            .map(|officer| officer.account.clone())
            .ok_or_else(|| ApiError::internal("nobody may decide"))?;
        let at = self.at(day);
        let role = row.step_role.clone();
        self.with_role(&holder, &person, &role, |seeding, caller| {
            let certificate_id = seeding.certificate(caller)?;
            let request = prepare_decision(
                &at,
                seeding.connection,
                caller,
                submission,
                IfMatch::at(row.revision),
                &NewDecision {
                    certificate_id,
                    decision,
                    reasons,
                    return_to: None,
                },
            )?;
            seeding.sign(&at, caller, &request)
        })
    }

    /// Acts as an account; where it lacks the action over the person's unit, a role is lent for it.
    fn standing_in<T>(
        &mut self,
        account: &Account,
        person: &Person,
        action: Action,
        act: impl FnOnce(&mut Self, &Caller) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let caller = self.caller(account)?;
        let (_, unit) = person_rows::find(self.connection, &person.id)?;
        if caller.is(&person.id) || caller.may(action, &unit.path) {
            return act(self, &caller);
        }
        let role = crate::tasks::role_with(self.services, action).to_owned();
        self.with_role(account, person, &role, act)
    }

    /// Acts with a role over the person's unit, lent where it is not held.
    fn with_role<T>(
        &mut self,
        account: &Account,
        person: &Person,
        role: &str,
        act: impl FnOnce(&mut Self, &Caller) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let (_, unit) = person_rows::find(self.connection, &person.id)?;
        let caller = self.caller(account)?;
        if caller.holds(role, &unit.path) {
            return act(self, &caller);
        }
        let basis = "Ký thay khi duyệt hồ sơ của người giữ vai trò (dữ liệu minh hoạ)";
        let lent = self.give_role(account, role, &unit, basis)?;
        let caller = self.caller(account)?;
        let done = act(self, &caller);
        congvu_db::grants::revoke(self.connection, &lent, self.services.now().into())?;
        done
    }

    /// The caller's certificate, made when first needed, old enough for everything that is signed.
    fn certificate(&mut self, caller: &Caller) -> Result<String, ApiError> {
        if let Some(signer) = self.signers.get(&caller.account_id) {
            return Ok(signer.certificate_id.clone());
        }
        let key = SoftwareKey::generate_p256().map_err(ApiError::internal)?;
        let csr = key.csr(&caller.name).map_err(ApiError::internal)?;
        let long_ago = self.at(super::days_before(self.services.today(), 200));
        let new = NewCertificate {
            csr: STANDARD.encode(csr),
            label: "Khoá của dữ liệu minh hoạ".to_owned(),
        };
        let certificate_id = enrol(&long_ago, self.connection, caller, &new)?.id;
        let signer = Signer {
            key,
            certificate_id: certificate_id.clone(),
        };
        self.signers.insert(caller.account_id.clone(), signer);
        Ok(certificate_id)
    }

    fn sign(
        &mut self,
        at: &Services,
        caller: &Caller,
        request: &SigningRequest,
    ) -> Result<SigningResult, ApiError> {
        let signer = self
            .signers
            .get(&caller.account_id)
            .ok_or_else(|| ApiError::internal("no key"))?;
        let attributes = STANDARD
            .decode(&request.to_be_signed)
            .map_err(ApiError::internal)?;
        let raw = signer.key.sign(&attributes).map_err(ApiError::internal)?;
        finish(at, self.connection, caller, &request.id, &raw)
    }
}
