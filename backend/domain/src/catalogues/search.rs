use super::{Catalogue, CatalogueItem};
use crate::names::fold;

/// How well an entry answers a query; the smaller, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Start,
    WordStart,
    Inside,
}

impl Catalogue {
    /// Entries whose code begins with the query or whose name contains it, accents and case aside.
    ///
    /// Names that begin with the query come first, then those where a word does (`ba dinh` finds
    /// “Phường Ba Đình”), then the others, each in the order of the list. An empty query finds all.
    /// `parent` keeps the entries of one parent, `after` is the code of the last entry of the page before.
    #[must_use]
    pub fn search(
        &self,
        query: &str,
        parent: Option<&str>,
        after: Option<&str>,
        limit: usize,
    ) -> Vec<&CatalogueItem> {
        let query = fold(query);
        let mut found: Vec<(Rank, &CatalogueItem)> = self
            .items
            .iter()
            .zip(&self.folded)
            .filter(|(item, _)| parent.is_none_or(|wanted| item.parent.as_deref() == Some(wanted)))
            .filter_map(|(item, names)| Some((rank(item, names, &query)?, item)))
            .collect();
        // Stable: entries of one rank stay in the order of the list.
        found.sort_by_key(|(rank, _)| *rank);
        let start = after.map_or(0, |code| {
            found
                .iter()
                .position(|(_, item)| item.code == code)
                .map_or(found.len(), |position| position + 1)
        });
        found
            .into_iter()
            .skip(start)
            .take(limit)
            .map(|(_, item)| item)
            .collect()
    }
}

fn rank(item: &CatalogueItem, names: &[String; 2], query: &str) -> Option<Rank> {
    if fold(&item.code).starts_with(query) {
        return Some(Rank::Start);
    }
    names.iter().filter_map(|name| place(name, query)).min()
}

fn place(name: &str, query: &str) -> Option<Rank> {
    let at = name.find(query)?;
    let before = name.get(..at)?;
    Some(if before.is_empty() {
        Rank::Start
    } else if before.ends_with(' ') || name.contains(&format!(" {query}")) {
        Rank::WordStart
    } else {
        Rank::Inside
    })
}

#[cfg(test)]
mod tests {
    use crate::catalogues::Catalogues;

    fn codes(list: &str, query: &str, parent: Option<&str>, limit: usize) -> Vec<&'static str> {
        Catalogues::built_in()
            .get(list)
            .unwrap()
            .search(query, parent, None, limit)
            .into_iter()
            .map(|item| item.code.as_str())
            .collect()
    }

    #[test]
    fn accents_case_and_tone_placement_do_not_matter() {
        for query in ["Hòa Hảo", "hoà hảo", "HOA HAO"] {
            assert_eq!(
                codes("religions", query, None, 5),
                ["hoa-hao-buddhism"],
                "{query}"
            );
        }
        assert_eq!(codes("ethnic-groups", "e de", None, 5).len(), 0);
        assert_eq!(codes("ethnic-groups", "ê-đ", None, 5), ["12"]);
    }

    #[test]
    fn communes_of_one_province() {
        assert_eq!(codes("communes", "ba đình", Some("01"), 5), ["00004"]);
        assert_eq!(codes("communes", "ba đình", Some("79"), 5), [""; 0]);
        assert_eq!(codes("communes", "", Some("79"), 500).len(), 168);
    }

    #[test]
    fn better_answers_come_first() {
        assert_eq!(
            codes("grades", "chuyên viên", None, 3),
            ["01.001", "01.002", "01.003"]
        );
        assert_eq!(codes("grades", "V.05.01", None, 9).len(), 4);
        let names = codes("relations", "em", None, 9);
        assert_eq!(names, ["younger-brother", "younger-sister"]);
    }

    #[test]
    fn pages_follow_on_one_another_and_end() {
        let communes = Catalogues::built_in().get("communes").unwrap();
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = communes.search("an", Some("79"), after, 7);
            let Some(last) = page.last() else { break };
            after = Some(last.code.as_str());
            seen.extend(page.into_iter().map(|item| item.code.as_str()));
        }
        let whole: Vec<_> = communes.search("an", Some("79"), None, 10_000);
        assert!(whole.len() > 20);
        assert_eq!(
            seen,
            whole
                .iter()
                .map(|item| item.code.as_str())
                .collect::<Vec<_>>()
        );
        assert!(communes.search("an", None, Some("unknown"), 7).is_empty());
    }
}
