use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::error::{JsonPayloadError, QueryPayloadError};
use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use serde::de::DeserializeOwned;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use crate::error::{ApiError, Code, Mistake, Said, said};

/// Largest JSON body: a profile with every table full.
const JSON_LIMIT: usize = 2 * 1024 * 1024;

/// Limits and errors of JSON bodies.
pub fn json_config() -> web::JsonConfig {
    web::JsonConfig::default().limit(JSON_LIMIT)
}

/// A JSON body that was read and keeps the limits of the contract.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Body<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = web::Json::<T>::from_request(request, payload);
        Box::pin(async move {
            let web::Json(body) = json.await.map_err(|error| unreadable(&error))?;
            body.validate().map_err(|errors| {
                let mut mistakes = Vec::new();
                collect("", &errors, &mut mistakes);
                ApiError::invalid(mistakes)
            })?;
            Ok(Self(body))
        })
    }
}

/// A JSON body without limits of its own; rules look at it later.
pub struct Plain<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Plain<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = web::Json::<T>::from_request(request, payload);
        Box::pin(async move {
            let web::Json(body) = json.await.map_err(|error| unreadable(&error))?;
            Ok(Self(body))
        })
    }
}

fn unreadable(error: &actix_web::Error) -> ApiError {
    let (code, detail) = match error.as_error::<JsonPayloadError>() {
        Some(
            JsonPayloadError::Overflow { limit }
            | JsonPayloadError::OverflowKnownLength { limit, .. },
        ) => (
            Code::TooLarge,
            said(
                format!("Nội dung lớn hơn {limit} byte."),
                format!("The body is larger than {limit} bytes."),
            ),
        ),
        Some(JsonPayloadError::ContentType) => (
            Code::UnsupportedMedia,
            said(
                "Cần gửi Content-Type: application/json.",
                "Send Content-Type: application/json.",
            ),
        ),
        Some(JsonPayloadError::Deserialize(error)) if error.is_data() => (
            Code::Invalid,
            said(
                format!("Nội dung không đúng cấu trúc của tài liệu API: {error}."),
                format!("The body does not follow the contract: {error}."),
            ),
        ),
        _ => (
            Code::BadRequest,
            said(
                "Nội dung không phải JSON hợp lệ.",
                "The body is not valid JSON.",
            ),
        ),
    };
    ApiError::new(code, detail)
}

/// Turns the validator's findings into mistakes with JSON pointers.
fn collect(at: &str, errors: &ValidationErrors, into: &mut Vec<Mistake>) {
    for (field, kind) in errors.errors() {
        let pointer = format!("{at}/{field}");
        match kind {
            ValidationErrorsKind::Field(found) => into.extend(found.iter().map(|error| Mistake {
                pointer: pointer.clone(),
                item: String::new(),
                code: error.code.to_string(),
                message: limits(field, error),
            })),
            ValidationErrorsKind::Struct(inner) => collect(&pointer, inner, into),
            ValidationErrorsKind::List(list) => {
                for (index, inner) in list {
                    collect(&format!("{pointer}/{index}"), inner, into);
                }
            }
        }
    }
}

fn limits(field: &str, error: &validator::ValidationError) -> Said {
    let number = |name: &str| error.params.get(name).map(ToString::to_string);
    match (number("min"), number("max")) {
        (Some(min), Some(max)) => said(
            format!("“{field}” phải có từ {min} đến {max} ký tự."),
            format!("“{field}” must have {min} to {max} characters."),
        ),
        (None, Some(max)) => said(
            format!("“{field}” có tối đa {max} ký tự."),
            format!("“{field}” has at most {max} characters."),
        ),
        (Some(min), None) => said(
            format!("“{field}” ít nhất là {min}."),
            format!("“{field}” is at least {min}."),
        ),
        (None, None) => said(
            format!("“{field}” không đúng."),
            format!("“{field}” is not valid."),
        ),
    }
}

/// Query parameters.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Params<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            web::Query::<T>::from_query(request.query_string()).map_or_else(
                |error| {
                    let QueryPayloadError::Deserialize(error) = error else {
                        return Err(ApiError::internal(error));
                    };
                    Err(ApiError::new(
                        Code::BadRequest,
                        said(
                            format!("Tham số không đúng: {error}."),
                            format!("A parameter is not valid: {error}."),
                        ),
                    ))
                },
                |query| Ok(Self(query.into_inner())),
            ),
        )
    }
}

/// An identifier in the address; what is not one names nothing.
pub struct Id(pub String);

impl FromRequest for Id {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request
            .match_info()
            .get("id")
            .and_then(|text| uuid::Uuid::parse_str(text).ok());
        ready(
            id.map(|id| Self(id.to_string()))
                .ok_or_else(ApiError::not_found),
        )
    }
}
