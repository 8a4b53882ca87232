//! The blocks of a file in their order, without gap or overlap; what began under one ends under it.

use chrono::NaiveDate;

use super::document::{self, AMENDMENTS, Document};
use super::message::Message;
use super::problem::Problems;
use super::{Amending, Deployment, Rules, amend, check, draft};

impl Deployment {
    /// The rules in force on a day. Something that takes time goes by the rules of the day on which
    /// it began, to its end. Before the first block it is the first that answers.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "Deployment::parse makes none without a first block"
    )]
    pub fn at(&self, date: NaiveDate) -> &Rules {
        self.blocks
            .iter()
            .rfind(|block| block.in_force_from <= date)
            .or_else(|| self.blocks.first())
            .expect("a deployment has at least one block")
    }

    /// The rules in force today, for what has no beginning of its own: who may do what, what the
    /// body is called. The same as [`Self::at`].
    #[must_use]
    pub fn current(&self, today: NaiveDate) -> &Rules {
        self.at(today)
    }

    /// The regulation as it was made, before any amendment.
    #[must_use]
    pub fn original(&self) -> &Rules {
        self.at(NaiveDate::MIN)
    }
}

/// Puts the blocks together, each ending where the next begins.
pub(super) fn deployment(key: String, first: Rules, later: Vec<Rules>) -> Deployment {
    let (body, branding) = (first.body.clone(), first.branding.clone());
    let mut blocks = vec![first];
    for block in later {
        if let Some(before) = blocks.last_mut() {
            before.until = block.in_force_from.pred_opt();
        }
        blocks.push(block);
    }
    Deployment {
        key,
        name: body.name,
        name_en: body.name_en,
        superior: body.superior,
        place: body.place,
        branding,
        blocks,
    }
}

/// The blocks after the first, with every mistake in them.
pub(super) fn later(
    document: &Document<'_>,
    first: Option<&Rules>,
    problems: &mut Problems<'_, '_>,
) -> Vec<Rules> {
    let amendments = document.amendments();
    if document.get(AMENDMENTS).is_some() && amendments.is_empty() {
        let message = Message::new("cần một danh sách: [[…]]", "expected a list: [[…]]");
        problems.at(AMENDMENTS, message);
    }
    let starts: Vec<usize> = (0..amendments.len())
        .map(|index| document.line_of(&format!("{AMENDMENTS}[{index}]")))
        .collect();
    let mut blocks = Vec::new();
    let mut before = first.map(|rules| (rules.in_force_from, None));
    for (index, amendment) in amendments.into_iter().enumerate() {
        let path = format!("{AMENDMENTS}[{index}]");
        let header = amend::header(amendment, &draft::KEYS);
        let amending: Option<Amending> =
            document::read(&header, |error| problems.schema(error, &path));
        if let Some(amending) = &amending {
            check_header(&path, amending, before, problems);
            before = Some((amending.in_force_from, amending.until));
        }
        removed_entries(document, index, problems);
        // A mistake is reported where it stands, not for everything that leans on it.
        if problems.any() {
            continue;
        }
        let amended = document.amended(index + 1);
        let mut found = Problems::new(&amended);
        let draft = draft::Draft::read(&amended, &mut found);
        check::check(&draft, &amended, &mut found);
        problems.take_in(found.into_sorted(), &starts);
        blocks.extend(amending.and_then(|amending| draft.finish(Some(amending))));
    }
    blocks
}

fn check_header(
    path: &str,
    amending: &Amending,
    before: Option<(NaiveDate, Option<NaiveDate>)>,
    problems: &mut Problems<'_, '_>,
) {
    for (key, text) in [
        ("law", &amending.law),
        ("title", &amending.title),
        ("subject", &amending.subject),
    ] {
        if text.trim().is_empty() {
            let message = Message::new("không được để trống", "must not be empty");
            problems.at(&format!("{path}.{key}"), message);
        }
    }
    if !check::names_law(&amending.law) {
        let message = Message::new(
            format!(
                "\"{}\" không phải ký hiệu văn bản; cần dạng \"NĐ 27/2026/NĐ-CP\"",
                amending.law
            ),
            format!(
                "\"{}\" is no symbol of a law, expected \"NĐ 27/2026/NĐ-CP\"",
                amending.law
            ),
        );
        problems.at(&format!("{path}.law"), message);
    }
    let from = amending.in_force_from;
    let at = format!("{path}.in_force_from");
    if amending.until.is_some_and(|until| until < from) {
        let message = Message::new(
            "ngày hết hiệu lực trước ngày có hiệu lực",
            "the last day is before the first",
        );
        problems.at(&format!("{path}.until"), message);
    }
    let Some((began, ended)) = before else { return };
    if from <= began {
        let message = Message::new(
            format!("chồng lấn: phải sau ngày {began} của phần trước"),
            format!("overlap: must be after {began} of the block before"),
        );
        problems.at(&at, message);
    } else if let Some(ended) = ended {
        let expected = ended.succ_opt();
        if expected.is_some_and(|day| from > day) {
            let message = Message::new(
                format!("khoảng trống: phần trước kết thúc ngày {ended}"),
                format!("gap: the block before ends on {ended}"),
            );
            problems.at(&at, message);
        } else if expected.is_some_and(|day| from < day) {
            let message = Message::new(
                format!("chồng lấn: phần trước kết thúc ngày {ended}"),
                format!("overlap: the block before ends on {ended}"),
            );
            problems.at(&at, message);
        }
    }
}

/// What an amendment takes out was there, in a list that has keys.
fn removed_entries(document: &Document<'_>, index: usize, problems: &mut Problems<'_, '_>) {
    let path = format!("{AMENDMENTS}[{index}].{}", amend::REMOVE);
    let amendments = document.amendments();
    let table = amendments
        .get(index)
        .and_then(|one| one.get_ref().as_table());
    let Some(lists) = table.and_then(|table| table.get(amend::REMOVE)) else {
        return;
    };
    let Some(lists) = lists.get_ref().as_table() else {
        problems.at(&path, Message::new("cần một bảng", "expected a table"));
        return;
    };
    let before = document.amended(index);
    for (list, keys) in lists {
        let list = list.get_ref().as_ref();
        let at = format!("{path}.{list}");
        if !amend::KEYED.contains(&list) {
            let known = amend::KEYED.join(", ");
            let message = Message::new(
                format!("không có danh sách `{list}`; cần một trong: {known}"),
                format!("no list `{list}`, expected one of: {known}"),
            );
            problems.at(&at, message);
            continue;
        }
        let known = before.strings(list, "key");
        let Some(keys) = keys.get_ref().as_array() else {
            problems.at(&at, Message::new("cần một danh sách", "expected a list"));
            continue;
        };
        for (position, key) in keys.iter().enumerate() {
            let key = key.get_ref().as_str().unwrap_or_default();
            if !known.iter().any(|one| one == key) {
                let message = Message::new(
                    format!("không có \"{key}\" để bỏ"),
                    format!("there is no \"{key}\" to remove"),
                );
                problems.at(&format!("{at}[{position}]"), message);
            }
        }
    }
}
