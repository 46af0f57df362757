package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/assets"
	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// pointed are the marks of pointers on a side.
func (b *bench) pointed(side data.Side) []reader.Mark {
	var list []reader.Mark
	for _, m := range b.room.pointerMarks(side) {
		if m.Kind == reader.Pointed {
			list = append(list, m)
		}
	}
	return list
}

// Pointers are off at first, then of one family, and walked by F8.
func TestPointersOfOneFamily(t *testing.T) {
	b := newBench(t, Options{})
	if len(b.pointed(data.Left)) > 0 {
		t.Error("pointers are on at the start")
	}
	r := b.room
	for _, f := range b.room.offeredPointers() {
		r.point(f.ID)
		b.settle()
		for _, side := range []data.Side{data.Left, data.Right} {
			for _, m := range b.pointed(side) {
				for _, code := range strings.Fields(m.Code) {
					if k, ok := assets.KindByCode(code); !ok || k.Family != f.ID || !k.On {
						t.Errorf("%s shows %s", f.ID, m.Code)
					}
				}
			}
		}
	}
	r.point("numbers")
	b.settle()
	if len(r.pointing.list) < 1 {
		t.Fatal("no numbers")
	}
	b.key(fyne.KeyF8)
	if r.pointing.current != 0 || !shows(r.tie.content, "Whose count is it?") {
		t.Errorf("pointer %d", r.pointing.current)
	}
	for range r.pointing.list {
		b.key(fyne.KeyF8)
	}
	if r.pointing.current != 0 {
		t.Error("F8 does not go round")
	}
	b.key(fyne.KeyF7) // the card is the difference's again
	if r.pointing.current >= 0 || shows(r.tie.content, "Whose count is it?") {
		t.Error("the pointer stays current")
	}
	r.togglePointers()
	if len(b.pointed(data.Left)) > 0 {
		t.Error("still on")
	}
	r.togglePointers()
	b.settle()
	if r.pointing.family != "numbers" || len(b.pointed(data.Left)) == 0 {
		t.Error("another family came back")
	}
}

// A click on the words shows the card; one key puts the pointer away for good.
func TestPutAPointerAway(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	r.point("voices")
	b.settle()
	n := len(r.pointing.list)
	m := b.pointed(data.Left)[0]
	r.panes[data.Left].OnTapped(m.Start)
	b.settle()
	if r.pointing.current < 0 {
		t.Fatal("no pointer at its words")
	}
	b.key(fyne.KeyDelete)
	if len(r.pointing.list) != n-1 {
		t.Fatalf("%d of %d are left", len(r.pointing.list), n)
	}
	b.session.Swap()
	b.settle()
	if len(r.pointing.list) != n-1 {
		t.Errorf("swapped, %d of %d are left", len(r.pointing.list), n)
	}
	b.session.Undo()
	b.settle()
	if len(r.pointing.list) != n {
		t.Errorf("undone, %d of %d are there", len(r.pointing.list), n)
	}
	r.stepPointer(1)
	r.notePointer(&r.pointing.list[r.pointing.current])
	b.settle()
	if note := b.session.Note(b.session.OpenNoteID()); note == nil || len(note.Tags) != 1 {
		t.Errorf("note %+v", note)
	}
}

// What the tables and the cards say gives no verdict, whatever the texts say.
func TestTablesAndPointersGiveNoVerdict(t *testing.T) {
	banned := strings.Fields("bias biased fake propaganda false lie lies mislead misleads manipulate hide hides hidden censor wrong correct fair unfair objective truth")
	check := func(text string) {
		t.Helper()
		for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && r != '’' }) {
			for _, no := range banned {
				if word == no {
					t.Errorf("%q says %q", text, word)
				}
			}
		}
	}
	for _, k := range lens.Kinds {
		text := textOf(k)
		for _, s := range []string{text.name, text.shows, text.question, text.how} {
			check(s)
		}
		for _, f := range findings {
			check(sectionText(k, f, 2))
			check(sectionText(k, f, 3))
		}
	}
	for _, c := range []string{lens.Doer, lens.Quoted, lens.Told, lens.Own} {
		check(classNote(c))
		if classNote(c) == "" {
			t.Errorf("%s has no words", c)
		}
	}
	for _, c := range lens.Classes {
		check(classText(c))
		if classText(c) == "" {
			t.Errorf("%s has no words", c)
		}
	}
	b := newBench(t, Options{})
	for _, k := range assets.Kinds() {
		v := b.room.pointerCard(&session.Pointer{Code: k.Code})
		check(v.title + " " + v.said + " " + v.why)
		for _, a := range v.actions {
			check(a.name)
		}
	}
}

// The legend has a sign for each kind that pointers are shown of, with the
// family's line; a click on it hides the pointers of that kind alone, and they
// are not walked to.
func TestLegendOfPointers(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	signs := func() (list []*sign) {
		for _, o := range r.foot.legend.Objects {
			if s, ok := o.(*sign); ok && s.kind == reader.Pointed {
				list = append(list, s)
			}
		}
		return list
	}
	if len(signs()) > 0 {
		t.Error("the legend names pointers while they are off")
	}
	for i, f := range assets.Families() {
		r.point(f.ID)
		b.settle()
		shown := map[string]bool{}
		for _, side := range []data.Side{data.Left, data.Right} {
			for _, m := range b.pointed(side) {
				for _, code := range strings.Fields(m.Code) {
					shown[code] = true
				}
			}
		}
		if len(signs()) != len(shown) {
			t.Errorf("%s: %d signs for %d kinds", f.ID, len(signs()), len(shown))
		}
		for _, s := range signs() {
			if k, _ := assets.KindByCode(s.code); !shown[s.code] || s.family != i || s.text != k.Label {
				t.Errorf("%s: sign %s %q of family %d", f.ID, s.code, s.text, s.family)
			}
		}
	}
	r.point("words")
	b.settle()
	all := len(r.pointing.list)
	test.Tap(signs()[0])
	if signs()[0].hidden != true || len(signs()) < 2 {
		t.Fatal("the sign is gone or not struck out")
	}
	for _, p := range r.pointing.list {
		if p.Code == signs()[0].code {
			t.Errorf("%s is walked to", p.Code)
		}
	}
	if len(r.pointing.list) == all {
		t.Error("nothing is hidden")
	}
	test.Tap(signs()[0])
	if len(r.pointing.list) != all {
		t.Errorf("%d of %d pointers are back", len(r.pointing.list), all)
	}
	r.point("")
	b.settle()
	if len(signs()) > 0 {
		t.Error("the legend still names pointers")
	}
}

// The card of a number says what is counted, a blank between; words read from the
// right begin a line of their own.
func TestCardOfANumber(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	r.point("numbers")
	b.settle()
	card := func(words string) string {
		return r.pointerCard(&session.Pointer{Code: "NU", Words: [2][]string{{words}}}).said
	}
	if got := card("40 דינר"); !strings.HasPrefix(got, "A:\n“40 דינר”\nB:  ") {
		t.Errorf("the card says %q", got)
	}
	if got := card("40 crowns"); !strings.HasPrefix(got, "A:  “40 crowns”\nB:  ") {
		t.Errorf("the card says %q", got)
	}
	w, _ := b.session.Words()
	if table := tableAsText(w, w.Table(lens.Number), textOf(lens.Number)); !strings.Contains(table, "2.60 crowns") {
		t.Errorf("the copied table says %q", table)
	}
}
