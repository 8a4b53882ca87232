//! The page itself and the script that starts the app.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::assets::Assets;

/// The addresses that the page names.
pub struct Names {
    pub css: String,
    pub script: String,
    pub module: String,
    pub pkcs12_script: String,
    pub pkcs12_module: String,
    pub icons: BTreeMap<String, String>,
}

/// Fills `boot.js` and `index.html` in and writes them.
pub fn write(source: &Path, assets: &mut Assets, names: &Names) -> Result<()> {
    let boot = fs::read_to_string(source.join("boot.js"))?;
    let boot = fill(
        boot,
        &[
            ("script", &names.script),
            ("module", &names.module),
            ("pkcs12_script", &names.pkcs12_script),
            ("pkcs12_module", &names.pkcs12_module),
        ],
    )?;
    let boot = assets.add("boot", "js", boot.as_bytes())?;
    let icon = names.icons.get("icon.svg").map_or("", String::as_str);
    let page = fs::read_to_string(source.join("index.html"))?;
    let page = fill(
        page,
        &[
            ("css", &names.css),
            ("script", &names.script),
            ("module", &names.module),
            ("boot", &boot),
            ("icon", icon),
        ],
    )?;
    assets.write("index.html", page.as_bytes())
}

fn fill(mut text: String, values: &[(&str, &str)]) -> Result<String> {
    for (name, value) in values {
        text = text.replace(&format!("{{{{{name}}}}}"), value);
    }
    if text.contains("{{") {
        bail!("a blank was not filled in");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn blanks_are_filled_and_a_forgotten_one_is_an_error() {
        let filled = fill("<a href=\"{{css}}\">".into(), &[("css", "/a.css")]).unwrap();
        assert_eq!(filled, "<a href=\"/a.css\">");
        assert!(fill("{{other}}".into(), &[("css", "/a.css")]).is_err());
    }
}
