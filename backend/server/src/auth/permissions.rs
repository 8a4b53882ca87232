use congvu_domain::access::Action;

/// What a handler demands of its caller.
pub trait Permission {
    /// The action that some role of the caller must allow; `None` where being signed in is enough.
    const ACTION: Option<Action>;
    /// May be called although the password was given by somebody else and must be changed first.
    const WITH_INITIAL_PASSWORD: bool = false;
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident $action:expr;)*) => {
        $($(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Permission for $name {
            const ACTION: Option<Action> = $action;
        })*
    };
}

permissions! {
    /// Anybody signed in; the use case looks at whose data it is.
    SignedIn None;
    /// May read people's profiles somewhere.
    ReadPeople Some(Action::ReadPeople);
    /// May register people and enter their data somewhere.
    EnterProfiles Some(Action::EnterProfiles);
    /// May issue accounts somewhere.
    IssueAccounts Some(Action::IssueAccounts);
    /// May answer remarks somewhere.
    AnswerRemarks Some(Action::AnswerRemarks);
    /// May sign exports as the competent person somewhere.
    SignExports Some(Action::SignExports);
    /// May put the agency's seal on exports somewhere.
    SealExports Some(Action::SealExports);
}

/// Anybody signed in, also with a password that must be changed first.
#[derive(Clone, Copy, Debug)]
pub struct SignedInAtAll;

impl Permission for SignedInAtAll {
    const ACTION: Option<Action> = None;
    const WITH_INITIAL_PASSWORD: bool = true;
}
