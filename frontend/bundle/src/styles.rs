//! The style sheets as one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::assets::files;

/// Tokens first, then the base, then components and pages by name.
const FIRST: [&str; 3] = ["fonts.css", "tokens.css", "base.css"];

/// Concatenates the sheets and puts the hashed addresses of the fonts in.
pub fn concatenate(folder: &Path, fonts: &BTreeMap<String, String>) -> Result<String> {
    let mut css = String::new();
    for name in FIRST {
        css.push_str(&fs::read_to_string(folder.join(name))?);
    }
    for part in ["components", "pages"] {
        for path in files(&folder.join(part), "css")? {
            css.push_str(&fs::read_to_string(path)?);
        }
    }
    for (name, address) in fonts {
        css = css.replace(
            &format!("url(\"../fonts/{name}\")"),
            &format!("url(\"{address}\")"),
        );
    }
    if css.contains("../fonts/") {
        bail!("a style sheet names a font that is not in the folder");
    }
    Ok(without_comments(&css))
}

/// Comments are for people who read the source.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut parts = css.split("/*");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_go_and_rules_stay() {
        assert_eq!(
            without_comments("a{b:c}/* x */d{e:f}/* y */"),
            "a{b:c}d{e:f}"
        );
    }
}
