-- The first format, 1.0. No triggers: the program keeps `mark` and the search tables in the same transaction.
-- `pos` keeps the order of a list. A row's `batch` names the import that brought it, 0 for one made by hand;
-- rows of a dead batch are an import taken back, and count as absent.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    dead INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One row for each code that events use; `batch` is null where the case does not declare it.
CREATE TABLE lane (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    batch INTEGER,
    pos INTEGER,
    name TEXT,
    type TEXT,
    of TEXT,
    grouped TEXT
) STRICT;

CREATE TABLE kind (
    pos INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    batch INTEGER NOT NULL,
    label TEXT NOT NULL,
    family TEXT,
    colour TEXT
) STRICT;

CREATE TABLE entity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    batch INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    note TEXT,
    private INTEGER NOT NULL
) STRICT;

CREATE TABLE alias (
    entity INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (entity, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    batch INTEGER NOT NULL,
    title TEXT,
    byline TEXT,
    site TEXT,
    url TEXT,
    published TEXT,
    retrieved TEXT,
    language TEXT,
    origin TEXT,
    original TEXT,
    original_type TEXT,
    original_name TEXT,
    note TEXT,
    private INTEGER NOT NULL
) STRICT;

-- Never changed once written; the highest `rev` is the article's text.
CREATE TABLE article_text (
    article INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    reader TEXT,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, rev)
) STRICT;

-- The bytes that articles were read from, by their hash, compressed.
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT UNIQUE,
    batch INTEGER NOT NULL,
    moment TEXT,
    t0 INTEGER NOT NULL,
    t1 INTEGER NOT NULL,
    within INTEGER NOT NULL,
    title TEXT NOT NULL,
    label TEXT,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    count_min INTEGER,
    count_max INTEGER,
    count_of TEXT,
    count_approx INTEGER NOT NULL,
    note TEXT,
    private INTEGER NOT NULL
) STRICT;
CREATE INDEX event_batch ON event (batch);

CREATE TABLE event_lane (
    event INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    role TEXT NOT NULL,
    status TEXT,
    said_by TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_date (
    event INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    role TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_entity (
    event INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_entity_entity ON event_entity (entity);

CREATE TABLE tag (
    event INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) STRICT, WITHOUT ROWID;

-- `first` and `past` count Unicode scalar values of the revision, `past` exclusive.
CREATE TABLE quote (
    event INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    article INTEGER NOT NULL,
    rev INTEGER,
    first INTEGER,
    past INTEGER,
    exact TEXT,
    prefix TEXT,
    suffix TEXT,
    says TEXT,
    private INTEGER NOT NULL,
    PRIMARY KEY (event, pos)
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_article ON quote (article);

CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,
    later INTEGER NOT NULL,
    earlier INTEGER NOT NULL,
    type TEXT NOT NULL,
    UNIQUE (later, earlier, type)
) STRICT;
CREATE INDEX link_earlier ON link (earlier);

CREATE TABLE link_quote (
    link INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    article INTEGER NOT NULL,
    rev INTEGER,
    first INTEGER,
    past INTEGER,
    exact TEXT,
    prefix TEXT,
    suffix TEXT,
    says TEXT,
    private INTEGER NOT NULL,
    PRIMARY KEY (link, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    batch INTEGER NOT NULL,
    article INTEGER NOT NULL,
    rev INTEGER,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    draft TEXT NOT NULL,
    score REAL NOT NULL,
    state TEXT NOT NULL,
    event INTEGER
) STRICT;

CREATE TABLE not_same (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,
    one INTEGER NOT NULL,
    other INTEGER NOT NULL
) STRICT;

CREATE TABLE view (
    pos INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    label TEXT NOT NULL,
    forward TEXT NOT NULL,
    inverse TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What drawing reads, already sorted (contract 9): `known` is the earliest clock of the event's sources.
CREATE TABLE mark (
    lane INTEGER NOT NULL,
    t0 INTEGER NOT NULL,
    event INTEGER NOT NULL,
    t1 INTEGER NOT NULL,
    bits INTEGER NOT NULL,
    known INTEGER NOT NULL,
    PRIMARY KEY (lane, t0, event)
) STRICT, WITHOUT ROWID;

-- Folded words, without a copy of the text: a row is taken out by saying its words again.
CREATE VIRTUAL TABLE event_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO event_words (event_words, rank) VALUES ('secure-delete', 1);
INSERT INTO article_words (article_words, rank) VALUES ('secure-delete', 1);

-- The lane of events without one.
INSERT INTO lane (id, code) VALUES (0, '');
