-- The organisation; `path` is /root/…/self/.
CREATE TABLE units (
    id TEXT PRIMARY KEY NOT NULL,
    parent_id TEXT REFERENCES units (id),
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    depth BIGINT NOT NULL,
    management TEXT NOT NULL
);

-- People, with the projections that lists and deadlines need; the truth about a profile is in versions.
CREATE TABLE persons (
    id TEXT PRIMARY KEY NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    full_name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    search_name TEXT NOT NULL,
    personal_id TEXT NOT NULL UNIQUE,
    staff_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    management TEXT NOT NULL,
    status TEXT NOT NULL,
    state TEXT NOT NULL,
    post TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    current_version BIGINT,
    decision_number TEXT NOT NULL,
    decision_date DATE NOT NULL,
    registered_on DATE NOT NULL,
    revision BIGINT NOT NULL
);

-- Accounts (A1–A8).
CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    username TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    person_id TEXT UNIQUE REFERENCES persons (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    status TEXT NOT NULL,
    must_change_password BOOLEAN NOT NULL,
    failed_sign_ins BIGINT NOT NULL,
    locked_until TEXT,
    created_at TEXT NOT NULL,
    issued_on DATE NOT NULL,
    revision BIGINT NOT NULL
);

-- Roles within a unit and everything below it (A4).
CREATE TABLE role_grants (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    basis TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at TEXT NOT NULL,
    revoked_at TEXT
);

-- Signed-in clients; a token whose row is revoked is refused.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    csrf_token TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT
);

-- What is being filled in, one a person.
CREATE TABLE drafts (
    person_id TEXT PRIMARY KEY NOT NULL REFERENCES persons (id),
    change_kind TEXT NOT NULL,
    document TEXT NOT NULL,
    base_version BIGINT,
    revision BIGINT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL
);

-- Digitised evidence; content lies in the blob store under its SHA-256 (B7).
CREATE TABLE attachments (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES persons (id),
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    pointer TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by TEXT NOT NULL,
    submitted BOOLEAN NOT NULL,
    removed_at TEXT
);

-- Proposed next versions and where they stand (C2–C6).
CREATE TABLE submissions (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES persons (id),
    change_kind TEXT NOT NULL,
    chain TEXT NOT NULL,
    state TEXT NOT NULL,
    step BIGINT NOT NULL,
    step_role TEXT NOT NULL,
    step_started_on DATE NOT NULL,
    document TEXT NOT NULL,
    document_sha256 TEXT NOT NULL,
    base_version BIGINT,
    base_digest TEXT,
    attachments TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    submitted_on DATE NOT NULL,
    submitted_by TEXT NOT NULL,
    version BIGINT,
    revision BIGINT NOT NULL
);

-- Certificates that accounts sign with.
CREATE TABLE certificates (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    label TEXT NOT NULL,
    serial TEXT NOT NULL UNIQUE,
    der BLOB NOT NULL,
    subject TEXT NOT NULL,
    issuer TEXT NOT NULL,
    public_key_sha256 TEXT NOT NULL,
    not_before TEXT NOT NULL,
    not_after TEXT NOT NULL,
    level TEXT NOT NULL,
    revoked_at TEXT,
    revocation_reason TEXT NOT NULL
);

-- CVs in PDF being signed; the file lies in the blob store (F4).
CREATE TABLE exports (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES persons (id),
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pages BIGINT NOT NULL,
    layout TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    revision BIGINT NOT NULL
);

-- Every signature with the exact bytes that were signed (C1, C7).
CREATE TABLE signatures (
    id TEXT PRIMARY KEY NOT NULL,
    submission_id TEXT REFERENCES submissions (id),
    export_id TEXT REFERENCES exports (id),
    position BIGINT NOT NULL,
    act TEXT NOT NULL,
    role TEXT NOT NULL,
    reasons TEXT NOT NULL,
    payload BLOB NOT NULL,
    payload_sha256 TEXT NOT NULL,
    cms BLOB NOT NULL,
    cms_sha256 TEXT NOT NULL UNIQUE,
    account_id TEXT REFERENCES accounts (id),
    signer TEXT NOT NULL,
    serial TEXT NOT NULL,
    issuer TEXT NOT NULL,
    level TEXT NOT NULL,
    signed_at TEXT NOT NULL
);

