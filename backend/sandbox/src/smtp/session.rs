//! One conversation.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Kept, MailSink, Mood};

/// Longest line that is read; RFC 5321 §4.5.3.1.6 allows a thousand octets.
const LONGEST_LINE: u64 = 64 << 10;
/// Largest letter that is taken.
const LARGEST_LETTER: usize = 4 << 20;

/// A letter being given.
#[derive(Default)]
struct Envelope {
    from: Option<String>,
    to: Vec<String>,
}

struct Session<'a> {
    reader: BufReader<&'a TcpStream>,
    stream: &'a TcpStream,
    sink: &'a MailSink,
    signed_in: bool,
    envelope: Envelope,
}

/// Talks with a client until either hangs up.
///
/// # Errors
/// The connection breaks, or the client says more than is allowed.
pub(super) fn run(stream: &TcpStream, sink: &MailSink) -> io::Result<()> {
    let mut session = Session {
        reader: BufReader::new(stream),
        stream,
        sink,
        signed_in: sink.login.is_none(),
        envelope: Envelope::default(),
    };
    match sink.mood() {
        Mood::Silent => {
            // Until the client has had enough.
            io::copy(&mut session.reader, &mut io::sink())?;
            return Ok(());
        }
        Mood::Closed => return session.say("421 the service is closed"),
        Mood::Normal | Mood::Refusing | Mood::Forgetful => {}
    }
    session.say("220 sandbox ESMTP")?;
    while let Some(line) = session.line()? {
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        if !session.command(&line)? {
            break;
        }
    }
    Ok(())
}

impl Session<'_> {
    fn say(&mut self, answer: &str) -> io::Result<()> {
        self.stream.write_all(format!("{answer}\r\n").as_bytes())
    }

    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = (&mut self.reader)
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)?;
        Ok((read > 0).then_some(line))
    }

    /// Carries a command out; false where the conversation is over.
    fn command(&mut self, line: &str) -> io::Result<bool> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" if self.sink.login.is_some() => {
                self.say("250-sandbox\r\n250-8BITMIME\r\n250 AUTH PLAIN")?;
            }
            "EHLO" => self.say("250-sandbox\r\n250 8BITMIME")?,
            "HELO" => self.say("250 sandbox")?,
            "AUTH" => self.authenticate(rest)?,
            "MAIL" if !self.signed_in => self.say("530 sign in first")?,
            "MAIL" => {
                self.envelope = Envelope {
                    from: Some(address(rest)),
                    to: Vec::new(),
                };
                self.say("250 go on")?;
            }
            "RCPT" if self.sink.mood() == Mood::Refusing => {
                self.say("550 5.1.1 nobody here has that address")?;
            }
            "RCPT" if self.envelope.from.is_some() => {
                self.envelope.to.push(address(rest));
                self.say("250 go on")?;
            }
            "DATA" if !self.envelope.to.is_empty() => return self.data(),
            "RCPT" | "DATA" => self.say("503 first things first")?,
            "RSET" => {
                self.envelope = Envelope::default();
                self.say("250 forgotten")?;
            }
            "NOOP" => self.say("250 nothing done")?,
            "QUIT" => {
                self.say("221 good bye")?;
                return Ok(false);
            }
            _ => self.say("500 unknown")?,
        }
        Ok(true)
    }

    fn authenticate(&mut self, rest: &str) -> io::Result<()> {
        let given = match rest.split_once(' ') {
            Some((_, response)) => response.to_owned(),
            None => {
                self.say("334 ")?;
                let line = self.line()?.unwrap_or_default();
                String::from_utf8_lossy(&line).trim().to_owned()
            }
        };
        let given = STANDARD.decode(given).unwrap_or_default();
        let right =
            self.sink.login.as_ref().is_some_and(|(user, password)| {
                given == format!("\0{user}\0{password}").into_bytes()
            });
        self.signed_in |= right;
        self.say(if right {
            "235 welcome"
        } else {
            "535 wrong name or password"
        })
    }

    fn data(&mut self) -> io::Result<bool> {
        self.say("354 end with a dot on a line by itself")?;
        let mut raw = Vec::new();
        loop {
            let Some(line) = self.line()? else {
                return Ok(false);
            };
            if line == b".\r\n" {
                break;
            }
            // A dot at the beginning of a line is doubled on the way (RFC 5321 §4.5.2).
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            if raw.len() > LARGEST_LETTER {
                self.say("552 too large")?;
                return Ok(false);
            }
        }
        let Envelope { from, to } = std::mem::take(&mut self.envelope);
        self.sink.keep(Kept {
            from: from.unwrap_or_default(),
            to,
            raw,
        });
        if self.sink.mood() == Mood::Forgetful {
            self.stream.shutdown(Shutdown::Both)?;
            return Ok(false);
        }
        self.say("250 kept")?;
        Ok(true)
    }
}

/// The address between the angle brackets.
fn address(rest: &str) -> String {
    rest.split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map(|(address, _)| address.to_owned())
        .unwrap_or_default()
}
