use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::PathBuf;

/// Files under their SHA-256, in a local folder. A file that is there is whole and never changes.
#[derive(Clone, Debug)]
pub struct Blobs {
    folder: PathBuf,
}

impl Blobs {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn path(&self, sha256: &str) -> PathBuf {
        let (start, _) = sha256.split_at_checked(2).unwrap_or((sha256, ""));
        self.folder.join(start).join(sha256)
    }

    /// Keeps the content; when this returns, it survives a loss of power.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn put(&self, sha256: &str, content: &[u8]) -> io::Result<()> {
        let path = self.path(sha256);
        if path.exists() {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        // Written beside it first: a reader never sees half a file.
        let unique = hex::encode(crate::random::bytes::<8>().map_err(io::Error::other)?);
        let beside = folder.join(format!("{sha256}.{unique}"));
        let mut file = File::create(&beside)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&beside, &path)?;
        File::open(folder)?.sync_all()
    }

    /// # Errors
    /// There is no such content, or it cannot be read.
    pub fn get(&self, sha256: &str) -> io::Result<Vec<u8>> {
        fs::read(self.path(sha256))
    }
}
