//! Documents as PDF/A-2b, or PDF/A-3b with the signed data inside: the CV (sơ yếu lý lịch) of Thông tư 06/2023/TT-BNV, and the images that
//! signatures show on it (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục 7 and 8).
//!
//! The layout lives in `templates/` and is set by typst with the fonts in `fonts/`; nothing else on
//! the machine is read. Values reach the templates as JSON, so that no text that an official typed
//! is ever read as markup. Equal input gives equal bytes.

mod attachment;
mod authority;
mod cv;
mod error;
mod image;
mod notation;
mod places;
mod renderer;
mod request;
mod sheet;
pub mod stamp;
mod text;
mod verification;
mod world;

pub use attachment::{EmbeddedFile, Relationship};
pub use authority::{AuthorityBlock, AuthorityForm};
pub use error::DocumentError;
pub use places::Place;
pub use renderer::Renderer;
pub use request::{CodeNames, CvRequest, RenderedCv, Status};
pub use stamp::{Appearance, CopyForm, Mark, Stamp};
pub use verification::Verification;
