//! Accounts, sign-in and roles (requirements A1–A8).

use serde::{Deserialize, Serialize};

/// Name and password of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Name of the account.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 64)),
        schema(min_length = 1, max_length = 64)
    )]
    pub username: String,
    /// Password.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 72)),
        schema(min_length = 1, max_length = 72)
    )]
    pub password: String,
}

/// A signed-in client: send the token as `Authorization: Bearer …`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Session {
    /// JSON Web Token, to be sent with every request.
    pub access_token: String,
    /// Always `Bearer`.
    pub token_type: String,
    /// When the token ends.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub expires_at: String,
    /// Who signed in.
    pub me: Me,
}

/// A browser session, kept in an HttpOnly cookie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AppSession {
    /// To be sent as `X-CSRF-Token` with every request that changes something.
    pub csrf_token: String,
    /// When the session ends.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub expires_at: String,
    /// Who signed in.
    pub me: Me,
}

/// The account that makes the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Me {
    /// Identifier of the account.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub account_id: String,
    /// Name of the account.
    pub username: String,
    /// Name of the person or office.
    pub name: String,
    /// The person whose account this is; absent for accounts of an office.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person_id: Option<String>,
    /// Roles held, each within a unit and everything below it.
    pub roles: Vec<RoleGrant>,
    /// What the roles together allow.
    pub actions: Vec<String>,
    /// The password was given by somebody else and must be changed first.
    pub must_change_password: bool,
}

/// A role held within a unit and everything below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RoleGrant {
    /// Identifier of the grant.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// Key of the role in the deployment file.
    pub role: String,
    /// Title in Vietnamese.
    pub title: String,
    /// Title in English.
    pub title_en: String,
    /// The unit.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Name of the unit.
    pub unit_name: String,
    /// Written request or decision on which it rests.
    pub basis: String,
}

/// A new password for one's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The present password.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 72)),
        schema(min_length = 1, max_length = 72)
    )]
    pub current: String,
    /// The new one: at least 14 characters of four kinds (letters large and small, digits, others).
    #[cfg_attr(
        feature = "server",
        validate(length(min = 14, max = 72)),
        schema(min_length = 14, max_length = 72)
    )]
    pub new: String,
}

/// State of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// May sign in.
    Active,
    /// May not sign in (A4, E5).
    Suspended,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Account {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// Name of the account.
    pub username: String,
    /// Name of the person or office.
    pub name: String,
    /// The person whose account this is.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person_id: Option<String>,
    /// Unit of the person or office.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Name of that unit.
    pub unit_name: String,
    /// State.
    pub status: AccountStatus,
    /// When it was issued.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub created_at: String,
    /// Roles held.
    pub roles: Vec<RoleGrant>,
    /// Counts every change; the entity tag is `"revision"`.
    pub revision: i64,
}

/// A page of accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AccountPage {
    /// The accounts, by name.
    pub items: Vec<Account>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A newly issued account or password; the password is shown this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct IssuedAccount {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub account_id: String,
    /// Name of the account.
    pub username: String,
    /// To be handed to the person and changed at the first sign-in.
    pub initial_password: String,
}

/// A change of an account's state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct AccountUpdate {
    /// The new state.
    pub status: AccountStatus,
    /// Written request or decision on which it rests (A4).
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 500)),
        schema(min_length = 1, max_length = 500)
    )]
    pub basis: String,
}

/// A role for an account (A4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewRoleGrant {
    /// Key of the role in the deployment file.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 64)),
        schema(min_length = 1, max_length = 64)
    )]
    pub role: String,
    /// The unit within which, and below which, it holds.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Written request or decision on which it rests.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 500)),
        schema(min_length = 1, max_length = 500)
    )]
    pub basis: String,
}
