//! Keys in their places, time stamps that come late, signing in somebody's stead (C1, C5, C7).

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
use congvu_sandbox::time_stamps::{self, Mode, TimeStamps};
use congvu_server::installation::TimeStampFile;
use congvu_server::jobs;
use congvu_server::pki::{StampAuthority, Trust};
use congvu_server::places::{Places, RemotePlace};
use congvu_server::remote::{Kind, Remote, Secret, Settings};
use congvu_server::services::Services;
use congvu_signing::trust::{Anchor, AnchorLevel, TrustStore};
use serde_json::{Value, json};

use crate::client::Client;
use crate::journey::fill_in;
use crate::support::{NOW, TestApp, on_both};

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

/// With a one-time code: a wrong one changes nothing, the right one registers, signs and submits.
#[actix_web::test]
async fn a_remote_key_signs_with_a_one_time_code() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let stand_ins = stand_ins(&number_of(&app, &person.person_id()));
        let app = stand_ins.installation(&app, false).await;
        let person = person.on(&app);
        fill_in(&app, &person, &person).await;
        let registration = register_remote(&person, "csc").await;
        assert_eq!(registration["certificate"]["status"], "unproven");
        assert_eq!(registration["certificate"]["level"], "public");
        assert_eq!(registration["certificate"]["asks"], "one_time_code");
        let certificate = registration["certificate"]["id"].as_str().unwrap();
        // Before it is proven nothing else is signed with it.
        let id = person.person_id();
        let etag = person
            .get(&format!("/people/{id}/draft"))
            .await
            .expect(200)
            .etag();
        let early = person
            .post_with(
                &format!("/people/{id}/draft/signing-requests"),
                &[("if-match", &etag)],
                &json!({"certificate_id": certificate}),
            )
            .await
            .expect(422)
            .json();
        assert_eq!(early["errors"][0]["code"], "certificate_unproven");

        let ask = json!({"certificate_id": certificate});
        person
            .post("/signing-sessions/one-time-codes", &ask)
            .await
            .expect(204);
        let request = registration["signing_request"]["id"].as_str().unwrap();
        let wrong = person
            .post(
                "/signing-sessions",
                &json!({"requests": [request], "secret": "000000"}),
            )
            .await
            .expect(422)
            .json();
        assert_eq!(wrong["errors"][0]["pointer"], "/secret");
        assert_eq!(wrong["errors"][0]["code"], "wrong_otp");
        let code = stand_ins.csc.last_password("khoa").unwrap();
        let session = person
            .post(
                "/signing-sessions",
                &json!({"requests": [request], "secret": code}),
            )
            .await
            .expect(201)
            .json();
        assert_eq!(session["state"], "done", "{session}");
        assert_eq!(session["items"][0]["result"]["certificate_id"], certificate);
        let list = person.get("/certificates").await.expect(200).json();
        assert_eq!(
            list["items"][0]["status"], "valid",
            "bound by the identification number"
        );

        let request = prepare(&person, certificate).await;
        assert_eq!(request["place"], "remote");
        person
            .post("/signing-sessions/one-time-codes", &ask)
            .await
            .expect(204);
        let code = stand_ins.csc.last_password("khoa").unwrap();
        let session = person
            .post(
                "/signing-sessions",
                &json!({"requests": [request["id"]], "secret": code}),
            )
            .await
            .expect(201)
            .json();
        let result = &session["items"][0]["result"];
        assert_eq!(result["submission_state"], "in_review", "{session}");
        assert_eq!(result["signature"]["level"], "public");
        assert_eq!(result["signature"]["time_stamp"]["state"], "stamped");
    })
    .await;
}

