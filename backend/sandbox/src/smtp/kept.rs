//! A letter that came, and what can be read in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A letter as it came over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Sender on the envelope.
    pub from: String,
    /// Recipients on the envelope.
    pub to: Vec<String>,
    /// Header and body, as sent.
    pub raw: Vec<u8>,
}

impl Kept {
    /// Value of a header field, unfolded but not decoded.
    pub fn header(&self, name: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.raw).into_owned();
        let (head, _) = halves(&text);
        field(head, name)
    }

    /// The subject in words.
    pub fn subject(&self) -> String {
        decoded_words(&self.header("Subject").unwrap_or_default())
    }

    /// The text of the first part of a media type such as `text/plain`; none where there is none.
    pub fn part(&self, media_type: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.raw).into_owned();
        let (head, body) = halves(&text);
        part(head, body, media_type)
    }
}

fn part(head: &str, body: &str, media_type: &str) -> Option<String> {
    let kind = field(head, "Content-Type").unwrap_or_default();
    if kind.starts_with("multipart/") {
        let (_, after) = kind.split_once("boundary=")?;
        let boundary = after.split(';').next()?.trim().trim_matches('"');
        return body
            .split(&format!("--{boundary}"))
            .skip(1)
            .find_map(|inner| {
                let (head, body) = halves(inner.trim_start_matches("\r\n"));
                part(head, body, media_type)
            });
    }
    if !kind.starts_with(media_type) {
        return None;
    }
    let encoding = field(head, "Content-Transfer-Encoding").unwrap_or_default();
    let bytes = match encoding.to_ascii_lowercase().as_str() {
        "base64" => base64_bytes(body),
        "quoted-printable" => quoted_printable(body),
        _ => body.as_bytes().to_vec(),
    };
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    Some(text.trim_end().to_owned())
}

fn halves(text: &str) -> (&str, &str) {
    text.split_once("\r\n\r\n").unwrap_or((text, ""))
}

fn field(head: &str, name: &str) -> Option<String> {
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    unfolded.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name)
            .then(|| value.trim().to_owned())
    })
}

fn base64_bytes(text: &str) -> Vec<u8> {
    let packed: String = text.split_whitespace().collect();
    STANDARD.decode(packed).unwrap_or_default()
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let joined = text.replace("=\r\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        let digits = (byte == b'=').then(|| [rest.next(), rest.next()]);
        match digits {
            Some([Some(high), Some(low)]) => {
                let hex = [high, low];
                let decoded = std::str::from_utf8(&hex)
                    .ok()
                    .and_then(|hex| u8::from_str_radix(hex, 16).ok());
                bytes.extend(decoded);
            }
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// Encoded words (RFC 2047) in Base64 as text; space between two of them does not count.
fn decoded_words(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut after_encoded = false;
    for word in value.split(' ').filter(|word| !word.is_empty()) {
        let encoded = word
            .strip_prefix("=?utf-8?b?")
            .and_then(|rest| rest.strip_suffix("?="));
        match encoded {
            Some(encoded) => {
                if !after_encoded && !bytes.is_empty() {
                    bytes.push(b' ');
                }
                bytes.extend(base64_bytes(encoded));
            }
            None => {
                if !bytes.is_empty() {
                    bytes.push(b' ');
                }
                bytes.extend(word.as_bytes());
            }
        }
        after_encoded = encoded.is_some();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_for_the_way_is_read() {
        let raw = "Subject: =?utf-8?b?Q8O0bmcgVg==?=\r\n =?utf-8?b?4bulIDI=?=\r\n\
            Content-Type: multipart/alternative;\r\n boundary=\"x\"\r\n\r\n\
            --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            H=E1=BA=A1n=\r\n h=C3=B4m nay\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>.</p>\r\n--x--\r\n";
        let kept = Kept {
            from: String::new(),
            to: Vec::new(),
            raw: raw.into(),
        };
        assert_eq!(kept.subject(), "Công Vụ 2");
        assert_eq!(kept.part("text/plain").unwrap(), "Hạn hôm nay");
        assert_eq!(kept.part("text/html").unwrap(), "<p>.</p>");
        assert_eq!(kept.part("image/png"), None);
    }
}
