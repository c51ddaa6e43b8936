-- All that comes to an attempt after it was sealed; the attempt itself never changes. Points and
-- follow-ups count from 0 in the question text of the attempt's digest; evidence is a stretch of
-- the attempt's text in code points, empty where nothing shows the point.
BEGIN EXCLUSIVE;

CREATE TABLE marks (
    attempt_uuid TEXT NOT NULL REFERENCES attempts (uuid) ON DELETE CASCADE,
    point INTEGER NOT NULL,
    judge TEXT NOT NULL,
    verdict TEXT NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (attempt_uuid, point, judge)
) STRICT;

CREATE TABLE predictions (
    attempt_uuid TEXT PRIMARY KEY REFERENCES attempts (uuid) ON DELETE CASCADE,
    covered INTEGER NOT NULL,
    points INTEGER NOT NULL,
    predicted_at TEXT NOT NULL
) STRICT;

CREATE TABLE replies (
    attempt_uuid TEXT NOT NULL REFERENCES attempts (uuid) ON DELETE CASCADE,
    follow_up INTEGER NOT NULL,
    text TEXT NOT NULL,
    opened_at TEXT,
    written_at TEXT NOT NULL,
    PRIMARY KEY (attempt_uuid, follow_up)
) STRICT;

CREATE TABLE attempt_notes (
    attempt_uuid TEXT PRIMARY KEY REFERENCES attempts (uuid) ON DELETE CASCADE,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT;

CREATE TABLE attempt_stars (
    attempt_uuid TEXT PRIMARY KEY REFERENCES attempts (uuid) ON DELETE CASCADE,
    starred_at TEXT NOT NULL
) STRICT;

CREATE TABLE question_notes (
    question_key TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT;

UPDATE meta SET value = '0.3' WHERE name = 'needs_greenroom';

PRAGMA user_version = 3;

COMMIT;
