//! The pages, one folder a resource.

pub mod profile;
pub mod review;
