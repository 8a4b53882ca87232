//! A remote signing service by the API of the Cloud Signature Consortium, versions 1.0.4 (`/csc/v1`) and 2.0 (`/csc/v2`): Viettel MySign
//! and Mobile-ID offer it.
//!
//! The client signs in as itself (OAuth 2.0 client credentials) and names the user. A credential is authorised by a one-time password
//! (`explicit`) or on the user's phone (`implicit`); the activation data (SAD) is good for the digests it was given for and no others.

mod access;
mod authorize;
mod credentials;
mod errors;
mod info;
mod phone;
mod sign;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use actix_web::web::{self, Data, JsonConfig, ServiceConfig};
use actix_web::{HttpRequest, error};
use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::confirm::{Confirm, Person};
use crate::identity::Identity;
use errors::CscError;

/// How the user lets a credential sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// A one-time password sent to the user and passed on by the client.
    OneTimePassword,
    /// A question on the user's phone.
    Phone,
}

/// A key of a user.
#[derive(Clone)]
pub struct Credential {
    pub id: String,
    pub user: String,
    pub identity: Arc<Identity>,
    pub authorization: Authorization,
    /// Most signatures with one authorization.
    pub multisign: usize,
}

/// The service's settings.
#[derive(Clone)]
pub struct Options {
    pub client_id: String,
    pub client_secret: String,
    pub credentials: Vec<Credential>,
    /// What users of [`Authorization::Phone`] do.
    pub confirm: Confirm,
    pub clock: Clock,
}

/// A running service.
pub struct Csc {
    client_id: String,
    client_secret: String,
    credentials: Vec<Credential>,
    person: Person,
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Access tokens and their end.
    tokens: BTreeMap<String, DateTime<Utc>>,
    /// The last one-time password of each credential.
    passwords: BTreeMap<String, OneTimePassword>,
    /// Wrong one-time passwords in a row, by credential.
    wrong: BTreeMap<String, u8>,
    activations: BTreeMap<String, Activation>,
}

struct OneTimePassword {
    digits: String,
    until: DateTime<Utc>,
}

/// What a SAD stands for.
struct Activation {
    credential: String,
    hashes: Vec<[u8; 32]>,
    signatures_left: usize,
    until: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    V1,
    V2,
}

impl Csc {
    pub fn new(options: Options) -> Self {
        Self {
            client_id: options.client_id,
            client_secret: options.client_secret,
            credentials: options.credentials,
            person: Person::new(options.confirm),
            clock: options.clock,
            state: Mutex::default(),
        }
    }

    /// From now on the users with a phone do this.
    pub fn set_confirm(&self, confirm: Confirm) {
        self.person.set(confirm);
    }

    fn credential(&self, id: &str) -> Result<&Credential, CscError> {
        self.credentials
            .iter()
            .find(|credential| credential.id == id)
            .ok_or(CscError::invalid("Invalid parameter credentialID"))
    }
}

/// Serves `/csc/v1/…`, `/csc/v2/…`; for testers `GET /phone/{credential}/otp` (the message the user got) and `POST /control/confirm`.
pub fn configure(config: &mut ServiceConfig, service: Data<Csc>) {
    config
        .app_data(service)
        .app_data(JsonConfig::default().error_handler(unreadable))
        .route(
            "/phone/{credential}/otp",
            web::get().to(phone::last_password),
        )
        .route("/control/confirm", web::post().to(phone::set_confirm));
    for (path, version) in [("/csc/v1", Version::V1), ("/csc/v2", Version::V2)] {
        let otp = match version {
            Version::V1 => "/credentials/sendOTP",
            Version::V2 => "/credentials/getChallenge",
        };
        config.service(
            web::scope(path)
                .app_data(Data::new(version))
                .route("/info", web::post().to(info::info))
                .route("/oauth2/token", web::post().to(access::token))
                .route("/credentials/list", web::post().to(credentials::list))
                .route("/credentials/info", web::post().to(credentials::info))
                .route(otp, web::post().to(authorize::send_password))
                .route(
                    "/credentials/authorize",
                    web::post().to(authorize::authorize),
                )
                .route("/signatures/signHash", web::post().to(sign::sign_hash)),
        );
    }
}

fn unreadable(_error: error::JsonPayloadError, _request: &HttpRequest) -> actix_web::Error {
    CscError::invalid("The request cannot be read").into()
}
