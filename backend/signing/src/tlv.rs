//! DER taken apart and put together by its framing alone, so that what others signed keeps its exact bytes.

use der::asn1::{Any, AnyRef};
use der::{Decode, Encode, Reader, SliceReader, Tag};

/// Deepest nesting that is read.
const MAXIMUM_DEPTH: usize = 40;
/// Most elements of one set. Sets are sorted on reading, which takes time with the square of their size.
const MAXIMUM_SET: usize = 256;
const CONSTRUCTED: u8 = 0x20;
const SET: u8 = 0x31;
/// Class bits of a context-specific tag, which may stand for a set.
const CONTEXT: u8 = 0xa0;

/// Why a structure is not even looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Irregular {
    #[error("larger or deeper than any genuine one")]
    TooLarge,
    #[error("{0}")]
    Malformed(#[from] der::Error),
}

/// The elements one after the other in `contents`, each with its header.
pub(crate) fn elements(contents: &[u8]) -> Result<Vec<&[u8]>, der::Error> {
    let mut reader = SliceReader::new(contents)?;
    let mut found = Vec::new();
    while !reader.is_finished() {
        found.push(reader.tlv_bytes()?);
    }
    Ok(found)
}

/// What is inside one element.
pub(crate) fn contents(element: &[u8]) -> Result<&[u8], der::Error> {
    Ok(AnyRef::from_der(element)?.value())
}

/// The elements inside one element.
pub(crate) fn children(element: &[u8]) -> Result<Vec<&[u8]>, der::Error> {
    elements(contents(element)?)
}

/// Whether the element begins with this tag byte.
pub(crate) fn has_tag(element: &[u8], tag: u8) -> bool {
    element.first() == Some(&tag)
}

/// Puts elements into a new one with the given tag byte.
pub(crate) fn wrap<T: AsRef<[u8]>>(tag: u8, parts: &[T]) -> Result<Vec<u8>, der::Error> {
    let inner: Vec<u8> = parts
        .iter()
        .flat_map(|part| part.as_ref().iter().copied())
        .collect();
    Any::new(Tag::try_from(tag)?, inner)?.to_der()
}

/// Refuses what is longer than `maximum` bytes, nests deep or has huge sets, before anything is decoded.
pub(crate) fn check(der: &[u8], maximum: usize) -> Result<(), Irregular> {
    if der.len() > maximum {
        return Err(Irregular::TooLarge);
    }
    walk(&elements(der)?, 0)
}

fn walk(siblings: &[&[u8]], depth: usize) -> Result<(), Irregular> {
    if depth > MAXIMUM_DEPTH {
        return Err(Irregular::TooLarge);
    }
    for element in siblings {
        let tag = element.first().copied().unwrap_or_default();
        if tag & CONSTRUCTED == 0 {
            continue;
        }
        let inner = children(element)?;
        if (tag == SET || tag & 0xe0 == CONTEXT) && inner.len() > MAXIMUM_SET {
            return Err(Irregular::TooLarge);
        }
        walk(&inner, depth + 1)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apart_and_together_again() {
        let der = [0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x01, 0xaa];
        let parts = children(&der).unwrap();
        assert_eq!(parts, [&[0x02, 0x01, 0x05][..], &[0x04, 0x01, 0xaa]]);
        assert_eq!(wrap(0x30, &parts).unwrap(), der);
        assert!(elements(&der[..7]).is_err());
    }

    #[test]
    fn depth_and_sets_are_bounded() {
        let mut deep = vec![0x05, 0x00];
        for _ in 0..60 {
            deep = wrap(0x30, &[deep]).unwrap();
        }
        assert_eq!(check(&deep, 10_000), Err(Irregular::TooLarge));
        let wide = wrap(SET, &vec![[0x05, 0x00]; 257]).unwrap();
        assert_eq!(check(&wide, 10_000), Err(Irregular::TooLarge));
        assert_eq!(check(&wide, 100), Err(Irregular::TooLarge));
        let list = wrap(0x30, &vec![[0x05, 0x00]; 257]).unwrap();
        assert_eq!(check(&list, 10_000), Ok(()));
        assert!(matches!(
            check(&[0x30, 0x80, 0, 0], 100),
            Err(Irregular::Malformed(_))
        ));
    }
}
