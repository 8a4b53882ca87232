//! VNPT SmartCA, `/sca/sp769/v1/…`: digests are handed in, the subscriber consents on the phone, the service provider asks until the
//! signatures are there.
//!
//! Paths and fields are those of integrators' code. That code knows `SUCCESS` and `EXPIRED`; `PENDING` and `REJECTED` are assumed.

mod answers;
mod certificates;
mod phone;
mod sign;
mod status;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use actix_web::web::{self, Data, ServiceConfig};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::clock::Clock;
use crate::identity::Identity;
use crate::locked;

/// How long the phone asks before a transaction ends.
pub const TRANSACTION_LIFETIME: TimeDelta = TimeDelta::minutes(5);

/// Somebody with a certificate at the service.
#[derive(Clone)]
pub struct Subscriber {
    /// Identity number.
    pub user_id: String,
    pub identity: Arc<Identity>,
}

/// The service's settings.
#[derive(Clone)]
pub struct Options {
    pub sp_id: String,
    pub sp_password: String,
    pub subscribers: Vec<Subscriber>,
    /// Consents by itself at this question for the status; `None` waits for the phone.
    pub confirm_at_poll: Option<u32>,
    pub clock: Clock,
}

/// A running service.
pub struct SmartCa {
    options: Options,
    transactions: Mutex<BTreeMap<String, Transaction>>,
}

struct Transaction {
    identity: Arc<Identity>,
    /// As the provider asked to show it.
    description: String,
    documents: Vec<Document>,
    state: State,
    polls: u32,
    until: DateTime<Utc>,
}

struct Document {
    id: String,
    digest: [u8; 32],
}

/// What the subscriber did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Waiting,
    Confirmed,
    Rejected,
    Expired,
}

impl SmartCa {
    pub fn new(options: Options) -> Self {
        Self {
            options,
            transactions: Mutex::default(),
        }
    }

    /// The subscriber's answer on the phone; false if nothing with this number waits.
    pub fn decide(&self, transaction: &str, consent: bool) -> bool {
        let mut transactions = locked(&self.transactions);
        let now = self.options.clock.now();
        let Some(found) = transactions.get_mut(transaction) else {
            return false;
        };
        found.end_if_over(now);
        let waits = found.state == State::Waiting;
        if waits {
            found.state = if consent {
                State::Confirmed
            } else {
                State::Rejected
            };
        }
        waits
    }

    fn is_provider(&self, sp_id: &str, sp_password: &str) -> bool {
        sp_id == self.options.sp_id && sp_password == self.options.sp_password
    }

    fn certificates_of(&self, user_id: &str) -> impl Iterator<Item = &Subscriber> {
        self.options
            .subscribers
            .iter()
            .filter(move |subscriber| subscriber.user_id == user_id)
    }
}

impl Transaction {
    fn end_if_over(&mut self, now: DateTime<Utc>) {
        if self.state == State::Waiting && now >= self.until {
            self.state = State::Expired;
        }
    }
}

/// Serves the API, and for testers `GET /phone`, `POST /phone/{transaction}/confirm` and `…/reject`.
pub fn configure(config: &mut ServiceConfig, service: Data<SmartCa>) {
    config
        .app_data(service)
        .route("/phone", web::get().to(phone::list))
        .route(
            "/phone/{transaction}/confirm",
            web::post().to(phone::confirm),
        )
        .route("/phone/{transaction}/reject", web::post().to(phone::reject))
        .service(
            web::scope("/sca/sp769/v1")
                .route(
                    "/credentials/get_certificate",
                    web::post().to(certificates::get_certificate),
                )
                .route("/signatures/sign", web::post().to(sign::sign))
                .route(
                    "/signatures/sign/{transaction}/status",
                    web::post().to(status::status),
                ),
        );
}
