/// What is wrong with a value. The messages name the remedy; their subject is the field, which the caller adds.
/// `Display` is the English one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Letters, spaces or punctuation among the digits.
    #[error("must consist of digits only; remove spaces and other characters")]
    NotDigits,
    /// Too many or too few digits.
    #[error("must have {} digits, has {found}", join(expected, "or"))]
    DigitCount {
        expected: &'static [usize],
        found: usize,
    },
    /// The century digit of a personal number says another gender.
    #[error("disagrees with the gender in item 1: its 4th digit ({digit}) is for the other gender")]
    Gender { digit: char },
    /// The year in a personal number is another one.
    #[error(
        "disagrees with the date of birth in item 3: its digits 4 to 6 stand for the year {year}"
    )]
    BirthYear { year: i32 },
    /// Not one of the 63 province codes: a typing mistake, or a birth registered abroad.
    #[error(
        "begins with {code}, which is no province; check it unless the birth was registered abroad"
    )]
    UnknownProvince { code: String },
    /// Neither the old card number nor one of those that replace it.
    #[error(
        "must be 15 characters (2 letters and 13 digits), 10 digits or 12 digits, has {found} characters"
    )]
    HealthInsurance { found: usize },
    /// Not a Vietnamese telephone number.
    #[error("must have 10 digits beginning with 0, such as 0912345678")]
    Phone,
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[error("must be a date such as 28/02/1985, 02/1985 or 1985")]
    DateForm,
    /// No such day in the calendar.
    #[error("is a day that does not exist: {0}")]
    NoSuchDay(String),
    /// Before 1900.
    #[error("is before the year 1900")]
    TooEarly,
    /// After today.
    #[error("lies in the future")]
    Future,
    /// A day where the form asks for the month.
    #[error("must be a month such as 02/1985, without the day")]
    MonthForm,
    /// Something else than a year.
    #[error("must be a year of 4 digits")]
    YearForm,
    /// Not a decimal number.
    #[error("must be a number with at most 4 decimals, such as 4.98")]
    Decimal,
    /// Not an amount in đồng.
    #[error("must be a whole amount in đồng, digits only")]
    Money,
    /// Not a SHA-256 in hexadecimal.
    #[error("must refer to an attached photograph")]
    Digest,
}

impl Fault {
    /// Stable code, snake case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotDigits => "not_digits",
            Self::DigitCount { .. } => "digit_count",
            Self::Gender { .. } => "gender_mismatch",
            Self::BirthYear { .. } => "birth_year_mismatch",
            Self::UnknownProvince { .. } => "unknown_province",
            Self::HealthInsurance { .. } => "health_insurance_form",
            Self::Phone => "phone_form",
            Self::DateForm => "date_form",
            Self::NoSuchDay(_) => "no_such_day",
            Self::TooEarly => "date_too_early",
            Self::Future => "date_in_future",
            Self::MonthForm => "month_form",
            Self::YearForm => "year_form",
            Self::Decimal => "decimal_form",
            Self::Money => "money_form",
            Self::Digest => "photo_form",
        }
    }

    /// May be right all the same: to be looked at, not refused.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        matches!(self, Self::UnknownProvince { .. })
    }

    /// What is wrong and how to mend it, in Vietnamese; the subject is the field.
    #[must_use]
    pub fn in_vietnamese(&self) -> String {
        match self {
            Self::NotDigits => "phải chỉ gồm chữ số; hãy bỏ dấu cách và ký tự khác".to_owned(),
            Self::DigitCount { expected, found } => {
                let expected = join(expected, "hoặc");
                format!("phải có {expected} chữ số, hiện có {found}")
            }
            Self::Gender { digit } => format!(
                "không khớp với giới tính ở mục 1: chữ số thứ 4 ({digit}) là của giới tính khác"
            ),
            Self::BirthYear { year } => format!(
                "không khớp với ngày sinh ở mục 3: các chữ số thứ 4 đến thứ 6 ứng với năm sinh {year}"
            ),
            Self::UnknownProvince { code } => format!(
                "bắt đầu bằng {code}, không phải mã tỉnh, thành phố; hãy kiểm tra lại nếu không khai sinh ở nước ngoài"
            ),
            Self::HealthInsurance { found } => format!(
                "phải có 15 ký tự (2 chữ cái và 13 chữ số), 10 chữ số hoặc 12 chữ số, hiện có {found} ký tự"
            ),
            Self::Phone => "phải có 10 chữ số, bắt đầu bằng số 0, ví dụ 0912345678".to_owned(),
            Self::DateForm => "phải ghi ngày theo dạng 28/02/1985, 02/1985 hoặc 1985".to_owned(),
            Self::NoSuchDay(day) => format!("là ngày không có trong lịch: {day}"),
            Self::TooEarly => "trước năm 1900; hãy kiểm tra lại năm".to_owned(),
            Self::Future => "sau ngày hôm nay; hãy kiểm tra lại".to_owned(),
            Self::MonthForm => "chỉ ghi tháng và năm, ví dụ 02/1985".to_owned(),
            Self::YearForm => "phải là năm gồm 4 chữ số".to_owned(),
            Self::Decimal => "phải là số, nhiều nhất 4 chữ số thập phân, ví dụ 4,98".to_owned(),
            Self::Money => "phải là số tiền tròn đồng, chỉ gồm chữ số".to_owned(),
            Self::Digest => "phải là ảnh đã tải lên".to_owned(),
        }
    }
}

fn join(numbers: &[usize], word: &str) -> String {
    numbers
        .iter()
        .map(usize::to_string)
        .collect::<Vec<_>>()
        .join(&format!(" {word} "))
}
