//! A sound signature to spoil, and the tools to spoil it with.

use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerInfo};
use congvu_signing::cms as signing;
use congvu_signing::pilot_ca::PilotCa;
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::trust::TrustStore;
use congvu_signing::verify::verify_detached;
use der::asn1::{Any, SetOfVec};
use der::{Decode, Encode};
use rcgen::{CertificateParams, Issuer, KeyPair, KeyUsagePurpose, SubjectPublicKeyInfo};
use x509_cert::attr::Attribute;

use super::support::{CONTENT, Person, ca, config, digest, folder, later, now, stamped, trust};

/// Before a row spoils it: signed and stamped `now()`, judged a day later by lists of `now()`.
pub struct Case {
    pub person: Person,
    pub cms: Vec<u8>,
    pub content: Vec<u8>,
    pub trust: TrustStore,
    pub at: DateTime<Utc>,
}

impl Case {
    pub fn sound() -> Self {
        let person = Person::p256();
        Self {
            cms: stamped(&person.sign(CONTENT), now()),
            person,
            content: CONTENT.to_vec(),
            trust: trust(),
            at: later(1),
        }
    }

    /// The code of the refusal, or "holds".
    pub fn outcome(&self) -> &'static str {
        verify_detached(&self.cms, &digest(&self.content), &self.trust, self.at)
            .map_or_else(|error| error.code(), |_| "holds")
    }

    /// Signed by somebody else, without a time stamp.
    pub fn sign_by(&mut self, person: Person) {
        self.cms = person.sign(CONTENT);
        self.person = person;
    }

    pub fn without_time_stamp(&mut self) {
        edit_signer(&mut self.cms, |signer| signer.unsigned_attrs = None);
    }

    /// These instead of the time stamps there.
    pub fn with_tokens(&mut self, tokens: &[Vec<u8>]) {
        let values = tokens.iter().map(|token| Any::from_der(token).unwrap());
        let attribute = Attribute {
            oid: "1.2.840.113549.1.9.16.2.14".parse().unwrap(),
            values: SetOfVec::try_from(values.collect::<Vec<_>>()).unwrap(),
        };
        edit_signer(&mut self.cms, |signer| {
            signer.unsigned_attrs = Some(vec![attribute].try_into().unwrap());
        });
    }

    pub fn imprint(&self) -> [u8; 32] {
        signing::signature_imprint(&self.cms).unwrap()
    }
}

/// Runs one row of a table.
pub fn check(name: &str, done: &str, expected: &str, change: impl FnOnce(&mut Case)) {
    let mut case = Case::sound();
    assert_eq!(case.outcome(), "holds", "before");
    change(&mut case);
    assert_eq!(case.outcome(), expected, "{name}: {done}");
}

/// Name, what is done to a sound signature, and the code it is then refused with.
pub type Row = (&'static str, &'static str, &'static str);

/// A table of rows, each of which becomes a test.
macro_rules! rows {
    ($($name:ident: $done:literal => $code:literal, $change:expr;)*) => {
        pub const ROWS: &[crate::bench::Row] = &[$((stringify!($name), $done, $code)),*];
        $(
            #[test]
            fn $name() {
                crate::bench::check(stringify!($name), $done, $code, $change);
            }
        )*
    };
}
pub(crate) use rows;

pub fn edit(cms: &mut Vec<u8>, change: impl FnOnce(&mut SignedData)) {
    let mut info = ContentInfo::from_der(cms).unwrap();
    let mut data: SignedData = info.content.decode_as().unwrap();
    change(&mut data);
    info.content = Any::from_der(&data.to_der().unwrap()).unwrap();
    *cms = info.to_der().unwrap();
}

pub fn edit_signer(cms: &mut Vec<u8>, change: impl FnOnce(&mut SignerInfo)) {
    edit(cms, |data| {
        let mut signer = data.signer_infos.0.get(0).unwrap().clone();
        change(&mut signer);
        data.signer_infos.0 = vec![signer].try_into().unwrap();
    });
}

/// Puts other values into a signed attribute.
pub fn set_attribute(cms: &mut Vec<u8>, oid: &str, values: Vec<Any>) {
    edit_signer(cms, |signer| {
        let mut attributes = signer.signed_attrs.take().unwrap().into_vec();
        let attribute = attributes
            .iter_mut()
            .find(|attribute| attribute.oid.to_string() == oid)
            .unwrap();
        attribute.values = SetOfVec::try_from(values).unwrap();
        signer.signed_attrs = Some(attributes.try_into().unwrap());
    });
}

pub fn any(value: &impl Encode) -> Any {
    Any::from_der(&value.to_der().unwrap()).unwrap()
}

/// A namesake of the pilot authority with other keys.
pub fn stranger() -> &'static PilotCa {
    static CA: OnceLock<PilotCa> = OnceLock::new();
    CA.get_or_init(|| PilotCa::create(config(), now()).unwrap())
}

