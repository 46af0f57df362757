package chooser

import (
	"strings"
	"unicode"
)

// A list is the entries of a folder in order, with the one the cursor is on and
// those that are picked. Where one file can be picked only, it is the one under
// the cursor.
type list struct {
	entries []*entry
	cursor  int // -1: there are no entries
	anchor  int // where a range that is being picked begins
	many    bool
}

// set puts other entries in, with the cursor on the one with that name or the first.
func (l *list) set(entries []*entry, at string) {
	l.entries, l.cursor = entries, -1
	for i, e := range entries {
		if i == 0 || e.name == at {
			l.cursor = i
		}
	}
	l.move(l.cursor)
}

// current is the entry the cursor is on; nil: there is none.
func (l *list) current() *entry {
	if l.cursor < 0 {
		return nil
	}
	return l.entries[l.cursor]
}

// name is that of the entry the cursor is on; empty: there is none.
func (l *list) name() string {
	if e := l.current(); e != nil {
		return e.name
	}
	return ""
}

// bound is the place of an entry nearest to i.
func (l *list) bound(i int) int { return min(max(i, 0), len(l.entries)-1) }

// move puts the cursor on entry i, or the nearest there is.
func (l *list) move(i int) {
	l.cursor = l.bound(i)
	l.anchor = l.cursor
	if !l.many {
		l.only()
	}
}

// only picks the file under the cursor and nothing else. A folder is picked by
// its box only, for a click on it is the first half of opening it.
func (l *list) only() {
	l.none()
	if e := l.current(); e != nil && !e.folder {
		e.picked = true
	}
}

// toggle picks entry i, or no longer.
func (l *list) toggle(i int) {
	l.move(i)
	if e := l.current(); e != nil && l.many {
		e.picked = !e.picked
	}
}

// click is what a click on entry i does: it picks that alone.
func (l *list) click(i int) {
	l.move(i)
	l.only()
}

// extend puts the cursor on entry i and picks all from the anchor to it, and
// nothing else.
func (l *list) extend(i int) {
	if !l.many {
		l.move(i)
		return
	}
	l.none()
	l.cursor = l.bound(i)
	for k := max(0, min(l.anchor, l.cursor)); k <= max(l.anchor, l.cursor); k++ {
		l.entries[k].picked = true
	}
}

// all picks every file, or, where every one is, none.
func (l *list) all() {
	if !l.many {
		return
	}
	files, _ := l.count()
	on := files == 0
	for _, e := range l.entries {
		on = on || !e.folder && !e.picked
	}
	for _, e := range l.entries {
		if !e.folder {
			e.picked = on
		}
	}
}

func (l *list) none() {
	for _, e := range l.entries {
		e.picked = false
	}
}

// picked are the entries picked, in order.
func (l *list) picked() []*entry {
	var picked []*entry
	for _, e := range l.entries {
		if e.picked {
			picked = append(picked, e)
		}
	}
	return picked
}

// count is how many files and folders are picked.
func (l *list) count() (files, folders int) {
	for _, e := range l.picked() {
		if e.folder {
			folders++
		} else {
			files++
		}
	}
	return files, folders
}

// find puts the cursor on the first entry, from where it is on and round the
// end, whose name begins with the letters and digits of said; where no name
// does, on one that holds them. It reports whether there is one.
func (l *list) find(said string) bool {
	said = spelled(said)
	for _, fits := range []func(name string) bool{
		func(name string) bool { return strings.HasPrefix(spelled(name), said) },
		func(name string) bool { return strings.Contains(spelled(name), said) },
	} {
		for k := range l.entries {
			i := (max(l.cursor, 0) + k) % len(l.entries)
			if fits(l.entries[i].name) {
				l.move(i)
				return true
			}
		}
	}
	return false
}

// spelled is what a reader types of a name: its letters and digits, small.
func spelled(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}
