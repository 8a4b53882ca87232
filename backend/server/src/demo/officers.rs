//! The posts that hold the roles of the deployment file.

use congvu_domain::deployment::Role;

use super::rules::{Rules, Scope};
use super::seats::{Post, Seat};
use super::trees::Node;

/// Heads of all agencies, and a holder for every role.
pub(super) fn seats(rules: Rules<'_>) -> Vec<Seat> {
    let mut seats = Vec::new();
    for role in &rules.deployment.roles {
        match rules.scope(&role.key, &role.actions) {
            Scope::Body => seats.extend(for_the_body(rules, role)),
            Scope::EveryAgency => seats.extend(
                rules
                    .tree
                    .agencies()
                    .filter(|agency| rules.staffed(agency))
                    .flat_map(|agency| side_by_side(rules, role, agency)),
            ),
            Scope::SomeAgencies => {
                let main = rules.tree.main;
                let other = rules
                    .tree
                    .agencies()
                    .find(|agency| agency.code != main && rules.staffed(agency))
                    .map(|agency| agency.code);
                seats.extend(
                    rules
                        .tree
                        .agencies()
                        .filter(|agency| agency.code == main || Some(agency.code) == other)
                        .map(|agency| in_agency(rules, role, agency)),
                );
            }
        }
    }
    let unled: Vec<Seat> = rules
        .tree
        .agencies()
        .map(|agency| head(rules, agency))
        .filter(|head| seats.iter().all(|seat| seat.login != head.login))
        .collect();
    seats.extend(unled);
    seats
}

fn head(rules: Rules<'_>, agency: &'static Node) -> Seat {
    Seat::new(agency, Post::Head, rules.management(agency, Post::Head))
        .login(format!("{}.{}", agency.login, agency.code))
}

/// A role held for everybody, by somebody of the agency that does this for the whole body.
fn for_the_body(rules: Rules<'_>, role: &Role) -> Option<Seat> {
    let code = if role.key == rules.deployment.accounts.issue.role {
        rules.tree.accounts.unwrap_or(rules.tree.central)
    } else if role.key.starts_with("it_") {
        rules.tree.computing
    } else {
        rules.tree.central
    };
    let agency = rules.tree.agencies().find(|agency| agency.code == code)?;
    let seat = if role.key == "central_director" {
        head(rules, agency)
    } else {
        let section = rules.tree.sections(code).last().unwrap_or(agency);
        let login = match role.key.as_str() {
            "central_reviewer" => "chuyenvien",
            "account_issuer" => "quantri",
            "auditor" => "thanhtra",
            "it_department" => "cntt",
            other => other,
        };
        Seat::new(section, Post::Staff, rules.management(section, Post::Staff))
            .login(format!("{}.{code}", login.replace('_', "-")))
    };
    Some(seat.role(&role.key, rules.tree.root))
}

/// A role held in one agency, by as many as sign side by side there.
fn side_by_side(rules: Rules<'_>, role: &Role, agency: &'static Node) -> Vec<Seat> {
    let office = rules.tree.sections(agency.code).next().unwrap_or(agency);
    let login = role.key.replace('_', "-");
    let others = (2..=rules.side_by_side(&role.key)).map(|number| {
        staff(rules, office, &format!("{login}{number}"), agency.code).role(&role.key, agency.code)
    });
    std::iter::once(in_agency(rules, role, agency))
        .chain(others)
        .collect()
}

/// A role held in one agency.
fn in_agency(rules: Rules<'_>, role: &Role, agency: &'static Node) -> Seat {
    let code = agency.code;
    let office = rules.tree.sections(code).next().unwrap_or(agency);
    let seat = match role.key.as_str() {
        "hr_head" => Seat::new(
            office,
            Post::SectionHead,
            rules.management(office, Post::SectionHead),
        )
        .login(format!("tccb.{code}")),
        "hr_officer" => staff(rules, office, "nhansu", code),
        "account_issuer" => staff(rules, office, "quantri", code),
        "clerk" => Seat::new(office, Post::Clerk, rules.management(office, Post::Clerk))
            .login(format!("vanthu.{code}")),
        // The head of the central agency signs for the whole body, so a deputy signs for the agency itself.
        "unit_head" if code == rules.tree.central && has_director(rules) => {
            Seat::new(agency, Post::Deputy, rules.management(agency, Post::Deputy))
                .login(format!("pho{}.{code}", agency.login))
        }
        "unit_head" => head(rules, agency),
        other => staff(rules, office, &other.replace('_', "-"), code),
    };
    // Also where each agency issues its own accounts, somebody runs the whole: the days off, and what nobody else looks after.
    let runs_the_whole =
        role.key == rules.deployment.accounts.issue.role && code == rules.tree.central;
    let within = if runs_the_whole {
        rules.tree.root
    } else {
        code
    };
    seat.role(&role.key, within)
}

fn staff(rules: Rules<'_>, node: &'static Node, login: &str, code: &str) -> Seat {
    Seat::new(node, Post::Staff, rules.management(node, Post::Staff))
        .login(format!("{login}.{code}"))
}

fn has_director(rules: Rules<'_>) -> bool {
    rules
        .deployment
        .roles
        .iter()
        .any(|role| role.key == "central_director")
}
