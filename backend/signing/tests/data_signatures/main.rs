//! Detached signatures over data: what holds, and each way of not holding with its own reason.
//!
//! The tables of refusals are in `contents`, `authorities`, `evidence`, `stamps` and `structure`.

#[cfg(test)]
mod authorities;
#[cfg(test)]
mod bench;
#[cfg(test)]
mod certificates;
#[cfg(test)]
mod contents;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod forge;
#[cfg(test)]
mod holds;
#[cfg(test)]
mod stamps;
#[cfg(test)]
mod structure;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
mod table;
