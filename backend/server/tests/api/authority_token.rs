//! The pilot authority with its keys in a token, as the settings say, with SoftHSM2 as the token.
//!
//! The library reads `SOFTHSM2_CONF` when it is loaded, and a process may not change its own environment safely: the test starts itself
//! again in a child process with a token of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use congvu_domain::deployment::Deployment;
use congvu_server::installation::InstallationFile;
use congvu_server::pki::{Authority, AuthorityToken};
use congvu_server::services::Services;
use congvu_signing::cms;
use congvu_signing::ocsp::{self, Status};
use congvu_signing::pkcs11::Module;
use congvu_signing::tsp;

use crate::support::{NOW, TestApp, services};

const MODULE: &str = "/usr/lib/softhsm/libsofthsm2.so";
const CHILD: &str = "CONGVU_TEST_TOKEN_CHILD";
const TEST: &str = "authority_token::the_authority_keeps_its_keys_in_a_token";
const TOKEN: &str = "ca-thu-nghiem";
const PIN: &str = "246810";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("authority-token")
}

/// Makes the token and runs the test in a child.
fn in_a_child() {
    assert!(
        Path::new(MODULE).exists(),
        "{MODULE} is missing: apt-get install softhsm2"
    );
    let home = folder();
    fs::remove_dir_all(&home).ok();
    let tokens = home.join("tokens");
    fs::create_dir_all(&tokens).unwrap();
    let configuration = home.join("softhsm2.conf");
    let text = format!(
        "directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n",
        tokens.display()
    );
    fs::write(&configuration, text).unwrap();
    let made = Command::new("softhsm2-util")
        .args(["--init-token", "--free", "--label", TOKEN])
        .args(["--pin", PIN, "--so-pin", "00000000"])
        .env("SOFTHSM2_CONF", &configuration)
        .output()
        .expect("softhsm2-util does not start: apt-get install softhsm2");
    assert!(made.status.success(), "{made:?}");
    let child = Command::new(std::env::current_exe().unwrap())
        .args([TEST, "--exact", "--nocapture", "--test-threads", "1"])
        .env("SOFTHSM2_CONF", &configuration)
        .env(CHILD, "1")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success() && text.contains("1 passed"),
        "{text}\n{}",
        String::from_utf8_lossy(&child.stderr)
    );
}

/// The settings as an operator writes them, and the PIN in a file beside them.
fn settings(name: &str, pin: &str, keys: &str) -> InstallationFile {
    let home = folder().join(name);
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("pin.txt"), format!("{pin}\n")).unwrap();
    let text = format!(
        "[pilot_authority]\nmodule = \"{MODULE}\"\ntoken = \"{TOKEN}\"\npin_file = \"pin.txt\"\n{keys}\n"
    );
    let file = home.join("settings.toml");
    fs::write(&file, text).unwrap();
    InstallationFile::read(&file).unwrap()
}

fn open(keys: &str, file: &InstallationFile, now: &str) -> anyhow::Result<Authority> {
    let dir = folder().join(keys);
    fs::create_dir_all(&dir).unwrap();
    let token = AuthorityToken::open(file.pilot_authority.as_ref().unwrap())?;
    let now: DateTime<Utc> = now.parse().unwrap();
    let url = "http://127.0.0.1:8080";
    Authority::open_with(&dir, "Cơ quan thử", url, now, Some(token))
}

/// A time stamp that its authority issued verifies by its lists, signed in the token.
fn assert_stamps(authority: &Authority, now: &str) {
    let now: DateTime<Utc> = now.parse().unwrap();
    let ca = authority.ca();
    let trust = ca.trust_store(ca.crls(&[], 1, now).unwrap()).unwrap();
    let stamping = authority.stamping(now).unwrap();
    let token = stamping.tsa.stamp(&[7; 32], [5; 16], now).unwrap();
    tsp::verify(&token, &[7; 32], &trust, now).unwrap();
    assert_eq!(cms::chain(&token).unwrap()[1], ca.issuing_der());
}

