//! Answers that are none, and connections that are not trusted.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener};
use std::path::PathBuf;

use congvu_sandbox::clock::Clock;
use congvu_sandbox::csc;
use congvu_sandbox::serve::{Listen, Tls, start};
use congvu_server::remote::{Kind, Remote, Settings};

use crate::support::{USER, csc_service, noon, reason, settings};

/// Answers every connection with these bytes; gone after `times`.
fn canned(times: usize, answer: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().take(times) {
            let mut stream = stream.unwrap();
            let _request = stream.read(&mut [0; 65_536]);
            let _client_gave_up = stream.write_all(&answer);
            // A socket closed over unread bytes is reset, and a reset throws
            // away what the client has not read yet: take in the rest first.
            let _half_closed = stream.shutdown(Shutdown::Write);
            let _rest = std::io::copy(&mut stream, &mut std::io::sink());
        }
    });
    format!("http://{address}")
}

fn page(status: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

#[test]
fn bad_answers_are_told_from_none() {
    let huge = format!(
        "{{\"status_code\":200,\"data\":\"{}\"}}",
        "x".repeat(3 << 20)
    );
    for (answer, expected) in [
        (page("200 OK", "<html>"), "malformed"),
        (page("200 OK", "{}"), "malformed"),
        (
            page(
                "200 OK",
                r#"{"status_code":200,"message":"SUCCESS","data":null}"#,
            ),
            "malformed",
        ),
        (page("200 OK", &huge), "malformed"),
        (page("502 Bad Gateway", "<html>"), "unreachable"),
        (
            page("200 OK", r#"{"status_code":500,"message":"x"}"#),
            "unreachable",
        ),
        (page("302 Found", ""), "malformed"),
        (b"SSH-2.0-OpenSSH\r\n\r\n".to_vec(), "malformed"),
    ] {
        let remote = Remote::new(&settings(Kind::SmartCa, canned(1, answer.clone()))).unwrap();
        let error = remote.certificates(USER).unwrap_err();
        let shown = String::from_utf8_lossy(&answer[..answer.len().min(60)]).into_owned();
        assert_eq!(error.code(), expected, "{shown}: {error}");
    }
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let nobody = settings(Kind::CscV2, format!("http://{closed}"));
    assert_eq!(
        reason(Remote::new(&nobody).unwrap().certificates(USER)),
        "unreachable"
    );
}

#[test]
fn tls_is_trusted_by_the_configured_authorities_only() {
    let service = csc_service(Clock::fixed(noon()));
    let tls = Tls::self_signed().unwrap();
    let ca_file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("remote-tls.pem");
    std::fs::write(&ca_file, &tls.certificate_pem).unwrap();
    let listen = Listen {
        tls: Some(tls),
        ..Listen::anywhere()
    };
    let running = start(listen, move |config| {
        csc::configure(config, service.clone())
    })
    .unwrap();
    let url = format!("https://{}/csc/v2", running.address);
    let public = settings(Kind::CscV2, url);
    let own = Settings {
        ca_file: Some(ca_file.clone()),
        ..public.clone()
    };
    assert!(Remote::new(&own).unwrap().certificates(USER).is_ok());
    assert_eq!(
        reason(Remote::new(&public).unwrap().certificates(USER)),
        "unreachable"
    );

    std::fs::write(&ca_file, "trống").unwrap();
    assert!(Remote::new(&own).is_err(), "no certificate in the file");
    assert!(Remote::new(&settings(Kind::CscV2, "http://ky.example.vn/csc/v2".into())).is_err());
}
