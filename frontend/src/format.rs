//! Dates, numbers and names the Vietnamese way.

/// `2026-02-27` as `27/02/2026`; `2026-02` as `02/2026`; a moment by its day; anything else as it is.
#[must_use]
pub fn date(iso: &str) -> String {
    let day = iso.split('T').next().unwrap_or(iso);
    day.rsplit('-').collect::<Vec<_>>().join("/")
}

/// A moment (RFC 3339, UTC) as `27/02/2026 10:42` in Vietnam's time, which has no summer time: UTC+7.
#[must_use]
pub fn date_time(iso: &str) -> String {
    moment(iso).unwrap_or_else(|| date(iso))
}

fn moment(iso: &str) -> Option<String> {
    let (day, time) = iso.split_once('T')?;
    let mut ymd = day.split('-').map(str::parse::<i64>);
    let (year, month, day) = (ymd.next()?.ok()?, ymd.next()?.ok()?, ymd.next()?.ok()?);
    let mut hm = time.split(':');
    let hour = hm.next()?.parse::<i64>().ok()?;
    let minute = hm.next()?.parse::<i64>().ok()?;
    let zone = offset_minutes(time);
    let local = (hour * 60 + minute) - zone + 7 * 60;
    let (year, month, day) = shift_days(year, month, day, local.div_euclid(24 * 60));
    let local = local.rem_euclid(24 * 60);
    Some(format!(
        "{day:02}/{month:02}/{year} {:02}:{:02}",
        local / 60,
        local % 60
    ))
}

/// Minutes east of UTC at the end of a time; `Z` is 0.
fn offset_minutes(time: &str) -> i64 {
    let Some(at) = time.rfind(['+', '-']) else {
        return 0;
    };
    let (_, zone) = time.split_at(at);
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let mut parts = zone.trim_start_matches(['+', '-']).split(':');
    let mut next = || {
        parts
            .next()
            .and_then(|n| n.parse::<i64>().ok())
            .unwrap_or(0)
    };
    sign * (next() * 60 + next())
}

const fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day before, the same, or the next: an offset never moves further.
const fn shift_days(year: i64, month: i64, day: i64, by: i64) -> (i64, i64, i64) {
    match by {
        1 if day < days_in(year, month) => (year, month, day + 1),
        1 if month < 12 => (year, month + 1, 1),
        1 => (year + 1, 1, 1),
        -1 if day > 1 => (year, month, day - 1),
        -1 if month > 1 => (year, month - 1, days_in(year, month - 1)),
        -1 => (year - 1, 12, 31),
        _ => (year, month, day),
    }
}

/// Calendar days from one day to another, each as `YYYY-MM-DD` or a moment; negative where the second is earlier.
#[must_use]
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(day_number(to)? - day_number(from)?)
}

/// Days since 0000-03-01, where leap days are the last of their year.
fn day_number(iso: &str) -> Option<i64> {
    let day = iso.split('T').next()?;
    let mut ymd = day.split('-').map(str::parse::<i64>);
    let (year, month, day) = (ymd.next()?.ok()?, ymd.next()?.ok()?, ymd.next()?.ok()?);
    let year = if month < 3 { year - 1 } else { year };
    let month = (month + 9) % 12;
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1)
}

/// `27/02/2026`, `2/2026` or `2026`, with `/`, `-` or `.`, as ISO; `None` where it is no date.
#[must_use]
pub fn parse_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let iso = |year: &str, month: Option<&str>, day: Option<&str>| {
        let y: i64 = year.parse().ok().filter(|y| (1900..=2200).contains(y))?;
        let m = match month {
            None => return Some(format!("{y}")),
            Some(m) => m.parse::<i64>().ok().filter(|m| (1..=12).contains(m))?,
        };
        match day {
            None => Some(format!("{y}-{m:02}")),
            Some(d) => {
                let d: i64 = d.parse().ok().filter(|d| (1..=days_in(y, m)).contains(d))?;
                Some(format!("{y}-{m:02}-{d:02}"))
            }
        }
    };
    match parts.as_slice() {
        [year] => iso(year, None, None),
        [a, b] if a.len() == 4 => iso(a, Some(b), None),
        [a, b] => iso(b, Some(a), None),
        [a, b, c] if a.len() == 4 => iso(a, Some(b), Some(c)),
        [a, b, c] => iso(c, Some(b), Some(a)),
        _ => None,
    }
}

