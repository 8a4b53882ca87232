//! Code lists.

pub mod routes;
