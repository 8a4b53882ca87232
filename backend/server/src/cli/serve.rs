use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use actix_web::{HttpServer, web};
use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Utc};
use clap::Args;
use congvu_db::{Database, migrate, revert_all};
use congvu_documents::Renderer;
use congvu_domain::catalogues::Catalogues;

use super::Outcome;
use super::deployments::load;
use crate::attachments::Blobs;
use crate::auth::Tokens;
use crate::calendar::InForce;
use crate::clock::Clock;
use crate::error::ApiError;
use crate::installation::InstallationFile;
use crate::jobs::{Alarm, Background};
use crate::mail::Mailer;
use crate::pki::{Authority, AuthorityToken, StampAuthority, Trust, write_private};
use crate::places::Places;
use crate::services::{Services, Settings};
use crate::{app, demo, site};

/// Where an installation's data are and which body it serves.
#[derive(Clone, Debug, Args)]
pub struct Installation {
    /// Key of a built-in deployment, or the path of a deployment file
    #[arg(long, env = "CONGVU_DEPLOYMENT", default_value = "hcmc")]
    pub deployment: String,
    /// Folder for the database, files and keys
    #[arg(long, env = "CONGVU_DATA", default_value = "data")]
    pub data: PathBuf,
    /// `postgres://…` or `sqlite://path`; a file in the data folder where absent
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database: Option<String>,
    /// Address under which people reach the server; this machine and the port where absent
    #[arg(long, env = "CONGVU_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Settings of this installation (TOML): trust anchors, time stamps, tokens, remote signing, mail
    #[arg(long, env = "CONGVU_SETTINGS")]
    pub settings: Option<PathBuf>,
    /// Invented people, and their accounts on the sign-in page; never for real data
    #[arg(long)]
    pub demo: bool,
    /// Start the clock at this time (RFC 3339); only with --demo
    #[arg(long, requires = "demo", env = "CONGVU_CLOCK")]
    pub clock: Option<DateTime<Utc>>,
    /// Cost of bcrypt for new passwords
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(4..=31), hide = true)]
    pub bcrypt_cost: u32,
}

impl Installation {
    /// Opens everything that use cases need, and brings the database up to date.
    pub fn services(&self) -> anyhow::Result<Services> {
        let deployment = load(&self.deployment)?;
        fs::create_dir_all(&self.data)
            .with_context(|| format!("cannot make the data folder {}", self.data.display()))?;
        let database = Database::open(&self.database_url(), 8)?;
        database
            .write(migrate)
            .context("cannot bring the database up to date")?;
        let calendar = InForce::default();
        database
            .read(|connection| calendar.refresh(connection))
            .context("cannot read the calendar")?;
        let clock = self.clock.map_or_else(Clock::machine, Clock::starting_at);
        let public_url = self
            .public_url
            .clone()
            .unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
        let keys = self.data.join("keys");
        fs::create_dir_all(&keys)?;
        let file = match &self.settings {
            Some(path) => InstallationFile::read(path)?,
            None => InstallationFile::default(),
        };
        let trusted = Trust::read(&file.trust)?;
        let places = Places::open(&file)?;
        let token = file
            .pilot_authority
            .as_ref()
            .map(AuthorityToken::open)
            .transpose()?;
        let mut authority =
            Authority::open_with(&keys, &deployment.name, &public_url, clock.now(), token)?;
        if let Some(tokens) = &places.tokens {
            authority.take_seal_from(tokens, &trusted)?;
        }
        Ok(Services {
            database,
            calendar,
            catalogues: Catalogues::built_in(),
            clock,
            authority: Arc::new(authority),
            trusted: Arc::new(trusted),
            stamps: StampAuthority::of(&file.time_stamps),
            places: Arc::new(places),
            alarm: Alarm::default(),
            mailer: Arc::new(Mailer::open(file.mail.as_ref())?),
            rounds: Arc::default(),
            blobs: Blobs::new(self.data.join("files")),
            tokens: Tokens::new(&token_secret(&keys)?),
            renderer: Arc::new(Renderer::new()),
            settings: Settings {
                public_url,
                demonstration: self.demo,
                bcrypt_cost: self.bcrypt_cost,
            },
            deployment: Arc::new(deployment),
        })
    }

    fn database_url(&self) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}", self.data.join("congvu.db").display()))
    }
}

/// The secret of session tokens, made at the first start.
fn token_secret(keys: &Path) -> anyhow::Result<Vec<u8>> {
    let path = keys.join("sessions.key");
    if !path.exists() {
        write_private(&path, &crate::random::bytes::<32>()?)?;
    }
    Ok(fs::read(path)?)
}

/// Start the server with the app.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    installation: Installation,
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Port to listen on
    #[arg(long, env = "PORT", default_value_t = 8080)]
    port: u16,
}

impl Serve {
    pub fn run(mut self) -> Outcome {
        let here = format!("http://127.0.0.1:{}", self.port);
        self.installation.public_url.get_or_insert(here);
        let services = self.installation.services()?;
        if self.installation.demo {
            seed(&services)?;
        }
        self.greet(&services);
        let address = (self.host.clone(), self.port);
        actix_web::rt::System::new().block_on(async move {
            let services = web::Data::new(services);
            let contract = app::contract();
            let background = Background::start(services.clone().into_inner());
            let served = HttpServer::new(move || app::create(services.clone(), contract.clone()))
                .workers(2)
                .shutdown_timeout(10)
                .bind(address.clone())
                .with_context(|| format!("cannot listen on {}:{}", address.0, address.1))?
                .run()
                .await
                .context("the server stopped");
            background.stop();
            served
        })?;
        Ok(true)
    }

    fn greet(&self, services: &Services) {
        println!("{}", services.deployment.branding.title);
        println!("{}", services.rules().legal_basis.title);
        println!();
        println!("  http://{}:{}/", self.host, self.port);
        println!("  http://{}:{}/api/docs", self.host, self.port);
        if !site::is_built_in() {
            println!(
                "  (API only: this program was built without the app; `make build` makes both)"
            );
        }
        if self.installation.demo {
            println!(
                "\nTài khoản minh hoạ, mật khẩu {} / demonstration accounts:",
                demo::PASSWORD
            );
            for account in demo::accounts(&services.deployment, services.today()) {
                println!(
                    "  {:<22} {} – {}",
                    account.username, account.role, account.unit
                );
            }
        }
        println!();
    }
}

fn seed(services: &Services) -> anyhow::Result<()> {
    let seeded = services
        .database
        .write(|connection| demo::seed(services, connection))
        .map_err(|error: ApiError| {
            anyhow!(
                "cannot make the demonstration data: {error} {:?}",
                error.mistakes
            )
        })?;
    if seeded {
        log::info!("demonstration data were made");
    }
    Ok(())
}

/// Bring the database's schema up to date, or take it back.
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    installation: Installation,
    /// Take every migration back; all data are lost
    #[arg(long)]
    revert_everything: bool,
}

impl Migrate {
    pub fn run(self) -> Outcome {
        fs::create_dir_all(&self.installation.data)?;
        let database = Database::open(&self.installation.database_url(), 1)?;
        if self.revert_everything {
            database.write(revert_all)?;
            println!("every migration was taken back");
            return Ok(true);
        }
        let ran = database.write(migrate)?;
        println!("{} migrations ran", ran.len());
        Ok(true)
    }
}
