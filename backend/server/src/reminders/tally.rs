//! How many reminders each notification of a round stands for.

use std::collections::HashMap;

use congvu_db::{AnyConnection, Timestamp, notifications, reminders};

use crate::error::ApiError;

/// Counts kept from batch to batch, so that none is counted anew in the database: with many tasks a day that
/// would take longer than everything else. Where a notification says other words than this round gave it,
/// another server was at it, and it is counted.
#[derive(Debug, Default)]
pub struct Tally {
    said: HashMap<String, (i64, String)>,
}

/// Reminders just written that a notification is to tell of.
pub struct Told<'a> {
    pub notice: &'a str,
    pub account: &'a str,
    pub new: i64,
}

impl Tally {
    /// What each of these notifications stands for, the new reminders included; in their order.
    pub fn with(
        &self,
        connection: &mut AnyConnection,
        told: &[Told<'_>],
        since: Timestamp,
    ) -> Result<Vec<i64>, ApiError> {
        let ids: Vec<&str> = told.iter().map(|one| one.notice).collect();
        let there: HashMap<String, String> = notifications::words(connection, &ids)?
            .into_iter()
            .collect();
        let kept = |one: &Told<'_>| {
            let Some(words) = there.get(one.notice) else {
                return Some(one.new);
            };
            let (count, said) = self.said.get(one.notice)?;
            (said == words).then_some(count + one.new)
        };
        let unsure: Vec<&str> = told
            .iter()
            .filter(|one| kept(one).is_none())
            .map(|one| one.account)
            .collect();
        let counted: HashMap<String, i64> = if unsure.is_empty() {
            HashMap::new()
        } else {
            reminders::per_notification(connection, &unsure, since)?
                .into_iter()
                .filter_map(|(id, count)| Some((id?, count)))
                .collect()
        };
        let count = |one: &Told<'_>| counted.get(one.notice).copied().unwrap_or(one.new);
        Ok(told
            .iter()
            .map(|one| kept(one).unwrap_or_else(|| count(one)))
            .collect())
    }

    /// What a notification says now.
    pub fn said(&mut self, notice: &str, count: i64, words: &str) {
        self.said
            .insert(notice.to_owned(), (count, words.to_owned()));
    }
}
