//! Errors as callers see them: one table from code to status and words (`docs/API.md`).

use actix_web::http::StatusCode;
use congvu_db::{Conflict, DbError};
use congvu_openapi::problem::{FieldError, Problem};

use crate::http::Language;

/// Words in both languages, made at run time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub vi: String,
    pub en: String,
}

/// Says the same in Vietnamese and English.
pub fn said(vi: impl Into<String>, en: impl Into<String>) -> Said {
    Said {
        vi: vi.into(),
        en: en.into(),
    }
}

impl Said {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }
}

/// One mistake in a request, tied to a place in it.
#[derive(Clone, Debug)]
pub struct Mistake {
    pub pointer: String,
    pub item: String,
    pub code: String,
    pub message: Said,
}

/// A refused request.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{code:?}: {}", detail.en)]
pub struct ApiError {
    pub code: Code,
    pub detail: Said,
    pub mistakes: Vec<Mistake>,
    pub header: Option<Header>,
}

/// What goes into a header of the answer.
#[derive(Clone, Debug)]
pub enum Header {
    /// The current entity tag, with 412.
    ETag(String),
    /// The methods that the address has, with 405.
    Allow(String),
}

macro_rules! codes {
    ($($variant:ident $name:literal $status:ident $vi:literal $en:literal;)*) => {
        /// Every kind of problem: stable code, status, title.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($variant),* }

        impl Code {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            pub fn status(self) -> StatusCode {
                match self { $(Self::$variant => StatusCode::$status),* }
            }

            pub fn title(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$variant, Language::Vietnamese) => $vi,
                      (Self::$variant, Language::English) => $en),*
                }
            }
        }
    };
}

codes! {
    BadRequest "bad_request" BAD_REQUEST "Yêu cầu không đọc được" "The request cannot be read";
    IdempotencyKeyMissing "idempotency_key_missing" BAD_REQUEST "Thiếu Idempotency-Key" "Idempotency-Key is missing";
    SignInNeeded "sign_in_needed" UNAUTHORIZED "Cần đăng nhập" "Sign in first";
    WrongCredentials "wrong_credentials" UNAUTHORIZED "Sai tên đăng nhập hoặc mật khẩu" "Wrong user name or password";
    Forbidden "forbidden" FORBIDDEN "Không có quyền" "Not allowed";
    CsrfTokenMissing "csrf_token_missing" FORBIDDEN "Thiếu mã chống giả mạo" "The CSRF token is missing";
    PasswordChangeNeeded "password_change_needed" FORBIDDEN "Cần đổi mật khẩu" "The password must be changed first";
    NotFound "not_found" NOT_FOUND "Không tìm thấy" "Not found";
    MethodNotAllowed "method_not_allowed" METHOD_NOT_ALLOWED "Phương thức không được hỗ trợ" "Method not allowed";
    NotAcceptable "not_acceptable" NOT_ACCEPTABLE "Không có định dạng được yêu cầu" "Not acceptable";
    AlreadyDone "already_done" CONFLICT "Việc này đã được thực hiện" "Already done";
    Conflicting "conflict" CONFLICT "Mâu thuẫn với trạng thái hiện tại" "It conflicts with the present state";
    WaitingForTimeStamp "waiting_for_time_stamp" CONFLICT "Đang chờ dấu thời gian" "A time stamp is being waited for";
    SigningRequestOver "signing_request_over" GONE "Yêu cầu ký đã hết hạn hoặc đã dùng" "The signing request is over";
    Stale "stale" PRECONDITION_FAILED "Dữ liệu đã thay đổi" "It changed meanwhile";
    TooLarge "too_large" PAYLOAD_TOO_LARGE "Dữ liệu quá lớn" "Too large";
    UnsupportedMedia "unsupported_media_type" UNSUPPORTED_MEDIA_TYPE "Định dạng không được hỗ trợ" "Unsupported media type";
    Invalid "invalid" UNPROCESSABLE_ENTITY "Dữ liệu chưa đúng" "The data are not right";
    SignatureRefused "signature_refused" UNPROCESSABLE_ENTITY "Chữ ký không được chấp nhận" "The signature is refused";
    IdempotencyKeyReused "idempotency_key_reused" UNPROCESSABLE_ENTITY "Idempotency-Key đã dùng cho yêu cầu khác" "Idempotency-Key was used for another request";
    IfMatchMissing "if_match_missing" PRECONDITION_REQUIRED "Thiếu If-Match" "If-Match is missing";
    TooManyAttempts "too_many_attempts" TOO_MANY_REQUESTS "Thử sai quá nhiều lần" "Too many failed attempts";
    Internal "internal" INTERNAL_SERVER_ERROR "Lỗi của hệ thống" "A fault of the system";
    Unavailable "unavailable" SERVICE_UNAVAILABLE "Tạm thời không dùng được" "Not available for the moment";
}

impl ApiError {
    pub fn new(code: Code, detail: Said) -> Self {
        Self {
            code,
            detail,
            mistakes: Vec::new(),
            header: None,
        }
    }