/// A key of the pilot authority (`root` or `issuing`), out of its saved files, for what the library never does.
pub fn authority(name: &str) -> Issuer<'static, KeyPair> {
    static SAVED: OnceLock<std::path::PathBuf> = OnceLock::new();
    let dir = SAVED.get_or_init(|| {
        let dir = folder("bench-authority");
        ca().save(&dir).unwrap();
        dir
    });
    let key = std::fs::read_to_string(dir.join(format!("{name}.key.pem"))).unwrap();
    let der = match name {
        "root" => ca().root_der(),
        _ => ca().issuing_der(),
    };
    Issuer::from_ca_cert_der(&der.into(), KeyPair::from_pem(&key).unwrap()).unwrap()
}

pub fn offset(at: DateTime<Utc>) -> time::OffsetDateTime {
    time::OffsetDateTime::from_unix_timestamp(at.timestamp()).unwrap()
}

/// A certificate of the pilot authority with other contents.
pub fn issue(key: SoftwareKey, change: impl FnOnce(&mut CertificateParams)) -> Person {
    let mut profile = CertificateParams::new(vec![]).unwrap();
    profile.not_before = offset(now() - TimeDelta::days(10));
    profile.not_after = offset(later(365));
    profile.key_usages = vec![
        KeyUsagePurpose::DigitalSignature,
        KeyUsagePurpose::ContentCommitment,
    ];
    change(&mut profile);
    let public = SubjectPublicKeyInfo::from_der(&key.public_key()).unwrap();
    let der = profile
        .signed_by(&public, &authority("issuing"))
        .unwrap()
        .der()
        .to_vec();
    Person { key, der }
}

pub fn p256() -> SoftwareKey {
    SoftwareKey::generate_p256().unwrap()
}

/// The same OCSP answer, signed by somebody else who puts in their own certificate and name.
pub fn resign_ocsp(response: &mut Vec<u8>, by: &Person) {
    use x509_ocsp::{AsResponseBytes, BasicOcspResponse, OcspResponse, ResponderId};
    let outer = OcspResponse::from_der(response).unwrap();
    let bytes = outer.response_bytes.unwrap().response;
    let mut basic = BasicOcspResponse::from_der(bytes.as_bytes()).unwrap();
    let certificate = x509_cert::Certificate::from_der(&by.der).unwrap();
    basic.tbs_response_data.responder_id =
        ResponderId::ByName(certificate.tbs_certificate.subject.clone());
    let signature = by
        .key
        .sign(&basic.tbs_response_data.to_der().unwrap())
        .unwrap();
    basic.signature = der::asn1::BitString::from_bytes(&signature).unwrap();
    basic.certs = Some(vec![certificate]);
    *response = OcspResponse {
        response_status: outer.response_status,
        response_bytes: Some(basic.to_response_bytes().unwrap()),
    }
    .to_der()
    .unwrap();
}
