//! Files as OpenSSL makes them, with modern and with legacy protection.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use congvu_pkcs12::{Failure, KeyFile};

/// Composed letters, as an input method types them.
const PASSWORD: &str = "Mật khẩu của Nguyễn";

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("congvu-p12-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path().join(name)).unwrap()
    }

    fn openssl(&self, args: &[&str]) {
        let done = Command::new("openssl")
            .args(args)
            .current_dir(self.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert!(done.success(), "openssl {args:?}");
    }

    /// An authority, and the certificate of somebody below it, each with its key.
    fn certificates(&self, key: &[&str]) {
        let mut root = vec![
            "req", "-x509", "-nodes", "-keyout", "ca.key", "-out", "ca.pem",
        ];
        root.extend(["-newkey", "rsa:2048", "-subj", "/CN=CA", "-days", "2"]);
        self.openssl(&root);
        let mut request = vec!["req", "-nodes", "-keyout", "key.pem", "-out", "csr.pem"];
        request.extend(["-utf8", "-subj", "/CN=Nguyễn Thị B", "-newkey"]);
        request.extend(key);
        self.openssl(&request);
        let issue = [
            "x509",
            "-req",
            "-in",
            "csr.pem",
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-out",
            "cert.pem",
            "-days",
            "2",
            "-CAcreateserial",
        ];
        self.openssl(&issue);
        for (kind, name) in [("cert.pem", "cert.der"), ("ca.pem", "ca.der")] {
            self.openssl(&["x509", "-in", kind, "-outform", "DER", "-out", name]);
        }
        let key = [
            "pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER",
        ];
        self.openssl(&[key.as_slice(), &["-out", "key.der"]].concat());
    }

    fn p12(&self, options: &[&str]) -> Vec<u8> {
        let pass = format!("pass:{PASSWORD}");
        let base = [
            "pkcs12",
            "-export",
            "-inkey",
            "key.pem",
            "-in",
            "cert.pem",
            "-certfile",
            "ca.pem",
            "-passout",
            &pass,
            "-out",
            "file.p12",
        ];
        self.openssl(&[base.as_slice(), options].concat());
        self.read("file.p12")
    }

    fn holds_what_went_in(&self, opened: &KeyFile) {
        assert_eq!(opened.pkcs8, self.read("key.der"));
        assert_eq!(
            opened.certificates,
            [self.read("cert.der"), self.read("ca.der")]
        );
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind harms nothing.
        let _ = std::fs::remove_dir_all(self.path());
    }
}

fn open(bytes: &[u8], password: &str) -> Result<KeyFile, Failure> {
    congvu_pkcs12::open_file(bytes, password)
}

#[test]
fn files_of_every_protection_open() {
    let legacy = [
        "-legacy",
        "-certpbe",
        "PBE-SHA1-RC2-40",
        "-keypbe",
        "PBE-SHA1-3DES",
        "-macalg",
        "sha1",
    ];
    let triple_des = [
        "-legacy",
        "-certpbe",
        "PBE-SHA1-3DES",
        "-keypbe",
        "PBE-SHA1-3DES",
        "-macalg",
        "sha1",
    ];
    let aes = [
        "-certpbe",
        "AES-256-CBC",
        "-keypbe",
        "AES-256-CBC",
        "-macalg",
        "sha256",
    ];
    let keys: [(&str, &[&str]); 2] = [
        ("rsa", &["rsa:2048"]),
        ("p256", &["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]),
    ];
    for (name, key) in keys {
        let folder = Folder::new(name);
        folder.certificates(key);
        for options in [aes.as_slice(), &legacy, &triple_des] {
            let bytes = folder.p12(options);
            let opened = open(&bytes, PASSWORD).unwrap();
            folder.holds_what_went_in(&opened);
        }
    }
}

#[test]
fn what_is_wrong_is_told_apart() {
    let folder = Folder::new("wrong");
    folder.certificates(&["rsa:2048"]);
    let bytes = folder.p12(&[]);
    assert_eq!(open(&bytes, "khác"), Err(Failure::WrongPassword));
    assert_eq!(open(&bytes, ""), Err(Failure::WrongPassword));
    let (half, _) = bytes.split_at(bytes.len() / 2);
    assert_eq!(open(half, PASSWORD), Err(Failure::NotPkcs12));
    assert_eq!(open(b"%PDF-1.7", PASSWORD), Err(Failure::NotPkcs12));
    assert_eq!(open(&[], PASSWORD), Err(Failure::NotPkcs12));
    let certificates_only = folder.p12(&["-nokeys"]);
    assert_eq!(open(&certificates_only, PASSWORD), Err(Failure::NoKey));
    let without_mac = folder.p12(&["-nomac"]);
    assert_eq!(open(&without_mac, "khác"), Err(Failure::WrongPassword));
}

#[test]
fn the_key_is_never_shown() {
    let folder = Folder::new("shown");
    folder.certificates(&["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    let opened = open(&folder.p12(&[]), PASSWORD).unwrap();
    assert_eq!(format!("{opened:?}"), "KeyFile { certificates: 2, .. }");
}
