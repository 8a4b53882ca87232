//! Texts of the state of things.

crate::texts! {
    TITLE = "Tình hình hồ sơ", "State of things";
    AS_OF = "Tính đến ngày {}. Số của mỗi đơn vị gồm cả các đơn vị trực thuộc.", "As of {}. Each unit's figures include the units below it.";
    CSV = "Tải bảng (CSV)", "Download the table (CSV)";
    FILTERS = "Lọc tình hình hồ sơ", "Filter the state of things";
    ALL_UNITS = "Mọi đơn vị được xem", "All units you may see";
    BY = "Xem theo", "By";
    BY_UNIT = "Theo đơn vị", "By unit";
    BY_STEP = "Theo bước", "By step";
    BY_PERSON = "Theo người", "By person";
    SUMMARY = "Tổng số", "In all";

    NOTHING_LATE = "Không có việc nào quá hạn.", "Nothing is late.";
    ALL_IN_TIME = "{} việc đang chờ đều còn trong hạn.", "All {} waiting tasks are within their deadlines.";
    NOTHING_WAITS = "Cũng không có việc nào đang chờ.", "Nothing is waiting either.";
    SOME_LATE = "{} việc đã quá hạn, cần đôn đốc.", "{} tasks are late and have to be urged.";
    SEE_LATE = "Xem việc quá hạn", "See what is late";
    EMPTY_TITLE = "Không có việc nào đang chờ", "Nothing is waiting";
    EMPTY_TEXT = "Không có việc nào đang chờ hay quá hạn trong phạm vi này.", "Nothing is waiting or late here.";
    NO_UNITS_TITLE = "Chưa có đơn vị", "No units";
    NO_UNITS_TEXT = "Vai trò của anh/chị chưa gắn với đơn vị nào.", "Your roles are over no unit.";

    PEOPLE = "Số người", "People";
    MISSING = "Chưa có hồ sơ được duyệt", "Without an approved profile";
    DRAFTING = "Đang khai, chưa trình", "Being filled in";
    IN_REVIEW = "Đang rà soát", "In review";
    RETURNED = "Bị trả lại", "Returned";
    APPROVED = "Đã được duyệt", "Approved";
    WAITING = "Việc đang chờ", "Waiting tasks";
    LATE = "Việc quá hạn", "Late tasks";
    OLDEST = "Chờ lâu nhất (ngày làm việc)", "Longest wait (working days)";
    DAYS = "{} ngày làm việc", "{} working days";
    SHORT_MISSING = "Chưa có hồ sơ", "Missing";
    SHORT_DRAFTING = "Đang khai", "Filling in";
    SHORT_WAITING = "Đang chờ", "Waiting";
    SHORT_LATE = "Quá hạn", "Late";
    FIGURE = "{}: {} – {}", "{}: {} – {}";

    TABLE_UNITS = "Tình hình theo đơn vị", "State of things by unit";
    TABLE_STEPS = "Việc đang chờ theo bước", "Waiting tasks by step";
    TABLE_PEOPLE = "Việc đang chờ theo người", "Waiting tasks by person";
    TOGGLE = "Đơn vị trực thuộc {}", "Units below {}";
    OPEN_ALL = "Mở tất cả đơn vị", "Open all units";
    FOLD_ALL = "Thu gọn", "Fold";
    WORK = "Việc", "Work";
    ROLE = "Ai phải làm", "Who has to act";
    WHO = "Người đã nhận", "Taken on by";
    NOBODY = "Chưa ai nhận", "Nobody yet";
    OWN_DUTY = "Cá nhân có hồ sơ", "The person themself";
    SORT = "Sắp xếp theo {}", "Sort by {}";

    T_WAITING = "Việc đang chờ", "Waiting tasks";
    T_LATE = "Việc quá hạn", "Late tasks";
    T_MISSING = "Người chưa có hồ sơ được duyệt", "People without an approved profile";
    T_DRAFTING = "Người đang khai, chưa trình", "People still filling in";
    T_IN_REVIEW = "Người có hồ sơ đang rà soát", "People whose profile is in review";
    T_RETURNED = "Người có hồ sơ bị trả lại", "People whose profile was returned";
    T_APPROVED = "Người đã có hồ sơ được duyệt", "People with an approved profile";
    BEHIND_FILTERS = "Lọc danh sách", "Filter the list";
    WHICH = "Xem", "Show";
    ANY_KIND = "Mọi loại việc", "Any kind of work";
    KIND = "Loại việc", "Kind of work";
    ONLY = "Chỉ {}", "Only {}";
    ONLY_OWN = "việc cá nhân tự làm", "people's own duties";
    ONLY_OF_ROLE = "việc của {}", "work of {}";
    ONLY_TAKEN = "việc {} đã nhận", "what {} took on";
    CLEAR = "Bỏ lọc", "Clear the filter";
    TASKS_TOTAL = "{} việc", "{} tasks";
    PEOPLE_TOTAL = "{} người", "{} people";
    ABOUT = "Hồ sơ của", "Profile of";
    DUE = "Hạn", "Deadline";
    WHY_ONE = "{} {}, {}", "{} {}, {}";
    WAITED = "Đã chờ", "Waited";
    BEHIND_EMPTY_TITLE = "Không có ai, không có việc nào", "Nobody and nothing";
    BEHIND_EMPTY_TEXT = "Danh sách trống với các điều kiện đang chọn.", "The list is empty with these filters.";
    BEHIND_NONE_LATE_TITLE = "Không có việc quá hạn", "Nothing is late";
    BEHIND_NONE_LATE_TEXT = "Mọi việc trong phạm vi này đều còn trong hạn.", "Everything here is within its deadline.";
}
