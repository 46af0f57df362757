-- What a note said before. place counts from 0, the oldest wording first.
CREATE TABLE wording (
    note_id TEXT NOT NULL REFERENCES note (id),
    place   INTEGER NOT NULL,
    body    TEXT NOT NULL,
    written INTEGER NOT NULL, -- when the note was last saved with this wording
    PRIMARY KEY (note_id, place)
) STRICT, WITHOUT ROWID;

-- Tags that readers made themselves, besides the program's own.
CREATE TABLE own_tag (
    seq   INTEGER PRIMARY KEY,
    code  TEXT NOT NULL UNIQUE, -- as in tag.code
    label TEXT NOT NULL,
    style INTEGER NOT NULL -- its colour and line pattern
) STRICT;

-- What the people who use this library have set: the names they work under.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where notes of all events are listed newest first, or looked for by author.
CREATE INDEX note_by_removal ON note (removed) WHERE removed IS NOT NULL;
CREATE INDEX note_by_author ON note (author);
