//! The kinds of task: name, icon, and where each is done.

use congvu_openapi::form::SECTIONS;
use congvu_openapi::tasks::{Task, TaskKind};

use crate::components::IconName;
use crate::i18n::{Text, tasks};

/// Every kind, in the order of the tabs.
pub(crate) const ALL: [TaskKind; 8] = [
    TaskKind::FillProfile,
    TaskKind::CorrectProfile,
    TaskKind::EnterProfile,
    TaskKind::Review,
    TaskKind::IssueAccount,
    TaskKind::AnswerRemark,
    TaskKind::SignExport,
    TaskKind::SealExport,
];

/// As the API calls it.
pub(crate) const fn key(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::FillProfile => "fill_profile",
        TaskKind::EnterProfile => "enter_profile",
        TaskKind::CorrectProfile => "correct_profile",
        TaskKind::Review => "review",
        TaskKind::IssueAccount => "issue_account",
        TaskKind::AnswerRemark => "answer_remark",
        TaskKind::SignExport => "sign_export",
        TaskKind::SealExport => "seal_export",
    }
}

/// Its name.
pub(crate) const fn text(kind: TaskKind) -> Text {
    match kind {
        TaskKind::FillProfile => tasks::FILL_PROFILE,
        TaskKind::EnterProfile => tasks::ENTER_PROFILE,
        TaskKind::CorrectProfile => tasks::CORRECT_PROFILE,
        TaskKind::Review => tasks::REVIEW,
        TaskKind::IssueAccount => tasks::ISSUE_ACCOUNT,
        TaskKind::AnswerRemark => tasks::ANSWER_REMARK,
        TaskKind::SignExport => tasks::SIGN_EXPORT,
        TaskKind::SealExport => tasks::SEAL_EXPORT,
    }
}

/// Its icon.
pub(crate) const fn icon(kind: TaskKind) -> IconName {
    match kind {
        TaskKind::FillProfile | TaskKind::EnterProfile => IconName::Edit,
        TaskKind::CorrectProfile => IconName::Return,
        TaskKind::Review | TaskKind::SignExport => IconName::Pen,
        TaskKind::IssueAccount => IconName::Account,
        TaskKind::AnswerRemark => IconName::Flag,
        TaskKind::SealExport => IconName::Seal,
    }
}

/// Where it is done. Somebody who only urges is led to the person instead.
pub(super) fn href(task: &Task, own_person: Option<&str>) -> String {
    let person = &task.person_id;
    let section = SECTIONS.first().map_or("", |section| section.key);
    match task.kind {
        TaskKind::Review => format!("/submissions/{}", task.subject_id),
        _ if !task.mine => format!("/people/{person}"),
        TaskKind::SignExport | TaskKind::SealExport => format!("/exports/{}", task.subject_id),
        TaskKind::IssueAccount => format!("/accounts?person={person}"),
        TaskKind::AnswerRemark => format!("/people/{person}#remarks"),
        TaskKind::FillProfile | TaskKind::EnterProfile | TaskKind::CorrectProfile => {
            if own_person == Some(person.as_str()) {
                format!("/me/edit/{section}")
            } else {
                format!("/people/{person}/edit/{section}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_the_wire() {
        for kind in ALL {
            let wire = serde_json::to_string(&kind).unwrap();
            assert_eq!(wire, format!("\"{}\"", key(kind)));
        }
    }
}
