//! Texts of the working-day calendar.

crate::texts! {
    TITLE = "Ngày nghỉ, làm bù", "Days off and swapped days";
    INTRO = "Hạn xử lý tính theo lịch này: ngày nghỉ không tính, ngày làm bù có tính.",
        "Deadlines are counted by this calendar: days off do not count, swapped days do.";
    YEARS = "Chọn năm", "Choose the year";
    YEAR = "Năm {}", "Year {}";
    ANNOUNCED = "Lịch nghỉ năm {} đã công bố.", "The days off of {} have been announced.";
    NOT_ANNOUNCED = "Lịch nghỉ năm {} chưa công bố đủ. Dưới đây là các ngày nghỉ theo luật; hạn rơi vào năm này là tạm tính.",
        "The days off of {} have not all been announced. These are those that the law gives; deadlines in that year are provisional.";
    ANNOUNCE = "Nhập thông báo", "Enter an announcement";
    CHANGES = "Hạn đã tính lại", "Deadlines counted anew";
    SOME_WAIT = "Có hạn sẽ ngắn lại theo lịch mới, đang chờ xác nhận.", "Some deadlines would get shorter by the new calendar and wait for a confirmation.";
    SEE_WAITING = "Xem và xác nhận", "See and confirm";

    TABLE = "Ngày nghỉ và ngày làm bù năm {}", "Days off and swapped days of {}";
    DAY = "Ngày", "Day";
    KIND = "Loại", "Kind";
    OCCASION = "Dịp", "Occasion";
    SOURCE = "Căn cứ", "Source";
    BY_LAW = "Theo luật", "By law";
    OFF = "Nghỉ", "Day off";
    WORKED = "Làm bù", "Worked";
    COMPLETE = "Đã đủ lịch năm", "Year complete";
    MONTH = "Tháng {}", "Month {}";
    MONTH_OFF = "{} ngày nghỉ", "{} days off";
    MONTH_WORKED = "{} ngày làm bù", "{} worked";
    EMPTY_TITLE = "Không có ngày nghỉ, ngày làm bù", "No days off or swapped days";
    EMPTY_TEXT = "Năm này chưa có ngày nào khác với lịch làm việc hằng tuần.", "No day of this year differs from the working week.";
    AT_A_GLANCE = "Cả năm", "The year at a glance";
    LEGEND_OFF = "nghỉ", "off";
    LEGEND_WORKED = "làm bù", "worked";
    LEGEND_TODAY = "hôm nay", "today";

    MONDAY = "Thứ Hai", "Monday";
    TUESDAY = "Thứ Ba", "Tuesday";
    WEDNESDAY = "Thứ Tư", "Wednesday";
    THURSDAY = "Thứ Năm", "Thursday";
    FRIDAY = "Thứ Sáu", "Friday";
    SATURDAY = "Thứ Bảy", "Saturday";
    SUNDAY = "Chủ nhật", "Sunday";
    LETTERS = "T2 T3 T4 T5 T6 T7 CN", "Mo Tu We Th Fr Sa Su";

    ENTERED_TITLE = "Thông báo đã nhập", "Announcements entered here";
    ENTERED_TABLE = "Thông báo đã nhập cho năm {}", "Announcements entered for {}";
    ENTERED_NONE = "Chưa nhập thông báo nào cho năm này.", "None was entered for this year.";
    ANNOUNCEMENT = "Số, ký hiệu thông báo", "Number of the announcement";
    ANNOUNCEMENT_OF = "{} ngày {}", "{} of {}";
    ENTERED_BY = "Người nhập", "Entered by";
    BY_AT = "{}, {}", "{}, {}";
    HOLDS = "Đang áp dụng", "Holds";
    WITHDRAWN = "Đã rút lại", "Withdrawn";
    WITHDRAW = "Rút lại", "Withdraw";
    WITHDRAW_ONE = "Rút lại {}", "Withdraw {}";
    WITHDRAW_TITLE = "Rút lại thông báo", "Withdraw the announcement";
    WITHDRAW_TEXT = "Ngày {} sẽ trở lại như trước khi nhập thông báo {}. Nội dung đã rút vẫn lưu trong danh sách.",
        "{} becomes what it was before the announcement {} was entered. What was withdrawn stays in the list.";
    WITHDRAWN_TOAST = "Đã rút lại. Các hạn liên quan đang được tính lại.", "Withdrawn. Deadlines are being counted anew.";

    ENTER_TITLE = "Nhập thông báo nghỉ, làm bù", "Enter an announcement";
    WHAT = "Thông báo về", "It announces";
    KIND_OFF = "Ngày nghỉ", "Days off";
    KIND_WORKED = "Ngày làm bù", "A weekend day worked";
    KIND_SWAP = "Hoán đổi: nghỉ một ngày, làm bù ngày khác", "A swap: one day off, another worked";
    KIND_COMPLETE = "Đã công bố đủ lịch nghỉ của năm {}", "Nothing more is to come for {}";
    DATE = "Ngày", "Day";
    DATE_HINT = "Ngày/tháng/năm, ví dụ 31/08/2026.", "Day/month/year, for example 31/08/2026.";
    FROM = "Nghỉ từ ngày", "First day off";
    TO = "Đến hết ngày", "Last day off";
    TO_HINT = "Bỏ trống nếu chỉ nghỉ một ngày. Thứ Bảy, Chủ nhật tự bỏ qua.", "Leave it empty for one day. Weekends are left out.";
    SWAP_OFF = "Ngày được nghỉ", "Day off";
    SWAP_WORKED = "Ngày làm bù", "Day worked instead";
    NAME = "Tên dịp", "Occasion";
    NAME_HINT = "Ví dụ: Quốc khánh (hoán đổi với 22/8).", "For example: Quốc khánh (hoán đổi với 22/8).";
    NUMBER_HINT = "Ví dụ: 9441/TB-BNV.", "For example: 9441/TB-BNV.";
    ANNOUNCED_ON = "Ngày thông báo", "Date of the announcement";
    DATE_WRONG = "Hãy ghi ngày theo dạng ngày/tháng/năm.", "Write the day as day/month/year.";
    DATE_ORDER = "Ngày cuối phải từ ngày đầu trở đi.", "The last day cannot be before the first.";
    TOO_MANY = "Mỗi lần nhập tối đa 31 ngày.", "At most 31 days at a time.";
    SAME_DAY = "Ngày làm bù phải khác ngày nghỉ.", "It cannot be the day off itself.";
    WEEKEND = "Ngày này vốn là ngày nghỉ hằng tuần; hãy kiểm tra lại ngày.", "That day is off as every weekend; check the date.";
    ANNOUNCED_AFTER = "Thông báo không thể sau chính ngày nghỉ, làm bù.", "The announcement cannot be later than the day itself.";
    PREVIEW = "Xem trước ảnh hưởng", "See what it would do";
    BACK = "Quay lại sửa", "Back to mend";
    SAVE = "Ghi nhận thông báo", "Enter it";
    SAVED = "Đã ghi nhận. Các hạn liên quan đang được tính lại.", "Entered. Deadlines are being counted anew.";
    SAVED_PART = "Đã ghi nhận {} ngày; còn {} ngày chưa ghi nhận được.", "{} days were entered; {} could not be.";
    WILL_BE = "{}: {}", "{}: {}";
    EACH_ALONE = "Ảnh hưởng dưới đây tính riêng cho từng ngày; nhiều ngày cùng lúc có thể dời hạn thêm.",
        "What follows is counted for each day alone; together they may move deadlines further.";

    EFFECT = "Ảnh hưởng đến hạn đang chạy", "What it does to open deadlines";
    EXTENDED = "{} hạn được lùi lại", "More time: {}";
    SHORTER = "{} hạn sẽ ngắn lại – giữ nguyên cho đến khi được xác nhận", "Less time: {} – they stay until that is confirmed";
    UNCHANGED = "{} hạn không đổi", "Unchanged: {}";
    NO_EFFECT = "Không hạn nào thay đổi.", "No deadline changes.";
    MOVED_TABLE = "Hạn được lùi lại", "Deadlines with more time";
    SHORTER_TABLE = "Hạn sẽ ngắn lại", "Deadlines that would get shorter";
    FIRST_ONLY = "Chỉ liệt kê {} hạn đầu.", "Only the first {} are listed.";
    WORK = "Việc", "Work";
    WHO = "Ai phải làm", "Who has to act";
    OWN_DUTY = "Cá nhân có hồ sơ", "The person themself";
    OLD_DUE = "Hạn cũ", "Old deadline";
    NEW_DUE = "Hạn mới", "New deadline";

    CHANGES_TITLE = "Hạn đã tính lại", "Deadlines counted anew";
    CHANGES_INTRO = "Khi lịch thay đổi, hạn dài ra được áp dụng ngay; hạn ngắn lại chỉ áp dụng khi có người xác nhận.",
        "When the calendar changes, longer deadlines count at once; shorter ones only when somebody confirms them.";
    WHICH = "Hiển thị", "Show";
    WAITING = "Chờ xác nhận", "Waiting";
    EVERY = "Tất cả", "All";
    CHANGES_TABLE = "Các hạn đã tính lại, mới nhất trước", "Deadlines counted anew, newest first";
    REASON = "Vì sao", "Why";
    OUTCOME = "Kết quả", "Outcome";
    OUT_EXTENDED = "Đã lùi hạn", "Extended";
    OUT_WAITS = "Chờ xác nhận", "Waits";
    OUT_CONFIRMED = "Đã xác nhận", "Confirmed";
    OUT_SHORTENED = "Đã rút ngắn", "Shortened";
    OUT_SUPERSEDED = "Lịch đã đổi lại", "Superseded";
    CONFIRM = "Xác nhận hạn mới", "Confirm the new deadline";
    CONFIRM_ONE = "Xác nhận hạn mới {}: {}, {}", "Confirm the new deadline {}: {}, {}";
    CONFIRM_TITLE = "Xác nhận rút ngắn hạn", "Confirm the shorter deadline";
    CONFIRM_TEXT = "Hạn của việc “{}” ({}) sẽ là {} thay cho {}. Người phải làm có ít thời gian hơn.",
        "The deadline of “{}” ({}) becomes {} instead of {}. Whoever has to act gets less time.";
    CONFIRM_PAGE = "Xác nhận cả {} hạn trên trang này", "Confirm all {} on this page";
    CONFIRM_SEVERAL = "{} hạn trên trang này sẽ ngắn lại theo lịch mới. Người phải làm có ít thời gian hơn.",
        "{} deadlines on this page get shorter by the new calendar. Whoever has to act gets less time.";
    CONFIRMING = "Đã xác nhận {}/{}…", "{} of {} confirmed…";
    CONFIRMED_SEVERAL = "Đã xác nhận {} hạn mới.", "Confirmed {} deadlines.";
    NOT_CONFIRMED = "{} hạn không xác nhận được: {}", "{} could not be confirmed: {}";
    CONFIRMED_TOAST = "Đã xác nhận hạn mới {}.", "Confirmed the deadline {}.";
    NONE_WAIT_TITLE = "Không có hạn nào chờ xác nhận", "Nothing waits for a confirmation";
    NONE_WAIT_TEXT = "Không hạn nào bị ngắn lại vì lịch thay đổi.", "No deadline would get shorter by a change of the calendar.";
    NO_CHANGES_TITLE = "Chưa có hạn nào phải tính lại", "No deadline was counted anew";
    NO_CHANGES_TEXT = "Khi có thông báo nghỉ, làm bù mới, các hạn thay đổi sẽ hiện ở đây.",
        "When an announcement changes the calendar, the deadlines it moves are shown here.";
}
