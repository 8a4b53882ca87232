use congvu_openapi::form::{Entry, Kind, leaves};
use congvu_openapi::profile::{Place, Profile};
use serde_json::{Value, json};

use crate::{CodeNames, DocumentError, notation};

/// Codes of this catalogue are themselves what the form asks for (mã số ngạch).
const PRINTED_AS_CODE: &str = "grades";

/// The profile with each leaf as it is written on paper, in the profile's own structure.
pub(crate) fn printed(profile: &Profile, names: &dyn CodeNames) -> Result<Value, DocumentError> {
    let mut sheet = serde_json::to_value(profile)?;
    for (_, entry) in leaves() {
        match entry {
            Entry::Field(field) => {
                if let Some(leaf) = sheet.pointer_mut(field.pointer) {
                    print(leaf, field.kind, names)?;
                }
            }
            Entry::Table(table) => {
                let rows = sheet.pointer_mut(table.pointer);
                for row in rows.and_then(Value::as_array_mut).into_iter().flatten() {
                    for column in table.columns {
                        if let Some(cell) = row.get_mut(column.key) {
                            print(cell, column.kind, names)?;
                        }
                    }
                }
            }
        }
    }
    Ok(sheet)
}

fn print(leaf: &mut Value, kind: Kind, names: &dyn CodeNames) -> Result<(), DocumentError> {
    if kind == Kind::Place {
        let place: Place = serde_json::from_value(leaf.take())?;
        *leaf = print_place(&place, names);
    } else if let Value::String(text) = leaf {
        let printed = match kind {
            Kind::Date | Kind::Year => notation::date(text),
            Kind::Month => notation::month(text),
            Kind::Decimal | Kind::Money => notation::number(text),
            Kind::Choice(catalogue) => name(names, catalogue, text),
            _ => return Ok(()),
        };
        *text = printed;
    }
    Ok(())
}

fn name(names: &dyn CodeNames, catalogue: &str, code: &str) -> String {
    let known = if code.is_empty() || catalogue == PRINTED_AS_CODE {
        None
    } else {
        names.name(catalogue, code)
    };
    known.unwrap_or_else(|| code.to_owned())
}

/// In one line, and in the parts of item 5, where the lowest also holds the house or hamlet.
fn print_place(place: &Place, names: &dyn CodeNames) -> Value {
    let mut place = place.clone();
    if place.commune.is_empty() {
        place.commune = name(names, "communes", place.commune_code.as_str()).into();
    }
    if place.province.is_empty() {
        place.province = name(names, "provinces", place.province_code.as_str()).into();
    }
    let lowest = Place {
        detail: place.detail.clone(),
        commune: place.commune.clone(),
        ..Place::default()
    };
    json!({
        "words": place.in_words(),
        "lowest": lowest.in_words(),
        "district": place.district,
        "province": place.province,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use congvu_openapi::profile::{CareerRow, PayRow, RewardRow};

    fn names(catalogue: &str, code: &str) -> Option<String> {
        (code == "01").then(|| format!("{catalogue} một"))
    }

    #[test]
    fn leaves_are_written_by_their_kind_in_fields_and_in_tables() {
        let mut profile = Profile::default();
        profile.personal.gender = "01".into();
        profile.personal.religion = "99".into();
        profile.personal.birth_date = "1985-02-28".into();
        profile.personal.home_town.detail = "thôn Đông".into();
        profile.personal.home_town.commune_code = "01".into();
        profile.pay.grade.code = "01".into();
        profile.economy.salary = "2530000".into();
        profile.history.career = vec![CareerRow {
            from: "2010-09".into(),
            ..CareerRow::default()
        }];
        profile.pay.pay_history = vec![PayRow {
            coefficient: "4.98".into(),
            ..PayRow::default()
        }];
        profile.merit.rewards = vec![RewardRow {
            work_rating: "01".into(),
            ..RewardRow::default()
        }];
        let sheet = printed(&profile, &names).unwrap();
        for (pointer, expected) in [
            ("/personal/gender", "genders một"),
            ("/personal/religion", "99"),
            ("/personal/birth_date", "28/02/1985"),
            ("/personal/home_town/lowest", "thôn Đông, communes một"),
            ("/personal/home_town/province", ""),
            ("/pay/grade/code", "01"),
            ("/economy/salary", "2.530.000"),
            ("/history/career/0/from", "09/2010"),
            ("/pay/pay_history/0/coefficient", "4,98"),
            ("/merit/rewards/0/work_rating", "work-ratings một"),
        ] {
            assert_eq!(sheet.pointer(pointer).unwrap(), expected, "{pointer}");
        }
    }
}
