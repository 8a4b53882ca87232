use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Signer;
use crate::access::Action;
use crate::delegations::{Basis, Form};

/// Domain separation of a delegation.
pub const DELEGATION_CONTEXT: &str = "congvu/delegation/v1";

/// What a delegator signs: the whole delegation, so that it can be shown with every act that rests
/// on it. It has no place for a delegation of its own: nobody hands on what they hold by one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationAct {
    /// [`DELEGATION_CONTEXT`].
    pub context: String,
    /// Key of the deployment in which it is signed.
    pub deployment: String,
    /// Identifier of the delegation.
    pub delegation: String,
    pub form: Form,
    /// Whose role it is, and who signs this.
    pub delegator: Signer,
    pub delegate: Signer,
    /// Key of the role that is exercised.
    pub role: String,
    /// Its title, for whoever reads what they sign.
    pub role_title: String,
    /// Path of the unit that it reaches, with everything below.
    pub unit_path: String,
    /// Name of that unit.
    pub unit_name: String,
    /// Kinds of act.
    pub scope: Vec<Action>,
    /// First day, included.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    pub basis: Basis,
    /// When the payload was prepared, RFC 3339.
    pub prepared_at: String,
}

/// In whose place an act is signed, frozen with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnBehalf {
    /// Identifier of the delegation.
    pub delegation: String,
    pub form: Form,
    /// Whose role it is (người ủy quyền).
    pub principal: Signer,
    /// Title of the role in which the principal would have signed.
    pub principal_title: String,
    pub basis: Basis,
    /// SHA-256 of the canonical [`DelegationAct`].
    pub delegation_payload_sha256: String,
    /// SHA-256 of the delegator's CMS over it.
    pub delegation_cms_sha256: String,
}

#[cfg(test)]
mod tests {
    use super::super::canonical;
    use super::*;

    #[test]
    fn the_bytes_of_a_delegation_are_fixed() {
        let signer = |account: &str, name: &str| Signer {
            account: account.to_owned(),
            name: name.to_owned(),
            person: None,
        };
        let act = DelegationAct {
            context: DELEGATION_CONTEXT.to_owned(),
            deployment: "tien-giang".to_owned(),
            delegation: "d".to_owned(),
            form: Form::Tuq,
            delegator: signer("a", "Lê Thị Hoà"),
            delegate: signer("b", "Trần Văn Bình"),
            role: "unit_head".to_owned(),
            role_title: "Giám đốc".to_owned(),
            unit_path: "/r/".to_owned(),
            unit_name: "Sở Tư pháp".to_owned(),
            scope: vec![Action::Review],
            from: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(),
            to: NaiveDate::from_ymd_opt(2026, 3, 31).unwrap(),
            basis: Basis {
                number: "15/GUQ-STP".to_owned(),
                date: NaiveDate::from_ymd_opt(2026, 2, 27).unwrap(),
                text: "nghỉ phép".to_owned(),
            },
            prepared_at: "2026-02-27T09:00:00+07:00".to_owned(),
        };
        let bytes = canonical(&act).unwrap();
        assert_eq!(
            std::str::from_utf8(&bytes).unwrap(),
            concat!(
                r#"{"basis":{"date":"2026-02-27","number":"15/GUQ-STP","text":"nghỉ phép"},"#,
                r#""context":"congvu/delegation/v1","delegate":{"account":"b","name":"Trần Văn Bình","person":null},"#,
                r#""delegation":"d","delegator":{"account":"a","name":"Lê Thị Hoà","person":null},"#,
                r#""deployment":"tien-giang","form":"tuq","from":"2026-03-01","prepared_at":"2026-02-27T09:00:00+07:00","#,
                r#""role":"unit_head","role_title":"Giám đốc","scope":["review"],"to":"2026-03-31","#,
                r#""unit_name":"Sở Tư pháp","unit_path":"/r/"}"#,
            )
        );
        assert_eq!(
            serde_json::from_slice::<DelegationAct>(&bytes).unwrap(),
            act
        );
    }
}
