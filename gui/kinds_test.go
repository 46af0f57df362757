package gui

import (
	"os"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/assets"
	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/session"
)

// bringIn lays a text at a side as a report of the open event.
func (b *bench) bringIn(text string, side data.Side) {
	b.t.Helper()
	b.session.BringIn(session.Page{Text: text}, func(src data.Source, _ data.ID) {
		l := session.NewLookOver(src)
		for i := range src.Blocks { // whatever the program took a line for, it is to be read
			l.MoveTo(i, false)
			if l.SetRole(data.Body); i == 0 {
				l.SetRole(data.Headline)
			}
		}
		b.session.Keep(b.session.Event(), []session.Kept{{Report: l.Report(), Source: l.Source()}}, side)
	}, nil)
	b.settle()
}

// withEveryKind is a bench on two reports that hold every kind of difference.
func withEveryKind(t *testing.T) *bench {
	b := newBench(t, Options{})
	for side, name := range []string{"kinds-a.txt", "kinds-b.txt"} {
		raw, err := os.ReadFile("../data/lens/testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		b.bringIn(string(raw), data.Side(side))
	}
	if !b.session.Compared() || b.session.Side(data.Left).Text[:7] != "Council" {
		t.Fatal("the two reports are not compared")
	}
	return b
}

// pointersOf shows the family of a kind and returns the kind's pointers.
func (b *bench) pointersOf(k assets.Kind) []session.Pointer {
	b.room.point(k.Family)
	b.settle()
	return slices.DeleteFunc(slices.Clone(b.room.pointing.list), func(p session.Pointer) bool { return p.Code != k.Code })
}

// Every kind has pointers: those that are on at first at once, the others once
// the reader switches them on. Swapped, they are the mirror.
func TestEveryKindHasPointers(t *testing.T) {
	b := withEveryKind(t)
	for _, k := range assets.Kinds() {
		if got := b.pointersOf(k); len(got) > 0 != k.On {
			t.Errorf("%s: %d pointers at first", k.Code, len(got))
		}
		if !k.On {
			b.room.pointTo([]string{k.Code}, true)
			if len(b.pointersOf(k)) == 0 {
				t.Errorf("%s has no pointers when on", k.Code)
			}
		}
	}
	straight := b.session.Pointers()
	b.session.Swap()
	b.settle()
	b.session.LookWords()
	b.settle()
	turned := b.session.Pointers()
	for i := range turned {
		slices.Reverse(turned[i].Spans[:])
		slices.Reverse(turned[i].Words[:])
	}
	if !reflect.DeepEqual(straight, turned) {
		t.Errorf("not the mirror:\n%+v\n%+v", straight, turned)
	}
}

// Which kinds are on is remembered when the window closes.
func TestKindsOfPointersAreRemembered(t *testing.T) {
	b := newBench(t, Options{})
	b.room.pointTo([]string{"PR"}, true)
	b.room.pointTo([]string{"NA"}, false)
	b.remember()
	b.room.pointTo([]string{"PR"}, false)
	b.room.pointTo([]string{"NA", "SP"}, true)
	b.recall()
	for code, want := range map[string]bool{"PR": true, "NA": false, "SP": true, "BG": false} {
		if got := b.room.pointing.on(kindOf(t, code)); got != want {
			t.Errorf("%s is on: %v", code, got)
		}
	}
}

// Pointers on the very same words share a mark with the letters of both, and
// clicks show one after the other.
func TestPointersOnTheSameWords(t *testing.T) {
	b := withEveryKind(t)
	b.pointersOf(kindOf(t, "NT"))
	for _, m := range b.pointed(data.Left) {
		if m.Code != "ON NT" {
			continue
		}
		var codes []string
		for range 3 {
			b.room.pointAt(data.Left, m.Start)
			codes = append(codes, b.room.pointing.list[b.room.pointing.current].Code)
		}
		if !slices.Equal(codes, []string{"ON", "NT", "ON"}) {
			t.Errorf("clicks show %v", codes)
		}
		return
	}
	t.Errorf("no mark for both: %v", b.pointed(data.Left))
}

// A pointer of any kind is put away with one key, stays away, and comes back
// with Undo.
func TestAPointerOfAnyKindIsPutAway(t *testing.T) {
	b := withEveryKind(t)
	for _, k := range assets.Kinds() {
		b.room.pointTo([]string{k.Code}, true)
		before := b.pointersOf(k)
		at := slices.IndexFunc(b.room.pointing.list, func(p session.Pointer) bool { return p.Code == k.Code })
		if at < 0 {
			t.Errorf("%s has no pointer", k.Code)
			continue
		}
		b.room.goToPointer(at)
		b.settle()
		b.key(fyne.KeyDelete)
		b.settle()
		if after := b.pointersOf(k); len(after) != len(before)-1 {
			t.Errorf("%s: %d of %d are left", k.Code, len(after), len(before))
		}
		b.session.Undo()
		b.settle()
		if after := b.pointersOf(k); len(after) != len(before) {
			t.Errorf("%s: undone, %d of %d are there", k.Code, len(after), len(before))
		}
	}
}

// The check box over a table switches its kind on and shows it, and off again.
func TestTheTableSwitchesItsPointers(t *testing.T) {
	b := withEveryKind(t)
	v := b.wordsOn(lens.Past)
	var box *tick
	find := func() {
		box = nil
		for _, item := range v.sheet.items {
			if o, ok := item.(*sheetObject); ok {
				if row, ok := o.object.(*fyne.Container); ok {
					for _, c := range row.Objects {
						if c, ok := c.(*tick); ok {
							box = c
						}
					}
				}
			}
		}
	}
	find()
	if box == nil || box.Checked {
		t.Fatalf("no box, or it is on: %v", box)
	}
	test.TapAt(box, fyne.NewPos(5, box.Size().Height/2))
	b.settle()
	if len(b.pointersOf(kindOf(t, "BG"))) == 0 || b.room.pointing.family != "shape" {
		t.Error("background is not pointed at")
	}
	v.fill(true)
	find()
	if !box.Checked {
		t.Error("the box forgot")
	}
	b.window.Canvas().Focus(box)
	b.key(fyne.KeyReturn)
	if len(b.pointersOf(kindOf(t, "BG"))) != 0 {
		t.Error("background is still pointed at")
	}
	b.key(fyne.KeyF8) // the box leaves it to the room
	if b.room.pointing.current != 0 {
		t.Error("F8 does nothing while the box has the focus")
	}
}

func kindOf(t *testing.T, code string) assets.Kind {
	t.Helper()
	k, ok := assets.KindByCode(code)
	if !ok {
		t.Fatalf("no kind %s", code)
	}
	return k
}
