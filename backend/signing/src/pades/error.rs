//! Why a PDF cannot be signed or is not accepted.

use super::changes::Modification;
use super::reader::ReadError;
use crate::cms::CmsError;

/// Errors about the file; what is wrong with one signature is a [`crate::verify::VerifyError`].
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("the PDF cannot be read or written: {0}")]
    Pdf(#[from] lopdf::Error),
    #[error("the PDF cannot be written: {0}")]
    Write(#[from] std::io::Error),
    #[error("the PDF cannot be read: {0}")]
    Unreadable(&'static str),
    #[error("more than is read of a PDF: {0}")]
    TooLarge(&'static str),
    #[error("encrypted PDF files are not accepted")]
    Encrypted,
    #[error("there is no page {0}")]
    NoSuchPage(u32),
    #[error("the file already has a field {0}")]
    FieldExists(String),
    #[error("the signature appearance is not a PDF with a page")]
    Appearance,
    #[error("the new revision lacks its placeholder")]
    Placeholder,
    #[error("the place for the signature is not an empty one inside the file")]
    HoleTaken,
    #[error("the signature takes {needed} bytes, {reserved} are reserved")]
    ReserveTooSmall { needed: usize, reserved: usize },

    #[error("the PDF has no signature")]
    NotSigned,
    #[error("signature {field}: {reason}")]
    ByteRange { field: String, reason: &'static str },
    #[error("signatures {first} and {second} overlap")]
    Overlap { first: String, second: String },
    #[error("signature {field} is of kind {sub_filter}, not ETSI.CAdES.detached")]
    UnsupportedSubFilter { field: String, sub_filter: String },
    #[error("a signature that earlier revisions show is no longer in the form")]
    SignatureRemoved,
    #[error("two fields are called {0}")]
    DuplicateField(String),
    #[error("{bytes} bytes were appended after the last signature: {what}")]
    AppendedAfterSigning { bytes: usize, what: Modification },

    #[error("signature {0} does not cover the whole file")]
    NotLast(String),
    #[error("the CMS holds another signature than field {0}")]
    OtherSignature(String),
    #[error(transparent)]
    Cms(#[from] CmsError),
}

impl From<ReadError> for PdfError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Malformed(what) => Self::Unreadable(what),
            ReadError::TooLarge(what) => Self::TooLarge(what),
            ReadError::Encrypted => Self::Encrypted,
        }
    }
}

impl PdfError {
    /// Stable identifier in snake_case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Pdf(_) | Self::Write(_) | Self::Unreadable(_) => "malformed_pdf",
            Self::TooLarge(_) => "pdf_too_large",
            Self::Encrypted => "encrypted_pdf",
            Self::NoSuchPage(_) => "no_such_page",
            Self::FieldExists(_) => "field_exists",
            Self::Appearance => "malformed_appearance",
            Self::Placeholder => "placeholder_lost",
            Self::HoleTaken => "hole_taken",
            Self::ReserveTooSmall { .. } => "reserve_too_small",
            Self::NotSigned => "not_signed",
            Self::ByteRange { .. } => "wrong_byte_range",
            Self::Overlap { .. } => "overlapping_signatures",
            Self::UnsupportedSubFilter { .. } => "unsupported_signature_kind",
            Self::SignatureRemoved => "signature_removed",
            Self::DuplicateField(_) => "duplicate_field",
            Self::AppendedAfterSigning { .. } => "appended_after_signing",
            Self::NotLast(_) => "signature_not_last",
            Self::OtherSignature(_) => "other_signature",
            Self::Cms(_) => "malformed_cms",
        }
    }
}
