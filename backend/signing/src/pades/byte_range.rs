//! Which bytes of a file a signature covers.

use lopdf::{Dictionary, Document};
use sha2::{Digest, Sha256};

use crate::ber;

/// A checked ByteRange: everything up to `end` but the hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coverage {
    /// Position of `<`.
    pub hole_start: usize,
    /// Position behind `>`.
    pub hole_end: usize,
    pub end: usize,
}

impl Coverage {
    /// Reads `/ByteRange` and checks that it begins with the file, lies inside it and leaves out exactly the string `/Contents`.
    pub(super) fn read(
        pdf: &[u8],
        signature: &Dictionary,
        document: &Document,
    ) -> Result<Self, &'static str> {
        let numbers = signature
            .get_deref(b"ByteRange", document)
            .ok()
            .and_then(|range| range.as_array().ok())
            .ok_or("ByteRange is not an array")?;
        let numbers: Option<Vec<usize>> = numbers
            .iter()
            .map(|number| usize::try_from(number.as_i64().ok()?).ok())
            .collect();
        let [0, hole_start, hole_end, rest] =
            numbers.ok_or("ByteRange is not made of natural numbers")?[..]
        else {
            return Err("ByteRange is not of the form [0 a b c]");
        };
        let end = hole_end
            .checked_add(rest)
            .filter(|end| *end <= pdf.len())
            .ok_or("ByteRange reaches beyond the file")?;
        let hole = pdf
            .get(hole_start..hole_end)
            .ok_or("ByteRange runs backwards")?;
        let digits = hole
            .strip_prefix(b"<")
            .and_then(|hole| hole.strip_suffix(b">"))
            .ok_or("the gap is not a hexadecimal string")?;
        let bytes = hex::decode(digits)
            .ok()
            .ok_or("the gap is not a hexadecimal string")?;
        let contents = signature
            .get_deref(b"Contents", document)
            .ok()
            .and_then(|contents| contents.as_str().ok());
        if contents != Some(bytes.as_slice()) {
            return Err("the gap is not the Contents of the signature");
        }
        Ok(Self {
            hole_start,
            hole_end,
            end,
        })
    }

    /// SHA-256 of the covered bytes.
    pub(super) fn digest(&self, pdf: &[u8]) -> [u8; 32] {
        let before = pdf.get(..self.hole_start).unwrap_or_default();
        let after = pdf.get(self.hole_end..self.end).unwrap_or_default();
        Sha256::new()
            .chain_update(before)
            .chain_update(after)
            .finalize()
            .into()
    }
}

/// The CMS without the zeros that fill the reserve; other filling could carry anything.
pub(super) fn cms(contents: &[u8]) -> Result<&[u8], &'static str> {
    let (cms, padding) = ber::split_first(contents)
        .ok()
        .ok_or("Contents is not a CMS")?;
    if padding.iter().all(|byte| *byte == 0) {
        Ok(cms)
    } else {
        Err("Contents has bytes after the CMS")
    }
}
