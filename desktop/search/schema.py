"""The tables of the index."""

SCHEMA_VERSION = 5
"""Goes up with every change of the tables or of what is written into them; see `open_index`."""

SCHEMA = f"""
BEGIN IMMEDIATE;

-- Every file seen, with or without a question in it.
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS files_id ON files (id);

-- Keys that questions had before their files were renamed.
CREATE TABLE IF NOT EXISTS former_keys (
    former TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (former, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS former_keys_key ON former_keys (key);

-- Several values in one column stand between unit separators; labels are ids between spaces.
CREATE TABLE IF NOT EXISTS documents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    difficulty TEXT NOT NULL,
    minutes INTEGER,
    rounds TEXT NOT NULL,
    roles TEXT NOT NULL,
    companies TEXT NOT NULL,
    topics TEXT NOT NULL,
    pack TEXT NOT NULL,
    form TEXT NOT NULL,
    related TEXT NOT NULL,
    problem_count INTEGER NOT NULL,
    labels TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT '',
    statuses TEXT NOT NULL DEFAULT '',
    answered TEXT NOT NULL DEFAULT '',
    activity_labels TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX IF NOT EXISTS documents_path ON documents (path);
CREATE INDEX IF NOT EXISTS documents_category ON documents (category);
CREATE INDEX IF NOT EXISTS documents_difficulty ON documents (difficulty);
CREATE INDEX IF NOT EXISTS documents_rounds ON documents (rounds);
CREATE INDEX IF NOT EXISTS documents_roles ON documents (roles);
CREATE INDEX IF NOT EXISTS documents_companies ON documents (companies);
CREATE INDEX IF NOT EXISTS documents_pack ON documents (pack);
CREATE INDEX IF NOT EXISTS documents_form ON documents (form);
CREATE INDEX IF NOT EXISTS documents_statuses ON documents (statuses);

-- The prompt and the parts, compressed; apart, so that documents stay quick to read.
CREATE TABLE IF NOT EXISTS texts (
    id INTEGER PRIMARY KEY,
    parts BLOB NOT NULL
) STRICT;

-- Narrow rows in the order of each sort; what is not known has a value that comes last.
CREATE TABLE IF NOT EXISTS orders (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    difficulty INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    category TEXT NOT NULL,
    company TEXT NOT NULL,
    answered TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '',
    coverage REAL NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS orders_title ON orders (title, id);
CREATE INDEX IF NOT EXISTS orders_difficulty ON orders (difficulty, title, id);
CREATE INDEX IF NOT EXISTS orders_minutes ON orders (minutes, title, id);
CREATE INDEX IF NOT EXISTS orders_category ON orders (category, title, id);
CREATE INDEX IF NOT EXISTS orders_company ON orders (company, title, id);
CREATE INDEX IF NOT EXISTS orders_answered ON orders (answered DESC, title, id);
CREATE INDEX IF NOT EXISTS orders_due ON orders (due, title, id);
CREATE INDEX IF NOT EXISTS orders_coverage ON orders (coverage, title, id);

-- What the journal says of a question; kept when the question's file goes and comes back.
CREATE TABLE IF NOT EXISTS activities (
    key TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    statuses TEXT NOT NULL,
    flags TEXT NOT NULL,
    lists TEXT NOT NULL,
    answered TEXT NOT NULL,
    due TEXT NOT NULL,
    coverage REAL
) STRICT, WITHOUT ROWID;
-- Attempts in numbers, and what comes back of them; the memory is FSRS's, moments are UTC.
CREATE TABLE IF NOT EXISTS attempt_facts (
    uuid TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    active_s REAL NOT NULL,
    budget_s REAL NOT NULL,
    category TEXT NOT NULL,
    topics TEXT NOT NULL,
    rounds TEXT NOT NULL,
    points INTEGER NOT NULL,
    covered INTEGER NOT NULL,
    share REAL,
    predicted INTEGER,
    is_with_help INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS attempt_facts_key ON attempt_facts (key);
CREATE TABLE IF NOT EXISTS review_items (
    key TEXT NOT NULL,
    point TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes REAL NOT NULL,
    due_on TEXT,
    category TEXT NOT NULL,
    topics TEXT NOT NULL,
    rounds TEXT NOT NULL,
    stability REAL,
    difficulty REAL,
    last_review TEXT,
    due TEXT,
    share REAL NOT NULL,
    value REAL NOT NULL,
    misses INTEGER NOT NULL,
    is_suspended INTEGER NOT NULL,
    PRIMARY KEY (key, point)
) STRICT;
CREATE INDEX IF NOT EXISTS review_items_due ON review_items (due_on);
CREATE TABLE IF NOT EXISTS answers (
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    uuid TEXT NOT NULL,
    written_at TEXT NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (key, place)
) STRICT;

-- Every value of every field; its id is a word of `words`, so filters are searches too.
CREATE TABLE IF NOT EXISTS labels (
    id INTEGER PRIMARY KEY,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    folded TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    UNIQUE (field, folded)
) STRICT;

CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    title, tags, prompt, parts, answers, labels,
    content = '', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- Rendered pages, for a first paint without the Markdown library.
CREATE TABLE IF NOT EXISTS pages (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;

-- What the services note about the index as a whole.
CREATE TABLE IF NOT EXISTS notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = {SCHEMA_VERSION};
COMMIT;
"""
