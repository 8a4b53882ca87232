//! Verification for anyone, without an account.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, get, post};
use congvu_db::exports;
use congvu_openapi::verification::{KnownDocument, VerificationReport};

use super::Opened;
use super::gate::Place;
use super::known::{known, title};
use crate::error::{ApiError, Code, said};
use crate::http::Language;
use crate::services::{App, Services};

/// Largest file that is taken, in bytes.
const LARGEST: usize = 30 * 1024 * 1024;
/// What a file may be called; what it is, is seen from its content.
const MEDIA_TYPES: [&str; 4] = [
    "application/octet-stream",
    "application/pdf",
    "application/zip",
    "application/json",
];

/// Verify a file
///
/// A signed PDF or an evidence package, up to 30 MB: who signed what, when, in which role, on which anchor, and what came after. It is judged by the anchors of this installation and the revocation data at hand, and not kept.
#[utoipa::path(tag = "verification", operation_id = "verifyFile", security(()),
    request_body(description = "The file itself", content((Vec<u8> = "application/octet-stream"), (Vec<u8> = "application/pdf"), (Vec<u8> = "application/zip"))),
    responses((status = 200, description = "What was found; the verdict is in it", body = VerificationReport)))]
#[post("/verifications")]
pub async fn verify_file(
    app: App,
    request: HttpRequest,
    body: Payload,
) -> Result<HttpResponse, ApiError> {
    check_media_type(&request)?;
    let language = Language::of(request.headers());
    let place = Place::take().ok_or_else(busy)?;
    let file = body
        .to_bytes_limited(LARGEST)
        .await
        .map_err(|_ignored| too_large())?
        .map_err(|_ignored| unreadable())?;
    if file.is_empty() {
        return Err(unreadable());
    }
    let report = app
        .into_inner()
        .work(move |services| place.run(|| verify(services, &file, language)))
        .await?;
    Ok(HttpResponse::Ok().json(report))
}

fn verify(
    services: &Services,
    file: &Bytes,
    language: Language,
) -> Result<VerificationReport, ApiError> {
    let opened = Opened::open(file).with_deployment(&services.deployment);
    let certificates = opened.certificates();
    let trust = services
        .database
        .read(|connection| services.trust(connection, &certificates))?;
    let mut report = opened.judge(&trust, true, services.now(), language);
    let export = services
        .database
        .read(|connection| Ok::<_, ApiError>(exports::with_file(connection, &report.sha256)?))?;
    if let Some(export) = export {
        report.about = title(export.version, language);
        report.known_as = Some(export.code);
    }
    Ok(report)
}

/// A document by its code
///
/// What this installation knows of a document that carries this code, as the QR code on it does. Upper and lower case, spaces and hyphens are the same.
#[utoipa::path(tag = "verification", operation_id = "getKnownDocument", security(()), params(("code" = String, Path, description = "Code on the document", max_length = 64)),
    responses((status = 200, description = "The document", body = KnownDocument)))]
#[get("/verifications/documents/{code}")]
pub async fn get_known_document(
    app: App,
    request: HttpRequest,
    code: Path<String>,
) -> Result<HttpResponse, ApiError> {
    let language = Language::of(request.headers());
    let document = app
        .into_inner()
        .read(move |services, connection| known(services, connection, &code, language))
        .await?;
    Ok(HttpResponse::Ok().json(document))
}

fn check_media_type(request: &HttpRequest) -> Result<(), ApiError> {
    let Some(value) = request.headers().get(CONTENT_TYPE) else {
        return Ok(());
    };
    let stated = value.to_str().unwrap_or_default();
    let stated = stated.split(';').next().unwrap_or_default().trim();
    if MEDIA_TYPES
        .iter()
        .any(|known| stated.eq_ignore_ascii_case(known))
    {
        return Ok(());
    }
    Err(ApiError::new(
        Code::UnsupportedMedia,
        said(
            "Cần gửi chính tệp PDF hoặc ZIP, với Content-Type là application/octet-stream, application/pdf hoặc application/zip.",
            "Send the PDF or ZIP itself, as application/octet-stream, application/pdf or application/zip.",
        ),
    ))
}

fn too_large() -> ApiError {
    ApiError::new(
        Code::TooLarge,
        said(
            "Tệp lớn hơn 30 MB nên không kiểm tra ở đây được; hãy dùng lệnh congvu verify.",
            "The file is larger than 30 MB and cannot be verified here; use congvu verify.",
        ),
    )
}

fn unreadable() -> ApiError {
    ApiError::new(
        Code::BadRequest,
        said(
            "Tệp chưa gửi đến đủ; hãy gửi lại.",
            "The file did not arrive completely; send it again.",
        ),
    )
}

fn busy() -> ApiError {
    ApiError::new(
        Code::Unavailable,
        said(
            "Đang có nhiều tệp được kiểm tra; hãy thử lại sau vài giây.",
            "Many files are being verified at the moment; try again in a few seconds.",
        ),
    )
}
