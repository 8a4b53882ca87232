//! The posts of an invented body, before anybody sits on them.

use congvu_openapi::units::UnitManagement;

use super::body::DemoPlan;
use super::trees::Node;

/// What a person is in their unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Post {
    /// Head of an agency.
    Head,
    /// Deputy head of an agency.
    Deputy,
    /// Head of a section.
    SectionHead,
    /// Deputy head of a section.
    SectionDeputy,
    /// Everybody else.
    Staff,
    /// Records clerk (văn thư).
    Clerk,
}

/// The role that comes with a post, and the unit in which it holds.
#[derive(Clone, Debug)]
pub(super) struct SeatRole {
    pub(super) role: String,
    pub(super) unit: &'static str,
}

/// A post, and how far its holder's profile is to come.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) node: &'static Node,
    pub(super) post: Post,
    /// Title: `Trưởng phòng`.
    pub(super) title: String,
    /// The user name, where it goes by the post and not by the person's name.
    pub(super) login: Option<String>,
    pub(super) role: Option<SeatRole>,
    pub(super) management: UnitManagement,
    pub(super) plan: DemoPlan,
}

impl Seat {
    /// A seat with an approved profile, no role and a user name made from the person's name.
    pub(super) fn new(node: &'static Node, post: Post, management: UnitManagement) -> Self {
        let title = match post {
            Post::Head | Post::SectionHead => node.head.to_owned(),
            Post::Deputy | Post::SectionDeputy => format!("Phó {}", node.head),
            Post::Staff => node.trade.title.to_owned(),
            Post::Clerk => "Văn thư viên".to_owned(),
        };
        Self {
            node,
            post,
            title,
            login: None,
            role: None,
            management,
            plan: DemoPlan::Approved {
                changed_later: false,
            },
        }
    }

    pub(super) fn login(mut self, login: impl Into<String>) -> Self {
        self.login = Some(login.into());
        self
    }

    pub(super) fn role(mut self, role: &str, unit: &'static str) -> Self {
        self.role = Some(SeatRole {
            role: role.to_owned(),
            unit,
        });
        self
    }

    pub(super) fn plan(mut self, plan: DemoPlan) -> Self {
        self.plan = plan;
        self
    }
}
