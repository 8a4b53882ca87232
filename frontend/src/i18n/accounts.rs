//! Texts of accounts and roles.

crate::texts! {
    TITLE = "Tài khoản", "Accounts";
    SEARCH_LABEL = "Tìm theo tên hoặc tên đăng nhập", "Name or user name";
    COLUMN_NAME = "Họ và tên", "Name";
    COLUMN_USERNAME = "Tên đăng nhập", "User name";
    COLUMN_ROLES = "Vai trò", "Roles";
    TABLE = "Danh sách tài khoản theo tên", "Accounts by name";
    ACTIVE = "Đang dùng", "Active";
    SUSPENDED = "Tạm khóa", "Suspended";
    MANAGE = "Quản lý", "Manage";
    MANAGE_ONE = "Quản lý tài khoản {}", "Manage the account {}";
    EMPTY_TITLE = "Không tìm thấy tài khoản", "No account was found";
    EMPTY_TEXT = "Hãy kiểm tra lại từ khóa. Tài khoản mới được cấp từ việc “Cấp tài khoản” hoặc từ hồ sơ của từng người.",
        "Check the words. New accounts are issued from the task or from the person's profile.";
    AWAITING_TITLE = "Chứng thư chờ xác nhận ({})", "Certificates waiting for confirmation ({})";
    AWAITING_TEXT = "Các chứng thư này không ghi số định danh. Hãy đối chiếu với thiết bị hoặc giấy giao nhận của người dùng trước khi xác nhận.",
        "These certificates name no identity number. Compare them with the holder's device or its delivery note before you confirm.";
    AWAITING_FAILED = "Chưa tải được danh sách chứng thư chờ xác nhận.", "The certificates waiting for confirmation could not be loaded.";
    HOLDER = "Tài khoản của", "Account of";
    IN_CERTIFICATE = "Tên trong chứng thư", "Name in the certificate";
    CONFIRM = "Xác nhận", "Confirm";
    CONFIRM_ONE = "Xác nhận chứng thư của {}", "Confirm the certificate of {}";
    CONFIRM_TITLE = "Xác nhận chứng thư", "Confirm the certificate";
    CONFIRM_TEXT = "Sau khi xác nhận, chữ ký bằng chứng thư này được tính là của {}.", "Once confirmed, signatures with this certificate count as those of {}.";
    CONFIRM_SEEN = "Tôi đã đối chiếu số chứng thư với thiết bị hoặc giấy giao nhận của {}.", "I have compared the serial number with the device or delivery note of {}.";
    CONFIRMED = "Đã xác nhận chứng thư.", "The certificate was confirmed.";
    ISSUE_TITLE = "Cấp tài khoản", "Issue an account";
    ISSUE_TEXT = "Tài khoản sẽ được cấp cho {}. Mật khẩu ban đầu chỉ hiện một lần ngay sau khi cấp.",
        "An account will be issued to {}. The first password is shown once, right after.";
    ISSUE_ACTION = "Cấp tài khoản", "Issue the account";
    ALREADY = "Người này đã có tài khoản.", "This person has an account already.";
    ISSUED_TITLE = "Mật khẩu ban đầu", "First password";
    ISSUED_TEXT = "Giao tận tay cho người dùng. Mật khẩu này chỉ hiện lần này và phải được đổi khi đăng nhập lần đầu.",
        "Hand it over in person. It is shown this once and must be changed at the first sign-in.";
    ISSUED_SLIP = "Phiếu giao tài khoản", "Account slip";
    STATUS_TITLE = "Trạng thái", "State";
    SUSPEND = "Tạm khóa tài khoản", "Suspend the account";
    REACTIVATE = "Mở lại tài khoản", "Reactivate the account";
    STATUS_CHANGED = "Đã cập nhật trạng thái tài khoản.", "The account's state was changed.";
    PASSWORD_TITLE = "Mật khẩu", "Password";
    RESET = "Đặt lại mật khẩu", "Reset the password";
    RESET_TEXT = "Mật khẩu cũ hết hiệu lực ngay; mật khẩu mới chỉ hiện một lần.",
        "The old password stops working at once; the new one is shown once.";
    ROLES_TITLE = "Vai trò", "Roles";
    NO_ROLES = "Chưa giữ vai trò nào.", "Holds no role.";
    ROLE = "Vai trò", "Role";
    WITHIN = "Trong phạm vi đơn vị", "Within the unit";
    WITHIN_HINT = "Vai trò có hiệu lực với đơn vị này và các đơn vị trực thuộc.", "It holds for this unit and those below it.";
    GRANT = "Giao vai trò", "Grant the role";
    GRANTED = "Đã giao vai trò.", "The role was granted.";
    REVOKE = "Thôi giao", "Revoke";
    REVOKE_ONE = "Thôi giao vai trò {}", "Revoke the role {}";
    REVOKED = "Đã thôi giao vai trò.", "The role was revoked.";
    GRANT_TITLE = "Giao thêm vai trò", "Grant another role";
}
