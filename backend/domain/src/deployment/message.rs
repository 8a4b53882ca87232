//! Messages in both languages, and the reader's own messages put into Vietnamese.

/// What is wrong and what is expected.
pub(super) struct Message {
    pub(super) vi: String,
    pub(super) en: String,
}

impl Message {
    pub(super) fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }
}

pub(super) fn syntax(message: &str) -> Message {
    let vi = match message {
        "duplicate key" => "khóa bị lặp lại".to_owned(),
        other => format!("sai cú pháp TOML: {other}"),
    };
    Message::new(vi, format!("not valid TOML: {message}"))
}

/// The key that a "missing field" message names.
pub(super) fn missing_field(message: &str) -> Option<&str> {
    message
        .strip_prefix("missing field `")
        .and_then(|rest| rest.strip_suffix('`'))
}

/// A message of serde about a value that does not fit the schema.
pub(super) fn schema(message: &str) -> Message {
    let vi = if let Some(field) = missing_field(message) {
        format!("thiếu khóa `{field}`")
    } else if let Some((key, expected)) = split(message, "unknown field ") {
        format!("không có khóa {key}{}", one_of(expected))
    } else if let Some((value, expected)) = split(message, "unknown variant ") {
        format!("không có giá trị {value}{}", one_of(expected))
    } else if let Some((found, expected)) = split(message, "invalid type: ") {
        format!("sai kiểu: gặp {}; cần {}", kind(found), kind(expected))
    } else if let Some((found, expected)) = split(message, "invalid value: ") {
        format!(
            "giá trị không hợp lệ: {}; cần {}",
            kind(found),
            kind(expected)
        )
    } else {
        format!("không đọc được giá trị ({message})")
    };
    Message::new(vi, message)
}

fn split<'m>(message: &'m str, prefix: &str) -> Option<(&'m str, &'m str)> {
    let rest = message.strip_prefix(prefix)?;
    Some(rest.split_once(", expected ").unwrap_or((rest, "")))
}

fn one_of(expected: &str) -> String {
    if expected.is_empty() {
        return String::new();
    }
    let list = expected.trim_start_matches("one of ").replace(" or ", ", ");
    format!("; cần một trong: {list}")
}

/// The reader's names of types, in Vietnamese; what is unknown stays as it is.
fn kind(name: &str) -> String {
    const KINDS: [(&str, &str); 9] = [
        ("a formatted date string", "ngày dạng \"YYYY-MM-DD\""),
        ("a string", "chuỗi trong dấu nháy"),
        ("a sequence", "danh sách"),
        ("sequence", "danh sách"),
        ("map", "bảng"),
        ("struct ", "bảng "),
        ("string ", "chuỗi "),
        ("integer ", "số "),
        ("u16", "số nguyên từ 0 đến 65535"),
    ];
    KINDS
        .iter()
        .find_map(|(en, vi)| Some(format!("{vi}{}", name.strip_prefix(en)?)))
        .unwrap_or_else(|| name.to_owned())
}
