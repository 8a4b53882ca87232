//! An application with demonstration data on a database of its own.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use actix_http::Request;
use actix_web::body::to_bytes;
use actix_web::dev::Service as _;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::init_service;
use actix_web::web::{self, Bytes};
use chrono::{DateTime, Utc};
use congvu_db::{Database, copy_postgres, migrate};
use congvu_documents::Renderer;
use congvu_domain::catalogues::Catalogues;
use congvu_domain::deployment::Deployment;
use congvu_server::attachments::Blobs;
use congvu_server::auth::Tokens;
use congvu_server::calendar::InForce;
use congvu_server::clock::Clock;
use congvu_server::jobs::Alarm;
use congvu_server::pki::{Authority, StampAuthority};
use congvu_server::services::{Services, Settings};
use congvu_server::{app, demo};
use serde_json::Value;

/// A Friday morning in Vietnam.
pub const NOW: &str = "2026-03-06T02:00:00Z";

/// Runs a test on SQLite and, where `make test` has started one, on PostgreSQL.
pub async fn on_both<F: Future<Output = ()>>(deployment: &str, test: impl Fn(TestApp) -> F) {
    test(TestApp::start(deployment, Kind::Sqlite).await).await;
    match std::env::var("TEST_DATABASE_URL_POSTGRES") {
        Ok(url) => test(TestApp::start(deployment, Kind::Postgres(url)).await).await,
        Err(_) => eprintln!("PostgreSQL is not running (`make test-rust` starts it): SQLite only"),
    }
}

#[derive(Clone)]
pub enum Kind {
    Sqlite,
    /// URL of a database from which others may be made.
    Postgres(String),
}

type Answering = Pin<Box<dyn Future<Output = Answer>>>;

#[derive(Clone)]
pub struct TestApp {
    pub services: Services,
    pub call: Rc<dyn Fn(Request) -> Answering>,
}

/// An answer that was read.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{}: {}", self.status, String::from_utf8_lossy(&self.body)))
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{}",
            String::from_utf8_lossy(&self.body)
        );
        self
    }

    /// The entity tag, for `If-Match`.
    pub fn etag(&self) -> String {
        self.headers
            .get("etag")
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    }

    /// The code of a problem.
    pub fn code(&self) -> String {
        assert_eq!(
            self.headers.get("content-type").unwrap(),
            "application/problem+json",
            "{}",
            String::from_utf8_lossy(&self.body)
        );
        self.json()["code"].as_str().unwrap().to_owned()
    }
}

/// A seeded database that tests copy, made once a process and deployment.
static TEMPLATES: Mutex<Vec<(String, PathBuf)>> = Mutex::new(Vec::new());
static COUNTER: AtomicU32 = AtomicU32::new(0);

fn scratch() -> PathBuf {
    // What earlier runs left is thrown away by the first test of this one.
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    let root = ROOT.get_or_init(|| {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("api");
        std::fs::remove_dir_all(&root).ok();
        root
    });
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    let path = root.join(number.to_string());
    std::fs::create_dir_all(path.join("keys")).unwrap();
    path
}

/// Services over a database at `url`, with keys and files in a folder.
pub fn services(deployment: &Deployment, folder: &Path, url: &str) -> Services {
    let now: DateTime<Utc> = NOW.parse().unwrap();
    let database = Database::open(url, 8).unwrap();
    database.write(migrate).unwrap();
    let authority = Authority::open_or_create(
        &folder.join("keys"),
        &deployment.name,
        "http://127.0.0.1:8080",
        now,
    )
    .unwrap();
    Services {
        database,
        deployment: Arc::new(deployment.clone()),
        calendar: InForce::default(),
        catalogues: Catalogues::built_in(),
        clock: Clock::Fixed(now),
        authority: Arc::new(authority),
        trusted: Arc::default(),
        stamps: StampAuthority::BuiltIn,
        places: Arc::default(),
        alarm: Alarm::default(),
        mailer: Arc::default(),
        rounds: Arc::default(),
        blobs: Blobs::new(folder.join("files")),
        tokens: Tokens::new(b"a secret that only tests know......"),
        renderer: Arc::new(Renderer::new()),
        settings: Settings {
            public_url: "http://127.0.0.1:8080".to_owned(),
            demonstration: true,
            bcrypt_cost: 4,
        },
    }
}