/// `1234567` as `1.234.567`.
#[must_use]
pub fn integer(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if n < 0 { format!("-{out}") } else { out }
}

/// Bytes as `830 KB` or `1,4 MB`.
#[must_use]
pub fn size(bytes: i64) -> String {
    const KB: i64 = 1024;
    const MB: i64 = KB * KB;
    if bytes >= MB {
        format!("{},{} MB", bytes / MB, (bytes % MB) * 10 / MB)
    } else {
        format!("{} KB", (bytes + KB - 1) / KB)
    }
}

/// The text, or a dash where there is none.
#[must_use]
pub fn or_dash(text: &str) -> String {
    let text = if text.trim().is_empty() { "—" } else { text };
    text.to_owned()
}

/// The first characters of a digest, for a glance.
#[must_use]
pub fn digest_short(hex: &str) -> String {
    hex.chars().take(12).collect::<String>() + "…"
}

/// Lower case without accents, for searching: `Nguyễn Đức` as `nguyen duc`.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(base_letter)
        .collect()
}

const fn base_letter(c: char) -> char {
    match c {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ'
        | 'ẫ' | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở'
        | 'ỡ' | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_day_first() {
        assert_eq!(date("2026-02-27"), "27/02/2026");
        assert_eq!(date("2026-02"), "02/2026");
        assert_eq!(date("2026"), "2026");
        assert_eq!(date("2026-02-27T03:42:00Z"), "27/02/2026");
        assert_eq!(date(""), "");
    }

    #[test]
    fn moments_are_in_vietnams_time() {
        assert_eq!(date_time("2026-02-27T03:42:00Z"), "27/02/2026 10:42");
        assert_eq!(date_time("2026-02-28T18:05:00.123Z"), "01/03/2026 01:05");
        assert_eq!(date_time("2025-12-31T17:00:00Z"), "01/01/2026 00:00");
        assert_eq!(date_time("2026-02-27T10:42:00+07:00"), "27/02/2026 10:42");
        assert_eq!(date_time("2026-02-27"), "27/02/2026");
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let days = |from, to| days_between(from, to).unwrap();
        assert_eq!(days("2026-02-27", "2026-02-27"), 0);
        assert_eq!(days("2026-02-27", "2026-03-01"), 2);
        assert_eq!(days("2028-02-27", "2028-03-01T03:00:00Z"), 3);
        assert_eq!(days("2025-12-31", "2026-01-01"), 1);
        assert_eq!(days("2026-11-23", "2026-11-01"), -22);
        assert_eq!(days("2026-01-01", "2027-01-01"), 365);
        assert_eq!(days_between("hôm qua", "2026-01-01"), None);
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        assert_eq!(parse_date("27/2/2026").as_deref(), Some("2026-02-27"));
        assert_eq!(parse_date("27.02.2026").as_deref(), Some("2026-02-27"));
        assert_eq!(parse_date("2026-02-27").as_deref(), Some("2026-02-27"));
        assert_eq!(parse_date("02/2026").as_deref(), Some("2026-02"));
        assert_eq!(parse_date("1987").as_deref(), Some("1987"));
        for wrong in ["30/02/2026", "13/2026", "27/02/26", "hôm qua", ""] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_have_points_and_a_comma() {
        assert_eq!(integer(0), "0");
        assert_eq!(integer(-1_234_567), "-1.234.567");
        assert_eq!(size(1_500_000), "1,4 MB");
        assert_eq!(size(1), "1 KB");
    }

    #[test]
    fn search_ignores_accents_in_both_normal_forms() {
        assert_eq!(fold("NGUYỄN Đức"), "nguyen duc");
        assert_eq!(fold("Nguye\u{302}\u{303}n"), "nguyen");
    }
}
