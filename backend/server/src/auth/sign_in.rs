use chrono::TimeDelta;
use congvu_db::{Account, AnyConnection, Session, Timestamp, accounts, grants, sessions};
use congvu_openapi::accounts::{ChangePassword, Me, RoleGrant, SignIn};

use super::Caller;
use super::password;
use crate::audit::{self, Event};
use crate::error::{ApiError, Code, said};
use crate::services::Services;

/// Failed sign-ins after which an account is locked (TCVN 14423:2026, as quoted for level 3).
const ATTEMPTS: i64 = 5;
const LOCKED_MINUTES: i64 = 15;
const SESSION_HOURS: i64 = 8;

/// What a sign-in brings.
pub(super) struct SignedIn {
    pub token: String,
    pub csrf_token: String,
    pub expires_at: Timestamp,
    pub me: Me,
}

/// Compares name and password and opens a session; wrong ones are counted and the account is locked
/// after five, also when the database is asked from several places at once.
pub(super) async fn sign_in(
    services: std::sync::Arc<Services>,
    credentials: SignIn,
    address: String,
) -> Result<SignedIn, ApiError> {
    let username = credentials.username.trim().to_lowercase();
    let account = services
        .clone()
        .read(move |_, connection| Ok(accounts::by_username(connection, &username)?))
        .await?;
    let now = services.now();
    if let Some(until) = account.as_ref().and_then(|account| account.locked_until)
        && until.utc() > now
    {
        return Err(too_many(until));
    }
    // The same work for a name that does not exist, so that the time taken does not tell.
    let hash = account
        .as_ref()
        .map_or(NOBODY, |account| account.password_hash.as_str())
        .to_owned();
    let right = services
        .clone()
        .work(move |_| Ok(password::matches(&credentials.password, &hash)))
        .await?;
    let Some(account) = account else {
        return Err(wrong());
    };
    services
        .write(move |services, connection| {
            if right && account.status == "active" {
                open_session(services, connection, &account, address).map(Ok)
            } else {
                failed(services, connection, &account, &address).map(Err)
            }
        })
        .await?
}

/// A hash of nothing anybody knows.
const NOBODY: &str = "$2b$12$C6UzMDM.H6dfI/f/IKcEeO7VXUhwYZ3y1u0Y0tZp1oQW3vHDJ8Q3a";

fn open_session(
    services: &Services,
    connection: &mut AnyConnection,
    account: &Account,
    address: String,
) -> Result<SignedIn, ApiError> {
    let now = services.now();
    let expires_at = now + TimeDelta::hours(SESSION_HOURS);
    let session = Session {
        id: services.new_id(),
        account_id: account.id.clone(),
        csrf_token: hex::encode(crate::random::bytes::<16>()?),
        created_at: now.into(),
        expires_at: expires_at.into(),
        revoked_at: None,
    };
    sessions::insert(connection, &session)?;
    accounts::sign_in_failed(connection, &account.id, 0, None)?;
    let caller = Caller::load(services, connection, account, session.id.clone(), address)?;
    audit::record(
        services,
        connection,
        &caller,
        Event::own("sign_in", &session.id),
    )?;
    Ok(SignedIn {
        token: services
            .tokens
            .issue(&session.id, expires_at)
            .map_err(ApiError::internal)?,
        csrf_token: session.csrf_token,
        expires_at: session.expires_at,
        me: me(services, connection, &caller)?,
    })
}

fn failed(
    services: &Services,
    connection: &mut AnyConnection,
    account: &Account,
    address: &str,
) -> Result<ApiError, ApiError> {
    let (current, _) = accounts::find(connection, &account.id)?;
    let count = current.failed_sign_ins + 1;
    let lock = count >= ATTEMPTS;
    let until = lock.then(|| (services.now() + TimeDelta::minutes(LOCKED_MINUTES)).into());
    accounts::sign_in_failed(connection, &account.id, if lock { 0 } else { count }, until)?;
    let caller = Caller::load(
        services,
        connection,
        account,
        String::new(),
        address.to_owned(),
    )?;
    audit::record(
        services,
        connection,
        &caller,
        Event::own("sign_in_failed", &account.id),
    )?;
    Ok(until.map_or_else(wrong, too_many))
}

fn wrong() -> ApiError {
    ApiError::new(
        Code::WrongCredentials,
        said(
            "Tên đăng nhập hoặc mật khẩu không đúng. Quên mật khẩu thì báo đơn vị cấp tài khoản để được cấp lại.",
            "The user name or the password is wrong. If you forgot it, ask who issues accounts for a new one.",
        ),
    )
}

fn too_many(until: Timestamp) -> ApiError {
    let at = crate::services::in_vietnam(until.utc()).format("%H:%M");
    ApiError::new(
        Code::TooManyAttempts,
        said(
            format!("Đã nhập sai nhiều lần; tài khoản tạm khoá đến {at}."),
            format!("Too many failed attempts; the account is locked until {at}."),
        ),
    )
}

/// The account that makes a request, as it sees itself.
pub(super) fn me(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
) -> Result<Me, ApiError> {
    Ok(Me {
        account_id: caller.account_id.clone(),
        username: caller.username.clone(),
        name: caller.name.clone(),
        person_id: caller.person_id.clone(),
        roles: role_grants(services, connection, &caller.account_id)?,
        actions: caller
            .actions()
            .into_iter()
            .filter_map(|action| {
                serde_json::to_value(action)
                    .ok()?
                    .as_str()
                    .map(str::to_owned)
            })
            .collect(),
        must_change_password: caller.must_change_password,
    })
}

/// Roles of an account with their titles.
pub fn role_grants(
    services: &Services,
    connection: &mut AnyConnection,
    account_id: &str,
) -> Result<Vec<RoleGrant>, ApiError> {
    let held = grants::of_account(connection, account_id)?;
    Ok(held
        .into_iter()
        .filter_map(|(grant, unit)| {
            let role = services.rules().role(&grant.role)?;
            Some(RoleGrant {
                id: grant.id,
                role: grant.role.clone(),
                title: role.title.clone(),
                title_en: role.title_en.clone(),
                unit_id: unit.id,
                unit_name: unit.name,
                basis: grant.basis,
            })
        })
        .collect())
}

/// Changes one's own password and ends every other session (A5).
pub(super) fn change_password(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    change: &ChangePassword,
) -> Result<(), ApiError> {
    let (account, _) = accounts::find(connection, &caller.account_id)?;
    if !password::matches(&change.current, &account.password_hash) {
        return Err(ApiError::invalid_at(
            "/current",
            "wrong_password",
            said(
                "Mật khẩu hiện tại không đúng.",
                "The present password is wrong.",
            ),
        ));
    }
    password::check_strength("/new", &change.new)?;
    if change.new == change.current {
        return Err(ApiError::invalid_at(
            "/new",
            "unchanged",
            said(
                "Mật khẩu mới phải khác mật khẩu cũ.",
                "The new password must differ from the old.",
            ),
        ));
    }
    let hash = password::hash(&change.new, services.settings.bcrypt_cost)?;
    accounts::set_password(connection, &caller.account_id, &hash, false)?;
    let now = services.now().into();
    sessions::revoke_others(
        connection,
        &caller.account_id,
        Some(&caller.session_id),
        now,
    )?;
    audit::record(
        services,
        connection,
        caller,
        Event::own("password_changed", &caller.account_id),
    )
}
