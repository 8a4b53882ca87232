//! Re-encodes BER with indefinite lengths as definite-length DER, for CMS made by streaming producers
//! (OpenSSL `-stream`, BouncyCastle, Windows). Only the framing changes; what is signed is DER already.

const MAXIMUM_DEPTH: u8 = 40;
const CONSTRUCTED: u8 = 0x20;
const OCTET_STRING: u8 = 0x04;
const END_OF_CONTENTS: [u8; 2] = [0, 0];

/// Why something cannot be re-encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotBer {
    #[error("not BER, or cut short")]
    Malformed,
    #[error("nested too deep")]
    TooDeep,
}

struct Header<'a> {
    tag: &'a [u8],
    /// `None` for the indefinite form.
    length: Option<usize>,
    size: usize,
}

/// Re-encodes `input`, which must be exactly one value.
pub(crate) fn to_definite(input: &[u8]) -> Result<Vec<u8>, NotBer> {
    let mut output = Vec::with_capacity(input.len());
    if reencode(input, 0, &mut output)? == input.len() {
        Ok(output)
    } else {
        Err(NotBer::Malformed)
    }
}

/// Splits `input` after its first value.
pub(crate) fn split_first(input: &[u8]) -> Result<(&[u8], &[u8]), NotBer> {
    let length = reencode(input, 0, &mut Vec::with_capacity(input.len()))?;
    input.split_at_checked(length).ok_or(NotBer::Malformed)
}

fn header(input: &[u8]) -> Result<Header<'_>, NotBer> {
    let first = *input.first().ok_or(NotBer::Malformed)?;
    let mut size = 1;
    if first & 0x1f == 0x1f {
        while input.get(size).ok_or(NotBer::Malformed)? & 0x80 != 0 {
            size += 1;
        }
        size += 1;
    }
    let tag = input.get(..size).ok_or(NotBer::Malformed)?;
    let byte = *input.get(size).ok_or(NotBer::Malformed)?;
    size += 1;
    let length = match byte {
        0x80 => None,
        short if short < 0x80 => Some(usize::from(short)),
        long => {
            let count = usize::from(long & 0x7f);
            if count > 4 {
                return Err(NotBer::Malformed);
            }
            let bytes = input.get(size..size + count).ok_or(NotBer::Malformed)?;
            size += count;
            Some(
                bytes
                    .iter()
                    .fold(0, |value, byte| (value << 8) | usize::from(*byte)),
            )
        }
    };
    Ok(Header { tag, length, size })
}

fn write(tag: &[u8], value: &[u8], output: &mut Vec<u8>) -> Result<(), NotBer> {
    output.extend_from_slice(tag);
    match u8::try_from(value.len()) {
        Ok(short) if short < 0x80 => output.push(short),
        _ => {
            let bytes = value.len().to_be_bytes();
            let significant: Vec<u8> = bytes.into_iter().skip_while(|byte| *byte == 0).collect();
            output.push(
                0x80 | u8::try_from(significant.len())
                    .ok()
                    .ok_or(NotBer::Malformed)?,
            );
            output.extend(significant);
        }
    }
    output.extend_from_slice(value);
    Ok(())
}

/// Writes one value and returns how many input bytes it took.
fn reencode(input: &[u8], depth: u8, output: &mut Vec<u8>) -> Result<usize, NotBer> {
    if depth > MAXIMUM_DEPTH {
        return Err(NotBer::TooDeep);
    }
    let Header { tag, length, size } = header(input)?;
    let first = *tag.first().ok_or(NotBer::Malformed)?;
    let body = match length {
        Some(length) => input
            .get(size..size.checked_add(length).ok_or(NotBer::Malformed)?)
            .ok_or(NotBer::Malformed)?,
        None => input.get(size..).ok_or(NotBer::Malformed)?,
    };
    if first & CONSTRUCTED == 0 {
        let length = length.ok_or(NotBer::Malformed)?;
        write(tag, body, output)?;
        return Ok(size + length);
    }
    let joins_octets = first == OCTET_STRING | CONSTRUCTED;
    let mut inner = Vec::new();
    let mut read = 0;
    loop {
        let rest = body.get(read..).ok_or(NotBer::Malformed)?;
        if length.is_none() && rest.starts_with(&END_OF_CONTENTS) {
            read += END_OF_CONTENTS.len();
            break;
        }
        if length.is_some() && rest.is_empty() {
            break;
        }
        let mut part = Vec::new();
        read += reencode(rest, depth + 1, &mut part)?;
        if joins_octets {
            let skip = header(&part)?.size;
            inner.extend_from_slice(part.get(skip..).ok_or(NotBer::Malformed)?);
        } else {
            inner.append(&mut part);
        }
    }
    write(
        if joins_octets { &[OCTET_STRING] } else { tag },
        &inner,
        output,
    )?;
    Ok(size + read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reencodes() {
        let cases: [(&[u8], &[u8]); 5] = [
            (
                &[0x30, 0x03, 0x02, 0x01, 0x05],
                &[0x30, 0x03, 0x02, 0x01, 0x05],
            ),
            (
                &[0x30, 0x80, 0x02, 0x01, 0x05, 0, 0],
                &[0x30, 0x03, 0x02, 0x01, 0x05],
            ),
            (
                &[0x24, 0x80, 0x04, 0x01, 0xaa, 0x04, 0x01, 0xbb, 0, 0],
                &[0x04, 0x02, 0xaa, 0xbb],
            ),
            (
                &[0x30, 0x80, 0xa0, 0x80, 0x04, 0x00, 0, 0, 0, 0],
                &[0x30, 0x04, 0xa0, 0x02, 0x04, 0x00],
            ),
            (&[0x04, 0x81, 0x01, 0xff], &[0x04, 0x01, 0xff]),
        ];
        for (ber, der) in cases {
            assert_eq!(to_definite(ber).unwrap(), der, "{ber:02x?}");
        }
    }

    #[test]
    fn splits_padding_off() {
        assert_eq!(
            split_first(&[0x30, 0x80, 0, 0, 0, 0]).unwrap(),
            (&[0x30, 0x80, 0, 0][..], &[0, 0][..])
        );
    }

    #[test]
    fn refuses_what_is_cut_short_or_too_deep() {
        for bad in [
            &[][..],
            &[0x30],
            &[0x30, 0x05, 0x02],
            &[0x30, 0x80, 0x02, 0x01, 0x05],
            &[0x04, 0x80, 0, 0],
            &[0x1f, 0xff],
            &[0x05, 0, 0],
            &[0x04, 0x85, 0, 0, 0, 0, 1, 0xaa],
            &[0x04, 0xff, 0xaa],
            &[0x04, 0x84, 0xff, 0xff, 0xff, 0xff],
        ] {
            assert_eq!(to_definite(bad), Err(NotBer::Malformed), "{bad:02x?}");
        }
        let deep = [0x30, 0x80].repeat(100_000);
        assert_eq!(to_definite(&deep), Err(NotBer::TooDeep));
    }
}
