//! Signing PDF files and reading the signatures back.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use congvu_signing::pades::{self, PdfError, PreparedPdf, RESERVE, dss, dss::Evidence};
    use congvu_signing::trust::TrustStore;
    use lopdf::Document;

    use super::support::pdf::{page, sign, signed_twice, spec};
    use super::support::{Person, ca, later, now, trust, trust_with};

    /// Only the anchor: CRLs must come from the file itself.
    fn anchor_only() -> TrustStore {
        TrustStore {
            crls: vec![],
            intermediates: vec![],
            ..trust()
        }
    }

    #[test]
    fn two_signatures_hold_offline() {
        let (first, second) = (Person::rsa(), Person::p256());
        let pdf = signed_twice(&first, &second);
        let report = pades::verify(&pdf, &anchor_only(), now()).unwrap();
        assert!(report.is_valid(), "{:?}", report.first_failure());
        let fields: Vec<_> = report
            .signatures
            .iter()
            .map(|signature| signature.field.as_str())
            .collect();
        assert_eq!(fields, ["KyLanhDao", "KyCoQuan"]);
        for (signature, person) in report.signatures.iter().zip([&first, &second]) {
            let verified = signature.outcome.as_ref().unwrap();
            assert_eq!(verified.leaf_der, person.der);
            assert_eq!(verified.signing_time, None, "a PDF holds the time in /M");
            assert_eq!(signature.reason.as_deref(), Some("Phê duyệt"));
            assert_eq!(
                signature.claimed_time.unwrap().to_rfc3339(),
                "2026-03-02T09:00:00+07:00"
            );
        }
        assert_eq!(report.signatures[1].covers_to, pdf.len());
        assert!(report.signatures[0].covers_to < pdf.len());
        let revision = &pdf[..report.signatures[0].covers_to];
        assert_eq!(
            pades::verify(revision, &anchor_only(), now())
                .unwrap()
                .signatures
                .len(),
            1
        );
    }

    #[test]
    fn an_invisible_signature_holds() {
        let person = Person::p256();
        let mut invisible = spec("Ky", 0.0);
        invisible.place = None;
        let prepared = pades::prepare(&page("x", [595, 842]), &invisible, RESERVE).unwrap();
        let stored = PreparedPdf {
            bytes: prepared.bytes.clone(),
            hole: prepared.hole.clone(),
        };
        let cms = person.sign_digest(&stored.digest().unwrap(), None);
        let pdf = stored.embed(&cms).unwrap();
        assert!(pades::verify(&pdf, &trust(), now()).unwrap().is_valid());
    }

    #[test]
    fn certificates_are_judged_too() {
        let person = Person::p256();
        let pdf = sign(&page("x", [595, 842]), "Ky", 100.0, &person);
        let codes = |store: &TrustStore, at| {
            pades::verify(&pdf, store, at)
                .unwrap()
                .first_failure()
                .map(|(_, error)| error.code())
        };
        assert_eq!(codes(&trust(), now()), None);
        assert_eq!(codes(&anchor_only(), now()), Some("revocation_unknown"));
        assert_eq!(
            codes(&trust_with(&[person.revoked(now())], now()), now()),
            Some("revoked")
        );
        assert_eq!(codes(&trust(), later(400)), Some("expired"));
    }

    #[test]
    fn preparing_refuses_what_cannot_work() {
        let pdf = page("x", [595, 842]);
        let person = Person::p256();
        let signed = sign(&pdf, "Ky", 10.0, &person);
        assert!(matches!(
            pades::prepare(&signed, &spec("Ky", 10.0), RESERVE),
            Err(PdfError::FieldExists(_))
        ));
        let mut elsewhere = spec("Ky", 10.0);
        elsewhere.place.as_mut().unwrap().page = 2;
        assert!(matches!(
            pades::prepare(&pdf, &elsewhere, RESERVE),
            Err(PdfError::NoSuchPage(2))
        ));
        let small = pades::prepare(&pdf, &spec("Ky", 10.0), 100).unwrap();
        let cms = person.sign_digest(&small.digest().unwrap(), None);
        assert!(matches!(
            small.embed(&cms),
            Err(PdfError::ReserveTooSmall { reserved: 100, .. })
        ));
        let prepared = pades::prepare(&pdf, &spec("Ky", 10.0), RESERVE).unwrap();
        let cms = person.sign_digest(&prepared.digest().unwrap(), None);
        let once = prepared.clone().embed(&cms).unwrap();
        assert!(matches!(
            PreparedPdf {
                bytes: once,
                hole: prepared.hole
            }
            .embed(&cms),
            Err(PdfError::HoleTaken)
        ));
    }

    #[test]
    fn earlier_bytes_are_never_touched() {
        let pdf = page("x", [595, 842]);
        let certificate = |der: &[u8]| Evidence {
            certificates: vec![der.to_vec()],
            ..Evidence::default()
        };
        let with_store = dss::add(&pdf, &certificate(ca().root_der()), &[]).unwrap();
        let twice = dss::add(&with_store, &certificate(ca().issuing_der()), &[]).unwrap();
        let signed = sign(&twice, "Ky", 10.0, &Person::p256());
        assert!(
            with_store.starts_with(&pdf)
                && twice.starts_with(&with_store)
                && signed.starts_with(&twice)
        );
        let document = Document::load_mem(&signed).unwrap();
        let store = document
            .catalog()
            .unwrap()
            .get_deref(b"DSS", &document)
            .unwrap()
            .as_dict()
            .unwrap();
        assert_eq!(
            store
                .get_deref(b"Certs", &document)
                .unwrap()
                .as_array()
                .unwrap()
                .len(),
            2
        );
    }
}
