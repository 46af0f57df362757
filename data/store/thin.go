package store

import (
	"slices"
	"time"
)

// How many backups are kept: the newest ones, then the newest of each week
// before them, then the newest of each month before those.
const (
	keptRecent  = 12
	keptWeekly  = 10
	keptMonthly = 9
)

// thin returns which of the times a backup was made at are kept, newest first.
// Thinning what thin kept changes nothing. Weeks are those of ISO 8601 in UTC.
func thin(made []time.Time) []time.Time {
	made = slices.Clone(made)
	slices.SortFunc(made, func(a, b time.Time) int { return b.Compare(a) })
	recent := min(keptRecent, len(made))
	kept, rest := made[:recent:recent], made[recent:]
	var weeks, months [][2]int
	for _, t := range rest {
		t = t.UTC()
		year, week := t.ISOWeek()
		month := [2]int{t.Year(), int(t.Month())}
		switch {
		case slices.Contains(weeks, [2]int{year, week}):
		case len(weeks) < keptWeekly:
			weeks = append(weeks, [2]int{year, week})
			kept = append(kept, t)
		case !slices.Contains(months, month) && len(months) < keptMonthly:
			months = append(months, month)
			kept = append(kept, t)
		}
	}
	return kept
}
