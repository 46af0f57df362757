package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

func TestATagIsTyped(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF7)
	b.room.addNote()
	b.settle()
	id := b.session.OpenNoteID()
	e := b.room.notes.editor
	for _, c := range []struct{ typed, code string }{{"na", "NA"}, {"Speaking v", "RV"}, {"my  find", "MF"}, {"My find", ""}} {
		e.tagTyped(c.typed)
		b.settle()
		if tags := b.session.Note(id).Tags; c.code != "" && !slices.Contains(tags, c.code) {
			t.Errorf("%q: tags %q", c.typed, tags)
		}
	}
	if tags := b.session.Note(id).Tags; !slices.Equal(tags, []string{"NA", "RV"}) { // typed again, the tag is taken off
		t.Errorf("tags %q", tags)
	}
	if got := b.room.notes.book.tag("MF"); got.label != "my find" || !got.own || e.chips["MF"] == nil {
		t.Errorf("own tag %+v, chips %v", got, e.chips)
	}
	e.more.SetText(strings.Repeat("x", longestTag+1))
	e.tagTyped(e.more.Text)
	b.settle()
	if len(b.session.OwnTags()) != 1 || e.more.Text == "" || b.window.Canvas().Overlays().Top() == nil {
		t.Error("a name too long was taken, lost, or not spoken of")
	}
}

func TestBoldWords(t *testing.T) {
	b := newBench(t, Options{})
	b.room.session.AddEventNote()
	b.settle()
	b.room.openNote(b.session.OpenNoteID())
	b.settle()
	body := b.room.notes.editor.body
	test.Type(body, "why so")
	bold := &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierControl}
	body.TypedShortcut(bold)
	if body.Text() != "why so" {
		t.Errorf("nothing selected: %q", body.Text())
	}
	for _, want := range []string{"**why so**", "why so"} {
		body.TypedShortcut(&fyne.ShortcutSelectAll{})
		body.TypedShortcut(bold)
		if body.Text() != want {
			t.Errorf("%q, want %q", body.Text(), want)
		}
	}
}

func TestAllNotes(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF7)
	b.room.addNote()
	b.settle()
	on := b.session.OpenNoteID()
	b.say(on, "Only one says so")
	b.session.ToggleTag(on, "NA")
	b.session.SetWho("Ada")
	b.session.AddReportNote(data.Right)
	b.session.AddEventNote()
	b.settle()
	b.showNotes()
	b.settle()
	p := b.notes
	listed := func(want ...string) {
		t.Helper()
		b.settle()
		var got []string
		for _, n := range p.list.Notes() {
			got = append(got, n.Body+"/"+n.Author)
		}
		if !slices.Equal(got, want) || p.none.Text == "" != (len(want) > 0) {
			t.Errorf("listed %q, want %q; %q", got, want, p.none.Text)
		}
	}
	listed("/Ada", "/Ada", "Only one says so/")
	p.query.SetText("says")
	listed("Only one says so/")
	p.query.SetText("")
	p.picks[authorPick].choose("Ada")
	listed("/Ada", "/Ada")
	p.picks[authorPick].choose("Ada")
	p.picks[tagPick].choose("NA")
	listed("Only one says so/")
	p.picks[tagPick].choose("EM")
	listed()
	p.picks[tagPick].choose("EM")
	p.order.choose(2)
	listed("Only one says so/", "/Ada", "/Ada")
	if p.group(0) != "No name" || p.group(1) != "Ada" || p.group(2) != "" {
		t.Errorf("groups %q %q %q", p.group(0), p.group(1), p.group(2))
	}
	if len(p.chart.Objects) < 4 {
		t.Errorf("%d lines in the chart", len(p.chart.Objects))
	}
	p.rows.Select(0)
	b.settle()
	if b.notes != nil || b.session.OpenNoteID() != on {
		t.Error("the note that was clicked is not open")
	}
	b.showNotes()
	b.settle()
	b.key(fyne.KeyEscape)
	if b.notes != nil || b.window.Title() == "All notes — Parallax" {
		t.Error("Escape does not lead back")
	}
}

