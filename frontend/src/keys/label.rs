//! A name for where a key is kept, from what the browser says about itself.

/// `Chrome trên Windows`; the owner may change it.
#[must_use]
pub fn from_user_agent(user_agent: &str) -> String {
    let browser = first(
        user_agent,
        &[
            ("coc_coc_browser", "Cốc Cốc"),
            ("Edg/", "Edge"),
            ("OPR/", "Opera"),
            ("Firefox/", "Firefox"),
            ("Chrome/", "Chrome"),
            ("Safari/", "Safari"),
        ],
        "Trình duyệt",
    );
    let system = first(
        user_agent,
        &[
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Windows", "Windows"),
            ("Mac OS X", "macOS"),
            ("Linux", "Linux"),
        ],
        "máy này",
    );
    format!("{browser} trên {system}")
}

fn first(text: &str, known: &[(&str, &'static str)], otherwise: &'static str) -> &'static str {
    known
        .iter()
        .find(|(mark, _)| text.contains(mark))
        .map_or(otherwise, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::from_user_agent;

    #[test]
    fn the_more_particular_browser_wins() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0";
        assert_eq!(from_user_agent(edge), "Edge trên Windows");
        let phone = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36";
        assert_eq!(from_user_agent(phone), "Chrome trên Android");
        assert_eq!(from_user_agent(""), "Trình duyệt trên máy này");
    }
}
