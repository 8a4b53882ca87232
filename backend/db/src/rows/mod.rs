//! One row struct a table, as it is stored.

mod account;
mod attachment;
mod audit_event;
mod certificate;
mod draft;
mod export;
mod idempotency_key;
mod person;
mod remark;
mod role_grant;
mod session;
mod signature;
mod signing_request;
mod submission;
mod task;
mod unit;
mod version;

pub use account::Account;
pub use attachment::Attachment;
pub use audit_event::AuditEvent;
pub use certificate::Certificate;
pub use draft::Draft;
pub use export::Export;
pub use idempotency_key::IdempotencyKey;
pub use person::Person;
pub use remark::Remark;
pub use role_grant::RoleGrant;
pub use session::Session;
pub use signature::Signature;
pub use signing_request::SigningRequest;
pub use submission::Submission;
pub use task::Task;
pub use unit::Unit;
pub use version::Version;
