use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ALLOW, CONTENT_TYPE, ETAG, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE,
};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, ResponseError};

use super::Language;
use crate::error::{ApiError, Code, Header, said};

const MEDIA_TYPE: &str = "application/problem+json";
/// Seconds after which what is not available for the moment may be asked for again.
const RETRY_SECONDS: u16 = 5;

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.code.status()
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        render(self, Language::Vietnamese)
    }
}

fn render(error: &ApiError, language: Language) -> HttpResponse<BoxBody> {
    let mut response = HttpResponse::build(error.code.status());
    match &error.header {
        Some(Header::ETag(tag)) => {
            response.insert_header((ETAG, tag.as_str()));
        }
        Some(Header::Allow(methods)) => {
            response.insert_header((ALLOW, methods.as_str()));
        }
        None => {}
    }
    if error.code.status() == StatusCode::UNAUTHORIZED {
        response.insert_header((WWW_AUTHENTICATE, "Bearer"));
    }
    if error.code.status() == StatusCode::SERVICE_UNAVAILABLE {
        response.insert_header((RETRY_AFTER, HeaderValue::from(RETRY_SECONDS)));
    }
    let mut response = response.json(error.problem(language));
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    response
}

/// Middleware: every refusal, also the framework's own, is a problem in the caller's language.
///
/// # Errors
/// None of its own; what comes from inside becomes an answer.
pub async fn problems<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let language = Language::of(request.headers());
    let response = next.call(request).await?;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return Ok(response.map_into_left_body());
    }
    let error = response
        .response()
        .error()
        .and_then(|error| error.as_error::<ApiError>())
        .cloned()
        .unwrap_or_else(|| framework(status));
    let rendered = render(&error, language);
    Ok(response.into_response(rendered).map_into_right_body())
}

/// What the framework itself refused.
fn framework(status: StatusCode) -> ApiError {
    match status {
        StatusCode::NOT_FOUND => ApiError::not_found(),
        StatusCode::METHOD_NOT_ALLOWED => ApiError::new(
            Code::MethodNotAllowed,
            said(
                "Địa chỉ này không hỗ trợ phương thức đã dùng.",
                "This address does not support the method.",
            ),
        ),
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::new(
            Code::TooLarge,
            said("Dữ liệu gửi lên quá lớn.", "What was sent is too large."),
        ),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ApiError::new(
            Code::UnsupportedMedia,
            said(
                "Định dạng không được hỗ trợ.",
                "The media type is not supported.",
            ),
        ),
        StatusCode::NOT_ACCEPTABLE => ApiError::new(
            Code::NotAcceptable,
            said(
                "Không có định dạng được yêu cầu.",
                "It cannot be had in that form.",
            ),
        ),
        status if status.is_client_error() => ApiError::new(
            Code::BadRequest,
            said("Yêu cầu không đọc được.", "The request cannot be read."),
        ),
        status => ApiError::internal(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_away_says_when_to_ask_again() {
        for (code, retry) in [(Code::Unavailable, Some("5")), (Code::NotFound, None)] {
            let response = render(&ApiError::new(code, said("", "")), Language::English);
            let found = response.headers().get(RETRY_AFTER);
            assert_eq!(found.map(|value| value.to_str().unwrap()), retry);
        }
    }
}
