//! Files named by their content.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::compress;

/// Where the hashed files lie under the site.
pub const FOLDER: &str = "assets";

/// The site being written.
pub struct Assets {
    out: PathBuf,
    sizes: Vec<(String, compress::Sizes)>,
}

impl Assets {
    /// Starts with an empty folder.
    pub fn in_folder(out: &Path) -> Result<Self> {
        if out.exists() {
            fs::remove_dir_all(out).with_context(|| format!("cannot empty {}", out.display()))?;
        }
        fs::create_dir_all(out.join(FOLDER))?;
        Ok(Self {
            out: out.to_owned(),
            sizes: Vec::new(),
        })
    }

    /// Writes a file under a name with its digest and returns its address: `/assets/app-1a2b3c4d.css`.
    pub fn add(&mut self, stem: &str, extension: &str, content: &[u8]) -> Result<String> {
        let digest: String = hex::encode(Sha256::digest(content))
            .chars()
            .take(12)
            .collect();
        let name = format!("{FOLDER}/{stem}-{digest}.{extension}");
        self.write(&name, content)?;
        Ok(format!("/{name}"))
    }

    /// Writes a file at a path under the assets; the path itself tells its content from another's.
    pub fn write_under(&mut self, path: &str, content: &[u8]) -> Result<()> {
        let name = format!("{FOLDER}/{path}");
        if let Some(folder) = self.out.join(&name).parent() {
            fs::create_dir_all(folder)?;
        }
        self.write(&name, content)
    }

    /// Writes a file under the very name.
    pub fn write(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.out.join(name);
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
        let sizes = compress::beside(&path, content)?;
        self.sizes.push((name.to_owned(), sizes));
        Ok(())
    }

    /// Adds every file of a folder that ends in `extension`; returns the address for each name.
    pub fn copy_folder(
        &mut self,
        folder: &Path,
        extension: &str,
    ) -> Result<BTreeMap<String, String>> {
        let mut addresses = BTreeMap::new();
        for path in files(folder, extension)? {
            let stem = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let address = self.add(&stem, extension, &fs::read(&path)?)?;
            addresses.insert(format!("{stem}.{extension}"), address);
        }
        Ok(addresses)
    }

    /// Prints what each file costs.
    pub fn report(&self) {
        for (name, sizes) in &self.sizes {
            println!("{name}: {sizes}");
        }
    }
}

/// The files of a folder with an extension, by name.
pub fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
