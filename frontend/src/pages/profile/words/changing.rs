//! Texts of saying that something changed.

crate::texts! {
    ANNOUNCE = "Báo có thay đổi", "Report a change";
    ANNOUNCE_OWN_TEXT = "Thông tin của anh/chị khác với hồ sơ đã phê duyệt? Ghi nội dung và ngày thay đổi; hệ thống tính thời hạn cập nhật theo quy chế.",
        "Does something differ from your approved profile? Say what changed and when; the time to update it is counted as the regulation says.";
    ANNOUNCE_TEXT = "Ghi quyết định hoặc thay đổi; hệ thống tính thời hạn cập nhật hồ sơ theo quy chế và giao việc cho người phải cập nhật.",
        "Say which decision or change; the time to update the profile is counted as the regulation says, and whoever has to do it gets the task.";
    SIDE = "Thay đổi từ phía nào?", "Whose side did it change on?";
    SIDE_ORGANISATION = "Từ tổ chức: có quyết định của cơ quan (bổ nhiệm, nâng lương, khen thưởng…)",
        "The organisation's: by a decision (appointment, pay, commendation…)";
    SIDE_PERSON = "Từ cá nhân: người đó báo (nơi ở, gia đình, văn bằng…)", "The person's: as they said (residence, family, degree…)";
    CHANGE_DAY = "Ngày có thay đổi", "Day of the change";
    DECISION_DAY = "Ngày quyết định có hiệu lực", "Day on which the decision takes effect";
    CHANGE_DAY_FUTURE = "Ngày thay đổi không được sau hôm nay.", "The day of the change cannot be after today.";
    DECISION_DAY_FAR = "Ngày có hiệu lực phải trong vòng 12 tháng tới.", "It has to take effect within 12 months.";
    CHANGE_WHAT = "Nội dung thay đổi", "What changed";
    CHANGE_WHAT_HINT = "Nêu ngắn gọn; nếu có giấy tờ, ghi số và ngày của giấy tờ đó.", "In short; where a document proves it, with its number and date.";
    DECISION_WHAT = "Số, ngày và nội dung quyết định", "Number, date and subject of the decision";
    DECISION_WHAT_HINT = "Ví dụ: 12/QĐ-STC ngày 02/11/2026, nâng bậc lương.", "For example: 12/QĐ-STC of 02/11/2026, pay step.";
    CHANGE_WHAT_SHORT = "Hãy ghi rõ nội dung (ít nhất 3 ký tự).", "Say what it is (at least 3 characters).";
    SEND_CHANGE = "Gửi báo thay đổi", "Send";
    CHANGE_SENT_DUE = "Đã ghi nhận thay đổi. Hạn cập nhật hồ sơ: {}.", "The change was noted. The profile is to be updated by {}.";
    CHANGE_SENT = "Đã ghi nhận thay đổi. Quy chế không ấn định hạn cập nhật.", "The change was noted. The regulation sets no time to update the profile.";
    CHANGES_TO_ENTER = "Thay đổi cần cập nhật", "Changes to be entered";
    CHANGE_BY = "Người phải cập nhật: {}", "To be entered by: {}";
    CHANGE_ENTER = "Cập nhật vào hồ sơ", "Enter it in the profile";
}
