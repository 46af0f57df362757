package store

import (
	"context"
	"database/sql"
	"strings"

	"parallax/data"
)

// ListNotes returns notes of all events that pass a filter, in an order, at
// most limit of them, from the one at place skip on.
func (l *Library) ListNotes(ctx context.Context, f data.NoteFilter, order data.NoteOrder, skip, limit int) ([]data.ListedNote, error) {
	source, args := listed(f, order)
	args = append(args, limit, skip)
	var list []data.ListedNote
	err := l.read(ctx, "list notes", func(ctx context.Context, c *sql.Conn) error {
		notes, err := notesFrom(ctx, c, source+` LIMIT ? OFFSET ?`, args...)
		if err != nil {
			return err
		}
		list = make([]data.ListedNote, len(notes))
		for i, n := range notes {
			list[i].Note = n
		}
		return addNames(ctx, c, list)
	})
	return list, err
}

// addNames gives listed notes the names of their event and their outlets.
func addNames(ctx context.Context, q querier, list []data.ListedNote) error {
	reports := map[data.ID]string{}
	for i := range list {
		n := &list[i]
		if i > 0 && list[i-1].EventID == n.EventID {
			n.EventTitle = list[i-1].EventTitle
		} else if err := q.QueryRowContext(ctx, `SELECT title FROM event WHERE id = ?`, n.EventID).Scan(&n.EventTitle); err != nil {
			return err
		}
		for _, a := range n.Anchors {
			name, known := reports[a.ReportID]
			if !known {
				err := q.QueryRowContext(ctx, `SELECT coalesce(outlet.name, '') FROM report LEFT JOIN outlet ON outlet.id = report.outlet_id
					WHERE report.id = ?`, a.ReportID).Scan(&name)
				if err != nil {
					return err
				}
				reports[a.ReportID] = name
			}
			n.Outlets = append(n.Outlets, name)
		}
	}
	return nil
}

// CountNotes counts the notes that pass a filter.
func (l *Library) CountNotes(ctx context.Context, f data.NoteFilter) (data.NoteCounts, error) {
	where, args := filtered(f)
	var counts data.NoteCounts
	err := l.read(ctx, "count notes", func(ctx context.Context, c *sql.Conn) error {
		// The notes are picked once for all that is counted of them.
		_, err := c.ExecContext(ctx, `CREATE TEMP TABLE picked AS SELECT note.id, note.author
			FROM note JOIN event ON event.id = note.event_id `+where, args...)
		if err != nil {
			return err
		}
		defer c.ExecContext(context.WithoutCancel(ctx), `DROP TABLE temp.picked`)
		if err := c.QueryRowContext(ctx, `SELECT count(*) FROM temp.picked`).Scan(&counts.All); err != nil {
			return err
		}
		for _, part := range []struct {
			into         *[]data.NoteCount
			column, join string
		}{
			{&counts.Tags, `tag.code`, `JOIN tag ON tag.note_id = picked.id`},
			{&counts.Outlets, `coalesce(outlet.name, '')`, `JOIN anchor ON anchor.note_id = picked.id
				JOIN report ON report.id = anchor.report_id LEFT JOIN outlet ON outlet.id = report.outlet_id`},
			{&counts.Authors, `picked.author`, ``},
		} {
			err := each(ctx, c, func(rows *sql.Rows) error {
				var n data.NoteCount
				err := rows.Scan(&n.Of, &n.N)
				*part.into = append(*part.into, n)
				return err
			}, `SELECT `+part.column+`, count(DISTINCT picked.id) AS notes FROM temp.picked `+part.join+
				` GROUP BY 1 ORDER BY notes DESC, 1`)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return counts, err
}

// listed writes the notes that pass a filter, in an order, as what follows the
// columns of a query. The tables are joined in the order they are listed in, so
// that no more notes are read than are wanted; that is what CROSS JOIN is for.
func listed(f data.NoteFilter, order data.NoteOrder) (source string, args []any) {
	match := matchExpression(f.Words)
	if order == data.NewestFirst && match != "" {
		f.Words = ""
		where, args := filtered(f)
		return `FROM note_words CROSS JOIN note ON note.seq = note_words.docid CROSS JOIN event ON event.id = note.event_id ` + where +
			` AND note_words MATCH ? ORDER BY note_words.docid DESC`, append(args, match)
	}
	where, args := filtered(f)
	return map[data.NoteOrder]string{
		data.NewestFirst: `FROM note CROSS JOIN event ON event.id = note.event_id ` + where + ` ORDER BY note.seq DESC`,
		data.ByEvent:     `FROM event CROSS JOIN note ON note.event_id = event.id ` + where + ` ORDER BY event.seq DESC, note.seq`,
		data.ByAuthor:    `FROM note CROSS JOIN event ON event.id = note.event_id ` + where + ` ORDER BY note.author, note.seq DESC`,
	}[order], args
}

// filtered writes a filter as the condition of a query on note and event.
func filtered(f data.NoteFilter) (where string, args []any) {
	conditions := []string{`note.removed IS NULL`, `event.removed IS NULL`}
	add := func(is bool, condition string, values ...any) {
		if is {
			conditions, args = append(conditions, condition), append(args, values...)
		}
	}
	match := matchExpression(f.Words)
	add(match != "", `note.seq IN (SELECT docid FROM note_words WHERE note_words MATCH ?)`, match)
	add(f.Event != "", `note.event_id = ?`, f.Event)
	add(f.Outlet != "", `EXISTS (SELECT 1 FROM anchor AS a WHERE a.note_id = note.id AND a.report_id IN
		(SELECT r.id FROM outlet AS o JOIN report AS r ON r.outlet_id = o.id WHERE o.name = ?))`, f.Outlet)
	add(f.Tag != "", `EXISTS (SELECT 1 FROM tag AS t WHERE t.note_id = note.id AND t.code = ?)`, f.Tag)
	add(f.Author != "", `note.author = ?`, f.Author)
	add(!f.From.IsZero(), `note.created >= ?`, ms(f.From))
	add(!f.Until.IsZero(), `note.created < ?`, ms(f.Until))
	const tied = `EXISTS (SELECT 1 FROM anchor AS t WHERE t.note_id = note.id`
	add(f.Tied == data.TiedToWords, tied+` AND t.quote != '')`)
	add(f.Tied == data.TiedToReport, tied+` AND t.starts = 0 AND t.ends = 0 AND t.quote = '')`)
	add(f.Tied == data.TiedToEvent, `NOT `+tied+`)`)
	add(f.Tied == data.TiedNoMore, tied+` AND t.loose)`)
	return `WHERE ` + strings.Join(conditions, ` AND `), args
}
