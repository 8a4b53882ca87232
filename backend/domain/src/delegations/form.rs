use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Under which form somebody signs for somebody else, as it stands before the title of the head on
/// a document (Nghị định 30/2020/NĐ-CP, Phụ lục I).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Ký thay: a deputy for the head.
    Kt,
    /// Ký thừa lệnh: the head of a section by order of the head.
    Tl,
    /// Ký thừa ủy quyền: by delegation, in writing, for a time and for named contents.
    Tuq,
    /// Quyền: acting in a vacant post.
    Q,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Kt, Self::Tl, Self::Tuq, Self::Q];

    /// What is written before the title: `KT.`
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Kt => "KT.",
            Self::Tl => "TL.",
            Self::Tuq => "TUQ.",
            Self::Q => "Q.",
        }
    }

    /// In Vietnamese.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Kt => "ký thay",
            Self::Tl => "ký thừa lệnh",
            Self::Tuq => "ký thừa ủy quyền",
            Self::Q => "quyền (giữ quyền chức vụ)",
        }
    }

    /// In English.
    #[must_use]
    pub const fn title_en(self) -> &'static str {
        match self {
            Self::Kt => "for the head, as deputy",
            Self::Tl => "by order of the head",
            Self::Tuq => "by delegation",
            Self::Q => "acting in the post",
        }
    }

    /// The title as it stands over the signature: `TUQ. GIÁM ĐỐC`.
    #[must_use]
    pub fn before(self, title: &str) -> String {
        format!("{} {}", self.abbreviation(), title.to_uppercase())
    }
}

/// The document on which a delegation rests (văn bản ủy quyền, phân công).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Number and symbol: `15/GUQ-SNV`.
    pub number: String,
    /// Date of the document.
    pub date: NaiveDate,
    /// What it says, in short.
    pub text: String,
}
