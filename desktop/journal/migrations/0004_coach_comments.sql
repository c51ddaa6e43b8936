-- What models said of the points of an attempt; whether they gave credit stands among the marks.
BEGIN EXCLUSIVE;

CREATE TABLE comments (
    attempt_uuid TEXT NOT NULL REFERENCES attempts (uuid) ON DELETE CASCADE,
    point INTEGER NOT NULL,
    judge TEXT NOT NULL,
    text TEXT NOT NULL,
    verdict TEXT,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    dropped_quotes INTEGER NOT NULL,
    is_whole INTEGER NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (attempt_uuid, point, judge)
) STRICT;

UPDATE meta SET value = '0.4' WHERE name = 'needs_greenroom';

PRAGMA user_version = 4;

COMMIT;
