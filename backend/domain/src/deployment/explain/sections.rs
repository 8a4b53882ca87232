//! A block's sections in sentences.

use super::{item, line};
use crate::access::Action;
use crate::deployment::{
    Chain, DayUnit, DelegationRule, Duty, EntryRule, Event, LaterChange, ManagementBy,
    OrganisationAccounts, Rules, TimedDuty, Within, Yearly,
};

impl Rules {
    /// Every section, in order, each with its heading on the first line.
    pub(super) fn sections(&self) -> Vec<String> {
        let mut sections = vec![
            self.accounts_section(),
            self.roles_section(),
            self.person_kinds_section(),
            self.entry_section(),
        ];
        sections.extend(self.chains.iter().map(|chain| self.chain_section(chain)));
        let later = self.later_change.iter();
        sections.extend(later.map(|change| self.later_section(change)));
        for (heading, lines) in [
            ("ỦY QUYỀN, THAY MẶT (C5)", self.delegation_lines()),
            ("VIỆC KHÁC", self.duty_lines()),
            ("NGUYÊN TẮC", self.principle_lines()),
        ] {
            if !lines.is_empty() {
                sections.push(format!("{heading}\n{}", lines.concat()));
            }
        }
        sections
    }

    pub(super) fn accounts_section(&self) -> String {
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
            item(
                &mut text,
                &duty_sentence(duty),
                &self.cited(&duty.clause, duty.quote.as_deref(), duty.confirm),
            );
        }
        text
    }

    pub(super) fn roles_section(&self) -> String {
        let mut text = "VAI TRÒ (A4, A8)\n".to_owned();
        for role in &self.roles {
            let allowed: Vec<_> = role.actions.iter().map(|action| action.title()).collect();
            let sentence = format!("{}: {}", role.title, allowed.join("; "));
            item(
                &mut text,
                &sentence,
                &self.cited(&role.clause, role.quote.as_deref(), role.confirm),
            );
        }
        text
    }

    pub(super) fn person_kinds_section(&self) -> String {
        let mut text = "ĐỐI TƯỢNG (B3)\n".to_owned();
        for kind in &self.person_kinds {
            item(
                &mut text,
                &kind.title,
                &self.cited(&kind.clause, kind.quote.as_deref(), kind.confirm),
            );
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
            item(
                &mut text,
                &sentence,
                &self.cited(
                    &management.clause,
                    management.quote.as_deref(),
                    management.confirm,
                ),
            );
        }
        text
    }

    pub(super) fn entry_section(&self) -> String {
        let mut text = "NHẬP DỮ LIỆU\n".to_owned();
        for (name, rule) in [
            ("Hồ sơ mới", &self.new_profile),
            ("Thay đổi từ phía cá nhân", &self.personal_change),
            ("Thay đổi từ phía cơ quan", &self.organisation_change),
        ] {
            let sentence = format!("{name} ({}). {}", rule.requirement, entry_sentence(rule));
            item(
                &mut text,
                &sentence,
                &self.cited(&rule.clause, rule.quote.as_deref(), rule.confirm),
            );
        }
        text
    }

    pub(super) fn chain_section(&self, chain: &Chain) -> String {
        let mut text = "KIỂM TRA, PHÊ DUYỆT".to_owned();
        line(&mut text, &format!(" ({})", chain.requirement));
        line(&mut text, &format!("{}.", chain.subject));
        for (position, step) in (1..).zip(&chain.steps) {
            let time = time_sentence(step.within, Some(step.from));
            let title = self.seat_titles(step);
            let sentence = format!("Bước {position}. {title} {}{time}", step.duty);
            line(
                &mut text,
                &format!(
                    "{sentence} – {}",
                    self.cited(&step.clause, step.quote.as_deref(), step.confirm)
                ),
            );
        }
        line(
            &mut text,
            "Mỗi bước là một chữ ký số; bước nào cũng có thể trả lại kèm lý do (C1, C6).",
        );
        text
    }

    pub(super) fn later_section(&self, change: &LaterChange) -> String {
        let mut text = format!("CẬP NHẬT THAY ĐỔI ({})\n", change.requirement);
        let time = time_sentence(Some(change.within), Some(change.from));
        let subject = lower_first(&change.subject);
        let shared = match change.from {
            window if window.window().is_some() => "",
            _ => ", tính chung cho các bước",
        };
        let sentence = format!("{} {subject}{time}{shared}", change.authority);
        item(
            &mut text,
            &sentence,
            &self.cited(&change.clause, change.quote.as_deref(), change.confirm),
        );
        text
    }

    fn delegation_lines(&self) -> Vec<String> {
        let rules = self.delegations.iter();
        rules.map(|rule| self.delegation_line(rule)).collect()
    }

    fn delegation_line(&self, rule: &DelegationRule) -> String {
        let titles = |keys: &[String]| {
            let titles: Vec<_> = keys.iter().map(|key| self.role_title(key)).collect();
            titles.join(", ")
        };
        let mut to: Vec<String> = rule.to_titles.iter().map(|t| format!("{t}…")).collect();
        if !rule.to_roles.is_empty() {
            to.insert(0, titles(&rule.to_roles));
        }
        let to = if to.is_empty() {
            "người khác".to_owned()
        } else {
            to.join(", ")
        };
        let acts: Vec<_> = rule.acts.iter().copied().map(Action::title).collect();
        let most = rule
            .most_days
            .map_or_else(String::new, |days| format!(", nhiều nhất {days} ngày"));
        let off = if rule.enabled { "" } else { " (đang tắt)" };
        let form = rule.form;
        let sentence = format!(
            "{} {}{off}: {} → {to}: {}{most}",
            form.abbreviation(),
            form.title(),
            titles(&rule.roles),
            acts.join("; ")
        );
        let mut text = String::new();
        let cited = self.cited(&rule.clause, rule.quote.as_deref(), rule.confirm);
        item(&mut text, &sentence, &cited);
        text
    }

    fn duty_lines(&self) -> Vec<String> {
        let duties = self.duties.iter();
        duties
            .map(|duty| {
                let mut text = String::new();
                let time = other_time(duty);
                let subject = lower_first(&duty.subject);
                let sentence = format!("({}) {} {subject}{time}", duty.requirement, duty.actor);
                let cited = self.cited(&duty.clause, duty.quote.as_deref(), duty.confirm);
                item(&mut text, &sentence, &cited);
                text
            })
            .collect()
    }

    fn principle_lines(&self) -> Vec<String> {
        let principles = self.principles.iter();
        principles
            .map(|one| {
                let mut text = String::new();
                let cited = self.cited(&one.clause, one.quote.as_deref(), one.confirm);
                item(&mut text, &one.subject, &cited);
                text
            })
            .collect()
    }

    /// A clause with its words, and whether it is to be confirmed.
    fn cited(&self, clause: &str, quote: Option<&str>, confirm: bool) -> String {
        let quote = quote.map_or_else(String::new, |quote| format!(": “{quote}”"));
        let confirm = if confirm { TO_CONFIRM } else { "" };
        format!("{}{quote}{confirm}", self.cite(clause))
    }
}

