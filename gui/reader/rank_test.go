package reader

import (
	"image/color"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"parallax/data"
	"parallax/gui/palette"
)

// ranksOf deals the paragraphs of two texts out to ranks: some tied, some told
// on one side only, the right ones in another order.
func ranksOf(rng *rand.Rand, left, right *Document) []Rank {
	spans := func(d *Document) []data.Span {
		var all []data.Span
		for i := range d.Paragraphs() {
			if s := d.Paragraph(i); strings.TrimSpace(s.Of(d.text)) != "" {
				all = append(all, s)
			}
		}
		return all
	}
	l, r := spans(left), spans(right)
	rng.Shuffle(len(r), func(i, j int) { r[i], r[j] = r[j], r[i] })
	var ranks []Rank
	for len(l) > 0 || len(r) > 0 {
		var k Rank
		if n := min(len(l), rng.IntN(3)); n > 0 {
			k.Left, l = l[:n], l[n:]
		}
		if n := min(len(r), rng.IntN(2)); n > 0 || len(k.Left) == 0 && len(r) > 0 {
			n = max(n, 1)
			k.Right, r = r[:n], r[n:]
		}
		if len(k.Left)+len(k.Right) > 0 {
			ranks = append(ranks, k)
		}
	}
	return ranks
}

// In ranks every passage is on the page once, in its rank, no two lines of a
// side overlap, and the ranks of both sides stand level.
func TestRanksStandLevel(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		docs := [2]*Document{newDocument(randomText(rng, 200), evenRuler{}), newDocument(randomText(rng, 150), evenRuler{})}
		ranks := ranksOf(rng, docs[0], docs[1])
		size := float32(8 + rng.IntN(12))
		l := newRanked(docs[0], nil, ranks, data.Left, float32(100+rng.IntN(300)), sized(size))
		r := newRanked(docs[1], nil, ranks, data.Right, float32(100+rng.IntN(300)), sized(size))
		level(l, r, ranks, false)
		again := *l
		level(l, r, ranks, false)
		if l.height != again.height || l.height != r.height {
			t.Fatalf("heights %v, %v, once more %v", again.height, r.height, l.height)
		}
		for side, set := range []*layout{l, r} {
			bottom := math.Inf(-1)
			for i := range set.lines {
				if set.lines[i].y < bottom-1e-3 {
					t.Fatalf("side %d: line %d lies over the one above", side, i)
				}
				bottom = set.lines[i].y + float64(set.lineHeight(i))
				k := set.ranks[set.lines[i].rank]
				if set.lines[i].y < k.top || bottom > k.top+k.height+1e-3 {
					t.Fatalf("side %d: line %d is out of its rank", side, i)
				}
				if at := set.lineOf(int(set.lines[i].start)); at != i && set.lines[at].end > set.lines[at].start {
					t.Fatalf("side %d: the start of line %d is found on line %d", side, i, at)
				}
			}
			for n := range ranks {
				if l.ranks[n].top != r.ranks[n].top || l.ranks[n].height != r.ranks[n].height {
					t.Fatalf("rank %d does not stand level", n)
				}
				for _, s := range ranks[n].of(data.Side(side)) {
					for at := s.Start; at < s.End; at++ {
						if docs[side].text[at] == ' ' || docs[side].text[at]&0xc0 == 0x80 {
							continue
						}
						i := set.lineOf(at)
						if !set.has(i, data.Span{Start: at, End: at + 1}) || int(set.lines[i].rank) != n {
							t.Fatalf("side %d: offset %d is not in rank %d", side, at, n)
						}
					}
				}
			}
		}
	}
}

// Both texts in ranks have one scroll, and go back to their own order in place.
func TestRanksScrollAsOne(t *testing.T) {
	s, win := spreadOf(t)
	var ranks []Rank
	for i := range s.Left.doc.Paragraphs() - 1 {
		r := Rank{Left: []data.Span{s.Left.doc.Paragraph(i)}}
		if i%3 == 0 {
			r.Right = []data.Span{s.ties[i/3].Right}
		}
		ranks = append(ranks, r)
	}
	s.Left.scrollTo(900)
	read := s.Left.TopOffset()
	s.SetRanks(ranks)
	if top := s.Left.layout.lineAt(s.Left.top - float64(s.Left.topPad())); top != s.Left.layout.lineOf(read) {
		t.Errorf("the left text stood at %d and stands at %d in ranks", read, s.Left.TopOffset())
	}
	s.Right.scrollTo(1300)
	if s.Left.top != s.Right.top {
		t.Errorf("the texts stand at %v and %v", s.Left.top, s.Right.top)
	}
	win.Resize(fyne.NewSize(700, 400))
	if s.Left.top != s.Right.top || s.Left.contentHeight() != s.Right.contentHeight() {
		t.Error("after a resize the ranks are apart")
	}
	tie := s.ties[9]
	s.SelectTie(9)
	if d := onScreen(s.Left, tie.Left) - onScreen(s.Right, tie.Right); math.Abs(d) > 0.5 || !s.Left.shows(tie.Left) {
		t.Errorf("a tie in ranks is %v off", d)
	}
	if s.Right.shown(s.Right.doc.Paragraph(0).Start) {
		t.Error("a passage in no rank is on the page")
	}
	s.SetRanks(nil)
	if s.Left.layout.ranks != nil || !s.Left.shows(tie.Left) {
		t.Error("back in its own order the text lost its place")
	}
}

// A side that has nothing in any rank still shows that nothing is told there.
func TestASideWithoutWordsShowsItsBlank(t *testing.T) {
	s, _ := spreadOf(t)
	s.SetRanks([]Rank{{Left: []data.Span{s.Left.doc.Paragraph(0)}}})
	if !paints(s.Right, palette.Current().Muted) {
		t.Error("the empty side is blank paper")
	}
	if paints(s.Right, palette.Current().Text) {
		t.Error("the empty side has words")
	}
}

// paints reports whether a pane has pixels of a colour.
func paints(p *Pane, c color.NRGBA) bool {
	img := capture(p, 1)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if is(img, x, y, c) {
				return true
			}
		}
	}
	return false
}
