use congvu_db::{AnyConnection, exports, people, signatures};
use congvu_openapi::verification::KnownDocument;

use crate::error::ApiError;
use crate::http::Language;
use crate::profiles::agency;
use crate::services::Services;
use crate::signing;

/// What is known of the document that carries a code.
///
/// # Errors
/// 404 where there is none.
pub fn known(
    services: &Services,
    connection: &mut AnyConnection,
    code: &str,
    language: Language,
) -> Result<KnownDocument, ApiError> {
    let export = exports::with_code(connection, &normal(code))?;
    let (person, unit) = people::find(connection, &export.person_id)?;
    let signatures = signatures::of_export(connection, &export.id)?
        .iter()
        .map(|signature| signing::summary(services, signature))
        .collect::<Result<_, _>>()?;
    Ok(KnownDocument {
        agency: agency(connection, &unit)?.0.name,
        title: title(export.version, language),
        initials: initials(&person.full_name),
        made_at: export.created_at.rfc3339(),
        complete: export.state == "complete",
        superseded: person.current_version > Some(export.version),
        sha256: export.sha256,
        code: export.code,
        signatures,
    })
}

/// What an export is.
pub fn title(version: i64, language: Language) -> String {
    match language {
        Language::Vietnamese => format!("Sơ yếu lý lịch, phiên bản {version}"),
        Language::English => format!("Profile, version {version}"),
    }
}

/// The code as it was given out, however it was typed: `O`, `I` and `L` do not occur in one.
fn normal(code: &str) -> String {
    code.chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// `Nguyễn Văn An` → `N. V. A.`
fn initials(name: &str) -> String {
    let firsts = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    firsts
        .map(|first| format!("{}.", first.to_uppercase()))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_was_typed() {
        for typed in [
            "0A1B-2C3D 4e5f 6g7h",
            "oAiB2C3D4E5F6G7H",
            " 0alb2c3d4e5f6g7h\n",
        ] {
            assert_eq!(normal(typed), "0A1B2C3D4E5F6G7H", "{typed}");
        }
    }

    #[test]
    fn initials_are_all_that_is_told() {
        assert_eq!(initials("Nguyễn Văn An"), "N. V. A.");
        assert_eq!(initials("đặng  Ánh"), "Đ. Á.");
    }
}
