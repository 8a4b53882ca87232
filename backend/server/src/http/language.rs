use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderMap};

/// The language of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Vietnamese,
    English,
}

impl Language {
    /// By `Accept-Language`: English where it is asked for before Vietnamese, else Vietnamese.
    pub fn of(headers: &HeaderMap) -> Self {
        let wanted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        Self::preferred(wanted.unwrap_or_default())
    }

    fn preferred(header: &str) -> Self {
        let mut ranked: Vec<(f32, &str)> = header
            .split(',')
            .map(|part| {
                let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
                (weight.trim().parse().unwrap_or(0.0), tag.trim())
            })
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        ranked
            .iter()
            .find_map(|(_, tag)| match tag.split('-').next() {
                Some("vi") => Some(Self::Vietnamese),
                Some("en") => Some(Self::English),
                _ => None,
            })
            .unwrap_or(Self::Vietnamese)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_unless_english_is_asked_for_first() {
        for (header, language) in [
            ("", Language::Vietnamese),
            ("vi-VN,vi;q=0.9,en;q=0.8", Language::Vietnamese),
            ("en-GB,en;q=0.9,vi;q=0.8", Language::English),
            ("en;q=0.2, vi;q=0.7", Language::Vietnamese),
            ("fr,de;q=0.5", Language::Vietnamese),
        ] {
            assert_eq!(Language::preferred(header), language, "{header}");
        }
    }
}
