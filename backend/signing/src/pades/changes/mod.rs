//! What came after a signature: the comparison of two revisions.
//!
//! A signature holds for the revision it covers. Everything that a later revision adds or says differently has to be on the short list of what
//! signing, sealing, time stamps and validation data need; whatever is not explained by that list counts as a change of the document. Allowed are:
//!
//! - a new signature field, seen or not, filled by the signature that ends the revision, or an empty one that shows nothing; its entries in
//!   the form and on its page; the filling of a signature field that was there empty;
//! - certificates, CRLs and OCSP answers in the Document Security Store (DSS), which may lose nothing;
//! - a document time stamp, which may show nothing: anybody can have one made, so it vouches for no look;
//! - the date of change and producer in the document information, and the dates and instance number in XMP. Another title there would be
//!   shown by readers, so nothing else;
//! - object and cross-reference streams that hold these;
//! - before a signature, new objects that nothing refers to.
//!
//! New objects may not have been referred to before, may not stand in bytes that were there before, and what changes may not also be used
//! elsewhere: so content prepared before signing can be neither shown nor hidden by what comes later (shadow attacks).

mod analysis;
mod catalog;
mod form;
mod metadata;
mod modification;
mod page;
mod store;

pub(super) use analysis::{Ending, References, between};
pub use modification::Modification;

/// What came after a signature, from harmless to not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    None,
    /// Validation data and document time stamps.
    LongTermOnly,
    /// Also other signatures or places for them.
    SignaturesOnly,
    /// The document is no longer what was signed.
    NotPermitted {
        what: Modification,
    },
}

impl Changes {
    pub fn are_permitted(&self) -> bool {
        !matches!(self, Self::NotPermitted { .. })
    }

    /// Both one after the other; of two that are not permitted the earlier is named.
    pub(super) fn then(&self, later: &Self) -> Self {
        match (self, later) {
            (Self::NotPermitted { .. }, _) | (Self::SignaturesOnly, Self::LongTermOnly) => {
                self.clone()
            }
            (_, Self::NotPermitted { .. }) => later.clone(),
            (one, Self::None) => one.clone(),
            (_, later) => later.clone(),
        }
    }
}
