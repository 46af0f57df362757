package intake

import (
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/data"
)

// checkComposed demands that the report's text maps to its source and back.
func checkComposed(t *testing.T, src *data.Source) {
	t.Helper()
	c := Compose(src)
	if strings.IndexFunc(c.Text, func(r rune) bool { return r != '\n' && (r < ' ' || dropped(r)) }) >= 0 {
		t.Fatalf("the text holds a control character: %.200q", c.Text)
	}
	for _, line := range strings.Split(c.Text, "\n") {
		if c.Text != "" && strings.TrimSpace(line) == "" {
			t.Fatal("the text holds an empty paragraph")
		}
	}
	last := data.Span{}
	for i, r := range c.Text {
		s := c.ToSource(data.Span{Start: i, End: i + len(string(r))})
		if s.Start < last.Start || s.End < last.End || s.End > len(src.Text) {
			t.Fatalf("%q at %d comes from %v, behind %v", r, i, s, last)
		}
		last = s
		if r == '\n' || r == ' ' {
			continue
		}
		if s.Of(src.Text) != string(r) {
			t.Fatalf("%q at %d comes from %q", r, i, s.Of(src.Text))
		}
		if back, ok := c.FromSource(s); !ok || back.Start != i || back.End != i+len(string(r)) {
			t.Fatalf("%q at %d comes back as %v %v", r, i, back, ok)
		}
		if i > 20_000 {
			break
		}
	}
	for _, b := range src.Blocks {
		in, ok := c.FromSource(b.Span)
		if ok && !b.Role.InText() {
			t.Fatalf("a %s block is in the text: %v", b.Role, in)
		}
		if ok && c.Text[in.Start:in.End] != strings.TrimSpace(cleaned(b.Of(src.Text), b.Unwraps)) && !b.Unwraps {
			t.Fatalf("block %q reads %q", b.Of(src.Text), c.Text[in.Start:in.End])
		}
	}
}

func TestCompose(t *testing.T) {
	text := "MENU\nThe ferry\nwas late to-\nday and\tall  waited.\n\nNobody\u200b spoke.\x07\nFooter"
	block := func(s string, role data.Role, unwraps bool) data.Block {
		i := strings.Index(text, s)
		return data.Block{Span: data.Span{Start: i, End: i + len(s)}, Role: role, Unwraps: unwraps}
	}
	src := data.Source{Text: text, Blocks: []data.Block{
		block("MENU", data.Navigation, false),
		block("The ferry\nwas late to-\nday and\tall  waited.", data.Body, true),
		block("Nobody\u200b spoke.\x07", data.Body, false),
		block("Footer", data.Legal, false),
	}}
	c := Compose(&src)
	if want := "The ferry was late to-day and all waited.\nNobody spoke."; c.Text != want {
		t.Fatalf("composed %q", c.Text)
	}
	at := func(s string) data.Span {
		i := strings.Index(c.Text, s)
		return data.Span{Start: i, End: i + len(s)}
	}
	for in, want := range map[string]string{
		"ferry was":       "ferry\nwas",
		"to-day":          "to-\nday",
		"waited.\nNobody": "waited.\n\nNobody",
		"Nobody spoke.":   "Nobody\u200b spoke.",
	} {
		s := c.ToSource(at(in))
		if s.Of(text) != want {
			t.Errorf("%q comes from %q, want %q", in, s.Of(text), want)
		}
		if back, ok := c.FromSource(s); !ok || back != at(in) {
			t.Errorf("%q comes back as %v %v", in, back, ok)
		}
	}
	if _, ok := c.FromSource(data.Span{Start: 0, End: 4}); ok {
		t.Error("the menu is in the text")
	}
	if s := c.ToSource(data.Span{Start: len(c.Text), End: len(c.Text)}); !s.Empty() {
		t.Errorf("the end of the text is %v", s)
	}
	checkComposed(t, &src)
}

// Whatever is kept or set aside, the text maps to its source and back.
func TestComposeAnyRoles(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	src := mustRead(t, "x", pastedPage)
	for range 200 {
		for i := range src.Blocks {
			src.Blocks[i].Role = data.Roles[rng.IntN(len(data.Roles))]
			src.Blocks[i].Unwraps = rng.IntN(2) == 0
		}
		checkComposed(t, &src)
		Rerole(&src)
		if r := ReportOf(&src); len(r.Digest) != 64 || r.ID != "" {
			t.Fatalf("report %+v", r)
		}
	}
	empty := data.Source{}
	if c := Compose(&empty); c.Text != "" || c.ToSource(data.Span{Start: 0, End: 3}) != (data.Span{}) {
		t.Error("an empty source composes to something")
	}
}
