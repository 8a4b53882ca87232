use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst::syntax::{RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::text::Coverage;
use crate::world::{Files, Sheet};
use crate::{DocumentError, attachment};

const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/Tinos-Regular.ttf"),
    include_bytes!("../fonts/Tinos-Bold.ttf"),
    include_bytes!("../fonts/Tinos-Italic.ttf"),
    include_bytes!("../fonts/Tinos-BoldItalic.ttf"),
];

const TEMPLATES: [(&str, &str); 9] = [
    ("/cv.typ", include_str!("../templates/cv.typ")),
    ("/form.typ", include_str!("../templates/form.typ")),
    ("/items.typ", include_str!("../templates/items.typ")),
    ("/tables.typ", include_str!("../templates/tables.typ")),
    ("/closing.typ", include_str!("../templates/closing.typ")),
    (
        "/verification.typ",
        include_str!("../templates/verification.typ"),
    ),
    ("/corner.typ", include_str!("../templates/corner.typ")),
    ("/person.typ", include_str!("../templates/person.typ")),
    ("/seal.typ", include_str!("../templates/seal.typ")),
];

/// Makes documents. It holds the fonts and templates and nothing of any document, so one is enough
/// for a whole server and may be shared between threads.
pub struct Renderer {
    shared: Shared,
}

/// What all documents have in common.
pub(crate) struct Shared {
    pub library: LazyHash<Library>,
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
    pub templates: Vec<Source>,
    pub coverage: Coverage,
}

impl Default for Renderer {
    fn default() -> Self {
        Self::new()
    }
}

impl Renderer {
    /// Reads the embedded fonts and templates, which takes a few milliseconds.
    #[must_use]
    pub fn new() -> Self {
        let fonts: Vec<Font> = FONTS
            .iter()
            .flat_map(|font| Font::iter(Bytes::new(*font)))
            .collect();
        let templates = TEMPLATES.iter().filter_map(|(path, text)| {
            let path = VirtualPath::new(path).ok()?;
            let id = RootedPath::new(VirtualRoot::Project, path).intern();
            Some(Source::new(id, (*text).to_owned()))
        });
        Self {
            shared: Shared {
                library: LazyHash::new(Library::default()),
                book: LazyHash::new(FontBook::from_fonts(&fonts)),
                coverage: Coverage::of(&fonts),
                templates: templates.collect(),
                fonts,
            },
        }
    }

    /// Sets `template` with `data` as its `/data.json`, and hands the laid-out document to `read`
    /// before it is written as PDF/A-2b or, with attachments, PDF/A-3b.
    pub(crate) fn set<T>(
        &self,
        template: &'static str,
        data: &impl Serialize,
        files: Files<'_>,
        read: impl FnOnce(&PagedDocument) -> Result<T, DocumentError>,
    ) -> Result<(Vec<u8>, T), DocumentError> {
        let mut data = serde_json::to_value(data)?;
        self.shared.coverage.make_printable(&mut data);
        let sheet = Sheet {
            main: self
                .shared
                .template(template)
                .ok_or_else(|| DocumentError::Layout(format!("no template {template}")))?,
            shared: &self.shared,
            data: Bytes::new(serde_json::to_vec(&data)?),
            listing: Bytes::new(serde_json::to_vec(&attachment::listed(files.attachments)?)?),
            files,
        };
        let result = write(&sheet, read);
        // What typst remembers would otherwise keep every person's data and grow without end.
        comemo::evict(0);
        result
    }
}

impl Shared {
    pub(crate) fn template(&self, path: &str) -> Option<&Source> {
        self.templates
            .iter()
            .find(|template| template.id().vpath().get_with_slash() == path)
    }
}

fn write<T>(
    sheet: &Sheet<'_>,
    read: impl FnOnce(&PagedDocument) -> Result<T, DocumentError>,
) -> Result<(Vec<u8>, T), DocumentError> {
    let document = typst::compile::<PagedDocument>(sheet)
        .output
        .map_err(|errors| DocumentError::Layout(in_words(&errors)))?;
    let found = read(&document)?;
    let standard = if sheet.files.attachments.is_empty() {
        PdfStandard::A_2b
    } else {
        PdfStandard::A_3b
    };
    let options = PdfOptions {
        standards: PdfStandards::new(&[standard])
            .map_err(|error| DocumentError::Export(error.message().to_string()))?,
        creator: Smart::Custom(Some("Công Vụ".to_owned())),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options)
        .map_err(|errors| DocumentError::Export(in_words(&errors)))?;
    Ok((pdf, found))
}

fn in_words(errors: &[SourceDiagnostic]) -> String {
    let messages = errors.iter().map(|error| match error.span.id() {
        Some(file) => format!("{}: {}", file.vpath().get_with_slash(), error.message),
        None => error.message.to_string(),
    });
    messages.collect::<Vec<_>>().join("; ")
}
