use std::sync::Arc;

use chrono::{DateTime, Utc};
use jsonwebtoken::{DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

/// Name of the browser's session cookie.
pub const COOKIE: &str = "congvu_session";

/// Makes and reads the tokens of sessions (JWT, HS256).
#[derive(Clone)]
pub struct Tokens {
    keys: Arc<(EncodingKey, DecodingKey)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    /// The session.
    sid: String,
    exp: i64,
}

impl Tokens {
    /// `secret` is 32 random bytes, kept in the data folder.
    pub fn new(secret: &[u8]) -> Self {
        Self {
            keys: Arc::new((
                EncodingKey::from_secret(secret),
                DecodingKey::from_secret(secret),
            )),
        }
    }

    /// # Errors
    /// The token cannot be made.
    pub fn issue(
        &self,
        session_id: &str,
        expires_at: DateTime<Utc>,
    ) -> Result<String, jsonwebtoken::errors::Error> {
        let claims = Claims {
            sid: session_id.to_owned(),
            exp: expires_at.timestamp(),
        };
        jsonwebtoken::encode(&Header::default(), &claims, &self.keys.0)
    }

    /// The session of a token that we made. Whether the session is still alive is for the database to
    /// say, by the server's clock.
    pub fn session(&self, token: &str) -> Option<String> {
        let validation = Validation {
            validate_exp: false,
            ..Validation::default()
        };
        jsonwebtoken::decode::<Claims>(token, &self.keys.1, &validation)
            .ok()
            .map(|token| token.claims.sid)
    }
}
