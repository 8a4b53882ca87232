//! Texts of reviewing a submission.

crate::texts! {
    SUBMISSION = "Hồ sơ trình duyệt", "Submission";
    SUBMISSION_OF = "Xem xét hồ sơ của {}", "Review of {}";
    ADDED = "Thêm", "Added";
    REMOVED = "Bỏ", "Removed";
    CHANGED = "Sửa", "Changed";
    OLD = "Cũ", "Old";
    NEW = "Mới", "New";
    NO_DIFFERENCE = "Nội dung không khác bản đã phê duyệt.", "The content is the same as the approved version.";
    EVIDENCE = "Minh chứng", "Evidence";
    NO_EVIDENCE = "Không có minh chứng", "No evidence";
    NO_EVIDENCE_TEXT = "Người gửi không đính kèm tài liệu nào. Nếu cần, hãy trả lại kèm lý do.",
        "Nothing was attached. Where it is needed, return the submission with a reason.";
    PROVES_THIS = "Chứng minh mục đang xem", "Proves the item looked at";
    OPEN_IN_TAB = "Mở trong thẻ mới", "Open in a new tab";
    SMALLER = "Thu nhỏ", "Smaller";
    LARGER = "Phóng to", "Larger";
    DECISION = "Quyết định", "Decision";
    CHAIN = "Trình tự ký", "Chain of signatures";
    KEYS_DECIDE = "Phím tắt: j/k đi xuống, lên · a đánh dấu đã kiểm tra · o nêu điểm chưa đúng",
        "Keys: j/k down, up · a mark as checked · o object";
    KEYS_READ = "Phím tắt: j/k đi xuống, lên", "Keys: j/k down, up";
    CHECKED_COUNT = "Đã kiểm tra {} trên {}", "{} of {} checked";
    CHECKED = "Đã kiểm tra", "Checked";
    MARK_CHECKED = "Khớp minh chứng", "Agrees";
    MARK_GROUP = "Cả mục khớp ({}/{})", "All of it agrees ({}/{})";
    OBJECT = "Chưa đúng", "Object";
    REASON_FOR_ITEM = "Lý do mục này chưa đúng", "Why this item is not right";
    NOT_YOURS = "Bước hiện tại không thuộc phần việc của anh/chị.", "The current step is not yours.";
    BECAME_VERSION = "Đã phê duyệt, trở thành phiên bản {}.", "Approved; it became version {}.";
    IS_RETURNED = "Đã trả lại để chỉnh sửa.", "Returned for correction.";
    COVERS = "Mã băm nội dung:", "Digest of the content:";
    SIGNED_OVER = "Chữ ký bao trùm đúng nội dung này, mã băm:", "The signature covers exactly this content, digest:";
    AFTER_STEP = "Sau khi ký, hồ sơ chuyển sang bước tiếp theo.", "Once signed, it goes on to the next step.";
    AFTER_LAST_STEP = "Đây là bước cuối: sau khi ký, thay đổi có hiệu lực ngay.", "This is the last step: once signed, the change is in force.";
    APPROVE = "Ký phê duyệt", "Sign";
    RETURN = "Trả lại", "Return";
    RETURN_WITH = "Trả lại với {} lý do", "Return with {} reasons";
    OBJECTIONS_STAND = "Đang có mục nêu là chưa đúng nên không ký được; xóa lý do nếu đã rõ.",
        "Some items are objected to, so it cannot be signed; clear the reasons once they are settled.";
    CHANGED_SINCE = "Hồ sơ đã thay đổi từ khi mở", "The submission changed since it was opened";
    CHANGED_SINCE_TEXT = "Không thể ký nội dung cũ. Hãy tải lại và xem xét lại.", "What was shown can no longer be signed. Load it again and look again.";
    LOAD_AGAIN = "Tải lại", "Load again";
    SIGN_APPROVE_OF = "Phê duyệt hồ sơ của {}", "Approval of the profile of {}";
    SIGN_RETURN_OF = "Trả lại hồ sơ của {}", "Return of the profile of {}";
    RETURN_TITLE = "Trả lại để chỉnh sửa", "Return for correction";
    RETURN_TEXT = "Người gửi sẽ thấy từng lý do cạnh đúng mục đó. Cần ít nhất một lý do.",
        "The sender sees each reason beside its item. At least one is needed.";
    REASON_FOR_WHOLE = "Lý do chung cho cả hồ sơ", "A reason for the whole profile";
    REASON_FOR_WHOLE_HINT = "Bỏ trống nếu đã nêu lý do ở từng mục.", "Leave empty where the items have their reasons.";
    REASON_NEEDED = "Hãy ghi ít nhất một lý do.", "Give at least one reason.";
    SIGN_AND_RETURN = "Ký và trả lại", "Sign and return";
}
