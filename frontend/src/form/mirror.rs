//! A copy of an unsaved draft in the browser's session storage, so that a reload, a crash of the
//! page or an ended session loses nothing.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::merge::{Merge, three_way};

/// What is kept until the server has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mirror {
    /// The document as the server had it when it was opened or last saved.
    pub base: Value,
    /// The document as typed.
    pub document: Value,
}

/// Where the copy of a person's draft is kept.
#[must_use]
pub fn key(person_id: &str) -> String {
    format!("congvu.draft.{person_id}")
}

impl Mirror {
    /// As text for the storage.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From the storage; `None` where it cannot be read.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Brings what was typed together with what the server holds now; `None` where that adds nothing.
    #[must_use]
    pub fn recover(&self, server: &Value) -> Option<Merge> {
        let merge = three_way(&self.base, &self.document, server);
        (merge.document != *server).then_some(merge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::pointer::set;
    use congvu_openapi::profile::Profile;

    fn document(pointer: &str, value: &str) -> Value {
        let mut document = serde_json::to_value(Profile::default()).unwrap();
        set(&mut document, pointer, value);
        document
    }

    #[test]
    fn what_was_typed_comes_back() {
        let base = document("/papers/phone", "0901");
        let typed = document("/papers/phone", "0902");
        let kept = Mirror {
            base: base.clone(),
            document: typed.clone(),
        }
        .write();
        let mirror = Mirror::read(&kept).unwrap();
        assert_eq!(mirror.recover(&base).unwrap().document, typed);
        assert_eq!(mirror.recover(&typed), None, "the server has it already");
        assert_eq!(Mirror::read("{"), None);
    }

    #[test]
    fn what_the_server_received_meanwhile_is_kept_too() {
        let base = document("/papers/phone", "0901");
        let mirror = Mirror {
            base: base.clone(),
            document: document("/papers/phone", "0902"),
        };
        let mut server = base;
        set(&mut server, "/posts/current_post", "Chuyên viên");
        let merge = mirror.recover(&server).unwrap();
        assert!(merge.conflicts.is_empty());
        assert_eq!(
            merge.document.pointer("/posts/current_post").unwrap(),
            "Chuyên viên"
        );
        assert_eq!(merge.document.pointer("/papers/phone").unwrap(), "0902");
    }
}
