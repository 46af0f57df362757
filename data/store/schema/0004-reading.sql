-- A reader's own answer where the program can only guess how words are meant.
CREATE TABLE reading (
    seq   INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    kind  TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- The words it is about, one passage or one in each of two reports, kept as an
-- anchor is.
CREATE TABLE reading_passage (
    reading_id TEXT NOT NULL REFERENCES reading (id),
    place      INTEGER NOT NULL,
    report_id  TEXT NOT NULL REFERENCES report (id),
    starts     INTEGER NOT NULL, -- into report.text
    ends       INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    loose      INTEGER NOT NULL,
    PRIMARY KEY (reading_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_passage_by_report ON reading_passage (report_id);
