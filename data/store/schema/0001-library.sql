-- The first shape of a library.
--
-- Every record has two keys: id, which is the same in every library it is
-- handed to, and seq, which counts what this library was given, in that order.
-- Times are milliseconds since 1970 in UTC. Spans are byte offsets, half-open.
-- removed is the time a record was taken out; it stays, so that it can be
-- brought back. digest columns are SHA-256 in hex and tell bit rot.

-- One row. Every commit sets a new random mark, so that two files with the same
-- mark hold the same: a backup knows by it whether it is needed. A new library
-- has an empty one.
CREATE TABLE library (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    mark TEXT NOT NULL
) STRICT;
INSERT INTO library (one, mark) VALUES (1, '');

CREATE TABLE outlet (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE, -- name in lower case, one space between words
    kind   TEXT NOT NULL,
    place  TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    seq        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    title      TEXT NOT NULL,
    happened   TEXT NOT NULL,
    place      TEXT NOT NULL,
    background TEXT NOT NULL,
    created    INTEGER NOT NULL,
    removed    INTEGER
) STRICT;

CREATE TABLE report (
    seq        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    event_id   TEXT NOT NULL REFERENCES event (id),
    outlet_id  TEXT REFERENCES outlet (id),
    headline   TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    byline     TEXT NOT NULL,
    credit     TEXT NOT NULL,
    url        TEXT NOT NULL,
    language   TEXT NOT NULL,
    published  TEXT NOT NULL,
    as_written TEXT NOT NULL,
    retrieved  INTEGER NOT NULL,
    text       TEXT NOT NULL,
    digest     TEXT NOT NULL, -- of text
    removed    INTEGER
) STRICT;
CREATE INDEX report_by_event ON report (event_id, removed, seq);
CREATE INDEX report_by_outlet ON report (outlet_id);

CREATE TABLE source (
    report_id   TEXT PRIMARY KEY REFERENCES report (id),
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    charset     TEXT NOT NULL,
    digest      TEXT NOT NULL, -- of bytes
    text_digest TEXT NOT NULL, -- of text
    bytes       BLOB NOT NULL,
    text        TEXT NOT NULL
) STRICT;
CREATE TRIGGER source_is_kept BEFORE UPDATE ON source BEGIN
    SELECT RAISE(ABORT, 'a page is kept as it was given');
END;

CREATE TABLE block (
    report_id TEXT NOT NULL REFERENCES source (report_id),
    place     INTEGER NOT NULL, -- counts from 0 down the page
    starts    INTEGER NOT NULL, -- into source.text
    ends      INTEGER NOT NULL,
    role      TEXT NOT NULL,
    guess     TEXT NOT NULL,
    why       TEXT NOT NULL,
    unwraps   INTEGER NOT NULL,
    PRIMARY KEY (report_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    report_id TEXT NOT NULL REFERENCES source (report_id),
    place     INTEGER NOT NULL,
    field     TEXT NOT NULL,
    value     TEXT NOT NULL,
    read_from TEXT NOT NULL,
    block     INTEGER NOT NULL, -- block.place, -1: not from a block
    confirmed INTEGER NOT NULL,
    PRIMARY KEY (report_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    seq      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    event_id TEXT NOT NULL REFERENCES event (id),
    body     TEXT NOT NULL,
    author   TEXT NOT NULL,
    created  INTEGER NOT NULL,
    updated  INTEGER NOT NULL,
    digest   TEXT NOT NULL, -- of the note with its anchors and tags
    removed  INTEGER
) STRICT;
CREATE INDEX note_by_event ON note (event_id, removed, seq);

CREATE TABLE anchor (
    note_id   TEXT NOT NULL REFERENCES note (id),
    place     INTEGER NOT NULL,
    report_id TEXT NOT NULL REFERENCES report (id),
    side      INTEGER NOT NULL, -- 0 left, 1 right
    starts    INTEGER NOT NULL, -- into report.text
    ends      INTEGER NOT NULL,
    quote     TEXT NOT NULL,
    before    TEXT NOT NULL,
    after     TEXT NOT NULL,
    loose     INTEGER NOT NULL,
    PRIMARY KEY (note_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_by_report ON anchor (report_id);

CREATE TABLE tag (
    note_id TEXT NOT NULL REFERENCES note (id),
    place   INTEGER NOT NULL,
    code    TEXT NOT NULL,
    PRIMARY KEY (note_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_code ON tag (code);

-- A reader's ruling on two passages. Each passage is kept as an anchor is, so
-- that it is found again when the report's text changes.
CREATE TABLE link (
    seq          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    verdict      TEXT NOT NULL,
    left_report  TEXT NOT NULL REFERENCES report (id),
    left_starts  INTEGER NOT NULL,
    left_ends    INTEGER NOT NULL,
    left_quote   TEXT NOT NULL,
    left_before  TEXT NOT NULL,
    left_after   TEXT NOT NULL,
    left_loose   INTEGER NOT NULL,
    right_report TEXT NOT NULL REFERENCES report (id),
    right_starts INTEGER NOT NULL,
    right_ends   INTEGER NOT NULL,
    right_quote  TEXT NOT NULL,
    right_before TEXT NOT NULL,
    right_after  TEXT NOT NULL,
    right_loose  INTEGER NOT NULL
) STRICT;
CREATE INDEX link_by_left ON link (left_report, right_report);
CREATE INDEX link_by_right ON link (right_report);

-- What search reads: docid is the seq of the note or the report. The newest is
-- wanted first, so the lists of documents are kept in that order.
CREATE VIRTUAL TABLE note_words USING fts4 (
    body, quotes, tags,
    tokenize=unicode61 "remove_diacritics=2", order=desc
);
CREATE VIRTUAL TABLE report_words USING fts4 (
    headline, outlet, text,
    tokenize=unicode61 "remove_diacritics=2", order=desc
);
