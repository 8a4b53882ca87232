//! A deployment as a person would read it: `congvu deployment explain`.

use std::fmt::Write;

use super::{
    Chain, DayUnit, Deployment, EntryRule, Event, LaterChange, ManagementBy, OrganisationAccounts,
    TimedDuty, Within,
};

impl Deployment {
    /// The whole deployment in Vietnamese, in plain text.
    #[must_use]
    pub fn explain_text(&self) -> String {
        let mut sections = vec![self.heading(), self.accounts_section()];
        sections.push(self.roles_section());
        sections.push(self.person_kinds_section());
        sections.push(self.entry_section());
        sections.extend(self.chains.iter().map(|chain| self.chain_section(chain)));
        sections.extend(
            self.later_change
                .iter()
                .map(|change| self.later_section(change)),
        );
        sections.join("\n")
    }

    fn heading(&self) -> String {
        let mut text = String::new();
        line(&mut text, &self.name.to_uppercase());
        line(&mut text, &self.branding.title);
        line(&mut text, &self.legal_basis.title);
        let from = self.legal_basis.in_force_from.format("%d/%m/%Y");
        line(&mut text, &format!("Có hiệu lực từ ngày {from}."));
        text
    }

    fn accounts_section(&self) -> String {
        let accounts = &self.accounts;
        let mut text = "TÀI KHOẢN (A1–A3)\n".to_owned();
        let personal = match accounts.organisation {
            OrganisationAccounts::Allowed => "Cá nhân có thể được cấp tài khoản riêng",
            _ => "Mỗi cá nhân có một tài khoản riêng",
        };
        item(&mut text, personal, &self.cite(&accounts.personal_clause));
        match accounts.organisation {
            OrganisationAccounts::No => {
                line(
                    &mut text,
                    "- Quy chế không quy định tài khoản của cơ quan, đơn vị.",
                );
            }
            OrganisationAccounts::Allowed => item(
                &mut text,
                "Cơ quan, đơn vị có tài khoản cơ quan, giao cho người sử dụng bằng văn bản",
                &self.cite(&accounts.organisation_clause),
            ),
            OrganisationAccounts::Forbidden => item(
                &mut text,
                "Không cấp tài khoản cho đơn vị, tổ chức",
                &self.cite(&accounts.organisation_clause),
            ),
        }
        for duty in accounts.request.iter().chain([&accounts.issue]) {
            item(&mut text, &duty_sentence(duty), &self.cite(&duty.clause));
        }
        text
    }

    fn roles_section(&self) -> String {
        let mut text = "VAI TRÒ (A4, A8)\n".to_owned();
        for role in &self.roles {
            let allowed: Vec<_> = role.actions.iter().map(|action| action.title()).collect();
            let sentence = format!("{}: {}", role.title, allowed.join("; "));
            item(&mut text, &sentence, &self.cite(&role.clause));
        }
        text
    }

    fn person_kinds_section(&self) -> String {
        let mut text = "ĐỐI TƯỢNG (B3)\n".to_owned();
        for kind in &self.person_kinds {
            item(&mut text, &kind.title, &self.cite(&kind.clause));
        }
        let management = &self.management;
        if management.top != management.unit {
            let by = match management.by {
                ManagementBy::Unit => "theo đơn vị",
                ManagementBy::Person => "theo từng người",
            };
            let sentence = format!(
                "Phân diện quản lý {by}: {} | {}",
                management.top, management.unit
            );
            item(&mut text, &sentence, &self.cite(&management.clause));
        }
        text
    }

    fn entry_section(&self) -> String {
        let mut text = "NHẬP DỮ LIỆU\n".to_owned();
        for (name, rule) in [
            ("Hồ sơ mới", &self.new_profile),
            ("Thay đổi từ phía cá nhân", &self.personal_change),
            ("Thay đổi từ phía cơ quan", &self.organisation_change),
        ] {
            let sentence = format!("{name} ({}). {}", rule.requirement, entry_sentence(rule));
            item(&mut text, &sentence, &self.cite(&rule.clause));
        }
        text
    }

    fn chain_section(&self, chain: &Chain) -> String {
        let mut text = "KIỂM TRA, PHÊ DUYỆT".to_owned();
        line(&mut text, &format!(" ({})", chain.requirement));
        line(&mut text, &format!("{}.", chain.subject));
        for (position, step) in (1..).zip(&chain.steps) {
            let time = time_sentence(step.within, Some(step.from));
            let title = self.role_title(&step.role);
            let sentence = format!("Bước {position}. {title} {}{time}", step.duty);
            line(
                &mut text,
                &format!("{sentence} – {}", self.cite(&step.clause)),
            );
        }
        line(
            &mut text,
            "Mỗi bước là một chữ ký số; bước nào cũng có thể trả lại kèm lý do (C1, C6).",
        );
        text
    }

    fn later_section(&self, change: &LaterChange) -> String {
        let mut text = format!("CẬP NHẬT THAY ĐỔI ({})\n", change.requirement);
        let time = time_sentence(Some(change.within), Some(change.from));
        let subject = lower_first(&change.subject);
        let shared = match change.from {
            Event::MonthEndWindow => "",
            _ => ", tính chung cho các bước",
        };
        let sentence = format!("{} {subject}{time}{shared}", change.authority);
        item(&mut text, &sentence, &self.cite(&change.clause));
        text
    }

    /// A clause with the regulation it is of: `điểm b khoản 2 Điều 7 QĐ 832/QĐ-BNV`. A clause of
    /// another law names that itself.
    #[must_use]
    pub fn cite(&self, clause: &str) -> String {
        if super::check::names_law(clause) {
            return clause.to_owned();
        }
        format!("{clause} {}", self.legal_basis.short)
    }
}

fn duty_sentence(duty: &TimedDuty) -> String {
    format!("{}{}", duty.subject, time_sentence(duty.within, duty.from))
}

fn entry_sentence(rule: &EntryRule) -> String {
    let time = time_sentence(rule.within, rule.from);
    format!("{} {}{time}", rule.actor, lower_first(&rule.subject))
}

fn time_sentence(within: Option<Within>, from: Option<Event>) -> String {
    match (within, from) {
        (Some(within), Some(Event::MonthEndWindow)) => format!(
            ", trong {} ngày cuối tháng (gặp ngày nghỉ thì đến hết ngày làm việc tiếp theo)",
            within.days
        ),
        (Some(within), Some(from)) => format!(" trong {within} kể từ {}", from.title()),
        _ => ", không quy định thời hạn".to_owned(),
    }
}

impl std::fmt::Display for Within {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.unit {
            DayUnit::Working => write!(f, "{} ngày làm việc", self.days),
            DayUnit::Calendar => write!(f, "{} ngày", self.days),
        }
    }
}

fn item(text: &mut String, sentence: &str, clause: &str) {
    line(text, &format!("- {sentence} – {clause}"));
}

fn line(text: &mut String, content: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{content}");
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_lowercase().chain(characters).collect())
        .unwrap_or_default()
}
