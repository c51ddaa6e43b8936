-- Names are unique as a query compares them: without letter case and accents, with blanks as
-- hyphens; `compared_name` holds that form. Positions only order: after a merge two may be equal,
-- and the next move numbers them anew.
BEGIN EXCLUSIVE;

CREATE TABLE stars (
    question_key TEXT PRIMARY KEY,
    starred_at TEXT NOT NULL
) STRICT;

CREATE TABLE lists (
    uuid TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    compared_name TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE list_entries (
    list_uuid TEXT NOT NULL REFERENCES lists (uuid) ON DELETE CASCADE,
    question_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (list_uuid, question_key)
) STRICT;

CREATE TABLE saved_searches (
    uuid TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    compared_name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    sort TEXT NOT NULL,
    position INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

UPDATE meta SET value = '0.2' WHERE name = 'needs_greenroom';

PRAGMA user_version = 2;

COMMIT;
