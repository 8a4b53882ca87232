//! What the four files say: accounts, roles, kinds of person, who enters.

use congvu_domain::access::Action;
use congvu_domain::deployment::{
    BUILT_IN, Deployment, EntryBy, ManagementBy, OrganisationAccounts,
};

use crate::{deployment, rules};

#[test]
fn the_built_in_files_are_sound() {
    for (key, toml) in BUILT_IN {
        let problems = Deployment::parse(&format!("{key}.toml"), toml)
            .err()
            .unwrap_or_default();
        let shown: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert!(shown.is_empty(), "{}", shown.join("\n"));
        assert_eq!(deployment(key).key, *key);
    }
    assert!(Deployment::built_in("khac").is_none());
}

#[test]
fn a1_a2_accounts_of_organisations() {
    for (key, organisation, clause) in [
        ("bnv", OrganisationAccounts::No, ""),
        ("hcmc", OrganisationAccounts::No, ""),
        (
            "tien-giang",
            OrganisationAccounts::Allowed,
            "khoản 2, khoản 3 Điều 5",
        ),
        ("monre", OrganisationAccounts::Forbidden, "khoản 5 Điều 4"),
    ] {
        let accounts = &rules(key).accounts;
        assert_eq!(accounts.organisation, organisation, "{key}");
        assert_eq!(accounts.organisation_clause, clause, "{key}");
        assert!(!accounts.personal_clause.is_empty(), "{key}");
    }
}

#[test]
fn a3_who_asks_for_an_account_and_who_issues_it() {
    for (key, request, issue) in [
        ("bnv", Some("hr_officer"), "Trung tâm Thông tin"),
        ("hcmc", None, "Đơn vị sử dụng"),
        ("tien-giang", Some("hr_officer"), "Sở Nội vụ"),
        ("monre", None, "Vụ Tổ chức cán bộ"),
    ] {
        let deployment = rules(key);
        let asks = deployment.accounts.request.as_ref();
        assert_eq!(asks.map(|duty| duty.role.as_str()), request, "{key}");
        assert_eq!(
            deployment
                .role(&deployment.accounts.issue.role)
                .unwrap()
                .title,
            issue,
            "{key}"
        );
    }
}

#[test]
fn a8_no_role_has_more_than_it_needs() {
    for (key, _) in BUILT_IN {
        for role in &rules(key).roles {
            let may = |action| role.actions.contains(&action);
            let technical = may(Action::IssueAccounts) || may(Action::ReadStructure);
            assert!(
                !(technical && may(Action::ReadPeople)),
                "{key} {}",
                role.key
            );
            assert!(
                !(may(Action::ReadAudit) && may(Action::Review)),
                "{key} {}",
                role.key
            );
        }
    }
    assert_eq!(
        rules("monre").role("it_department").unwrap().actions,
        [Action::ReadStructure]
    );
}

#[test]
fn b3_kinds_of_person() {
    for (key, kinds) in [
        ("bnv", &["Công chức", "Viên chức", "Người lao động"][..]),
        (
            "hcmc",
            &[
                "Cán bộ",
                "Công chức",
                "Cán bộ, công chức cấp xã",
                "Viên chức",
                "Người đang thực hiện chế độ tập sự",
                "Người làm việc theo hợp đồng (Nghị định số 111/2022/NĐ-CP)",
                "Người hoạt động không chuyên trách ở cấp xã",
            ],
        ),
        (
            "monre",
            &[
                "Công chức",
                "Viên chức",
                "Người lao động theo hợp đồng từ 12 tháng trở lên",
            ],
        ),
    ] {
        let found: Vec<_> = rules(key)
            .person_kinds
            .iter()
            .map(|kind| kind.title.as_str())
            .collect();
        assert_eq!(found, kinds, "{key}");
    }
    let keys = |key| {
        let kinds = rules(key).person_kinds.iter();
        kinds.map(|kind| kind.key.clone()).collect::<Vec<_>>()
    };
    assert_eq!(keys("tien-giang"), keys("hcmc"));
}

#[test]
fn b4_b5_b6_who_enters() {
    use EntryBy::{Agency, Either, Person};
    for (key, expected) in [
        ("bnv", (Person, Person, Agency)),
        ("hcmc", (Person, Person, Agency)),
        ("tien-giang", (Either, Either, Either)),
        ("monre", (Agency, Agency, Agency)),
    ] {
        let found = rules(key);
        let by = (
            found.new_profile.by,
            found.personal_change.by,
            found.organisation_change.by,
        );
        assert_eq!(by, expected, "{key}");
    }
}

#[test]
fn c2_what_decides_who_is_managed_at_the_top() {
    for (key, by) in [
        ("bnv", ManagementBy::Unit),
        ("hcmc", ManagementBy::Person),
        ("monre", ManagementBy::Person),
    ] {
        assert_eq!(rules(key).management.by, by, "{key}");
    }
    assert_eq!(rules("tien-giang").chains.len(), 1);
}
