//! Texts of the people.

crate::texts! {
    TITLE = "Nhân sự", "People";
    REGISTER = "Đăng ký người mới", "Register a person";
    SEARCH_LABEL = "Tìm theo tên hoặc số hiệu", "Name or staff number";
    SEARCH_HINT = "Không cần gõ dấu", "Accents do not matter";
    KIND = "Đối tượng", "Kind of person";
    STATE = "Trạng thái hồ sơ", "State of the profile";
    ALL_UNITS = "Mọi đơn vị", "Every unit";
    ALL_KINDS = "Mọi đối tượng", "Every kind";
    ALL_STATES = "Mọi trạng thái", "Every state";
    STATE_EMPTY = "Chưa có hồ sơ duyệt", "Nothing approved yet";
    STATE_IN_REVIEW = "Đang duyệt", "In review";
    STATE_RETURNED = "Bị trả lại", "Returned";
    STATE_APPROVED = "Đã duyệt", "Approved";
    COLUMN_NAME = "Họ và tên", "Name";
    COLUMN_BIRTH = "Ngày sinh", "Born";
    COLUMN_POST = "Chức vụ, vị trí", "Post";
    COUNT = "{} người", "{} people";
    TABLE = "Danh sách nhân sự theo tên", "People by given name";
    EMPTY_TITLE = "Không tìm thấy ai", "Nobody was found";
    EMPTY_TEXT = "Hãy kiểm tra lại từ khóa hoặc bỏ bớt điều kiện lọc.", "Check the words or use fewer filters.";
    CLEAR_FILTERS = "Bỏ mọi điều kiện lọc", "Clear the filters";
    FILTERS = "Điều kiện lọc", "Filters";

    NEW_TITLE = "Đăng ký người mới tuyển dụng, tiếp nhận", "Register somebody recruited";
    NEW_INTRO = "Đăng ký xong, người cấp tài khoản của đơn vị sẽ nhận được việc cấp tài khoản và hạn kê khai bắt đầu được tính.",
        "Once registered, whoever issues accounts gets that task and the deadline for filling in begins.";
    FULL_NAME = "Họ và tên khai sinh", "Full name";
    PERSONAL_ID = "Số định danh cá nhân", "Personal identification number";
    PERSONAL_ID_HINT = "12 chữ số trên thẻ căn cước.", "12 digits on the identity card.";
    BIRTH_DATE = "Ngày sinh", "Date of birth";
    DATE_HINT = "Ngày/tháng/năm, ví dụ 27/02/1990.", "Day/month/year, for example 27/02/1990.";
    DATE_WRONG = "Hãy ghi ngày theo dạng 27/02/1990.", "Write the date as 27/02/1990.";
    GENDER = "Giới tính", "Gender";
    STAFF_NUMBER = "Số hiệu", "Staff number";
    MANAGEMENT = "Diện quản lý", "Managed by";
    DECISION_NUMBER = "Số quyết định tuyển dụng hoặc hợp đồng", "Number of the recruitment decision or contract";
    DECISION_DATE = "Ngày quyết định hoặc hợp đồng", "Its date";
    ABOUT_PERSON = "Người được đăng ký", "The person";
    ABOUT_RECRUITMENT = "Tuyển dụng", "Recruitment";
    REGISTERED = "Đã đăng ký {}.", "{} was registered.";
    REGISTER_ACTION = "Đăng ký", "Register";
}
