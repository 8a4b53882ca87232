-- Review as people do it, reminders, the calendar's amendments (B9, C5, C6, F8).

-- What a deadline was counted from, so that it can be counted anew; and who took the task on.
ALTER TABLE tasks ADD COLUMN counted_from DATE;
ALTER TABLE tasks ADD COLUMN days BIGINT;
ALTER TABLE tasks ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN assignee_id TEXT;
ALTER TABLE tasks ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN assigned_at TIMESTAMPTZ;

-- Where letters go, and how often; the calendar feed is opened with a secret of its own.
ALTER TABLE accounts ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN letters TEXT NOT NULL DEFAULT 'daily';
ALTER TABLE accounts ADD COLUMN feed_sha256 TEXT;

-- Days off and working days that the operator entered, with the announcement.
CREATE TABLE calendar_amendments (
    id TEXT PRIMARY KEY NOT NULL,
    day DATE NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    announcement TEXT NOT NULL,
    announced_on DATE NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TIMESTAMPTZ NOT NULL,
    withdrawn_by TEXT NOT NULL,
    withdrawn_at TIMESTAMPTZ
);

-- Every deadline that was counted anew, what came of it and why.
CREATE TABLE due_changes (
    id TEXT PRIMARY KEY NOT NULL,
    task_id TEXT NOT NULL REFERENCES tasks (id),
    old_due DATE NOT NULL,
    new_due DATE NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);

-- One row a task, stage and recipient: what makes a reminder happen once.
CREATE TABLE reminders (
    id TEXT PRIMARY KEY NOT NULL,
    task_id TEXT NOT NULL REFERENCES tasks (id),
    stage TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    due_on DATE NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    notification_id TEXT
);

-- What the app tells somebody.
CREATE TABLE notifications (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    text_en TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    read_at TIMESTAMPTZ
);

-- Letters to be sent; `dedupe` is what they are about, so that each is written once.
CREATE TABLE letters (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    dedupe TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL,
    next_attempt_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ,
    last_error TEXT NOT NULL
);

-- What reviewers and submitter say to one another; outside of what is signed.
CREATE TABLE submission_comments (
    id TEXT PRIMARY KEY NOT NULL,
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    pointer TEXT NOT NULL,
    text TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    by_name TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);

CREATE UNIQUE INDEX reminders_once ON reminders (task_id, stage, account_id, due_on);
CREATE INDEX reminders_account ON reminders (account_id, created_at);
CREATE INDEX notifications_account ON notifications (account_id, read_at, id);
CREATE INDEX letters_due ON letters (sent_at, next_attempt_at);
CREATE INDEX submission_comments_submission ON submission_comments (submission_id, id);
CREATE INDEX due_changes_task ON due_changes (task_id);
CREATE INDEX calendar_amendments_day ON calendar_amendments (day);
CREATE INDEX tasks_person ON tasks (person_id, closed);
CREATE INDEX tasks_due ON tasks (closed, due_on);
CREATE UNIQUE INDEX accounts_feed ON accounts (feed_sha256);
