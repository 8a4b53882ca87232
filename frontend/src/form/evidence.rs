//! Evidence (tài liệu minh chứng): what may be attached, and where it belongs when rows move.

use congvu_openapi::attachments::Attachment;

use super::pointer::within;

/// Largest file, in bytes.
pub const LARGEST: u64 = 20 * 1024 * 1024;
/// Media types that the server takes, for the file dialog.
pub const ACCEPT: &str = "application/pdf,image/png,image/jpeg";

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Neither PDF nor PNG nor JPEG.
    Type,
    /// Nothing is in it.
    Empty,
    /// Larger than [`LARGEST`].
    Size,
}

/// Checks a file before it travels; the server checks its content again.
///
/// # Errors
/// Says why it would be refused.
pub fn check(media_type: &str, size: u64, pictures_only: bool) -> Result<(), FileError> {
    let picture = matches!(media_type, "image/png" | "image/jpeg");
    if !picture && (pictures_only || media_type != "application/pdf") {
        return Err(FileError::Type);
    }
    match size {
        0 => Err(FileError::Empty),
        size if size > LARGEST => Err(FileError::Size),
        _ => Ok(()),
    }
}

/// The evidence that proves a place or part of it.
#[must_use]
pub fn at<'a>(pointer: &str, attachments: &'a [Attachment]) -> Vec<&'a Attachment> {
    attachments
        .iter()
        .filter(|attachment| within(&attachment.pointer, pointer))
        .collect()
}

/// Evidence is tied to a row by its number: where it belongs once rows have moved. `now` tells the
/// new number of a row; evidence of a row that is gone then belongs to the table.
#[must_use]
pub fn moves(
    table: &str,
    attachments: &[Attachment],
    now: impl Fn(usize) -> Option<usize>,
) -> Vec<(Attachment, String)> {
    attachments
        .iter()
        .filter_map(|attachment| {
            let rest = attachment.pointer.strip_prefix(table)?.strip_prefix('/')?;
            let (row, cell) = rest
                .split_once('/')
                .map_or((rest, None), |(row, cell)| (row, Some(cell)));
            let pointer = match (now(row.parse().ok()?), cell) {
                (Some(row), Some(cell)) => format!("{table}/{row}/{cell}"),
                (Some(row), None) => format!("{table}/{row}"),
                (None, _) => table.to_owned(),
            };
            (pointer != attachment.pointer).then(|| (attachment.clone(), pointer))
        })
        .collect()
}

/// The category that fits evidence for a place best, catalogue `attachment-categories`.
#[must_use]
pub fn category(pointer: &str) -> &'static str {
    const FITTING: [(&str, &str); 15] = [
        ("/header/photo", "photo"),
        ("/papers", "identity"),
        ("/personal", "identity"),
        ("/education/general", "degree"),
        ("/education/highest", "degree"),
        ("/education/professional", "degree"),
        ("/education", "certificate"),
        ("/pay/allowance", "allowance"),
        ("/pay", "salary"),
        ("/merit/disciplines", "discipline"),
        ("/merit", "reward"),
        ("/recruitment", "recruitment"),
        ("/posts", "appointment"),
        ("/organisations/party", "party"),
        ("/organisations", "military"),
    ];
    FITTING
        .iter()
        .find(|(place, _)| pointer.starts_with(place))
        .map_or("evidence", |(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attachment(pointer: &str) -> Attachment {
        Attachment {
            id: pointer.into(),
            person_id: String::new(),
            name: "qd.pdf".into(),
            category: "salary".into(),
            pointer: pointer.into(),
            item: String::new(),
            media_type: "application/pdf".into(),
            size: 1,
            sha256: String::new(),
            uploaded_at: String::new(),
            uploaded_by: String::new(),
        }
    }

    #[test]
    fn files_are_checked_before_they_travel() {
        assert_eq!(check("application/pdf", 10, false), Ok(()));
        assert_eq!(check("image/jpeg", LARGEST, true), Ok(()));
        assert_eq!(check("application/pdf", 10, true), Err(FileError::Type));
        assert_eq!(check("application/zip", 10, false), Err(FileError::Type));
        assert_eq!(check("", 10, false), Err(FileError::Type));
        assert_eq!(check("image/png", 0, false), Err(FileError::Empty));
        assert_eq!(check("image/png", LARGEST + 1, false), Err(FileError::Size));
    }

    #[test]
    fn evidence_follows_its_row() {
        let kept = [
            attachment("/pay/pay_history/2"),
            attachment("/pay/pay_history/10/code"),
        ];
        let after_removing = |gone: usize| {
            moves("/pay/pay_history", &kept, |row| match row {
                row if row == gone => None,
                row if row > gone => Some(row - 1),
                row => Some(row),
            })
            .into_iter()
            .map(|(_, pointer)| pointer)
            .collect::<Vec<_>>()
        };
        assert_eq!(
            after_removing(0),
            ["/pay/pay_history/1", "/pay/pay_history/9/code"]
        );
        assert_eq!(
            after_removing(2),
            ["/pay/pay_history", "/pay/pay_history/9/code"]
        );
        assert_eq!(after_removing(5), ["/pay/pay_history/9/code"]);
        assert!(after_removing(11).is_empty());
        assert!(moves("/history/career", &kept, |_| None).is_empty());
        assert_eq!(at("/pay/pay_history/1", &kept).len(), 0, "1 is not 10");
        assert_eq!(at("/pay", &kept).len(), 2);
    }

    #[test]
    fn a_category_is_proposed_by_the_place() {
        let known = include_str!("../../../backend/catalogues/attachment-categories.csv");
        for (pointer, category_) in [
            ("/pay/pay_history/0", "salary"),
            ("/education/languages/1", "certificate"),
            ("/education/professional/0", "degree"),
            ("/history/career/3", "evidence"),
            ("", "evidence"),
        ] {
            assert_eq!(category(pointer), category_);
            assert!(known.contains(&format!("\n{category_},")));
        }
    }
}
