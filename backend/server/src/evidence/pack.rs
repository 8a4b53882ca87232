//! ZIP, written the same way every time and read within bounds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::Unreadable;

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Most files of a package; one of a version with ten signatures has about fifty.
const MOST_FILES: usize = 1000;
/// Most bytes of all files together. Revocation lists of large authorities reach some megabytes.
const MOST_BYTES: u64 = 96 * 1024 * 1024;
/// A file may be so many times larger than it is packed; JSON reaches about 20.
const MOST_RATIO: u64 = 200;
/// Smaller files may be packed as tightly as they like.
const ALWAYS_READ: u64 = 64 * 1024;
/// How an entry of the directory begins.
const ENTRY: &[u8] = b"PK\x01\x02";

/// Packs files: sorted, deflated, without times or rights of their own.
///
/// # Errors
/// It cannot be encoded.
pub fn pack(files: &Files) -> anyhow::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(name, options)?;
        writer.write_all(content)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Unpacks files, never more than the bounds above allow, whatever the entries state about themselves.
pub(super) fn unpack(bytes: &[u8]) -> Result<Files, Unreadable> {
    // Looked at before the directory is read, which takes memory for each entry.
    let entries = bytes.windows(ENTRY.len()).filter(|four| *four == ENTRY);
    if entries.take(MOST_FILES + 1).count() > MOST_FILES {
        return Err(Unreadable::TooLarge);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.has_duplicate_names() || archive.has_overlapping_entries().map_err(damaged)? {
        return Err(Unreadable::Ambiguous);
    }
    let mut files = Files::new();
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(damaged)?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(damaged)?.into_owned();
        let most = left.min(ALWAYS_READ.max(file.compressed_size().saturating_mul(MOST_RATIO)));
        let mut content = Vec::new();
        (&mut file)
            .take(most + 1)
            .read_to_end(&mut content)
            .map_err(|_ignored| Unreadable::Damaged)?;
        let size = u64::try_from(content.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(Unreadable::TooLarge);
        }
        left -= size;
        files.insert(name, content);
    }
    Ok(files)
}

fn damaged(error: ZipError) -> Unreadable {
    log::debug!("ZIP: {error}");
    Unreadable::Damaged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        Files::from([
            ("b/two.txt".to_owned(), vec![2; 5000]),
            ("a.txt".to_owned(), b"one".to_vec()),
        ])
    }

    #[test]
    fn the_same_files_make_the_same_bytes_and_come_back() {
        let packed = pack(&files()).unwrap();
        assert_eq!(packed, pack(&files()).unwrap());
        assert_eq!(unpack(&packed).unwrap(), files());
    }

    #[test]
    fn truncated_anywhere_it_is_refused() {
        let packed = pack(&files()).unwrap();
        for length in 0..packed.len() {
            assert_eq!(
                unpack(&packed[..length]),
                Err(Unreadable::Damaged),
                "{length}"
            );
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = Files::from([("evidence.json".to_owned(), vec![0; 40 << 20])]);
        let packed = pack(&bomb).unwrap();
        assert!(packed.len() < 100_000);
        assert_eq!(unpack(&packed), Err(Unreadable::TooLarge));
        // A size that lies changes nothing: the directory entry's uncompressed size is at 24.
        let mut lying = packed;
        let entry = lying.windows(4).rposition(|four| four == ENTRY).unwrap();
        lying[entry + 24..entry + 28].copy_from_slice(&100_u32.to_le_bytes());
        assert!(unpack(&lying).is_err());
    }

    #[test]
    fn too_many_files_are_not_read() {
        let many = (0..=MOST_FILES).map(|number| (number.to_string(), Vec::new()));
        assert_eq!(
            unpack(&pack(&many.collect()).unwrap()),
            Err(Unreadable::TooLarge)
        );
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let mut twice = pack(&files()).unwrap();
        for at in 0..twice.len() - 9 {
            if &twice[at..at + 9] == b"b/two.txt" {
                twice[at..at + 9].copy_from_slice(b"a.txt\0\0\0\0");
            }
        }
        // Whether by name or by checksum, it is not read.
        assert!(unpack(&twice).is_err() || unpack(&twice).unwrap().len() == 2);
    }
}
