use congvu_openapi::form::{Kind, Words};

use super::super::issue::Severity;
use super::super::walk::Cell;
use crate::identifiers::Fault;

/// What is wrong with a leaf. The texts follow the name of the leaf, unless they are whole sentences.
pub(super) struct Complaint {
    pub code: &'static str,
    pub severity: Severity,
    pub vi: String,
    pub en: String,
    /// The texts already name the leaf.
    pub whole: bool,
}

impl Complaint {
    pub fn error(code: &'static str, vi: String, en: String) -> Self {
        Self {
            code,
            severity: Severity::Error,
            vi,
            en,
            whole: false,
        }
    }

    pub fn warning(code: &'static str, vi: String, en: String) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, vi, en)
        }
    }

    /// The texts are sentences that name the leaf themselves.
    pub fn whole(self) -> Self {
        Self {
            whole: true,
            ..self
        }
    }

    /// A required leaf is empty.
    pub fn missing(cell: &Cell<'_>) -> Self {
        let name = name(cell);
        let verb = match cell.kind {
            Kind::Choice(_) => "chưa chọn",
            Kind::Photo => "chưa tải lên",
            _ => "chưa nhập",
        };
        Self::error(
            "required",
            format!("{verb} {}", name.0),
            format!("{} is missing", name.1),
        )
        .whole()
    }
}

impl From<Fault> for Complaint {
    fn from(fault: Fault) -> Self {
        let (vi, en) = (fault.in_vietnamese(), fault.to_string());
        if fault.is_warning() {
            Self::warning(fault.code(), vi, en)
        } else {
            Self::error(fault.code(), vi, en)
        }
    }
}

/// How a leaf is called inside a sentence, in both languages.
pub(super) fn name(cell: &Cell<'_>) -> (String, String) {
    // These labels of the form cannot be the subject of a sentence.
    let (vi, en) = match (cell.pointer.as_str(), cell.key) {
        ("/personal/birth_date", _) => ("ngày sinh", "date of birth"),
        (_, "from") => ("tháng/năm bắt đầu", "first month"),
        (_, "to") => ("tháng/năm kết thúc", "last month"),
        _ => return in_sentence(cell.label),
    };
    (vi.to_owned(), en.to_owned())
}

/// A label of the form inside a sentence: the long ones cut, a small letter first.
pub(super) fn in_sentence(label: Words) -> (String, String) {
    (small_first(short(label.vi)), small_first(short(label.en)))
}

fn short(label: &str) -> &str {
    const ENOUGH: usize = 60;
    if label.chars().count() <= ENOUGH {
        return label;
    }
    let end = [" (", ", ", "; "]
        .iter()
        .filter_map(|mark| label.find(mark))
        .min();
    end.and_then(|end| label.get(..end)).unwrap_or(label)
}

/// Small letter first, unless it is an abbreviation (“SĐT”).
fn small_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
