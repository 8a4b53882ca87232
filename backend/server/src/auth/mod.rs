//! Who makes a request and what they may do. Permission stands in the handler's signature:
//! [`Allowed<ReadPeople>`] yields the caller, or the request ends here. Nothing is allowed by default.

mod caller;
mod extract;
mod password;
mod permissions;
mod sign_in;
mod tokens;

pub mod routes;

pub use caller::{ActingFor, Caller, stead};
pub use extract::{Allowed, authenticate};
pub use password::{check_strength, hash, new_initial_password};
pub use permissions::*;
pub use sign_in::role_grants;
pub use tokens::{COOKIE, Tokens};
