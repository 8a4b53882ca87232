//! Changes that a signature does not survive.

/// The first thing found; [`Modification::code`] is stable.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Modification {
    #[error("bytes follow that belong to no revision")]
    Trailing,
    #[error("the cross-references {0}")]
    CrossReferences(&'static str),
    #[error("the trailer has another {0}")]
    Trailer(String),
    #[error("the catalog has another {0}")]
    Catalog(String),
    #[error("a page has another {0}")]
    Page(String),
    #[error("an annotation was added or removed")]
    Annotation,
    #[error("the form has another {0}")]
    Form(String),
    #[error("a form field was added, removed or filled in")]
    FormField,
    #[error("a signature field {0}")]
    SignatureField(&'static str),
    #[error("the appearance of a signature holds more than its look")]
    Appearance,
    #[error("the security store {0}")]
    SecurityStore(&'static str),
    #[error("the metadata say something else")]
    Metadata,
    #[error("the document information says something else")]
    Information,
    #[error("object {0} was removed")]
    Removed(u32),
    #[error("object {0} was changed")]
    Changed(u32),
    #[error("object {0} is new and belongs to no permitted change")]
    Added(u32),
    #[error("object {0} was referred to before it existed")]
    Awaited(u32),
    #[error("object {0} changed and is used in another place too")]
    Shared(u32),
    #[error("object {0} spans a signature")]
    SpansSignature(u32),
    #[error("the first signature certifies that nothing may follow")]
    Certified,
}

impl Modification {
    /// Stable identifier in snake_case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Trailing => "trailing_bytes",
            Self::CrossReferences(_) => "cross_references_changed",
            Self::Trailer(_) => "trailer_changed",
            Self::Catalog(_) => "catalog_changed",
            Self::Page(_) => "page_changed",
            Self::Annotation => "annotation_changed",
            Self::Form(_) => "form_changed",
            Self::FormField => "form_field_changed",
            Self::SignatureField(_) => "signature_field_changed",
            Self::Appearance => "signature_appearance_misused",
            Self::SecurityStore(_) => "security_store_misused",
            Self::Metadata => "metadata_changed",
            Self::Information => "document_information_changed",
            Self::Removed(_) => "object_removed",
            Self::Changed(_) => "object_changed",
            Self::Added(_) => "object_added",
            Self::Awaited(_) => "object_awaited",
            Self::Shared(_) => "object_shared",
            Self::SpansSignature(_) => "object_spans_signature",
            Self::Certified => "certified_against_changes",
        }
    }
}
