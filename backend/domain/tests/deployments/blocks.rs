//! Later laws: what each file says from when, and every mistake in an amendment.

use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{BUILT_IN, DayUnit, Deployment, EntryBy, PrincipleKey, Within};
use congvu_domain::workflows::{ChangeKind, duty_due, entry_due, why};

use crate::{date, deployment, line_of, problems, rules, text};

#[test]
fn each_file_has_its_blocks_without_gap_or_overlap() {
    for (key, from) in [
        ("bnv", &["2023-10-22", "2026-07-01"][..]),
        ("hcmc", &["2024-09-01", "2025-07-01", "2026-07-01"]),
        ("tien-giang", &["2025-02-15", "2025-07-01", "2026-07-01"]),
        ("monre", &["2016-11-25", "2025-03-01", "2026-07-01"]),
    ] {
        let blocks = &deployment(key).blocks;
        let found: Vec<_> = blocks
            .iter()
            .map(|block| block.in_force_from.to_string())
            .collect();
        assert_eq!(found, from, "{key}");
        for pair in blocks.windows(2) {
            assert_eq!(pair[0].until, pair[1].in_force_from.pred_opt(), "{key}");
        }
        assert_eq!(blocks.last().unwrap().until, None);
        for block in blocks {
            let on = |day| std::ptr::eq(deployment(key).at(day), block);
            assert!(on(block.in_force_from), "{key}");
            assert!(on(block.until.unwrap_or(date("2100-01-01"))), "{key}");
        }
        assert!(
            std::ptr::eq(deployment(key).at(date("1990-01-01")), rules(key)),
            "{key}"
        );
        assert!(rules(key).amended_by.is_none());
    }
}

/// Professional data within 3 working days from 1/7/2026; what began the day before keeps its time.
#[test]
fn b6_what_began_under_one_law_ends_under_it() {
    for (key, before, after) in [
        // Decision effective on Tuesday 30/6/2026: no deadline at BNV, HCM, TG; 15 days at MT are
        // Wednesday 15/7. Effective on Wednesday 1/7: 2, 3, Monday 6/7.
        ("bnv", None, "2026-07-06"),
        ("hcmc", None, "2026-07-06"),
        ("tien-giang", None, "2026-07-06"),
        ("monre", Some("2026-07-15"), "2026-07-06"),
    ] {
        let due = |day: &str| {
            let on = date(day);
            let rules = deployment(key).at(on);
            let kind = ChangeKind::OrganisationChange;
            entry_due(rules, Calendar::built_in(), kind, on)
        };
        let day = |due: &congvu_domain::workflows::StepDue| due.due.map(|due| due.date.to_string());
        assert_eq!(
            due("2026-06-30").as_ref().and_then(day).as_deref(),
            before,
            "{key}"
        );
        let later = due("2026-07-01").unwrap();
        assert_eq!(day(&later).as_deref(), Some(after), "{key}");
        assert!(later.confirm);
        assert_eq!(later.clause, "NĐ 27/2026/NĐ-CP", "{key}");
        let sentence = why(&later).full_vi();
        assert!(
            sentence.ends_with("Cần xác nhận: chưa đọc toàn văn."),
            "{sentence}"
        );
        assert!(sentence.contains("3 ngày làm việc"), "{sentence}");
    }
}

#[test]
fn what_the_law_of_2026_brings_and_what_it_leaves() {
    for (key, _) in BUILT_IN {
        let deployment = deployment(key);
        let (before, after) = (
            deployment.at(date("2026-06-30")),
            deployment.at(date("2026-07-01")),
        );
        for principle in [
            PrincipleKey::IdentityNumber,
            PrincipleKey::AskOnce,
            PrincipleKey::GroundForReading,
        ] {
            assert!(before.principle(principle).is_none(), "{key}");
            assert!(after.principle(principle).unwrap().confirm, "{key}");
        }
        let sync = after.duty("sync").unwrap();
        let three = Within {
            days: 3,
            unit: DayUnit::Working,
        };
        assert_eq!(sync.within, Some(three), "{key}");
        // Chains, roles, kinds of person, the person's own changes stay as they were.
        assert_eq!(before.chains, after.chains, "{key}");
        assert_eq!(before.roles, after.roles, "{key}");
        assert_eq!(before.person_kinds, after.person_kinds, "{key}");
        assert_eq!(before.personal_change, after.personal_change, "{key}");
        assert_eq!(before.later_change, after.later_change, "{key}");
        // B8 by Nghị định 356/2025, reported on Tuesday 10/11/2026: 12/11, and Friday 20/11.
        let on = date("2026-11-10");
        let due = |key| duty_due(after, Calendar::built_in(), after.duty(key).unwrap(), on).due;
        assert_eq!(due("data-subject-answer").unwrap().date, date("2026-11-12"));
        assert_eq!(
            due("data-subject-correct").unwrap().date,
            date("2026-11-20")
        );
    }
    let entered_by = deployment("tien-giang")
        .at(date("2026-07-01"))
        .organisation_change
        .by;
    assert_eq!(entered_by, EntryBy::Either);
}

