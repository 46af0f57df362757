package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestOutletsAreListedAddedAndTakenBack(t *testing.T) {
	b := newBench(t, Options{})
	b.menuItem("Outlets…")
	dialog := b.window.Canvas().Overlays().Top()
	if dialog == nil {
		t.Fatal("no table of outlets")
	}
	book := newOutletBook(b.session)
	b.room.onOutlets = book.Fill
	b.session.LoadOutlets()
	b.settle()
	before := len(book.shown)
	if before == 0 {
		t.Fatal("the sample's outlets are not listed")
	}
	if !book.save.Disabled() || !book.remove.Disabled() {
		t.Error("an empty form can be kept")
	}
	book.name.SetText("Pellbury Post")
	book.sites.SetText("https://www.pellbury-post.example/news/1\nblog.pellbury.example")
	test.Tap(book.save)
	b.settle()
	if len(book.shown) != before+1 || strings.Join(book.open.Sites, " ") != "blog.pellbury.example pellbury-post.example" {
		t.Fatalf("%d outlets, sites %q", len(book.shown), book.open.Sites)
	}
	// The next page from there is its own.
	b.drop("https://pellbury-post.example/fire\n" + millPage)
	found := false
	for _, f := range b.looks.pages[0].model.Source().Facts {
		found = found || f.Value == "Pellbury Post"
	}
	if !found {
		t.Error("a page from its address is not proposed as its own")
	}
	b.menuItem("Cancel")
	// Another outlet takes the address; undone, the first has it again.
	book.Open(b.session.Outlets()[0])
	for _, o := range b.session.Outlets() {
		if o.Name != "Pellbury Post" {
			book.Open(o)
		}
	}
	book.sites.SetText("pellbury-post.example")
	test.Tap(book.save)
	b.settle()
	sites := func() string {
		for _, o := range b.session.Outlets() {
			if o.Name == "Pellbury Post" {
				return sitesLine(o)
			}
		}
		return "gone"
	}
	if sites() != "blog.pellbury.example" {
		t.Errorf("given to another, it has %q", sites())
	}
	b.session.Undo()
	b.settle()
	if sites() != "blog.pellbury.example · pellbury-post.example" {
		t.Errorf("taken back, it has %q", sites())
	}
	b.session.Undo()
	b.settle()
	if sites() != "gone" || len(book.shown) != before {
		t.Errorf("the new outlet is %q, %d listed", sites(), len(book.shown))
	}
	book.find.SetText("no such outlet")
	if len(book.shown) != 0 {
		t.Error("what is not looked for is listed")
	}
}
