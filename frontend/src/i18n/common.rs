//! Texts used in more than one area.

crate::texts! {
    CANCEL = "Hủy", "Cancel";
    CLOSE = "Đóng", "Close";
    RETRY = "Thử lại", "Try again";
    LOADING = "Đang tải…", "Loading…";
    NEXT_PAGE = "Trang sau", "Next page";
    FIRST_PAGE = "Về trang đầu", "First page";
    SEARCH = "Tìm", "Search";
    SEARCH_OPTIONS = "Gõ để tìm", "Type to search";
    NO_MATCH = "Không có mục nào khớp.", "Nothing matches.";
    CHOOSE = "— Chọn —", "— Choose —";
    REQUIRED = "bắt buộc", "required";
    COPY = "Sao chép", "Copy";
    COPIED = "Đã sao chép", "Copied";
    PRINT = "In", "Print";
    WHY = "Vì sao?", "Why?";
    UNIT = "Đơn vị", "Unit";
    STATUS = "Trạng thái", "Status";
    BASIS = "Văn bản căn cứ", "Written basis";
    BASIS_HINT = "Số, ngày của văn bản đề nghị hoặc quyết định.", "Number and date of the written request or decision.";

    OFFLINE_TITLE = "Không có kết nối", "No connection";
    OFFLINE_TEXT = "Không liên lạc được với máy chủ. Những gì anh/chị đã nhập vẫn còn; hãy kiểm tra mạng rồi thử lại.",
        "The server cannot be reached. What you typed is kept; check the network and try again.";
    FORBIDDEN_TITLE = "Không thuộc phạm vi được xem", "Outside what you may see";
    FORBIDDEN_TEXT = "Vai trò của anh/chị không cho phép xem hoặc làm việc này. Nếu cần, hãy liên hệ người quản lý hồ sơ của đơn vị.",
        "Your role does not allow this. If you need it, ask whoever manages records in your unit.";
    NOT_FOUND_TITLE = "Không tìm thấy", "Not found";
    NOT_FOUND_TEXT = "Trang hoặc hồ sơ này không tồn tại, hoặc nằm ngoài phạm vi của anh/chị.",
        "This page or record does not exist, or lies outside your scope.";
    ENDED_TITLE = "Phiên làm việc đã kết thúc", "The session has ended";
    ENDED_TEXT = "Hãy đăng nhập lại để tiếp tục.", "Sign in again to continue.";
    PROBLEM_TITLE = "Chưa thực hiện được", "That did not work";
    PROBLEM_TEXT = "Máy chủ trả lời không như mong đợi. Chưa có gì thay đổi; hãy thử lại sau ít phút.",
        "The server gave an unexpected answer. Nothing was changed; try again in a few minutes.";
    ERRORS_FOUND = "Cần sửa các mục sau:", "Please mend these:";

    FIELD_REQUIRED = "Hãy điền mục này.", "Fill this in.";

    LEVEL_OFFICIAL = "Chữ ký số chuyên dùng công vụ", "Official-duty digital signature";
    LEVEL_PUBLIC = "Chữ ký số công cộng", "Public digital signature";
    LEVEL_PILOT = "Chữ ký thử nghiệm – không có giá trị pháp lý", "Pilot signature – without legal force";
    ISSUER = "Nơi cấp", "Issuer";
    SERIAL = "Số chứng thư", "Serial number";
    COVERS = "Mã băm nội dung (SHA-256)", "Digest of the content (SHA-256)";
    TECHNICAL = "Chi tiết kỹ thuật", "Technical details";
    ACT_SUBMIT = "Ký và gửi duyệt", "Signed and submitted";
    ACT_ENTER = "Ký bản nhập của cơ quan", "Signed the agency's entry";
    ACT_APPROVE = "Ký phê duyệt", "Approved";
    ACT_RETURN = "Ký trả lại để chỉnh sửa", "Returned for correction";
    ACT_EXPORT_SIGN = "Ký bản kết xuất", "Signed the export";
    ACT_DELEGATE = "Ký ủy quyền", "Delegated";
    ACT_REGISTER = "Ký thử khi đăng ký khóa", "Signed to register the key";
    ACT_EXPORT_SEAL = "Đóng chữ ký số cơ quan", "Sealed for the agency";

    DUE_NONE = "Không ấn định hạn", "No deadline set";
    DUE_LEFT = "còn {} ngày làm việc – {}", "{} working days left – {}";
    DUE_LEFT_ONE = "còn 1 ngày làm việc – {}", "1 working day left – {}";
    DUE_TODAY = "hạn hôm nay – {}", "due today – {}";
    DUE_OVER = "Quá hạn {} ngày làm việc – {}", "Overdue by {} working days – {}";
    DUE_OVER_ONE = "Quá hạn 1 ngày làm việc – {}", "Overdue by 1 working day – {}";
    DUE_ON = "hạn {}", "due {}";
    DUE_OPENS = "mở từ {}", "opens {}";
    PROVISIONAL = "tạm tính – lịch nghỉ năm đó chưa công bố", "provisional – that year's holidays are not announced yet";

    PERSONAL_CHANGE = "Thay đổi từ cá nhân", "Change by the person";
    ORGANISATION_CHANGE = "Thay đổi từ tổ chức", "Change by the organisation";
    NEW_PROFILE = "Hồ sơ mới", "New profile";
}
