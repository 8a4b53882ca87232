//! What a later revision may do to a document that was signed, and what not.
//!
//! Every case is also written to `pdf-samples-*` in the target folder, for other judges (`e2e/judge/compare_samples.py`).

#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;

#[cfg(test)]
mod by_hand;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod harmless;

#[cfg(test)]
mod tests {
    use congvu_signing::pades::{self, Changes, PdfError};

    use super::cases::{Base, CASES};
    use super::support::pdf::{code, samples, seal, sign};
    use super::support::{Person, now, trust, tsa};
    use super::{by_hand, harmless};

    fn first_changes(pdf: &[u8], name: &str) -> Changes {
        let report = pades::verify(pdf, &trust(), now());
        let report = report.unwrap_or_else(|error| panic!("{name}: {error}"));
        for signature in &report.signatures {
            assert!(signature.outcome.is_ok(), "{name}: {:?}", signature.outcome);
        }
        report.signatures[0].changes_after.clone()
    }

    /// Whoever comes next, the change is found: a second signer, a time-stamp authority, or nobody.
    #[test]
    fn changes_are_found_whatever_covers_them() {
        let (first, second) = (Person::p256(), Person::p256());
        let folder = samples("pdf-samples-bad");
        for case in CASES {
            let base = Base::build(case.base, &first);
            let changed = (case.change)(&base);
            assert!(changed.starts_with(&base), "{}", case.name);
            let covered = sign(&changed, "KyCoQuan", 100.0, &second);
            let sealed = seal(&changed, "DauThoiGian", tsa(), now());
            for pdf in [&covered, &sealed] {
                let Changes::NotPermitted { what } = first_changes(pdf, case.name) else {
                    panic!("{} passes", case.name);
                };
                assert_eq!(what.code(), case.code, "{}", case.name);
                assert_eq!(code(pdf), case.code, "{}", case.name);
            }
            assert_eq!(code(&changed), "appended_after_signing", "{}", case.name);
            std::fs::write(folder.join(format!("bad-{}.pdf", case.name)), &covered).unwrap();
        }
    }

    #[test]
    fn revisions_written_by_hand_are_judged() {
        let person = Person::p256();
        let folder = samples("pdf-samples-by-hand");
        for (name, pdf, expected) in by_hand::cases(&person) {
            let found = match pades::verify(&pdf, &trust(), now()) {
                Err(PdfError::AppendedAfterSigning { what, .. }) => what.code(),
                Err(error) => error.code(),
                Ok(_) => "nothing",
            };
            assert_eq!(found, expected, "{name}");
            std::fs::write(folder.join(format!("bad-{name}.pdf")), &pdf).unwrap();
        }
    }

    #[test]
    fn what_signing_needs_is_permitted() {
        let (first, second) = (Person::p256(), Person::p256());
        let folder = samples("pdf-samples-good");
        for (name, base, change) in harmless::CASES {
            let base = Base::build(*base, &first);
            let changed = sign(&change(&base), "KyCoQuan", 100.0, &second);
            assert_eq!(
                first_changes(&changed, name),
                Changes::SignaturesOnly,
                "{name}"
            );
            assert_eq!(code(&changed), "valid", "{name}");
            std::fs::write(folder.join(format!("good-{name}.pdf")), &changed).unwrap();
        }
    }
}
