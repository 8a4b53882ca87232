//! The server on a port of its own, and a client of it.

use actix_web::{HttpServer, rt, web};
use anyhow::{Context as _, anyhow};
use congvu_server::services::Services;
use congvu_server::{app, demo};
use serde_json::{Value, json};
use ureq::Agent;

/// Longest answer that is read.
const LARGEST: u64 = 1 << 30;

/// Runs a client beside a server.
pub fn beside_a_server(
    services: &Services,
    client: impl FnOnce(String) -> anyhow::Result<()> + Send + 'static,
) -> anyhow::Result<()> {
    let data = web::Data::new(services.clone());
    rt::System::new().block_on(async move {
        let contract = app::contract();
        let server = HttpServer::new(move || app::create(data.clone(), contract.clone()))
            .workers(2)
            .bind(("127.0.0.1", 0))?;
        let address = server.addrs().first().copied().context("an address")?;
        let running = server.run();
        let handle = running.handle();
        rt::spawn(running);
        let done = web::block(move || client(format!("http://{address}/api/v1"))).await;
        handle.stop(false).await;
        done?
    })
}

/// Somebody signed in.
pub struct Client {
    pub agent: Agent,
    pub base: String,
    token: String,
    pub me: Value,
    /// Keys of creations, each of its own.
    keys: u64,
}

impl Client {
    pub fn sign_in(base: &str, username: &str) -> anyhow::Result<Self> {
        let mut client = Self {
            agent: Agent::new_with_defaults(),
            base: base.to_owned(),
            token: String::new(),
            me: Value::Null,
            keys: 0,
        };
        let body = json!({"username": username, "password": demo::PASSWORD});
        let session = client.post("/sessions", &body, "")?;
        client.token = text(&session, "access_token")?;
        client.me = session.get("me").cloned().unwrap_or_default();
        Ok(client)
    }

    pub fn get(&self, path: &str) -> anyhow::Result<Value> {
        let request = self
            .agent
            .get(format!("{}{path}", self.base))
            .header("authorization", format!("Bearer {}", self.token));
        let mut answer = request.call().with_context(|| path.to_owned())?;
        Ok(answer.body_mut().with_config().limit(LARGEST).read_json()?)
    }

    /// A creation, over what was seen where there is an entity tag.
    pub fn post(&mut self, path: &str, body: &Value, seen: &str) -> anyhow::Result<Value> {
        self.keys += 1;
        let request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("idempotency-key", self.keys.to_string());
        self.send(request, path, body, seen)
    }

    /// Sends a body, over what was seen where there is an entity tag.
    pub fn send(
        &self,
        mut request: ureq::RequestBuilder<ureq::typestate::WithBody>,
        path: &str,
        body: &Value,
        seen: &str,
    ) -> anyhow::Result<Value> {
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        if !seen.is_empty() {
            request = request.header("if-match", seen);
        }
        let mut answer = request.send_json(body).with_context(|| path.to_owned())?;
        Ok(answer.body_mut().with_config().limit(LARGEST).read_json()?)
    }
}

/// A field that holds text.
pub fn text(value: &Value, key: &str) -> anyhow::Result<String> {
    let found = value.get(key).and_then(Value::as_str);
    found
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("no {key} in {value}"))
}

/// User name of somebody in the demonstration who holds a role.
pub fn username(services: &Services, role: &str) -> anyhow::Result<String> {
    let body = demo::body(&services.deployment, services.today());
    body.officers
        .into_iter()
        .find(|officer| officer.role == role)
        .map(|officer| officer.username)
        .ok_or_else(|| anyhow!("nobody holds {role}"))
}
