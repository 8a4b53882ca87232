//! The profile of an invented life, group by group of the form.

mod education;
mod family;
mod identity;
mod merit;
mod pay;
mod work;

use congvu_openapi::profile::Profile;

use super::life::Life;
use super::random::Random;

/// A complete profile.
pub(super) fn profile(life: &Life<'_>, body_name: &str, random: &mut Random) -> Profile {
    let merit = merit::merit(life, random);
    let ladder = pay::ladder(life);
    Profile {
        header: identity::header(life, body_name),
        personal: identity::personal(life, random),
        papers: identity::papers(life, random),
        recruitment: work::recruitment(life, random),
        organisations: work::organisations(life, random),
        posts: work::posts(life),
        education: education::education(life, random),
        pay: pay::pay(life, &ladder),
        health: identity::health(life, random),
        history: work::history(life),
        assessment: merit::assessment(life, &merit),
        merit,
        family: family::family(life, random),
        economy: family::economy(life, &ladder, random),
    }
}
