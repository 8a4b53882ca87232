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
