-- Who took a task on, handed it over or gave it back, and why (C6).
CREATE TABLE task_moves (
    id TEXT PRIMARY KEY NOT NULL,
    task_id TEXT NOT NULL REFERENCES tasks (id),
    kind TEXT NOT NULL,
    from_name TEXT NOT NULL,
    to_name TEXT NOT NULL,
    note TEXT NOT NULL,
    by_account_id TEXT NOT NULL REFERENCES accounts (id),
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE INDEX task_moves_task ON task_moves (task_id, id);
CREATE INDEX tasks_assignee ON tasks (assignee_id, closed);
