//! A report as a person would tell it.

use chrono::DateTime;
use congvu_openapi::signing::TrustLevel;
use congvu_openapi::verification::{
    BaselineLevel, SignatureReport, TimeStampReport, Verdict, VerificationReport,
};

use crate::services::in_vietnam;

/// The report on a file, in Vietnamese.
pub fn of(name: &str, report: &VerificationReport) -> String {
    let mut lines = vec![name.to_owned()];
    lines.push(match report.verdict {
        Verdict::Valid => "HỢP LỆ – nội dung không bị thay đổi sau khi ký.".to_owned(),
        Verdict::Invalid => "KHÔNG HỢP LỆ".to_owned(),
    });
    if !report.about.is_empty() {
        lines.push(report.about.clone());
    }
    for problem in &report.problems {
        lines.push(format!("  ✗ {} [{}]", problem.message, problem.code));
    }
    if !report.signatures.is_empty() {
        lines.push("Chữ ký:".to_owned());
        lines.extend(report.signatures.iter().map(signature));
    }
    if !report.time_stamps.is_empty() {
        lines.push("Dấu thời gian trên toàn bộ tài liệu:".to_owned());
        lines.extend(report.time_stamps.iter().map(time_stamp));
    }
    if report.anchors_unconfirmed {
        lines.push(
            "Lưu ý: gốc tin cậy lấy từ chính tệp; hãy đối chiếu với gốc mà nơi cấp công bố (--anchors)."
                .to_owned(),
        );
    }
    lines.push(format!("Xét tại thời điểm {}.", time(&report.checked_at)));
    lines.push(format!("SHA-256 của tệp: {}", report.sha256));
    lines.join("\n")
}

fn signature(signature: &SignatureReport) -> String {
    let mut text = format!("  {} {}", mark(signature.valid), signature.signer);
    if !signature.role.is_empty() {
        add(&mut text, &[" (", &signature.role, ")"]);
    }
    text.push_str(" đã ký");
    if !signature.what.is_empty() {
        add(&mut text, &[" “", &signature.what, "”"]);
    }
    match (&signature.stamped_at, &signature.claimed_at) {
        (Some(at), _) => add(
            &mut text,
            &[
                " lúc ",
                &time(at),
                ", theo dấu thời gian của ",
                &signature.stamped_by,
            ],
        ),
        (None, Some(at)) => add(&mut text, &[" lúc ", &time(at), " theo lời người ký"]),
        (None, None) => {}
    }
    text.push('.');
    if !signature.on_behalf_of.is_empty() {
        add(&mut text, &["\n      Ký thay: ", &signature.on_behalf_of]);
    }
    if !signature.message.is_empty() {
        add(
            &mut text,
            &["\n      ", &signature.message, " [", &signature.code, "]"],
        );
    }
    if signature.valid && !signature.changes_after.is_empty() {
        add(
            &mut text,
            &["\n      Sau chữ ký này: ", &signature.changes_after],
        );
    }
    if let Some(level) = signature.level {
        add(
            &mut text,
            &[
                "\n      ",
                worth(level),
                "; gốc tin cậy: ",
                &signature.anchor,
            ],
        );
    }
    if let Some(baseline) = signature.baseline {
        add(&mut text, &["; mức ", reach(baseline)]);
    }
    if !signature.serial.is_empty() {
        add(
            &mut text,
            &[
                "\n      Chứng thư số ",
                &signature.serial,
                " do ",
                &signature.issuer,
                " cấp",
            ],
        );
    }
    text
}

fn time_stamp(stamp: &TimeStampReport) -> String {
    let mark = mark(stamp.valid);
    let at = stamp
        .at
        .as_deref()
        .map_or_else(|| "không đọc được thời điểm".to_owned(), time);
    let mut text = format!("  {mark} {at}, {}", stamp.authority);
    if !stamp.message.is_empty() {
        add(&mut text, &["\n      ", &stamp.message]);
    }
    if !stamp.code.is_empty() {
        add(&mut text, &[" [", &stamp.code, "]"]);
    }
    text
}

fn add(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}

fn mark(valid: bool) -> char {
    if valid { '✓' } else { '✗' }
}

/// A moment of the report in Vietnam's time.
fn time(rfc3339: &str) -> String {
    DateTime::parse_from_rfc3339(rfc3339).map_or_else(
        |_ignored| rfc3339.to_owned(),
        |at| {
            in_vietnam(at.to_utc())
                .format("%H:%M:%S %d/%m/%Y")
                .to_string()
        },
    )
}

fn worth(level: TrustLevel) -> &'static str {
    match level {
        TrustLevel::Official => "Chữ ký số chuyên dùng công vụ",
        TrustLevel::Public => "Chữ ký số công cộng",
        TrustLevel::Pilot => "CHỮ KÝ THỬ NGHIỆM, không có giá trị pháp lý",
    }
}

fn reach(level: BaselineLevel) -> &'static str {
    match level {
        BaselineLevel::B => "cơ bản (B)",
        BaselineLevel::T => "có dấu thời gian (T)",
        BaselineLevel::Lt => "kiểm chứng được lâu dài (LT)",
        BaselineLevel::Lta => "lưu trữ lâu dài (LTA)",
    }
}
