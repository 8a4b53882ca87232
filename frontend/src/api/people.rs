//! People: search and registration.

use congvu_openapi::people::{NewPerson, Person, PersonCount, PersonPage};

use super::client::query;
use super::{ApiError, Call, Loaded};

/// What a search asks for; empty values do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the name or a number; accents do not matter.
    pub q: String,
    /// A unit and everything below it.
    pub unit: String,
    /// Kind of person.
    pub kind: String,
    /// Where the profile stands.
    pub state: String,
}

impl Search {
    fn pairs(&self) -> [(&'static str, &str); 4] {
        [
            ("q", &self.q),
            ("unit", &self.unit),
            ("kind", &self.kind),
            ("state", &self.state),
        ]
    }

    /// The search as a query string, for addresses of the app and of the API.
    #[must_use]
    pub fn query(&self, cursor: &str, limit: &str) -> String {
        let mut pairs = self.pairs().to_vec();
        pairs.push(("cursor", cursor));
        pairs.push(("limit", limit));
        query(&pairs)
    }
}

/// A page of people, by given name.
///
/// # Errors
/// As any call.
pub async fn list(search: &Search, cursor: &str, limit: u16) -> Result<PersonPage, ApiError> {
    let path = format!("/people{}", search.query(cursor, &limit.to_string()));
    Ok(Call::get(path).send().await?.value)
}

/// How many the search finds.
///
/// # Errors
/// As any call.
pub async fn count(search: &Search) -> Result<i64, ApiError> {
    let path = format!("/people/count{}", search.query("", ""));
    let count: PersonCount = Call::get(path).send().await?.value;
    Ok(count.count)
}

/// A person.
///
/// # Errors
/// 404 also where the caller may not know the person.
pub async fn get(id: &str) -> Result<Loaded<Person>, ApiError> {
    Call::get(format!("/people/{id}")).send().await
}

/// Registers somebody recruited.
///
/// # Errors
/// 422 with the fields to mend.
pub async fn register(person: &NewPerson) -> Result<Person, ApiError> {
    Ok(Call::post("/people").json(person).send().await?.value)
}
