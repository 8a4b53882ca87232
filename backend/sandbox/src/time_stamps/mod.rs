//! A time-stamp authority over HTTP (RFC 3161 §3.4) with the moods that the real one has: integrators measured answers of two minutes, and
//! none at all.

use std::io;
use std::sync::Mutex;
use std::time::Duration;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::rt::time::sleep;
use actix_web::web::{self, Bytes, Data, Json, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use congvu_signing::tsp::Tsa;
use serde::{Deserialize, Serialize};

use crate::clock::Clock;
use crate::{locked, random};

/// Media types of RFC 3161 §3.4.
const QUERY: &str = "application/timestamp-query";
const REPLY: &str = "application/timestamp-reply";

/// How the authority behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "lowercase")]
pub enum Mode {
    Normal,
    /// Answers rightly after so long.
    Slow {
        milliseconds: u64,
    },
    /// 503 Service Unavailable.
    Away,
    /// 200 with something that is no answer.
    Garbage,
}

/// A running authority.
pub struct TimeStamps {
    authority: Tsa,
    mode: Mutex<Mode>,
    clock: Clock,
}

impl TimeStamps {
    /// Begins in [`Mode::Normal`].
    pub fn new(authority: Tsa, clock: Clock) -> Self {
        Self {
            authority,
            mode: Mutex::new(Mode::Normal),
            clock,
        }
    }

    /// From now on it behaves so.
    pub fn set_mode(&self, mode: Mode) {
        *locked(&self.mode) = mode;
    }
}

/// Serves `POST /tsa`, and `GET` and `POST /control/mode` with a [`Mode`] for testers.
pub fn configure(config: &mut ServiceConfig, service: Data<TimeStamps>) {
    config
        .app_data(service)
        .route("/tsa", web::post().to(stamp))
        .route("/control/mode", web::get().to(mode))
        .route("/control/mode", web::post().to(set_mode));
}

async fn stamp(
    service: Data<TimeStamps>,
    http: HttpRequest,
    query: Bytes,
) -> io::Result<HttpResponse> {
    let kind = http.headers().get(CONTENT_TYPE);
    if kind.is_none_or(|kind| kind != QUERY) {
        return Ok(HttpResponse::UnsupportedMediaType().finish());
    }
    let mode = *locked(&service.mode);
    let garbage = match mode {
        Mode::Away => return Ok(HttpResponse::ServiceUnavailable().finish()),
        Mode::Garbage => true,
        Mode::Normal => false,
        Mode::Slow { milliseconds } => {
            sleep(Duration::from_millis(milliseconds)).await;
            false
        }
    };
    let reply = if garbage {
        b"<html>It works!</html>".to_vec()
    } else {
        service
            .authority
            .respond(&query, random::bytes()?, service.clock.now())
    };
    Ok(HttpResponse::Ok().content_type(REPLY).body(reply))
}

async fn mode(service: Data<TimeStamps>) -> HttpResponse {
    HttpResponse::Ok().json(*locked(&service.mode))
}

async fn set_mode(service: Data<TimeStamps>, mode: Json<Mode>) -> HttpResponse {
    service.set_mode(mode.into_inner());
    HttpResponse::NoContent().finish()
}
