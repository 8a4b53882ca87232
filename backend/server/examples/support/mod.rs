//! A demonstration body with a server of its own, and somebody who talks to it over HTTP; for the examples that measure.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use congvu_db::{Database, migrate};
use congvu_documents::Renderer;
use congvu_domain::catalogues::Catalogues;
use congvu_domain::deployment::Deployment;
use congvu_server::attachments::Blobs;
use congvu_server::auth::Tokens;
use congvu_server::calendar::InForce;
use congvu_server::clock::Clock;
use congvu_server::demo;
use congvu_server::jobs::Alarm;
use congvu_server::pki::{Authority, StampAuthority};
use congvu_server::services::{Services, Settings};

/// A Friday morning in Vietnam.
const NOW: &str = "2026-03-06T02:00:00Z";

/// How many, and where: an empty database, or an SQLite file of its own.
pub struct Arguments {
    pub count: usize,
    url: Option<String>,
}

impl Arguments {
    pub fn read() -> anyhow::Result<Self> {
        let mut arguments = std::env::args().skip(1);
        Ok(Self {
            count: arguments.next().context("how many?")?.parse()?,
            url: arguments.next(),
        })
    }
}

/// A folder that goes with the example.
pub struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _removed = std::fs::remove_dir_all(&self.0);
    }
}

/// A body full of invented people.
pub fn body(arguments: &Arguments, deployment: &str) -> anyhow::Result<(Services, Folder)> {
    let name = format!("congvu-{deployment}-{}", std::process::id());
    let folder = Folder(std::env::temp_dir().join(name));
    std::fs::create_dir_all(folder.0.join("keys"))?;
    let own = || format!("sqlite://{}", folder.0.join("congvu.db").display());
    let url = arguments.url.clone().unwrap_or_else(own);
    let services = services(&folder.0, &url, deployment)?;
    services
        .database
        .write(|connection| demo::seed(&services, connection))?;
    Ok((services, folder))
}

fn services(folder: &Path, url: &str, deployment: &str) -> anyhow::Result<Services> {
    let database = Database::open(url, 4)?;
    database.write(migrate)?;
    let now = NOW.parse()?;
    let deployment = Deployment::built_in(deployment)
        .context("the deployment")?
        .clone();
    let public_url = "http://127.0.0.1:8080".to_owned();
    let keys = folder.join("keys");
    let authority = Authority::open_or_create(&keys, &deployment.name, &public_url, now)?;
    Ok(Services {
        database,
        deployment: Arc::new(deployment),
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
        tokens: Tokens::new(b"a secret that only examples know...."),
        renderer: Arc::new(Renderer::new()),
        settings: Settings {
            public_url,
            demonstration: true,
            bcrypt_cost: 4,
        },
    })
}

/// Does something and tells how long it took, with how many SQL statements.
pub fn measured<T>(
    services: &Services,
    work: impl FnOnce() -> anyhow::Result<T>,
) -> anyhow::Result<(T, Duration, u64)> {
    let (before, began) = (services.database.statements(), Instant::now());
    let done = work()?;
    let took = began.elapsed();
    Ok((done, took, services.database.statements() - before))
}
