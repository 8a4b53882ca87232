//! Two people, or two windows, changed the same draft: what only one side changed is taken over,
//! what both changed differently is shown item by item.

use congvu_openapi::form::{Entry, leaves};
use serde_json::Value;

/// An item that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The field or table of the form.
    pub entry: Entry,
    /// What stands here.
    pub mine: Value,
    /// What the server holds.
    pub theirs: Value,
}

/// Which side an item is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What was typed here.
    Mine,
    /// What the server holds.
    Theirs,
}

/// Both sides brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The server's document with everything that only this side changed; mine where in conflict.
    pub document: Value,
    /// What has to be chosen.
    pub conflicts: Vec<Conflict>,
}

/// Place in the document of a field or table.
#[must_use]
pub const fn place(entry: &Entry) -> &'static str {
    match entry {
        Entry::Field(field) => field.pointer,
        Entry::Table(table) => table.pointer,
    }
}

/// Brings together what was typed here and what the server holds, both built on `base`.
#[must_use]
pub fn three_way(base: &Value, mine: &Value, theirs: &Value) -> Merge {
    let mut document = theirs.clone();
    let mut conflicts = Vec::new();
    for (_, entry) in leaves() {
        let at = place(&entry);
        let (Some(old), Some(here), Some(there)) =
            (base.pointer(at), mine.pointer(at), theirs.pointer(at))
        else {
            continue;
        };
        if here == there || here == old {
            continue;
        }
        put(&mut document, at, here);
        if there != old {
            conflicts.push(Conflict {
                entry,
                mine: here.clone(),
                theirs: there.clone(),
            });
        }
    }
    Merge {
        document,
        conflicts,
    }
}

/// The merged document with the sides chosen; an item without a choice stays as it was typed here.
#[must_use]
pub fn resolve(merge: &Merge, choices: &[Side]) -> Value {
    let mut document = merge.document.clone();
    for (conflict, side) in merge.conflicts.iter().zip(choices) {
        let value = match side {
            Side::Mine => &conflict.mine,
            Side::Theirs => &conflict.theirs,
        };
        put(&mut document, place(&conflict.entry), value);
    }
    document
}

fn put(document: &mut Value, at: &str, value: &Value) {
    if let Some(slot) = document.pointer_mut(at) {
        slot.clone_from(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::pointer::{set, text};
    use congvu_openapi::profile::Profile;
    use serde_json::json;

    const PHONE: &str = "/papers/phone";
    const POST: &str = "/posts/current_post";
    const CAREER: &str = "/history/career";

    fn document(values: &[(&str, &str)]) -> Value {
        let mut document = serde_json::to_value(Profile::default()).unwrap();
        for (pointer, value) in values {
            assert!(set(&mut document, pointer, value));
        }
        document
    }

    #[test]
    fn what_one_side_changed_is_taken_over_without_asking() {
        let base = document(&[(PHONE, "0901")]);
        let mine = document(&[(PHONE, "0902")]);
        let theirs = document(&[(PHONE, "0901"), (POST, "Chuyên viên")]);
        let merge = three_way(&base, &mine, &theirs);
        assert!(merge.conflicts.is_empty());
        assert_eq!(
            merge.document,
            document(&[(PHONE, "0902"), (POST, "Chuyên viên")])
        );
    }

    #[test]
    fn the_same_change_on_both_sides_is_no_conflict() {
        let both = document(&[(PHONE, "0902")]);
        let merge = three_way(&document(&[]), &both, &both);
        assert_eq!((merge.document, merge.conflicts.len()), (both, 0));
    }

    #[test]
    fn what_both_changed_is_chosen_item_by_item() {
        let base = document(&[]);
        let mine = document(&[(PHONE, "0902"), (POST, "Trưởng phòng")]);
        let theirs = document(&[(PHONE, "0903"), (POST, "Phó phòng")]);
        let merge = three_way(&base, &mine, &theirs);
        let items: Vec<&str> = merge.conflicts.iter().map(|c| place(&c.entry)).collect();
        assert_eq!(items, [PHONE, POST]);
        let chosen = resolve(&merge, &[Side::Theirs, Side::Mine]);
        assert_eq!(text(&chosen, PHONE), "0903");
        assert_eq!(text(&chosen, POST), "Trưởng phòng");
        assert_eq!(
            resolve(&merge, &[]),
            mine,
            "nothing typed is lost without a choice"
        );
        assert_eq!(resolve(&merge, &[Side::Theirs, Side::Theirs]), theirs);
    }

    #[test]
    fn a_table_is_one_item() {
        let row =
            |post: &str| json!([{"from": "2010-03", "to": "", "organisation": "Sở", "post": post}]);
        let with = |rows: Value| {
            let mut document = document(&[]);
            *document.pointer_mut(CAREER).unwrap() = rows;
            document
        };
        let merge = three_way(&document(&[]), &with(row("a")), &with(row("b")));
        assert_eq!(merge.conflicts.len(), 1);
        assert_eq!(resolve(&merge, &[Side::Theirs]), with(row("b")));
        let cleared = three_way(&with(row("a")), &with(json!([])), &with(row("a")));
        assert_eq!(
            cleared.document,
            with(json!([])),
            "a removal is a change too"
        );
    }
}
