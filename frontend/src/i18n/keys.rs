//! Texts of keys and signing.

crate::texts! {
    SIGN_TITLE = "Ký số", "Sign";
    SIGN_WHAT = "Sẽ ký {} nội dung, mỗi nội dung một chữ ký riêng.", "{} items will be signed, each with a signature of its own.";
    SIGN_ONE = "Sẽ ký nội dung sau.", "This will be signed.";
    SIGN_WITH = "Ký bằng chứng thư", "Sign with the certificate";
    SIGN_ACTION = "Ký", "Sign";
    SIGN_ACTION_ALL = "Ký {} nội dung", "Sign {} items";
    SIGN_LOOKING = "Đang tìm khóa ký trong trình duyệt này…", "Looking for the signing key in this browser…";
    SIGN_PROGRESS = "Đang ký {} / {}", "Signing {} of {}";
    SIGN_KEEP_OPEN = "Xin đừng đóng trang cho đến khi ký xong.", "Please keep the page open until signing is finished.";
    SIGN_DONE = "Đã ký xong {} nội dung.", "{} items were signed.";
    SIGN_DONE_ONE = "Đã ký xong.", "Signed.";
    SIGN_SOME_FAILED = "{} nội dung chưa ký được. Những nội dung đó vẫn giữ nguyên như trước.", "{} items could not be signed. They are as they were before.";
    SIGN_RETRY_FAILED = "Ký lại những nội dung chưa được", "Sign the failed ones again";
    SIGN_FINISH = "Xong", "Done";
    SIGNED = "Đã ký", "Signed";
    WAITING = "Chờ ký", "Waiting";
    SIGNING = "Đang ký", "Signing";
    VALID_UNTIL = "Hiệu lực đến", "Valid until";
    KEPT_IN = "Khóa ở", "Key kept in";

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
    PAGE_INTRO = "Khóa ký dùng để ký hồ sơ, ký duyệt. Khóa nằm trong trình duyệt đã tạo ra nó và không thể sao chép đi nơi khác.",
        "A signing key signs profiles and decisions. It stays in the browser that made it and cannot be copied elsewhere.";
    NEW_KEY = "Tạo khóa mới", "New key";
    NEW_KEY_TITLE = "Tạo khóa ký mới", "Make a new signing key";
    LABEL = "Tên gọi nơi giữ khóa", "Name of where the key is kept";
    LABEL_HINT = "Để anh/chị nhận ra sau này, ví dụ: Chrome trên máy cơ quan.", "So that you recognise it later, for example: Chrome on the office computer.";
    KIND = "Loại khóa", "Kind of key";
    KIND_RSA = "RSA 2048 – dùng được với mọi phần mềm đọc PDF", "RSA 2048 – works with every PDF reader";
    KIND_P256 = "ECDSA P-256 – ký nhanh hơn", "ECDSA P-256 – signs faster";
    HERE = "Trong trình duyệt này", "In this browser";
    NOT_HERE = "Ở nơi khác", "Elsewhere";
    STATUS_VALID = "Còn hiệu lực", "Valid";
    STATUS_UNPROVEN = "Chưa ký thử", "Not proven yet";
    STATUS_AWAITING = "Chờ xác nhận", "Waiting for confirmation";
    STATUS_EXPIRED = "Hết hạn", "Expired";
    STATUS_REVOKED = "Đã thu hồi", "Revoked";
    SUBJECT = "Cấp cho", "Issued to";
    VALIDITY = "Hiệu lực", "Validity";
    WORTH = "Giá trị", "Worth";
    REVOKE = "Thu hồi", "Revoke";
    REVOKE_TITLE = "Thu hồi chứng thư", "Revoke the certificate";
    REVOKE_TEXT = "Sau khi thu hồi, khóa này không ký được nữa. Các chữ ký đã ký trước đó vẫn có giá trị.",
        "A revoked key signs no more. Signatures made before stay valid.";
    REVOKED = "Đã thu hồi chứng thư.", "The certificate was revoked.";
    EMPTY_TITLE = "Chưa có khóa ký", "No signing key yet";
    EMPTY_TEXT = "Tạo khóa trong trình duyệt này để ký hồ sơ. Mất chưa đến một phút.", "Make a key in this browser to sign. It takes less than a minute.";
    LOST_TITLE = "Mất máy hoặc mất khóa?", "Lost the machine or the key?";
    LOST_TEXT = "Thu hồi ngay chứng thư của khóa đó ở danh sách trên, rồi tạo khóa mới trên máy đang dùng. Xóa dữ liệu trình duyệt cũng làm mất khóa; khi đó chỉ cần tạo khóa mới, các chữ ký cũ không bị ảnh hưởng.",
        "Revoke its certificate in the list above at once, then make a new key on the machine you use. Clearing the browser's data loses the key too; just make a new one, signatures already made are not affected.";
}
