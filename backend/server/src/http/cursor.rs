use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use congvu_openapi::paging::PageQuery;

use crate::error::{ApiError, Code, said};

/// Where a page of a list begins: two keys of the row before it.
pub struct Cursor;

impl Cursor {
    pub fn encode(first: &str, second: &str) -> String {
        URL_SAFE_NO_PAD.encode(format!("{first}\u{1f}{second}"))
    }

    fn decode(cursor: &str) -> Option<(String, String)> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let (first, second) = text.split_once('\u{1f}')?;
        Some((first.to_owned(), second.to_owned()))
    }
}

/// A page that was asked for.
#[derive(Debug)]
pub struct Page {
    pub after: Option<(String, String)>,
    /// Entries wanted, 1 to 100.
    pub limit: usize,
}

impl Page {
    /// # Errors
    /// 400 where the cursor is none of ours or the limit is out of range.
    pub fn read(query: &PageQuery) -> Result<Self, ApiError> {
        let limit = usize::from(query.limit.unwrap_or(20));
        if !(1..=100).contains(&limit) {
            return Err(ApiError::new(
                Code::BadRequest,
                said("“limit” phải từ 1 đến 100.", "“limit” must be 1 to 100."),
            ));
        }
        let after = match query.cursor.as_deref() {
            None => None,
            Some(cursor) => Some(Cursor::decode(cursor).ok_or_else(|| {
                ApiError::new(
                    Code::BadRequest,
                    said(
                        "“cursor” không đúng; hãy dùng “next” của trang trước.",
                        "“cursor” is not valid; use “next” of the page before.",
                    ),
                )
            })?),
        };
        Ok(Self { after, limit })
    }

    /// How many rows to ask for: one more than wanted shows whether there is another page.
    pub fn rows(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or(100) + 1
    }

    /// Cuts the rows to the page, with the cursor of the next one.
    pub fn cut<T>(
        &self,
        rows: &mut Vec<T>,
        key: impl Fn(&T) -> (String, String),
    ) -> Option<String> {
        if rows.len() <= self.limit {
            return None;
        }
        rows.truncate(self.limit);
        rows.last().map(|last| {
            let (first, second) = key(last);
            Cursor::encode(&first, &second)
        })
    }
}
