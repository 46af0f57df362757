package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/gui/session"
)

func TestSetupAsksWhatIsOpen(t *testing.T) {
	b := newBench(t, Options{})
	if b.room.setup.content.Visible() {
		t.Error("the sample asks questions")
	}
	other := "Pier shut for months\nEngineers closed the rusty pier at Sandmouth on Monday after they found rust in its legs, the harbour office said.\n“We will not open it before it is safe,” harbour master Ivo Lund said in the afternoon.\nAround forty fishing boats use the pier every day, and their owners want to know who pays."
	b = newBench(t, Options{Files: []string{writePage(t, "a.txt", page), writePage(t, "b.txt", other)}})
	if b.room.setup.content.Visible() {
		t.Error("banner and questions stand there together")
	}
	b.room.banner.turn(false)
	p := b.room.setup
	if !p.content.Visible() || p.list.Visible() || !shows(p.content, "questions are open") {
		t.Fatalf("what is open is not said: %q", p.summary.Text)
	}
	test.Tap(p.answer)
	if !p.list.Visible() || !shows(p.content, "Do both reports tell of the same event?") {
		t.Fatal("the questions do not open")
	}
	for i, c := range b.session.Checks() {
		if c.Open() {
			b.window.Canvas().Focus(p.rows[i].reply)
			b.key(fyne.KeyRight)
			b.key(fyne.KeyRight)
		}
	}
	for _, c := range b.session.Checks() {
		if c.Told == "" && c.Reply != data.No {
			t.Errorf("answered with the keys: %+v", c)
		}
	}
	if p.summary.Text != "All is answered." || p.skip.Visible() || !p.content.Visible() {
		t.Errorf("all answered: %q", p.summary.Text)
	}
	test.Tap(p.answer)
	if p.content.Visible() {
		t.Error("closed, it is still there")
	}
	b.menuItem("Before you compare…")
	if !p.content.Visible() || !p.list.Visible() || b.window.Canvas().Focused() != p.rows[0].reply {
		t.Error("asked for, it does not come")
	}
}

func TestSetupIsSkipped(t *testing.T) {
	b := newBench(t, Options{})
	b.drop(page, millPage)
	b.menuItem("Keep this report")
	b.menuItem("Keep this report")
	b.menuItem("Before you compare…")
	p := b.room.setup
	test.Tap(p.skip)
	b.settle()
	if p.content.Visible() {
		t.Error("skipped, it is still there")
	}
	for i, c := range b.session.Checks() {
		if c.Question == data.FurnitureGone && (c.Reply != data.Yes || c.Why.Kind != session.LookedOver) {
			t.Errorf("check %d: a page that was looked over is asked about: %+v", i, c)
		}
	}
}

// Where one report opens with what is to come and the other with what happened,
// the question whether both were written at one time says so.
func TestMomentsThatPart(t *testing.T) {
	ahead := "Pier to open again\nThe old pier at Sandmouth will open again on Monday, the harbour office said. Engineers will take away the rust in its legs before.\n" +
		"“We will not open it before it is safe,” harbour master Ivo Lund said in the afternoon.\nAround forty fishing boats use the pier every day, and their owners want to know who pays.\n"
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", page), writePage(t, "b.txt", ahead)}})
	b.room.banner.turn(false)
	b.menuItem("Before you compare…")
	if !shows(b.room.setup.content, "B opens with what is to come, A with what happened.") {
		t.Errorf("nothing is said of it: %+v", b.session.Checks())
	}
	b.session.Swap()
	b.settle()
	b.menuItem("Before you compare…")
	if !shows(b.room.setup.content, "A opens with what is to come, B with what happened.") {
		t.Error("it is not turned with the sides")
	}
}
