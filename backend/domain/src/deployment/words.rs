//! What events and actions are called in sentences.

use super::Event;
use crate::access::Action;

impl Event {
    /// In Vietnamese, to follow "kể từ".
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::RecruitmentDecision => "ngày có quyết định tuyển dụng hoặc ký hợp đồng",
            Self::AccountRequested => "ngày nhận được yêu cầu tạo tài khoản",
            Self::AccountIssued => "ngày được cấp tài khoản",
            Self::ChangeOccurred => "khi phát sinh nội dung thay đổi",
            Self::DecisionEffective => "ngày quyết định, văn bản có hiệu lực",
            Self::Submitted => "ngày ký số hoàn thành cập nhật hồ sơ",
            Self::PreviousStep => "ngày bước trước ký",
            Self::MonthEndWindow => "những ngày cuối tháng",
            Self::HalfMonthWindow => "những ngày cuối mỗi nửa tháng",
            Self::QuarterEndWindow => "những ngày cuối quý",
            Self::DecisionIssued => "ngày có quyết định",
            Self::TransferRequested => "ngày nhận được đề nghị, yêu cầu điều chuyển",
            Self::DossierReceived => "ngày nhận chuyển giao hồ sơ",
            Self::DeathCertificateReceived => "ngày nhận được giấy chứng tử",
            Self::Reported => "ngày nhận được phản ánh, yêu cầu",
            Self::Approved => "ngày dữ liệu được phê duyệt",
        }
    }

    /// In English, to follow "counted from".
    #[must_use]
    pub const fn title_en(self) -> &'static str {
        match self {
            Self::RecruitmentDecision => "the recruitment decision or contract",
            Self::AccountRequested => "the request for the account",
            Self::AccountIssued => "the day the account was issued",
            Self::ChangeOccurred => "the change",
            Self::DecisionEffective => "the day the decision took effect",
            Self::Submitted => "the signature on the submission",
            Self::PreviousStep => "the signature of the step before",
            Self::MonthEndWindow => "the last days of the month",
            Self::HalfMonthWindow => "the last days of each half of a month",
            Self::QuarterEndWindow => "the last days of the quarter",
            Self::DecisionIssued => "the decision",
            Self::TransferRequested => "the request for the transfer",
            Self::DossierReceived => "taking over the dossier",
            Self::DeathCertificateReceived => "receiving the death certificate",
            Self::Reported => "the report or request",
            Self::Approved => "the approval of the data",
        }
    }
}

impl Event {
    /// The word used in the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::RecruitmentDecision => "recruitment_decision",
            Self::AccountRequested => "account_requested",
            Self::AccountIssued => "account_issued",
            Self::ChangeOccurred => "change_occurred",
            Self::DecisionEffective => "decision_effective",
            Self::Submitted => "submitted",
            Self::PreviousStep => "previous_step",
            Self::MonthEndWindow => "month_end_window",
            Self::HalfMonthWindow => "half_month_window",
            Self::QuarterEndWindow => "quarter_end_window",
            Self::DecisionIssued => "decision_issued",
            Self::TransferRequested => "transfer_requested",
            Self::DossierReceived => "dossier_received",
            Self::DeathCertificateReceived => "death_certificate_received",
            Self::Reported => "reported",
            Self::Approved => "approved",
        }
    }
}

impl Action {
    /// What the action allows, in Vietnamese.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::ReadPeople => "tra cứu, xem hồ sơ",
            Self::EnterProfiles => "nhập hồ sơ",
            Self::Review => "kiểm tra, phê duyệt",
            Self::IssueAccounts => "cấp, khóa, thu hồi tài khoản",
            Self::AnswerRemarks => "trả lời phản ánh sai sót",
            Self::SignExports => "ký số bản xuất với tư cách người có thẩm quyền",
            Self::SealExports => "ký số của cơ quan lên bản xuất",
            Self::ReadAudit => "xem nhật ký truy cập",
            Self::RevokeCertificates => "thu hồi chứng thư số thử nghiệm",
            Self::ReadStructure => "xem cơ cấu tổ chức, vị trí, không xem dữ liệu cá nhân",
        }
    }
}
