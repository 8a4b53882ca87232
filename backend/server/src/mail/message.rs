//! A queued letter as it goes over the wire.

use std::error::Error;
use std::fmt::Write as _;

use congvu_db::Letter;
use lettre::Message;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

/// Says that no person wrote it, so that no machine answers (RFC 3834 §5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The message of a letter. Its `Message-ID` is the letter's own: where it is sent twice, because the server stopped between the mail
/// server's acceptance and the note of it, mail programs see that it is the same.
///
/// # Errors
/// The address is none.
pub fn message(letter: &Letter, from: &Mailbox) -> Result<Message, Box<dyn Error + Send + Sync>> {
    let id = format!("<{}@{}>", letter.id, from.email.domain());
    Ok(Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, letter.address.parse()?))
        .subject(&letter.subject)
        .date(letter.created_at.utc().into())
        .message_id(Some(id))
        .header(AutoSubmitted)
        .multipart(MultiPart::alternative_plain_html(
            letter.body.clone(),
            html(&letter.body),
        ))?)
}

/// The same words with addresses that can be clicked.
fn html(text: &str) -> String {
    let mut html = String::from(
        "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>\n<p>",
    );
    for line in text.lines() {
        if line.is_empty() {
            html.push_str("</p>\n<p>");
            continue;
        }
        for (number, word) in line.split(' ').enumerate() {
            if number > 0 {
                html.push(' ');
            }
            let word = escaped(word);
            if word.starts_with("http://") || word.starts_with("https://") {
                let _infallible = write!(html, "<a href=\"{word}\">{word}</a>");
            } else {
                html.push_str(&word);
            }
        }
        html.push_str("<br>\n");
    }
    html.push_str("</p>\n</body></html>\n");
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_become_markup() {
        let html = html("Kính gửi <b>A & \"B\"</b>,\n\n  https://a.vn/x?y=1&z=2\n");
        assert!(html.contains("&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;"));
        assert!(
            html.contains("<a href=\"https://a.vn/x?y=1&amp;z=2\">https://a.vn/x?y=1&amp;z=2</a>")
        );
    }
}
