use congvu_openapi::delegations::DelegationForm;

/// In whose stead a person signs (Nghị định 30/2020, Phụ lục I, mục II.7b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AuthorityForm {
    /// TM.: on behalf of a collective (ký thay mặt tập thể).
    Tm,
    /// KT.: a deputy in place of the head (ký thay).
    Kt,
    /// TL.: by order of the head (ký thừa lệnh).
    Tl,
    /// TUQ.: by the head's authorisation in writing (ký thừa uỷ quyền).
    Tuq,
    /// Q.: entrusted with the head's powers (được giao quyền cấp trưởng).
    Q,
}

impl AuthorityForm {
    /// The abbreviation before the principal's title.
    #[must_use]
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::Tm => "TM.",
            Self::Kt => "KT.",
            Self::Tl => "TL.",
            Self::Tuq => "TUQ.",
            Self::Q => "Q.",
        }
    }

    /// How the basis begins.
    fn in_words(self) -> &'static str {
        match self {
            Self::Tm => "Ký thay mặt",
            Self::Kt => "Ký thay",
            Self::Tl => "Ký thừa lệnh",
            Self::Tuq => "Ký thừa uỷ quyền",
            Self::Q => "Được giao quyền",
        }
    }
}

impl From<DelegationForm> for AuthorityForm {
    fn from(form: DelegationForm) -> Self {
        match form {
            DelegationForm::Kt => Self::Kt,
            DelegationForm::Tl => Self::Tl,
            DelegationForm::Tuq => Self::Tuq,
            DelegationForm::Q => Self::Q,
        }
    }
}

/// Authority and post of the person who signs (quyền hạn, chức vụ của người ký), in the lines above
/// the signature. Everything is printed in capitals; a line break in a title stays one, so that
/// `KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH` may stand below a collective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorityBlock {
    /// `None` where the head signs.
    pub form: Option<AuthorityForm>,
    /// The collective, or the title of the head in whose stead it is signed.
    pub principal_title: String,
    /// The signer's own title, on the line below. [`AuthorityForm::Q`] has one title only.
    pub own_title: String,
    /// The document that allows it, such as `Quyết định số 12/QĐ-SNV ngày 05/01/2026`; printed small
    /// below the name. May be empty.
    pub basis: String,
}

impl AuthorityBlock {
    /// Whoever signs by their own title.
    #[must_use]
    pub fn title(own_title: impl Into<String>) -> Self {
        Self {
            own_title: own_title.into(),
            ..Self::default()
        }
    }

    /// The lines above the signature.
    pub(crate) fn lines(&self) -> Vec<String> {
        let principal = self.principal_title.trim();
        let own = self.own_title.trim();
        let (first, second) = match (principal, self.form) {
            ("", _) => (own, ""),
            (_, Some(AuthorityForm::Q)) => (principal, ""),
            _ => (principal, own),
        };
        let first = match self.form {
            Some(form) if !first.is_empty() => format!("{} {first}", form.abbreviation()),
            _ => first.to_owned(),
        };
        let lines = first.lines().chain(second.lines()).map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The line below the name; empty without a basis.
    pub(crate) fn basis_line(&self) -> String {
        match (self.basis.trim(), self.form) {
            ("", _) => String::new(),
            (basis, Some(form)) => format!("({} theo {basis})", form.in_words()),
            (basis, None) => format!("(Theo {basis})"),
        }
    }
}

impl From<&str> for AuthorityBlock {
    fn from(own_title: &str) -> Self {
        Self::title(own_title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(form: Option<AuthorityForm>, principal: &str, own: &str) -> Vec<String> {
        let block = AuthorityBlock {
            form,
            principal_title: principal.to_owned(),
            own_title: own.to_owned(),
            basis: String::new(),
        };
        block.lines()
    }

    /// The examples of Phụ lục I, mục V, and one of each other form.
    #[test]
    fn each_form_has_its_abbreviation_before_the_principal() {
        use AuthorityForm::{Kt, Q, Tl, Tm, Tuq};
        for (form, principal, own, lines) in [
            (
                Some(Tm),
                "ỦY BAN NHÂN DÂN",
                "CHỦ TỊCH",
                &["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"][..],
            ),
            (
                Some(Tm),
                "ỦY BAN NHÂN DÂN",
                "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                &["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            ),
            (
                Some(Kt),
                "BỘ TRƯỞNG",
                "THỨ TRƯỞNG",
                &["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"],
            ),
            (
                Some(Tl),
                "BỘ TRƯỞNG",
                "VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ",
                &["TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ"],
            ),
            (
                Some(Tuq),
                "GIÁM ĐỐC",
                "TRƯỞNG PHÒNG",
                &["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"],
            ),
            (Some(Q), "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", &["Q. CỤC TRƯỞNG"]),
            (Some(Q), "", "CỤC TRƯỞNG", &["Q. CỤC TRƯỞNG"]),
            (None, "", "GIÁM ĐỐC", &["GIÁM ĐỐC"]),
            (Some(Kt), "", "", &[]),
        ] {
            assert_eq!(block(form, principal, own), lines);
        }
    }

    #[test]
    fn the_basis_says_how_it_is_signed() {
        let mut block = AuthorityBlock::title("PHÓ GIÁM ĐỐC");
        assert_eq!(block.basis_line(), "");
        block.basis = "Quyết định số 12/QĐ-SNV ngày 05/01/2026".to_owned();
        block.form = Some(AuthorityForm::Tuq);
        assert_eq!(
            block.basis_line(),
            "(Ký thừa uỷ quyền theo Quyết định số 12/QĐ-SNV ngày 05/01/2026)"
        );
    }
}
