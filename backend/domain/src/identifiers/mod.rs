//! The forms of identifiers, dates and numbers on the form: what is a mistake, and how to mend it.

mod citizen;
mod dates;
mod fault;
mod insurance;
mod numbers;
mod phone;

pub use citizen::{Gender, check_personal_id};
pub use dates::PartialDate;
pub(crate) use dates::months_between;
pub use fault::Fault;
pub use insurance::{check_health_insurance, check_social_insurance};
pub use numbers::{check_decimal, check_money, check_sha256};
pub use phone::normalise_phone;

/// The number of digits where the text has nothing else.
fn digits(text: &str) -> Result<usize, Fault> {
    if text.chars().all(|c| c.is_ascii_digit()) {
        Ok(text.len())
    } else {
        Err(Fault::NotDigits)
    }
}
