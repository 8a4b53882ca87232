use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::renderer::Shared;

/// All that typst sees while it sets one document: our templates, our fonts, `/data.json` and one
/// image. Every other file is refused, and there is no clock.
pub(crate) struct Sheet<'a> {
    pub shared: &'a Shared,
    pub main: &'a Source,
    pub data: Bytes,
    pub image: Option<Bytes>,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let template = self.shared.template(id.vpath().get_with_slash());
        template.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match (id.vpath().get_with_slash(), &self.image) {
            ("/data.json", _) => Ok(self.data.clone()),
            ("/photo", Some(image)) => Ok(image.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
