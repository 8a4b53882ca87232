//! Which bytes of a file a signature covers.

use std::ops::Range;

use super::reader::{Dictionary, Document, Value};
use crate::ber;

/// A checked ByteRange: everything up to `end` but the hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Coverage {
    /// From `<` to behind `>`.
    pub hole: Range<usize>,
    pub end: usize,
}

impl Coverage {
    /// Reads `/ByteRange` and checks that it begins with the file, lies inside it and leaves out exactly the string `/Contents`.
    pub(super) fn read(
        signature: &Dictionary,
        document: &Document<'_>,
    ) -> Result<Self, &'static str> {
        let range = signature.get(&b"ByteRange"[..]);
        let numbers = range
            .and_then(Value::as_array)
            .ok_or("ByteRange is not an array")?;
        let numbers: Option<Vec<usize>> = numbers.iter().map(Value::as_size).collect();
        let [0, start, stop, rest] = numbers.ok_or("ByteRange is not made of natural numbers")?[..]
        else {
            return Err("ByteRange is not of the form [0 a b c]");
        };
        let end = stop
            .checked_add(rest)
            .filter(|end| *end <= document.bytes.len())
            .ok_or("ByteRange reaches beyond the file")?;
        let hole = document
            .bytes
            .get(start..stop)
            .ok_or("ByteRange runs backwards")?;
        let Some(Value::Text(_, place)) = signature.get(&b"Contents"[..]) else {
            return Err("Contents is not a string");
        };
        if *place != (start..stop) {
            return Err("the gap is not the Contents of the signature");
        }
        let digits = hole
            .strip_prefix(b"<")
            .and_then(|hole| hole.strip_suffix(b">"))
            .ok_or("the gap is not a hexadecimal string")?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err("the gap is not a hexadecimal string");
        }
        Ok(Self {
            hole: start..stop,
            end,
        })
    }

    /// The covered bytes.
    pub(super) fn content(&self, pdf: &[u8]) -> Vec<u8> {
        let before = pdf.get(..self.hole.start).unwrap_or_default();
        let after = pdf.get(self.hole.end..self.end).unwrap_or_default();
        [before, after].concat()
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
