//! Every deadline of every regulation, as a list and in sentences.

use congvu_domain::deployment::BUILT_IN;

use crate::{deployment, rules};

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
C4 1 10 working submitted | điểm c khoản 2 Điều 7 | Cơ quan có thẩm quyền quản lý hồ sơ
E1 1 15 working decision_effective | khoản 1 Điều 8 | Đơn vị
E2 1 15 working transfer_requested | khoản 2 Điều 8 | Đơn vị quản lý hồ sơ cũ
E2 1 30 working decision_issued | khoản 2 Điều 8 | Đơn vị mới và đơn vị cũ
E3 1 5 working account_issued | khoản 3 Điều 8 | Người được tiếp nhận từ ngoài Bộ
E3 1 10 working submitted | khoản 3 Điều 8 | Cơ quan có thẩm quyền quản lý hồ sơ
E5 1 10 working decision_effective | điểm a khoản 4 Điều 8 | Đơn vị trực tiếp sử dụng
E4 1 10 working transfer_requested | điểm b khoản 4 Điều 8 | Vụ Tổ chức cán bộ";

const HCMC: &str = "\
A3 1 5 working recruitment_decision | khoản 1 Điều 7 | Đơn vị sử dụng
B4 1 5 working account_issued | khoản 2 Điều 7 | Cán bộ, công chức, viên chức, người lao động
B5 1 5 working change_occurred | điểm c khoản 2 Điều 7 | Cán bộ, công chức, viên chức, người lao động
C2 1 5 working submitted | điểm a khoản 2 Điều 7 | Công chức Sở Nội vụ được giao phụ trách
C2 2 15 working previous_step | điểm a khoản 2 Điều 7 | Giám đốc Sở Nội vụ
C3 1 5 working submitted | điểm b khoản 2 Điều 7 | Người đứng đầu bộ phận tổ chức cán bộ
C3 2 15 working previous_step | điểm b khoản 2 Điều 7 | Người đứng đầu cơ quan, đơn vị
C4 1 10 working submitted | điểm c khoản 2 Điều 7 | Cơ quan, đơn vị có thẩm quyền quản lý hồ sơ
E1 1 15 working decision_effective | khoản 1 Điều 8 | Đơn vị
E2 1 30 working decision_effective | khoản 2 Điều 8 | Cơ quan, đơn vị cũ
E5 1 10 working decision_effective | khoản 4 Điều 8 | Cơ quan, đơn vị
E5 1 10 working death_certificate_received | khoản 4 Điều 8 | Cơ quan, đơn vị";

const TIEN_GIANG: &str = "\
C3 2 5 calendar month_end_window | Điều 6 | Người có thẩm quyền của cơ quan, đơn vị hoặc người được ủy quyền
C4 1 5 calendar month_end_window | Điều 6 | Người có thẩm quyền của cơ quan, đơn vị hoặc người được ủy quyền
D2 1 5 working month_end_window | Điều 12 | Sở Nội vụ
D5 1 10 working dossier_received | điểm a khoản 1 Điều 10 | Cơ quan, đơn vị được phân công sử dụng
E1 1 5 working decision_effective | khoản 2 Điều 10 | Cơ quan, đơn vị
E2 1 5 working decision_effective | khoản 3 Điều 10 | Cơ quan, đơn vị đang quản lý";

const MONRE: &str = "\
B4 1 20 calendar decision_effective | khoản 1 Điều 7 | Cơ quan, đơn vị có thẩm quyền quản lý hồ sơ
B6 1 15 calendar decision_effective | điểm a khoản 2 Điều 7 | Cơ quan, tổ chức có thẩm quyền quản lý, sử dụng cá nhân
E2 1 15 calendar decision_effective | khoản 1 Điều 8 | Thủ trưởng đơn vị đang quản lý hồ sơ
E5 1 5 calendar decision_effective | khoản 3 Điều 8 | Đơn vị đang quản lý hồ sơ";

#[test]
fn a3_b4_b5_b6_c2_c3_c4_every_deadline_and_no_other() {
    for (key, table) in [
        ("bnv", BNV),
        ("hcmc", HCMC),
        ("tien-giang", TIEN_GIANG),
        ("monre", MONRE),
    ] {
        let rules = rules(key).rules();
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
            "quote": "Trong thời hạn 10 (mười) ngày làm việc, người đứng đầu đơn vị trực thuộc Bộ có trách nhiệm kiểm tra tính xác thực thông tin, dữ liệu cập nhật",
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
        for rule in rules(key).rules() {
            assert!(text.contains(&rule.role), "{key} {}", rule.role);
        }
        for role in &rules(key).roles {
            assert!(text.contains(&role.title), "{key} {}", role.key);
        }
    }
}

#[test]
fn duties_without_a_deadline_and_yearly_ones_are_explained_too() {
    for (key, sentence) in [
        (
            "tien-giang",
            "- (B9) Người được giao quản lý, sử dụng tài khoản của cơ quan hướng dẫn, đôn đốc, nhắc nhở cập nhật, hoàn thiện dữ liệu, không quy định thời hạn – khoản 3 Điều 14 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "tien-giang",
            "- (F6) Cơ quan, đơn vị báo cáo kết quả quản lý, sử dụng, cập nhật, phê duyệt, đồng bộ về Sở Nội vụ, hằng năm trước ngày 15/12 – khoản 5 Điều 15 QĐ 03/2025/QĐ-UBND: “Định kỳ trước ngày 15 tháng 12 hằng năm”",
        ),
        (
            "tien-giang",
            "hằng năm chậm nhất ngày 20/1 – khoản 8 Điều 16",
        ),
        (
            "tien-giang",
            ", trong 5 ngày làm việc cuối tháng – Điều 12 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "tien-giang",
            "- TUQ. ký thừa ủy quyền: Người có thẩm quyền của cơ quan, đơn vị hoặc người được ủy quyền → ",
        ),
        (
            "bnv",
            "- TL. ký thừa lệnh (đang tắt): Vụ trưởng Vụ Tổ chức cán bộ",
        ),
        (
            "bnv",
            "khoản 1 Điều 13 NĐ 30/2020/NĐ-CP (cần xác nhận: chưa đọc toàn văn)",
        ),
        (
            "monre",
            "trong 5 ngày kể từ ngày quyết định, văn bản có hiệu lực – khoản 3 Điều 8 QĐ 2715/QĐ-BTNMT",
        ),
    ] {
        let text = deployment(key).explain_text();
        assert!(text.contains(sentence), "{key}: {sentence}\n\n{text}");
    }
}

#[test]
fn every_deadline_has_the_words_of_its_clause() {
    for (key, _) in BUILT_IN {
        for explained in rules(key).explained_rules() {
            assert!(explained.quote.is_some(), "{key} {}", explained.rule.clause);
            assert!(!explained.confirm, "{key} {}", explained.rule.clause);
        }
    }
}
