package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"parallax/data"
)

// Verify reads the whole library and looks for damage: whether the file holds
// together, and whether each text, page and note is as it was saved. It
// returns a *data.Problem with a *Damaged that lists what it found. It takes
// seconds for 100,000 notes, which is why opening does not do it.
func (l *Library) Verify(ctx context.Context) error {
	var found []string
	err := l.read(ctx, "check the library", func(ctx context.Context, c *sql.Conn) error {
		for _, look := range []func(context.Context, querier) ([]string, error){
			brokenFile, changedReports, changedSources, changedNotes,
		} {
			more, err := look(ctx, c)
			found = append(found, more...)
			if err != nil {
				return err
			}
		}
		return nil
	})
	var d *Damaged
	if errors.As(err, &d) {
		d.Found = append(found, "The file could not be read to its end.")
		return err
	}
	if err != nil || len(found) == 0 {
		return err
	}
	return damaged(l.path, fmt.Errorf("%d things found", len(found)), found)
}

func brokenFile(ctx context.Context, q querier) (found []string, err error) {
	for _, check := range []string{`PRAGMA integrity_check(20)`, `SELECT 'a ' || "table" || ' refers to a missing ' || parent FROM pragma_foreign_key_check`} {
		err := each(ctx, q, func(rows *sql.Rows) error {
			var said string
			if err := rows.Scan(&said); err != nil || said == "ok" {
				return err
			}
			found = append(found, fmt.Sprintf("The file does not hold together: %s.", said))
			return nil
		}, check)
		if err != nil {
			return found, err
		}
	}
	return found, nil
}

func changedReports(ctx context.Context, q querier) (found []string, err error) {
	err = each(ctx, q, func(rows *sql.Rows) error {
		var headline, sum string
		var text []byte
		if err := rows.Scan(&headline, &text, &sum); err != nil {
			return err
		}
		if digest(text) != sum {
			found = append(found, fmt.Sprintf("The text of the report “%s” is not as it was saved.", firstWords(headline)))
		}
		return nil
	}, `SELECT headline, text, digest FROM report ORDER BY seq`)
	return found, err
}

func changedSources(ctx context.Context, q querier) (found []string, err error) {
	err = each(ctx, q, func(rows *sql.Rows) error {
		var name, sum, textSum string
		var page, text []byte
		if err := rows.Scan(&name, &page, &sum, &text, &textSum); err != nil {
			return err
		}
		if digest(page) != sum || digest(text) != textSum {
			found = append(found, fmt.Sprintf("The page “%s” is not as it was saved.", firstWords(name)))
		}
		return nil
	}, `SELECT name, bytes, digest, text, text_digest FROM source ORDER BY report_id`)
	return found, err
}

// changedNotes goes from event to event, so that the notes of one are in
// memory at a time.
func changedNotes(ctx context.Context, q querier) (found []string, err error) {
	var events []data.ID
	sums := map[data.ID]string{}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var id, event data.ID
		var sum string
		if err := rows.Scan(&id, &event, &sum); err != nil {
			return err
		}
		if len(events) == 0 || events[len(events)-1] != event {
			events = append(events, event)
		}
		sums[id] = sum
		return nil
	}, `SELECT id, event_id, digest FROM note ORDER BY event_id`)
	if err != nil {
		return nil, err
	}
	for _, event := range events {
		notes, err := notesFrom(ctx, q, `FROM note WHERE note.event_id = ? ORDER BY note.seq`, event)
		if err != nil {
			return found, err
		}
		for i := range notes {
			if n := &notes[i]; noteDigest(n) != sums[n.ID] {
				found = append(found, fmt.Sprintf("The note “%s” is not as it was saved.", firstWords(n.Body)))
			}
		}
	}
	return found, nil
}