// Where there are no notes at all, no filter is to blame.
func TestNoNotesYet(t *testing.T) {
	b := newBench(t, Options{})
	b.showNotes()
	b.settle()
	if got := b.notes.none.Text; !strings.HasPrefix(got, "Nothing marked yet") {
		t.Errorf("without notes: %q", got)
	}
	b.notes.query.SetText("harbour")
	b.settle()
	if got := b.notes.none.Text; !strings.Contains(got, "fewer filters") {
		t.Errorf("with words to look for: %q", got)
	}
}

func TestWordingsAndDeletedNotesAreShown(t *testing.T) {
	b := newBench(t, Options{})
	b.session.AddEventNote()
	id := b.session.OpenNoteID()
	for _, body := range []string{"The first thought that came", "Another one"} {
		b.say(id, body)
		b.session.SaveWritten()
		b.settle()
	}
	b.showWordings(id)
	b.settle()
	press(t, b, "Bring back")
	if got := b.session.Note(id).Body; got != "The first thought that came" {
		t.Errorf("the note says %q", got)
	}
	b.session.RemoveNote(id)
	b.settle()
	b.showDeleted()
	b.settle()
	press(t, b, "Bring back")
	if b.session.Note(id) == nil {
		t.Error("not brought back")
	}
}

// A dialog with a list is as high as what is in it, and no higher than it has room for.
func TestListsAreAsHighAsTheirRows(t *testing.T) {
	b := newBench(t, Options{})
	high := func() float32 {
		b.showDeleted()
		b.settle()
		top := b.window.Canvas().Overlays().Top().(*widget.PopUp)
		defer top.Hide()
		return top.Content.Size().Height
	}
	none := high()
	remove := func(notes int) {
		for range notes {
			b.session.AddEventNote()
			id := b.session.OpenNoteID()
			b.say(id, strings.Repeat("A thought that takes more than a line in the list. ", 4))
			b.session.SaveWritten()
			b.settle()
			b.session.RemoveNote(id)
			b.settle()
		}
	}
	remove(2)
	two := high()
	remove(20)
	many := high()
	if room := b.window.Canvas().Size().Height; none >= two || two >= many || many > 520 || none > 240 || many > room {
		t.Errorf("%v high without notes, %v with two, %v with many, in a window of %v", none, two, many, room)
	}
}

// press taps the button with a name in the dialog on top.
func press(t *testing.T, b *bench, name string) {
	t.Helper()
	test.Tap(buttonNamed(t, b.window.Canvas().Overlays().Top(), name))
	b.settle()
}

func TestSearchFindsTheNotesWithATag(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF7)
	b.room.addNote()
	b.settle()
	b.session.ToggleTag(b.session.OpenNoteID(), "RV")
	b.settle()
	for query, want := range map[string]bool{"speaking verbs": true, "rv": true, "Strong-feeling words": false} {
		b.room.shelf.query.SetText(query)
		b.settle()
		found := slices.ContainsFunc(b.session.Hits(), func(h data.Hit) bool { return h.NoteID == b.session.OpenNoteID() })
		if found != want {
			t.Errorf("%q: found %v: %+v", query, found, b.session.Hits())
		}
	}
}

// The list of the reader's tags grows with them, and every tag stands whole in it.
func TestTheListOfTagsGrows(t *testing.T) {
	b := newBench(t, Options{})
	b.showTags()
	high := func() float32 {
		for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
			if s, ok := o.(*container.Scroll); ok {
				if s.Content.Size().Height < s.Content.MinSize().Height {
					t.Fatal("the rows are cut")
				}
				return s.Size().Height
			}
		}
		t.Fatal("no list")
		return 0
	}
	few := high()
	for _, name := range []string{"fear", "hope", "law", "money", "pride"} {
		if b.room.newTag(name) == "" {
			t.Fatalf("no tag %q", name)
		}
		b.settle()
	}
	if many := high(); many < few+60 {
		t.Errorf("the list is %v high with no tags and %v with five", few, many)
	}
}
