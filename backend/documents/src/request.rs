use chrono::NaiveDate;
use congvu_openapi::profile::Profile;

use crate::{AuthorityBlock, EmbeddedFile, Place, Verification};

/// The Vietnamese names of coded values.
///
/// Any closure `Fn(&str, &str) -> Option<String>` is one.
pub trait CodeNames {
    /// The name of `code` in `catalogue`; `None` where it is unknown, and then the code is printed.
    fn name(&self, catalogue: &str, code: &str) -> Option<String>;
}

impl<F: Fn(&str, &str) -> Option<String>> CodeNames for F {
    fn name(&self, catalogue: &str, code: &str) -> Option<String> {
        self(catalogue, code)
    }
}

/// What the foot of each page says the print is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// A print to check what was entered (bản in để rà soát).
    Draft,
    /// An approved version of the profile.
    Approved {
        /// Number of the version, from 1.
        version: u32,
        /// Day of the approval.
        approved_on: NaiveDate,
        /// First digits of the version's digest, to find it again.
        digest_short: String,
    },
}

/// One CV to print.
pub struct CvRequest<'a> {
    pub profile: &'a Profile,
    /// Name of the place (địa danh) before the date above the confirmation.
    pub place: String,
    /// Direct superior of the agency (cơ quan chủ quản), printed top left; may be empty.
    pub superior: String,
    /// Agency that issues the print, top left; may be empty. Also the file's author.
    pub agency: String,
    /// The date above the confirmation, and the file's date.
    pub printed_on: NaiveDate,
    /// Authority and post of the person who confirms.
    pub authority: AuthorityBlock,
    /// Name of the person who confirms.
    pub signer_name: String,
    /// Colour photograph, JPEG or PNG; it is cut to 4 × 6 cm.
    pub photo: Option<Vec<u8>>,
    pub status: Status,
    /// The signatures are on trial and say so at the foot.
    pub pilot: bool,
    /// Where the print can be checked; as a QR code at the foot of the last page.
    pub verification: Option<Verification>,
    /// Files inside the PDF, such as the signed data. With any, it is PDF/A-3b.
    pub attachments: &'a [EmbeddedFile],
    pub names: &'a dyn CodeNames,
}

/// A printed CV, and where its signatures belong.
#[derive(Clone, Debug, PartialEq)]
pub struct RenderedCv {
    /// PDF 1.7, PDF/A-2b or, with files inside, PDF/A-3b.
    pub pdf: Vec<u8>,
    pub pages: u32,
    /// Between the post and the name of the competent person (Phụ lục I, mục 7d).
    pub signature_place: Place,
    /// Above the name of the person whose CV it is.
    pub declarant_place: Place,
    /// Over a third of the competent person's signature, from the left (Phụ lục I, mục 8a), for a
    /// signature as wide as its place and a seal of 36 mm; else see [`Place::seal`].
    pub seal_place: Place,
}
