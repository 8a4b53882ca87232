//! The tables, the same on both databases; a test compares them with the migrated schema.

diesel::table! {
    use diesel::sql_types::*;

    units (id) {
        id -> Text,
        parent_id -> Nullable<Text>,
        code -> Text,
        name -> Text,
        path -> Text,
        depth -> BigInt,
        management -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    persons (id) {
        id -> Text,
        unit_id -> Text,
        full_name -> Text,
        sort_key -> Text,
        search_name -> Text,
        personal_id -> Text,
        staff_number -> Text,
        kind -> Text,
        management -> Text,
        status -> Text,
        state -> Text,
        post -> Text,
        birth_date -> Text,
        current_version -> Nullable<BigInt>,
        decision_number -> Text,
        decision_date -> Date,
        registered_on -> Date,
        revision -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    accounts (id) {
        id -> Text,
        username -> Text,
        password_hash -> Text,
        name -> Text,
        person_id -> Nullable<Text>,
        unit_id -> Text,
        status -> Text,
        must_change_password -> Bool,
        failed_sign_ins -> BigInt,
        locked_until -> Nullable<UtcTimestamp>,
        created_at -> UtcTimestamp,
        issued_on -> Date,
        revision -> BigInt,
        email -> Text,
        letters -> Text,
        feed_sha256 -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    role_grants (id) {
        id -> Text,
        account_id -> Text,
        role -> Text,
        unit_id -> Text,
        basis -> Text,
        granted_by -> Text,
        granted_at -> UtcTimestamp,
        revoked_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    sessions (id) {
        id -> Text,
        account_id -> Text,
        csrf_token -> Text,
        created_at -> UtcTimestamp,
        expires_at -> UtcTimestamp,
        revoked_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    drafts (person_id) {
        person_id -> Text,
        change_kind -> Text,
        document -> Text,
        base_version -> Nullable<BigInt>,
        revision -> BigInt,
        updated_at -> UtcTimestamp,
        updated_by -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    attachments (id) {
        id -> Text,
        person_id -> Text,
        name -> Text,
        category -> Text,
        pointer -> Text,
        media_type -> Text,
        size -> BigInt,
        sha256 -> Text,
        uploaded_at -> UtcTimestamp,
        uploaded_by -> Text,
        submitted -> Bool,
        removed_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    submissions (id) {
        id -> Text,
        person_id -> Text,
        change_kind -> Text,
        chain -> Text,
        state -> Text,
        step -> BigInt,
        step_role -> Text,
        step_started_on -> Date,
        document -> Text,
        document_sha256 -> Text,
        base_version -> Nullable<BigInt>,
        base_digest -> Nullable<Text>,
        attachments -> Text,
        submitted_at -> UtcTimestamp,
        submitted_on -> Date,
        submitted_by -> Text,
        version -> Nullable<BigInt>,
        revision -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    certificates (id) {
        id -> Text,
        account_id -> Text,
        label -> Text,
        serial -> Text,
        der -> Binary,
        subject -> Text,
        issuer -> Text,
        public_key_sha256 -> Text,
        not_before -> UtcTimestamp,
        not_after -> UtcTimestamp,
        level -> Text,
        revoked_at -> Nullable<UtcTimestamp>,
        revocation_reason -> Text,
        revocation_code -> Text,
        place -> Text,
        provider -> Text,
        reference -> Text,
        asks -> Text,
        chain -> Text,
        state -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    exports (id) {
        id -> Text,
        person_id -> Text,
        version -> BigInt,
        state -> Text,
        sha256 -> Text,
        pages -> BigInt,
        layout -> Text,
        created_at -> UtcTimestamp,
        created_by -> Text,
        revision -> BigInt,
        code -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    signatures (id) {
        id -> Text,
        submission_id -> Nullable<Text>,
        export_id -> Nullable<Text>,
        position -> BigInt,
        act -> Text,
        role -> Text,
        reasons -> Text,
        payload -> Binary,
        payload_sha256 -> Text,
        cms -> Binary,
        cms_sha256 -> Text,
        account_id -> Nullable<Text>,
        signer -> Text,
        serial -> Text,
        issuer -> Text,
        level -> Text,
        signed_at -> UtcTimestamp,
        stamp_state -> Text,
        stamped_at -> Nullable<UtcTimestamp>,
        stamped_by -> Text,
        delegation_id -> Nullable<Text>,
        on_behalf_of -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    versions (id) {
        id -> Text,
        person_id -> Text,
        number -> BigInt,
        change_kind -> Text,
        document -> Text,
        document_sha256 -> Text,
        digest -> Text,
        previous_digest -> Nullable<Text>,
        submission_id -> Text,
        effective_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    signing_requests (id) {
        id -> Text,
        account_id -> Text,
        certificate_id -> Text,
        kind -> Text,
        subject_id -> Text,
        subject_revision -> BigInt,
        intent -> Text,
        payload -> Binary,
        content_sha256 -> Text,
        attributes -> Binary,
        expires_at -> UtcTimestamp,
        signature -> Nullable<Binary>,
        result -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    remarks (id) {
        id -> Text,
        person_id -> Text,
        pointer -> Text,
        text -> Text,
        by_name -> Text,
        at -> UtcTimestamp,
        state -> Text,
        answer -> Text,
        answered_by -> Nullable<Text>,
        answered_at -> Nullable<UtcTimestamp>,
        revision -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    audit_events (sequence) {
        sequence -> BigInt,
        at -> UtcTimestamp,
        account_id -> Nullable<Text>,
        actor -> Text,
        action -> Text,
        person_id -> Nullable<Text>,
        subject -> Text,
        ground -> Text,
        address -> Text,
        previous_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    audit_head (id) {
        id -> BigInt,
        sequence -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    idempotency_keys (account_id, key) {
        account_id -> Text,
        key -> Text,
        route -> Text,
        request_sha256 -> Text,
        status -> BigInt,
        etag -> Nullable<Text>,
        body -> Text,
        created_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    tasks (id) {
        id -> Text,
        kind -> Text,
        person_id -> Text,
        subject_id -> Text,
        change_kind -> Nullable<Text>,
        role -> Text,
        due_key -> Text,
        due_on -> Nullable<Date>,
        opens_on -> Nullable<Date>,
        provisional -> Bool,
        clause -> Text,
        why -> Text,
        why_en -> Text,
        opened_at -> UtcTimestamp,
        closed -> Bool,
        closed_at -> Nullable<UtcTimestamp>,
        counted_from -> Nullable<Date>,
        days -> Nullable<BigInt>,
        unit -> Text,
        assignee_id -> Nullable<Text>,
        assignee -> Text,
        assigned_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    stamp_queue (signature_id) {
        signature_id -> Text,
        attempts -> BigInt,
        next_attempt_at -> UtcTimestamp,
        last_error -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    validation_data (sha256) {
        sha256 -> Text,
        kind -> Text,
        der -> Binary,
        fetched_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    signature_validation_data (signature_id, sha256) {
        signature_id -> Text,
        sha256 -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    revocation_cache (url) {
        url -> Text,
        kind -> Text,
        der -> Binary,
        fetched_at -> UtcTimestamp,
        refresh_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    archive_stamps (id) {
        id -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        position -> BigInt,
        manifest -> Binary,
        token -> Binary,
        stamped_at -> UtcTimestamp,
        stamped_by -> Text,
        renew_at -> UtcTimestamp,
        renewed -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    signing_sessions (id) {
        id -> Text,
        account_id -> Text,
        certificate_id -> Text,
        reference -> Text,
        items -> Text,
        waiting -> Bool,
        created_at -> UtcTimestamp,
        expires_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    pin_failures (provider) {
        provider -> Text,
        failures -> BigInt,
        locked_until -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    file_tickets (token_sha256) {
        token_sha256 -> Text,
        request_id -> Text,
        direction -> Text,
        expires_at -> UtcTimestamp,
        used_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    delegations (id) {
        id -> Text,
        principal_account_id -> Text,
        principal -> Text,
        principal_person_id -> Nullable<Text>,
        delegate_account_id -> Text,
        delegate -> Text,
        role -> Text,
        unit_id -> Text,
        form -> Text,
        from_on -> Date,
        to_on -> Date,
        basis -> Text,
        signature_id -> Text,
        created_at -> UtcTimestamp,
        ended_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    calendar_amendments (id) {
        id -> Text,
        day -> Date,
        kind -> Text,
        name -> Text,
        announcement -> Text,
        announced_on -> Date,
        entered_by -> Text,
        entered_at -> UtcTimestamp,
        withdrawn_by -> Text,
        withdrawn_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    due_changes (id) {
        id -> Text,
        task_id -> Text,
        old_due -> Date,
        new_due -> Date,
        outcome -> Text,
        reason -> Text,
        by_name -> Text,
        at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    reminders (id) {
        id -> Text,
        task_id -> Text,
        stage -> Text,
        account_id -> Text,
        due_on -> Date,
        created_at -> UtcTimestamp,
        notification_id -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    notifications (id) {
        id -> Text,
        account_id -> Text,
        kind -> Text,
        text -> Text,
        text_en -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        created_at -> UtcTimestamp,
        read_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    letters (id) {
        id -> Text,
        account_id -> Text,
        dedupe -> Text,
        address -> Text,
        subject -> Text,
        body -> Text,
        created_at -> UtcTimestamp,
        attempts -> BigInt,
        next_attempt_at -> UtcTimestamp,
        sent_at -> Nullable<UtcTimestamp>,
        last_error -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    submission_comments (id) {
        id -> Text,
        submission_id -> Text,
        pointer -> Text,
        text -> Text,
        account_id -> Text,
        by_name -> Text,
        at -> UtcTimestamp,
    }
}

diesel::joinable!(tasks -> persons (person_id));
diesel::joinable!(persons -> units (unit_id));
diesel::joinable!(accounts -> units (unit_id));
diesel::joinable!(role_grants -> units (unit_id));
diesel::joinable!(role_grants -> accounts (account_id));
diesel::joinable!(submissions -> persons (person_id));
diesel::joinable!(exports -> persons (person_id));
diesel::joinable!(remarks -> persons (person_id));
diesel::joinable!(drafts -> persons (person_id));
diesel::joinable!(certificates -> accounts (account_id));

diesel::joinable!(reminders -> tasks (task_id));
diesel::joinable!(reminders -> accounts (account_id));
diesel::joinable!(letters -> accounts (account_id));
diesel::joinable!(notifications -> accounts (account_id));
diesel::joinable!(due_changes -> tasks (task_id));
diesel::joinable!(submission_comments -> submissions (submission_id));
diesel::joinable!(delegations -> units (unit_id));
diesel::joinable!(signature_validation_data -> validation_data (sha256));
diesel::joinable!(delegations -> signatures (signature_id));
diesel::joinable!(stamp_queue -> signatures (signature_id));

diesel::table! {
    use diesel::sql_types::*;
    use crate::types::UtcTimestamp;

    task_moves (id) {
        id -> Text,
        task_id -> Text,
        kind -> Text,
        from_name -> Text,
        to_name -> Text,
        note -> Text,
        by_account_id -> Text,
        by_name -> Text,
        at -> UtcTimestamp,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    tasks,
    units,
    persons,
    accounts,
    role_grants,
    sessions,
    drafts,
    attachments,
    submissions,
    certificates,
    exports,
    signatures,
    versions,
    signing_requests,
    remarks,
    audit_events,
    audit_head,
    idempotency_keys,
    stamp_queue,
    validation_data,
    signature_validation_data,
    revocation_cache,
    archive_stamps,
    signing_sessions,
    pin_failures,
    file_tickets,
    delegations,
    calendar_amendments,
    due_changes,
    reminders,
    notifications,
    letters,
    submission_comments,
    task_moves
);