/// Confirmed on the telephone: waiting, then done; also when only the clock asks; a refusal leaves everything as it was.
#[actix_web::test]
async fn a_remote_key_waits_for_the_telephone() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let stand_ins = stand_ins(&number_of(&app, &person.person_id()));
        let app = stand_ins.installation(&app, false).await;
        let person = person.on(&app);
        fill_in(&app, &person, &person).await;
        let registration = register_remote(&person, "smartca").await;
        let certificate = registration["certificate"]["id"].as_str().unwrap();
        let open = async |request: &Value| {
            person
                .post("/signing-sessions", &json!({"requests": [request["id"]]}))
                .await
                .expect(201)
                .json()
        };
        let poll = async |session: &Value| {
            let id = session["id"].as_str().unwrap();
            person
                .get(&format!("/signing-sessions/{id}"))
                .await
                .expect(200)
                .json()
        };
        let session = open(&registration["signing_request"]).await;
        assert_eq!(session["state"], "waiting");
        assert_eq!(poll(&session).await["state"], "waiting");
        let transactions = stand_ins.transactions();
        assert!(stand_ins.smart_ca.decide(&transactions[0], true));
        let done = poll(&session).await;
        assert_eq!(
            done["items"][0]["result"]["certificate_id"], certificate,
            "{done}"
        );

        let request = prepare(&person, certificate).await;
        let session = open(&request).await;
        assert!(
            stand_ins
                .smart_ca
                .decide(stand_ins.transactions().last().unwrap(), false)
        );
        let refused = poll(&session).await;
        assert_eq!(refused["items"][0]["state"], "refused");
        assert_eq!(refused["items"][0]["problem"]["code"], "signature_refused");

        // The browser is closed; the confirmation counts all the same.
        let session = open(&request).await;
        assert!(
            stand_ins
                .smart_ca
                .decide(stand_ins.transactions().last().unwrap(), true)
        );
        let services = app.services.clone();
        actix_web::web::block(move || jobs::look(&services))
            .await
            .unwrap()
            .unwrap();
        let done = poll(&session).await;
        assert_eq!(
            done["items"][0]["result"]["submission_state"], "in_review",
            "{done}"
        );
    })
    .await;
}

/// A certificate that names somebody else is refused; one that names nobody waits for whoever issues accounts.
#[actix_web::test]
async fn a_certificate_is_bound_to_its_person() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        for (number, finished) in [("001080999999", 422), ("", 201)] {
            let stand_ins = stand_ins(number);
            let app = stand_ins.installation(&app, false).await;
            let person = person.on(&app);
            let chain: Vec<String> = stand_ins
                .identity
                .chain
                .iter()
                .map(|der| STANDARD.encode(der))
                .collect();
            let new = json!({"place": "agent", "label": "Token", "chain": chain});
            let registration = person
                .post("/certificates/registrations", &new)
                .await
                .expect(201)
                .json();
            let request = &registration["signing_request"];
            let id = request["id"].as_str().unwrap();
            let answer = person
                .post(
                    &format!("/signing-requests/{id}/signature"),
                    &stand_ins.sign(request),
                )
                .await
                .expect(finished);
            if finished == 422 {
                assert_eq!(answer.json()["errors"][0]["code"], "certificate_of_another");
                continue;
            }
            let certificate = registration["certificate"]["id"].as_str().unwrap();
            let confirm = format!("/certificates/{certificate}/confirmation");
            assert_eq!(person.post(&confirm, &json!({})).await.status, 403);
            let path = app.unit_path(&person.me_unit());
            let issuer = app.officer("account_issuer", &path).await;
            let waiting = issuer
                .get("/certificates/awaiting")
                .await
                .expect(200)
                .json();
            assert_eq!(waiting["items"][0]["id"], certificate);
            assert_ne!(waiting["items"][0]["holder"], Value::Null);
            let confirmed = issuer.post(&confirm, &json!({})).await.expect(201).json();
            assert_eq!(confirmed["status"], "valid");
            assert_eq!(issuer.post(&confirm, &json!({})).await.status, 409);
        }
    })
    .await;
}

/// The authority is away: the signature counts and waits, the next signer waits for its stamp, and then goes on.
#[actix_web::test]
async fn a_time_stamp_that_comes_late_holds_up_the_next_signer_only() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let stand_ins = stand_ins(&number_of(&app, &id));
        let app = stand_ins.installation(&app, true).await;
        let person = person.on(&app);
        fill_in(&app, &person, &person).await;
        stand_ins.time_stamps.set_mode(Mode::Away);
        let result = person.submit(&id).await;
        assert_eq!(result["signature"]["time_stamp"]["state"], "waiting");
        let submission = result["submission_id"].as_str().unwrap();
        let path = app.unit_path(&person.me_unit());
        let reviewer = app.officer("hr_head", &path).await;
        let early = reviewer
            .prepare_decision(submission, "approve", json!([]))
            .await;
        assert_eq!(early.expect(409).code(), "waiting_for_time_stamp");
        let look = async |app: &TestApp| {
            let services = app.services.clone();
            actix_web::web::block(move || jobs::look(&services))
                .await
                .unwrap()
                .unwrap()
        };
        assert_eq!(look(&app).await.stamped, 0, "away");
        stand_ins.time_stamps.set_mode(Mode::Garbage);
        let later = app.at("2026-03-06T02:05:00Z").await;
        assert_eq!(look(&later).await.stamped, 0, "garbage");
        stand_ins.time_stamps.set_mode(Mode::Normal);
        let later = app.at("2026-03-06T02:30:00Z").await;
        assert_eq!(look(&later).await.stamped, 1);
        let decided = reviewer.decide(submission, "approve", json!([])).await;
        assert_eq!(decided["submission_state"], "in_review");
    })
    .await;
}

