//! The one place where randomness is taken from the machine.

use crate::error::ApiError;

/// Random bytes from the operating system's generator.
///
/// # Errors
/// The generator fails.
pub fn bytes<const N: usize>() -> Result<[u8; N], ApiError> {
    let mut bytes = [0; N];
    aws_lc_rs::rand::fill(&mut bytes).map_err(ApiError::internal)?;
    Ok(bytes)
}
