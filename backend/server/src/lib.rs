//! The server: HTTP, sign-in, use cases, command line. Handlers extract and say who may; use cases
//! write in one transaction; rules are in `congvu-domain`, SQL in `congvu-db`.

pub mod accounts;
pub mod app;
pub mod attachments;
pub mod audit;
pub mod auth;
pub mod catalogues;
pub mod certificates;
pub mod cli;
pub mod clock;
mod codes;
pub mod contract;
pub mod delegations;
pub mod demo;
pub mod deployment;
pub mod error;
pub mod exports;
mod health;
pub mod http;
pub mod install;
pub mod installation;
pub mod jobs;
pub mod people;
pub mod pki;
pub mod places;
pub mod profiles;
mod random;
pub mod remarks;
pub mod remote;
mod routes;
pub mod services;
pub mod signing;
pub mod site;
pub mod submissions;
pub mod tasks;
pub mod units;
