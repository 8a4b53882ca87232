//! As much of DER (X.690) as a certificate request and a check of signed attributes need.

/// SEQUENCE.
pub const SEQUENCE: u8 = 0x30;
/// SET.
pub const SET: u8 = 0x31;
/// INTEGER.
pub const INTEGER: u8 = 0x02;
/// BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// NULL.
pub const NULL: u8 = 0x05;
/// OBJECT IDENTIFIER.
pub const OID: u8 = 0x06;
/// UTF8String.
pub const UTF8_STRING: u8 = 0x0c;
/// `[0]`, constructed.
pub const CONTEXT_0: u8 = 0xa0;

/// pkcs-9 messageDigest, 1.2.840.113549.1.9.4.
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];

/// A value with its tag and length.
#[must_use]
pub fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = content.len();
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            let bytes = length.to_be_bytes();
            let significant = bytes.iter().skip_while(|b| **b == 0);
            let count = significant.clone().count();
            // A length has at most eight bytes.
            out.push(0x80 | u8::try_from(count).unwrap_or(8));
            out.extend(significant);
        }
    }
    out.extend_from_slice(content);
    out
}

/// Values one after the other in a constructed one.
#[must_use]
pub fn constructed(tag: u8, parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(tag, &parts.concat())
}

/// A non-negative INTEGER from its big-endian bytes.
#[must_use]
pub fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let mut content: Vec<u8> = bytes.iter().copied().skip_while(|b| *b == 0).collect();
    if content.first().is_none_or(|first| *first >= 0x80) {
        content.insert(0, 0);
    }
    tlv(INTEGER, &content)
}

/// A BIT STRING of whole bytes.
#[must_use]
pub fn bit_string(bytes: &[u8]) -> Vec<u8> {
    let mut content = vec![0];
    content.extend_from_slice(bytes);
    tlv(BIT_STRING, &content)
}

/// The first value: its tag, its content, and what follows it.
#[must_use]
pub fn read(input: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = input.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = if *first < 0x80 {
        (usize::from(*first), rest)
    } else {
        let count = usize::from(first & 0x7f);
        if count == 0 || count > 4 {
            return None;
        }
        let (bytes, rest) = rest.split_at_checked(count)?;
        let length = bytes.iter().fold(0_usize, |n, b| n << 8 | usize::from(*b));
        (length, rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*tag, content, rest))
}

/// The messageDigest in the DER of signed attributes (a SET OF Attribute); `None` where it is not
/// there exactly once.
#[must_use]
pub fn message_digest(signed_attributes: &[u8]) -> Option<Vec<u8>> {
    let (SET, mut attributes, []) = read(signed_attributes)? else {
        return None;
    };
    let mut found = None;
    while !attributes.is_empty() {
        let (SEQUENCE, attribute, rest) = read(attributes)? else {
            return None;
        };
        attributes = rest;
        let (OID, oid, values) = read(attribute)? else {
            return None;
        };
        if oid != MESSAGE_DIGEST {
            continue;
        }
        let (SET, values, []) = read(values)? else {
            return None;
        };
        let (OCTET_STRING, digest, []) = read(values)? else {
            return None;
        };
        if found.replace(digest.to_vec()).is_some() {
            return None;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(oid: &[u8], value: Vec<u8>) -> Vec<u8> {
        constructed(SEQUENCE, &[tlv(OID, oid), constructed(SET, &[value])])
    }

    #[test]
    fn lengths_are_the_shortest() {
        assert_eq!(tlv(OCTET_STRING, &[7; 3]), [4, 3, 7, 7, 7]);
        assert_eq!(tlv(OCTET_STRING, &[0; 127])[..2], [4, 127]);
        assert_eq!(tlv(OCTET_STRING, &[0; 128])[..3], [4, 0x81, 128]);
        assert_eq!(tlv(OCTET_STRING, &[0; 300])[..4], [4, 0x82, 1, 44]);
    }

    #[test]
    fn integers_are_minimal_and_positive() {
        assert_eq!(unsigned(&[0]), [2, 1, 0]);
        assert_eq!(unsigned(&[0, 0, 5]), [2, 1, 5]);
        assert_eq!(unsigned(&[0x80]), [2, 2, 0, 0x80]);
    }

    #[test]
    fn what_is_written_is_read() {
        let long = tlv(OCTET_STRING, &[9; 300]);
        let (tag, content, rest) = read(&long).unwrap();
        assert_eq!((tag, content.len(), rest.len()), (OCTET_STRING, 300, 0));
        assert!(read(&long[..200]).is_none(), "cut short");
    }

    #[test]
    fn the_message_digest_is_found_once_and_only_in_whole_attributes() {
        let digest = tlv(OCTET_STRING, &[0xab; 32]);
        let time = attribute(&[0x2a, 0x03], tlv(UTF8_STRING, b"x"));
        let good = constructed(
            SET,
            &[time.clone(), attribute(MESSAGE_DIGEST, digest.clone())],
        );
        assert_eq!(message_digest(&good), Some(vec![0xab; 32]));
        let none = constructed(SET, &[time]);
        assert_eq!(message_digest(&none), None);
        let one = attribute(MESSAGE_DIGEST, digest);
        let twice = constructed(SET, &[one.clone(), one]);
        assert_eq!(message_digest(&twice), None);
        let mut trailing = good;
        trailing.push(0);
        assert_eq!(message_digest(&trailing), None);
    }
}
