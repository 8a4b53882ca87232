//! Files that are written once: several servers may share the folder.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Writes a new file; one that exists is an error. `private` files are readable by their owner only.
pub(super) fn write_new(path: &Path, text: &str, private: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if private { 0o600 } else { 0o644 });
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Puts a whole file in place, or leaves the one that is there: false then. Nobody ever sees half of it. `unique` tells attempts at the same
/// file apart; `private` files are readable by their owner only.
///
/// # Errors
/// The folder cannot be written.
pub fn write_once(path: &Path, text: &str, unique: [u8; 16], private: bool) -> io::Result<bool> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}", hex::encode(unique)));
    let draft = path.with_file_name(name);
    write_new(&draft, text, private)?;
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    match linked {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// The files `{name}-2.pem`, `{name}-3.pem` and so on, up to the first that is missing, with their numbers: what succeeds what `name` began with.
///
/// # Errors
/// The folder cannot be read.
pub fn generations(dir: &Path, name: &str) -> io::Result<Vec<(u32, PathBuf)>> {
    let mut found = Vec::new();
    for number in 2.. {
        let path = dir.join(format!("{name}-{number}.pem"));
        if !path.try_exists()? {
            break;
        }
        found.push((number, path));
    }
    Ok(found)
}
