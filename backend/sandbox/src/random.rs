//! Randomness from the machine.

use std::io;

use rustls::crypto::aws_lc_rs::default_provider;

pub(crate) fn bytes<const N: usize>() -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    default_provider()
        .secure_random
        .fill(&mut bytes)
        .map_err(|_unspecified| io::Error::other("the random generator fails"))?;
    Ok(bytes)
}

/// A name that nobody guesses: 32 hexadecimal digits.
pub(crate) fn name() -> io::Result<String> {
    Ok(hex::encode(bytes::<16>()?))
}

/// Six decimal digits, as in a text message.
pub(crate) fn one_time_password() -> io::Result<String> {
    Ok(format!("{:06}", u32::from_be_bytes(bytes()?) % 1_000_000))
}
