//! Detached signatures over data: what holds, and each way of not holding with its own reason.

#[cfg(test)]
mod altered;
#[cfg(test)]
mod certificates;
#[cfg(test)]
mod holds;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
