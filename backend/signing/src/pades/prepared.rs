//! A PDF with an empty place for a signature, and the signature put there.

use std::ops::Range;

use lopdf::{Object, StringFormat};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::PdfError;

/// Ten digits each, as wide as any offset, and unlikely to occur elsewhere.
const PLACEHOLDER: [i64; 3] = [9_999_999_999, 9_999_999_998, 9_999_999_997];

/// A ByteRange to be filled in when the offsets are known.
pub(super) fn byte_range() -> Object {
    let [first, second, third] = PLACEHOLDER;
    vec![0.into(), first.into(), second.into(), third.into()].into()
}

/// Contents to be filled in.
pub(super) fn contents(reserve: usize) -> Object {
    Object::String(vec![0; reserve], StringFormat::Hexadecimal)
}

/// A PDF that waits for its signature; both fields are stored between the two phases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedPdf {
    pub bytes: Vec<u8>,
    /// Where the hexadecimal digits go, between `<` and `>`.
    pub hole: Range<usize>,
}

/// Finds the empty Contents behind `from` and writes the real offsets over the placeholders, keeping their width.
fn fill_byte_range(
    bytes: &mut [u8],
    from: usize,
    reserve: usize,
) -> Result<Range<usize>, PdfError> {
    let contents = format!("<{}>", "0".repeat(reserve * 2));
    let start = find(bytes, from, contents.as_bytes())?;
    let end = start + contents.len();
    let [first, second, third] = PLACEHOLDER;
    let placeholder = format!("[0 {first} {second} {third}]");
    let at = find(bytes, from, placeholder.as_bytes())?;
    let real = format!("[0 {start:<10} {end:<10} {:<10}]", bytes.len() - end);
    let target = bytes
        .get_mut(at..at + placeholder.len())
        .filter(|target| target.len() == real.len());
    target
        .ok_or(PdfError::Placeholder)?
        .copy_from_slice(real.as_bytes());
    Ok(start + 1..end - 1)
}

fn find(bytes: &[u8], from: usize, pattern: &[u8]) -> Result<usize, PdfError> {
    let position = bytes.get(from..).and_then(|tail| {
        tail.windows(pattern.len())
            .position(|window| window == pattern)
    });
    position
        .map(|position| from + position)
        .ok_or(PdfError::Placeholder)
}

impl PreparedPdf {
    /// Fills in the ByteRange of the empty signature behind `from`.
    pub(super) fn new(mut bytes: Vec<u8>, from: usize, reserve: usize) -> Result<Self, PdfError> {
        let hole = fill_byte_range(&mut bytes, from, reserve)?;
        Ok(Self { bytes, hole })
    }

    /// SHA-256 of everything but the hole with its brackets: what [`crate::cms::prepare()`] takes, and a time-stamp authority.
    pub fn digest(&self) -> Result<[u8; 32], PdfError> {
        let start = self.hole.start.checked_sub(1).ok_or(PdfError::HoleTaken)?;
        let before = self.bytes.get(..start).ok_or(PdfError::HoleTaken)?;
        let after = self
            .bytes
            .get(self.hole.end + 1..)
            .ok_or(PdfError::HoleTaken)?;
        Ok(Sha256::new()
            .chain_update(before)
            .chain_update(after)
            .finalize()
            .into())
    }

    /// The signed file. Fails if the CMS is larger than the reserve or if the hole is not empty.
    pub fn embed(mut self, cms: &[u8]) -> Result<Vec<u8>, PdfError> {
        let digits = hex::encode(cms);
        let reserved = self.hole.len() / 2;
        if digits.len() > self.hole.len() {
            return Err(PdfError::ReserveTooSmall {
                needed: cms.len(),
                reserved,
            });
        }
        let hole = self
            .bytes
            .get_mut(self.hole)
            .filter(|hole| hole.iter().all(|digit| *digit == b'0'))
            .ok_or(PdfError::HoleTaken)?;
        hole.get_mut(..digits.len())
            .ok_or(PdfError::HoleTaken)?
            .copy_from_slice(digits.as_bytes());
        Ok(self.bytes)
    }
}