#[test]
fn two_tiers_and_merged_bodies() {
    for (key, day, name, two_tiers) in [
        (
            "tien-giang",
            "2025-06-30",
            "Ủy ban nhân dân tỉnh Tiền Giang",
            false,
        ),
        (
            "tien-giang",
            "2025-07-01",
            "Ủy ban nhân dân tỉnh Đồng Tháp",
            true,
        ),
        (
            "tien-giang",
            "2026-07-01",
            "Ủy ban nhân dân tỉnh Đồng Tháp",
            true,
        ),
        (
            "hcmc",
            "2025-06-30",
            "Ủy ban nhân dân Thành phố Hồ Chí Minh",
            false,
        ),
        (
            "hcmc",
            "2026-11-23",
            "Ủy ban nhân dân Thành phố Hồ Chí Minh",
            true,
        ),
        ("monre", "2025-02-28", "Bộ Tài nguyên và Môi trường", false),
        ("monre", "2026-11-23", "Bộ Nông nghiệp và Môi trường", false),
    ] {
        let rules = deployment(key).at(date(day));
        assert_eq!(rules.body.name, name, "{key} {day}");
        assert_eq!(
            rules.principle(PrincipleKey::TwoTiers).is_some(),
            two_tiers,
            "{key} {day}"
        );
    }
    // What the app is called by stays what the installation was set up as.
    assert_eq!(
        deployment("tien-giang").name,
        "Ủy ban nhân dân tỉnh Tiền Giang"
    );
    // No district chair in any text of the block of 2025; the regulation's own words had one.
    let steps = |day: &str| format!("{:?}", deployment("hcmc").at(date(day)).chains);
    assert!(steps("2025-06-30").contains("Chủ tịch Ủy ban nhân dân cấp huyện"));
    assert!(!steps("2025-07-01").contains("Chủ tịch Ủy ban nhân dân cấp huyện"));
}

#[test]
fn later_laws_are_explained_with_what_they_change() {
    let explained = deployment("monre").explain_text();
    for sentence in [
        "TỪ NGÀY 01/03/2025: ",
        "Tên cơ quan: Bộ Nông nghiệp và Môi trường.",
        "TỪ NGÀY 01/07/2026: Nghị định số 27/2026/NĐ-CP",
        "trong 3 ngày làm việc kể từ ngày quyết định, văn bản có hiệu lực – NĐ 27/2026/NĐ-CP (cần xác nhận: chưa đọc toàn văn)",
        "KHÔNG CÒN HOẶC ĐƯỢC THAY",
    ] {
        assert!(explained.contains(sentence), "{sentence}\n\n{explained}");
    }
    let json = serde_json::to_value(deployment("monre").explain_json()).unwrap();
    assert_eq!(json["blocks"].as_array().unwrap().len(), 3);
    assert_eq!(json["blocks"][0]["rules"], json["rules"]);
    assert_eq!(json["blocks"][1]["until"], "2026-06-30");
    assert_eq!(json["blocks"][2]["confirm"], true);
    assert_eq!(json["blocks"][2]["principles"][0]["key"], "identity_number");
    let list = deployment("monre").rule_list(date("2026-11-23"));
    let changed = list
        .rules
        .iter()
        .find(|rule| rule.requirement == "B6")
        .unwrap();
    assert_eq!(
        (changed.within.days, changed.clause.as_str()),
        (3, "NĐ 27/2026/NĐ-CP")
    );
}

/// A small amendment after the file of Ho Chi Minh City, in place of its own.
fn with(amendments: &str) -> String {
    let (own, _) = text("hcmc").split_once("[[amendments]]").unwrap();
    format!("{own}{amendments}")
}

const HEAD: &str =
    "[[amendments]]\nlaw = \"QĐ 1/2027/QĐ-UBND\"\ntitle = \"Sửa đổi\"\nsubject = \"Sửa đổi\"\n";

fn head(from: &str) -> String {
    format!("{HEAD}in_force_from = \"{from}\"\n")
}

