//! Texts of delegations.

crate::texts! {
    TITLE = "Ủy quyền", "Delegations";
    INTRO = "Khi đi vắng hoặc phân công người khác ký, hãy lập ủy quyền ở đây. Mỗi ủy quyền được anh/chị ký số, có thời hạn và căn cứ.",
        "When you are away, or have somebody else sign, delegate here. You sign each delegation; it has a period and a written basis.";
    NEW = "Lập ủy quyền", "Delegate";
    NEW_TITLE = "Lập ủy quyền", "Delegate";
    NONE_TO_GIVE = "Anh/chị không giữ vai trò nào mà quy chế cho phép ủy quyền.", "You hold no role that the regulation lets you delegate.";
    GIVEN = "Anh/chị đã ủy quyền", "Given by you";
    RECEIVED = "Anh/chị được ủy quyền", "Given to you";
    NO_GIVEN = "Chưa ủy quyền cho ai.", "You have delegated to nobody.";
    NO_RECEIVED = "Chưa được ai ủy quyền.", "Nobody has delegated to you.";
    STATE_COMING = "Sắp có hiệu lực", "Coming";
    STATE_IN_FORCE = "Đang có hiệu lực", "In force";
    STATE_OVER = "Đã hết hạn", "Over";
    STATE_ENDED = "Đã chấm dứt", "Ended";
    TO = "{} được ký với vai trò {}", "{} may sign as {}";
    FROM = "Anh/chị được ký thay {} với vai trò {}", "You may sign for {} as {}";
    PERIOD = "Từ {} đến hết {}", "From {} to {}, both included";
    WHEN = "Thời hạn", "Period";
    FORM = "Hình thức ký", "Form";
    SIGNATURE = "Chữ ký của người ủy quyền", "The principal's signature";
    END = "Chấm dứt", "End it";
    END_ONE = "Chấm dứt ủy quyền cho {}", "End the delegation to {}";
    END_TITLE = "Chấm dứt ủy quyền", "End the delegation";
    END_TEXT = "{} sẽ không ký thay anh/chị được nữa, ngay từ bây giờ. Những gì đã ký vẫn có giá trị.",
        "{} can no longer sign for you, from now on. What was signed stays valid.";
    ENDED = "Đã chấm dứt ủy quyền.", "The delegation was ended.";
    MADE = "Đã lập ủy quyền.", "The delegation was made.";

    ROLE = "Vai trò được ủy quyền", "Role that is delegated";
    ROLE_AT = "{} – {}", "{} – {}";
    DELEGATE = "Tên đăng nhập của người được ủy quyền", "User name of whoever will sign";
    DELEGATE_HINT = "Hỏi người đó, ví dụ: minh.tv. Người đó cần có khóa ký của riêng mình.", "Ask them, for example: minh.tv. They need a signing key of their own.";
    WITHIN = "Trong phạm vi đơn vị", "Within the unit";
    FORM_QUESTION = "Người được ủy quyền ký theo hình thức nào?", "In which form will they sign?";
    KT = "KT. – Ký thay: cấp phó ký thay người đứng đầu", "KT. – a deputy signs for the head";
    TL = "TL. – Ký thừa lệnh: người đứng đầu đơn vị bên trong ký theo lệnh", "TL. – the head of a section signs by order";
    TUQ = "TUQ. – Ký thừa ủy quyền: ký theo văn bản ủy quyền", "TUQ. – signs by authorisation in writing";
    Q = "Q. – Quyền: người được giao quyền đứng đầu", "Q. – acting head";
    SINCE = "Từ ngày", "First day";
    UNTIL = "Đến hết ngày", "Last day";
    DATE_HINT = "Ngày/tháng/năm, ví dụ 02/01/2026.", "Day/month/year, for example 02/01/2026.";
    LONGEST = "Tối đa {} ngày theo quy chế.", "At most {} days by the regulation.";
    BASIS_NUMBER = "Số, ký hiệu văn bản căn cứ", "Number of the written basis";
    BASIS_NUMBER_HINT = "Ví dụ: 15/GUQ-SNV.", "For example: 15/GUQ-SNV.";
    BASIS_DATE = "Ngày văn bản", "Its date";
    BASIS = "Nội dung văn bản, nói gọn", "What it says, in short";
    BASIS_EXAMPLE = "Ví dụ: Giấy ủy quyền của Giám đốc Sở.", "For example: Giấy ủy quyền của Giám đốc Sở.";
    ALLOWED_BY = "Theo {}", "Under {}";
    DATE_WRONG = "Hãy ghi ngày theo dạng ngày/tháng/năm.", "Write the day as day/month/year.";
    DATE_ORDER = "Ngày cuối phải từ ngày đầu trở đi.", "The last day cannot be before the first.";
    TOO_LONG = "Dài hơn thời hạn tối đa {} ngày.", "Longer than the {} days allowed.";
    CHOOSE_FORM = "Hãy chọn hình thức ký.", "Choose the form.";
    SIGN_NEXT = "Bước tiếp theo: anh/chị ký số ủy quyền này. Ủy quyền chỉ có sau khi ký.", "Next you sign it. There is no delegation before that.";
    SIGN = "Ký ủy quyền", "Sign the delegation";
    SIGN_LABEL = "Ủy quyền cho {}", "Delegation to {}";
    ACTING_FOR = "Thay mặt {}", "Acting for {}";
    ACTING_FOR_MORE = "Thay mặt {} và {} người khác", "Acting for {} and {} more";
}