/// The head delegates with a signature; the delegate's signature carries it, and ends with it.
#[actix_web::test]
async fn signing_in_somebodys_stead_carries_the_delegation() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let path = app.unit_path(&person.me_unit());
        let head = app.officer("unit_head", &path).await;
        let deputy = app.officer("hr_head", &path).await;
        let unit = head.me["roles"][0]["unit_id"].as_str().unwrap();
        let mut new = json!({
            "certificate_id": head.certificate().await,
            "delegate": deputy.me["username"],
            "role": "unit_head",
            "unit_id": unit,
            "form": "tuq",
            "from": "2026-03-06",
            "to": "2026-03-31",
            "basis_number": "15/GUQ",
            "basis_date": "2026-03-05",
            "basis": "Giấy ủy quyền khi đi công tác",
        });
        // Not to oneself, not backwards, not by a form that is not offered.
        for (field, value, pointer) in [
            ("delegate", head.me["username"].clone(), "/delegate"),
            ("to", json!("2026-03-01"), "/to"),
            ("form", json!("tl"), "/form"),
            ("delegate", json!("khong-co"), "/delegate"),
        ] {
            let mut wrong = new.clone();
            wrong[field] = value;
            let refused = head.post("/delegations", &wrong).await.expect(422).json();
            let pointers: Vec<_> = refused["errors"]
                .as_array()
                .unwrap()
                .iter()
                .map(|error| error["pointer"].clone())
                .collect();
            assert!(pointers.contains(&json!(pointer)), "{field}: {refused}");
        }
        let request = head.post("/delegations", &new).await.expect(201).json();
        let made = head.finish(&request).await.expect(201).json();
        let delegation = made["delegation_id"].as_str().unwrap();
        // The delegate cannot hand it on.
        new["certificate_id"] = json!(deputy.certificate().await);
        new["delegate"] = json!("canbo.cu");
        assert_eq!(deputy.post("/delegations", &new).await.status, 422);

        fill_in(&app, &person, &person).await;
        let submission = person.submit(&id).await["submission_id"]
            .as_str()
            .unwrap()
            .to_owned();
        // Whoever checked does not also approve for the head.
        deputy.decide(&submission, "approve", json!([])).await;
        let both = deputy
            .prepare_decision(&submission, "approve", json!([]))
            .await;
        assert_eq!(both.status, 403);
        let approved = head.decide(&submission, "approve", json!([])).await;
        assert_eq!(approved["version"], 1);

        // An export is signed in the head's stead.
        let made = person
            .post(&format!("/people/{id}/exports"), &json!({}))
            .await
            .expect(201)
            .json();
        let export = made["id"].as_str().unwrap();
        let sign = async |who: &Client| {
            let seen = who.get(&format!("/exports/{export}")).await.expect(200);
            who.post_with(
                &format!("/exports/{export}/signing-requests"),
                &[("if-match", &seen.etag())],
                &json!({"certificate_id": who.certificate().await}),
            )
            .await
        };
        let request = sign(&deputy).await.expect(201).json();
        let stead = request["on_behalf_of"].as_str().unwrap();
        assert!(stead.starts_with("TUQ. "), "{stead}");
        let signed = deputy.finish(&request).await.expect(201).json();
        assert_eq!(signed["signature"]["on_behalf_of"], stead);

        let ended = head
            .post(&format!("/delegations/{delegation}/end"), &json!({}))
            .await
            .expect(201);
        assert_eq!(ended.json()["state"], "ended");
        let made = person
            .post(&format!("/people/{id}/exports"), &json!({}))
            .await
            .expect(201)
            .json();
        let export = made["id"].as_str().unwrap();
        let etag = deputy
            .get(&format!("/exports/{export}"))
            .await
            .expect(200)
            .etag();
        let late = deputy
            .post_with(
                &format!("/exports/{export}/signing-requests"),
                &[("if-match", &etag)],
                &json!({"certificate_id": deputy.certificate().await}),
            )
            .await;
        assert_eq!(late.status, 403);
    })
    .await;
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
