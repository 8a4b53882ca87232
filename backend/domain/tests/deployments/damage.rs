//! Several mistakes at once, broken syntax, and files cut short.

use congvu_domain::deployment::{BUILT_IN, Deployment};

use crate::{line_of, problems, text};

#[test]
fn all_mistakes_are_reported_at_once_in_the_order_of_lines() {
    let toml = text("hcmc")
        .replace("accent = \"#0b5394\"", "accent = \"blue\"")
        .replace("personal_clause =", "personal_klause =")
        .replacen("role = \"central_reviewer\"", "role = \"reviewer\"", 1)
        .replacen("days = 15", "days = \"fifteen\"", 2)
        .replace("requirement = \"C4\"", "requirement = \"c4\"")
        + "\n[holidays]\n";
    let found = problems(&toml);
    let paths: Vec<_> = found.iter().map(|one| one.key_path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "branding.accent",
            "accounts.personal_clause",
            "accounts.personal_klause",
            "chains[0].steps[0].role",
            "chains[0].steps[1].within.days",
            "chains[1].steps[1].within.days",
            "later_change.requirement",
            "holidays",
        ]
    );
    assert!(found.is_sorted_by_key(|one| one.line));
}

#[test]
fn one_mistake_is_not_reported_for_everything_that_leans_on_it() {
    let toml = text("hcmc").replacen(
        "key = \"clerk\"\ntitle = ",
        "key = \"clerk\"\ntitle = 3 # ",
        1,
    );
    let found = problems(&toml);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].key_path, "roles[5].title");

    let start = text("hcmc").find("[[roles]]").unwrap();
    let end = text("hcmc").find("# --- Đối tượng").unwrap();
    let mut toml = text("hcmc").to_owned();
    toml.replace_range(start..end, "");
    let found = problems(&toml);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].message_vi, "thiếu khóa `roles`");
}

#[test]
fn a_chain_has_steps() {
    let start = text("hcmc").find("[[chains]]\nkey = \"unit\"").unwrap();
    let end = text("hcmc").find("# --- Cập nhật thay đổi").unwrap();
    for (steps, message) in [
        ("steps = []", "cần ít nhất một bước"),
        ("steps = 3", "cần một danh sách"),
        ("", "thiếu khóa"),
    ] {
        let mut toml = text("hcmc").to_owned();
        let head = "[[chains]]\nkey = \"unit\"\nsubject = \"Mọi người\"\nmanagement = \"unit\"\nrequirement = \"C3\"\n";
        toml.replace_range(start..end, &format!("{head}{steps}\n\n"));
        let found = problems(&toml);
        assert_eq!(found.len(), 1, "{steps}: {found:?}");
        assert_eq!(found[0].key_path, "chains[1].steps");
        assert!(found[0].message_vi.contains(message), "{steps}: {found:?}");
    }
}

#[test]
fn a_month_end_window_of_later_changes_needs_a_step_that_has_one() {
    let window = "from = \"month_end_window\"\nclause";
    let toml = text("tien-giang").replacen(window, "from = \"previous_step\"\nclause", 1);
    let found = problems(&toml);
    let paths: Vec<_> = found.iter().map(|one| one.key_path.as_str()).collect();
    assert_eq!(paths, ["later_change.from"]);
}

#[test]
fn damaged_files_are_refused_without_a_panic() {
    for (key, whole) in BUILT_IN {
        let lines: Vec<_> = whole.lines().collect();
        let chains = lines.iter().position(|line| *line == "[[chains]]").unwrap();
        for (cut, removed) in lines.iter().enumerate() {
            if removed.is_empty() || removed.starts_with('#') {
                continue;
            }
            let short = Deployment::parse(key, &lines[..cut].join("\n"));
            assert!(
                short.is_err() || cut > chains,
                "{key} cut before line {}",
                cut + 1
            );
            let without = [&lines[..cut], &lines[cut + 1..]].concat();
            let without = Deployment::parse(key, &without.join("\n"));
            let needed = ["clause", "requirement", "title", "role", "subject"];
            let needed = needed.iter().any(|word| removed.starts_with(word));
            // Another duty need not be one of the roles'.
            let heading = lines[..cut].iter().rev().find(|line| line.starts_with('['));
            let free = removed.starts_with("role = ")
                && heading.is_some_and(|heading| heading.contains("duties"));
            let needed = needed && !free;
            assert!(
                without.is_err() || !needed,
                "{key} without line {}",
                cut + 1
            );
        }
    }
}

#[test]
fn mistakes_in_the_syntax_have_their_line() {
    let toml = text("hcmc").replace("place = \"Thành phố Hồ Chí Minh\"", "place = Hồ Chí Minh");
    let found = problems(&toml);
    let line = line_of(&toml, "place = ", 1);
    assert!(
        found
            .iter()
            .any(|one| one.line == line && one.message_vi.contains("TOML"))
    );

    let toml = text("hcmc").replace("[branding]", "[branding]\ntitle = \"\"");
    let line = line_of(&toml, "title = \"Cơ sở", 1);
    let found = problems(&toml);
    assert!(
        found
            .iter()
            .any(|one| one.line == line && one.message_vi == "khóa bị lặp lại"),
        "{found:?}"
    );

    for nothing in ["", "[[", "\u{feff}", "key = 1\nroles = 2\nchains = 3"] {
        assert!(!problems(nothing).is_empty(), "{nothing:?}");
    }
}
