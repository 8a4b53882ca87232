//! What was done to a package is found, each with its own code.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_domain::payload::{SignedAct, canonical};
use congvu_server::evidence::{Contents, pack};
use congvu_signing::cms;
use congvu_signing::pilot_ca::PersonSubject;
use congvu_signing::software_key::SoftwareKey;
use sha2::{Digest as _, Sha256};

use super::{assert_refused, assert_valid, contents, package, verify};
use crate::support::{Kind, TestApp, on_both};

type Files = BTreeMap<String, Vec<u8>>;

fn unpack(zip: &[u8]) -> Files {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn altered(act: &mut String, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = STANDARD.decode(&*act).unwrap();
    change(&mut bytes);
    *act = STANDARD.encode(bytes);
}

#[actix_web::test]
async fn what_is_changed_in_the_whole_package_is_found() {
    type Change = fn(&mut Contents);
    let cases: [(&str, Change); 11] = [
        ("content_changed", |all| {
            altered(&mut all.package.acts[0].payload_base64, |bytes| {
                let text = String::from_utf8(bytes.clone()).unwrap();
                *bytes = text.replacen("\"step\":0", "\"step\":7", 1).into_bytes();
            });
        }),
        ("act_not_canonical", |all| {
            altered(&mut all.package.acts[0].payload_base64, |bytes| {
                bytes.push(b' ')
            });
        }),
        ("act_not_base64", |all| {
            all.package.acts[0].cms_base64.push('!')
        }),
        ("act_previous", |all| all.package.acts.swap(0, 1)),
        ("not_approved", |all| all.package.acts.truncate(1)),
        ("no_acts", |all| all.package.acts.clear()),
        ("document_digest", |all| {
            all.package.version.document["personal"]["full_name"] = "Nguyễn Văn Khác".into();
        }),
        ("version_digest", |all| {
            all.package.version.digest = "0".repeat(64)
        }),
        ("evidence_format", |all| {
            all.package.format = "congvu/evidence/v9".to_owned()
        }),
        ("archive_other_signatures", |all| {
            altered(&mut all.package.acts[1].cms_base64, |bytes| bytes[200] ^= 1);
        }),
        ("time_stamp_malformed", |all| {
            all.archive[0].token.truncate(100)
        }),
    ];
    let app = TestApp::start("hcmc", Kind::Sqlite).await;
    let person = app.sign_in("canbo.cu").await;
    congvu_server::jobs::look(&app.services).unwrap();
    let whole = contents(&package(&app, &person).await);
    assert_valid(&verify(&app, &whole.to_zip().unwrap()).await);
    for (code, change) in cases {
        let mut changed = whole.clone();
        change(&mut changed);
        assert_refused(&verify(&app, &changed.to_zip().unwrap()).await, code);
    }
}

#[actix_web::test]
async fn what_is_changed_in_one_file_is_found() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let files = unpack(&package(&app, &person).await);
        assert!(String::from_utf8_lossy(&files["DOC-TOI.txt"]).contains("congvu verify"));
        let try_files = |change: &dyn Fn(&mut Files)| {
            let mut changed = files.clone();
            change(&mut changed);
            pack(&changed).unwrap()
        };
        for name in ["acts/01-payload.json", "acts/02-signature.p7s"] {
            for at in (0..files[name].len()).step_by(97) {
                let zip = try_files(&|files| files.get_mut(name).unwrap()[at] ^= 1);
                assert_refused(&verify(&app, &zip).await, "file_differs");
            }
            let zip = try_files(&|files| drop(files.remove(name)));
            assert_refused(&verify(&app, &zip).await, "file_missing");
        }
        for name in [
            "loi-nhan.txt",
            "../../etc/passwd",
            "acts/99-payload.json",
            "anchors/x.cer",
        ] {
            let zip = try_files(&|files| drop(files.insert(name.to_owned(), b"x".to_vec())));
            assert_refused(&verify(&app, &zip).await, "foreign_file");
        }
        let zip = try_files(&|files| drop(files.remove("evidence.json")));
        assert_refused(&verify(&app, &zip).await, "unknown_file");
        let zip = try_files(&|files| files.get_mut("evidence.json").unwrap().truncate(500));
        assert_refused(&verify(&app, &zip).await, "evidence_unreadable");
        let zip = try_files(&|files| drop(files.insert("anchors/x".to_owned(), vec![0; 60 << 20])));
        assert_refused(&verify(&app, &zip).await, "package_too_large");
        let whole = pack(&files).unwrap();
        for length in [10, whole.len() / 2, whole.len() - 1] {
            assert_refused(&verify(&app, &whole[..length]).await, "package_unreadable");
        }
    })
    .await;
}

/// Somebody with a genuine certificate signs what another account is said to have signed.
#[actix_web::test]
async fn a_signature_in_somebody_elses_name_is_found() {
    let app = TestApp::start("hcmc", Kind::Sqlite).await;
    let person = app.sign_in("canbo.cu").await;
    let mut all = contents(&package(&app, &person).await);
    let first = STANDARD
        .decode(&all.package.acts[0].payload_base64)
        .unwrap();
    let act: SignedAct = serde_json::from_slice(&first).unwrap();
    let payload = canonical(&act).unwrap();
    let key = SoftwareKey::generate_p256().unwrap();
    let subject = PersonSubject {
        common_name: act.signer.name,
        unit: None,
        uid: "ACCOUNT:somebody-else".to_owned(),
    };
    let ca = app.services.authority.ca();
    let now = app.services.now();
    let csr = key.csr("x").unwrap();
    let leaf = ca.issue_person(&csr, &subject, [7; 16], now, 100).unwrap();
    let digest = Sha256::digest(&payload).into();
    let prepared = cms::prepare(&digest, &leaf, Some(now)).unwrap();
    let raw = key.sign(&prepared.attributes).unwrap();
    let signed = cms::assemble(
        &prepared.attributes,
        key.algorithm(),
        &raw,
        &ca.chain(&leaf),
    )
    .unwrap();
    all.package.acts[0].cms_base64 = STANDARD.encode(signed);
    let report = verify(&app, &all.to_zip().unwrap()).await;
    assert_eq!(report["signatures"][0]["valid"], true, "{report:#}");
    assert_refused(&report, "act_signer_differs");
}
