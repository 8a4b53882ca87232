use serde_json::{Value, json};

use crate::{DocumentError, image};

/// What a signature shows.
#[derive(Clone, Debug)]
pub enum Mark {
    /// A person's signature, in blue (mục II.7d).
    Person {
        name: String,
        /// Image of the handwritten signature: blue, PNG with a transparent ground. Without one the
        /// name is written, with the time.
        handwriting: Option<Vec<u8>>,
    },
    /// An agency's signature on a main document, as its round seal in red (mục II.8a).
    Seal {
        /// Direct superior of the agency, along the rim; may be empty.
        superior: String,
        /// The agency, in the middle.
        agency: String,
        /// Image of the real seal: red, PNG with a transparent ground, cut to its edge. Without one
        /// a seal is drawn from the names.
        image: Option<Vec<u8>>,
    },
    /// An agency's signature on an attachment in a file of its own (mục II.8b and III.1d): no image.
    Attachment {
        /// Number and symbol of the main document (số và ký hiệu), such as `15/QĐ-SNV`.
        number: String,
    },
    /// An agency's signature on an electronic copy (bản sao điện tử; Phần II, mục I.3): no image.
    Copy {
        form: CopyForm,
        /// The agency that copies.
        agency: String,
    },
}

/// Forms of a copy (hình thức sao; Phần II, mục I.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CopyForm {
    /// SAO Y: all of an original.
    TrueCopy,
    /// SAO LỤC: all of a true copy.
    Duplicate,
    /// TRÍCH SAO: a part of an original.
    Extract,
}

impl CopyForm {
    /// In small letters, as mục I.3c wants it in the corner.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::TrueCopy => "Sao y",
            Self::Duplicate => "Sao lục",
            Self::Extract => "Trích sao",
        }
    }
}

impl Mark {
    pub(super) fn template(&self) -> &'static str {
        match self {
            Self::Person { .. } => "/person.typ",
            Self::Seal { .. } => "/seal.typ",
            Self::Attachment { .. } | Self::Copy { .. } => "/corner.typ",
        }
    }

    pub(super) fn image(&self) -> Option<&[u8]> {
        match self {
            Self::Person { handwriting, .. } => handwriting.as_deref(),
            Self::Seal { image, .. } => image.as_deref(),
            Self::Attachment { .. } | Self::Copy { .. } => None,
        }
    }

    /// For the template, after a look at the image.
    pub(super) fn printed(&self) -> Result<Value, DocumentError> {
        let format = self.image().map(image::transparent).transpose()?;
        Ok(match self {
            Self::Person { name, .. } => json!({ "name": name, "image": format }),
            Self::Seal {
                superior, agency, ..
            } => json!({ "superior": superior, "agency": agency, "image": format }),
            Self::Attachment { number } => json!({
                "title": format!("Chữ ký số trên văn bản kèm theo {number}"),
                "author": "",
                "lines": [format!("Số: {number}")],
            }),
            Self::Copy { form, agency } => json!({
                "title": format!("Chữ ký số trên bản sao điện tử của {agency}"),
                "author": agency,
                "lines": [form.in_words(), agency],
            }),
        })
    }
}
