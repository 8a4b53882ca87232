//! Roles and kinds of person.

use super::super::draft::Draft;
use super::super::model::OrganisationAccounts;
use super::{Checker, action_name};
use crate::access::Action;

/// What no deployment can do without, so that some role must allow it.
const NEEDED: [Action; 9] = [
    Action::ReadPeople,
    Action::EnterProfiles,
    Action::Review,
    Action::IssueAccounts,
    Action::AnswerRemarks,
    Action::SignExports,
    Action::SealExports,
    Action::ReadAudit,
    Action::RevokeCertificates,
];

pub(super) fn check(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let roles = draft.roles.iter();
    checker.unique("roles", roles.map(|role| Some(role.as_ref()?.key.as_str())));
    for (index, role) in draft.roles.iter().enumerate() {
        let Some(role) = role else { continue };
        let path = format!("roles[{index}]");
        checker.text(&format!("{path}.title"), &role.title);
        checker.text(&format!("{path}.title_en"), &role.title_en);
        checker.cited(&path, &role.clause, role.quote.as_deref(), role.confirm);
        for (position, action) in role.actions.iter().enumerate() {
            if role
                .actions
                .iter()
                .take(position)
                .any(|other| other == action)
            {
                let name = action_name(*action);
                checker.fail(
                    &format!("{path}.actions[{position}]"),
                    format!("quyền `{name}` bị lặp lại"),
                    format!("action `{name}` is repeated"),
                );
            }
        }
    }
    needed_actions(draft, checker);
    person_kinds(draft, checker);
    organisation_accounts(draft, checker);
}

/// Some role allows whatever is needed. Only known when the list and all in it could be read.
fn needed_actions(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let roles: Option<Vec<_>> = draft.roles.iter().map(Option::as_ref).collect();
    let Some(roles) = roles.filter(|_| !checker.problems.has("roles")) else {
        return;
    };
    for action in NEEDED {
        if !roles.iter().any(|role| role.actions.contains(&action)) {
            let name = action_name(action);
            checker.fail(
                "roles",
                format!("không vai trò nào có quyền `{name}`"),
                format!("no role has the action `{name}`"),
            );
        }
    }
}

fn person_kinds(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let kinds = draft.person_kinds.iter();
    checker.unique(
        "person_kinds",
        kinds.map(|kind| Some(kind.as_ref()?.key.as_str())),
    );
    for (index, kind) in draft.person_kinds.iter().enumerate() {
        let Some(kind) = kind else { continue };
        let path = format!("person_kinds[{index}]");
        checker.text(&format!("{path}.title"), &kind.title);
        checker.text(&format!("{path}.title_en"), &kind.title_en);
        checker.cited(&path, &kind.clause, kind.quote.as_deref(), kind.confirm);
    }
}

/// Accounts of organisations have an issuer where they are allowed, and only there (A2).
fn organisation_accounts(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let Some(accounts) = &draft.accounts else {
        return;
    };
    let path = "accounts.organisation_issuer";
    match (&accounts.organisation_issuer, accounts.organisation) {
        (Some(role), OrganisationAccounts::Allowed) => {
            checker.role(path, role, Some(Action::IssueAccounts));
        }
        (Some(_), OrganisationAccounts::No | OrganisationAccounts::Forbidden) => checker.fail(
            path,
            "không được có: quy chế không cho cấp tài khoản cho đơn vị, tổ chức",
            "must be absent: the regulation gives no accounts to organisations",
        ),
        (None, OrganisationAccounts::Allowed) => checker.fail(
            path,
            "thiếu vai trò tạo tài khoản cơ quan",
            "the role that creates accounts of organisations is missing",
        ),
        (None, OrganisationAccounts::No | OrganisationAccounts::Forbidden) => {}
    }
    if accounts.organisation != OrganisationAccounts::No {
        checker.clause(
            "accounts.organisation_clause",
            &accounts.organisation_clause,
        );
    }
}
