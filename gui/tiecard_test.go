package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// toPair goes to the first pair that is tied for sure.
func (b *bench) toPair() {
	b.t.Helper()
	for range b.session.Stops() {
		b.key(fyne.KeyF7)
		if b.session.Pair() >= 0 {
			return
		}
	}
	b.t.Fatal("no pair")
}

func TestCardSaysWhyAndTakesARuling(t *testing.T) {
	b := newBench(t, Options{})
	if b.room.tie.content.Visible() {
		t.Error("a card with nothing to say")
	}
	b.toPair()
	card := b.room.tie
	if !card.content.Visible() || card.title.Text != "Why tied?" || !shows(card.content, "A guess by Parallax. Do you agree?") {
		t.Fatalf("the card says %q", card.shows)
	}
	test.Tap(buttonNamed(t, card.content, "Confirm"))
	b.settle()
	if !shows(card.content, "You said: these tell the same.") || b.session.Confirmed() != 1 {
		t.Errorf("the card says %q", card.shows)
	}
	if got := b.room.foot.counts.Text; !strings.Contains(got, "1 of ") || !strings.Contains(got, "confirmed") {
		t.Errorf("the foot says %q", got)
	}
	test.Tap(buttonNamed(t, card.content, "Take back"))
	b.settle()
	if !shows(card.content, "A guess by Parallax. Do you agree?") || len(b.session.Rulings()) != 0 {
		t.Errorf("the card says %q", card.shows)
	}
	if got := b.room.foot.counts.Text; strings.Contains(got, "confirmed") {
		t.Errorf("the foot says %q", got)
	}
	test.Tap(buttonNamed(t, card.content, "Not the same"))
	b.settle()
	if r := b.session.Rulings(); len(r) != 1 || r[0].Verdict != data.NotSame {
		t.Errorf("rulings %+v", r)
	}
}

func TestCardShowsTheNearestAndTiesIt(t *testing.T) {
	b := newBench(t, Options{})
	card := b.room.tie
	for range b.session.Stops() {
		b.key(fyne.KeyF7)
		if c, ok := b.session.Nearest(); ok && !c.Across.Empty() {
			break
		}
	}
	c, ok := b.session.Nearest()
	if !ok || !strings.HasPrefix(card.title.Text, "Nearest in ") {
		t.Fatalf("the card says %q", card.shows)
	}
	test.Tap(buttonNamed(t, card.content, "Only in "+c.Side.Letter()))
	b.settle()
	if !shows(card.content, "You said: these do not belong together.") {
		t.Errorf("the card says %q", card.shows)
	}
	test.Tap(buttonNamed(t, card.content, "Said here"))
	b.settle()
	if p := b.session.Pair(); p < 0 || b.session.AllPairs()[p].Ruled != data.TellsSame || card.title.Text != "Why tied?" {
		t.Errorf("pair %d, the card says %q", b.session.Pair(), card.shows)
	}
}

func TestSelectedPassagesAreTied(t *testing.T) {
	b := newBench(t, Options{})
	b.room.tieSelected()
	if !b.room.banner.content.Visible() || !strings.Contains(b.room.banner.text.Text, "Alt+L") {
		t.Error("not told what to do")
	}
	for side, only := range [2][]data.Span{b.session.Comparison().OnlyLeft, b.session.Comparison().OnlyRight} {
		span := data.Span{Start: only[1].Start, End: only[1].Start + 4}
		b.room.panes[side].SetSelection(span)
		b.session.Select(data.Side(side), span)
	}
	if !shows(b.room.tie.content, "Tie these two passages?") {
		t.Errorf("the card says %q", b.room.tie.shows)
	}
	test.Tap(buttonNamed(t, b.room.tie.content, "They tell the same"))
	b.settle()
	if b.session.Confirmed() != 1 || b.room.panes[0].SelectedText() != "" {
		t.Errorf("%d tied, %q selected", b.session.Confirmed(), b.room.panes[0].SelectedText())
	}
	b.session.Undo()
	b.settle()
	if b.session.Confirmed() != 0 {
		t.Error("still tied after undo")
	}
}

func TestCardFoldsWhileANoteIsWritten(t *testing.T) {
	b := newBench(t, Options{})
	b.toPair()
	b.room.addNote()
	b.settle()
	if b.room.tie.body.Visible() || !b.room.tie.content.Visible() {
		t.Error("the card is not folded")
	}
	b.room.openNote("")
	b.settle()
	if !b.room.tie.body.Visible() {
		t.Error("the card stays folded")
	}
}

