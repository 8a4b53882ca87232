//! What reminders say: Vietnamese first, English below; names and what is needed, nothing else.

use chrono::NaiveDate;
use congvu_db::Task;
use congvu_openapi::tasks::TaskKind;

use super::stages::Stage;
use crate::codes::variant;
use crate::error::{Said, said};
use crate::notifications::link;

/// A task in words.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    task: &'a Task,
    due: NaiveDate,
    person: &'a str,
    /// It is shown to somebody who answers for it.
    urged: bool,
}

impl<'a> Item<'a> {
    pub fn new(task: &'a Task, due: NaiveDate, person: &'a str, urged: bool) -> Self {
        Self {
            task,
            due,
            person,
            urged,
        }
    }

    /// What it is about, for a link: kind and identifier.
    pub fn subject(&self) -> (&'static str, String) {
        subject(self.task, self.urged)
    }

    fn said(&self) -> Said {
        let title = title(&self.task.kind);
        let (person, due) = (self.person, day(self.due));
        said(
            format!("{} – {person}, hạn {due}", title.vi),
            format!("{} – {person}, due {due}", title.en),
        )
    }
}

/// What a task is about, for a link: kind and identifier; seen by whoever has to act, or by whoever urges.
pub fn subject(task: &Task, urged: bool) -> (&'static str, String) {
    match variant(&task.kind) {
        Ok(TaskKind::Review) => ("submission", task.subject_id.clone()),
        Ok(TaskKind::SignExport | TaskKind::SealExport) => ("export", task.subject_id.clone()),
        _ if task.role.is_empty() && !urged => ("me", String::new()),
        _ => ("person", task.person_id.clone()),
    }
}

/// What kind of work a task is.
pub fn title(kind: &str) -> Said {
    match variant(kind) {
        Ok(TaskKind::FillProfile) => said("Khai và ký số hồ sơ", "Fill in and sign the profile"),
        Ok(TaskKind::EnterProfile) => said("Nhập hồ sơ", "Enter the profile"),
        Ok(TaskKind::CorrectProfile) => said(
            "Sửa, bổ sung hồ sơ được trả lại",
            "Correct the returned profile",
        ),
        Ok(TaskKind::Review) => said("Rà soát, phê duyệt hồ sơ", "Review the profile"),
        Ok(TaskKind::IssueAccount) => said("Cấp tài khoản", "Issue the account"),
        Ok(TaskKind::AnswerRemark) => said("Trả lời phản ánh", "Answer the remark"),
        Ok(TaskKind::SignExport) => said("Ký bản xuất hồ sơ", "Sign the export"),
        Ok(TaskKind::SealExport) => said("Đóng dấu số bản xuất hồ sơ", "Seal the export"),
        Err(_) => said("Việc cần làm", "Task"),
    }
}

/// `06/03/2026`.
pub fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// What a stage is called.
pub fn heading(stage: Stage) -> Said {
    match stage {
        Stage::Soon => said("Sắp đến hạn", "Due soon"),
        Stage::Tomorrow => said(
            "Đến hạn vào ngày làm việc tới",
            "Due on the next working day",
        ),
        Stage::Today => said("Đến hạn hôm nay", "Due today"),
        Stage::Late => said("Quá hạn", "Overdue"),
        Stage::Urge => said("Quá hạn, cần đôn đốc", "Overdue, to be urged"),
    }
}

/// One task at a stage.
pub fn one(stage: Stage, item: &Item<'_>) -> Said {
    let (heading, item) = (heading(stage), item.said());
    said(
        format!("{}: {}", heading.vi, item.vi),
        format!("{}: {}", heading.en, item.en),
    )
}

/// Many tasks at a stage.
pub fn many(stage: Stage, count: i64) -> Said {
    match stage {
        Stage::Soon => said(
            format!("{count} việc sắp đến hạn"),
            format!("{count} tasks are due soon"),
        ),
        Stage::Tomorrow => said(
            format!("{count} việc đến hạn vào ngày làm việc tới"),
            format!("{count} tasks are due on the next working day"),
        ),
        Stage::Today => said(
            format!("{count} việc đến hạn hôm nay"),
            format!("{count} tasks are due today"),
        ),
        Stage::Late => said(
            format!("{count} việc đã quá hạn"),
            format!("{count} tasks are overdue"),
        ),
        Stage::Urge => said(
            format!("{count} việc quá hạn nhiều ngày, cần đôn đốc"),
            format!("{count} tasks are long overdue and have to be urged"),
        ),
    }
}

/// The inbox narrowed to what has come to a stage.
pub fn all_of(stage: Stage) -> (&'static str, String) {
    let narrowed = match stage {
        Stage::Soon | Stage::Tomorrow | Stage::Today => "",
        Stage::Late => "overdue=true",
        Stage::Urge => "scope=unit&overdue=true",
    };
    ("tasks", narrowed.to_owned())
}

/// Some tasks under a heading.
pub struct Section<'a> {
    pub heading: Said,
    pub items: Vec<&'a Item<'a>>,
    /// There are others that are not listed.
    pub more: bool,
}

/// A letter about sections of tasks.
pub fn letter(name: &str, public_url: &str, sections: &[Section<'_>]) -> String {
    let root = public_url.trim_end_matches('/');
    let mut vi = format!("Kính gửi {name},\n");
    let mut en = format!("Dear {name},\n");
    for section in sections {
        vi.push_str(&format!("\n{}:\n", section.heading.vi));
        en.push_str(&format!("\n{}:\n", section.heading.en));
        for item in &section.items {
            let words = item.said();
            let (kind, id) = item.subject();
            let address = format!("{root}{}", link(kind, &id));
            vi.push_str(&format!("- {}\n", words.vi));
            if !item.task.clause.is_empty() {
                vi.push_str(&format!("  Căn cứ: {}\n", item.task.clause));
            }
            vi.push_str(&format!("  {address}\n"));
            en.push_str(&format!("- {}\n  {address}\n", words.en));
        }
        if section.more {
            vi.push_str(&format!("- … và các việc khác: {root}/\n"));
            en.push_str(&format!("- … and others: {root}/\n"));
        }
    }
    vi.push_str(&format!(
        "\nThư này do hệ thống tự động gửi, xin không trả lời. Đổi cách nhận thư: {root}/settings\n"
    ));
    en.push_str(&format!(
        "\nThis letter was sent automatically; please do not reply. To change how you get letters: {root}/settings\n"
    ));
    format!("{vi}\n--- English ---\n\n{en}")
}
