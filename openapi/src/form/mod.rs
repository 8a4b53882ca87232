//! The form as data: which leaf of the [`crate::profile::Profile`] is which item of the paper form,
//! what it is called, what it may hold, and in which of the nine groups it is shown.
//!
//! The app draws its form from this table, the rules check by it, differences and error messages
//! take their item numbers and names from it.

mod education;
mod family;
mod identity;
mod lookup;
mod pay;
mod work;

pub use lookup::{Leaf, leaf, leaves};

/// A word in both languages of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Words {
    /// The words in the language asked for; Vietnamese unless it is English.
    #[must_use]
    pub const fn get(&self, english: bool) -> &'static str {
        if english { self.en } else { self.vi }
    }
}

/// What a leaf may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    LongText,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// `YYYY-MM` (or `YYYY` in old records).
    Month,
    Year,
    Decimal,
    Money,
    /// A code of the named catalogue.
    Choice(&'static str),
    /// A [`crate::profile::Place`].
    Place,
    /// 12 digits whose parts agree with the year of birth and the gender.
    CitizenId,
    Phone,
    SocialInsurance,
    HealthInsurance,
    /// SHA-256 of an attached photograph.
    Photo,
}

/// A single-valued leaf of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Number on the paper form: `"8"`, `"30.1"`; `""` for the block above the title.
    pub item: &'static str,
    /// JSON pointer into the profile.
    pub pointer: &'static str,
    pub label: Words,
    pub kind: Kind,
    /// Must be filled in before the profile can be signed.
    pub required: bool,
    /// A line of help under the field; may be empty.
    pub hint: Words,
}

/// A column of a table of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name of the member in the row.
    pub key: &'static str,
    pub label: Words,
    pub kind: Kind,
    /// Must be filled in wherever the row exists.
    pub required: bool,
}

/// One of the 16 tables of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    pub item: &'static str,
    pub pointer: &'static str,
    pub title: Words,
    pub columns: &'static [Column],
    /// At least one row is needed before the profile can be signed.
    pub required: bool,
}

/// A field or a table, in the order of the paper form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Field(Field),
    Table(Table),
}

/// One of the nine groups in which the form is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Stable key, used in addresses.
    pub key: &'static str,
    pub title: Words,
    pub entries: &'static [Entry],
}

/// The nine groups, in the order of the paper form.
pub const SECTIONS: &[Section] = &[
    identity::SELF,
    identity::PAPERS,
    work::RECRUITMENT,
    work::ORGANISATIONS,
    work::POSTS,
    pay::PAY,
    education::EDUCATION,
    work::MERIT,
    family::FAMILY,
];

const fn words(vi: &'static str, en: &'static str) -> Words {
    Words { vi, en }
}

const fn field(
    item: &'static str,
    pointer: &'static str,
    vi: &'static str,
    en: &'static str,
    kind: Kind,
) -> Field {
    Field {
        item,
        pointer,
        label: words(vi, en),
        kind,
        required: false,
        hint: words("", ""),
    }
}

impl Field {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn hint(mut self, vi: &'static str, en: &'static str) -> Self {
        self.hint = words(vi, en);
        self
    }

    const fn entry(self) -> Entry {
        Entry::Field(self)
    }
}

const fn column(key: &'static str, vi: &'static str, en: &'static str, kind: Kind) -> Column {
    Column {
        key,
        label: words(vi, en),
        kind,
        required: false,
    }
}

impl Column {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

const fn table(
    item: &'static str,
    pointer: &'static str,
    vi: &'static str,
    en: &'static str,
    columns: &'static [Column],
) -> Entry {
    Entry::Table(Table {
        item,
        pointer,
        title: words(vi, en),
        columns,
        required: false,
    })
}

const FROM: Column = column("from", "Từ tháng/năm", "From", Kind::Month).required();
const TO: Column = column("to", "Đến tháng/năm", "To", Kind::Month);
