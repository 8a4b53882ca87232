use clap::Args;
use congvu_domain::calendar::Calendar;
use congvu_domain::simulate::{SimulatedEvent, simulate};

use super::deployments::load;
use super::{Outcome, say};
use crate::reminders::day;

/// Play a year of invented events through a deployment and print what falls due when
#[derive(Debug, Args)]
pub struct Simulate {
    /// Key of a built-in deployment, or a file
    name: String,
    /// The year
    #[arg(long, default_value_t = 2026, value_parser = clap::value_parser!(i32).range(2000..=2100))]
    year: i32,
    /// Another number gives other events; the same one always the same
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Machine-readable
    #[arg(long)]
    json: bool,
}

impl Simulate {
    pub fn run(&self) -> Outcome {
        let deployment = load(&self.name)?;
        let events = simulate(&deployment, Calendar::built_in(), self.year, self.seed);
        if self.json {
            say(&serde_json::to_string_pretty(&events)?);
            return Ok(true);
        }
        say(&format!(
            "{} – năm {}, {} việc, {} quá hạn. Mọi người trong bảng này đều là hư cấu.\n",
            deployment.name,
            self.year,
            events.len(),
            events.iter().filter(|event| event.late).count()
        ));
        for event in &events {
            say(&told(event));
        }
        Ok(true)
    }
}

/// One event in two or three lines.
fn told(event: &SimulatedEvent) -> String {
    let about = match event.about.as_str() {
        "" => String::new(),
        name => format!(" – {name}"),
    };
    let window = event
        .opens
        .map(|opens| format!("từ {} ", day(opens)))
        .unwrap_or_default();
    let due = match &event.due {
        Some(due) if due.provisional => format!("{window}đến hết {} (tạm tính)", day(due.date)),
        Some(due) => format!("{window}đến hết {}", day(due.date)),
        None => "không quy định thời hạn".to_owned(),
    };
    let late = if event.late { ", QUÁ HẠN" } else { "" };
    let confirm = if event.confirm {
        " [cần xác nhận]"
    } else {
        ""
    };
    format!(
        "{}  {}: {}{about}\n            {due}; xong {}{late}\n            {} ({}){confirm}",
        day(event.date),
        event.who,
        event.what,
        day(event.done),
        event.clause,
        event.requirement,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use congvu_domain::deployment::Deployment;

    const TEMPLATE: &str = include_str!("../../../deployments/template.toml.example");
    const GUIDE: &str = include_str!("../../../../docs/deployments.md");

    #[test]
    fn the_template_is_a_deployment_file_and_plays_a_year() {
        let deployment = Deployment::parse("template.toml.example", TEMPLATE)
            .unwrap_or_else(|problems| panic!("{problems:#?}"));
        assert_eq!(deployment.blocks.len(), 2);
        let events = simulate(&deployment, Calendar::built_in(), 2026, 1);
        assert!(events.len() > 50, "{} events", events.len());
        // What begins from July on goes by it.
        let amended = |event: &&SimulatedEvent| event.clause.contains("NĐ 27/2026/NĐ-CP");
        let first = events.iter().filter(amended).map(|event| event.date).min();
        assert!(first >= "2026-07-01".parse().ok(), "{first:?}");
        let text = told(&events[0]);
        assert!(text.contains("Điều"), "{text}");
    }

    #[test]
    fn the_guide_explains_every_key_of_the_template() {
        for line in TEMPLATE.lines() {
            let line = line.trim_start_matches("# ");
            let Some((key, _)) = line.split_once(" = ") else {
                continue;
            };
            let is_key = key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if is_key {
                let told =
                    GUIDE.contains(&format!("`{key}`")) || GUIDE.contains(&format!("{key} = "));
                assert!(told, "{key} is not explained");
            }
        }
        for (line, _) in TEMPLATE.match_indices('[') {
            let rest = TEMPLATE.get(line..).unwrap();
            let header = rest
                .trim_start_matches('[')
                .split(']')
                .next()
                .unwrap_or_default();
            if header.starts_with(|c: char| c.is_ascii_lowercase()) {
                assert!(GUIDE.contains(header), "[{header}] is not explained");
            }
        }
    }
}
