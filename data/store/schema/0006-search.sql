-- A word begun is looked up as quickly as a whole one: its first letters have
-- lists of documents of their own. Their lengths count bytes, so these are two,
-- three and four letters of an alphabet like English's and one, two and three
-- of those that take two bytes a letter. Changing it makes the lists anew.
CREATE VIRTUAL TABLE note_words_begun USING fts4 (
    body, quotes, tags,
    tokenize=unicode61 "remove_diacritics=2", order=desc, prefix="2,3,4,6"
);
INSERT INTO note_words_begun (docid, body, quotes, tags) SELECT docid, body, quotes, tags FROM note_words ORDER BY docid;
DROP TABLE note_words;
ALTER TABLE note_words_begun RENAME TO note_words;

CREATE VIRTUAL TABLE report_words_begun USING fts4 (
    headline, outlet, text,
    tokenize=unicode61 "remove_diacritics=2", order=desc, prefix="2,3,4,6"
);
INSERT INTO report_words_begun (docid, headline, outlet, text) SELECT docid, headline, outlet, text FROM report_words ORDER BY docid;
DROP TABLE report_words;
ALTER TABLE report_words_begun RENAME TO report_words;

-- Notes listed by author are wanted newest first.
DROP INDEX note_by_author;
CREATE INDEX note_by_author ON note (author, seq DESC);
