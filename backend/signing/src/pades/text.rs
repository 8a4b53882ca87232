//! PDF text strings and dates.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lopdf::{Object, StringFormat};

const UTF16_BIG_ENDIAN: [u8; 2] = [0xfe, 0xff];
const MINUTE: i32 = 60;

/// ASCII as it is, anything else (Vietnamese) as UTF-16BE with byte-order mark.
pub(super) fn encode(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String(
        UTF16_BIG_ENDIAN.into_iter().chain(units).collect(),
        StringFormat::Hexadecimal,
    )
}

/// Other producers write UTF-8 or PDFDocEncoding; of the latter only the part shared with Latin-1 is read.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(&UTF16_BIG_ENDIAN) {
        let units = units.chunks_exact(2).map(|pair| {
            pair.iter()
                .fold(0, |unit, byte| (unit << 8) | u16::from(*byte))
        });
        return char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
    }
    std::str::from_utf8(bytes).map_or_else(
        |_| bytes.iter().copied().map(char::from).collect(),
        ToOwned::to_owned,
    )
}

/// `D:20260302093000+07'00'`
pub(super) fn encode_date(at: DateTime<FixedOffset>) -> Object {
    let minutes = at.offset().local_minus_utc() / MINUTE;
    let sign = if minutes < 0 { '-' } else { '+' };
    let date = format!(
        "D:{}{sign}{:02}'{:02}'",
        at.format("%Y%m%d%H%M%S"),
        minutes.abs() / MINUTE,
        minutes.abs() % MINUTE
    );
    Object::String(date.into_bytes(), StringFormat::Literal)
}

/// Reads a full PDF date; without a zone it is taken as UTC. `None` if it is none.
pub(super) fn decode_date(bytes: &[u8]) -> Option<DateTime<FixedOffset>> {
    let text = std::str::from_utf8(bytes).ok()?.strip_prefix("D:")?;
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?)?;
    let local = date.and_hms_opt(number(8, 10)?, number(10, 12)?, number(12, 14)?)?;
    let zone = text.get(14..).unwrap_or_default().replace('\'', "");
    let seconds = match zone.chars().next() {
        Some(sign @ ('+' | '-')) => {
            let hours: i32 = zone.get(1..3)?.parse().ok()?;
            let minutes: i32 = zone
                .get(3..5)
                .map_or(Some(0), |digits| digits.parse().ok())?;
            (hours * MINUTE + minutes) * MINUTE * if sign == '-' { -1 } else { 1 }
        }
        _ => 0,
    };
    local
        .and_local_timezone(FixedOffset::east_opt(seconds)?)
        .single()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(object: &Object) -> Vec<u8> {
        object.as_str().unwrap().to_vec()
    }

    #[test]
    fn text_survives() {
        for text in ["", "Phe duyet", "Nguyễn Văn Được", "🖊 ký (1)\\"] {
            assert_eq!(decode(&bytes(&encode(text))), text);
        }
        assert_eq!(decode("Đã ký".as_bytes()), "Đã ký");
    }

    #[test]
    fn dates() {
        let at = DateTime::parse_from_rfc3339("2026-03-02T09:30:05+07:00").unwrap();
        assert_eq!(bytes(&encode_date(at)), b"D:20260302093005+07'00'");
        let cases = [
            ("D:20260302093005+07'00'", Some("2026-03-02T09:30:05+07:00")),
            ("D:20260302093005+07'00", Some("2026-03-02T09:30:05+07:00")),
            ("D:20260302023005-03'30'", Some("2026-03-02T02:30:05-03:30")),
            ("D:20260302023005Z", Some("2026-03-02T02:30:05+00:00")),
            ("D:20260230023005Z", None),
            ("D:2026", None),
            ("2026-03-02", None),
        ];
        for (text, expected) in cases {
            assert_eq!(
                decode_date(text.as_bytes()),
                expected.map(|text| DateTime::parse_from_rfc3339(text).unwrap()),
                "{text}"
            );
        }
    }
}
