-- Where keys live, time stamps, delegations, long-term proof (C1, C5, C7, F4).

-- Certificates may now come from elsewhere; `reference` says where the key is found, `chain` holds the DER above it (JSON of Base64).
ALTER TABLE certificates ADD COLUMN place TEXT NOT NULL DEFAULT 'browser';
ALTER TABLE certificates ADD COLUMN provider TEXT NOT NULL DEFAULT '';
ALTER TABLE certificates ADD COLUMN reference TEXT NOT NULL DEFAULT '';
ALTER TABLE certificates ADD COLUMN asks TEXT NOT NULL DEFAULT 'nothing';
ALTER TABLE certificates ADD COLUMN chain TEXT NOT NULL DEFAULT '[]';
ALTER TABLE certificates ADD COLUMN state TEXT NOT NULL DEFAULT 'active';

-- A signature may wait for its time stamp, and may be made in somebody's stead.
ALTER TABLE signatures ADD COLUMN stamp_state TEXT NOT NULL DEFAULT 'none';
ALTER TABLE signatures ADD COLUMN stamped_at TIMESTAMPTZ;
ALTER TABLE signatures ADD COLUMN stamped_by TEXT NOT NULL DEFAULT '';
ALTER TABLE signatures ADD COLUMN delegation_id TEXT;
ALTER TABLE signatures ADD COLUMN on_behalf_of TEXT NOT NULL DEFAULT '';

ALTER TABLE exports ADD COLUMN code TEXT NOT NULL DEFAULT '';

-- Signatures whose time stamp has to be fetched; a row is taken by pushing `next_attempt_at` ahead.
CREATE TABLE stamp_queue (
    signature_id TEXT PRIMARY KEY NOT NULL REFERENCES signatures (id),
    attempts BIGINT NOT NULL,
    next_attempt_at TIMESTAMPTZ NOT NULL,
    last_error TEXT NOT NULL
);

-- Certificates, revocation lists and OCSP responses as they were when a signature was accepted.
CREATE TABLE validation_data (
    sha256 TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    der BYTEA NOT NULL,
    fetched_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE signature_validation_data (
    signature_id TEXT NOT NULL REFERENCES signatures (id),
    sha256 TEXT NOT NULL REFERENCES validation_data (sha256),
    PRIMARY KEY (signature_id, sha256)
);

-- What was fetched from other authorities, until it is to be fetched again.
CREATE TABLE revocation_cache (
    url TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    der BYTEA NOT NULL,
    fetched_at TIMESTAMPTZ NOT NULL,
    refresh_at TIMESTAMPTZ NOT NULL
);

-- Archive time stamps over a version's evidence or over an export, renewed before they weaken.
CREATE TABLE archive_stamps (
    id TEXT PRIMARY KEY NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    manifest BYTEA NOT NULL,
    token BYTEA NOT NULL,
    stamped_at TIMESTAMPTZ NOT NULL,
    stamped_by TEXT NOT NULL,
    renew_at TIMESTAMPTZ NOT NULL,
    renewed BOOLEAN NOT NULL
);

-- Signing with keys that the server reaches: several requests, one PIN or one confirmation.
CREATE TABLE signing_sessions (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    certificate_id TEXT NOT NULL REFERENCES certificates (id),
    reference TEXT NOT NULL,
    items TEXT NOT NULL,
    waiting BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

-- Wrong PINs are counted here before the token locks itself.
CREATE TABLE pin_failures (
    provider TEXT PRIMARY KEY NOT NULL,
    failures BIGINT NOT NULL,
    locked_until TIMESTAMPTZ
);

-- One-time addresses for agents that sign whole files.
CREATE TABLE file_tickets (
    token_sha256 TEXT PRIMARY KEY NOT NULL,
    request_id TEXT NOT NULL REFERENCES signing_requests (id),
    direction TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);

-- Signing in somebody's stead (C5), itself signed by whoever delegates.
CREATE TABLE delegations (
    id TEXT PRIMARY KEY NOT NULL,
    principal_account_id TEXT NOT NULL REFERENCES accounts (id),
    principal TEXT NOT NULL,
    principal_person_id TEXT,
    delegate_account_id TEXT NOT NULL REFERENCES accounts (id),
    delegate TEXT NOT NULL,
    role TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    form TEXT NOT NULL,
    from_on DATE NOT NULL,
    to_on DATE NOT NULL,
    basis TEXT NOT NULL,
    signature_id TEXT NOT NULL REFERENCES signatures (id),
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);

CREATE INDEX stamp_queue_next ON stamp_queue (next_attempt_at);
CREATE INDEX archive_stamps_renew ON archive_stamps (renewed, renew_at);
CREATE UNIQUE INDEX archive_stamps_subject ON archive_stamps (subject_kind, subject_id, position);
CREATE INDEX signing_sessions_waiting ON signing_sessions (waiting, created_at);
CREATE INDEX delegations_delegate ON delegations (delegate_account_id);
CREATE INDEX delegations_principal ON delegations (principal_account_id);
CREATE INDEX exports_code ON exports (code);
CREATE INDEX exports_file ON exports (sha256);
