//! The browser app, built into the program.

use actix_web::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, VARY};
use actix_web::{HttpRequest, HttpResponse};

use crate::error::ApiError;

include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// A file of the app.
struct File {
    path: &'static str,
    media_type: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// Serves the app: its files, and its page for every address that is not the API's, which the app
/// itself then reads.
///
/// # Errors
/// 404 for addresses of the API, and for files that do not exist.
pub fn serve(request: &HttpRequest) -> Result<HttpResponse, ApiError> {
    let path = request.path().trim_start_matches('/');
    if path.starts_with("api/") || path == "api" {
        return Err(ApiError::not_found());
    }
    let file = FILES.iter().find(|file| file.path == path);
    // An address of the app has no dot in its last part; a file that is gone must not become a page.
    let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
    let file = match file {
        None if is_page => FILES.iter().find(|file| file.path == "index.html"),
        other => other,
    };
    file.map(|file| answer(request, file))
        .ok_or_else(ApiError::not_found)
}

fn answer(request: &HttpRequest, file: &'static File) -> HttpResponse {
    let accepted = request
        .headers()
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let accepts = |name: &str| {
        accepted
            .split(',')
            .any(|part| part.trim().starts_with(name))
    };
    let mut response = HttpResponse::Ok();
    response
        .content_type(file.media_type)
        .insert_header((VARY, "Accept-Encoding"));
    if file.path == "index.html" {
        response.insert_header((CACHE_CONTROL, "no-cache"));
    } else {
        // Names carry a hash of the content.
        response.insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"));
        response.insert_header((ETAG, format!("\"{}\"", file.path)));
    }
    match (
        file.brotli.filter(|_| accepts("br")),
        file.gzip.filter(|_| accepts("gzip")),
    ) {
        (Some(body), _) => response.insert_header((CONTENT_ENCODING, "br")).body(body),
        (None, Some(body)) => response
            .insert_header((CONTENT_ENCODING, "gzip"))
            .body(body),
        (None, None) => response.body(file.plain),
    }
}

/// The app is part of this program.
pub fn is_built_in() -> bool {
    !FILES.is_empty()
}