    /// It does not exist, or the caller may not know that it does.
    pub fn not_found() -> Self {
        Self::new(
            Code::NotFound,
            said(
                "Không có nội dung này, hoặc tài khoản của anh/chị không được xem.",
                "There is no such thing, or your account may not see it.",
            ),
        )
    }

    pub fn forbidden() -> Self {
        Self::new(
            Code::Forbidden,
            said(
                "Vai trò của tài khoản không cho phép việc này. Nếu cần, hãy đề nghị đơn vị cấp tài khoản.",
                "The roles of your account do not allow this. If you need it, ask who issues accounts.",
            ),
        )
    }

    pub fn conflict(detail: Said) -> Self {
        Self::new(Code::Conflicting, detail)
    }

    /// Something else was saved meanwhile; `revision` is what is there now.
    pub fn stale(revision: i64) -> Self {
        Self {
            header: Some(Header::ETag(format!("\"{revision}\""))),
            ..Self::new(
                Code::Stale,
                said(
                    "Người khác đã thay đổi dữ liệu này sau khi anh/chị mở. Hãy tải lại, so sánh rồi thực hiện lại.",
                    "Somebody changed this after you opened it. Load it again, compare, and repeat.",
                ),
            )
        }
    }

    /// Understood, but wrong at these places.
    pub fn invalid(mistakes: Vec<Mistake>) -> Self {
        let detail = match mistakes.as_slice() {
            [only] => only.message.clone(),
            many => said(
                format!("Có {} chỗ cần sửa; xem từng mục.", many.len()),
                format!("{} places have to be mended; see each of them.", many.len()),
            ),
        };
        Self {
            mistakes,
            ..Self::new(Code::Invalid, detail)
        }
    }

    /// Understood, but wrong at one place.
    pub fn invalid_at(pointer: impl Into<String>, code: &str, message: Said) -> Self {
        Self::invalid(vec![Mistake {
            pointer: pointer.into(),
            item: String::new(),
            code: code.to_owned(),
            message,
        }])
    }

    /// A mistake of ours; the words go to the log and not to the caller.
    #[track_caller]
    pub fn internal(error: impl std::fmt::Display) -> Self {
        let at = std::panic::Location::caller();
        log::error!("{at}: {error}");
        Self::new(
            Code::Internal,
            said(
                "Hệ thống gặp lỗi và đã ghi lại. Chưa có gì thay đổi; hãy thử lại, nếu vẫn lỗi thì báo đơn vị vận hành.",
                "The system made a mistake and noted it. Nothing was changed; try again, and tell the operator if it stays.",
            ),
        )
    }

    /// The body of the answer.
    pub fn problem(&self, language: Language) -> Problem {
        Problem {
            r#type: format!("https://congvu.vn/problems/{}", self.code.name()),
            title: self.code.title(language).to_owned(),
            status: self.code.status().as_u16(),
            code: self.code.name().to_owned(),
            detail: self.detail.get(language).to_owned(),
            errors: self
                .mistakes
                .iter()
                .map(|mistake| FieldError {
                    pointer: mistake.pointer.clone(),
                    item: mistake.item.clone(),
                    code: mistake.code.clone(),
                    message: mistake.message.get(language).to_owned(),
                })
                .collect(),
        }
    }
}

impl From<DbError> for ApiError {
    #[track_caller]
    fn from(error: DbError) -> Self {
        match error {
            DbError::NotFound => Self::not_found(),
            DbError::Unavailable(why) => {
                log::warn!("database: {why}");
                Self::new(
                    Code::Unavailable,
                    said(
                        "Cơ sở dữ liệu đang bận hoặc không ghi được. Chưa có gì thay đổi; hãy thử lại sau ít phút.",
                        "The database is busy or cannot be written. Nothing was changed; try again in a few minutes.",
                    ),
                )
            }
            DbError::Conflict(conflict) => Self::conflict(conflict_in_words(conflict)),
            DbError::Other(error) => Self::internal(error),
        }
    }
}

fn conflict_in_words(conflict: Conflict) -> Said {
    match conflict {
        Conflict::Username => said("Tên đăng nhập này đã có.", "This user name exists."),
        Conflict::PersonalId => said(
            "Đã có người với mã số định danh này.",
            "A person with this identification number exists.",
        ),
        Conflict::AccountOfPerson => {
            said("Người này đã có tài khoản.", "This person has an account.")
        }
        Conflict::OpenSubmission => said(
            "Đang có một hồ sơ trình duyệt của người này; hãy chờ kết quả.",
            "A submission of this person is in review; wait for its outcome.",
        ),
        Conflict::VersionNumber | Conflict::SignaturePosition => said(
            "Việc này vừa được người khác thực hiện.",
            "Somebody else has just done this.",
        ),
        Conflict::IdempotencyKey | Conflict::Other => said(
            "Dữ liệu trùng hoặc tham chiếu đến nội dung không còn.",
            "It repeats something, or refers to something that is gone.",
        ),
    }
}
