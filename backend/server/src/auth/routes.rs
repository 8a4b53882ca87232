//! Signing in and out, and one's own account.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use congvu_db::sessions;
use congvu_openapi::accounts::{AppSession, ChangePassword, Me, Session, SignIn};

use super::{Allowed, COOKIE, SignedInAtAll, sign_in};
use crate::audit::{self, Event};
use crate::error::ApiError;
use crate::http::Body;
use crate::services::App;

fn address(request: &HttpRequest) -> String {
    request
        .peer_addr()
        .map(|peer| peer.ip().to_string())
        .unwrap_or_default()
}

/// Sign in a client
///
/// Send the token as `Authorization: Bearer …` with every request. Five wrong passwords lock the account for 15 minutes.
#[utoipa::path(tag = "sessions", operation_id = "createSession", security(()), request_body = SignIn,
    responses((status = 201, description = "Signed in", body = Session)))]
#[post("/sessions")]
pub async fn create_session(
    app: App,
    request: HttpRequest,
    body: Body<SignIn>,
) -> Result<HttpResponse, ApiError> {
    let signed_in = sign_in::sign_in(app.into_inner(), body.0, address(&request)).await?;
    Ok(HttpResponse::Created().json(Session {
        access_token: signed_in.token,
        token_type: "Bearer".to_owned(),
        expires_at: signed_in.expires_at.rfc3339(),
        me: signed_in.me,
    }))
}

fn cookie(app: &App, value: String, seconds: i64) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(app.settings.public_url.starts_with("https://"))
        .max_age(Duration::seconds(seconds))
        .finish()
}

/// Sign in the browser app
///
/// Sets the session cookie (HttpOnly, SameSite=Strict) and answers the token that must come back as `X-CSRF-Token`.
#[utoipa::path(tag = "sessions", operation_id = "createAppSession", security(()), request_body = SignIn,
    responses((status = 201, description = "Signed in", body = AppSession)))]
#[post("/app-session")]
pub async fn create_app_session(
    app: App,
    request: HttpRequest,
    body: Body<SignIn>,
) -> Result<HttpResponse, ApiError> {
    let signed_in = sign_in::sign_in(app.clone().into_inner(), body.0, address(&request)).await?;
    let seconds = (signed_in.expires_at.utc() - app.now()).num_seconds();
    Ok(HttpResponse::Created()
        .cookie(cookie(&app, signed_in.token, seconds))
        .json(AppSession {
            csrf_token: signed_in.csrf_token,
            expires_at: signed_in.expires_at.rfc3339(),
            me: signed_in.me,
        }))
}

/// The browser's session
///
/// What a page that was opened anew needs: who is signed in, and the CSRF token.
#[utoipa::path(tag = "sessions", operation_id = "getAppSession",
    responses((status = 200, description = "Signed in", body = AppSession)))]
#[get("/app-session")]
pub async fn get_app_session(
    who: Allowed<SignedInAtAll>,
    app: App,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let session = app
        .into_inner()
        .read(move |services, connection| {
            let now = services.now().into();
            let (session, _) = sessions::live(connection, &caller.session_id, now)?
                .ok_or_else(super::extract::sign_in_needed)?;
            Ok(AppSession {
                csrf_token: session.csrf_token,
                expires_at: session.expires_at.rfc3339(),
                me: sign_in::me(services, connection, &caller)?,
            })
        })
        .await?;
    Ok(HttpResponse::Ok().json(session))
}

/// Sign out
///
/// Ends the session at once; its token is refused from now on.
#[utoipa::path(tag = "sessions", operation_id = "deleteAppSession",
    responses((status = 204, description = "Signed out")))]
#[delete("/app-session")]
pub async fn delete_app_session(
    who: Allowed<SignedInAtAll>,
    app: App,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let ended = cookie(&app, String::new(), 0);
    app.into_inner()
        .write(move |services, connection| {
            sessions::revoke(connection, &caller.session_id, services.now().into())?;
            audit::record(
                services,
                connection,
                &caller,
                Event::own("sign_out", &caller.session_id),
            )
        })
        .await?;
    Ok(HttpResponse::NoContent().cookie(ended).finish())
}

/// One's own account
///
/// Who is signed in, with which roles, and what they allow.
#[utoipa::path(tag = "accounts", operation_id = "getMe",
    responses((status = 200, description = "The account", body = Me)))]
#[get("/me")]
pub async fn get_me(who: Allowed<SignedInAtAll>, app: App) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let me = app
        .into_inner()
        .read(move |services, connection| sign_in::me(services, connection, &caller))
        .await?;
    Ok(HttpResponse::Ok().json(me))
}

/// Change one's own password
///
/// At least 14 characters of four kinds. Every other session of the account ends (A5). Repeating it is refused by the old password, so no `If-Match` is needed.
#[utoipa::path(tag = "accounts", operation_id = "changeMyPassword", request_body = ChangePassword,
    responses((status = 204, description = "Changed")))]
#[put("/me/password")]
pub async fn change_my_password(
    who: Allowed<SignedInAtAll>,
    app: App,
    body: Body<ChangePassword>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    app.into_inner()
        .write(move |services, connection| {
            sign_in::change_password(services, connection, &caller, &body.0)
        })
        .await?;
    Ok(HttpResponse::new(StatusCode::NO_CONTENT))
}
