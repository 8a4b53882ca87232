//! Texts of signing in and of the own account.

crate::texts! {
    TITLE = "Đăng nhập", "Sign in";
    USERNAME = "Tên đăng nhập", "User name";
    PASSWORD = "Mật khẩu", "Password";
    ACTION = "Đăng nhập", "Sign in";
    FORGOTTEN = "Quên mật khẩu? Đề nghị người cấp tài khoản của đơn vị đặt lại.",
        "Forgotten your password? Ask whoever issues accounts in your unit to reset it.";
    FAILED = "Chưa đăng nhập được", "Not signed in";
    DEMO_TITLE = "Tài khoản dùng thử", "Demonstration accounts";
    DEMO_TEXT = "Chọn một tài khoản để điền sẵn tên và mật khẩu.", "Choose one to fill in the name and password.";
    LEGAL_BASIS = "Theo {}", "Under {}";

    CHANGE_TITLE = "Đổi mật khẩu", "Change the password";
    CHANGE_FIRST_TITLE = "Đặt mật khẩu của riêng anh/chị", "Set a password of your own";
    CHANGE_FIRST_TEXT = "Mật khẩu hiện tại do người khác cấp, nên phải đổi trước khi làm việc.",
        "The present password was given by somebody else, so it must be changed before you start.";
    CURRENT = "Mật khẩu hiện tại", "Present password";
    NEW = "Mật khẩu mới", "New password";
    NEW_HINT = "Ít nhất 14 ký tự, có chữ hoa, chữ thường, chữ số và ký tự khác. Một câu dài dễ nhớ là tốt nhất.",
        "At least 14 characters with capital and small letters, digits and others. A long sentence is best.";
    REPEAT = "Nhập lại mật khẩu mới", "New password again";
    DIFFERENT = "Hai lần nhập chưa giống nhau.", "The two are different.";
    RULE_LENGTH = "Ít nhất 14 ký tự", "At least 14 characters";
    RULE_UPPER = "Có chữ hoa", "A capital letter";
    RULE_LOWER = "Có chữ thường", "A small letter";
    RULE_DIGIT = "Có chữ số", "A digit";
    RULE_OTHER = "Có ký tự khác (dấu cách, dấu câu…)", "Another character (space, punctuation…)";
    CHANGED = "Đã đổi mật khẩu.", "The password was changed.";

    SETTINGS_TITLE = "Cài đặt", "Settings";
    LANGUAGE_TITLE = "Ngôn ngữ", "Language";
    LANGUAGE_VI = "Tiếng Việt", "Tiếng Việt";
    LANGUAGE_EN = "English", "English";
    ACCOUNT_TITLE = "Tài khoản", "Account";
    ROLES = "Vai trò", "Roles";
    WITHIN = "tại", "in";
}
