//! Separation of duties (phân định trách nhiệm): who must not do what, whatever their role allows.
//! The regulations have one person declare, another check and a third approve (requirements C2, C3);
//! nobody is a judge in their own cause, also not through somebody who acts for them.

use thiserror::Error;

/// Somebody who signs: the account, and whose profile is their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party<'a> {
    /// Identifier of the account.
    pub account: &'a str,
    /// Identifier of their own profile, where they have one.
    pub person: Option<&'a str>,
}

impl Party<'_> {
    /// The same human being: one account, or two accounts of one person.
    #[must_use]
    pub fn is(&self, other: &Party<'_>) -> bool {
        self.account == other.account || (self.person.is_some() && self.person == other.person)
    }

    fn owns(&self, profile: &str) -> bool {
        self.person == Some(profile)
    }
}

/// A signature given or about to be given: who holds the pen, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acting<'a> {
    pub actor: Party<'a>,
    /// The person they act for by delegation (người ủy quyền); none in their own right.
    pub principal: Option<Party<'a>>,
}

impl<'a> Acting<'a> {
    /// In their own right.
    #[must_use]
    pub fn own(actor: Party<'a>) -> Self {
        Self {
            actor,
            principal: None,
        }
    }

    /// Either of the two is somebody behind the other signature.
    fn shares(&self, other: &Acting<'_>) -> Option<Side> {
        let behind = |party: &Party<'_>| {
            other.actor.is(party) || other.principal.is_some_and(|principal| principal.is(party))
        };
        if behind(&self.actor) {
            return Some(Side::Actor);
        }
        let principal = self.principal.as_ref()?;
        behind(principal).then_some(Side::Principal)
    }
}

/// Which of the two names on a signature is the obstacle.
#[derive(Clone, Copy)]
enum Side {
    Actor,
    Principal,
}

/// Why somebody must not act here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum Conflict {
    #[error("nobody approves or confirms their own profile")]
    OwnProfile,
    #[error("nobody acts for somebody on that person's own profile")]
    PrincipalsProfile,
    #[error("whoever entered and signed the data does not finally approve them")]
    Submitter,
    #[error("nobody finally approves for somebody who entered and signed the data")]
    PrincipalSubmitted,
    #[error("whoever signed an earlier step does not finally approve on somebody's behalf")]
    EarlierStep,
    #[error("one person signs a step once")]
    SameStep,
    #[error("the seal is put on by somebody else than the signer")]
    Signer,
    #[error("nobody puts the seal on for the signer")]
    PrincipalSigned,
    #[error("nobody acts on their own behalf as somebody's delegate")]
    Oneself,
}

impl Conflict {
    /// The reason in Vietnamese, as a sentence.
    #[must_use]
    pub const fn message_vi(self) -> &'static str {
        match self {
            Self::OwnProfile => "Không ai được tự duyệt, tự xác nhận hồ sơ của chính mình.",
            Self::PrincipalsProfile => {
                "Không được thay mặt một người để duyệt, xác nhận hồ sơ của chính người đó."
            }
            Self::Submitter => {
                "Người nhập và ký hồ sơ không đồng thời là người phê duyệt cuối cùng."
            }
            Self::PrincipalSubmitted => {
                "Không được thay mặt người đã nhập và ký hồ sơ để phê duyệt cuối cùng."
            }
            Self::EarlierStep => {
                "Người đã ký ở bước trước không được thay mặt người khác để phê duyệt cuối cùng."
            }
            Self::SameStep => "Mỗi người chỉ ký một lần trong một bước.",
            Self::Signer => "Người đóng dấu số phải khác người đã ký bản xuất.",
            Self::PrincipalSigned => "Không được thay mặt người đã ký bản xuất để đóng dấu số.",
            Self::Oneself => "Không ai thay mặt chính mình.",
        }
    }

    /// The same in English, as a sentence.
    #[must_use]
    pub const fn message_en(self) -> &'static str {
        match self {
            Self::OwnProfile => "Nobody approves or confirms their own profile.",
            Self::PrincipalsProfile => "Nobody acts for somebody on that person's own profile.",
            Self::Submitter => {
                "Whoever entered and signed the data cannot be the one who finally approves them."
            }
            Self::PrincipalSubmitted => {
                "Nobody finally approves for somebody who entered and signed the data."
            }
            Self::EarlierStep => {
                "Whoever signed an earlier step cannot finally approve on somebody else's behalf."
            }
            Self::SameStep => "One person signs a step once.",
            Self::Signer => "The seal is put on by somebody else than the signer.",
            Self::PrincipalSigned => "Nobody puts the seal on for the signer.",
            Self::Oneself => "Nobody acts on behalf of themselves.",
        }
    }
}

/// What has been signed on a submission when somebody wants to sign the next decision.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// Identifier of the person whom the document is about.
    pub profile: &'a str,
    /// The signature that submitted or entered it.
    pub submitted: Acting<'a>,
    /// Signatures of the earlier steps, since the submission.
    pub earlier: &'a [Acting<'a>],
    /// Signatures in this step so far, where it has several reviewers.
    pub beside: &'a [Acting<'a>],
    /// It is the step that brings the version into force.
    pub last: bool,
}

/// Whether somebody may decide, that is approve or return, on the current step.
///
/// # Errors
/// The first rule that forbids it.
pub fn may_decide(acting: &Acting<'_>, signed: &Signed<'_>) -> Result<(), Conflict> {
    own_profile(acting, signed.profile)?;
    if signed
        .beside
        .iter()
        .any(|other| acting.shares(other).is_some())
    {
        return Err(Conflict::SameStep);
    }
    if !signed.last {
        return Ok(());
    }
    match acting.shares(&signed.submitted) {
        Some(Side::Actor) => return Err(Conflict::Submitter),
        Some(Side::Principal) => return Err(Conflict::PrincipalSubmitted),
        None => {}
    }
    // In their own right somebody may hold two roles of a small office; with a borrowed one on top,
    // one hand would check and approve.
    let checked = signed
        .earlier
        .iter()
        .any(|other| other.actor.is(&acting.actor));
    if acting.principal.is_some() && checked {
        return Err(Conflict::EarlierStep);
    }
    Ok(())
}

/// Whether somebody may confirm an exported profile as the competent person (F4).
///
/// # Errors
/// The first rule that forbids it.
pub fn may_confirm(acting: &Acting<'_>, profile: &str) -> Result<(), Conflict> {
    own_profile(acting, profile)
}

/// Whether somebody may put the agency's seal signature on an export that others signed: two
/// people, never one (F4).
///
/// # Errors
/// The first rule that forbids it.
pub fn may_seal(acting: &Acting<'_>, profile: &str, signed: &[Acting<'_>]) -> Result<(), Conflict> {
    own_profile(acting, profile)?;
    match signed.iter().find_map(|other| acting.shares(other)) {
        Some(Side::Actor) => Err(Conflict::Signer),
        Some(Side::Principal) => Err(Conflict::PrincipalSigned),
        None => Ok(()),
    }
}

fn own_profile(acting: &Acting<'_>, profile: &str) -> Result<(), Conflict> {
    if acting.actor.owns(profile) {
        return Err(Conflict::OwnProfile);
    }
    let Some(principal) = acting.principal else {
        return Ok(());
    };
    if principal.owns(profile) {
        return Err(Conflict::PrincipalsProfile);
    }
    if principal.is(&acting.actor) {
        return Err(Conflict::Oneself);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
