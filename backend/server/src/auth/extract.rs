use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};
use congvu_db::sessions;

use super::{COOKIE, Caller, Permission};
use crate::error::{ApiError, Code, said};
use crate::services::{App, Services};

/// A caller whom the permission lets in.
pub struct Allowed<P> {
    caller: Caller,
    permission: PhantomData<P>,
}

impl<P> Allowed<P> {
    /// The caller alone.
    pub fn into_caller(self) -> Caller {
        self.caller
    }
}

impl<P> Deref for Allowed<P> {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

struct Presented {
    token: String,
    /// What came in `X-CSRF-Token`; `None` where it need not be asked for.
    csrf: Option<String>,
}

fn presented(request: &HttpRequest) -> Option<Presented> {
    if let Some(value) = request.headers().get(AUTHORIZATION) {
        let token = value
            .to_str()
            .ok()?
            .strip_prefix("Bearer ")?
            .trim()
            .to_owned();
        return Some(Presented { token, csrf: None });
    }
    let token = request.cookie(COOKIE)?.value().to_owned();
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let header = request
        .headers()
        .get("X-CSRF-Token")
        .and_then(|value| value.to_str().ok());
    Some(Presented {
        token,
        csrf: changes.then(|| header.unwrap_or_default().to_owned()),
    })
}

pub(super) fn sign_in_needed() -> ApiError {
    ApiError::new(
        Code::SignInNeeded,
        said(
            "Anh/chị chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại; nội dung đang nhập vẫn được giữ.",
            "You are not signed in, or the session ended. Sign in again; what you entered is kept.",
        ),
    )
}

/// Middleware: finds out who calls, before anything of the request is read. Handlers then say who may,
/// so that nobody learns from a mistake in their request about something they may not do.
///
/// # Errors
/// None of its own: what is wrong waits for the handler that asks.
pub async fn authenticate<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if let (Some(presented), Some(app)) = (
        presented(request.request()),
        request.app_data::<App>().cloned(),
    ) {
        let address = request
            .peer_addr()
            .map(|peer| peer.ip().to_string())
            .unwrap_or_default();
        let found = caller(app.into_inner(), presented, address).await;
        request.extensions_mut().insert(Found(found));
    }
    next.call(request).await
}

#[derive(Clone)]
struct Found(Result<Caller, ApiError>);

async fn caller(
    services: Arc<Services>,
    Presented { token, csrf }: Presented,
    address: String,
) -> Result<Caller, ApiError> {
    let session_id = services.tokens.session(&token).ok_or_else(sign_in_needed)?;
    services
        .read(move |services, connection| {
            let now = services.now().into();
            let (session, account) = sessions::live(connection, &session_id, now)?
                .filter(|(_, account)| account.status == "active")
                .ok_or_else(sign_in_needed)?;
            if csrf.is_some_and(|csrf| csrf != session.csrf_token) {
                return Err(csrf_missing());
            }
            Caller::load(services, connection, &account, session.id, address)
        })
        .await
}

impl<P: Permission> FromRequest for Allowed<P> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.extensions().get::<Found>().cloned();
        ready(
            found
                .map_or_else(|| Err(sign_in_needed()), |Found(found)| found)
                .and_then(|caller| {
                    if caller.must_change_password && !P::WITH_INITIAL_PASSWORD {
                        return Err(password_change_needed());
                    }
                    if P::ACTION.is_some_and(|action| !caller.may_anywhere(action)) {
                        return Err(ApiError::forbidden());
                    }
                    Ok(Self {
                        caller,
                        permission: PhantomData,
                    })
                }),
        )
    }
}

fn csrf_missing() -> ApiError {
    ApiError::new(
        Code::CsrfTokenMissing,
        said(
            "Thiếu tiêu đề X-CSRF-Token của phiên làm việc; hãy tải lại trang.",
            "X-CSRF-Token of the session is missing; load the page again.",
        ),
    )
}

fn password_change_needed() -> ApiError {
    ApiError::new(
        Code::PasswordChangeNeeded,
        said(
            "Mật khẩu đang dùng do người khác cấp; hãy đổi mật khẩu trước khi tiếp tục.",
            "Your password was given by somebody else; change it before you go on.",
        ),
    )
}