/// Strangers ask often: they are answered by a key of the process, certified for that by the key in the token.
async fn assert_answers(authority: Authority) {
    // Not among the folders of the other tests, which another process has in hand.
    let home = folder().join("server");
    fs::create_dir_all(home.join("keys")).unwrap();
    let url = format!("sqlite://{}", home.join("congvu.db").display());
    let deployment = Deployment::built_in("bnv").unwrap();
    let app = TestApp::over(Services {
        authority: Arc::new(authority),
        ..services(deployment, &home, &url)
    })
    .await;
    let authority = &app.services.authority;
    let issuing = authority.ca().issuing_der().to_vec();
    let seal = authority.seal(app.services.now()).unwrap().der().to_vec();
    let request = ocsp::request(&seal, &issuing, None).unwrap();
    let path = format!("/pki/ocsp/{}", URL_SAFE_NO_PAD.encode(request));
    let answer = app.anybody().get(&path).await.expect(200).body;
    let told = ocsp::read(&answer, &seal, &issuing).unwrap();
    assert_eq!(told.status, Status::Good);
    let ocsp_signing = [0x06, 8, 43, 6, 1, 5, 5, 7, 3, 9];
    assert!(
        answer.windows(10).any(|part| part == ocsp_signing),
        "a delegate's certificate is inside"
    );
}

#[actix_web::test]
async fn the_authority_keeps_its_keys_in_a_token() {
    if std::env::var_os(CHILD).is_none() {
        return in_a_child();
    }
    let both = settings(
        "both",
        PIN,
        "issuing_key = \"issuing\"\nroot_key = \"root\"",
    );
    // The first start makes keys and certificates; nothing private is in the folder but time stamps and seal.
    let made = open("keys-both", &both, NOW).unwrap();
    assert_stamps(&made, NOW);
    let dir = folder().join("keys-both");
    assert!(dir.join("issuing.pem").exists() && dir.join("tsa.key").exists());
    assert!(!dir.join("issuing.key.pem").exists() && !dir.join("root.key.pem").exists());
    // Opened again it is the same, and years later it succeeds itself with the keys in the token.
    let again = open("keys-both", &both, NOW).unwrap();
    assert_eq!(again.ca().issuing_der(), made.ca().issuing_der());
    let later = "2036-03-06T02:00:00Z";
    again.keep_up(later.parse().unwrap()).unwrap();
    assert_ne!(again.ca().issuing_der(), made.ca().issuing_der());
    assert_stamps(&again, later);
    drop(again);
    assert_answers(made).await;

    // The root may stay in the folder, offline copies of which are easier to keep.
    let one = settings("one", PIN, "issuing_key = \"issuing-2\"");
    assert_stamps(&open("keys-one", &one, NOW).unwrap(), NOW);
    let dir = folder().join("keys-one");
    assert!(dir.join("root.key.pem").exists() && !dir.join("issuing.key.pem").exists());

    // Without the token there is no authority, and with other keys it is not this one.
    let url = "http://127.0.0.1:8080";
    let now = NOW.parse().unwrap();
    let refused = |result: anyhow::Result<Authority>| format!("{:#}", result.err().unwrap());
    let nothing = refused(Authority::open_or_create(&dir, "Cơ quan thử", url, now));
    assert!(nothing.contains("issuing.key.pem"), "{nothing}");
    let other = refused(open("keys-one", &both, NOW));
    assert!(other.contains("does not belong"), "{other}");
    let gone = settings("gone", PIN, "issuing_key = \"khong-co\"");
    let gone = refused(open("keys-one", &gone, NOW));
    assert!(gone.contains("khong-co"), "{gone}");

    // A wrong PIN is tried once, however often the key is wanted: the token is not locked.
    let wrong = settings("wrong", "999999", "issuing_key = \"issuing\"");
    let token = AuthorityToken::open(wrong.pilot_authority.as_ref().unwrap()).unwrap();
    for _ in 0..20 {
        let error = token.keys().err().unwrap();
        assert!(format!("{error:#}").contains("PIN is wrong"), "{error:#}");
    }
    let module = Module::load(Path::new(MODULE)).unwrap();
    let known = module.tokens().unwrap();
    let known = known.iter().find(|known| known.label == TOKEN).unwrap();
    assert!(known.pin_count_low && !known.pin_locked, "{known:?}");
    module.open(TOKEN, PIN).unwrap();
}
