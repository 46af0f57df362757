package store

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

func TestThinKeepsTheRecentThenOneAWeekThenOneAMonth(t *testing.T) {
	end := time.Date(2026, 6, 30, 18, 0, 0, 0, time.UTC)
	var daily []time.Time
	for day := range 800 {
		daily = append(daily, end.AddDate(0, 0, -day))
	}
	kept := thin(daily)
	if len(kept) != keptRecent+keptWeekly+keptMonthly {
		t.Fatalf("kept %d", len(kept))
	}
	if !reflect.DeepEqual(kept[:keptRecent], daily[:keptRecent]) {
		t.Errorf("recent: %v", kept[:keptRecent])
	}
	weekly := kept[keptRecent : keptRecent+keptWeekly]
	for i := 2; i < len(weekly); i++ {
		if gap := weekly[i-1].Sub(weekly[i]); gap != 7*24*time.Hour {
			t.Errorf("week %d is %v after the next older", i, gap)
		}
	}
	if oldest := kept[len(kept)-1]; end.Sub(oldest) < 300*24*time.Hour {
		t.Errorf("the oldest is of %v", oldest)
	}
	if got := thin(nil); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

func TestThinningTwiceIsThinningOnce(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 1))
	for range 200 {
		var made []time.Time
		for range dice.IntN(120) {
			made = append(made, time.Unix(1_700_000_000+dice.Int64N(60_000_000), 0))
		}
		given := slices.Clone(made)
		kept := thin(made)
		if !reflect.DeepEqual(made, given) {
			t.Fatal("the argument was changed")
		}
		if again := thin(kept); !reflect.DeepEqual(again, kept) {
			t.Fatalf("thinned again:\n%v\n%v", kept, again)
		}
		if !slices.IsSortedFunc(kept, func(a, b time.Time) int { return b.Compare(a) }) {
			t.Fatalf("not newest first: %v", kept)
		}
		for i := range min(keptRecent, len(made)) {
			newest := slices.MaxFunc(made, time.Time.Compare)
			made = slices.DeleteFunc(made, newest.Equal)
			if i < len(kept) && !kept[i].Equal(newest) {
				t.Fatalf("%v is not kept", newest)
			}
			if len(made) == 0 {
				break
			}
		}
	}
}
