//! Texts of keys and signing.

crate::texts! {
    SIGN_TITLE = "Ký số", "Sign";
    SIGN_WHAT = "Sẽ ký {} nội dung, mỗi nội dung một chữ ký riêng.", "{} items will be signed, each with a signature of its own.";
    SIGN_ONE = "Sẽ ký nội dung sau.", "This will be signed.";
    SIGN_ACTION = "Ký", "Sign";
    SIGN_ACTION_ALL = "Ký {} nội dung", "Sign {} items";
    SIGN_PROGRESS = "Đang ký {} / {}", "Signing {} of {}";
    SIGN_KEEP_OPEN = "Xin đừng đóng trang cho đến khi ký xong.", "Please keep the page open until signing is finished.";
    SIGN_DONE = "Đã ký xong {} nội dung.", "{} items were signed.";
    SIGN_DONE_ONE = "Đã ký xong.", "Signed.";
    SIGN_SOME_FAILED = "{} nội dung chưa ký được. Những nội dung đó vẫn giữ nguyên như trước.", "{} items could not be signed. They are as they were before.";
    SIGN_RETRY_FAILED = "Ký lại những nội dung chưa được", "Sign the failed ones again";
    SIGN_FINISH = "Xong", "Done";
    SIGNED = "Đã ký", "Signed";
    SIGNING = "Đang ký", "Signing";

    NO_KEY_TITLE = "Trình duyệt này chưa có khóa ký", "This browser has no signing key yet";
    NO_KEY_TEXT = "Khóa ký được tạo và giữ ngay trong trình duyệt này; không ai, kể cả máy chủ, đọc được nó. Chỉ cần tạo một lần trên mỗi máy.",
        "The key is made and kept in this browser; nobody, not even the server, can read it. It is needed once on each machine.";
    NO_KEY_ELSEWHERE = "Anh/chị đã có khóa ở: {}. Có thể ký tại đó, hoặc tạo thêm một khóa ở đây.",
        "You have a key in: {}. Sign there, or make another key here.";
    CREATE_HERE = "Tạo khóa ký trong trình duyệt này", "Make a signing key in this browser";
    CREATED = "Đã tạo khóa ký và được cấp chứng thư.", "The key was made and its certificate issued.";

    INSECURE_TITLE = "Trang không được bảo vệ", "The page is not protected";
    INSECURE_TEXT = "Trình duyệt chỉ cho ký khi trang mở qua HTTPS. Hãy mở lại bằng địa chỉ bắt đầu với https:// hoặc báo bộ phận công nghệ thông tin.",
        "Browsers sign only on pages opened over HTTPS. Open the address that begins with https://, or tell your IT department.";
    REFUSED_TITLE = "Trình duyệt không ký được", "The browser could not sign";
    REFUSED_TEXT = "Trình duyệt từ chối thao tác với khóa. Hãy tải lại trang rồi thử lại; nếu vẫn không được, tạo khóa mới ở trang Khóa ký.",
        "The browser refused to use the key. Reload the page and try again; if it still fails, make a new key on the Signing keys page.";
    NO_STORE_TITLE = "Trình duyệt không giữ được khóa", "The browser cannot keep keys";
    NO_STORE_TEXT = "Có thể anh/chị đang dùng cửa sổ ẩn danh, hoặc bộ nhớ đã đầy. Hãy mở bằng cửa sổ thường.",
        "This may be a private window, or the storage is full. Open an ordinary window.";
    MISMATCH_TITLE = "Nội dung cần ký không khớp", "What is to be signed does not match";
    MISMATCH_TEXT = "Mã băm trong yêu cầu ký không phải của nội dung được hiển thị, nên trình duyệt đã không ký. Hãy báo bộ phận công nghệ thông tin.",
        "The digest in the signing request is not that of the content shown, so the browser did not sign. Tell your IT department.";

    PAGE_TITLE = "Khóa ký", "Signing keys";
    PAGE_INTRO = "Khóa ký dùng để ký hồ sơ, ký duyệt. Mỗi khóa ở một nơi; có thể có nhiều khóa và chọn khi ký.",
        "A signing key signs profiles and decisions. Each is kept in one place; you may have several and choose when you sign.";
    LIST_TITLE = "Khóa của anh/chị", "Your keys";
    NEW_KEY_TITLE = "Tạo khóa ký mới", "Make a new signing key";
    LABEL = "Tên gọi nơi giữ khóa", "Name of where the key is kept";
    LABEL_HINT = "Để anh/chị nhận ra sau này, ví dụ: Chrome trên máy cơ quan.", "So that you recognise it later, for example: Chrome on the office computer.";
    KIND = "Loại khóa", "Kind of key";
    KIND_RSA = "RSA 2048 – dùng được với mọi phần mềm đọc PDF", "RSA 2048 – works with every PDF reader";
    KIND_P256 = "ECDSA P-256 – ký nhanh hơn", "ECDSA P-256 – signs faster";
    HERE = "Trong trình duyệt này", "In this browser";
    NOT_HERE = "Ở trình duyệt khác", "In another browser";
    PLACE = "Nơi giữ", "Place";
    STATUS_VALID = "Còn hiệu lực", "Valid";
    STATUS_UNPROVEN = "Chưa ký thử", "Not proven yet";
    STATUS_AWAITING = "Chờ xác nhận", "Waiting for confirmation";
    STATUS_EXPIRED = "Hết hạn", "Expired";
    STATUS_REVOKED = "Đã thu hồi", "Revoked";
    SUBJECT = "Cấp cho", "Issued to";
    VALIDITY = "Hiệu lực", "Validity";
    WORTH = "Giá trị", "Worth";
    REVOKE = "Báo mất, thu hồi", "Lost or leaked: revoke";
    REVOKE_TITLE = "Thu hồi chứng thư", "Revoke the certificate";
    REVOKE_TEXT = "Sau khi thu hồi, khóa này không ký được nữa. Các chữ ký đã ký trước đó vẫn có giá trị.",
        "A revoked key signs no more. Signatures made before stay valid.";
    REVOKED = "Đã thu hồi chứng thư.", "The certificate was revoked.";
    EMPTY_TITLE = "Chưa có khóa ký", "No signing key yet";
    EMPTY_TEXT = "Chọn một nơi giữ khóa ở dưới để bắt đầu. Tạo khóa trong trình duyệt này mất chưa đến một phút.",
        "Choose a place below to begin. Making a key in this browser takes less than a minute.";

    UNPROVEN_TEXT = "Chứng thư đã đăng ký nhưng chưa ký thử, nên chưa dùng được.", "The certificate is registered but its key was not shown yet, so it cannot be used.";
    PROVE = "Ký thử để hoàn tất", "Sign the test to finish";
    PROOF_OF = "Ký thử với khóa {}", "Test of the key {}";
    AWAITING_TEXT = "Chứng thư không ghi số định danh của anh/chị. Người cấp tài khoản của đơn vị sẽ đối chiếu và xác nhận; sau đó khóa dùng được ngay.",
        "The certificate does not name your identity number. Whoever issues accounts in your unit compares and confirms it; then it can be used at once.";
    ENDS_IN = "Còn {} ngày là hết hạn.", "It ends in {} days.";
    ENDS_TODAY = "Hết hạn hôm nay.", "It ends today.";
    HAS_ENDED = "Đã hết hạn, không ký được nữa.", "It has ended and signs no more.";
    RENEW_TEXT = "Gia hạn sẽ tạo khóa mới trong trình duyệt này và thôi dùng khóa cũ. Chữ ký đã ký vẫn có giá trị.",
        "Renewing makes a new key in this browser and retires the old one. Signatures already made stay valid.";
    RENEW = "Gia hạn", "Renew";
    RENEW_REASON = "Thay bằng khóa mới trước khi hết hạn", "Replaced by a new key before its end";
    RENEWED = "Đã gia hạn: khóa mới dùng được ngay.", "Renewed: the new key can be used at once.";
    RENEW_OUTSIDE = "Hãy xin gia hạn ở nơi cấp chứng thư, rồi đăng ký chứng thư mới tại đây.", "Ask its issuer to renew it, then register the new certificate here.";
    STOP_USING = "Không dùng nữa", "Use no more";
    STOP_TITLE = "Không dùng khóa này nữa", "Use this key no more";
    STOP_TEXT = "Hệ thống sẽ không nhận chữ ký bằng khóa này nữa. Nếu mất thiết bị hoặc lộ mã PIN, hãy báo ngay cả nơi đã cấp chứng thư để thu hồi.",
        "Signatures with this key will no longer be accepted here. If the device is lost or the PIN known, also tell the issuer at once, to have it revoked.";
    STOPPED = "Đã thôi dùng khóa này.", "This key is used no more.";
    WHY = "Vì sao?", "Why?";
    WHY_LOST = "Mất máy, mất thiết bị", "The machine or device is lost";
    WHY_LEAKED = "Nghi người khác biết mật khẩu, mã PIN", "Somebody else may know the password or PIN";
    WHY_MOVED = "Chuyển cơ quan hoặc đổi họ tên", "Moved to another body, or changed name";
    WHY_REPLACED = "Đã thay bằng khóa khác", "Replaced by another key";
    WHY_LEFT = "Không còn dùng đến", "No longer needed";
    LISTED_AS = "Danh sách thu hồi ghi lý do: {}.", "The revocation list gives the reason: {}.";
    CODE_COMPROMISE = "lộ hoặc mất khóa", "key compromised or lost";
    CODE_AFFILIATION = "đổi cơ quan hoặc họ tên", "affiliation or name changed";
    CODE_SUPERSEDED = "đã thay bằng chứng thư khác", "superseded by another certificate";
    CODE_CESSATION = "thôi dùng", "no longer used";
    DETAILS = "Nói rõ thêm (nếu cần)", "More about it (if needed)";
    LOST_TITLE = "Mất máy hoặc mất khóa?", "Lost the machine or the key?";
    LOST_TEXT = "Bấm “Báo mất, thu hồi” hoặc “Không dùng nữa” ở đúng khóa đó ngay, rồi thêm khóa mới. Xóa dữ liệu trình duyệt cũng làm mất khóa trong trình duyệt; khi đó chỉ cần tạo khóa mới, các chữ ký cũ không bị ảnh hưởng.",
        "Press “Lost or leaked: revoke” or “Use no more” at that key at once, then add a new one. Clearing the browser's data loses the key kept in it; just make a new one, signatures already made are not affected.";
}