#[test]
fn a_sound_amendment_states_only_what_changes() {
    let toml = with(&format!(
        "{}[amendments.remove]\nperson_kinds = [\"probationer\"]\n\n[amendments.later_change]\nsubject = \"Phê duyệt\"\nauthority = \"Cơ quan\"\nwithin = {{ days = 7, unit = \"working\" }}\nfrom = \"submitted\"\nclause = \"khoản 1 Điều 1\"\nrequirement = \"C4\"\n",
        head("2027-01-01")
    ));
    let deployment = Deployment::parse("hcmc.toml", &toml).unwrap();
    let later = deployment.at(date("2027-01-01"));
    assert_eq!(
        later.person_kinds.len(),
        rules("hcmc").person_kinds.len() - 1
    );
    let change = later.later_change.as_ref().unwrap();
    // The clause is of the amending decision, and says so.
    assert_eq!(
        later.cite(&change.clause),
        "khoản 1 Điều 1 QĐ 1/2027/QĐ-UBND"
    );
    assert_eq!(later.chains, rules("hcmc").chains);
    assert_eq!(deployment.at(date("2026-12-31")), &deployment.blocks[0]);
}

#[test]
fn mistakes_in_an_amendment_have_their_line_and_path() {
    let from = |day: &str| head(day);
    let entry = "[amendments.personal_change]\nby = \"person\"\nactor = \"Cá nhân\"\nsubject = \"Cập nhật\"\nwithin = { days = 0, unit = \"working\" }\nfrom = \"change_occurred\"\nclause = \"khoản 2 Điều 1\"\nrequirement = \"B5\"\n";
    for (amendments, nth, place, key_path, message) in [
        (
            from("2024-09-01"),
            1,
            "in_force_from = \"2024-09-01\"\n\n",
            "amendments[0].in_force_from",
            "chồng lấn: phải sau ngày 2024-09-01",
        ),
        (
            format!(
                "{}until = \"2027-12-31\"\n{}",
                from("2027-01-01"),
                from("2028-02-01")
            ),
            1,
            "in_force_from = \"2028-02-01\"",
            "amendments[1].in_force_from",
            "khoảng trống: phần trước kết thúc ngày 2027-12-31",
        ),
        (
            format!(
                "{}until = \"2027-12-31\"\n{}",
                from("2027-01-01"),
                from("2027-12-31")
            ),
            1,
            "in_force_from = \"2027-12-31\"",
            "amendments[1].in_force_from",
            "chồng lấn: phần trước kết thúc",
        ),
        (
            format!("{}until = \"2026-12-31\"\n", from("2027-01-01")),
            1,
            "until = ",
            "amendments[0].until",
            "trước ngày có hiệu lực",
        ),
        (
            from("2027-01-01").replace("QĐ 1/2027/QĐ-UBND", "Nghị định mới"),
            1,
            "law = \"Nghị định mới\"",
            "amendments[0].law",
            "không phải ký hiệu văn bản",
        ),
        (
            from("2027-01-01").replace("subject = \"Sửa đổi\"\n", ""),
            1,
            "[[amendments]]",
            "amendments[0].subject",
            "thiếu khóa `subject`",
        ),
        (
            format!("{}laww = 1\n", from("2027-01-01")),
            1,
            "laww = 1",
            "amendments[0].laww",
            "không có khóa `laww`",
        ),
        (
            format!("{}{entry}", from("2027-01-01")),
            1,
            "days = 0",
            "amendments[0].personal_change.within.days",
            "cần từ 1 đến 366",
        ),
        (
            format!(
                "{}[amendments.remove]\nroles = [\"nobody\"]\n",
                from("2027-01-01")
            ),
            1,
            "roles = [\"nobody\"]",
            "amendments[0].remove.roles[0]",
            "không có \"nobody\" để bỏ",
        ),
        (
            format!("{}[amendments.remove]\nthings = []\n", from("2027-01-01")),
            1,
            "things = []",
            "amendments[0].remove.things",
            "không có danh sách `things`",
        ),
    ] {
        let toml = with(&format!("{amendments}\n"));
        let place = place.trim_end();
        // The first block has a key of the same name further up.
        let nth = if key_path == "amendments[0].in_force_from" {
            2
        } else {
            nth
        };
        let line = line_of(&toml, place, nth);
        let found = problems(&toml);
        let shown: Vec<_> = found.iter().map(ToString::to_string).collect();
        let hit = found.iter().any(|one| {
            one.line == line && one.key_path == key_path && one.message_vi.contains(message)
        });
        assert!(
            hit,
            "wanted {line}: {key_path}: {message}\n{}",
            shown.join("\n")
        );
    }
}

#[test]
fn a_role_taken_away_while_a_chain_needs_it_is_found() {
    let toml = with(&format!(
        "{}[amendments.remove]\nroles = [\"hr_head\"]\n",
        head("2027-01-01")
    ));
    let found = problems(&toml);
    assert!(!found.is_empty());
    let at = |path: &str| found.iter().any(|one| one.key_path == path);
    assert!(
        at("chains[1].steps[0].role") && at("duties[0].role"),
        "{found:?}"
    );
    // A mistake of the first block is reported once, not again for every later one.
    let toml = text("hcmc").replacen("role = \"central_director\"", "role = \"x\"", 1);
    assert_eq!(problems(&toml).len(), 1);
}
