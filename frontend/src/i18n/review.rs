//! Texts of reviewing together: comparing, returning to a step, talking, taking on, handing over, withdrawing.

crate::texts! {
    COMPARE = "So sánh", "Compare";
    AGAINST_APPROVED = "So với bản đã duyệt", "Against the approved version";
    AGAINST_PREVIOUS = "So với lần trình trước", "Against the previous submission";
    NOTHING_CORRECTED = "Không sửa gì so với lần trình trước", "Nothing was changed since the previous submission";
    NOTHING_CORRECTED_TEXT = "Nội dung trình lại giống hệt nội dung đã bị trả lại.", "What was submitted again is the same as what was returned.";
    PREVIOUS_RETURNED = "Lần trình trước bị trả lại", "The previous submission was returned";
    PREVIOUS_BY = "{} trả lại lúc {}, với các lý do:", "Returned by {} at {}, for these reasons:";
    CORRECTED = "đã sửa", "changed since";
    NOT_CORRECTED = "chưa thay đổi", "not changed";
    SEE_PREVIOUS = "Xem lần trình trước", "See the previous submission";

    SENT_BACK = "Hồ sơ được trả lại bước này để xem lại", "It was returned to this step, to look again";
    SENT_BACK_BY = "{} (bước {}) trả lại lúc {}, với các lý do:", "By {} (step {}) at {}, for these reasons:";
    CHANGES = "Thay đổi", "Changes";
    ON_THIS_PAGE = "Trên trang này", "On this page";

    RETURN_TO = "Trả lại cho ai?", "Return to whom?";
    RETURN_TO_SUBMITTER = "Người gửi: {}", "Whoever submitted it: {}";
    RETURN_TO_SUBMITTER_NOTE = "Sửa nội dung rồi ký và trình lại từ đầu.", "They correct it, sign and submit it again from the start.";
    RETURN_TO_STEP = "Bước {}: {}", "Step {}: {}";
    RETURN_TO_STEP_NOTE = "Xem lại đúng nội dung này; các chữ ký từ bước đó trở đi không còn được tính.",
        "Looks again at this same content; signatures from that step on no longer count.";
    RETURN_TEXT_STEP = "Lý do được ký cùng quyết định trả lại. Cần ít nhất một lý do.", "The reasons are signed with the return. At least one is needed.";

    COMMENTS = "Trao đổi", "Comments";
    COMMENTS_NOTE = "Trao đổi không thuộc nội dung được ký; ai xem được hồ sơ này đều đọc được.",
        "Comments are not part of what is signed; whoever may see this submission reads them.";
    NO_COMMENTS = "Chưa có trao đổi nào.", "No comments yet.";
    WRITE = "Viết trao đổi", "Write a comment";
    SEND = "Gửi trao đổi", "Send the comment";
    SENT = "Đã gửi trao đổi.", "The comment was sent.";
    EMPTY_COMMENT = "Hãy nhập nội dung trao đổi.", "Write the comment first.";
    ABOUT = "Về mục {}", "About {}";
    ABOUT_FIELD = "Về mục nào", "About which item";
    ABOUT_WHOLE = "Cả hồ sơ", "The whole profile";
    YOU = "Anh/chị", "You";
    CANNOT_WRITE = "Chỉ người trình và người có vai trò trong quy trình được trao đổi ở đây.", "Only the submitter and those with a role in the chain comment here.";
    UNSENT_KEPT = "Nội dung chưa gửi được giữ lại trong thẻ trình duyệt này.", "What is not sent yet is kept in this browser tab.";

    HOLDING = "Ai đang xử lý", "Who is on it";
    HELD_BY_ME = "Anh/chị đã nhận xử lý hồ sơ này.", "You took this on.";
    HELD_BY_ME_SINCE = "Anh/chị đã nhận xử lý hồ sơ này từ {}.", "You took this on at {}.";
    HELD_BY = "{} đang xử lý.", "{} is on it.";
    HELD_BY_SINCE = "{} đang xử lý, từ {}.", "{} is on it, since {}.";
    HELD_BY_PRINCIPAL = "{} đã nhận; anh/chị được ký thay.", "{} took it on; you may sign in their stead.";
    FREE = "Chưa ai nhận xử lý bước này.", "Nobody took this step on yet.";
    NOTE = "Ghi chú khi giao: {}", "Said when it was passed on: {}";
    CLAIM = "Nhận xử lý", "Take it on";
    TAKE_OVER = "Nhận thay", "Take it over";
    HAND_OVER = "Chuyển cho người khác", "Hand over";
    RELEASE = "Trả lại hàng chờ", "Give it back";
    CLAIMED = "Anh/chị đã nhận xử lý hồ sơ.", "You took it on.";
    HANDED_OVER = "Đã chuyển cho {}.", "Handed over to {}.";
    RELEASED = "Đã trả lại hàng chờ.", "Given back.";
    TAKE_OVER_TEXT = "{} đang xử lý hồ sơ này. Nếu anh/chị nhận thay, lý do được ghi lại và hiện ở việc này.", "{} is on this. If you take it over, the reason is kept and shown with the task.";
    TAKE_OVER_REASON = "Lý do nhận thay", "Why you take it over";
    HAND_OVER_TEXT = "Người nhận phải giữ cùng vai trò đối với đơn vị này và chưa ký hồ sơ.", "They must hold the same role over this unit and not have signed this submission.";
    HAND_OVER_TO = "Tên đăng nhập của người nhận", "User name of the colleague";
    HAND_OVER_TO_HINT = "Ví dụ: minh.tv. Những người đã chuyển trước đây được gợi ý.", "For example: minh.tv. Colleagues you handed over to before are suggested.";
    COLLEAGUE = "Người nhận", "Colleague";
    HAND_OVER_NOTE = "Người nhận cần biết gì?", "What should they know?";
    RELEASE_TEXT = "Hồ sơ trở lại hàng chờ chung của vai trò; người khác có thể nhận.", "It goes back to everybody of the role; somebody else can take it on.";
    RELEASE_NOTE = "Ghi chú cho người nhận sau", "A note for the next";
    NOTE_OPTIONAL = "Không bắt buộc.", "Not required.";
    NOTE_NEEDED = "Bắt buộc, vì người khác đang xử lý.", "Required, as somebody else is on it.";

    BESIDE = "Ký song song", "Side by side";
    BESIDE_COUNT = "Bước này cần {} người ký; đã ký {}, còn chờ {}.", "{} sign this step; {} have, {} are awaited.";
    BESIDE_DONE = "Đã ký", "Signed";
    BESIDE_TAKEN = "Đang xem xét", "Looking at it";
    BESIDE_AWAITED = "Còn chờ người ký thứ {}", "Signature {} is awaited";

    STEAD_TITLE = "Anh/chị ký thay người khác", "You sign in somebody's stead";
    STEAD_TEXT = "{}, do {} ký. Chữ ký ghi cả hai tên và văn bản căn cứ.", "{}, signed by {}. The signature carries both names and the written basis.";
    STEAD_BASIS = "Căn cứ: {}", "Basis: {}";

    WITHDRAW = "Rút hồ sơ", "Withdraw";
    WITHDRAW_TITLE = "Rút hồ sơ trình duyệt", "Withdraw the submission";
    WITHDRAW_TEXT = "Chưa ai xem xét nên anh/chị có thể rút. Nội dung trở lại thành bản nháp; chữ ký đã ký vẫn được lưu vết, và muốn trình lại thì phải ký lại.",
        "Nobody has reviewed it, so you can take it back. The content becomes a draft again; your signature stays on record, and submitting it again needs a new one.";
    WITHDRAW_REASON = "Lý do rút", "Why you withdraw it";
    WITHDRAW_REASON_HINT = "Không bắt buộc; được ghi vào phần trao đổi.", "Not required; it is written into the comments.";
    WITHDRAW_COMMENT = "Rút hồ sơ: {}", "Withdrawn: {}";
    WITHDRAWN = "Đã rút hồ sơ. Nội dung vẫn còn trong bản nháp.", "Withdrawn. The content is still in the draft.";
    WITHDRAWN_UNSAID = "Đã rút hồ sơ, nhưng lý do chưa ghi được vào phần trao đổi.", "Withdrawn, but the reason could not be written into the comments.";
    OPEN_DRAFT = "Mở bản nháp để sửa", "Open the draft";
    IS_WITHDRAWN = "Người trình đã rút hồ sơ này.", "Whoever submitted it took it back.";

    ROUNDS = "Các lần ký và trả lại", "Every signature and return";
    ROUND_APPROVED = "Bước {}: phê duyệt", "Step {}: approved";
    ROUND_RETURNED = "Bước {}: trả lại người gửi", "Step {}: returned to whoever submitted it";
    ROUND_RETURNED_TO = "Bước {}: trả lại bước {}", "Step {}: returned to step {}";
    NO_LONGER_COUNTS = "không còn được tính", "no longer counts";
    WHY_MINE = "Vì sao? Xem căn cứ", "Why? See the clause";
}
