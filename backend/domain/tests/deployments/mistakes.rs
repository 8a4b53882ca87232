//! Single mistakes: the file of Ho Chi Minh City with one thing replaced.

use crate::{line_of, problems, text};

// What to replace | which of its places, from 1 | by what | the key reported | part of the message.
// The line reported is that of the text replaced.
const MISTAKES: &str = r##"
key = "hcmc" | 1 | key = "TP HCM" | key | không hợp lệ
accent = "#0b5394" | 1 | accent = "blue" | branding.accent | không phải màu; cần dạng #rrggbb
accent = "#0b5394" | 1 | accent = "#66aaff" | branding.accent | quá nhạt trên nền trắng (2.4:1); cần ít nhất 4.5:1
monogram = "HCM" | 1 | monogram = "TPHCM" | branding.monogram | hai hoặc ba chữ cái
in_force_from = "2024-09-01" | 1 | in_force_from = "2024-09-31" | legal_basis.in_force_from | không đọc được giá trị
in_force_from = "2024-09-01" | 1 | in_force_from = "0024-09-01" | legal_basis.in_force_from | 1945
organisation = "no" | 1 | organisation = "maybe" | accounts.organisation | không có giá trị `maybe`; cần một trong: `no`, `allowed`, `forbidden`
role = "account_issuer" | 1 | role = "issuer" | accounts.issue.role | không có vai trò "issuer"; cần một trong: central_reviewer,
role = "account_issuer" | 1 | role = "hr_head" | accounts.issue.role | vai trò "hr_head" không có quyền `issue_accounts`
from = "recruitment_decision" | 1 | from = "account_requested" | accounts.issue.from | cần một trong: recruitment_decision
key = "unit_head" | 1 | key = "hr_head" | roles[3].key | đã được dùng
actions = ["seal_exports"] | 1 | actions = ["seal_export"] | roles[5].actions[0] | không có giá trị `seal_export`
actions = ["seal_exports"] | 1 | actions = ["seal_exports", "seal_exports"] | roles[5].actions[1] | bị lặp lại
key = "worker" | 1 | key = "cadre" | person_kinds[5].key | đã được dùng
clause = "điểm e khoản 2 Điều 2" | 1 | clause = "điểm e" | person_kinds[6].clause | không nêu điều
by = "person" | 1 | by = "persons" | management.by | cần một trong: `unit`, `person`
within = { days = 5, unit = "working" } | 2 | within = { days = 0, unit = "working" } | new_profile.within.days | cần từ 1 đến 366
within = { days = 5, unit = "working" } | 2 | within = { days = 70000, unit = "working" } | new_profile.within.days | số nguyên từ 0 đến 65535
within = { days = 5, unit = "working" } | 2 | within = { days = "5", unit = "working" } | new_profile.within.days | sai kiểu: gặp chuỗi "5"; cần số nguyên
within = { days = 5, unit = "working" } | 2 | within = { days = 5, unit = "weeks" } | new_profile.within.unit | `working`, `calendar`
from = "account_issued" | 1 | from = "previous_step" | new_profile.from | không tính từ `previous_step` ở đây được
requirement = "B4" | 1 | requirement = "Z9" | new_profile.requirement | như "C3"
requirement = "C2" | 1 | requirement = "C" | chains[0].requirement | mã yêu cầu
role = "central_director" | 1 | role = "director" | chains[0].steps[1].role | không có vai trò "director"
role = "central_director" | 1 | role = "clerk" | chains[0].steps[1].role | không có quyền `review`
from = "submitted" | 1 | from = "previous_step" | chains[0].steps[0].from | cần một trong: submitted, month_end_window
from = "previous_step" | 1 | from = "submitted" | chains[0].steps[1].from | cần một trong: previous_step, month_end_window
from = "submitted" | 3 | from = "account_issued" | later_change.from | cần một trong: submitted, month_end_window
duty_en = "checks authenticity | 1 | dutty = "checks authenticity | chains[0].steps[1].dutty | không có khóa `dutty`
"##;

