use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::EmbeddedFile;
use crate::renderer::Shared;

/// What belongs to one document beside its text.
#[derive(Default)]
pub(crate) struct Files<'a> {
    /// The photograph, handwriting or seal: `/photo`.
    pub image: Option<&'a [u8]>,
    /// To be embedded: `/attachments.json` and `/attachment/0`, `/attachment/1`, …
    pub attachments: &'a [EmbeddedFile],
}

/// All that typst sees while it sets one document: our templates, our fonts, `/data.json` and the
/// document's files. Every other file is refused, and there is no clock.
pub(crate) struct Sheet<'a> {
    pub shared: &'a Shared,
    pub main: &'a Source,
    pub data: Bytes,
    pub files: Files<'a>,
    pub listing: Bytes,
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
        let found = match id.vpath().get_with_slash() {
            "/data.json" => Some(self.data.clone()),
            "/attachments.json" => Some(self.listing.clone()),
            "/photo" => self.files.image.map(own),
            path => path
                .strip_prefix("/attachment/")
                .and_then(|n| self.files.attachments.get(n.parse::<usize>().ok()?))
                .map(|file| own(&file.bytes)),
        };
        found.ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn own(bytes: &[u8]) -> Bytes {
    Bytes::new(bytes.to_vec())
}