pub(super) const TO_CONFIRM: &str = " (cần xác nhận: chưa đọc toàn văn)";

fn duty_sentence(duty: &TimedDuty) -> String {
    format!("{}{}", duty.subject, time_sentence(duty.within, duty.from))
}

fn entry_sentence(rule: &EntryRule) -> String {
    let time = time_sentence(rule.within, rule.from);
    format!("{} {}{time}", rule.actor, lower_first(&rule.subject))
}

fn other_time(duty: &Duty) -> String {
    match duty.yearly {
        Some(Yearly {
            month,
            day,
            before: true,
        }) => format!(", hằng năm trước ngày {day}/{month}"),
        Some(Yearly { month, day, .. }) => format!(", hằng năm chậm nhất ngày {day}/{month}"),
        None => time_sentence(duty.within, duty.from),
    }
}

fn time_sentence(within: Option<Within>, from: Option<Event>) -> String {
    let (Some(within), Some(from)) = (within, from) else {
        return ", không quy định thời hạn".to_owned();
    };
    if from.window().is_none() {
        return format!(" trong {within} kể từ {}", from.title());
    }
    let period = from.title().trim_start_matches("những ngày ");
    match within.unit {
        DayUnit::Calendar => format!(
            ", trong {} ngày {period} (gặp ngày nghỉ thì đến hết ngày làm việc tiếp theo)",
            within.days
        ),
        DayUnit::Working => format!(", trong {within} {period}"),
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

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_lowercase().chain(characters).collect())
        .unwrap_or_default()
}
