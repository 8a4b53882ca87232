//! Texts of filling in and signing.

crate::texts! {
    EDITING = "Điền hồ sơ", "Filling in";
    GROUP = "Nhóm mục", "Group";
    GROUPS = "Các nhóm mục", "Groups";
    MARK_DONE = "Đã đủ", "Complete";
    MARK_EMPTY = "Không bắt buộc", "Optional";
    MARK_MISSING = "Còn thiếu {}", "{} missing";
    MARK_ERRORS = "Cần sửa {}", "{} to mend";
    NO_GROUP = "Không có nhóm mục này", "There is no such group";
    NO_GROUP_TEXT = "Địa chỉ có thể đã gõ nhầm.", "The address may have been mistyped.";
    FIRST_GROUP = "Về nhóm đầu tiên", "To the first group";
    PREVIOUS = "Quay lại", "Back";
    NEXT = "Tiếp theo", "Next";
    TO_REVIEW = "Xem lại và ký", "Review and sign";
    NEXT_IS = "Tiếp theo: {}. Những gì đã điền được lưu tự động.", "Next: {}. What you typed is saved by itself.";
    REVIEW_IS_NEXT = "Tiếp theo: xem lại những gì đã thay đổi trước khi ký. Chưa có gì được gửi đi.",
        "Next: review what changed before signing. Nothing is sent yet.";

    SAVE_UNTOUCHED = "Chưa có thay đổi", "No changes yet";
    SAVE_SOON = "Sắp lưu…", "Saving shortly…";
    SAVING = "Đang lưu…", "Saving…";
    SAVE_DONE = "Đã lưu", "Saved";
    SAVE_DONE_AT = "Đã lưu {}", "Saved {}";
    SAVE_AWAY = "Chưa lưu – mất kết nối, sẽ thử lại", "Not saved – no connection, will try again";
    SAVE_CONFLICT = "Chưa lưu – có hai bản khác nhau, cần chọn", "Not saved – two versions differ, please choose";
    SAVE_REFUSED = "Chưa lưu – {}", "Not saved – {}";
    SAVE_NOW = "Lưu ngay", "Save now";
    NOT_READABLE = "Trình duyệt không ghép được hồ sơ. Hãy tải lại trang; nội dung đã nhập vẫn còn.",
        "The browser cannot put the document together. Reload the page; what you typed is kept.";
    BROUGHT_BACK = "Đã khôi phục những gì anh/chị nhập lần trước mà chưa kịp lưu.",
        "What you typed last time and was not saved has been brought back.";
    BOTH_KEPT = "Có người khác vừa lưu bản này. Thay đổi của cả hai bên đã được giữ lại.",
        "Somebody else has just saved this draft. The changes of both sides were kept.";

    CONFLICT_TITLE = "Hai bên cùng sửa một mục", "Both sides changed the same item";
    CONFLICT_TEXT = "Trong lúc anh/chị nhập, bản nháp này đã được lưu từ nơi khác. Hãy chọn giá trị cần giữ cho từng mục; chưa có gì bị mất.",
        "While you were typing, this draft was saved from elsewhere. Choose what to keep for each item; nothing is lost yet.";
    ALL_MINE = "Giữ tất cả của tôi", "Keep all of mine";
    ALL_THEIRS = "Lấy tất cả của bên kia", "Take all of theirs";
    KEEP_CHOSEN = "Giữ như đã chọn", "Keep what is chosen";
    MINE = "Của tôi", "Mine";
    THEIRS = "Đã lưu từ nơi khác", "Saved from elsewhere";
    NOT_FILLED = "(để trống)", "(empty)";
    A_PHOTO = "Một ảnh", "A photograph";

    HINT_DATE = "Ví dụ 28/02/1985, 02/1985 hoặc 1985", "Such as 28/02/1985, 02/1985 or 1985";
    HINT_MONTH = "Ví dụ 09/2010", "Such as 09/2010";
    TO_HINT = "Để trống nếu đến nay", "Leave empty while it lasts";
    SLIP_DATE = "Hãy ghi ngày dạng ngày/tháng/năm, ví dụ 28/02/1985.", "Write the date as day/month/year, such as 28/02/1985.";
    SLIP_DAY = "Không có ngày này trong lịch. Hãy kiểm tra lại ngày và tháng.", "There is no such day. Check the day and the month.";
    SLIP_YEAR = "Hãy ghi đủ bốn chữ số của năm, ví dụ 1985.", "Write all four digits of the year, such as 1985.";
    SLIP_ONLY_MONTH = "Mục này chỉ cần tháng và năm, ví dụ 09/2010.", "Only month and year are needed, such as 09/2010.";
    SLIP_ONLY_YEAR = "Mục này chỉ cần năm, ví dụ 1985.", "Only the year is needed, such as 1985.";
    SLIP_NUMBER = "Hãy ghi bằng số, ví dụ 2,34 hoặc 2.530.000.", "Write a number, such as 2,34 or 2.530.000.";
    SLIP_FINE = "Nhiều nhất bốn chữ số sau dấu phẩy.", "At most four digits after the comma.";
    SLIP_WHOLE = "Số tiền ghi tròn đồng, không có phần lẻ.", "Write whole đồng, without decimals.";
    SLIP_DIGITS = "Số chữ số chưa đúng. Hãy so lại với giấy tờ.", "The number of digits is wrong. Compare it with the document.";
    SLIP_PHONE = "Số điện thoại có từ 9 đến 15 chữ số, ví dụ 0912 345 678.", "A telephone number has 9 to 15 digits, such as 0912 345 678.";
    SLIP_LONG = "Nội dung quá dài. Hãy rút gọn lại.", "This is too long. Shorten it.";

    PROVINCE = "Tỉnh, thành phố", "Province or city";
    COMMUNE = "Xã, phường, đặc khu", "Commune, ward or special zone";
    DISTRICT = "Huyện, quận (địa danh cũ)", "District (former)";
    DISTRICT_HINT = "Chỉ dùng cho nơi khai trước ngày 01/07/2025.", "Only for places declared before 1 July 2025.";
    ADD_DISTRICT = "Địa danh cũ có huyện, quận?", "A former place with a district?";
    PLACE_DETAIL = "Số nhà, đường, thôn, xóm", "House, street, hamlet";
    PLACE_DETAIL_HINT = "Ở nước ngoài hoặc không có trong danh mục thì ghi đầy đủ vào đây.",
        "Abroad, or not in the list: write it here in full.";

    PHOTO_HINT = "Ảnh 4 × 6 cm, tệp JPG hoặc PNG, không quá 20 MB.", "4 × 6 cm, JPG or PNG, at most 20 MB.";
    PHOTO_CHOOSE = "Chọn ảnh", "Choose a photograph";
    PHOTO_CHANGE = "Đổi ảnh", "Choose another";
    PHOTO_ALT = "Ảnh chân dung trong hồ sơ", "Portrait of the profile";
    PHOTO_REMOVE = "Bỏ ảnh", "Remove the photograph";

    ADD_EVIDENCE = "Thêm minh chứng", "Add evidence";
    DROP_HERE = "hoặc kéo tệp thả vào đây", "or drop a file here";
    GENERAL_EVIDENCE = "Minh chứng chung của hồ sơ", "Evidence for the whole profile";
    GENERAL_EVIDENCE_HINT = "Dùng cho tài liệu không gắn với riêng một mục nào. Tệp PDF, JPG hoặc PNG, không quá 20 MB.",
        "For documents that belong to no single item. PDF, JPG or PNG, at most 20 MB.";
    CATEGORY = "Loại tài liệu", "Kind of document";
    UPLOAD = "Tải lên", "Upload";
    UPLOADING = "Đang tải lên…", "Uploading…";
    NOT_THIS_FILE = "Bỏ tệp này", "Not this file";
    ATTACHED = "Đã đính kèm {}", "{} attached";
    DETACHED = "Đã gỡ {}", "{} removed";
    REMOVE = "Gỡ", "Remove";
    REMOVE_EVIDENCE = "Gỡ minh chứng {}", "Remove the evidence {}";
    FILE_TYPE = "Chỉ nhận tệp PDF, JPG hoặc PNG. Hãy chuyển tệp sang một trong các dạng này.",
        "Only PDF, JPG or PNG. Convert the file to one of these.";
    FILE_EMPTY = "Tệp không có nội dung.", "The file is empty.";
    FILE_SIZE = "Tệp lớn hơn 20 MB. Hãy quét lại ở độ phân giải thấp hơn.", "Larger than 20 MB. Scan it again at a lower resolution.";

    NO_ROWS = "Chưa có dòng nào", "No rows";
    ADD_ROW = "Thêm dòng", "Add a row";
    ADD_ROW_TO = "Thêm dòng vào bảng: {}", "Add a row to: {}";
    ROW_OF = "Dòng {} của bảng: {}", "Row {} of: {}";
    ROW_DONE = "Xong dòng này", "Done with this row";
    ROW_REMOVE = "Xóa dòng", "Remove the row";
    ROW_REMOVED = "Đã xóa một dòng.", "A row was removed.";
    UNDO = "Hoàn tác", "Undo";
    EMPTY_ROW = "(dòng chưa điền)", "(nothing filled in)";
    NOW = "nay", "now";
    TO_LOOK_AT = "Cần xem lại", "To look at";
    TO_MEND = "Cần sửa {}", "{} to mend";
    FILES = "{} minh chứng", "{} files";
    RETURNED_HERE = "Người duyệt yêu cầu chỉnh sửa:", "A reviewer asks to correct:";
    RETURNED_BY = "{} ({})", "{} ({})";

    REVIEW_AND_SIGN = "Xem lại và ký", "Review and sign";
    TYPED_ONLY = "Có nội dung đã nhập nhưng chưa lưu được lên máy chủ. Hãy mở lại phần điền để lưu trước khi ký.",
        "Something was typed but is not with the server yet. Open the form again to save it before signing.";
    BACK_TO_EDIT = "Quay lại chỉnh sửa", "Back to editing";
    WARNINGS_FOUND = "Nên xem lại (không ngăn việc ký):", "Worth a look (does not prevent signing):";
    WHAT_CHANGED = "Những gì thay đổi", "What changed";
    NOTHING_CHANGED = "Không có thay đổi", "Nothing changed";
    NOTHING_CHANGED_TEXT = "Bản nháp giống hệt bản đã phê duyệt.", "The draft is the same as the approved version.";
    FILES_GO_ALONG = "Gửi kèm {} minh chứng.", "{} pieces of evidence go along.";
    WHAT_NEXT = "Sau khi ký và gửi", "After signing and sending";
    ONE_OF_THESE = "Tùy diện quản lý của anh/chị, hồ sơ đi theo một trong các trình tự sau:",
        "Depending on how you are managed, the profile takes one of these ways:";
    WITHIN_WORKING = "trong {} ngày làm việc", "within {} working days";
    WITHIN_CALENDAR = "trong {} ngày", "within {} days";
    AFTER_SIGNING = "Chữ ký của anh/chị bao trùm đúng nội dung trên. Sau khi ký, hồ sơ chuyển ngay đến người duyệt đầu tiên.",
        "Your signature covers exactly what stands above. Once signed, the profile goes to the first reviewer at once.";
    MEND_FIRST = "Còn {} mục phải sửa hoặc điền trước khi ký.", "{} items have to be mended or filled in before signing.";
    NOTHING_TO_SIGN = "Chưa có gì để ký.", "There is nothing to sign.";
    SIGN_AND_SEND = "Ký số và gửi", "Sign and send";
    SIGN_DRAFT_OF = "Hồ sơ của {}", "Profile of {}";
}
