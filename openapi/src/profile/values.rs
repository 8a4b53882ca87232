use serde::{Deserialize, Serialize};

macro_rules! text_value {
    ($(#[$doc:meta])* $name:ident, $example:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "server", schema(example = $example))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The text as it was entered.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Nothing was filled in.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    };
}

text_value!(
    /// A line of text, at most 500 characters, in Unicode NFC.
    Text,
    "Nguyễn Văn An"
);
text_value!(
    /// Free text of several lines, at most 4,000 characters, in Unicode NFC.
    LongText,
    "Hoàn thành tốt nhiệm vụ được giao."
);
text_value!(
    /// A date of which only the year, or the year and month, may be known:
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    PartialDate,
    "1985-02-28"
);
text_value!(
    /// A decimal number with a point and up to four decimals, as text: coefficients (hệ số),
    /// percentages, areas in m².
    Decimal,
    "4.98"
);
text_value!(
    /// An amount of money in whole đồng, digits only.
    Money,
    "2530000"
);
text_value!(
    /// A code of the catalogue that the form names for this field; see `/catalogues`.
    Code,
    "01"
);

/// A place as declared at the time: codes where known, and always the words.
///
/// The district (huyện) ended as a level on 1 July 2025 and is kept for what was declared before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Place {
    /// Code of the province or city (tỉnh, thành phố), catalogue `provinces`.
    pub province_code: Code,
    /// Name of the province or city.
    pub province: Text,
    /// Name of the district (huyện, quận), only for places declared before 1 July 2025.
    pub district: Text,
    /// Code of the commune, ward or special zone (xã, phường, đặc khu), catalogue `communes`.
    pub commune_code: Code,
    /// Name of the commune, ward or special zone.
    pub commune: Text,
    /// House, street, hamlet, or a place abroad in full.
    pub detail: Text,
}

impl Place {
    /// No part is filled in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The place as one line, smallest unit first.
    #[must_use]
    pub fn in_words(&self) -> String {
        [&self.detail, &self.commune, &self.district, &self.province]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(Text::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    }
}
