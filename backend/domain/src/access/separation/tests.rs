use super::*;

/// `an` is the account of person `p-an`; `an2` a second account of hers (Tiền Giang Điều 5 gives
/// one person their own account beside the agency's); `desk` belongs to no profile.
fn party(account: &str) -> Party<'_> {
    let person = match account {
        "an" | "an2" => Some("p-an"),
        "binh" => Some("p-binh"),
        "chi" => Some("p-chi"),
        "dung" => Some("p-dung"),
        _ => None,
    };
    Party { account, person }
}

/// `binh` in their own right, `binh>chi` Bình for Chi.
fn acting(text: &str) -> Acting<'_> {
    match text.split_once('>') {
        Some((actor, principal)) => Acting {
            actor: party(actor),
            principal: Some(party(principal)),
        },
        None => Acting::own(party(text)),
    }
}

#[test]
fn who_may_decide_on_the_profile_of_an() {
    use Conflict::*;
    // who, submitted by, earlier steps, beside in this step, last step, outcome
    type Case<'a> = (
        &'a str,
        &'a str,
        &'a [&'a str],
        &'a [&'a str],
        bool,
        Result<(), Conflict>,
    );
    let cases: [Case<'_>; 26] = [
        ("binh", "an", &[], &[], false, Ok(())),
        ("binh", "an", &[], &[], true, Ok(())),
        ("binh", "an", &["binh"], &[], true, Ok(())), // a small office: both roles are his own
        // nobody approves their own profile, at no step and under no account
        ("an", "an", &[], &[], false, Err(OwnProfile)),
        ("an", "desk", &[], &[], true, Err(OwnProfile)),
        ("an2", "desk", &[], &[], false, Err(OwnProfile)),
        // nor as a substitute, nor through a substitute
        ("an>binh", "desk", &[], &[], false, Err(OwnProfile)),
        ("an2>binh", "desk", &[], &[], true, Err(OwnProfile)),
        ("binh>an", "desk", &[], &[], false, Err(PrincipalsProfile)),
        ("binh>an2", "desk", &[], &[], true, Err(PrincipalsProfile)),
        ("desk>an", "binh", &[], &[], true, Err(PrincipalsProfile)),
        // whoever entered may check, but not finally approve
        ("binh", "binh", &[], &[], false, Ok(())),
        ("binh", "binh", &["chi"], &[], true, Err(Submitter)),
        ("binh>dung", "binh", &["chi"], &[], true, Err(Submitter)),
        (
            "dung>binh",
            "binh",
            &["chi"],
            &[],
            true,
            Err(PrincipalSubmitted),
        ),
        // also where the entering was done on somebody's behalf
        ("binh", "binh>chi", &[], &[], true, Err(Submitter)),
        ("chi", "binh>chi", &[], &[], true, Err(Submitter)),
        (
            "dung>chi",
            "binh>chi",
            &[],
            &[],
            true,
            Err(PrincipalSubmitted),
        ),
        // a borrowed approval on top of one's own check would be one hand
        ("binh>chi", "an", &["binh"], &[], true, Err(EarlierStep)),
        ("binh>chi", "an", &["binh"], &[], false, Ok(())),
        ("binh>chi", "an", &["dung"], &[], true, Ok(())),
        ("chi", "an", &["binh>chi"], &[], true, Ok(())),
        // two reviewers are two people, whoever they act for
        ("binh", "an", &[], &["binh"], false, Err(SameStep)),
        ("binh>chi", "an", &[], &["binh"], false, Err(SameStep)),
        ("chi", "an", &[], &["binh>chi"], false, Err(SameStep)),
        ("chi", "an", &[], &["binh"], true, Ok(())),
    ];
    for (who, submitted, earlier, beside, last, expected) in cases {
        let earlier: Vec<_> = earlier.iter().map(|text| acting(text)).collect();
        let beside: Vec<_> = beside.iter().map(|text| acting(text)).collect();
        let signed = Signed {
            profile: "p-an",
            submitted: acting(submitted),
            earlier: &earlier,
            beside: &beside,
            last,
        };
        assert_eq!(
            may_decide(&acting(who), &signed),
            expected,
            "{who} on what {submitted} submitted, last: {last}"
        );
    }
}

#[test]
fn who_may_confirm_the_profile_of_an() {
    use Conflict::*;
    for (who, expected) in [
        ("binh", Ok(())),
        ("binh>chi", Ok(())),
        ("an", Err(OwnProfile)),
        ("an2", Err(OwnProfile)),
        ("an>binh", Err(OwnProfile)),
        ("binh>an", Err(PrincipalsProfile)),
        ("binh>binh", Err(Oneself)),
    ] {
        assert_eq!(may_confirm(&acting(who), "p-an"), expected, "{who}");
    }
}

#[test]
fn the_seal_needs_a_second_person() {
    use Conflict::*;
    for (who, signed, expected) in [
        ("desk", "binh", Ok(())),
        ("chi", "binh", Ok(())),
        ("binh", "binh", Err(Signer)),
        ("binh", "binh>chi", Err(Signer)),
        ("chi", "binh>chi", Err(Signer)),
        ("desk>binh", "binh", Err(PrincipalSigned)),
        ("desk>chi", "binh>chi", Err(PrincipalSigned)),
        ("desk>dung", "binh", Ok(())),
        ("an", "binh", Err(OwnProfile)),
        ("desk>an", "binh", Err(PrincipalsProfile)),
    ] {
        assert_eq!(
            may_seal(&acting(who), "p-an", &[acting(signed)]),
            expected,
            "{who} after {signed}"
        );
    }
}

#[test]
fn two_accounts_without_a_profile_are_two_people() {
    assert!(!party("desk").is(&party("clerk")));
    assert!(party("an").is(&party("an2")));
    assert!(party("desk").is(&party("desk")));
}

#[test]
fn every_reason_reads_as_a_sentence_in_both_languages() {
    use Conflict::*;
    for conflict in [
        OwnProfile,
        PrincipalsProfile,
        Submitter,
        PrincipalSubmitted,
        EarlierStep,
        SameStep,
        Signer,
        PrincipalSigned,
        Oneself,
    ] {
        assert!(conflict.message_vi().ends_with('.'), "{conflict}");
        assert!(conflict.message_en().ends_with('.'), "{conflict}");
    }
}
