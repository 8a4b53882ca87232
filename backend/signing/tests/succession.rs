//! The authority outlives its own certificates: new ones for the same name and key, and everything signed before stays verifiable.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;
    use std::process::Command;

    use chrono::{DateTime, Datelike, Months, Utc};
    use congvu_signing::certificate::CertificateInfo;
    use congvu_signing::cms;
    use congvu_signing::dss::{self, Evidence};
    use congvu_signing::ocsp::{self, Status};
    use congvu_signing::pades::{self, Baseline, RESERVE_WITH_TIMESTAMP};
    use congvu_signing::pem;
    use congvu_signing::pilot_ca::{PilotCa, generations, write_once};
    use congvu_signing::software_key::SoftwareKey;
    use congvu_signing::trust::TrustStore;
    use congvu_signing::tsp::{self, Tsa};

    use super::support::pdf::{page, spec};
    use super::support::{TSA_POLICY, config, digest, folder, now, subject};

    /// Opens the authority as of a moment, as a server does: again after each turn.
    fn at(dir: &Path, when: DateTime<Utc>, turn: &mut u8) -> PilotCa {
        loop {
            let ca = PilotCa::open(dir, config()).unwrap();
            *turn = turn.wrapping_add(1);
            if !ca
                .succeed(dir, [[*turn; 16], [*turn ^ 0xff; 16]], when)
                .unwrap()
            {
                return ca;
            }
        }
    }

    fn made(name: &str) -> std::path::PathBuf {
        let dir = folder(name);
        PilotCa::create(config(), now())
            .unwrap()
            .save(&dir)
            .unwrap();
        dir
    }

    fn infos(dir: &Path, name: &str) -> Vec<CertificateInfo> {
        let first = dir.join(format!("{name}.pem"));
        let later = generations(dir, name).unwrap();
        std::iter::once(first)
            .chain(later.into_iter().map(|(_, path)| path))
            .map(|path| {
                let der = pem::first_certificate(&std::fs::read(path).unwrap()).unwrap();
                CertificateInfo::parse(&der).unwrap()
            })
            .collect()
    }

    /// Created on 2 March 2026: the root until 2046 is due in 2035 (11 years of 365 days before), the issuing authority until 2036 in 2030,
    /// then every four years.
    #[test]
    fn each_certificate_has_one_successor_a_period() {
        let dir = made("succession-years");
        let mut turn = 0;
        for months in 0..=240 {
            let when = now() + Months::new(months);
            let ca = at(&dir, when, &mut turn);
            assert!(ca.succeeds_at().unwrap() > when);
            let end = CertificateInfo::parse(ca.issuing_der()).unwrap().not_after;
            assert!(
                end - when >= chrono::TimeDelta::days(6 * 365 - 1),
                "{when}: five years are never cut short"
            );
        }
        let years = |name| -> Vec<i32> {
            infos(&dir, name)
                .iter()
                .map(|info| info.not_before.year())
                .collect()
        };
        assert_eq!(years("root"), [2026, 2035, 2044]);
        assert_eq!(years("issuing"), [2026, 2030, 2034, 2038, 2042, 2046]);
        for name in ["root", "issuing"] {
            let all = infos(&dir, name);
            let serials: HashSet<_> = all.iter().map(|info| &info.serial_hex).collect();
            assert_eq!(serials.len(), all.len(), "no serial number twice");
            assert!(all.iter().all(|info| info.subject == all[0].subject));
        }
    }

    /// A time stamp of 2026 judged as of 2026 and one of 2045 judged as of 2045, by whoever knows the root of 2026 or that of 2044.
    #[test]
    fn what_was_signed_under_any_of_them_verifies() {
        let dir = made("succession-verifies");
        let mut turn = 0;
        let first = PilotCa::open(&dir, config()).unwrap();
        let tsa = |ca: &PilotCa, when| {
            let key = SoftwareKey::generate_p256().unwrap();
            let der = ca.issue_tsa(&key.public_key(), [8; 16], when).unwrap();
            (
                Tsa::new(Box::new(key), ca.chain(&der), TSA_POLICY).unwrap(),
                der,
            )
        };
        let imprint = digest(b"2026");
        let (early, early_der) = tsa(&first, now());
        let old = early.stamp(&imprint, [6; 16], now()).unwrap();
        for year in 2027..2045 {
            at(
                &dir,
                format!("{year}-03-02T02:00:00Z").parse().unwrap(),
                &mut turn,
            );
        }
        let then = "2045-03-02T02:00:00Z".parse().unwrap();
        let last = at(&dir, then, &mut turn);
        assert_ne!(first.issuing_der(), last.issuing_der());
        assert_ne!(first.root_der(), last.root_der());
        let (late, late_der) = tsa(&last, then);
        let new = late.stamp(&imprint, [7; 16], then).unwrap();
        let crls = last.crls(&[], 9, then).unwrap();
        let of_last = last.trust_store(crls.clone()).unwrap();
        // Whoever pinned the first root, and knows nothing but what lies in the tokens and the lists.
        let of_first = TrustStore {
            anchors: first.trust_store(Default::default()).unwrap().anchors,
            crls: crls.into(),
            ..TrustStore::default()
        };
        for trust in [&of_last, &of_first] {
            // The lists of 2045 still speak for what ended in 2031: they say so since the first certificate.
            assert!(tsp::verify(&old, &imprint, trust, now()).is_ok());
            assert!(tsp::verify(&new, &imprint, trust, then).is_ok());
            assert!(tsp::verify(&old, &imprint, trust, then).is_err(), "ended");
        }
        let revoked = [congvu_signing::pilot_ca::RevokedCertificate {
            serial_hex: CertificateInfo::parse(&early_der).unwrap().serial_hex,
            at: now(),
            reason: congvu_signing::pilot_ca::RevocationReason::KeyCompromise,
        }];
        let struck = last
            .trust_store(last.crls(&revoked, 10, then).unwrap())
            .unwrap();
        assert!(tsp::verify(&old, &imprint, &struck, now()).is_err());

        // Answers about the certificates of all generations.
        for (subject, issuer) in [
            (first.issuing_der(), first.root_der()),
            (last.issuing_der(), first.root_der()),
            (last.issuing_der(), last.root_der()),
            (late_der.as_slice(), first.issuing_der()),
        ] {
            let request = ocsp::request(subject, issuer, None).unwrap();
            let response = last.ocsp_response(&request, &[], |_| true, then);
            let answer = ocsp::read(&response, subject, issuer).unwrap();
            assert_eq!(answer.status, Status::Good);
        }
    }

    /// The life of an export: signed in 2026, a document time stamp each four years by the key of its time, judged in 2045.
    #[test]
    fn a_file_renewed_under_each_of_them_verifies() {
        let dir = made("succession-pdf");
        let mut turn = 0;
        let first = PilotCa::open(&dir, config()).unwrap();
        let person = SoftwareKey::generate_p256().unwrap();
        let csr = person.csr("x").unwrap();
        let leaf = first
            .issue_person(&csr, &subject("Lê Thị Mới"), [4; 16], now(), 365)
            .unwrap();
        let tsa = |ca: &PilotCa, when| {
            let key = SoftwareKey::generate_p256().unwrap();
            let der = ca.issue_tsa(&key.public_key(), [8; 16], when).unwrap();
            Tsa::new(Box::new(key), ca.chain(&der), TSA_POLICY).unwrap()
        };
        let stamp =
            |tsa: &Tsa, imprint: &[u8; 32], when| tsa.stamp(imprint, [6; 16], when).unwrap();
        let early = tsa(&first, now());
        let prepared = pades::prepare(
            &page("x", [595, 842]),
            &spec("NguoiKy", 200.0),
            RESERVE_WITH_TIMESTAMP,
        )
        .unwrap();
        let tbs = cms::prepare(&prepared.digest().unwrap(), &leaf, None).unwrap();
        let raw = person.sign(&tbs.attributes).unwrap();
        let chain = first.chain(&leaf);
        let signed = cms::assemble(&tbs.attributes, person.algorithm(), &raw, &chain).unwrap();
        let imprint = cms::signature_imprint(&signed).unwrap();
        let signed = cms::add_time_stamp(&signed, &stamp(&early, &imprint, now())).unwrap();
        let mut pdf = prepared.embed(&signed).unwrap();
        let mut used: Vec<(DateTime<Utc>, Tsa, PilotCa)> = vec![(now(), early, first)];
        for year in [2030, 2034, 2038, 2042] {
            let when = format!("{year}-06-02T02:00:00Z").parse().unwrap();
            let ca = at(&dir, when, &mut turn);
            used.push((when, tsa(&ca, when), ca));
        }
        for (number, (when, tsa, ca)) in used.iter().enumerate() {
            // What the time stamp before was judged by goes under the new one.
            let evidence = Evidence {
                certificates: vec![ca.issuing_der().to_vec(), ca.root_der().to_vec()],
                crls: ca.crls(&[], 1, *when).unwrap().to_vec(),
                ocsps: Vec::new(),
            };
            let contents = pades::contents(&pdf).unwrap();
            let held = dss::add(&pdf, &evidence, &contents).unwrap();
            let field = format!("DauThoiGian{}", number + 1);
            let prepared =
                pades::prepare_time_stamp(&held, &field, RESERVE_WITH_TIMESTAMP).unwrap();
            let token = stamp(tsa, &prepared.digest().unwrap(), *when);
            pdf = prepared.embed(&token).unwrap();
        }
        let then = "2045-03-02T02:00:00Z".parse().unwrap();
        let last = at(&dir, then, &mut turn);
        let trust = last.trust_store(last.crls(&[], 9, then).unwrap()).unwrap();
        let report = pades::verify(&pdf, &trust, then).unwrap();
        assert!(report.is_valid(), "{:?}", report.first_failure());
        assert_eq!(report.level(), Some(Baseline::Lta));
        let times: Vec<_> = report
            .time_stamps
            .iter()
            .map(|stamp| stamp.outcome.as_ref().unwrap().at)
            .collect();
        let expected: Vec<_> = used.iter().map(|(when, ..)| *when).collect();
        assert_eq!(times, expected);
    }

    #[test]
    fn openssl_builds_the_paths_too() {
        let dir = made("succession-openssl");
        let mut turn = 0;
        let then: DateTime<Utc> = "2036-03-02T02:00:00Z".parse().unwrap();
        at(&dir, "2030-06-01T00:00:00Z".parse().unwrap(), &mut turn);
        let ca = at(&dir, then, &mut turn);
        let key = SoftwareKey::generate_p256().unwrap();
        let leaf = ca
            .issue_person(&key.csr("x").unwrap(), &subject("x"), [4; 16], then, 30)
            .unwrap();
        std::fs::write(dir.join("leaf.pem"), pem::certificate(&leaf).unwrap()).unwrap();
        let newest = generations(&dir, "issuing").unwrap().pop().unwrap().1;
        for root in ["root.pem", "root-2.pem"] {
            let judged = Command::new("openssl")
                .args(["verify", "-attime", &then.timestamp().to_string()])
                .args(["-CAfile", root, "-untrusted"])
                .arg(newest.file_name().unwrap())
                .arg("leaf.pem")
                .current_dir(&dir)
                .output()
                .unwrap();
            assert!(judged.status.success(), "{root}: {judged:?}");
        }
    }

    /// Two servers over one folder.
    #[test]
    fn whoever_is_second_takes_what_the_first_wrote() {
        let dir = made("succession-race");
        let when = "2030-06-01T00:00:00Z".parse().unwrap();
        let (one, other) = (
            PilotCa::open(&dir, config()).unwrap(),
            PilotCa::open(&dir, config()).unwrap(),
        );
        assert!(one.succeed(&dir, [[1; 16], [2; 16]], when).unwrap());
        let written = std::fs::read(dir.join("issuing-2.pem")).unwrap();
        assert!(other.succeed(&dir, [[3; 16], [4; 16]], when).unwrap());
        assert_eq!(std::fs::read(dir.join("issuing-2.pem")).unwrap(), written);
        assert!(!dir.join("issuing-3.pem").exists());
        let names: Vec<_> = std::fs::read_dir(&dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names.len(), 5, "no drafts are left: {names:?}");
    }

    #[test]
    fn a_file_is_written_once() {
        let path = folder("written-once").join("a.pem");
        assert!(write_once(&path, "một", [1; 16], true).unwrap());
        assert!(!write_once(&path, "hai", [2; 16], true).unwrap());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "một");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert!(write_once(&path.join("x"), "", [3; 16], false).is_err());
    }
}
