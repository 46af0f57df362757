package store

import (
	"context"
	"database/sql"

	"parallax/data"
)

// EventWithPages returns the newest event that holds a report of each of the
// pages with these SHA-256 sums, as often as a sum is given, so that a page
// brought in twice is known; "" if there is none. Removed reports and events
// do not count.
func (l *Library) EventWithPages(ctx context.Context, digests []string) (data.ID, error) {
	wanted := map[string]int{}
	for _, d := range digests {
		wanted[d]++
	}
	var found data.ID
	err := l.read(ctx, "look for pages", func(ctx context.Context, c *sql.Conn) error {
		held := map[data.ID]int{} // how many of the different pages an event has often enough
		newest := map[data.ID]int64{}
		for d, times := range wanted {
			err := each(ctx, c, func(rows *sql.Rows) error {
				var event data.ID
				var seq int64
				var n int
				if err := rows.Scan(&event, &seq, &n); err != nil {
					return err
				}
				newest[event] = seq
				if n >= times {
					held[event]++
				}
				return nil
			}, `SELECT event.id, event.seq, count(*) FROM source
				JOIN report ON report.id = source.report_id JOIN event ON event.id = report.event_id
				WHERE source.digest = ? AND report.removed IS NULL AND event.removed IS NULL
				GROUP BY event.id`, d)
			if err != nil {
				return err
			}
		}
		for event, n := range held {
			if n == len(wanted) && (found == "" || newest[event] > newest[found]) {
				found = event
			}
		}
		return nil
	})
	return found, err
}
