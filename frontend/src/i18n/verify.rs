//! Texts of verifying a document, for anyone.

crate::texts! {
    TITLE = "Kiểm tra chữ ký", "Verify signatures";
    LINK = "Kiểm tra chữ ký trên văn bản", "Verify the signatures on a document";
    INTRO = "Chọn tệp PDF hoặc gói chứng cứ (ZIP) để biết ai đã ký, khi nào, và nội dung có bị thay đổi sau khi ký hay không. Không cần tài khoản.",
        "Choose a PDF or an evidence package (ZIP) to see who signed it, when, and whether it was changed afterwards. No account is needed.";
    NOT_KEPT = "Tệp được gửi đến máy chủ để kiểm tra và không được lưu lại.", "The file is sent to the server to be judged and is not kept.";
    CHOOSE = "Chọn tệp để kiểm tra", "Choose a file to verify";
    CHOOSE_ANOTHER = "Kiểm tra tệp khác", "Verify another file";
    DROP = "hoặc kéo thả tệp vào đây", "or drop it here";
    CHECKING = "Đang kiểm tra {}…", "Verifying {}…";
    TOO_LARGE_TITLE = "Tệp quá lớn", "The file is too large";
    TOO_LARGE = "Ở đây chỉ kiểm tra được tệp đến 30 MB. Tệp lớn hơn, hãy nhờ bộ phận công nghệ thông tin kiểm tra bằng lệnh “congvu verify”.",
        "Files of up to 30 MB can be verified here. Ask your IT department to verify a larger one with “congvu verify”.";
    LARGEST = "Tệp đến 30 MB.", "Up to 30 MB.";
    OF_FILE = "Tệp: {}", "File: {}";
    VALID = "Hợp lệ – nội dung không bị thay đổi sau khi ký", "Valid – not changed since it was signed";
    INVALID = "Không hợp lệ", "Not valid";
    INVALID_BECAUSE = "Không hợp lệ – {}", "Not valid – {}";
    UNKNOWN = "Đây không phải tệp PDF có chữ ký hoặc gói chứng cứ", "This is neither a signed PDF nor an evidence package";
    UNKNOWN_TEXT = "Hãy chọn đúng tệp PDF gốc đã ký số. Bản in, bản chụp hoặc bản lưu lại bằng phần mềm khác không còn chữ ký số.",
        "Choose the PDF that was signed itself. A print, a scan or a copy saved by other software has no digital signature.";
    NO_SIGNATURES = "Tệp không có chữ ký số nào.", "There is no digital signature in it.";
    PILOT_NOTE = "Có chữ ký thử nghiệm: kiểm chứng được, nhưng không có giá trị pháp lý.", "Some signatures are pilot ones: they verify, but are without legal force.";
    CHECKED_AT = "Kiểm tra lúc {}", "Verified at {}";
    ANCHORS_UNCONFIRMED = "Gốc tin cậy lấy từ chính gói này. Hãy xác nhận với cơ quan phát hành rằng gốc đó đúng là của họ.",
        "The trust anchors came out of the package itself. Confirm with the issuing body that they are theirs.";
    KNOWN_AS = "Hệ thống này đã phát hành văn bản này với mã {}.", "This installation issued the document, with the code {}.";
    SEE_CODE = "Xem thông tin của mã {}", "See what is known of {}";
    SIGNATURES = "Chữ ký ({})", "Signatures ({})";
    HOLDS = "Chữ ký đúng", "Holds";
    HOLDS_NOT = "Chữ ký không đúng", "Does not hold";
    SIGNED = "{} đã ký", "{} signed";
    SIGNED_WHAT = "{} đã ký “{}”", "{} signed “{}”";
    FOR = "Ký thay: {}", "In the stead of: {}";
    STAMPED = "Vào lúc {}, có {} xác nhận thời gian.", "At {}, as {} vouches.";
    STAMPED_PLAIN = "Vào lúc {}, có dấu thời gian xác nhận.", "At {}, as a time stamp vouches.";
    CLAIMED = "Vào lúc {} theo lời người ký; chưa có dấu thời gian xác nhận.", "At {} by the signer's own word; no time stamp vouches for it.";
    NO_TIME = "Không ghi thời điểm ký.", "The time is not stated.";
    STAMP_HOLDS = "Dấu thời gian đúng", "Holds";
    STAMP_HOLDS_NOT = "Dấu thời gian không đúng", "Does not hold";
    LEVEL_UNKNOWN = "Không rõ nguồn gốc chứng thư", "Of unknown origin";
    CHANGES_AFTER = "Sau chữ ký này: {}", "After this signature: {}";
    NOTHING_AFTER = "Bao trùm toàn bộ tệp.", "It covers the whole file.";
    STAMPS = "Dấu thời gian trên toàn bộ tài liệu", "Time stamps over the whole";
    STAMP_UNREADABLE = "Không đọc được thời điểm", "Its time cannot be read";
    STAMP_LINE = "{} – {}", "{} – {}";
    ANCHOR = "Gốc tin cậy", "Trust anchor";
    BASELINE = "Mức lưu trữ", "Preservation level";
    BASELINE_B = "Cơ bản (B)", "Basic (B)";
    BASELINE_T = "Có dấu thời gian (T)", "With time stamp (T)";
    BASELINE_LT = "Kiểm chứng được lâu dài (LT)", "Long-term (LT)";
    BASELINE_LTA = "Lưu trữ lâu dài (LTA)", "Long-term archive (LTA)";
    DIGEST = "Mã băm của tệp (SHA-256)", "Digest of the file (SHA-256)";
    REASON_CODE = "Mã lý do", "Reason code";

    CODE_TITLE = "Văn bản có mã {}", "The document {}";
    CODE_KNOWN = "Văn bản này do hệ thống phát hành", "This installation issued the document";
    CODE_UNKNOWN = "Không có văn bản nào mang mã này", "No document carries this code";
    CODE_UNKNOWN_TEXT = "Hãy so lại từng ký tự của mã {} với bản giấy. Nếu vẫn không tìm thấy, bản giấy có thể không do hệ thống này phát hành.",
        "Compare each character of {} with the paper. If it still is not found, the paper may not come from here.";
    AGENCY = "Cơ quan phát hành", "Issued by";
    WHAT = "Loại văn bản", "Document";
    INITIALS = "Chữ cái đầu họ tên", "Initials of the person";
    MADE_AT = "Lập lúc", "Made at";
    COMPLETE = "Đủ chữ ký của người có thẩm quyền và của cơ quan", "Signed by the competent person and sealed by the agency";
    INCOMPLETE = "Chưa đủ chữ ký nên chưa có giá trị", "Not all signatures are on it yet, so it has no force";
    SUPERSEDED = "Hồ sơ đã có phiên bản mới hơn được phê duyệt sau văn bản này.", "A newer version of the profile has been approved since.";
    COMPARE = "So với tệp đang có", "Compare with the file you have";
    COMPARE_TEXT = "Mã QR chỉ cho biết văn bản có tồn tại. Hãy chọn tệp PDF để chắc chắn nội dung không bị sửa.",
        "The QR code only tells that the document exists. Choose the PDF to be certain that its content was not changed.";
    SAME = "Tệp này chính là văn bản có mã {}.", "This file is the document {}.";
    NOT_SAME = "Tệp này không phải văn bản có mã {}, dù có thể vẫn hợp lệ.", "This file is not the document {}, though it may be valid by itself.";
    TYPE_CODE = "Hoặc nhập mã ghi dưới mã QR", "Or type the code printed below the QR code";
    CODE_FIELD = "Mã văn bản", "Code of the document";
    LOOK_UP = "Tra mã", "Look it up";
    TO_SIGN_IN = "Đăng nhập", "Sign in";
    TO_APP = "Vào hệ thống", "Open the system";
}
