-- When the note was saved with other words instead: wordings left soon after
-- one another are of one sitting. Of those kept so far it is not known.
ALTER TABLE wording ADD COLUMN left_at INTEGER NOT NULL DEFAULT 0;
UPDATE wording SET left_at = written;
