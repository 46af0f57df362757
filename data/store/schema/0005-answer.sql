-- What readers answered to the questions to settle before two reports are
-- compared. A question about one report has it in both places.
CREATE TABLE answer (
    report_id TEXT NOT NULL REFERENCES report (id), -- the lesser id
    other_id  TEXT NOT NULL REFERENCES report (id),
    question  TEXT NOT NULL,
    reply     TEXT NOT NULL,
    basis     TEXT NOT NULL, -- what the reply stood on
    given     INTEGER NOT NULL,
    PRIMARY KEY (report_id, other_id, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_other ON answer (other_id);
