//! Clients of the application: signing in, uploading, signing, deciding.

use std::cell::RefCell;
use std::rc::Rc;

use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::test::TestRequest;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::accounts;
use congvu_server::demo;
use congvu_signing::software_key::SoftwareKey;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

impl TestApp {
    /// Somebody who is not signed in.
    pub fn anybody(&self) -> Client {
        Client {
            app: self.clone(),
            token: None,
            key: RefCell::new(None),
            me: Value::Null,
        }
    }

    /// A demonstration account.
    pub async fn sign_in(&self, username: &str) -> Client {
        self.sign_in_with(username, demo::PASSWORD).await
    }

    pub async fn sign_in_with(&self, username: &str, password: &str) -> Client {
        let body = json!({"username": username, "password": password});
        let session = self
            .anybody()
            .post("/sessions", &body)
            .await
            .expect(201)
            .json();
        Client {
            app: self.clone(),
            token: Some(session["access_token"].as_str().unwrap().to_owned()),
            key: RefCell::new(None),
            me: session["me"].clone(),
        }
    }

    /// A holder of a role; the first of the demonstration's officers over a unit that has this name in its path.
    pub async fn officer(&self, role: &str, unit_path: &str) -> Client {
        let body = demo::body(&self.services.deployment, self.services.today());
        // Rules that a test changed over data made before would have officers who are not there.
        let is_there = |username: &str| {
            let database = &self.services.database;
            let found = database.read(|connection| accounts::by_username(connection, username));
            found.unwrap().is_some()
        };
        let holders = body.officers.iter().filter(|held| held.role == role);
        for officer in holders.filter(|held| is_there(&held.username)) {
            let client = self.sign_in(&officer.username).await;
            let unit = client.me["roles"][0]["unit_id"]
                .as_str()
                .unwrap()
                .to_owned();
            if unit_path.contains(&format!("/{unit}/")) {
                return client;
            }
        }
        panic!("nobody holds {role} over {unit_path}");
    }
}

/// Somebody who talks to the API.
#[derive(Clone)]
pub struct Client {
    app: TestApp,
    token: Option<String>,
    key: RefCell<Option<(Rc<SoftwareKey>, String)>>,
    pub me: Value,
}

impl Client {
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Answer {
        let mut request = TestRequest::default()
            .method(method)
            .uri(&format!("/api/v1{path}"));
        if let Some(token) = &self.token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            request = request.insert_header((name, HeaderValue::from_str(value).unwrap()));
        }
        if let Some(body) = body {
            request = request.set_json(body);
        }
        (self.app.call)(request.to_request()).await
    }

    /// The same account at another time.
    pub fn on(&self, app: &TestApp) -> Self {
        Self {
            app: app.clone(),
            ..self.clone()
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], None).await
    }

    /// A creation, with a key of its own.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.post_with(path, &[], body).await
    }

    pub async fn post_with(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let key = self.app.services.new_id();
        let mut all = vec![("idempotency-key", key.as_str())];
        all.extend_from_slice(headers);
        self.send(Method::POST, path, &all, Some(body)).await
    }

    pub async fn put(&self, path: &str, etag: &str, body: &Value) -> Answer {
        self.send(Method::PUT, path, &[("if-match", etag)], Some(body))
            .await
    }

    pub async fn upload(&self, path: &str, media_type: &str, content: &[u8]) -> Answer {
        let key = self.app.services.new_id();
        let request = TestRequest::post()
            .uri(&format!("/api/v1{path}"))
            .insert_header((
                "authorization",
                format!("Bearer {}", self.token.as_ref().unwrap()),
            ))
            .insert_header(("idempotency-key", key))
            .insert_header(("content-type", media_type))
            .set_payload(content.to_vec());
        (self.app.call)(request.to_request()).await
    }

    /// The client's certificate; made, with its key, when first asked for.
    pub async fn certificate(&self) -> String {
        if let Some((_, id)) = &*self.key.borrow() {
            return id.clone();
        }
        let key = SoftwareKey::generate_p256().unwrap();
        let body = json!({"csr": STANDARD.encode(key.csr("test").unwrap()), "label": "test"});
        let id = self.post("/certificates", &body).await.expect(201).json()["id"]
            .as_str()
            .unwrap()
            .to_owned();
        *self.key.borrow_mut() = Some((Rc::new(key), id.clone()));
        id
    }

    /// Signs a signing request with the client's key; the Base64 that goes back.
    pub fn signature(&self, request: &Value) -> String {
        let (key, _) = self.key.borrow().clone().expect("a key");
        let attributes = STANDARD
            .decode(request["to_be_signed"].as_str().unwrap())
            .unwrap();
        STANDARD.encode(key.sign(&attributes).unwrap())
    }

    /// Finishes a signing request.
    pub async fn finish(&self, request: &Value) -> Answer {
        let id = request["id"].as_str().unwrap();
        let body = json!({"signature": self.signature(request)});
        self.post(&format!("/signing-requests/{id}/signature"), &body)
            .await
    }

    /// Signs and submits the draft of a person as it is; answers the result.
    pub async fn submit(&self, person: &str) -> Value {
        let etag = self
            .get(&format!("/people/{person}/draft"))
            .await
            .expect(200)
            .etag();
        let body = json!({"certificate_id": self.certificate().await});
        let request = self
            .post_with(
                &format!("/people/{person}/draft/signing-requests"),
                &[("if-match", &etag)],
                &body,
            )
            .await
            .expect(201)
            .json();
        self.finish(&request).await.expect(201).json()
    }

    /// Prepares a decision on a submission as it stands.
    pub async fn prepare_decision(
        &self,
        submission: &str,
        decision: &str,
        reasons: Value,
    ) -> Answer {
        let etag = self
            .get(&format!("/submissions/{submission}"))
            .await
            .expect(200)
            .etag();
        let body = json!({
            "certificate_id": self.certificate().await,
            "decision": decision,
            "reasons": reasons,
        });
        self.post_with(
            &format!("/submissions/{submission}/signing-requests"),
            &[("if-match", &etag)],
            &body,
        )
        .await
    }

    /// Decides on a submission; answers the result.
    pub async fn decide(&self, submission: &str, decision: &str, reasons: Value) -> Value {
        let request = self
            .prepare_decision(submission, decision, reasons)
            .await
            .expect(201)
            .json();
        self.finish(&request).await.expect(201).json()
    }

    /// Tasks of the client about a person.
    pub async fn tasks_about(&self, person: &str) -> Vec<Value> {
        let page = self.get("/tasks?limit=100").await.expect(200).json();
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|task| task["person_id"] == person)
            .cloned()
            .collect()
    }

    /// Unit of the client's own profile.
    pub fn me_unit(&self) -> String {
        let person = self.person_id();
        let database = &self.app.services.database;
        database
            .read::<_, congvu_db::DbError>(|connection| {
                congvu_db::people::find(connection, &person)
            })
            .unwrap()
            .1
            .id
    }

    pub fn person_id(&self) -> String {
        self.me["person_id"].as_str().unwrap().to_owned()
    }
}
