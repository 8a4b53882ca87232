//! A delegation on its way: what the principal is to sign, checked against the regulation and the roles of both.

use chrono::NaiveDate;
use congvu_db::{
    Account, AnyConnection, Delegation, Signature, accounts, delegations, grants, people, units,
};
use congvu_domain::access::Grant;
use congvu_domain::delegations::{self as rules, Basis, Candidate, Form, Refusal, check_new};
use congvu_domain::payload::{DELEGATION_CONTEXT, DelegationAct, Signer, canonical};
use congvu_openapi::delegations as wire;
use congvu_openapi::signing as signing_wire;

use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::{ApiError, Mistake, Said, said};
use crate::services::{Services, in_vietnam};
use crate::signing::{self, Prepared, Subject, own_certificate};

/// Whom a delegation goes to.
struct Delegate {
    account: Account,
    grants: Vec<Grant>,
    title: String,
}

/// Prepares the principal's signature over a delegation.
///
/// # Errors
/// 422 with everything that the regulation or the roles say against it.
pub fn prepare(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    new: &wire::NewDelegation,
) -> Result<signing_wire::SigningRequest, ApiError> {
    let certificate = own_certificate(services, connection, caller, &new.certificate_id)?;
    let delegate = delegate(connection, new)?;
    let unit = units::find(connection, &new.unit_id).map_err(|_ignored| {
        at(
            "/unit_id",
            "unknown_unit",
            said("Không có đơn vị này.", "There is no such unit."),
        )
    })?;
    let form: Form = variant(&word(&new.form))?;
    let by_rules = services.rules();
    let own = by_rules.role(&new.role).map(|role| role.actions.as_slice());
    let own = own.unwrap_or_default();
    // What the rule lets pass on, as far as the role has it.
    let scope = by_rules
        .delegations
        .iter()
        .find(|rule| rule.enabled && rule.form == form && rule.roles.contains(&new.role))
        .map(|rule| rule.acts.iter().copied().filter(|act| own.contains(act)))
        .map(Iterator::collect)
        .unwrap_or_default();
    let delegation = rules::Delegation {
        id: services.new_id(),
        form,
        delegator: signer(
            &caller.account_id,
            &caller.name,
            caller.person_id.as_deref(),
        ),
        delegate: signer(
            &delegate.account.id,
            &delegate.account.name,
            delegate.account.person_id.as_deref(),
        ),
        role: new.role.clone(),
        unit_path: unit.path.clone(),
        scope,
        from: day("/from", &new.from)?,
        to: day("/to", &new.to)?,
        basis: Basis {
            number: new.basis_number.trim().to_owned(),
            date: day("/basis_date", &new.basis_date)?,
            text: new.basis.trim().to_owned(),
        },
        revoked_on: None,
    };
    let own = caller.own_grants();
    let existing = known(services, connection, &delegate.account.id)?;
    let refusals = check_new(
        &services.rules().delegations,
        &delegation,
        Candidate {
            grants: &own,
            title: "",
        },
        Candidate {
            grants: &delegate.grants,
            title: &delegate.title,
        },
        &existing,
    );
    if let Err(refusals) = refusals {
        return Err(ApiError::invalid(refusals.iter().map(mistake).collect()));
    }
    if delegation.to < services.today() {
        return Err(at(
            "/to",
            "past",
            said("Thời hạn ủy quyền đã qua.", "The period is over."),
        ));
    }
    let role_title = services
        .rules()
        .role(&new.role)
        .map(|role| role.title.clone())
        .unwrap_or_default();
    let act = DelegationAct {
        context: DELEGATION_CONTEXT.to_owned(),
        deployment: services.deployment.key.clone(),
        delegation: delegation.id.clone(),
        form,
        delegator: delegation.delegator,
        delegate: delegation.delegate,
        role: delegation.role,
        role_title: role_title.clone(),
        unit_path: unit.path,
        unit_name: unit.name,
        scope: delegation.scope,
        from: delegation.from,
        to: delegation.to,
        basis: delegation.basis,
        prepared_at: services.now_in_vietnam().to_rfc3339(),
    };
    let bytes = canonical(&act).map_err(ApiError::internal)?;
    let name = &delegate.account.name;
    let prepared = Prepared {
        subject: Subject::Delegation,
        subject_id: act.delegation,
        subject_revision: 0,
        intent: new.unit_id.clone(),
        content_sha256: crate::submissions::sha256(&bytes),
        payload: bytes,
        show_payload: true,
        signing_time: Some(services.now()),
        title: said(
            format!(
                "Ký ủy quyền cho {name} ({} {role_title})",
                form.abbreviation()
            ),
            format!(
                "Sign the delegation to {name} ({} {role_title})",
                form.abbreviation()
            ),
        ),
        on_behalf_of: String::new(),
    };
    signing::prepare(services, connection, caller, &certificate, prepared)
}

