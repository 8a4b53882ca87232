//! Looking for objects in a token.

use cryptoki::object::{Attribute, AttributeType, CertificateType, ObjectClass, ObjectHandle};
use cryptoki::session::Session;

use super::TokenCertificate;
use super::error::translate;
use crate::signer::SignerError;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    /// What anybody sees; asked for explicitly because another session may be logged in.
    Public,
    All,
}

pub(super) fn certificates(
    session: &Session,
    visibility: Visibility,
) -> Result<Vec<TokenCertificate>, SignerError> {
    let mut template = vec![
        Attribute::Class(ObjectClass::CERTIFICATE),
        Attribute::CertificateType(CertificateType::X_509),
    ];
    if visibility == Visibility::Public {
        template.push(Attribute::Private(false));
    }
    let mut certificates = session
        .find_objects(&template)
        .map_err(translate)?
        .into_iter()
        .map(|object| certificate(session, object))
        .collect::<Result<Vec<_>, _>>()?;
    certificates.sort_by(|one, other| (&one.label, &one.id).cmp(&(&other.label, &other.id)));
    Ok(certificates)
}

fn certificate(session: &Session, object: ObjectHandle) -> Result<TokenCertificate, SignerError> {
    let mut found = TokenCertificate {
        label: String::new(),
        id: Vec::new(),
        der: Vec::new(),
    };
    let wanted = [
        AttributeType::Label,
        AttributeType::Id,
        AttributeType::Value,
    ];
    for attribute in session.get_attributes(object, &wanted).map_err(translate)? {
        match attribute {
            Attribute::Label(bytes) => found.label = String::from_utf8_lossy(&bytes).into_owned(),
            Attribute::Id(id) => found.id = id,
            Attribute::Value(der) => found.der = der,
            _ => {}
        }
    }
    Ok(found)
}

/// The only object that fits, or none; two are an error because a signature by the wrong one could not be taken back.
pub(super) fn only(
    session: &Session,
    template: &[Attribute],
) -> Result<Option<ObjectHandle>, SignerError> {
    let found = session.find_objects(template).map_err(translate)?;
    match found.as_slice() {
        [] => Ok(None),
        [object] => Ok(Some(*object)),
        _ => Err(SignerError::Refused("several keys have this name".into())),
    }
}

/// One attribute of an object, if the object has it and shows it.
pub(super) fn attribute(
    session: &Session,
    object: ObjectHandle,
    wanted: AttributeType,
) -> Option<Attribute> {
    session.get_attributes(object, &[wanted]).ok()?.pop()
}
