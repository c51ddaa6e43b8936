-- What a person says of reviews; when a thing comes due follows from these rows, the attempts and
-- their marks, and is kept nowhere. A thing to review is a whole question (point '') or one of its
-- points, named by the text it has in the rubric. Where two journals differ, the later set_at
-- holds; nothing is deleted, so that a merge cannot bring back what was taken away.
BEGIN EXCLUSIVE;

-- Where a person has changed, or accepted, the rating that marks and time suggest.
CREATE TABLE attempt_ratings (
    attempt_uuid TEXT PRIMARY KEY REFERENCES attempts (uuid) ON DELETE CASCADE,
    rating INTEGER NOT NULL,
    rated_at TEXT NOT NULL
) STRICT;

CREATE TABLE point_reviews (
    uuid TEXT PRIMARY KEY,
    question_key TEXT NOT NULL,
    point TEXT NOT NULL,
    text TEXT NOT NULL,
    rating INTEGER NOT NULL,
    active_s REAL NOT NULL,
    reviewed_at TEXT NOT NULL
) STRICT;

CREATE INDEX point_reviews_by_question ON point_reviews (question_key, reviewed_at);

-- What is being written in the review of a point.
CREATE TABLE review_drafts (
    question_key TEXT NOT NULL,
    point TEXT NOT NULL,
    text TEXT NOT NULL,
    active_s REAL NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (question_key, point)
) STRICT;

-- see_on is a day, 'never' for what is suspended, NULL for what goes by the schedule again. A day
-- holds until the next review.
CREATE TABLE review_days (
    question_key TEXT NOT NULL,
    point TEXT NOT NULL,
    see_on TEXT,
    set_at TEXT NOT NULL,
    PRIMARY KEY (question_key, point)
) STRICT;

-- Rounds stand in lines; none means all.
CREATE TABLE interviews (
    uuid TEXT PRIMARY KEY,
    company TEXT NOT NULL,
    rounds TEXT NOT NULL,
    held_on TEXT NOT NULL,
    is_removed INTEGER NOT NULL,
    set_at TEXT NOT NULL
) STRICT;

UPDATE meta SET value = '0.6' WHERE name = 'needs_greenroom';

PRAGMA user_version = 6;

COMMIT;
