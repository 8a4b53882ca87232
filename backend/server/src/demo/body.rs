use chrono::NaiveDate;
use congvu_openapi::profile::Profile;
use congvu_openapi::units::UnitManagement;

/// An invented state body: its units, its people and the accounts that hold its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoBody {
    /// The units, parents before children; the first is the body itself.
    pub units: Vec<DemoUnit>,
    /// The people, officers among them.
    pub people: Vec<DemoPerson>,
    /// At least one for every role of the deployment file.
    pub officers: Vec<DemoOfficer>,
}

/// A unit of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoUnit {
    /// Short code, also the end of its officers' user names: `so-tc`.
    pub code: String,
    /// Code of the unit above; `None` for the body itself.
    pub parent: Option<String>,
    /// Name in Vietnamese.
    pub name: String,
    /// How its people are managed, where the regulation goes by unit.
    pub management: UnitManagement,
}

/// An invented official with a complete profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPerson {
    /// User name in ASCII: `an.nguyenvan`.
    pub username: String,
    /// Complete: passes the check before signing without errors.
    pub profile: Profile,
    /// Code of the unit.
    pub unit: String,
    /// Key of a person kind of the deployment file.
    pub kind: String,
    /// Managed at the top of the body or by the unit.
    pub management: UnitManagement,
    /// Staff number (số hiệu).
    pub staff_number: String,
    /// Number of the recruitment or reception decision.
    pub decision_number: String,
    /// Date of that decision; accounts and first entry are counted from it.
    pub decision_date: NaiveDate,
    /// How far the profile has come.
    pub plan: DemoPlan,
}

/// How far a person's profile has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoPlan {
    /// Registered; no account yet.
    Registered,
    /// The account is issued and nothing is filled in.
    Invited,
    /// A draft, half filled in.
    Drafting,
    /// Submitted, some steps signed.
    InReview {
        /// Steps of the chain already signed; 0 when it is only submitted.
        signed_steps: usize,
        /// Calendar days since it was submitted; some are overdue.
        days_ago: u32,
    },
    /// Sent back for correction of one item.
    Returned {
        /// Number of the item on the paper form.
        item: &'static str,
        /// JSON pointer into the profile.
        pointer: &'static str,
        /// Why, in Vietnamese.
        reason: &'static str,
    },
    /// Approved.
    Approved {
        /// A second version or a change in review lies on top.
        changed_later: bool,
    },
}

/// An account that holds a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoOfficer {
    /// User name in ASCII: `giamdoc.so-tc`; the same as the person's.
    pub username: String,
    /// Key of the role in the deployment file.
    pub role: String,
    /// Code of the unit in which the role holds; the body itself for those who look after everybody.
    pub unit: String,
    /// Index of the officer's own profile in [`DemoBody::people`].
    pub person: Option<usize>,
    /// Name as shown.
    pub name: String,
}
