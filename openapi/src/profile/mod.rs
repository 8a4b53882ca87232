//! The profile (hồ sơ): the curriculum vitae form (sơ yếu lý lịch) of Thông tư 06/2023/TT-BNV,
//! items 1–38 and their 16 tables, as one typed document (requirement B1).
//!
//! All leaves are text: dates may be partial, money and coefficients must not pass through
//! floating point, and what an official typed is never lost to a parser. An empty string means
//! "not filled in". What a leaf may hold is said by [`crate::form`] and checked by the rules.

mod career;
mod education;
mod family;
mod pay;
mod personal;
mod values;

pub use career::*;
pub use education::*;
pub use family::*;
pub use pay::*;
pub use personal::*;
pub use values::*;

use serde::{Deserialize, Serialize};

/// One person's profile, following the order and numbering of the paper form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// The block above the title of the form.
    pub header: Header,
    /// Items 1–7, 11, 12, 18: who the person is.
    pub personal: Personal,
    /// Items 8–10: papers and contact.
    pub papers: Papers,
    /// Items 13, 14, 28, 29: recruitment and work.
    pub recruitment: Recruitment,
    /// Items 15–17: Party, organisations, military service.
    pub organisations: Organisations,
    /// Items 23–27: posts (chức vụ) and planning (quy hoạch).
    pub posts: Posts,
    /// Items 19–22 and 32: education and training.
    pub education: Education,
    /// Items 30, 37.1, 37.2: pay and allowances.
    pub pay: Pay,
    /// Item 31: health.
    pub health: Health,
    /// Items 33, 34: career and personal history.
    pub history: History,
    /// Item 35: rewards and discipline.
    pub merit: Merit,
    /// Item 36: family relations.
    pub family: Family,
    /// Item 37.3: the family's income, housing and land.
    pub economy: Economy,
    /// Item 38: remarks of the agency that employs the person.
    pub assessment: LongText,
}
