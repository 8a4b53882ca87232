//! Texts of notifications, letters and the calendar feed.

crate::texts! {
    TITLE = "Thông báo", "Notifications";
    BELL = "Thông báo, {} chưa đọc", "Notifications, {} unread";
    WHICH = "Hiển thị thông báo", "Which notifications";
    EVERY = "Tất cả", "All";
    UNREAD = "Chưa đọc", "Unread";
    UNREAD_COUNT = "{} thông báo chưa đọc", "{} unread";
    NONE_UNREAD = "Đã đọc hết thông báo", "Everything was read";
    TODAY = "Hôm nay, {}", "Today, {}";
    OF_DAY = "Thông báo {}", "Notifications of {}";
    READ_ONE = "Đánh dấu đã đọc", "Mark as read";
    READ_ONE_LABEL = "Đánh dấu đã đọc: {}", "Mark as read: {}";
    READ_ALL = "Đánh dấu đã đọc tất cả", "Mark all as read";
    ALL_READ = "Đã đánh dấu đọc tất cả.", "All marked as read.";
    NEW = "Chưa đọc", "Unread";
    SOON = "Nhắc trước hạn", "Due soon";
    DUE = "Đến hạn", "Due today";
    LATE = "Quá hạn", "Overdue";
    URGE = "Đôn đốc", "To urge";
    OTHER = "Thông báo", "Notification";
    EMPTY_TITLE = "Chưa có thông báo", "No notifications yet";
    EMPTY_TEXT = "Khi có việc sắp đến hạn, đến hạn hoặc quá hạn, lời nhắc sẽ hiện ở đây.",
        "Reminders of what is due soon, due today or overdue will be shown here.";
    EMPTY_UNREAD_TITLE = "Không có thông báo chưa đọc", "Nothing unread";
    EMPTY_UNREAD_TEXT = "Anh/chị đã đọc hết các thông báo.", "You have read every notification.";
    HOW = "Cách nhận nhắc việc", "How you are reminded";

    LETTERS_TITLE = "Thư nhắc việc", "Reminder letters";
    LETTERS_INTRO = "Ngoài thông báo trong ứng dụng, hệ thống gửi thư điện tử nhắc việc sắp đến hạn, đến hạn và quá hạn.",
        "Besides the notifications in the app, letters (e-mail) remind you of what is due soon, due today and overdue.";
    LETTERS_NOT_OFFERED = "Hệ thống này hiện chưa gửi thư. Lựa chọn dưới đây được giữ lại cho khi bắt đầu gửi.",
        "This installation sends no letters at present. What you choose is kept for when it does.";
    NO_ADDRESS = "Chưa có địa chỉ nên chưa thư nào được gửi.", "There is no address, so no letters are sent.";
    ADDRESS = "Địa chỉ thư điện tử", "E-mail address";
    ADDRESS_HINT = "Nên dùng địa chỉ công vụ, ví dụ minh.tv@coquan.gov.vn.", "Preferably the official one, for example minh.tv@agency.gov.vn.";
    ADDRESS_NEEDED = "Hãy ghi địa chỉ, hoặc chọn không nhận thư.", "Give an address, or choose no letters.";
    WISH = "Cách nhận thư", "How often";
    WISH_EACH = "Mỗi lời nhắc một thư", "One for every reminder";
    WISH_DAILY = "Mỗi sáng ngày làm việc một thư tổng hợp", "One on the morning of each working day";
    WISH_NONE = "Không nhận thư", "No letters";
    SAVE_LETTERS = "Lưu cách nhận thư", "Save";
    LETTERS_SAVED = "Đã lưu cách nhận thư nhắc việc.", "Saved how you get letters.";
    LETTERS_OFF = "Đã thôi gửi thư nhắc việc.", "You get no more letters.";

    FEED_TITLE = "Lịch thời hạn của tôi", "Calendar of my deadlines";
    FEED_INTRO = "Xem các việc đến hạn ngay trong phần mềm lịch của anh/chị (Google Calendar, Outlook, lịch trên điện thoại). Lịch tự cập nhật.",
        "See your deadlines in your own calendar program (Google Calendar, Outlook, a telephone). It keeps itself up to date.";
    FEED_NONE = "Chưa có địa chỉ lịch.", "There is no address yet.";
    FEED_ACTIVE = "Đang có một địa chỉ lịch. Vì lý do an toàn, địa chỉ không hiển thị lại; nếu cần, hãy đổi địa chỉ mới.",
        "There is an address. It is not shown again, for safety; where you need it, make a new one.";
    FEED_MAKE = "Tạo địa chỉ lịch", "Make an address";
    FEED_RENEW = "Đổi địa chỉ lịch", "Make a new address";
    FEED_RENEW_TEXT = "Địa chỉ đang dùng sẽ mất hiệu lực ngay; phần mềm lịch phải đăng ký lại bằng địa chỉ mới.",
        "The present address stops working at once; your calendar program has to subscribe to the new one.";
    FEED_END = "Hủy địa chỉ lịch", "End the address";
    FEED_END_TEXT = "Địa chỉ lịch sẽ mất hiệu lực ngay. Các phần mềm đang dùng địa chỉ này không còn nhận thời hạn.",
        "The address stops working at once. Programs that use it get no more deadlines.";
    FEED_ENDED = "Đã hủy địa chỉ lịch.", "The address was ended.";
    FEED_ADDRESS = "Địa chỉ lịch bí mật", "Secret address";
    FEED_ONCE = "Địa chỉ chỉ hiện một lần này. Ai biết địa chỉ đều xem được thời hạn của anh/chị; đừng gửi cho người khác.",
        "The address is shown this once. Whoever knows it can see your deadlines; give it to nobody.";
    FEED_COPY = "Sao chép địa chỉ lịch", "Copy the address";
    FEED_HOW = "Cách đăng ký lịch", "How to subscribe";
    FEED_GOOGLE = "Google Calendar (trên máy tính): Cài đặt → Thêm lịch → Từ URL → dán địa chỉ.",
        "Google Calendar (on a computer): Settings → Add calendar → From URL → paste the address.";
    FEED_OUTLOOK = "Outlook: Lịch → Thêm lịch → Đăng ký từ web → dán địa chỉ.",
        "Outlook: Calendar → Add calendar → Subscribe from web → paste the address.";
    FEED_IPHONE = "iPhone: Cài đặt → Ứng dụng → Lịch → Tài khoản lịch → Thêm tài khoản → Khác → Thêm lịch đã đăng ký.",
        "iPhone: Settings → Apps → Calendar → Calendar Accounts → Add Account → Other → Add Subscribed Calendar.";
    FEED_DELAY = "Phần mềm lịch có thể mất vài giờ mới cập nhật; thông báo trong ứng dụng luôn mới nhất.",
        "Calendar programs may take some hours to follow; the notifications in the app are always up to date.";
}
