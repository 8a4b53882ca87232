//! The units of the invented bodies.

mod city;
mod environment;
mod home_affairs;
mod province;

use congvu_openapi::units::UnitManagement;

use super::places::Commune;
use super::trades::Trade;

/// A unit and what its people are called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) code: &'static str,
    /// Code of the unit above; the body itself for an agency.
    pub(super) parent: &'static str,
    pub(super) name: &'static str,
    /// Title of the head: `Giám đốc Sở`.
    pub(super) head: &'static str,
    /// Begins the head's user name: `giamdoc`; empty for a section.
    pub(super) login: &'static str,
    pub(super) management: UnitManagement,
    pub(super) trade: &'static Trade,
}

/// One body.
#[derive(Debug)]
pub(super) struct Tree {
    /// Code of the body itself.
    pub(super) root: &'static str,
    /// Agencies before their sections.
    pub(super) nodes: &'static [Node],
    /// The agency that reviews for the whole body (Vụ Tổ chức cán bộ, Sở Nội vụ).
    pub(super) central: &'static str,
    /// The agency that runs the information systems.
    pub(super) computing: &'static str,
    /// The agency of the newly invited official.
    pub(super) main: &'static str,
    /// The agency that issues all accounts; where there is none, each agency does for its own people (HCM 7.1).
    pub(super) accounts: Option<&'static str>,
    /// Where the people live.
    pub(super) homes: &'static [Commune],
    /// Where most of them come from.
    pub(super) origins: &'static [Commune],
    /// Bodies in which people worked before.
    pub(super) former: &'static [&'static str],
    pub(super) universities: &'static [&'static str],
    /// The school of politics and administration.
    pub(super) school: &'static str,
}

impl Tree {
    /// The tree for a deployment; a body without one of its own gets the ministry's.
    pub(super) fn of(key: &str) -> &'static Self {
        match key {
            "hcmc" => &city::TREE,
            "tien-giang" => &province::TREE,
            "monre" => &environment::TREE,
            _ => &home_affairs::TREE,
        }
    }

    /// The units directly below the body.
    pub(super) fn agencies(&self) -> impl Iterator<Item = &'static Node> {
        self.nodes.iter().filter(|node| node.parent == self.root)
    }

    /// The units directly below an agency.
    pub(super) fn sections(&self, agency: &str) -> impl Iterator<Item = &'static Node> {
        self.nodes.iter().filter(move |node| node.parent == agency)
    }

    /// The agency to which a unit belongs.
    pub(super) fn agency_of(&self, node: &'static Node) -> &'static Node {
        let mut here = node;
        while here.parent != self.root {
            match self.nodes.iter().find(|above| above.code == here.parent) {
                Some(above) => here = above,
                None => break,
            }
        }
        here
    }
}

impl Node {
    /// Makes it an agency, whose head signs in as `login.code`.
    const fn led_by(mut self, login: &'static str) -> Self {
        self.login = login;
        self
    }
}

const fn section(
    code: &'static str,
    parent: &'static str,
    name: &'static str,
    head: &'static str,
    trade: &'static Trade,
    management: UnitManagement,
) -> Node {
    Node {
        code,
        parent,
        name,
        head,
        login: "",
        management,
        trade,
    }
}
