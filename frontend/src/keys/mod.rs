//! Keys that the browser keeps and signs with.

pub mod signing;
