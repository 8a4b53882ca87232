use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use actix_web::web::{self, Data, Json, ServiceConfig};
use actix_web::{HttpResponse, rt};
use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Utc};
use clap::Args;
use congvu_sandbox::agent::{self, Agent};
use congvu_sandbox::authority::{self, Authority};
use congvu_sandbox::clock::Clock as SandboxClock;
use congvu_sandbox::confirm::Confirm;
use congvu_sandbox::csc::{self, Csc};
use congvu_sandbox::identity::Identity;
use congvu_sandbox::serve::{Listen, Tls, serve, start};
use congvu_sandbox::smart_ca::{self, SmartCa};
use congvu_sandbox::time_stamps::{self, TimeStamps};
use congvu_signing::pem;
use serde::Deserialize;

use super::Outcome;
use crate::clock::Clock;

/// Stand-ins for services that cannot be reached from a desk: a public authority, the VGCA agent, CSC and SmartCA remote signing, time
/// stamps. They speak the real protocols and really sign, with keys made at start. Never for real data.
#[derive(Debug, Args)]
pub struct Sandbox {
    /// Where anchors, keys and a ready `settings.toml` for `congvu serve --settings` are written
    #[arg(long)]
    out: PathBuf,
    /// Somebody with a certificate: `Nguyễn Văn A=079080001234` (name, identification number); may be repeated
    #[arg(long = "person", required = true, value_parser = person)]
    people: Vec<Somebody>,
    /// Port of the authority, CSC (/csc/v1, /csc/v2), SmartCA (/sca/sp769/v1) and time stamps (/tsa)
    #[arg(long, default_value_t = 8988)]
    port: u16,
    /// Port of the agent; the real one listens at 8987
    #[arg(long, default_value_t = agent::PORT)]
    agent_port: u16,
    /// The agent without TLS (ws://), for browsers that do not trust its certificate
    #[arg(long)]
    plain_agent: bool,
    /// Start the clock at this time (RFC 3339), as `congvu serve --clock`
    #[arg(long, env = "CONGVU_CLOCK")]
    clock: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug)]
struct Somebody {
    name: String,
    number: String,
}

fn person(text: &str) -> Result<Somebody, String> {
    let (name, number) = text
        .split_once('=')
        .ok_or("expected NAME=IDENTIFICATION NUMBER")?;
    Ok(Somebody {
        name: name.trim().to_owned(),
        number: number.trim().to_owned(),
    })
}

fn as_pem(der: &[u8]) -> anyhow::Result<String> {
    pem::certificate(der).map_err(|error| anyhow!("a certificate cannot be written: {error}"))
}

/// Secrets of the stand-ins: known to everybody, as everything about them.
const CLIENT: &str = "congvu";
const SECRET: &str = "sandbox";

impl Sandbox {
    pub fn run(self) -> Outcome {
        fs::create_dir_all(&self.out)?;
        let base = format!("http://127.0.0.1:{}", self.port);
        let ours = self.clock.map_or_else(Clock::machine, Clock::starting_at);
        let clock = SandboxClock::new(move || ours.now());
        let authority =
            Authority::create("CA công cộng thử", &format!("{base}/ca"), clock.clone())?;
        let anchors = as_pem(authority.root_der())? + &as_pem(authority.issuing_der())?;
        fs::write(self.out.join("anchors.pem"), anchors)?;
        let mut identities = Vec::new();
        for (number, somebody) in self.people.iter().enumerate() {
            let made =
                authority.issue_with_key(&somebody.name, &format!("CCCD:{}", somebody.number))?;
            self.keep(number + 1, &made.key_pem, &made.identity)?;
            identities.push(Arc::new(made.identity));
        }
        self.write_settings(&base)?;
        let stand_ins = StandIns::of(&self, authority, &identities, &clock)?;
        self.greet(&base);
        let agent = Listen {
            address: self.address(self.agent_port),
            tls: if self.plain_agent {
                None
            } else {
                Some(Tls::self_signed()?)
            },
        };
        let at_the_desk = stand_ins.agent.clone();
        let people = Data::new(People(identities));
        let _agent = start(agent, move |config: &mut ServiceConfig| {
            config
                .app_data(people.clone())
                .route("/control/person", web::post().to(change_person));
            agent::configure(config, at_the_desk.clone());
        })
        .with_context(|| format!("cannot listen on port {}", self.agent_port))?;
        let listen = Listen::plain(self.address(self.port));
        rt::System::new()
            .block_on(serve(listen, move |config| stand_ins.configure(config)))
            .with_context(|| format!("cannot listen on port {}", self.port))?;
        Ok(true)
    }