#[test]
fn each_mistake_is_reported_with_its_line_and_key() {
    for mistake in MISTAKES.trim().lines() {
        let parts: Vec<_> = mistake.split(" | ").collect();
        let [old, nth, new, key_path, message] = parts[..] else {
            panic!("five parts: {mistake}")
        };
        let nth: usize = nth.parse().unwrap();
        let (at, _) = text("hcmc").match_indices(old).nth(nth - 1).unwrap();
        let mut toml = text("hcmc").to_owned();
        toml.replace_range(at..at + old.len(), new);
        let line = line_of(text("hcmc"), old, nth);
        let found = problems(&toml);
        let shown: Vec<_> = found.iter().map(ToString::to_string).collect();
        let start = format!("hcmc.toml:{line}: {key_path}: ");
        assert!(
            shown
                .iter()
                .any(|one| one.starts_with(&start) && one.contains(message)),
            "{mistake}\nwanted line {line}, got\n{}",
            shown.join("\n")
        );
        assert!(found.iter().all(|one| !one.message_en.is_empty()));
    }
}

#[test]
fn what_is_missing_is_reported() {
    for (left_out, key_path, message) in [
        (
            "place = \"Thành phố Hồ Chí Minh\"\n",
            "place",
            "thiếu khóa `place`",
        ),
        (
            "accent = \"#0b5394\"\n",
            "branding.accent",
            "thiếu khóa `accent`",
        ),
        (
            "from = \"recruitment_decision\"\n",
            "accounts.issue.from",
            "thiếu `from`",
        ),
        (
            "actions = [\"seal_exports\"]\n",
            "roles[5].actions",
            "thiếu khóa `actions`",
        ),
        (
            "management = \"top\"\n",
            "chains",
            "diện quản lý `unit` có 2 quy trình; cần đúng một",
        ),
        (
            "duty = \"kiểm tra tính xác thực, phê duyệt hồ sơ bằng ký số\"\n",
            "chains[0].steps[1].duty",
            "thiếu khóa `duty`",
        ),
    ] {
        let found = problems(&text("hcmc").replacen(left_out, "", 1));
        let shown: Vec<_> = found.iter().map(ToString::to_string).collect();
        let matches = found
            .iter()
            .any(|one| one.key_path == key_path && one.message_vi.contains(message));
        assert!(matches, "without {left_out}: {}", shown.join("\n"));
    }
    let without = text("hcmc").replace("\"revoke_certificates\", ", "");
    assert_eq!(problems(&without).len(), 1);
    assert!(
        problems(&without)[0]
            .message_vi
            .contains("không vai trò nào có quyền `revoke_certificates`")
    );
}

#[test]
fn accounts_of_organisations_need_a_regulation_that_allows_them() {
    let with = |value: &str| {
        text("hcmc").replace(
            "organisation = \"no\"",
            &format!("organisation = \"{value}\"\norganisation_issuer = \"account_issuer\"\norganisation_clause = \"Điều 4\""),
        )
    };
    assert!(problems(&with("allowed")).is_empty());
    for value in ["no", "forbidden"] {
        let found = problems(&with(value));
        assert_eq!(found.len(), 1, "{value}");
        assert_eq!(found[0].key_path, "accounts.organisation_issuer");
        assert!(
            found[0]
                .message_vi
                .contains("quy chế không cho cấp tài khoản")
        );
    }
}

#[test]
fn a_mistake_may_lie_beside_what_was_changed() {
    // Where an organisation's accounts are forbidden, the clause that forbids them is wanted.
    let toml = text("hcmc").replace("organisation = \"no\"", "organisation = \"forbidden\"");
    let found = problems(&toml);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].key_path, "accounts.organisation_clause");
    assert_eq!(found[0].line, line_of(&toml, "[accounts]", 1));
    // A month-end window is not counted in working days.
    let toml = text("hcmc").replace("from = \"previous_step\"", "from = \"month_end_window\"");
    let found = problems(&toml);
    let places: Vec<_> = found
        .iter()
        .map(|one| (one.line, one.key_path.as_str()))
        .collect();
    let line = |nth| line_of(&toml, "within = { days = 15", nth);
    assert_eq!(
        places,
        [
            (line(1), "chains[0].steps[1].within"),
            (line(2), "chains[1].steps[1].within")
        ]
    );
    assert!(
        found[0]
            .message_vi
            .contains("kỳ cuối tháng tính theo ngày lịch")
    );
}

#[test]
fn a_problem_is_shown_as_one_line() {
    let toml = text("hcmc").replacen("role = \"central_director\"", "role = \"x\"", 1);
    let line = line_of(&toml, "role = \"x\"", 1);
    let found = problems(&toml);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].to_string(),
        format!(
            "hcmc.toml:{line}: chains[0].steps[1].role: không có vai trò \"x\"; cần một trong: \
             central_reviewer, central_director, hr_head, unit_head, account_issuer, clerk, auditor"
        )
    );
}
