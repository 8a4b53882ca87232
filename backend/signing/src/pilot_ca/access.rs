//! Where certificates say that their issuer and its OCSP responder are found (authority information access).

use der::Encode;
use der::asn1::{Ia5String, ObjectIdentifier};
use rcgen::CustomExtension;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{AccessDescription, AuthorityInfoAccessSyntax};

use super::{PilotCaConfig, PilotCaError};

/// id-pe-authorityInfoAccess.
const AUTHORITY_INFO_ACCESS: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 1, 1];

/// `{crl_base_url}/ocsp` and `{crl_base_url}/{issuer}.cer`.
pub(super) fn extension(
    config: &PilotCaConfig,
    issuer: &str,
) -> Result<CustomExtension, PilotCaError> {
    let at = |method: ObjectIdentifier, name: &str| {
        let url = Ia5String::new(&format!("{}/{name}", config.crl_base_url))?;
        Ok::<_, der::Error>(AccessDescription {
            access_method: method,
            access_location: GeneralName::UniformResourceIdentifier(url),
        })
    };
    let places = || {
        let ocsp = at(const_oid::db::rfc5280::ID_AD_OCSP, "ocsp")?;
        let own = at(
            const_oid::db::rfc5280::ID_AD_CA_ISSUERS,
            &format!("{issuer}.cer"),
        )?;
        AuthorityInfoAccessSyntax(vec![ocsp, own]).to_der()
    };
    let content = places().map_err(PilotCaError::Address)?;
    Ok(CustomExtension::from_oid_content(
        &AUTHORITY_INFO_ACCESS,
        content,
    ))
}
