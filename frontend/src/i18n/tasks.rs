//! Texts of the tasks.

crate::texts! {
    TITLE = "Việc của tôi", "My tasks";
    URGE_TITLE = "Đôn đốc", "To urge";
    SCOPE = "Phạm vi", "Scope";
    URGE_TEXT = "Việc của các đơn vị trong phạm vi quản lý, xếp theo hạn, để nhắc người có trách nhiệm.",
        "Work of the units in your scope, by deadline, to remind whoever has to act.";
    KINDS = "Loại việc", "Kinds of task";
    ALL_KINDS = "Tất cả", "All";
    OVERDUE_ONLY = "Chỉ việc quá hạn", "Overdue only";
    FILL_PROFILE = "Kê khai hồ sơ", "Fill in the profile";
    ENTER_PROFILE = "Nhập hồ sơ", "Enter the profile";
    CORRECT_PROFILE = "Sửa hồ sơ bị trả lại", "Correct the returned profile";
    REVIEW = "Kiểm tra, ký duyệt", "Review and sign";
    ISSUE_ACCOUNT = "Cấp tài khoản", "Issue the account";
    ANSWER_REMARK = "Trả lời phản ánh", "Answer the report";
    SIGN_EXPORT = "Ký bản kết xuất", "Sign the export";
    SEAL_EXPORT = "Ký số cơ quan", "Seal the export";
    COLUMN_TASK = "Việc", "Task";
    COLUMN_PERSON = "Của ai", "Person";
    COLUMN_DUE = "Hạn", "Deadline";
    COLUMN_WHO = "Ai phải làm", "Who has to act";
    SELECT_ALL = "Chọn mọi việc ký duyệt trên trang", "Select every review on this page";
    SELECT_ONE = "Chọn {}", "Select {}";
    SELECT_RANGE = "Giữ Shift để chọn cả loạt", "Hold Shift to select a range";
    NOT_OPEN = "Chưa đến đợt ký", "The window is not open yet";
    SELECTED = "Đã chọn {} hồ sơ", "{} selected";
    SELECTED_NOTE = "Mỗi hồ sơ có chữ ký và kết quả riêng. Chỉ ký những hồ sơ đã xem.",
        "Each has a signature and a result of its own. Sign only what you have looked at.";
    APPROVE_SELECTED = "Ký duyệt {} hồ sơ", "Approve {}";
    UNSELECT = "Bỏ chọn", "Clear the selection";
    APPROVED_TOAST = "Đã ký duyệt {} hồ sơ.", "{} approved.";
    APPROVED_SOME_TOAST = "Đã ký duyệt {} hồ sơ; {} hồ sơ chưa ký được.", "{} approved; {} could not be.";
    ASSIGNED = "Ai đang xử lý", "Taken on by";
    ASSIGNED_ALL = "Tất cả", "Anybody or nobody";
    ASSIGNED_ME = "Tôi đã nhận", "Me";
    ASSIGNED_FREE = "Chưa ai nhận", "Nobody yet";
    HELD_BY_ME = "Tôi đã nhận xử lý", "Taken on by me";
    HELD_BY = "{} đang xử lý", "{} is on it";
    CLAIM = "Nhận xử lý", "Take it on";
    RELEASE = "Trả lại hàng chờ", "Give it back";
    NOTE = "Ghi chú: {}", "Note: {}";
    STEAD = "Ký thay theo ủy quyền", "By delegation";
    STEAD_OF = "Ký thay {}", "In the stead of {}";
    TOTAL = "{} việc", "{} tasks";
    EMPTY_TITLE = "Không còn việc nào chờ anh/chị", "Nothing is waiting for you";
    EMPTY_TEXT = "Khi có hồ sơ cần kê khai, kiểm tra hoặc ký, việc đó sẽ hiện ở đây kèm thời hạn.",
        "What needs filling in, checking or signing will be shown here with its deadline.";
    EMPTY_FILTER_TITLE = "Không có việc nào khớp", "No task matches";
    EMPTY_FILTER_TEXT = "Hãy bỏ bớt điều kiện lọc.", "Use fewer filters.";
    NOTHING_OVERDUE_TITLE = "Không có việc quá hạn", "Nothing is overdue";
    NOTHING_OVERDUE_TEXT = "Mọi việc trong phạm vi đều đang trong hạn.", "Everything in scope is within its deadline.";
    TABLE = "Các việc theo thứ tự thời hạn", "Tasks by deadline";
}
