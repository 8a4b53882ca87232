//! Every deadline of every regulation, as a list and in sentences.

use congvu_domain::deployment::BUILT_IN;

use crate::deployment;

// Requirement, step, days, unit, event | clause | role: from the regulations, by hand.
const BNV: &str = "\
A3 1 5 working recruitment_decision | khoản 1 Điều 7 | Công chức, viên chức bộ phận tổ chức cán bộ được giao phụ trách
A3 1 5 working account_requested | khoản 1 Điều 7 | Trung tâm Thông tin
B4 1 5 working account_issued | khoản 2 Điều 7 | Công chức, viên chức, người lao động
B5 1 5 working change_occurred | điểm c khoản 2 Điều 7 | Công chức, viên chức, người lao động
C2 1 5 working submitted | điểm a khoản 2 Điều 7 | Công chức Vụ Tổ chức cán bộ được giao phụ trách
C2 2 10 working previous_step | điểm a khoản 2 Điều 7 | Vụ trưởng Vụ Tổ chức cán bộ
C3 1 5 working submitted | điểm b khoản 2 Điều 7 | Công chức, viên chức bộ phận tổ chức cán bộ được giao phụ trách
C3 2 5 working previous_step | điểm b khoản 2 Điều 7 | Người đứng đầu bộ phận tổ chức cán bộ
C3 3 10 working previous_step | điểm b khoản 2 Điều 7 | Người đứng đầu đơn vị trực thuộc Bộ
C4 1 10 working submitted | điểm c khoản 2 Điều 7 | Cơ quan có thẩm quyền quản lý hồ sơ";

const HCMC: &str = "\
A3 1 5 working recruitment_decision | khoản 1 Điều 7 | Đơn vị sử dụng
B4 1 5 working account_issued | khoản 2 Điều 7 | Cán bộ, công chức, viên chức, người lao động
B5 1 5 working change_occurred | điểm c khoản 2 Điều 7 | Cán bộ, công chức, viên chức, người lao động
C2 1 5 working submitted | điểm a khoản 2 Điều 7 | Công chức Sở Nội vụ được giao phụ trách
C2 2 15 working previous_step | điểm a khoản 2 Điều 7 | Giám đốc Sở Nội vụ
C3 1 5 working submitted | điểm b khoản 2 Điều 7 | Người đứng đầu bộ phận tổ chức cán bộ
C3 2 15 working previous_step | điểm b khoản 2 Điều 7 | Người đứng đầu cơ quan, đơn vị
C4 1 10 working submitted | điểm c khoản 2 Điều 7 | Cơ quan, đơn vị có thẩm quyền quản lý hồ sơ";

const TIEN_GIANG: &str = "\
C3 2 5 calendar month_end_window | Điều 6 | Người có thẩm quyền của cơ quan, đơn vị hoặc người được ủy quyền
C4 1 5 calendar month_end_window | Điều 6 | Người có thẩm quyền của cơ quan, đơn vị hoặc người được ủy quyền";

const MONRE: &str = "\
B4 1 20 calendar decision_effective | khoản 1 Điều 7 | Cơ quan, đơn vị có thẩm quyền quản lý hồ sơ
B6 1 15 calendar decision_effective | điểm a khoản 2 Điều 7 | Cơ quan, tổ chức có thẩm quyền quản lý, sử dụng cá nhân";

#[test]
fn a3_b4_b5_b6_c2_c3_c4_every_deadline_and_no_other() {
    for (key, table) in [
        ("bnv", BNV),
        ("hcmc", HCMC),
        ("tien-giang", TIEN_GIANG),
        ("monre", MONRE),
    ] {
        let rules = deployment(key).rules();
        assert!(rules.iter().all(|rule| !rule.subject.is_empty()), "{key}");
        let lines: Vec<_> = rules
            .iter()
            .map(|rule| {
                let (days, unit) = (rule.within.days, &rule.within.unit);
                let time = format!("{days} {unit} {}", rule.from);
                let what = format!("{} {} {time}", rule.requirement, rule.step);
                format!("{what} | {} | {}", rule.clause, rule.role)
            })
            .collect();
        assert_eq!(lines, table.lines().collect::<Vec<_>>(), "{key}");
    }
}

#[test]
fn the_explanation_as_json_has_the_agreed_form() {
    let json = serde_json::to_value(deployment("bnv").explain_json()).unwrap();
    assert_eq!(json["deployment"], "bnv");
    assert_eq!(json["legal_basis"], "Quyết định số 832/QĐ-BNV");
    assert_eq!(
        json["rules"][8],
        serde_json::json!({
            "requirement": "C3",
            "subject": "Hồ sơ của người thuộc các đơn vị trực thuộc Bộ",
            "step": 3,
            "role": "Người đứng đầu đơn vị trực thuộc Bộ",
            "within": {"days": 10, "unit": "working"},
            "from": "previous_step",
            "clause": "điểm b khoản 2 Điều 7",
        })
    );
}

#[test]
fn the_explanation_reads_as_sentences() {
    for (key, sentence) in [
        (
            "bnv",
            "Bước 2. Vụ trưởng Vụ Tổ chức cán bộ kiểm tra tính xác thực, phê duyệt bằng ký số trong 10 ngày làm việc kể từ ngày bước trước ký – điểm a khoản 2 Điều 7 QĐ 832/QĐ-BNV",
        ),
        (
            "bnv",
            "Trung tâm Thông tin cung cấp tài khoản trong 5 ngày làm việc kể từ ngày nhận được yêu cầu tạo tài khoản – khoản 1 Điều 7 QĐ 832/QĐ-BNV",
        ),
        (
            "hcmc",
            "Phân diện quản lý theo từng người: Thuộc diện Ban Thường vụ Thành ủy quản lý | Do cơ quan, đơn vị quản lý – khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND",
        ),
        (
            "tien-giang",
            "trong 5 ngày cuối tháng (gặp ngày nghỉ thì đến hết ngày làm việc tiếp theo) – Điều 6 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "monre",
            "Không cấp tài khoản cho đơn vị, tổ chức – khoản 5 Điều 4 QĐ 2715/QĐ-BTNMT",
        ),
        (
            "monre",
            "tạo lập hồ sơ điện tử cá nhân mới và cập nhật đầy đủ thông tin trong 20 ngày kể từ ngày quyết định, văn bản có hiệu lực – khoản 1 Điều 7 QĐ 2715/QĐ-BTNMT",
        ),
    ] {
        let text = deployment(key).explain_text();
        assert!(text.contains(sentence), "{key}: {sentence}\n\n{text}");
    }
    for (key, _) in BUILT_IN {
        let text = deployment(key).explain_text();
        for rule in deployment(key).rules() {
            assert!(text.contains(&rule.role), "{key} {}", rule.role);
        }
        for role in &deployment(key).roles {
            assert!(text.contains(&role.title), "{key} {}", role.key);
        }
    }
}
