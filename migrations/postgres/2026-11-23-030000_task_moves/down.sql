DROP INDEX tasks_assignee;
DROP TABLE task_moves;
