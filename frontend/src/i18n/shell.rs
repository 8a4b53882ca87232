//! Texts of the frame around the pages.

crate::texts! {
    BREADCRUMBS = "Đường dẫn", "Breadcrumbs";
    SKIP = "Đến nội dung chính", "Skip to the content";
    NAVIGATION = "Điều hướng chính", "Main navigation";
    TASKS = "Việc của tôi", "My tasks";
    PROFILE = "Hồ sơ của tôi", "My profile";
    PEOPLE = "Nhân sự", "People";
    OVERVIEW = "Tình hình hồ sơ", "State of things";
    ACCOUNTS = "Tài khoản", "Accounts";
    CALENDAR = "Ngày nghỉ, làm bù", "Days off";
    KEYS = "Khóa ký", "Signing keys";
    DELEGATIONS = "Ủy quyền", "Delegations";
    VERIFY = "Kiểm tra chữ ký", "Verify signatures";
    FOOTER = "Chân trang", "Footer";
    RULES = "Quy định", "Regulation";
    SETTINGS = "Cài đặt", "Settings";
    MORE = "Thêm", "More";
    FOLD = "Thu gọn thanh bên", "Fold the side bar";
    UNFOLD = "Mở rộng thanh bên", "Unfold the side bar";
    FIND_PERSON = "Tìm nhân sự", "Find a person";
    FIND_HINT = "Tìm theo tên, số hiệu ( / )", "Name or staff number ( / )";
    LANGUAGE = "Ngôn ngữ", "Language";
    SWITCH_LANGUAGE = "Chuyển sang tiếng Anh", "Switch to Vietnamese";
    ACCOUNT_MENU = "Tài khoản của tôi", "My account";
    SIGN_OUT = "Đăng xuất", "Sign out";
    NO_ROLE = "Không giữ vai trò quản lý", "No managing role";
    MESSAGES = "Thông báo", "Messages";
    NOT_FOUND_BACK = "Về Việc của tôi", "Back to my tasks";
    RESUME_TITLE = "Đăng nhập lại để tiếp tục", "Sign in again to go on";
    RESUME_TEXT = "Phiên làm việc đã hết hạn. Những gì anh/chị đang làm vẫn còn nguyên trên trang này.",
        "The session has ended. What you were doing is still on this page.";
    RESUME_ACTION = "Đăng nhập lại", "Sign in again";
    LOST_SESSION = "Bỏ việc đang làm và đăng xuất", "Give up this work and sign out";
    OFFLINE_BAR = "Mất kết nối mạng. Những gì đang nhập vẫn còn; ứng dụng sẽ tiếp tục khi có mạng.",
        "The network is gone. What you type is kept; the app goes on when it is back.";
}
