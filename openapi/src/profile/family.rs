use serde::{Deserialize, Serialize};

use super::{Code, Decimal, LongText, Money, PartialDate, Text};

/// Item 36: family relations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Family {
    /// Item 36.1: father, mother, spouse, children, brothers and sisters.
    pub own: Vec<RelativeRow>,
    /// Item 36.2: father, mother, brothers and sisters of the spouse.
    pub spouse_side: Vec<RelativeRow>,
}

/// A row of items 36.1 and 36.2.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct RelativeRow {
    /// Relation (mối quan hệ), catalogue `relations`.
    pub relation: Code,
    /// Name (họ và tên).
    pub full_name: Text,
    /// Year of birth (năm sinh).
    pub birth_year: PartialDate,
    /// Origin, occupation, post, place of work or study, residence, memberships, and the rest of the column's heading.
    pub description: LongText,
}

/// Item 37.3: main sources of the family's yearly income, housing and land.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Economy {
    /// Income from salary, đồng a year (tiền lương).
    pub salary: Money,
    /// Other sources (các nguồn khác).
    pub other_income: Text,
    /// House granted or rented (nhà được cấp, được thuê).
    pub granted_house: Holding,
    /// House bought or built (nhà tự mua, tự xây).
    pub owned_house: Holding,
    /// Residential land granted (đất được cấp).
    pub granted_land: Holding,
    /// Residential land bought (đất tự mua).
    pub owned_land: Holding,
    /// Land for production or business (đất sản xuất kinh doanh).
    pub production_land: LongText,
}

/// A house or a plot of land.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Holding {
    /// Kind of house (loại nhà); empty for land.
    pub kind: Text,
    /// Area in m² (tổng diện tích sử dụng).
    pub area_m2: Decimal,
    /// Certificate of ownership or of the right of use (giấy chứng nhận).
    pub certificate: Text,
}
