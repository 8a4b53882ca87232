//! Texts of where keys are kept, and of adding a place.

crate::texts! {
    BROWSER = "Trong trình duyệt", "In a browser";
    FILE = "Trong tệp .p12", "In a .p12 file";
    AGENT = "Trong USB token cắm ở máy này", "In a USB token of this computer";
    TOKEN = "Trong thiết bị ký của máy chủ", "In a token of the server";
    REMOTE = "Ở dịch vụ ký từ xa", "At a remote signing service";

    ADD_TITLE = "Thêm nơi giữ khóa", "Add a place for a key";
    ADD_TEXT = "Chọn theo thứ anh/chị đang có. Nếu chưa có gì, hãy chọn trình duyệt.",
        "Choose by what you have. If you have nothing yet, choose the browser.";
    BROWSER_CARD = "Chưa có chữ ký số? Tạo khóa ngay trong trình duyệt này, mất chưa đến một phút, không cần thiết bị nào.",
        "No digital signature yet? Make a key in this browser in less than a minute, without any device.";
    BROWSER_ACTION = "Tạo khóa mới", "New key";
    FILE_CARD = "Anh/chị được cấp một tệp có đuôi .p12 hoặc .pfx kèm mật khẩu. Mỗi lần ký sẽ chọn tệp và nhập mật khẩu; tệp không rời khỏi máy này.",
        "You were given a file ending in .p12 or .pfx with a password. You choose it and type the password at each signing; it never leaves this computer.";
    FILE_ACTION = "Dùng tệp .p12", "Use a .p12 file";
    AGENT_CARD = "Anh/chị có USB token của Ban Cơ yếu Chính phủ cắm vào máy này. Phần mềm ký trên máy sẽ hỏi mã PIN.",
        "You have a USB token from the Government Cipher Committee in this computer. The signing software on it asks for the PIN.";
    AGENT_ACTION = "Dùng USB token", "Use a USB token";
    TOKEN_CARD = "Khóa của anh/chị nằm trong thiết bị bảo mật đặt tại máy chủ của cơ quan. Mỗi lần ký chỉ cần nhập mã PIN.",
        "Your key is in a secure device at the agency's server. You type its PIN at each signing.";
    TOKEN_ACTION = "Dùng thiết bị của máy chủ", "Use the server's token";
    REMOTE_CARD = "Anh/chị có tài khoản ký số từ xa ({}). Mỗi lần ký sẽ xác nhận trên điện thoại hoặc nhập mã gửi về.",
        "You have an account with a remote signing service ({}). You confirm on the telephone at each signing, or type the code it sends.";
    REMOTE_ACTION = "Dùng ký số từ xa", "Use remote signing";

    LABEL = "Tên gọi cho dễ nhớ", "A name you will recognise";
    LABEL_FILE = "Tệp chữ ký số", "Key file";
    LABEL_AGENT = "USB token", "USB token";
    LABEL_TOKEN = "Thiết bị ký của cơ quan", "The agency's token";
    LABEL_REMOTE = "Ký số từ xa", "Remote signing";
    PROOF_TEXT = "Để chứng minh anh/chị đang giữ khóa, hệ thống ký thử một nội dung nhỏ. Nội dung đó không có giá trị gì khác.",
        "To show that you hold the key, one small text is signed. It serves no other purpose.";
    REGISTER = "Đăng ký và ký thử", "Register and sign the test";
    REGISTERING = "Đang đăng ký và ký thử…", "Registering and signing the test…";
    AGENT_WILL_ASK = "Phần mềm ký có thể hỏi mã PIN hai lần: một lần để đọc chứng thư, một lần để ký thử.",
        "The signing software may ask for the PIN twice: to read the certificate, and to sign the test.";
    REGISTERED = "Đã đăng ký, dùng được ngay.", "Registered and ready to use.";
    REGISTERED_AWAITING = "Đã đăng ký. Chứng thư không ghi số định danh nên cần người cấp tài khoản của đơn vị xác nhận trước khi ký.",
        "Registered. The certificate names no identity number, so whoever issues accounts in your unit has to confirm it first.";
    WHICH_TOKEN = "Thiết bị", "Token";
    WHICH_SERVICE = "Dịch vụ", "Service";
    SERVICE_USER = "Tên đăng nhập ở dịch vụ đó", "Your user name there";
    SERVICE_USER_HINT = "Thường là số căn cước hoặc số điện thoại anh/chị đã đăng ký với dịch vụ.",
        "Usually the identity or telephone number you registered with the service.";
    FIND = "Tìm chứng thư", "Find the certificates";
    SOURCES = "Chứng thư tìm thấy", "Certificates found";
    NO_SOURCES = "Không tìm thấy chứng thư nào. Hãy kiểm tra lại tên đăng nhập, hoặc hỏi nơi cấp chữ ký số.",
        "No certificate was found. Check the user name, or ask whoever issued your signature.";
    SOURCE_UNTIL = "{} · đến {}", "{} · until {}";
    ANCHORS = "Nơi cấp được chấp nhận", "Issuers that count here";
    NONE_OFFERED = "Hệ thống này chưa cho thêm khóa", "No keys can be added here";
    NONE_OFFERED_TEXT = "Quản trị hệ thống chưa mở nơi giữ khóa nào. Hãy liên hệ bộ phận công nghệ thông tin.",
        "The administrators have not opened any place for keys. Ask your IT department.";
}
