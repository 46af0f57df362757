package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"parallax/data"
)

// ReportsSaying returns the reports that have the most of some phrases in their
// words, those with more first and of the same number the newest, at most limit.
// Reports that have only one of several phrases, and removed ones, are left out.
// The words of a phrase must stand together; case and accents do not count.
func (l *Library) ReportsSaying(ctx context.Context, phrases []string, limit int) ([]data.Report, error) {
	type found struct {
		id   data.ID
		seq  int64
		said int
	}
	var reports []data.Report
	err := l.read(ctx, "look for reports with the same sentences", func(ctx context.Context, c *sql.Conn) error {
		bySeq := map[int64]*found{}
		for _, p := range phrases {
			match := matchExpression(`"` + strings.Map(noQuotes, p) + `"`)
			if match == "" {
				continue
			}
			err := each(ctx, c, func(rows *sql.Rows) error {
				var f found
				if err := rows.Scan(&f.seq, &f.id); err != nil {
					return err
				}
				if bySeq[f.seq] == nil {
					bySeq[f.seq] = &f
				}
				bySeq[f.seq].said++
				return nil
			}, `SELECT report.seq, report.id FROM report_words CROSS JOIN report ON report.seq = report_words.docid
				JOIN event ON event.id = report.event_id
				WHERE report_words MATCH ? AND report.removed IS NULL AND event.removed IS NULL`, match)
			if err != nil {
				return err
			}
		}
		var best []*found
		for _, f := range bySeq {
			if f.said > 1 || len(phrases) == 1 {
				best = append(best, f)
			}
		}
		slices.SortFunc(best, func(a, b *found) int { return cmp.Or(b.said-a.said, cmp.Compare(b.seq, a.seq)) })
		for _, f := range best[:min(limit, len(best))] {
			r, err := scanReport(c.QueryRowContext(ctx, selectReport+` WHERE report.id = ?`, f.id))
			if err != nil {
				return err
			}
			reports = append(reports, r)
		}
		return nil
	})
	return reports, err
}

// noQuotes writes a blank for a double quotation mark.
func noQuotes(r rune) rune {
	if r = straightQuotes(r); r == '"' {
		return ' '
	}
	return r
}
