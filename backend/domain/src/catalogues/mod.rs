//! Code lists (danh mục) that the form uses, each with its legal source and validity dates.
//!
//! The lists are the files of `backend/catalogues`, built into the program.

mod built_in;
mod search;

use std::collections::{BTreeMap, HashMap};

pub use congvu_openapi::catalogues::{CatalogueInfo, CatalogueItem};
use serde::Deserialize;

use crate::names::fold;

/// Why a code list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The file is not the CSV that is expected.
    #[error("catalogue {catalogue}: {source}")]
    Csv {
        catalogue: String,
        source: csv::Error,
    },
    /// Two entries with the same code.
    #[error("catalogue {catalogue}: code {code} occurs twice")]
    DuplicateCode { catalogue: String, code: String },
    /// A list that `sources.csv` does not name.
    #[error("catalogue {0} has no line in sources.csv")]
    NoSource(String),
}

/// A line of `sources.csv`.
#[derive(Clone, Debug, Deserialize)]
struct Source {
    catalogue: String,
    title: String,
    title_en: String,
    source: String,
    note: String,
}

/// One code list.
#[derive(Clone, Debug)]
pub struct Catalogue {
    about: Source,
    items: Vec<CatalogueItem>,
    /// Names in both languages as searched, by position.
    folded: Vec<[String; 2]>,
    by_code: HashMap<String, usize>,
}

/// All code lists by name.
#[derive(Clone, Debug, Default)]
pub struct Catalogues {
    lists: BTreeMap<String, Catalogue>,
}

impl Catalogues {
    /// Reads the lists from the text of `sources.csv` and of each list's file.
    ///
    /// # Errors
    ///
    /// A file that is not valid CSV with the expected columns, a duplicate code, a list without a source.
    pub fn read(sources: &str, files: &[(&str, &str)]) -> Result<Self, CatalogueError> {
        let mut about: HashMap<String, Source> = rows("sources", sources)?
            .into_iter()
            .map(|source: Source| (source.catalogue.clone(), source))
            .collect();
        let mut lists = BTreeMap::new();
        for (name, text) in files {
            let source = about
                .remove(*name)
                .ok_or_else(|| CatalogueError::NoSource((*name).to_owned()))?;
            lists.insert(
                (*name).to_owned(),
                Catalogue::new(source, rows(name, text)?)?,
            );
        }
        Ok(Self { lists })
    }

    /// What lists there are, by name.
    pub fn names(&self) -> impl Iterator<Item = CatalogueInfo> + '_ {
        self.lists.values().map(Catalogue::info)
    }

    /// A list by its name, such as `ethnic-groups`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Catalogue> {
        self.lists.get(name)
    }

    /// An entry of a list.
    #[must_use]
    pub fn find(&self, name: &str, code: &str) -> Option<&CatalogueItem> {
        self.get(name)?.find(code)
    }
}

impl Catalogue {
    fn new(about: Source, items: Vec<CatalogueItem>) -> Result<Self, CatalogueError> {
        let mut by_code = HashMap::with_capacity(items.len());
        for (position, item) in items.iter().enumerate() {
            if by_code.insert(item.code.clone(), position).is_some() {
                return Err(CatalogueError::DuplicateCode {
                    catalogue: about.catalogue,
                    code: item.code.clone(),
                });
            }
        }
        let folded = items
            .iter()
            .map(|item| [fold(&item.name), fold(&item.name_en)])
            .collect();
        Ok(Self {
            about,
            items,
            folded,
            by_code,
        })
    }

    /// Title, source and size.
    #[must_use]
    pub fn info(&self) -> CatalogueInfo {
        CatalogueInfo {
            name: self.about.catalogue.clone(),
            title: self.about.title.clone(),
            title_en: self.about.title_en.clone(),
            source: self.about.source.clone(),
            size: u32::try_from(self.items.len()).unwrap_or(u32::MAX),
        }
    }

    /// A remark on the list: what was added to the source, what is still to be compared with it.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.about.note
    }

    /// Every entry, in the order of the source.
    #[must_use]
    pub fn items(&self) -> &[CatalogueItem] {
        &self.items
    }

    /// The entry with this code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&CatalogueItem> {
        self.items.get(*self.by_code.get(code)?)
    }
}

fn rows<T: serde::de::DeserializeOwned>(
    catalogue: &str,
    text: &str,
) -> Result<Vec<T>, CatalogueError> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|source| CatalogueError::Csv {
            catalogue: catalogue.to_owned(),
            source,
        })
}
