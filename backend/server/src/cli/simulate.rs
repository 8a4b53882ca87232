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
