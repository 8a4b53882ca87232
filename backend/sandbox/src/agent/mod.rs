//! The signing agent of Ban Cơ yếu (VGCA SignService): a WebSocket on the official's own machine, one endpoint a call, one text message in
//! and one out.
//!
//! What is known of the real one comes from the code of those who integrated it. Endpoints, fields and `Status` 0 for success are seen
//! there; the other status numbers are this stand-in's own, since integrators only tell zero from the rest.

mod answers;
mod download;
mod file_mode;
mod hash_mode;
mod socket;

use std::sync::{Arc, Mutex};

use actix_web::HttpResponse;
use actix_web::web::{self, Data, Json, ServiceConfig};

use crate::clock::Clock;
use crate::confirm::{Confirm, Person};
use crate::identity::Identity;
use crate::locked;

/// The port the real agent listens at.
pub const PORT: u16 = 8987;

/// The agent's settings.
#[derive(Clone)]
pub struct Options {
    pub identity: Arc<Identity>,
    /// Pages that may talk to it, e.g. `https://congvu.example.vn`; empty for all.
    pub origins: Vec<String>,
    pub confirm: Confirm,
    pub clock: Clock,
}

/// A running agent.
pub struct Agent {
    /// Whose token is in the machine.
    identity: Mutex<Arc<Identity>>,
    origins: Vec<String>,
    person: Person,
    clock: Clock,
    web: ureq::Agent,
}

impl Agent {
    pub fn new(options: Options) -> Self {
        Self {
            identity: Mutex::new(options.identity),
            origins: options.origins,
            person: Person::new(options.confirm),
            clock: options.clock,
            web: download::client(),
        }
    }

    /// From now on the person does this.
    pub fn set_confirm(&self, confirm: Confirm) {
        self.person.set(confirm);
    }

    /// From now on somebody else's token is in the machine.
    pub fn set_identity(&self, identity: Arc<Identity>) {
        *locked(&self.identity) = identity;
    }

    fn identity(&self) -> Arc<Identity> {
        locked(&self.identity).clone()
    }

    fn admits(&self, origin: Option<&str>) -> bool {
        let named = |origin| self.origins.iter().any(|allowed| allowed == origin);
        self.origins.is_empty() || origin.is_some_and(named)
    }
}

/// Serves the endpoints at `/<Endpoint>`, and `POST /control/confirm` with a [`Confirm`] for testers.
pub fn configure(config: &mut ServiceConfig, agent: Data<Agent>) {
    config
        .app_data(agent)
        .route("/control/confirm", web::post().to(set_confirm))
        .route("/{endpoint}", web::get().to(socket::open));
}

async fn set_confirm(agent: Data<Agent>, confirm: Json<Confirm>) -> HttpResponse {
    agent.set_confirm(confirm.into_inner());
    HttpResponse::NoContent().finish()
}
