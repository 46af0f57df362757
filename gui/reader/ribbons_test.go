package reader

import (
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
)

// However steep its edges, a ribbon covers of each column of pixels what lies
// between them: no steps, no gaps.
func TestRibbonsCoverWhatTheyTakeUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	f := &frame{}
	for range 500 {
		top := slant{rng.Float32()*340 - 20, rng.Float32()*340 - 20}
		thick := rng.Float32() * 60
		bottom := slant{top.from + thick, top.to + thick*rng.Float32()}
		f.start(1, 300, color.NRGBA{})
		f.column(0, top, bottom, color.NRGBA{255, 255, 255, 255})
		got, want := 0.0, 0.0
		for y := range 300 {
			got += float64(f.img.Pix[y*f.img.Stride]) / 255
		}
		const parts = 2000
		for i := range parts {
			at := (float32(i) + 0.5) / parts
			y0, y1 := top.from+(top.to-top.from)*at, bottom.from+(bottom.to-bottom.from)*at
			want += max(0, float64(min(y1, 300)-max(y0, 0))) / parts
		}
		if math.Abs(got-want) > 0.5 {
			t.Fatalf("between %v and %v: %.2f pixels, want %.2f", top, bottom, got, want)
		}
	}
}

// What is told in another order is drawn over the rest and takes the click there;
// the selected ribbon lies over all.
func TestMovedRibbonsLieOverTheOthers(t *testing.T) {
	s, _ := spreadOf(t)
	p, q := s.Left.doc.Paragraph, s.Right.doc.Paragraph
	s.SetTies([]Tie{
		{Left: p(0), Right: q(5), Strength: 0.1, Kind: Related}, // crosses all
		{Left: p(1), Right: q(1), Strength: 0.9, Kind: Related}, {Left: p(2), Right: q(2), Strength: 0.9, Kind: Related},
		{Left: p(3), Right: q(3), Strength: 0.9, Kind: Related}, {Left: p(4), Right: q(4), Strength: 0.9, Kind: Related},
	})
	s.Left.scrollTo(0)
	if got := s.Moved(); len(got) != 1 || got[0] != 0 {
		t.Fatalf("moved: %v", got)
	}
	order := func() (list []int) {
		for _, b := range s.gutter.inView() {
			list = append(list, b.tie)
		}
		return list
	}
	if all := order(); len(all) != 5 || all[4] != 0 {
		t.Errorf("drawn in the order %v", all)
	}
	s.selected = 2
	if all := order(); all[4] != 2 || all[3] != 0 {
		t.Errorf("with one selected, drawn in the order %v", all)
	}
}
