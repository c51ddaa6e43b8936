-- A journal as version 1 wrote it: one sealed attempt, two drafts. Load into an empty file.
PRAGMA application_id = 0x47524E52;
BEGIN TRANSACTION;
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
INSERT INTO "attempts" VALUES('attempt-1','ridge-as-shrinkage','5d93096f1ccdc5c31dd62145c18d8b9b','2d10d64c93313a9262c8ade9b1fa64036ed1080993f732229b27e09a1092de8d','2026-11-22T12:00:00.123456Z','2026-11-22T12:01:30.123456Z',58.25,1200.0,'Ridge shrinks each direction

by its own factor: $d^2/(d^2+\lambda)$ 😀',NULL);
CREATE TABLE bin (
    attempt_uuid TEXT PRIMARY KEY REFERENCES attempts (uuid) ON DELETE CASCADE,
    deleted_at TEXT NOT NULL
) STRICT;
CREATE TABLE draft_history (
    id INTEGER PRIMARY KEY,
    draft_id TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    active_s REAL NOT NULL,
    text_zlib BLOB NOT NULL
) STRICT;
INSERT INTO "draft_history" VALUES(1,'5d93096f1ccdc5c31dd62145c18d8b9b','2026-11-22T12:01:00.623456Z',58.25,X'789C0BCA4C494F5528CE28CACCCB2E56484D4CCE5048C92C4A4D2EC9CCCFE3E24AAA54C82C2956C82FCF53484B4C2EC92FB25250498933D2D70012DA313989B94929899A2A0A1FE6CF680000B93819CB');
INSERT INTO "draft_history" VALUES(2,'335e6886f9c35ea8179913f76500784a','2026-11-22T12:01:00.623456Z',58.25,X'789CF348CC4953485428C9C82F4DCF280100241A0520');
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
INSERT INTO "drafts" VALUES('ridge-as-shrinkage','5c519e78492d5ae47e2d64e778ffb90a','2d10d64c93313a9262c8ade9b1fa64036ed1080993f732229b27e09a1092de8d','2026-11-22T12:00:00.123456Z','2026-11-22T12:05:00.123456Z',17,1200.0,58.25,'A second try',NULL);
INSERT INTO "drafts" VALUES('dropout','335e6886f9c35ea8179913f76500784a','2d10d64c93313a9262c8ade9b1fa64036ed1080993f732229b27e09a1092de8d','2026-11-22T12:00:00.123456Z','2026-11-22T12:01:00.623456Z',17,1200.0,58.25,'Half a thought',NULL);
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "meta" VALUES('needs_greenroom','0.1');
INSERT INTO "meta" VALUES('journal_id','87bfc368e79d6e2ed7cac5bfc3908564');
CREATE TABLE question_texts (
    digest TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
INSERT INTO "question_texts" VALUES('2d10d64c93313a9262c8ade9b1fa64036ed1080993f732229b27e09a1092de8d','---
title: Ridge
---

Why does ridge shrink? Σ $\lambda$
');
CREATE TABLE reveals (
    id INTEGER PRIMARY KEY,
    question_key TEXT NOT NULL,
    part TEXT NOT NULL,
    revealed_at TEXT NOT NULL,
    attempt_uuid TEXT REFERENCES attempts (uuid) ON DELETE CASCADE
) STRICT;
INSERT INTO "reveals" VALUES(1,'ridge-as-shrinkage','WHY','2026-11-22T12:01:00.623456Z','attempt-1');
CREATE INDEX draft_history_by_draft ON draft_history (draft_id, id);
CREATE INDEX attempts_by_question ON attempts (question_key, sealed_at, uuid);
CREATE INDEX attempts_by_digest ON attempts (digest);
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
CREATE UNIQUE INDEX open_reveals ON reveals (question_key, part) WHERE attempt_uuid IS NULL;
CREATE INDEX reveals_by_attempt ON reveals (attempt_uuid, id) WHERE attempt_uuid IS NOT NULL;
COMMIT;
PRAGMA user_version = 1;
