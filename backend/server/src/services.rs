//! What every use case is given: the database, the rules in force, the clock, the keys.

use std::sync::Arc;

use actix_web::web;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use congvu_db::{AnyConnection, Database};
use congvu_documents::Renderer;
use congvu_domain::catalogues::Catalogues;
use congvu_domain::deployment::{Deployment, Rules};

use crate::attachments::Blobs;
use crate::auth::Tokens;
use crate::calendar::InForce;
use crate::clock::Clock;
use crate::error::ApiError;
use crate::jobs::Alarm;
use crate::mail::Mailer;
use crate::pki::{Authority, StampAuthority, Trust};
use crate::places::Places;
use crate::reminders::Rounds;

/// Seconds that Vietnam is ahead of UTC; the country has one time zone and no summer time.
const VIETNAM_SECONDS_EAST: i32 = 7 * 3600;

/// Settings of this installation that are not in the deployment file.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Address under which people reach the server.
    pub public_url: String,
    /// Shows accounts on the sign-in page and fills the database with invented people.
    pub demonstration: bool,
    /// Cost of bcrypt, 4 to 31; 12 takes about a quarter of a second.
    pub bcrypt_cost: u32,
}

/// Everything a use case needs. Cheap to clone.
#[derive(Clone)]
pub struct Services {
    pub database: Database,
    pub deployment: Arc<Deployment>,
    /// The working-day calendar in force.
    pub calendar: InForce,
    pub catalogues: &'static Catalogues,
    pub clock: Clock,
    pub authority: Arc<Authority>,
    /// Anchors besides the pilot authority.
    pub trusted: Arc<Trust>,
    pub stamps: StampAuthority,
    /// Where keys may be.
    pub places: Arc<Places>,
    pub blobs: Blobs,
    pub tokens: Tokens,
    pub renderer: Arc<Renderer>,
    /// Wakes the background work.
    pub alarm: Alarm,
    /// Sends letters, where the installation has a mail server.
    pub mailer: Arc<Mailer>,
    /// Which round of reminders this server has done.
    pub rounds: Arc<Rounds>,
    pub settings: Settings,
}

/// The services as handlers receive them.
pub type App = web::Data<Services>;

impl Services {
    /// Now, in UTC.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Now, with Vietnam's offset.
    pub fn now_in_vietnam(&self) -> DateTime<FixedOffset> {
        in_vietnam(self.now())
    }

    /// Today in Vietnam: what deadlines are counted from.
    pub fn today(&self) -> NaiveDate {
        self.now_in_vietnam().date_naive()
    }

    /// The rules in force today: who may do what, what is called how.
    pub fn rules(&self) -> &Rules {
        self.deployment.at(self.today())
    }

    /// The rules in force on a day. What takes time goes by those of the day on which it began.
    pub fn rules_at(&self, began: NaiveDate) -> &Rules {
        self.deployment.at(began)
    }

    /// A new identifier, UUIDv7: sorts by time.
    pub fn new_id(&self) -> String {
        self.clock.new_id()
    }

    /// Runs reads in one snapshot, off the async threads.
    ///
    /// # Errors
    /// Whatever the work reports.
    pub async fn read<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self, &mut AnyConnection) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        blocking(move || self.database.read(|connection| work(&self, connection))).await
    }

    /// Runs writes in one transaction, off the async threads.
    ///
    /// # Errors
    /// Whatever the work reports; then nothing was written.
    pub async fn write<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self, &mut AnyConnection) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        blocking(move || self.database.write(|connection| work(&self, connection))).await
    }

    /// Runs slow work that needs no connection, off the async threads.
    ///
    /// # Errors
    /// Whatever the work reports.
    pub async fn work<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        blocking(move || work(&self)).await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    web::block(work).await.map_err(ApiError::internal)?
}

/// The same moment with Vietnam's offset.
pub fn in_vietnam(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    // The offset is a constant within range; UTC is what remains if it ever were not.
    FixedOffset::east_opt(VIETNAM_SECONDS_EAST)
        .map_or_else(|| at.fixed_offset(), |offset| at.with_timezone(&offset))
}