fn signer(account: &str, name: &str, person: Option<&str>) -> Signer {
    Signer {
        account: account.to_owned(),
        name: name.to_owned(),
        person: person.map(str::to_owned),
    }
}

fn at(pointer: &str, code: &str, message: Said) -> ApiError {
    ApiError::invalid_at(pointer, code, message)
}

fn day(pointer: &str, text: &str) -> Result<NaiveDate, ApiError> {
    text.parse().map_err(|_ignored| {
        at(
            pointer,
            "date",
            said(
                "Ngày phải ở dạng năm-tháng-ngày, ví dụ 2026-03-31.",
                "A date is year-month-day: 2026-03-31.",
            ),
        )
    })
}

fn delegate(
    connection: &mut AnyConnection,
    new: &wire::NewDelegation,
) -> Result<Delegate, ApiError> {
    let account = accounts::by_username(connection, new.delegate.trim())?
        .filter(|account| account.status == "active")
        .ok_or_else(|| {
            at(
                "/delegate",
                "unknown_account",
                said(
                    "Không có tài khoản đang hoạt động với tên đăng nhập này.",
                    "No active account has this user name.",
                ),
            )
        })?;
    let grants = grants::of_account(connection, &account.id)?
        .into_iter()
        .map(|(grant, unit)| Grant {
            role: grant.role,
            unit_id: unit.id,
            unit_path: unit.path,
        })
        .collect();
    let title = match &account.person_id {
        Some(person) => people::find(connection, person)?.0.post,
        None => String::new(),
    };
    Ok(Delegate {
        account,
        grants,
        title,
    })
}

/// Where on the form a refusal belongs.
fn mistake(refusal: &Refusal) -> Mistake {
    let (pointer, code) = match refusal {
        Refusal::NotOffered { .. } => ("/form", "not_offered"),
        Refusal::NotHeld => ("/role", "not_held"),
        Refusal::Oneself => ("/delegate", "oneself"),
        Refusal::NotToThem => ("/delegate", "not_to_them"),
        Refusal::NoScope | Refusal::NotDelegable(_) => ("/role", "not_delegable"),
        Refusal::Backwards => ("/to", "backwards"),
        Refusal::TooLong { .. } => ("/to", "too_long"),
        Refusal::NoBasis => ("/basis_number", "no_basis"),
        Refusal::Circular => ("/delegate", "circular"),
    };
    Mistake {
        pointer: pointer.to_owned(),
        item: String::new(),
        code: code.to_owned(),
        message: said(refusal.message_vi(), refusal.to_string()),
    }
}

/// Delegations of an account, as the rules see them.
fn known(
    services: &Services,
    connection: &mut AnyConnection,
    account_id: &str,
) -> Result<Vec<rules::Delegation>, ApiError> {
    delegations::of_account(connection, account_id)?
        .iter()
        .map(|(row, _, signature)| as_rule(services, row, signature))
        .collect()
}

fn as_rule(
    _services: &Services,
    row: &Delegation,
    signature: &Signature,
) -> Result<rules::Delegation, ApiError> {
    let act: DelegationAct =
        serde_json::from_slice(&signature.payload).map_err(ApiError::internal)?;
    Ok(rules::Delegation {
        id: act.delegation,
        form: act.form,
        delegator: act.delegator,
        delegate: act.delegate,
        role: act.role,
        unit_path: act.unit_path,
        scope: act.scope,
        from: act.from,
        to: act.to,
        basis: act.basis,
        revoked_on: row
            .ended_at
            .map(|ended| in_vietnam(ended.utc()).date_naive()),
    })
}
