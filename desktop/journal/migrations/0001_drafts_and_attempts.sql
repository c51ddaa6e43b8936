-- Times are UTC as ISO 8601 text with microseconds and a Z (2026-11-22T09:30:00.000000Z): of one
-- width, so text order is time order; lossless for Python; and plain to a person with any SQLite
-- tool. Durations are seconds. Keys are question keys; uuids let two journals be merged.
BEGIN EXCLUSIVE;

PRAGMA application_id = 0x47524E52; -- "GRNR"

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

INSERT INTO meta (name, value) VALUES
    ('needs_greenroom', '0.1'),
    ('journal_id', lower(hex(randomblob(16))));

CREATE TABLE question_texts (
    digest TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- A draft is saved even when its question text is not kept yet: no reference to question_texts.
CREATE TABLE drafts (
    question_key TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    digest TEXT NOT NULL,
    started_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    budget_s REAL NOT NULL,
    active_s REAL NOT NULL,
    text TEXT NOT NULL,
    text_at_budget TEXT
) STRICT;

-- The draft's id outlives its row: the attempt it became carries it on.
CREATE TABLE draft_history (
    id INTEGER PRIMARY KEY,
    draft_id TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    active_s REAL NOT NULL,
    text_zlib BLOB NOT NULL
) STRICT;

CREATE INDEX draft_history_by_draft ON draft_history (draft_id, id);

CREATE TABLE attempts (
    uuid TEXT PRIMARY KEY,
    question_key TEXT NOT NULL,
    draft_id TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES question_texts (digest),
    started_at TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    active_s REAL NOT NULL,
    budget_s REAL NOT NULL,
    text TEXT NOT NULL,
    text_at_budget TEXT
) STRICT;

CREATE INDEX attempts_by_question ON attempts (question_key, sealed_at, uuid);
CREATE INDEX attempts_by_digest ON attempts (digest);

CREATE TABLE bin (
    attempt_uuid TEXT PRIMARY KEY REFERENCES attempts (uuid) ON DELETE CASCADE,
    deleted_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER attempt_never_changes
BEFORE UPDATE OF
    uuid, draft_id, digest, started_at, sealed_at, active_s, budget_s, text, text_at_budget
ON attempts
BEGIN
    SELECT RAISE(ABORT, 'a sealed answer never changes');
END;

CREATE TRIGGER attempt_leaves_by_the_bin
BEFORE DELETE ON attempts
WHEN NOT EXISTS (SELECT 1 FROM bin WHERE attempt_uuid = OLD.uuid)
BEGIN
    SELECT RAISE(ABORT, 'a sealed answer is deleted by way of the bin only');
END;

-- Parts opened beyond the prompt; without an attempt_uuid since the newest attempt was sealed.
CREATE TABLE reveals (
    id INTEGER PRIMARY KEY,
    question_key TEXT NOT NULL,
    part TEXT NOT NULL,
    revealed_at TEXT NOT NULL,
    attempt_uuid TEXT REFERENCES attempts (uuid) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX open_reveals ON reveals (question_key, part) WHERE attempt_uuid IS NULL;
CREATE INDEX reveals_by_attempt ON reveals (attempt_uuid, id) WHERE attempt_uuid IS NOT NULL;

PRAGMA user_version = 1;

COMMIT;
