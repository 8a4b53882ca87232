//! The organisation.

pub mod routes;
