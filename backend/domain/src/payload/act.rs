pub use congvu_openapi::submissions::{ChangeKind, ItemReason};
use serde::{Deserialize, Serialize};

use super::OnBehalf;
use crate::access::separation::{Acting, Party};

/// Domain separation: a signature over this payload can be taken for no other.
pub const CONTEXT: &str = "congvu/act/v1";

/// What a signature says was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The person submits their own document (ký kê khai).
    Submit,
    /// The organisation enters a document (nhập hồ sơ).
    Enter,
    /// A step finds that the data agree with the evidence (xác thực, phê duyệt).
    Approve,
    /// A step returns it for correction (trả lại).
    Return,
    /// The competent person signs an export (ký xác nhận bản in).
    ExportSign,
    /// The agency puts its seal signature on an export (ký số của cơ quan).
    ExportSeal,
}

/// The payload of every signature in the chain of a submission.
///
/// Its canonical bytes are stored as they were signed and never made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedAct {
    /// [`CONTEXT`].
    pub context: String,
    /// Key of the deployment in which it is signed.
    pub deployment: String,
    pub act: Act,
    /// Identifier of the submission, or of the export.
    pub submission: String,
    /// Identifier of the person whom the document is about.
    pub person: String,
    /// Their name, for whoever reads what they sign.
    pub person_name: String,
    pub change_kind: ChangeKind,
    /// SHA-256 of the canonical document, see [`super::document_digest`].
    pub document_sha256: String,
    /// Number of the version on which the document builds.
    pub base_version: Option<u32>,
    /// Digest of that version.
    pub base_digest: Option<String>,
    /// The evidence (tài liệu kiểm chứng) that was there to be read.
    pub attachments: Vec<SignedAttachment>,
    /// Position in the workflow; 0 is the submitter.
    pub step: u16,
    /// Key of the role in which it is signed; none for the person.
    pub role: Option<String>,
    /// Reasons, where it is returned.
    pub reasons: Vec<ItemReason>,
    /// The step that it is returned to, counted like [`Self::step`]; none, as before this was
    /// recorded, is the submitter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to: Option<u16>,
    /// In whose place it is signed; none in one's own right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// SHA-256 of the CMS of every earlier signature on this document, in order.
    pub previous: Vec<String>,
    pub signer: Signer,
    /// When the payload was prepared, RFC 3339.
    pub prepared_at: String,
}

impl SignedAct {
    /// Who holds the pen, and for whom.
    #[must_use]
    pub fn acting(&self) -> Acting<'_> {
        Acting {
            actor: self.signer.party(),
            principal: self.on_behalf.as_ref().map(|by| by.principal.party()),
        }
    }
}

/// A piece of evidence as it was when signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedAttachment {
    /// SHA-256 of the content.
    pub sha256: String,
    /// Item of the form that it proves; may be empty.
    pub item: String,
    /// Catalogue `attachment-categories`.
    pub category: String,
    /// Name of the file.
    pub name: String,
}

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// Identifier of the account.
    pub account: String,
    pub name: String,
    /// Identifier of the signer's own profile, where there is one.
    pub person: Option<String>,
}

impl Signer {
    /// The signer in questions of who may sign beside whom.
    #[must_use]
    pub fn party(&self) -> Party<'_> {
        Party {
            account: &self.account,
            person: self.person.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::canonical;
    use super::*;
    use crate::delegations::{Basis, Form};

    #[test]
    fn the_bytes_of_a_payload_are_fixed() {
        let act = SignedAct {
            context: CONTEXT.to_owned(),
            deployment: "bnv".to_owned(),
            act: Act::ExportSeal,
            submission: "s".to_owned(),
            person: "p".to_owned(),
            person_name: "Nguyễn Văn An".to_owned(),
            change_kind: ChangeKind::PersonalChange,
            document_sha256: "d".to_owned(),
            base_version: Some(1),
            base_digest: None,
            attachments: Vec::new(),
            step: 2,
            role: None,
            reasons: vec![ItemReason {
                item: "8".to_owned(),
                pointer: "/papers/citizen_id".to_owned(),
                reason: "không khớp với thẻ".to_owned(),
            }],
            return_to: None,
            on_behalf: None,
            previous: vec!["a".to_owned()],
            signer: Signer {
                account: "c".to_owned(),
                name: "Lê Thị Hoà".to_owned(),
                person: None,
            },
            prepared_at: "2026-11-22T09:15:30+07:00".to_owned(),
        };
        let bytes = canonical(&act).unwrap();
        assert_eq!(
            std::str::from_utf8(&bytes).unwrap(),
            concat!(
                r#"{"act":"export_seal","attachments":[],"base_digest":null,"base_version":1,"#,
                r#""change_kind":"personal_change","context":"congvu/act/v1","deployment":"bnv","#,
                r#""document_sha256":"d","person":"p","person_name":"Nguyễn Văn An","#,
                r#""prepared_at":"2026-11-22T09:15:30+07:00","previous":["a"],"reasons":[{"item":"8","#,
                r#""pointer":"/papers/citizen_id","reason":"không khớp với thẻ"}],"role":null,"#,
                r#""signer":{"account":"c","name":"Lê Thị Hoà","person":null},"step":2,"submission":"s"}"#,
            )
        );
        assert_eq!(serde_json::from_slice::<SignedAct>(&bytes).unwrap(), act);
    }

    #[test]
    fn a_return_to_a_step_and_the_delegation_are_part_of_the_bytes() {
        let signer = |account: &str| Signer {
            account: account.to_owned(),
            name: account.to_owned(),
            person: None,
        };
        let act = SignedAct {
            context: CONTEXT.to_owned(),
            deployment: "bnv".to_owned(),
            act: Act::Return,
            submission: "s".to_owned(),
            person: "p".to_owned(),
            person_name: "An".to_owned(),
            change_kind: ChangeKind::PersonalChange,
            document_sha256: "d".to_owned(),
            base_version: None,
            base_digest: None,
            attachments: Vec::new(),
            step: 3,
            role: Some("unit_head".to_owned()),
            reasons: Vec::new(),
            return_to: Some(1),
            on_behalf: Some(OnBehalf {
                delegation: "u".to_owned(),
                form: Form::Kt,
                principal: signer("a"),
                principal_title: "Giám đốc".to_owned(),
                basis: Basis {
                    number: "1".to_owned(),
                    date: chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
                    text: "t".to_owned(),
                },
                delegation_payload_sha256: "x".to_owned(),
                delegation_cms_sha256: "y".to_owned(),
            }),
            previous: Vec::new(),
            signer: signer("b"),
            prepared_at: "2026-11-22T09:15:30+07:00".to_owned(),
        };
        let bytes = canonical(&act).unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        assert!(text.contains(concat!(
            r#""on_behalf":{"basis":{"date":"2026-01-05","number":"1","text":"t"},"delegation":"u","#,
            r#""delegation_cms_sha256":"y","delegation_payload_sha256":"x","form":"kt","#,
            r#""principal":{"account":"a","name":"a","person":null},"principal_title":"Giám đốc"}"#,
        )));
        assert!(text.contains(r#""return_to":1,"#));
        assert_eq!(serde_json::from_slice::<SignedAct>(&bytes).unwrap(), act);
    }
}
