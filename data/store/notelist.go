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
	where, args := filtered(f)
	by := map[data.NoteOrder]string{
		data.NewestFirst: `note.seq DESC`,
		data.ByEvent:     `event.seq DESC, note.seq`,
		data.ByAuthor:    `note.author, note.seq DESC`,
	}[order]
	condition := where + ` ORDER BY ` + by + ` LIMIT ? OFFSET ?`
	args = append(args, limit, skip)
	var list []data.ListedNote
	err := l.read(ctx, "list notes", func(ctx context.Context, c *sql.Conn) error {
		notes, err := notesWhere(ctx, c, condition, args...)
		if err != nil {
			return err
		}
		list = make([]data.ListedNote, len(notes))
		titles, outlets := map[data.ID]string{}, map[data.ID]string{}
		err = each(ctx, c, func(rows *sql.Rows) error {
			var id data.ID
			var title string
			err := rows.Scan(&id, &title)
			titles[id] = title
			return err
		}, `SELECT id, title FROM event WHERE removed IS NULL`)
		if err != nil {
			return err
		}
		err = each(ctx, c, func(rows *sql.Rows) error {
			var id data.ID
			var name string
			err := rows.Scan(&id, &name)
			outlets[id] = name
			return err
		}, `SELECT report.id, outlet.name FROM report JOIN outlet ON outlet.id = report.outlet_id`)
		for i, n := range notes {
			list[i] = data.ListedNote{Note: n, EventTitle: titles[n.EventID]}
			for _, a := range n.Anchors {
				list[i].Outlets = append(list[i].Outlets, outlets[a.ReportID])
			}
		}
		return err
	})
	return list, err
}

// CountNotes counts the notes that pass a filter.
func (l *Library) CountNotes(ctx context.Context, f data.NoteFilter) (data.NoteCounts, error) {
	where, args := filtered(f)
	var counts data.NoteCounts
	err := l.read(ctx, "count notes", func(ctx context.Context, c *sql.Conn) error {
		if err := c.QueryRowContext(ctx, `SELECT count(*) FROM note `+where, args...).Scan(&counts.All); err != nil {
			return err
		}
		for _, part := range []struct {
			into         *[]data.NoteCount
			column, join string
		}{
			{&counts.Tags, `tag.code`, `JOIN tag ON tag.note_id = note.id`},
			{&counts.Outlets, `coalesce(outlet.name, '')`, `JOIN anchor ON anchor.note_id = note.id
				JOIN report ON report.id = anchor.report_id LEFT JOIN outlet ON outlet.id = report.outlet_id`},
			{&counts.Authors, `note.author`, ``},
		} {
			err := each(ctx, c, func(rows *sql.Rows) error {
				var n data.NoteCount
				err := rows.Scan(&n.Of, &n.N)
				*part.into = append(*part.into, n)
				return err
			}, `SELECT `+part.column+`, count(DISTINCT note.id) AS notes FROM note `+part.join+` `+where+
				` GROUP BY 1 ORDER BY notes DESC, 1`, args...)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return counts, err
}

// filtered writes a filter as the condition of a query on note.
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
	add(f.Outlet != "", `note.id IN (SELECT a.note_id FROM outlet AS o JOIN report AS r ON r.outlet_id = o.id
		JOIN anchor AS a ON a.report_id = r.id WHERE o.name = ?)`, f.Outlet)
	add(f.Tag != "", `note.id IN (SELECT t.note_id FROM tag AS t WHERE t.code = ?)`, f.Tag)
	add(f.Author != "", `note.author = ?`, f.Author)
	add(!f.From.IsZero(), `note.created >= ?`, ms(f.From))
	add(!f.Until.IsZero(), `note.created < ?`, ms(f.Until))
	add(f.Tied == data.TiedToWords, `note.id IN (SELECT t.note_id FROM anchor AS t WHERE t.quote != '')`)
	add(f.Tied == data.TiedToReport, `note.id IN (SELECT t.note_id FROM anchor AS t WHERE t.starts = 0 AND t.ends = 0 AND t.quote = '')`)
	add(f.Tied == data.TiedToEvent, `note.id NOT IN (SELECT t.note_id FROM anchor AS t)`)
	add(f.Tied == data.TiedNoMore, `note.id IN (SELECT t.note_id FROM anchor AS t WHERE t.loose)`)
	return `JOIN event ON event.id = note.event_id WHERE ` + strings.Join(conditions, ` AND `), args
}
