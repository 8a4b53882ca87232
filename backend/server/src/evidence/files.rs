//! Names of the files of a package, and which of them follow from the others.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_domain::payload::sha256_hex;

use super::Contents;
use super::pack::Files;

pub const EVIDENCE: &str = "evidence.json";
pub const CERTIFICATES: (&str, &str) = ("certificates/", ".cer");
pub const ANCHORS: (&str, &str) = ("anchors/", ".cer");
pub const CRLS: (&str, &str) = ("revocation/", ".crl");
pub const OCSPS: (&str, &str) = ("revocation/", ".ocsp");

/// Files of the archive time stamp at `position`, from 1: its manifest and its token.
pub fn archive_names(position: usize) -> [String; 2] {
    [
        format!("archive/{position:02}-manifest.json"),
        format!("archive/{position:02}-token.tst"),
    ]
}

/// Every file of a package but the guide.
pub fn files(contents: &Contents) -> anyhow::Result<Files> {
    let mut files = Files::new();
    files.insert(
        EVIDENCE.to_owned(),
        serde_json::to_vec_pretty(&contents.package)?,
    );
    for (at, act) in contents.package.acts.iter().enumerate() {
        let number = at + 1;
        let mut put = |name: &str, base64: &str| {
            // What is not Base64 is found where the structure is checked.
            if let Ok(content) = STANDARD.decode(base64) {
                files.insert(format!("acts/{number:02}-{name}"), content);
            }
        };
        put("payload.json", &act.payload_base64);
        put("signature.p7s", &act.cms_base64);
        if let Some(delegation) = &act.delegation {
            put("delegation.json", &delegation.payload_base64);
            put("delegation.p7s", &delegation.cms_base64);
        }
    }
    for ((folder, ending), items) in [
        (CERTIFICATES, &contents.certificates),
        (ANCHORS, &contents.anchors),
        (CRLS, &contents.crls),
        (OCSPS, &contents.ocsps),
    ] {
        for der in items {
            let digest = sha256_hex(der);
            files.insert(format!("{folder}{digest}{ending}"), der.clone());
        }
    }
    for (at, stamp) in contents.archive.iter().enumerate() {
        let [manifest, token] = archive_names(at + 1);
        files.insert(manifest, stamp.manifest.clone());
        files.insert(token, stamp.token.clone());
    }
    Ok(files)
}
