//! Letters (e-mail): queued in the transaction of what they are about, sent by any SMTP server afterwards (B9).

mod message;
mod outbox;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::Letter;
use congvu_db::reminders::Recipient;
use lettre::SmtpTransport;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};

use crate::installation::MailFile;
use crate::services::Services;

pub use outbox::{MOST_ATTEMPTS, Sending, send_due, send_watched};

/// Minutes that the mail server is left alone after it could not be reached, at first; then twice as long, up to the longest.
const FIRST_REST: i64 = 1;
const LONGEST_REST: i64 = 30;

/// Sends letters, where the installation has a mail server.
#[derive(Debug, Default)]
pub struct Mailer {
    office: Option<PostOffice>,
}

/// A mail server and how it is used.
#[derive(Debug)]
struct PostOffice {
    transport: SmtpTransport,
    from: Mailbox,
    per_minute: u32,
    rest: Mutex<Rest>,
}

/// How long a server that was away is left alone.
#[derive(Clone, Copy, Debug, Default)]
struct Rest {
    failures: u32,
    until: Option<DateTime<Utc>>,
}

impl Mailer {
    /// By the settings of the installation; without them nothing is written and nothing sent.
    ///
    /// # Errors
    /// The settings cannot be meant, or a file they name cannot be read.
    pub fn open(file: Option<&MailFile>) -> anyhow::Result<Self> {
        let office = file.map(PostOffice::open).transpose()?;
        Ok(Self { office })
    }

    /// Letters are sent at all.
    pub fn is_on(&self) -> bool {
        self.office.is_some()
    }
}

impl PostOffice {
    fn open(file: &MailFile) -> anyhow::Result<Self> {
        // The address may hold a password: it is not repeated in errors.
        let mut transport = SmtpTransport::from_url(&file.url)
            .map_err(|error| anyhow!("mail.url: {error}"))?
            .timeout(Some(Duration::from_secs(file.timeout_seconds)));
        if let Some(path) = &file.password_file {
            let password = std::fs::read_to_string(path)
                .with_context(|| format!("mail.password_file: cannot read {}", path.display()))?;
            let Some(user) = &file.user else {
                bail!("mail.password_file needs mail.user");
            };
            let password = password.trim_end().to_owned();
            transport = transport.credentials(Credentials::new(user.clone(), password));
        }
        if let Some(path) = &file.ca_file {
            transport = transport.tls(tls(&file.url, path)?);
        }
        let from = file
            .from
            .parse()
            .map_err(|error| anyhow!("mail.from: {error}"))?;
        Ok(Self {
            transport: transport.build(),
            from,
            per_minute: file.per_minute.max(1),
            rest: Mutex::default(),
        })
    }

    fn rest(&self) -> std::sync::MutexGuard<'_, Rest> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The server was away a moment ago.
    fn rests(&self, now: DateTime<Utc>) -> bool {
        self.rest().until.is_some_and(|until| now < until)
    }

    fn away(&self, now: DateTime<Utc>) {
        let mut rest = self.rest();
        let minutes = (FIRST_REST << rest.failures.min(5)).min(LONGEST_REST);
        rest.failures = rest.failures.saturating_add(1);
        rest.until = Some(now + TimeDelta::minutes(minutes));
    }

    fn answered(&self) {
        *self.rest() = Rest::default();
    }
}

/// TLS that also trusts the authority of a PEM file.
fn tls(url: &str, path: &std::path::Path) -> anyhow::Result<Tls> {
    let uri: actix_web::http::Uri = url.parse().context("mail.url")?;
    let host = uri.host().unwrap_or_default().to_owned();
    let pem = std::fs::read(path)
        .with_context(|| format!("mail.ca_file: cannot read {}", path.display()))?;
    let authority =
        Certificate::from_pem(&pem).map_err(|error| anyhow!("mail.ca_file: {error}"))?;
    let parameters = TlsParameters::builder(host)
        .add_root_certificate(authority)
        .build()
        .map_err(|error| anyhow!("mail.ca_file: {error}"))?;
    Ok(match uri.scheme_str() {
        Some("smtps") => Tls::Wrapper(parameters),
        _ => Tls::Required(parameters),
    })
}

/// A letter to be queued; `about` says what it is about, so that it is written once.
pub fn letter(
    services: &Services,
    to: &Recipient,
    about: String,
    subject: String,
    body: String,
) -> Letter {
    let now = services.now().into();
    Letter {
        id: services.new_id(),
        account_id: to.id.clone(),
        dedupe: about,
        address: to.email.clone(),
        subject: format!("[Công Vụ] {subject}"),
        body,
        created_at: now,
        attempts: 0,
        next_attempt_at: now,
        sent_at: None,
        last_error: String::new(),
    }
}