func TestHiddenCardStaysHidden(t *testing.T) {
	b := newBench(t, Options{})
	b.toPair()
	b.room.tie.OnShut()
	b.key(fyne.KeyF7)
	if b.room.tie.content.Visible() {
		t.Error("the card is there")
	}
	b.remember()
	b.showWhy(true)
	if !b.room.tie.content.Visible() {
		t.Error("the card is not there again")
	}
	b.recall()
	if b.room.tie.content.Visible() {
		t.Error("not remembered")
	}
}

func TestWalkOverPairsNotRuledOn(t *testing.T) {
	b := newBench(t, Options{})
	b.room.nextUnconfirmed()
	first := b.session.Pair()
	if first < 0 {
		t.Fatal("no pair")
	}
	b.room.onlyUnconfirmed(true)
	before := b.room.foot.place.Text
	b.room.confirm()
	b.settle()
	if now := b.room.foot.place.Text; now == before || !strings.HasSuffix(now, " to look at") {
		t.Errorf("the foot said %q and says %q", before, now)
	}
	for range b.session.AllPairs() {
		b.key(fyne.KeyF7)
		b.room.confirm()
		b.settle()
	}
	b.room.nextUnconfirmed()
	if b.session.Unconfirmed() != 0 || !strings.Contains(b.room.banner.text.Text, "every pair") {
		t.Errorf("%d left, told %q", b.session.Unconfirmed(), b.room.banner.text.Text)
	}
}

// What the card says of a tie never says more than the evidence.
func TestReasons(t *testing.T) {
	for _, c := range []struct {
		likeness float64
		why      data.Why
		want     string
	}{
		{1, data.Why{}, "The words are the same."},
		{0.5, data.Why{Quote: true}, "About half of the words are the same. They share a quotation."},
		{0.2, data.Why{Lead: true}, "Some of the words are the same. Both open the report."},
		{0, data.Why{}, "Few words are the same."},
		{0, data.Why{StandIns: []data.StandIn{{Side: data.Right, Word: "she", Name: "Ela Orlan"}}},
			"Few words are the same. “she” in B may stand for Ela Orlan."},
	} {
		if got := reasons(c.likeness, &c.why); got != c.want {
			t.Errorf("%v %+v: %q", c.likeness, c.why, got)
		}
	}
	v := nearestTo(&session.Candidate{Side: data.Right}, "", "", data.Span{})
	if v.title != "Nothing in A comes near." || v.across != "" {
		t.Errorf("%+v", v)
	}
}

func TestRightClickPicksThePairUnderIt(t *testing.T) {
	b := newBench(t, Options{})
	p := b.session.Comparison().Pairs[2]
	b.room.panes[data.Left].OnMenu(p.Left[0].Start+1, fyne.NewPos(300, 300))
	if at := b.session.Pair(); at < 0 || b.session.AllPairs()[at].Left[0] != p.Left[0] {
		t.Errorf("pair %d", at)
	}
	b.session.SelectPair(-1)
	b.session.Select(data.Left, data.Span{Start: 0, End: 6})
	b.room.panes[data.Left].OnMenu(p.Left[0].Start+1, fyne.NewPos(300, 300))
	if b.session.Pair() >= 0 || b.session.Selection(data.Left).Empty() {
		t.Error("the selected words were let go")
	}
}

func TestMarginCountsReportsOfAnEventOfThree(t *testing.T) {
	b := newBench(t, Options{})
	if pins := toldPins(b.room.told[data.Left]); len(pins) != 0 {
		t.Errorf("counts in an event of two: %+v", pins)
	}
	first := *b.session.Side(data.Left)
	b.session.BringIn(session.Page{Text: first.Text + "\nThe cook at Dunmore school has heard of it, too."}, func(src data.Source, _ data.ID) {
		l := session.NewLookOver(src)
		b.session.Keep(b.session.Event(), []session.Kept{{Report: l.Report(), Source: l.Source()}}, data.Right)
	}, nil)
	b.settle()
	b.session.Lay(data.Right, b.session.Reports()[1].ID)
	b.settle()
	pins := toldPins(b.room.told[data.Left])
	if len(pins) < 2 || pins[0].Kind != reader.PlainPin {
		t.Fatalf("counts %+v", pins)
	}
	b.toPair()
	if !shows(b.room.tie.content, "Told in 3 of 3 reports.") {
		t.Errorf("the card says %q", b.room.tie.shows)
	}
}