    fn address(&self, port: u16) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], port))
    }

    /// Key and chain of somebody, as files: `1.key.pem`, `1.pem`.
    fn keep(&self, number: usize, key_pem: &str, identity: &Identity) -> anyhow::Result<()> {
        let chain = identity
            .chain
            .iter()
            .map(|der| as_pem(der))
            .collect::<anyhow::Result<String>>()?;
        fs::write(self.out.join(format!("{number}.pem")), chain)?;
        crate::pki::write_private(
            &self.out.join(format!("{number}.key.pem")),
            key_pem.as_bytes(),
        )?;
        Ok(())
    }

    fn write_settings(&self, base: &str) -> anyhow::Result<()> {
        let scheme = if self.plain_agent { "ws" } else { "wss" };
        fs::write(self.out.join("client-secret"), SECRET)?;
        let text = format!(
            r#"# Settings for the stand-ins of `congvu sandbox`; never for real data.

[[trust.anchors]]
file = "anchors.pem"
level = "public"

[time_stamps]
url = "{base}/tsa"
timeout_seconds = 10

[agent]
url = "{scheme}://127.0.0.1:{agent}"

[[remote]]
key = "csc"
name = "Ký số từ xa (CSC, thử)"
kind = "csc-v2"
base_url = "{base}/csc/v2"
client_id = "{CLIENT}"
client_secret_file = "client-secret"

[[remote]]
key = "smartca"
name = "SmartCA (thử)"
kind = "smart-ca"
base_url = "{base}/sca/sp769/v1"
client_id = "{CLIENT}"
client_secret_file = "client-secret"
"#,
            agent = self.agent_port,
        );
        fs::write(self.out.join("settings.toml"), text)?;
        Ok(())
    }

    fn greet(&self, base: &str) {
        let scheme = if self.plain_agent { "ws" } else { "wss" };
        println!("  {base}/ca/root.cer        CA công cộng thử");
        println!(
            "  {base}/csc/v2             CSC: user = identification number, one-time codes at {base}/control/otp/1"
        );
        println!(
            "  {base}/sca/sp769/v1       SmartCA: user = identification number, telephone at {base}/phone"
        );
        println!("  {base}/tsa                RFC 3161; POST {base}/control/mode");
        println!(
            "  {scheme}://127.0.0.1:{}   VGCA agent; POST /control/person {{\"person\":1}}",
            self.agent_port
        );
        println!(
            "  congvu serve --demo --settings {}",
            self.out.join("settings.toml").display()
        );
    }
}

struct People(Vec<Arc<Identity>>);

#[derive(Deserialize)]
struct Change {
    /// From 1, as they were named.
    person: usize,
}

async fn change_person(
    agent: Data<Agent>,
    people: Data<People>,
    change: Json<Change>,
) -> HttpResponse {
    match change.person.checked_sub(1).and_then(|at| people.0.get(at)) {
        Some(identity) => {
            agent.set_identity(identity.clone());
            HttpResponse::NoContent().finish()
        }
        None => HttpResponse::NotFound().finish(),
    }
}

/// What runs on one port.
#[derive(Clone)]
struct StandIns {
    agent: Data<Agent>,
    authority: Data<Authority>,
    csc: Data<Csc>,
    smart_ca: Data<SmartCa>,
    time_stamps: Data<TimeStamps>,
}

impl StandIns {
    fn of(
        sandbox: &Sandbox,
        authority: Authority,
        identities: &[Arc<Identity>],
        clock: &SandboxClock,
    ) -> anyhow::Result<Self> {
        let people = || sandbox.people.iter().zip(identities);
        let first = identities
            .first()
            .ok_or_else(|| anyhow!("nobody was named"))?;
        let csc = csc::Options {
            client_id: CLIENT.to_owned(),
            client_secret: SECRET.to_owned(),
            credentials: people()
                .enumerate()
                .map(|(index, (somebody, identity))| csc::Credential {
                    id: format!("khoa-{}", index + 1),
                    user: somebody.number.clone(),
                    identity: identity.clone(),
                    authorization: csc::Authorization::OneTimePassword,
                    multisign: 1000,
                })
                .collect(),
            confirm: Confirm::Auto,
            clock: clock.clone(),
        };
        let smart_ca = smart_ca::Options {
            sp_id: CLIENT.to_owned(),
            sp_password: SECRET.to_owned(),
            subscribers: people()
                .map(|(somebody, identity)| smart_ca::Subscriber {
                    user_id: somebody.number.clone(),
                    identity: identity.clone(),
                })
                .collect(),
            confirm_at_poll: None,
            clock: clock.clone(),
        };
        let agent = agent::Options {
            identity: first.clone(),
            origins: Vec::new(),
            confirm: Confirm::Auto,
            clock: clock.clone(),
        };
        Ok(Self {
            time_stamps: Data::new(TimeStamps::new(authority.time_stamps()?, clock.clone())),
            agent: Data::new(Agent::new(agent)),
            authority: Data::new(authority),
            csc: Data::new(Csc::new(csc)),
            smart_ca: Data::new(SmartCa::new(smart_ca)),
        })
    }

    fn configure(&self, config: &mut ServiceConfig) {
        config.route("/control/otp/{person}", web::get().to(last_code));
        authority::configure(config, self.authority.clone());
        time_stamps::configure(config, self.time_stamps.clone());
        csc::configure(config, self.csc.clone());
        smart_ca::configure(config, self.smart_ca.clone());
    }
}

/// The code that stands on the telephone of a person, counted from 1.
async fn last_code(csc: Data<Csc>, person: web::Path<String>) -> HttpResponse {
    match csc.last_password(&format!("khoa-{person}")) {
        Some(code) => HttpResponse::Ok().body(code),
        None => HttpResponse::NotFound().finish(),
    }
}
