package session

import (
	"reflect"
	"slices"
	"testing"

	"parallax/data"
)

func TestPointersMirror(t *testing.T) {
	g := open(t)
	g.tables()
	straight := g.Pointers()
	if len(straight) == 0 {
		t.Fatal("no pointers")
	}
	for _, p := range straight {
		for side := range p.Spans {
			if len(p.Words[side]) > len(p.Spans[side]) || len(p.Spans[side]) > 0 && !p.At(data.Side(side), p.First(data.Side(side)).Start) {
				t.Errorf("%+v", p)
			}
		}
	}
	g.Swap()
	g.settle()
	if g.Pointers() != nil {
		t.Error("pointers of reports that lie otherwise")
	}
	g.tables()
	turned := g.Pointers()
	for i := range turned {
		slices.Reverse(turned[i].Spans[:])
		slices.Reverse(turned[i].Words[:])
	}
	if !reflect.DeepEqual(straight, turned) {
		t.Errorf("not the mirror:\n%+v\n%+v", straight, turned)
	}
}

func TestAPointerPutAwayStaysAway(t *testing.T) {
	g := open(t)
	g.tables()
	all := g.Pointers()
	g.PutAside(all[0])
	g.settle()
	g.tables()
	if got := g.Pointers(); len(got) != len(all)-1 || reflect.DeepEqual(got[0], all[0]) {
		t.Fatalf("%d of %d are left", len(got), len(all))
	}
	g.Swap() // however the reports lie
	g.settle()
	g.tables()
	if got := g.Pointers(); len(got) != len(all)-1 {
		t.Errorf("%d of %d are left", len(got), len(all))
	}
	g.Undo()
	g.settle()
	g.tables()
	if got := g.Pointers(); len(got) != len(all) {
		t.Errorf("%d of %d are back", len(got), len(all))
	}
}
