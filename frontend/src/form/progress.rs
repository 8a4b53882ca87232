//! How far each of the nine groups is, from what the server found.

use congvu_openapi::people::{Issue, SectionProgress, Severity};

use super::pointer::within;

/// The mark of a group in the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// So many items have to be mended.
    Errors(usize),
    /// So many required items are not filled in.
    Missing(usize),
    /// Nothing required is missing and something is filled in.
    Done,
    /// Nothing is filled in and nothing is required.
    Empty,
}

/// The codes of issues about required items that are not filled in.
const MISSING: [&str; 2] = ["required", "missing"];

/// The issue is only that a required item is not filled in.
#[must_use]
pub fn is_missing(issue: &Issue) -> bool {
    MISSING.contains(&issue.code.as_str())
}

/// The mark of a group.
#[must_use]
pub fn mark(section: &str, progress: &[SectionProgress], issues: &[Issue]) -> Mark {
    let errors = issues
        .iter()
        .filter(|issue| {
            issue.section == section && issue.severity == Severity::Error && !is_missing(issue)
        })
        .count();
    let of_group = progress.iter().find(|progress| progress.section == section);
    let missing = of_group.map_or(0, |progress| progress.missing as usize);
    let filled = of_group.map_or(0, |progress| progress.filled);
    match (errors, missing, filled) {
        (1.., _, _) => Mark::Errors(errors),
        (0, 1.., _) => Mark::Missing(missing),
        (0, 0, 1..) => Mark::Done,
        (0, 0, 0) => Mark::Empty,
    }
}

/// The issues at a place or within it, errors before warnings.
#[must_use]
pub fn at<'a>(pointer: &str, issues: &'a [Issue]) -> Vec<&'a Issue> {
    let mut found: Vec<&Issue> = issues
        .iter()
        .filter(|issue| within(&issue.pointer, pointer))
        .collect();
    found.sort_by_key(|issue| issue.severity == Severity::Warning);
    found
}

/// How many issues stand in the way of a signature.
#[must_use]
pub fn blocking(issues: &[Issue]) -> usize {
    issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issue(pointer: &str, severity: Severity, code: &str) -> Issue {
        Issue {
            pointer: pointer.into(),
            item: String::new(),
            section: "papers".into(),
            severity,
            code: code.into(),
            message: String::new(),
            message_en: String::new(),
        }
    }

    fn progress(filled: u32, missing: u32) -> Vec<SectionProgress> {
        vec![SectionProgress {
            section: "papers".into(),
            filled,
            missing,
            total: 6,
        }]
    }

    #[test]
    fn a_group_is_marked_by_what_is_worst() {
        let required = issue("/papers/phone", Severity::Error, "required");
        let wrong = issue("/papers/citizen_id", Severity::Error, "citizen_id");
        let odd = issue("/papers/phone", Severity::Warning, "odd");
        for (progress, issues, expected) in [
            (progress(0, 0), vec![], Mark::Empty),
            (progress(6, 0), vec![], Mark::Done),
            (progress(6, 0), vec![odd.clone()], Mark::Done),
            (progress(4, 1), vec![required.clone()], Mark::Missing(1)),
            (
                progress(4, 1),
                vec![required.clone(), wrong.clone()],
                Mark::Errors(1),
            ),
        ] {
            assert_eq!(mark("papers", &progress, &issues), expected);
        }
        assert_eq!(
            mark("family", &progress(1, 1), std::slice::from_ref(&wrong)),
            Mark::Empty
        );
        assert_eq!(blocking(&[odd, wrong, required]), 2);
    }

    #[test]
    fn issues_are_found_at_their_place_errors_first() {
        let issues = [
            issue("/history/career/10/from", Severity::Error, "date"),
            issue("/history/career/1", Severity::Warning, "gap"),
            issue("/history/career/1/from", Severity::Error, "date"),
        ];
        let codes: Vec<&str> = at("/history/career/1", &issues)
            .iter()
            .map(|i| i.code.as_str())
            .collect();
        assert_eq!(codes, ["date", "gap"]);
        assert_eq!(at("/history/career", &issues).len(), 3);
    }
}
