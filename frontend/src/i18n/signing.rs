//! Texts of signing with keys of every place.

crate::texts! {
    PREPARING = "Đang chuẩn bị", "Getting ready";
    PREPARED = "Sẵn sàng ký", "Ready to sign";
    PREPARING_COUNT = "Đang chuẩn bị {} / {} nội dung…", "Getting {} of {} ready…";
    LOOKING = "Đang tìm khóa ký của anh/chị…", "Looking for your signing keys…";
    DIGEST = "mã băm {}", "digest {}";
    ON_BEHALF = "Ký thay: {}", "Signing for: {}";
    ON_BEHALF_BY = "Người ký: {}.", "Signed by {}.";
    ON_BEHALF_TEXT = "Chữ ký ghi cả hai tên và văn bản ủy quyền.", "The signature carries both names and the written basis.";
    CHOOSE = "Ký bằng chứng thư nào?", "Which certificate signs?";
    CHOOSE_ANOTHER = "Đổi chứng thư", "Change";
    ONLY_ONE = "Ký bằng chứng thư", "Sign with the certificate";
    UNTIL = "{} · hiệu lực đến {}", "{} · valid until {}";
    NONE_READY = "Không nội dung nào ký được lúc này. Lý do ghi ở từng dòng.", "Nothing can be signed now. The reasons stand in the list.";
    PREPARE_AGAIN = "Thử chuẩn bị lại", "Try again";
    NO_KEY_ANYWHERE = "Anh/chị chưa có khóa ký nào dùng được", "You have no signing key that can be used";
    TO_KEYS = "Mở trang Khóa ký", "Open the Signing keys page";
    LOOK_AGAIN = "Tìm lại", "Look again";

    FILE = "Tệp .p12 hoặc .pfx", "The .p12 or .pfx file";
    FILE_HINT = "Tệp được mở ngay trong trình duyệt, không gửi đi đâu.", "It is opened in the browser and sent nowhere.";
    FILE_PASSWORD = "Mật khẩu của tệp", "Password of the file";
    FILE_NEEDED = "Hãy chọn tệp.", "Choose the file.";
    FILE_TITLE = "Không mở được tệp chữ ký", "The key file could not be opened";
    FILE_WRONG_PASSWORD = "Mật khẩu của tệp chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt.",
        "That is not the password of the file. Check Caps Lock and the input method.";
    FILE_NOT_A_KEY = "Đây không phải tệp chữ ký số (.p12, .pfx), hoặc tệp đã hỏng.", "This is no key file (.p12, .pfx), or it is damaged.";
    FILE_NO_KEY = "Tệp này chỉ có chứng thư mà không có khóa. Hãy chọn đúng tệp có khóa.", "This file has certificates but no key. Choose the one with the key.";
    FILE_UNSUPPORTED = "Tệp được bảo vệ bằng cách mà trình duyệt chưa đọc được. Hãy xuất lại tệp với AES-256 hoặc 3DES.",
        "The file is protected in a way that cannot be read here. Export it again with AES-256 or 3DES.";
    FILE_KIND_UNSUPPORTED = "Khóa trong tệp không phải RSA hoặc ECDSA P-256 nên chưa ký được.", "The key is neither RSA nor ECDSA P-256, so it cannot sign here.";
    FILE_UNREADABLE = "Không đọc được tệp. Có thể tệp đã bị chuyển chỗ hoặc USB đã rút ra.", "The file cannot be read. It may have been moved, or the drive taken out.";
    FILE_OTHER = "Tệp này thuộc chứng thư khác với chứng thư đã chọn ở trên.", "This file belongs to another certificate than the one chosen above.";
    MODULE_TITLE = "Chưa tải được phần mở tệp .p12", "The part that opens .p12 files did not load";
    MODULE_TEXT = "Hãy kiểm tra mạng rồi thử lại. Chưa có gì thay đổi.", "Check the network and try again. Nothing was changed.";

    AGENT_CHECKING = "Đang tìm phần mềm ký trên máy này…", "Looking for the signing software on this computer…";
    AGENT_READY = "Phần mềm ký đã sẵn sàng. Khi bấm Ký, cửa sổ của phần mềm sẽ hỏi mã PIN.",
        "The signing software is ready. When you press Sign, its window asks for the PIN.";
    AGENT_MANY = "Có {} nội dung: phần mềm ký lần lượt từng nội dung.", "There are {} items; the software signs them one after the other.";
    AGENT_MISSING_TITLE = "Không tìm thấy phần mềm ký trên máy này", "The signing software was not found on this computer";
    AGENT_MISSING = "Phần mềm ký (VGCA Sign Service) chưa cài hoặc chưa chạy.", "The signing software (VGCA Sign Service) is not installed or not running.";
    AGENT_STEP_TOKEN = "Cắm USB token vào máy.", "Put the USB token into this computer.";
    AGENT_STEP_RUN = "Mở VGCA Sign Service từ màn hình hoặc menu Start; biểu tượng hiện ở góc dưới bên phải, cạnh đồng hồ.",
        "Open VGCA Sign Service from the desktop or the Start menu; its icon appears near the clock.";
    AGENT_STEP_INSTALL = "Nếu máy chưa có, nhờ bộ phận công nghệ thông tin cài bộ VGCASignService của Cục Chứng thực số và Bảo mật thông tin.",
        "If it is not there, ask your IT department to install VGCASignService of the authority that issued the token.";
    AGENT_STEP_ALLOW = "Nếu trình duyệt hỏi quyền kết nối tới thiết bị trên máy hoặc mạng nội bộ, hãy chọn Cho phép.",
        "If the browser asks to let this page reach devices on this computer or local network, allow it.";
    AGENT_CANCELLED_TITLE = "Anh/chị đã hủy trong phần mềm ký", "You cancelled in the signing software";
    AGENT_CANCELLED = "Chưa có gì thay đổi; có thể ký lại bất cứ lúc nào.", "Nothing was changed; you can sign again at any time.";
    AGENT_REFUSED = "Phần mềm ký không ký được", "The signing software did not sign";
    AGENT_REFUSED_TEXT = "Phần mềm không nói lý do. Hãy kiểm tra USB token đã cắm chặt rồi thử lại.", "It gave no reason. Check that the token is in place and try again.";
    AGENT_SILENT = "Phần mềm không trả lời. Hãy xem cửa sổ của phần mềm có đang ẩn phía sau không, rồi thử lại.",
        "It did not answer. Look whether its window is hidden behind others, then try again.";
    AGENT_NO_CERTIFICATE = "Phần mềm ký không đưa ra chứng thư nào. Hãy cắm USB token rồi thử lại.", "It showed no certificate. Put the token in and try again.";
    AGENT_NO_SIGNATURE = "Phần mềm ký không trả về chữ ký. Hãy thử lại.", "It returned no signature. Try again.";
    AGENT_AS_FILE = "Để phần mềm ký tự mở tệp PDF và ký", "Let the signing software open and sign the PDF itself";
    AGENT_AS_FILE_TEXT = "Phần mềm ký bản cũ có thể chỉ ký được cả tệp.", "Older signing software may only sign whole files.";
    AGENT_FILE_LOST = "Phần mềm đã ký nhưng tệp chưa về tới máy chủ. Hãy tải lại trang sau ít phút để xem.",
        "It signed, but the file has not come back yet. Reload the page in a few minutes.";

    PIN = "Mã PIN", "PIN";
    PIN_HINT = "Mã PIN của thiết bị; không được lưu lại. Một lần nhập ký được tất cả nội dung trên.",
        "The PIN of the token; it is never kept. Typed once it signs everything above.";
    CODE = "Mã xác nhận dùng một lần", "One-time code";
    CODE_HINT = "Bấm “Gửi mã”, rồi nhập mã nhận được trên điện thoại.", "Press “Send the code”, then type what arrives on your telephone.";
    SEND_CODE = "Gửi mã", "Send the code";
    SEND_CODE_AGAIN = "Gửi lại mã", "Send it again";
    CODE_SENT = "Đã gửi mã đến điện thoại của anh/chị.", "The code was sent to your telephone.";
    PHONE_NOTE = "Khi bấm Ký, dịch vụ sẽ gửi yêu cầu đến điện thoại của anh/chị để xác nhận.", "When you press Sign, the service asks you to confirm on your telephone.";
    CONFIRM_TITLE = "Hãy xác nhận trên điện thoại", "Confirm on your telephone";
    CONFIRM_TEXT = "Mở ứng dụng ký số trên điện thoại và bấm đồng ý. Trang này tự chuyển tiếp khi anh/chị xác nhận xong.",
        "Open the signing app on your telephone and agree. This page goes on by itself.";
    CONFIRM_WAITED = "Đã chờ {}", "Waited {}";
    CONFIRM_OFFLINE = "Mất kết nối với máy chủ; vẫn đang thử lại.", "The server cannot be reached; still trying.";
    GIVE_UP = "Hủy yêu cầu ký", "Cancel the signing";
    GIVEN_UP = "Đã hủy yêu cầu ký. Chưa có gì được ký; mọi nội dung vẫn như trước. Nếu điện thoại còn hỏi xác nhận, có thể bỏ qua: xác nhận muộn không có hiệu lực.",
        "The signing was cancelled. Nothing was signed; everything is as it was. If the telephone still asks, ignore it: a late confirmation has no effect.";
    GIVEN_UP_ONE = "Đã hủy, giữ nguyên như trước", "Cancelled, as it was before";
    NOT_GIVEN_UP = "Chưa hủy được yêu cầu ký; trang vẫn đang chờ xác nhận.", "The signing could not be cancelled; this page still waits.";
    STOP_WAITING = "Thôi chờ", "Stop waiting";
    STOPPED_TITLE = "Đã thôi chờ", "Stopped waiting";
    STOPPED = "Nếu anh/chị không xác nhận trên điện thoại thì không có gì thay đổi. Nếu đã xác nhận, hãy tải lại trang để xem kết quả.",
        "If you do not confirm on the telephone, nothing changes. If you already did, reload the page to see the result.";
    NO_OUTCOME = "Chưa rõ kết quả. Hãy tải lại trang để xem.", "The outcome is not known. Reload the page to see.";

    WAITING_STAMP = "Chữ ký trước còn đang chờ dấu thời gian nên chưa ký tiếp được. Thường chỉ mất vài phút; hãy thử lại sau.",
        "The signature before is still waiting for its time stamp, so the next cannot be made yet. It usually takes a few minutes; try again then.";
    STAMP_WAITING = "Đang chờ dấu thời gian", "Waiting for the time stamp";
    STAMPED = "Dấu thời gian: {}", "Time stamp: {}";
    STAMPED_BY = "Dấu thời gian: {} – {}", "Time stamp: {} – {}";
    NOT_WAITING_TITLE = "Không còn chờ anh/chị ký", "No longer waiting for you";
    NOT_WAITING = "Bước này đã được ký, đã trả lại, hoặc người khác đang xử lý.", "The step was signed or returned meanwhile, or somebody else is on it.";
    SOME_NOT_READY = "{} nội dung chưa chuẩn bị được nên sẽ không ký; các nội dung khác vẫn ký được.", "{} items could not be got ready and will not be signed; the others can.";
}
