//! Texts of reading a profile: parts, history, exports, reports, accesses.

crate::texts! {
    MY_PROFILE = "Hồ sơ của tôi", "My profile";
    PEOPLE = "Nhân sự", "People";
    OFFICE_ACCOUNT = "Tài khoản này không có hồ sơ cá nhân", "This account has no profile";
    OFFICE_ACCOUNT_TEXT = "Đây là tài khoản của cơ quan. Hồ sơ cá nhân gắn với tài khoản của từng người.",
        "This is the account of an office. Profiles belong to the accounts of people.";
    TAB_PROFILE = "Hồ sơ", "Profile";
    TAB_HISTORY = "Lịch sử", "History";
    TAB_EXPORTS = "Bản kết xuất", "Exports";
    TAB_REMARKS = "Báo sai sót", "Reported mistakes";
    TAB_ACCESSES = "Ai đã xem", "Who looked";
    PARTS = "Các phần của hồ sơ", "Parts of the profile";
    CARD = "Tóm tắt hồ sơ", "Summary of the profile";
    STAFF_NUMBER = "Số hiệu", "Staff number";
    STATE_EMPTY = "Chưa có hồ sơ", "Nothing yet";
    STATE_IN_REVIEW = "Đang chờ duyệt", "In review";
    STATE_RETURNED = "Bị trả lại", "Returned";
    STATE_WITHDRAWN = "Đã rút lại", "Taken back";
    STATE_APPROVED = "Đã phê duyệt", "Approved";
    VERSION_IN_FORCE = "Phiên bản {} – có hiệu lực từ {}", "Version {} – in force since {}";
    APPROVED_BY = "{} phê duyệt", "Approved by {}";
    FILL_IN = "Điền hồ sơ", "Fill in the profile";
    UPDATE = "Cập nhật thay đổi", "Update";
    REPORT_MISTAKE = "Báo sai sót", "Report a mistake";
    REPORT_ON = "Báo sai sót ở mục {}", "Report a mistake in {}";
    AGENCY_ENTERS = "Hồ sơ của anh/chị do cơ quan quản lý nhập và cập nhật. Khi có thay đổi, hãy báo để cơ quan cập nhật; nếu thấy sai, hãy báo sai sót ở đúng mục đó.",
        "Your agency enters and updates your profile. Report what changes, for the agency to enter; where something is wrong, report it at that item.";
    NOTHING_YET = "Hồ sơ chưa có nội dung đã phê duyệt. Hãy điền theo chín nhóm mục rồi ký; có thể dừng và tiếp tục bất cứ lúc nào.",
        "Nothing is approved yet. Fill in the nine groups, then sign; you can stop and go on at any time.";
    NO_VERSION = "Chưa có phiên bản được phê duyệt", "No approved version yet";
    NO_VERSION_TEXT = "Nội dung hiện ra ở đây sau khi bước ký cuối cùng hoàn tất.", "It appears here after the last signature.";
    PRINT_TO_CHECK = "In để kiểm tra (PDF)", "Print to check (PDF)";
    SHOW_EMPTY = "Hiện cả mục để trống", "Show empty items too";
    CAREER = "Quá trình công tác", "Career";

    WAITING = "Đang chờ xử lý", "Waiting";
    SUBMITTED_BY = "{} – {} gửi lúc {}", "{} – sent by {} at {}";
    WAS_RETURNED = "Hồ sơ bị trả lại để chỉnh sửa. Lý do ghi ở bước bên dưới và cạnh từng mục khi điền.",
        "The profile was returned for correction. The reasons stand at the step below and beside each item of the form.";
    CORRECT_IT = "Chỉnh sửa theo yêu cầu", "Correct it";
    GO_DECIDE = "Mở để xem xét và ký", "Open to decide";
    SEE_SUBMISSION = "Xem hồ sơ trình duyệt", "See the submission";
    STEP_WAITING = "Chưa đến lượt", "Not yet";
    STEP_CURRENT = "Đang chờ ký", "Waiting for signature";
    STEP_SIGNED = "Đã ký", "Signed";
    STEP_RETURNED = "Đã trả lại", "Returned";

    NO_HISTORY = "Chưa có lịch sử", "No history yet";
    NO_HISTORY_TEXT = "Mỗi lần ký, gửi, phê duyệt hoặc trả lại sẽ được ghi ở đây.", "Each signature, approval and return is noted here.";
    DID_SUBMIT = "{} ký và gửi duyệt, {}", "{} signed and submitted, {}";
    DID_ENTER = "{} ký bản nhập của cơ quan, {}", "{} signed the agency's entry, {}";
    DID_APPROVE = "{} phê duyệt, {}", "{} approved, {}";
    DID_RETURN = "{} trả lại để chỉnh sửa, {}", "{} returned it for correction, {}";
    DID_SIGN_EXPORT = "{} ký bản kết xuất, {}", "{} signed the export, {}";
    DID_SEAL_EXPORT = "{} đóng chữ ký số cơ quan, {}", "{} sealed for the agency, {}";
    VERSION_NUMBER = "Phiên bản {}", "Version {}";
    EFFECTIVE = "có hiệu lực từ {}", "in force since {}";
    SIGNATURES = "Chữ ký", "Signatures";
    DIGEST = "Mã băm nội dung (SHA-256)", "Digest of the content (SHA-256)";
    EVIDENCE_FILE = "Tải gói chứng cứ (ZIP)", "Download the evidence package (ZIP)";
    CHAINED = "Nối tiếp đúng phiên bản trước", "Chained to the version before";
    NOT_CHAINED = "Không nối tiếp phiên bản trước", "Not chained to the version before";
    VERSION_BEFORE = "Xem phiên bản trước", "See the version before";
    COMPARED = "So với phiên bản trước", "Compared with the version before";
    WHAT_WAS_ENTERED = "Nội dung đã nhập", "What was entered";
    CHANGES_COUNT = "{} thay đổi", "{} changes";

    EXPORTS_LEAD = "Bản kết xuất có chữ ký số của người có thẩm quyền và của cơ quan thì có giá trị như bản giấy.",
        "An export with the signatures of the competent person and of the agency has the force of paper.";
    START_EXPORT = "Tạo bản kết xuất", "Start an export";
    NO_EXPORTS = "Chưa có bản kết xuất", "No exports";
    NO_EXPORTS_TEXT = "Chỉ hồ sơ đã phê duyệt mới kết xuất được.", "Only an approved profile can be exported.";
    EXPORT_LINE = "Phiên bản {} – {} – {}", "Version {} – {} – {}";
    EXPORT_TO_SIGN = "Chờ người có thẩm quyền ký", "To be signed";
    EXPORT_TO_STAMP = "Chờ dấu thời gian", "Waiting for a time stamp";
    EXPORT_TO_SEAL = "Chờ chữ ký số cơ quan", "To be sealed";
    EXPORT_COMPLETE = "Đủ chữ ký", "Complete";
    EXPORT_OF = "Sơ yếu lý lịch của {} – phiên bản {}", "CV of {} – version {}";
    MADE_BY = "{} tạo lúc {} · {} trang", "Made by {} at {} · {} pages";
    NOT_SIGNED = "Chưa có chữ ký nào.", "No signatures yet.";
    PDF_PREVIEW = "Xem trước bản PDF", "Preview of the PDF";
    DOWNLOAD_PDF = "Tải tệp PDF", "Download the PDF";
    SIGN_EXPORT_OF = "Bản kết xuất của {}", "Export of {}";
    AFTER_EXPORT_SIGNED = "Sau khi ký, bản này chuyển đến người giữ chữ ký số của cơ quan.", "Once signed, it goes to whoever keeps the agency's seal.";
    SIGN_EXPORT = "Ký bản kết xuất", "Sign the export";
    AFTER_SEALED = "Sau khi đóng chữ ký số cơ quan, bản này hoàn tất và không đổi được nữa.", "Once sealed, it is complete and cannot be changed.";
    SEAL = "Đóng chữ ký số cơ quan", "Put the agency's seal";
    SEAL_PIN = "Mã PIN của con dấu số", "PIN of the seal's token";
    SEAL_PIN_HINT = "Mã PIN của thiết bị giữ khóa của cơ quan; không được lưu lại.", "The PIN of the device that keeps the agency's key; it is never kept.";
    WAITS_FOR_STAMP = "Đang chờ dấu thời gian", "Waiting for the time stamp";
    WAITS_FOR_STAMP_TEXT = "Chữ ký đã có, nhưng máy chủ dấu thời gian chưa trả lời. Hệ thống tự thử lại; anh/chị có thể rời trang.",
        "The signature is there, but the time-stamp authority has not answered yet. It is asked again by itself; you may leave the page.";
    EXPORT_CODE = "mã {} – kiểm tra", "code {} – verify";
    SEALED = "Đã đóng chữ ký số cơ quan", "Sealed";
    WAITS_FOR_SIGNER = "Đang chờ người có thẩm quyền ký.", "Waiting for the competent person.";
    WAITS_FOR_SEAL = "Đang chờ chữ ký số của cơ quan.", "Waiting for the agency's seal.";
    EXPORT_IS_COMPLETE = "Đã đủ chữ ký của người có thẩm quyền và của cơ quan.", "Both signatures are on it.";

    REMARKS_LEAD = "Thấy mục nào sai thì báo ở đây; người quản lý hồ sơ phải trả lời.", "Report what is wrong here; whoever keeps the records has to answer.";
    NO_REMARKS = "Chưa có báo sai sót nào", "Nothing reported";
    NO_REMARKS_TEXT = "Nội dung báo và câu trả lời sẽ hiện ở đây.", "Reports and their answers appear here.";
    REMARK_OPEN = "Chưa trả lời", "Not answered";
    REMARK_ANSWERED = "Đã trả lời", "Answered";
    BY_AT = "{}, {}", "{}, {}";
    YOUR_ANSWER = "Trả lời", "Answer";
    SEND_ANSWER = "Gửi trả lời", "Send the answer";
    ANSWERED = "Đã gửi trả lời", "Answer sent";
    WHOLE_PROFILE = "Toàn bộ hồ sơ", "The whole profile";
    REPORT_WHAT = "Sai ở đâu, đúng phải là gì?", "What is wrong, and what would be right?";
    REPORT_HINT = "Nếu có giấy tờ chứng minh, ghi số và ngày của giấy tờ đó.", "Where a document proves it, give its number and date.";
    REPORT_TOO_SHORT = "Hãy ghi rõ sai ở đâu và đúng phải là gì.", "Say what is wrong and what would be right.";
    SEND_REPORT = "Gửi báo sai sót", "Send the report";
    REPORTED = "Đã gửi báo sai sót", "The report was sent";

    ACCESSES_LEAD = "Mỗi lần có người xem hoặc xử lý dữ liệu của hồ sơ đều được ghi lại.", "Every look at this profile and every action on it is recorded.";
    NO_ACCESSES = "Chưa có ai xem", "Nobody has looked";
    NO_ACCESSES_TEXT = "Lượt xem sẽ hiện ở đây.", "Accesses appear here.";
    WHEN = "Thời điểm", "When";
    WHO = "Ai", "Who";
    DID_WHAT = "Việc đã làm", "What";
    GROUND = "Căn cứ", "Ground";
    ACT_READ = "Xem hồ sơ", "Looked at the profile";
    ACT_VERSION_READ = "Xem một phiên bản", "Looked at a version";
    ACT_DRAFT_READ = "Xem bản nháp", "Looked at the draft";
    ACT_DRAFT_SAVED = "Lưu bản nháp", "Saved the draft";
    ACT_SUBMISSION_READ = "Xem hồ sơ trình duyệt", "Looked at the submission";
    ACT_SUBMITTED = "Ký và gửi duyệt", "Signed and submitted";
    ACT_APPROVED = "Phê duyệt", "Approved";
    ACT_RETURNED = "Trả lại để chỉnh sửa", "Returned for correction";
    ACT_ATTACHMENT_ADDED = "Thêm minh chứng", "Added evidence";
    ACT_ATTACHMENT_READ = "Xem minh chứng", "Looked at evidence";
    ACT_ATTACHMENT_REMOVED = "Gỡ minh chứng", "Removed evidence";
    ACT_EVIDENCE = "Tải hồ sơ xác minh", "Downloaded the verification file";
    ACT_PRINTED = "In để kiểm tra", "Printed to check";
    ACT_EXPORT_MADE = "Tạo bản kết xuất", "Started an export";
    ACT_EXPORT_READ = "Xem bản kết xuất", "Looked at an export";
    ACT_EXPORT_SIGNED = "Ký bản kết xuất", "Signed an export";
    ACT_EXPORT_SEALED = "Đóng chữ ký số cơ quan", "Sealed an export";
    ACT_REMARK_MADE = "Báo sai sót", "Reported a mistake";
    ACT_REMARK_ANSWERED = "Trả lời báo sai sót", "Answered a report";
    ACT_REGISTERED = "Đăng ký người được tuyển dụng", "Registered the person";
    ACT_ACCOUNT_ISSUED = "Cấp tài khoản", "Issued the account";
}
