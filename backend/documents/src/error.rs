use thiserror::Error;

/// Why a document could not be made.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// The photograph or the handwritten signature is neither JPEG nor PNG, or damaged.
    #[error("the image is not a readable JPEG or PNG file")]
    UnreadableImage,
    /// More pixels than a photograph of 4 × 6 cm can need.
    #[error("the image has {pixels} pixels, more than the {limit} allowed")]
    ImageTooLarge { pixels: u64, limit: u64 },
    /// The image of a signature or seal is not a PNG with a transparent ground (Nghị định 30/2020,
    /// Phụ lục I, mục II.7d and II.8a).
    #[error("the image of a signature or seal is not a PNG with a transparent ground")]
    OpaqueImage,
    /// The address for the QR code has more than 213 bytes.
    #[error("the address is too long for a QR code that can be read from paper")]
    LongAddress,
    /// A file to embed has a name or MIME type that cannot be written, or its name comes twice.
    #[error("the file “{0}” cannot be embedded")]
    Attachment(String),
    /// The profile could not be written as JSON.
    #[error("the profile cannot be written as JSON")]
    Data(#[from] serde_json::Error),
    /// The template could not be laid out.
    #[error("the document cannot be laid out: {0}")]
    Layout(String),
    /// The laid-out document cannot be written as PDF/A.
    #[error("the document cannot be written as PDF/A: {0}")]
    Export(String),
    /// The template has no place of this name.
    #[error("the document has no place “{0}”")]
    NoPlace(&'static str),
}
