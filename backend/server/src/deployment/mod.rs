//! What this installation is.

pub mod routes;
