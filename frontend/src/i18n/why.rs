//! Texts of why a task is whose, and why by its date.

crate::texts! {
    OPEN = "Xem cách tính và căn cứ", "See the count and the clause";
    TITLE = "Vì sao là việc này, vì sao hạn này?", "Why this task, why by this date?";
    WHO = "Ai phải làm", "Who has to act";
    BY_CLAUSE = "Theo {}", "Under {}";
    BY_BASIS = "Văn bản giao vai trò: {}", "Document that gives the role: {}";
    DEADLINE = "Thời hạn", "Deadline";
    DUE = "Hạn: {}", "Due {}";
    NONE = "Quy định không ấn định thời hạn cho việc này.", "The regulation sets no deadline for this.";
    CLAUSE = "Điều khoản", "Clause";
    CONFIRM = "Nội dung điều khoản chưa được đối chiếu với văn bản gốc; cần xác nhận.", "The words of the clause were not compared with the original; to be confirmed.";
    NO_CLAUSE = "Tệp quy định chưa dẫn nguyên văn điều khoản này.", "The deployment file does not quote this clause.";
    DAYS = "Từng ngày đã tính", "Day by day";
    DAY = "Ngày", "Day";
    COUNTED = "Tính", "Counted";
    REASON = "Ghi chú", "Note";
    DAY_NUMBER = "ngày thứ {}", "day {}";
    NOT_COUNTED = "không tính", "not counted";
    WEEKEND = "Ngày nghỉ hằng tuần", "Weekend";
    CHANGES = "Hạn đã được tính lại", "The deadline was counted anew";
    EXTENDED = "Lùi từ {} đến {}", "Moved from {} to {}";
    WOULD_SHORTEN = "Vẫn giữ {} đến khi có người xác nhận; lịch mới cho hạn sớm hơn: {}", "{} stays until somebody confirms; the new calendar gives an earlier day: {}";
    CONFIRMED = "Đã xác nhận rút ngắn từ {} còn {}", "The shorter time was confirmed: from {} to {}";
    SHORTENED = "Rút ngắn từ {} còn {}", "Shortened from {} to {}";
    SUPERSEDED = "Từ {} thành {}: lịch lại đổi trước khi có người xác nhận", "From {} to {}: the calendar changed again before anybody confirmed";
    BY_AT = "{} – {}", "{} – {}";
    MONDAY = "thứ Hai", "Mon";
    TUESDAY = "thứ Ba", "Tue";
    WEDNESDAY = "thứ Tư", "Wed";
    THURSDAY = "thứ Năm", "Thu";
    FRIDAY = "thứ Sáu", "Fri";
    SATURDAY = "thứ Bảy", "Sat";
    SUNDAY = "Chủ nhật", "Sun";
}
