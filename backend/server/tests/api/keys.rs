//! Keys in their places, time stamps that come late, signing in somebody's stead (C1, C5, C7).

mod binding;
mod cancelled;
mod late_stamps;
mod remote;
mod stead;

use std::sync::Arc;

use actix_web::web::Data;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::people;
use congvu_sandbox::authority::{self, Authority};
use congvu_sandbox::clock::Clock;
use congvu_sandbox::confirm::Confirm;
use congvu_sandbox::csc::{self, Csc};
use congvu_sandbox::identity::Identity;
use congvu_sandbox::serve::{Listen, Running, start};
use congvu_sandbox::smart_ca::{self, SmartCa};
use congvu_sandbox::time_stamps::{self, TimeStamps};
use congvu_server::installation::TimeStampFile;
use congvu_server::pki::{StampAuthority, Trust};
use congvu_server::places::{Places, RemotePlace};
use congvu_server::remote::{Kind, Remote, Secret, Settings};
use congvu_server::services::Services;
use congvu_signing::trust::{Anchor, AnchorLevel, TrustStore};
use serde_json::{Value, json};

use crate::client::Client;
use crate::support::{NOW, TestApp};

/// The stand-ins of one test, on one port.
struct StandIns {
    identity: Arc<Identity>,
    csc: Data<Csc>,
    smart_ca: Data<SmartCa>,
    time_stamps: Data<TimeStamps>,
    authority: Data<Authority>,
    running: Running,
}

const USER: &str = "nguoi-dung";

/// Stand-ins for somebody with this identification number.
fn stand_ins(number: &str) -> StandIns {
    let clock = Clock::fixed(NOW.parse().unwrap());
    // The port is not known yet; nobody asks for lists before it is.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let base = format!("http://{port}");
    let authority =
        Authority::create("CA công cộng thử", &format!("{base}/ca"), clock.clone()).unwrap();
    let uid = format!("CCCD:{number}");
    let identity = Arc::new(authority.issue("Nguyễn Văn Thử", &uid).unwrap());
    let csc = Data::new(Csc::new(csc::Options {
        client_id: "congvu".into(),
        client_secret: "mật".into(),
        credentials: vec![csc::Credential {
            id: "khoa".into(),
            user: USER.into(),
            identity: identity.clone(),
            authorization: csc::Authorization::OneTimePassword,
            multisign: 100,
        }],
        confirm: Confirm::Auto,
        clock: clock.clone(),
    }));
    let smart_ca = Data::new(SmartCa::new(smart_ca::Options {
        sp_id: "congvu".into(),
        sp_password: "mật".into(),
        subscribers: vec![smart_ca::Subscriber {
            user_id: USER.into(),
            identity: identity.clone(),
        }],
        confirm_at_poll: None,
        clock: clock.clone(),
    }));
    let time_stamps = Data::new(TimeStamps::new(authority.time_stamps().unwrap(), clock));
    let authority = Data::new(authority);
    let (a, c, s, t) = (
        authority.clone(),
        csc.clone(),
        smart_ca.clone(),
        time_stamps.clone(),
    );
    let running = start(Listen::plain(port), move |config| {
        authority::configure(config, a.clone());
        time_stamps::configure(config, t.clone());
        csc::configure(config, c.clone());
        smart_ca::configure(config, s.clone());
    })
    .unwrap();
    StandIns {
        identity,
        csc,
        smart_ca,
        time_stamps,
        authority,
        running,
    }
}

impl StandIns {
    fn remote(&self, key: &str, kind: Kind, path: &str) -> RemotePlace {
        let settings = Settings {
            name: key.into(),
            kind,
            base_url: self.running.url(path),
            client_id: "congvu".into(),
            client_secret: Secret::new("mật"),
            ca_file: None,
            timeout_seconds: 10,
        };
        RemotePlace {
            key: key.into(),
            name: key.into(),
            client: Remote::new(&settings).unwrap(),
        }
    }

    /// An installation that knows them, and counts their authority as a public one.
    async fn installation(&self, app: &TestApp, stamps: bool) -> TestApp {
        let root = self.authority.root_der().to_vec();
        let store = TrustStore {
            anchors: vec![Anchor {
                der: root,
                level: AnchorLevel::Public,
                name: "CA công cộng thử".into(),
            }],
            ..TrustStore::default()
        };
        let file = TimeStampFile {
            url: stamps.then(|| self.running.url("/tsa")),
            timeout_seconds: 5,
        };
        TestApp::over(Services {
            trusted: Arc::new(Trust::of(store)),
            stamps: StampAuthority::of(&file),
            places: Arc::new(Places {
                agent: None,
                tokens: None,
                remote: vec![
                    self.remote("csc", Kind::CscV2, "/csc/v2"),
                    self.remote("smartca", Kind::SmartCa, "/sca/sp769/v1"),
                ],
            }),
            ..app.services.clone()
        })
        .await
    }

    /// Signs what an agent or a key file beside the browser would.
    fn sign(&self, request: &Value) -> Value {
        let digest: [u8; 32] = STANDARD
            .decode(request["digest"].as_str().unwrap())
            .unwrap()
            .try_into()
            .unwrap();
        let raw = self.identity.key.sign_digest(&digest).unwrap();
        json!({"signature": STANDARD.encode(raw)})
    }
}

fn number_of(app: &TestApp, person: &str) -> String {
    app.services
        .database
        .read::<_, congvu_db::DbError>(|connection| people::find(connection, person))
        .unwrap()
        .0
        .personal_id
}

async fn register_remote(person: &Client, provider: &str) -> Value {
    let found = person
        .get(&format!(
            "/certificates/sources?provider={provider}&user={USER}"
        ))
        .await
        .expect(200)
        .json();
    let source = found["items"][0]["source"].as_str().unwrap();
    person
        .post(
            "/certificates/registrations",
            &json!({"place": "remote", "label": "Từ xa", "source": source}),
        )
        .await
        .expect(201)
        .json()
}

/// Asks for the submitter's signature on the draft with a certificate.
async fn prepare(person: &Client, certificate: &str) -> Value {
    let id = person.person_id();
    let etag = person
        .get(&format!("/people/{id}/draft"))
        .await
        .expect(200)
        .etag();
    person
        .post_with(
            &format!("/people/{id}/draft/signing-requests"),
            &[("if-match", &etag)],
            &json!({"certificate_id": certificate}),
        )
        .await
        .expect(201)
        .json()
}

impl StandIns {
    /// Transactions at SmartCA that wait, as the telephone lists them.
    fn transactions(&self) -> Vec<String> {
        let listed = ureq::get(self.running.url("/phone")).call().unwrap();
        let listed: Value = listed.into_body().read_json().unwrap();
        listed
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["state"] == "waiting")
            .map(|one| one["transaction"].as_str().unwrap().to_owned())
            .collect()
    }
}
