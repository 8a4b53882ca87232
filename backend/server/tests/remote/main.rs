//! The clients of remote signing services against the stand-ins, over real connections.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod csc_services;
#[cfg(test)]
mod smart_ca_services;
#[cfg(test)]
mod support;
