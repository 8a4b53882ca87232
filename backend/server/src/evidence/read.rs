//! Reading a package that anybody may have made.

use congvu_domain::payload::EvidencePackage;

use super::error::Kind;
use super::files::{ANCHORS, CERTIFICATES, CRLS, EVIDENCE, OCSPS, archive_names, files};
use super::pack::{Files, unpack};
use super::{Archived, Contents, Unreadable, guide};

/// A package that could be read, with what is wrong about its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub contents: Contents,
    pub faults: Vec<Fault>,
}

/// A file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    kind: Kind,
    /// Name of the file, shortened where it is longer than ours are.
    pub file: String,
}

/// Longer names are cut where they are shown.
const LONGEST_NAME: usize = 100;

impl Fault {
    /// Stable identifier in snake_case.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }
}

/// Reads a ZIP. Names lead nowhere: each is one of those that a package has, or its file is told as foreign.
///
/// # Errors
/// See [`Unreadable`].
pub fn read(zip: &[u8]) -> Result<Opened, Unreadable> {
    let mut present = unpack(zip)?;
    present.remove(guide::NAME);
    let evidence = present.get(EVIDENCE).ok_or(Unreadable::NotEvidence)?;
    let package: EvidencePackage =
        serde_json::from_slice(evidence).map_err(|_ignored| Unreadable::Evidence)?;
    let contents = Contents {
        package,
        certificates: folder(&present, CERTIFICATES),
        crls: folder(&present, CRLS),
        ocsps: folder(&present, OCSPS),
        anchors: folder(&present, ANCHORS),
        archive: archive(&present),
    };
    let due = files(&contents).map_err(|_ignored| Unreadable::Evidence)?;
    Ok(Opened {
        faults: compare(&present, &due),
        contents,
    })
}

fn folder(files: &Files, (folder, ending): (&str, &str)) -> Vec<Vec<u8>> {
    files
        .iter()
        .filter(|(name, _)| name.starts_with(folder) && name.ends_with(ending))
        .map(|(_, content)| content.clone())
        .collect()
}

fn archive(files: &Files) -> Vec<Archived> {
    (1..)
        .map_while(|position| {
            let [manifest, token] = archive_names(position);
            Some(Archived {
                manifest: files.get(&manifest)?.clone(),
                token: files.get(&token)?.clone(),
            })
        })
        .collect()
}

/// What is there against what has to be there; how `evidence.json` is indented says nothing.
fn compare(present: &Files, due: &Files) -> Vec<Fault> {
    let fault = |kind, name: &str| Fault {
        kind,
        file: name.chars().take(LONGEST_NAME).collect(),
    };
    let differing = due
        .iter()
        .filter_map(|(name, content)| match present.get(name) {
            None => Some(fault(Kind::Missing, name)),
            Some(other) if other != content && name != EVIDENCE => Some(fault(Kind::Differs, name)),
            Some(_) => None,
        });
    let foreign = present
        .keys()
        .filter(|name| !due.contains_key(*name))
        .map(|name| fault(Kind::Foreign, name));
    differing.chain(foreign).collect()
}