/// Folder of a seeded SQLite installation, or of one whose PostgreSQL database has its name.
fn template(deployment: &Deployment, kind: &Kind) -> (PathBuf, String) {
    let tag = match kind {
        Kind::Sqlite => format!("{}_sqlite", deployment.key),
        Kind::Postgres(_) => format!("{}_postgres", deployment.key),
    }
    .replace('-', "_");
    let name = format!("template_{tag}_{}", std::process::id());
    let mut templates = TEMPLATES.lock().unwrap();
    if let Some((_, folder)) = templates.iter().find(|(made, _)| *made == tag) {
        return (folder.clone(), name);
    }
    let folder = scratch();
    let url = match kind {
        Kind::Sqlite => format!("sqlite://{}", folder.join("congvu.db").display()),
        Kind::Postgres(url) => copy_postgres(url, &name, "template1").unwrap(),
    };
    let services = services(deployment, &folder, &url);
    services
        .database
        .write(|connection| demo::seed(&services, connection))
        .unwrap();
    drop(services);
    templates.push((tag, folder.clone()));
    (folder, name)
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

impl TestApp {
    pub async fn start(deployment: &str, kind: Kind) -> Self {
        Self::start_with(Deployment::built_in(deployment).unwrap(), kind).await
    }

    /// The same for a deployment file of one's own.
    pub async fn start_with(deployment: &Deployment, kind: Kind) -> Self {
        let (from, name) = template(deployment, &kind);
        let folder = scratch();
        copy_folder(&from, &folder);
        let url = match &kind {
            Kind::Sqlite => format!("sqlite://{}", folder.join("congvu.db").display()),
            Kind::Postgres(url) => {
                let number = COUNTER.fetch_add(1, Ordering::Relaxed);
                copy_postgres(url, &format!("test_{}_{number}", std::process::id()), &name).unwrap()
            }
        };
        Self::over(services(deployment, &folder, &url)).await
    }

    /// An installation with nothing in it, not for demonstrations.
    pub async fn empty(deployment: &str) -> Self {
        let deployment = Deployment::built_in(deployment).unwrap();
        let folder = scratch();
        let url = format!("sqlite://{}", folder.join("congvu.db").display());
        let mut services = services(deployment, &folder, &url);
        services.settings.demonstration = false;
        Self::over(services).await
    }

    /// The application over given services.
    pub async fn over(services: Services) -> Self {
        let app = app::create(web::Data::new(services.clone()), app::contract());
        let service = Rc::new(init_service(app).await);
        let call = move |request: Request| -> Answering {
            let service = service.clone();
            Box::pin(async move {
                let response = service
                    .call(request)
                    .await
                    .expect("the application answers");
                let (status, headers) = (response.status(), response.headers().clone());
                let body = to_bytes(response.into_body()).await.ok().expect("a body");
                Answer {
                    status,
                    headers,
                    body,
                }
            })
        };
        Self {
            services,
            call: Rc::new(call),
        }
    }

    /// The same database at another time.
    pub async fn at(&self, now: &str) -> Self {
        let clock = Clock::Fixed(now.parse().unwrap());
        Self::over(Services {
            clock,
            ..self.services.clone()
        })
        .await
    }

    /// Path of a unit by its identifier.
    pub fn unit_path(&self, id: &str) -> String {
        self.services
            .database
            .read::<_, congvu_db::DbError>(|connection| congvu_db::units::find(connection, id))
            .unwrap()
            .path
    }
}
