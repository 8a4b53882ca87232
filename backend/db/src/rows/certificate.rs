use diesel::prelude::*;

use crate::schema::certificates;
use crate::types::Timestamp;

/// Certificates that accounts sign with.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = certificates)]
pub struct Certificate {
    pub id: String,
    pub account_id: String,
    pub label: String,
    pub serial: String,
    pub der: Vec<u8>,
    pub subject: String,
    pub issuer: String,
    pub public_key_sha256: String,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
    pub level: String,
    pub revoked_at: Option<Timestamp>,
    pub revocation_reason: String,
    /// A `RevocationCode`.
    pub revocation_code: String,
    /// Where the key is, a `KeyPlace`.
    pub place: String,
    /// Key of the remote service, or label of the token.
    pub provider: String,
    /// How the key is found there: its identifier in the token, or user and credential, JSON.
    pub reference: String,
    /// What the holder types at each signing, a `SecretAsked`.
    pub asks: String,
    /// DER certificates above it, JSON of Base64; empty for those issued here.
    pub chain: String,
    /// `active`, `unproven` or `awaiting_confirmation`.
    pub state: String,
}
