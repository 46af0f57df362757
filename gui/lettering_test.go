package gui

import (
	"testing"

	"parallax/data"
)

// What is switched on in the menu is marked, walked to and remembered.
func TestCapitalsAreMarkedOnlyWhenAskedFor(t *testing.T) {
	b := newBench(t, Options{})
	lettered := func() (n int) {
		for _, stop := range b.session.Stops() {
			if stop.Difference == data.Lettered {
				n++
			}
		}
		return n
	}
	marks := len(b.room.base[data.Left])
	if lettered() > 0 {
		t.Fatal("marked from the start")
	}
	for _, choice := range b.letteringMenu().ChildMenu.Items {
		choice.Action()
		b.settle()
	}
	if lettered() == 0 || len(b.room.base[data.Left]) <= marks {
		t.Errorf("%d differences in lettering, %d marks in place of %d", lettered(), len(b.room.base[data.Left]), marks)
	}
	b.remember()
	b.session.SetLettering(data.Lettering{})
	b.settle()
	if lettered() > 0 {
		t.Error("still marked")
	}
	b.recall()
	b.settle()
	if want := (data.Lettering{Capitals: true, Punctuation: true, QuoteMarks: true, Spacing: true}); b.session.Lettering() != want || lettered() == 0 {
		t.Errorf("remembered %+v", b.session.Lettering())
	}
}
