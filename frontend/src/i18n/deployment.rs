//! Texts of the regulation explained.

crate::texts! {
    TITLE = "Quy định áp dụng", "The regulation in force here";
    BASIS = "Căn cứ pháp lý", "Legal basis";
    WHO_TITLE = "Ai nhập dữ liệu", "Who enters data";
    WHO_NEW = "Hồ sơ mới", "A new profile";
    WHO_PERSONAL = "Thay đổi từ phía cá nhân", "A change on the person's side";
    BY_PERSON = "do chính người đó kê khai", "is filled in by the person";
    BY_AGENCY = "do cơ quan quản lý nhập", "is entered by the managing agency";
    BY_EITHER = "do người đó kê khai hoặc cơ quan quản lý nhập", "is filled in by the person or entered by the agency";
    KINDS_TITLE = "Đối tượng áp dụng", "Who it covers";
    ROLES_TITLE = "Các vai trò", "Roles";
    RULES_TITLE = "Thời hạn", "Deadlines";
    RULES_TABLE = "Thời hạn của từng bước, kèm điều khoản", "Deadline of each step, with its clause";
    COLUMN_SUBJECT = "Việc", "Subject";
    COLUMN_STEP = "Bước", "Step";
    COLUMN_ROLE = "Ai làm", "Who";
    COLUMN_WITHIN = "Thời hạn", "Within";
    COLUMN_CLAUSE = "Điều khoản", "Clause";
    WORKING_DAYS = "{} ngày làm việc", "{} working days";
    CALENDAR_DAYS = "{} ngày", "{} days";
    FROM = "kể từ {}", "from {}";
    EMPTY_TITLE = "Văn bản không ấn định thời hạn", "The regulation sets no deadlines";
    EMPTY_TEXT = "Các bước vẫn theo đúng trình tự, nhưng không có hạn để tính.", "Steps still follow their order, without deadlines.";
    EVENT_RECRUITED = "ngày có quyết định tuyển dụng, tiếp nhận hoặc hợp đồng", "the recruitment decision or contract";
    EVENT_REQUESTED = "ngày nhận được yêu cầu cấp tài khoản", "the request for the account";
    EVENT_ACCOUNT = "ngày được cấp tài khoản", "the issue of the account";
    EVENT_CHANGE = "ngày có thay đổi", "the change";
    EVENT_DECISION = "ngày quyết định có hiệu lực", "the day the decision takes effect";
    EVENT_SUBMITTED = "ngày nhận được hồ sơ trình", "the submission";
    EVENT_PREVIOUS = "ngày bước trước hoàn thành", "the step before";
    MONTH_END = "{} ngày cuối cùng của tháng", "the last {} days of the month";
}
