package chooser

import (
	"math/rand/v2"
	"testing"
)

func listOf(many bool, entries ...*entry) *list {
	l := &list{many: many}
	l.set(entries, "")
	return l
}

func folderNamed(name string) *entry { return &entry{name: name, folder: true} }
func fileNamed(name string) *entry   { return &entry{name: name, kind: "Text"} }

func TestPicking(t *testing.T) {
	l := listOf(true, folderNamed("f"), fileNamed("a"), fileNamed("b"), fileNamed("c"))
	for _, step := range []struct {
		do     func()
		picked string
		cursor int
	}{
		{func() { l.click(1) }, "a", 1},
		{func() { l.click(0) }, "", 0}, // a folder is to be opened
		{func() { l.toggle(0) }, "f", 0},
		{func() { l.toggle(2) }, "f b", 2},
		{func() { l.toggle(2) }, "f", 2},
		{func() { l.extend(1) }, "a b", 1},
		{func() { l.extend(3) }, "b c", 3},
		{func() { l.all() }, "a b c", 3},
		{func() { l.all() }, "", 3},
		{func() { l.move(99) }, "", 3},
		{func() { l.extend(-5) }, "f a b c", 0},
	} {
		if step.do(); names(l.picked()) != step.picked || l.cursor != step.cursor {
			t.Fatalf("picked %q at %d, want %q at %d", names(l.picked()), l.cursor, step.picked, step.cursor)
		}
	}
	if files, folders := l.count(); files != 3 || folders != 1 {
		t.Errorf("%d files, %d folders", files, folders)
	}
}

// Where one file is wanted, the one under the cursor is picked and no other, and
// no folder; whatever is done, the cursor is on an entry if there is one.
func TestPickingHolds(t *testing.T) {
	for _, many := range []bool{false, true} {
		for n := range 6 {
			var entries []*entry
			for i := range n {
				e := fileNamed(string(rune('a' + i)))
				e.folder = i < 2
				entries = append(entries, e)
			}
			l := listOf(many, entries...)
			for range 500 {
				i := rand.IntN(9) - 2
				switch rand.IntN(6) {
				case 0:
					l.move(i)
				case 1:
					l.toggle(i)
				case 2:
					l.click(i)
				case 3:
					l.extend(i)
				case 4:
					l.all()
				case 5:
					l.find(string(rune('a' + rand.IntN(9))))
				}
				if l.cursor < min(0, n-1) || l.cursor >= n {
					t.Fatalf("the cursor is on %d of %d", l.cursor, n)
				}
				files, folders := l.count()
				e := l.current()
				if !many && (folders > 0 || files > 1 || (files == 1) != (e != nil && !e.folder) || files == 1 && !e.picked) {
					t.Fatalf("%d files and %d folders are picked, the cursor is on %+v", files, folders, e)
				}
			}
		}
	}
}

func TestFind(t *testing.T) {
	l := listOf(true, folderNamed("Fotos"), fileNamed("ferry-report 2.txt"), fileNamed("the ferry.txt"), fileNamed("Äpfel.txt"))
	for _, try := range []struct {
		said string
		at   int
		ok   bool
	}{
		{"f", 0, true}, {"fe", 1, true}, {"ferryreport2", 1, true}, {"rry.t", 2, true}, {"ä", 3, true}, {"f", 0, true}, {"zz", 0, false},
	} {
		if ok := l.find(try.said); ok != try.ok || l.cursor != try.at {
			t.Errorf("%q: %t at %d, want %t at %d", try.said, ok, l.cursor, try.ok, try.at)
		}
	}
}