-- Approved versions, chained by digest; never updated, never deleted (E7).
CREATE TABLE versions (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES persons (id),
    number BIGINT NOT NULL,
    change_kind TEXT NOT NULL,
    document TEXT NOT NULL,
    document_sha256 TEXT NOT NULL,
    digest TEXT NOT NULL,
    previous_digest TEXT,
    submission_id TEXT NOT NULL UNIQUE REFERENCES submissions (id),
    effective_at TEXT NOT NULL
);

-- Things waiting for a signature, single use.
CREATE TABLE signing_requests (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    certificate_id TEXT NOT NULL REFERENCES certificates (id),
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_revision BIGINT NOT NULL,
    intent TEXT NOT NULL,
    payload BLOB NOT NULL,
    content_sha256 TEXT NOT NULL,
    attributes BLOB NOT NULL,
    expires_at TEXT NOT NULL,
    signature BLOB,
    result TEXT
);

-- Reports of wrong items (B8).
CREATE TABLE remarks (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES persons (id),
    pointer TEXT NOT NULL,
    text TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_by TEXT,
    answered_at TEXT,
    revision BIGINT NOT NULL
);

-- Hash chain of who did or saw what (G2).
CREATE TABLE audit_events (
    sequence BIGINT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    account_id TEXT,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    person_id TEXT,
    subject TEXT NOT NULL,
    ground TEXT NOT NULL,
    address TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

-- One row: the end of the chain, locked while an event is added.
CREATE TABLE audit_head (
    id BIGINT PRIMARY KEY NOT NULL,
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL
);

-- First answers to creations, repeated for the same key.
CREATE TABLE idempotency_keys (
    account_id TEXT NOT NULL,
    key TEXT NOT NULL,
    route TEXT NOT NULL,
    request_sha256 TEXT NOT NULL,
    status BIGINT NOT NULL,
    etag TEXT,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (account_id, key)
);

-- What somebody has to do, by when and why; opened and closed with the act that causes it.
-- An empty role means the person's own duty.
CREATE TABLE tasks (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES persons (id),
    subject_id TEXT NOT NULL,
    change_kind TEXT,
    role TEXT NOT NULL,
    due_key TEXT NOT NULL,
    due_on DATE,
    opens_on DATE,
    provisional BOOLEAN NOT NULL,
    clause TEXT NOT NULL,
    why TEXT NOT NULL,
    why_en TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed BOOLEAN NOT NULL,
    closed_at TEXT
);

CREATE INDEX persons_unit ON persons (unit_id);
CREATE INDEX persons_order ON persons (sort_key, id);
CREATE INDEX role_grants_account ON role_grants (account_id);
CREATE INDEX attachments_person ON attachments (person_id);
CREATE INDEX submissions_person ON submissions (person_id);
CREATE UNIQUE INDEX submissions_open ON submissions (person_id) WHERE state = 'in_review';
CREATE INDEX tasks_open ON tasks (closed, due_key, id);
CREATE INDEX tasks_subject ON tasks (subject_id);
CREATE INDEX certificates_account ON certificates (account_id);
CREATE INDEX exports_person ON exports (person_id);
CREATE UNIQUE INDEX signatures_submission ON signatures (submission_id, position);
CREATE INDEX signatures_export ON signatures (export_id);
CREATE UNIQUE INDEX versions_person ON versions (person_id, number);
CREATE INDEX remarks_person ON remarks (person_id);
CREATE INDEX audit_events_person ON audit_events (person_id, sequence);
CREATE INDEX accounts_unit ON accounts (unit_id);

INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '');
