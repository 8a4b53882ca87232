use std::collections::HashSet;

use serde_json::{Value, json};

use crate::DocumentError;

/// More than any package of signed data holds; typst remembers each place for ever.
const FILES: usize = 1000;

/// What an embedded file is to the document (ISO 32000-2, `AFRelationship`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relationship {
    /// The document was made from it.
    Source,
    /// What the document shows, for machines.
    Data,
    /// The same in another form.
    Alternative,
    /// More about it, such as the signatures over the data.
    Supplement,
}

impl Relationship {
    fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Data => "data",
            Self::Alternative => "alternative",
            Self::Supplement => "supplement",
        }
    }
}

/// A file inside the PDF, which then is PDF/A-3b.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbeddedFile {
    /// Name with ending, of ASCII letters, digits, `.`, `-` and `_`; each only once in a document.
    pub name: String,
    /// Such as `application/json`.
    pub mime: String,
    /// For people who look at the list of files.
    pub description: String,
    pub relationship: Relationship,
    pub bytes: Vec<u8>,
}

/// The list as the template reads it.
///
/// # Errors
/// [`DocumentError::Attachment`] where a name or a MIME type cannot be written, or a name comes twice.
pub(crate) fn listed(files: &[EmbeddedFile]) -> Result<Value, DocumentError> {
    let mut names = HashSet::new();
    for (n, file) in files.iter().enumerate() {
        let good = n < FILES && is_name(&file.name) && is_mime(&file.mime);
        if !good || !names.insert(&file.name) {
            return Err(DocumentError::Attachment(file.name.clone()));
        }
    }
    let list = files.iter().map(|file| {
        json!({
            "name": file.name,
            "mime": file.mime,
            "description": file.description,
            "relationship": file.relationship.word(),
        })
    });
    Ok(list.collect())
}

fn is_name(name: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(sign)
}

fn is_mime(mime: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let part = |part: &str| !part.is_empty() && part.chars().all(sign);
    mime.split_once('/')
        .is_some_and(|(kind, subtype)| part(kind) && part(subtype))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, mime: &str) -> EmbeddedFile {
        EmbeddedFile {
            name: name.to_owned(),
            mime: mime.to_owned(),
            description: "Dữ liệu hồ sơ".to_owned(),
            relationship: Relationship::Data,
            bytes: b"{}".to_vec(),
        }
    }

    #[test]
    fn names_and_types_that_a_reader_could_trip_over_are_refused() {
        for (name, mime, good) in [
            ("ho-so_1.json", "application/json", true),
            ("ho-so.json.p7s", "application/pkcs7-signature", true),
            ("hồ sơ.json", "application/json", false),
            ("../a.json", "application/json", false),
            ("a/b.json", "application/json", false),
            (".json", "application/json", false),
            ("", "application/json", false),
            ("a.json", "json", false),
            ("a.json", "a/b/c", false),
            ("a.json", "/json", false),
        ] {
            assert_eq!(listed(&[file(name, mime)]).is_ok(), good, "{name} {mime}");
        }
        let one = || file("a.json", "application/json");
        assert!(listed(&[one(), one()]).is_err());
        assert_eq!(listed(&[]).unwrap(), json!([]));
    }
}
