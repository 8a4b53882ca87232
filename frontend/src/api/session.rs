//! Signing in and the own account.

use congvu_openapi::accounts::{AppSession, ChangePassword, SignIn};

use super::{ApiError, Call};

/// The session that the browser's cookie stands for.
///
/// # Errors
/// `Unauthorised` where there is none.
pub async fn current() -> Result<AppSession, ApiError> {
    let call = Call::get("/app-session").without_sign_in();
    Ok(call.send().await?.value)
}

/// Signs in.
///
/// # Errors
/// What the server says against the name and password.
pub async fn sign_in(username: &str, password: &str) -> Result<AppSession, ApiError> {
    let body = SignIn {
        username: username.trim().to_owned(),
        password: password.to_owned(),
    };
    let call = Call::post("/app-session").json(&body).without_sign_in();
    Ok(call.send().await?.value)
}

/// Signs out.
///
/// # Errors
/// Where the server cannot be reached.
pub async fn sign_out() -> Result<(), ApiError> {
    Call::delete("/app-session")
        .without_sign_in()
        .send_empty()
        .await
}

/// Changes the own password.
///
/// # Errors
/// A wrong present password, or a new one that is too weak.
pub async fn change_password(current: &str, new: &str) -> Result<(), ApiError> {
    let body = ChangePassword {
        current: current.to_owned(),
        new: new.to_owned(),
    };
    Call::put("/me/password").json(&body).send_empty().await
}
