//! An authority, keys, and a WebSocket client of the few lines that one message needs.

#![expect(dead_code, reason = "each test binary uses a part")]

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::{DateTime, Utc};
use congvu_sandbox::authority::Authority;
use congvu_sandbox::clock::Clock;
use congvu_sandbox::identity::Identity;

pub const USER: &str = "079012345678";

pub fn now() -> DateTime<Utc> {
    "2026-03-02T05:00:00Z".parse().unwrap()
}

pub fn clock() -> Clock {
    Clock::fixed(now())
}

pub fn authority() -> &'static Authority {
    static AUTHORITY: OnceLock<Authority> = OnceLock::new();
    AUTHORITY.get_or_init(|| {
        Authority::create("CA công cộng thử", "http://127.0.0.1:1/ca", clock()).unwrap()
    })
}

pub fn identity() -> Arc<Identity> {
    static IDENTITY: OnceLock<Arc<Identity>> = OnceLock::new();
    let make = || {
        Arc::new(
            authority()
                .issue("Nguyễn Văn Được", "CCCD:079012345678")
                .unwrap(),
        )
    };
    Arc::clone(IDENTITY.get_or_init(make))
}

/// A stream to a stand-in that gives up after ten seconds.
pub fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    stream
}

/// What came of one WebSocket call.
#[derive(Debug, PartialEq)]
pub enum Called {
    /// The answer, after which the other side closed.
    Answered(String),
    /// HTTP status instead of an upgrade.
    NotUpgraded(u16),
}

/// Sends one text message (RFC 6455) and reads until the close frame.
pub fn call(
    mut stream: impl Read + Write,
    path: &str,
    origin: Option<&str>,
    message: &str,
) -> io::Result<Called> {
    let origin = origin
        .map(|origin| format!("Origin: {origin}\r\n"))
        .unwrap_or_default();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n{origin}\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )?;
    let head = read_head(&mut stream)?;
    let status: u16 = head.get(9..12).unwrap().parse().unwrap();
    if status != 101 {
        return Ok(Called::NotUpgraded(status));
    }
    // The value of RFC 6455 §1.3 for this key.
    assert!(head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "{head}");
    write_text(&mut stream, message)?;
    let mut text = None;
    loop {
        let (opcode, payload) = read_frame(&mut stream)?;
        match opcode {
            1 => {
                let earlier = text.replace(String::from_utf8(payload).unwrap());
                assert_eq!(earlier, None, "one message out");
            }
            8 => return Ok(Called::Answered(text.expect("closed without an answer"))),
            other => panic!("frame {other}"),
        }
    }
}

fn read_head(stream: &mut impl Read) -> io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    Ok(String::from_utf8(head).unwrap())
}

/// A client masks what it sends; with zeros the text stays as it is.
fn write_text(stream: &mut impl Write, message: &str) -> io::Result<()> {
    let mut frame = vec![0x81, 0x80 | 127];
    frame.extend_from_slice(&u64::try_from(message.len()).unwrap().to_be_bytes());
    frame.extend_from_slice(&[0; 4]);
    frame.extend_from_slice(message.as_bytes());
    stream.write_all(&frame)
}

fn read_frame(stream: &mut impl Read) -> io::Result<(u8, Vec<u8>)> {
    let mut head = [0; 2];
    stream.read_exact(&mut head)?;
    let length = match head[1] & 0x7f {
        126 => {
            let mut length = [0; 2];
            stream.read_exact(&mut length)?;
            usize::from(u16::from_be_bytes(length))
        }
        127 => panic!("a long answer"),
        short => usize::from(short),
    };
    let mut payload = vec![0; length];
    stream.read_exact(&mut payload)?;
    Ok((head[0] & 0x0f, payload))
}
