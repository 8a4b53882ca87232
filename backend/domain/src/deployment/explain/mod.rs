//! A deployment as a person would read it: `congvu deployment explain`.

mod sections;

use std::fmt::Write;

use super::{Deployment, Rules, check};

impl Deployment {
    /// The whole deployment in Vietnamese, in plain text: the regulation as it was made, then what
    /// each later law changed in it.
    #[must_use]
    pub fn explain_text(&self) -> String {
        let mut parts = Vec::new();
        let mut before: Option<&Rules> = None;
        for block in &self.blocks {
            match before {
                None => {
                    parts.push(block.heading());
                    parts.extend(block.sections());
                }
                Some(before) => parts.push(block.changes_since(before)),
            }
            before = Some(block);
        }
        parts.join("\n")
    }
}

impl Rules {
    /// The rules of this time alone, complete, in Vietnamese, in plain text.
    #[must_use]
    pub fn explain_text(&self) -> String {
        let mut parts = vec![self.heading()];
        parts.extend(self.sections());
        parts.join("\n")
    }

    /// A clause with the regulation it is of: `điểm b khoản 2 Điều 7 QĐ 832/QĐ-BNV`. A clause of
    /// another law names that itself.
    #[must_use]
    pub fn cite(&self, clause: &str) -> String {
        if check::names_law(clause) {
            return clause.to_owned();
        }
        format!("{clause} {}", self.legal_basis.short)
    }

    fn heading(&self) -> String {
        let mut text = String::new();
        line(&mut text, &self.body.name.to_uppercase());
        line(&mut text, &self.branding.title);
        line(&mut text, &self.legal_basis.title);
        let from = self.legal_basis.in_force_from.format("%d/%m/%Y");
        line(&mut text, &format!("Có hiệu lực từ ngày {from}."));
        text
    }

    /// What reads differently from the block before: new lines under their headings, and those that
    /// are gone.
    fn changes_since(&self, before: &Self) -> String {
        let mut text = String::new();
        let from = self.in_force_from.format("%d/%m/%Y");
        let law = self.amended_by.as_ref();
        let title = law.map_or("", |law| law.title.as_str());
        line(&mut text, &format!("TỪ NGÀY {from}: {title}"));
        if let Some(law) = law {
            let confirm = if law.confirm {
                sections::TO_CONFIRM
            } else {
                ""
            };
            line(&mut text, &format!("{}{confirm}", law.subject));
        }
        if self.body.name != before.body.name {
            line(&mut text, &format!("Tên cơ quan: {}.", self.body.name));
        }
        let (now, then) = (self.sections(), before.sections());
        let lines = |sections: &[String]| -> Vec<String> {
            let lines = sections.iter().flat_map(|section| section.lines());
            lines.map(str::to_owned).collect()
        };
        let (known, kept) = (lines(&then), lines(&now));
        for section in &now {
            let new = section
                .lines()
                .filter(|one| !known.iter().any(|k| k == one));
            let new: Vec<_> = new.collect();
            if let (Some(heading), false) = (section.lines().next(), new.is_empty()) {
                if !new.contains(&heading) {
                    line(&mut text, heading);
                }
                new.iter().for_each(|one| line(&mut text, one));
            }
        }
        let gone: Vec<_> = known.iter().filter(|one| !kept.contains(one)).collect();
        if !gone.is_empty() {
            line(&mut text, "KHÔNG CÒN HOẶC ĐƯỢC THAY");
            gone.iter().for_each(|one| line(&mut text, one));
        }
        text
    }
}

fn item(text: &mut String, sentence: &str, clause: &str) {
    line(text, &format!("- {sentence} – {clause}"));
}

fn line(text: &mut String, content: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{content}");
}
