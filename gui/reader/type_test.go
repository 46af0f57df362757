package reader

import (
	"bytes"
	"image"
	"math"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parallax/data"
)

// A font from a file is used, letters it lacks come from Noto Sans, and one that
// cannot be read gives way to it.
func TestFonts(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	usual := still(p)
	file := func(bold bool) []byte {
		name := "../../assets/fonts/atkinson-regular.woff"
		if bold {
			name = "../../assets/fonts/atkinson-bold.woff"
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	kind := DefaultType()
	kind.Font = NewFont(file)
	p.SetType(kind)
	if same(usual, still(p)) {
		t.Error("the text looks as before")
	}
	f := kind.Font.typefaces()
	if f == sharedFaces() {
		t.Fatal("the font was not read")
	}
	if f.resolve('a', false) != f.own[0] || f.resolve('ж', false) != sharedFaces().own[0] || f.resolve('ж', true) != sharedFaces().own[1] {
		t.Error("letters come from other fonts")
	}
	kind.Font = NewFont(func(bool) []byte { return []byte("no font") })
	p.SetType(kind)
	if !same(usual, still(p)) {
		t.Error("a font that cannot be read is not Noto Sans")
	}
}

// still is a picture of the pane that the next one leaves alone.
func still(p *Pane) *image.RGBA {
	img := *capture(p, 1)
	img.Pix = bytes.Clone(img.Pix)
	return &img
}

func same(a, b *image.RGBA) bool { return a.Rect == b.Rect && string(a.Pix) == string(b.Pix) }

// Room between letters and words, line height and line length do what they say,
// and a line is still as wide as its letters.
func TestSpacing(t *testing.T) {
	text := longText(400) + "\nمرحبا بالعالم 東京 कुछ शब्द"
	for _, kind := range []Type{
		{Size: 16, Leading: 1.5, Column: 68, Letters: 0.12},
		{Size: 16, Leading: 1.5, Column: 68, Words: 0.5},
		{Size: 20, Leading: 1.9, Column: 40, Letters: 0.05, Words: 0.2},
	} {
		set := kind.typeset()
		d := newDocument(text, set)
		usual := newDocument(text, usual())
		l := newLayout(d, nil, 400, kind)
		for i, ln := range l.lines {
			r := l.row(i)
			wide := float32(0)
			for _, c := range r.cells {
				wide += c.width
			}
			if math.Abs(float64(wide-r.width)) > 0.1 {
				t.Errorf("line %d is %v wide, its letters %v", i, r.width, wide)
			}
			if r.width > 400.5 && len(r.cells) > 1 {
				t.Errorf("line %d %q is %v wide", i, text[ln.start:ln.end], r.width)
			}
		}
		var a, b float32
		for i := range d.words[:50] {
			a, b = a+d.words[i].width, b+usual.words[i].width
		}
		if (kind.Letters > 0) != (a > b+0.5) {
			t.Errorf("%+v: 50 words are %v ems wide, usually %v", kind, a, b)
		}
		if got := l.lines[1].y - l.lines[0].y; math.Abs(got-float64(kind.Size*kind.Leading)) > 0.01 {
			t.Errorf("%+v: lines are %v apart", kind, got)
		}
	}
	if behind := (&typeset{letters: 0.1}).behind("م"); behind != 0 {
		t.Errorf("joined letters are torn apart by %v", behind)
	}
}

// The reading ruler follows the pointer, lies in one pane at a time, and marks
// the lines it is set to.
func TestReadingRuler(t *testing.T) {
	s, _ := spreadOf(t)
	for _, kind := range []RulerKind{LineRuler, BarRuler, BoxRuler} {
		s.SetRuler(Ruler{})
		without := still(s.Left)
		s.SetRuler(Ruler{Kind: kind, Lines: 2})
		point := func(p *Pane, y float32) {
			p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, y)}})
		}
		point(s.Right, 100)
		point(s.Left, 120)
		if s.Right.rulerLine >= 0 || s.Left.rulerLine < 0 {
			t.Fatalf("kind %d: it lies on line %d and on line %d across", kind, s.Left.rulerLine, s.Right.rulerLine)
		}
		if same(without, still(s.Left)) {
			t.Errorf("kind %d is not to be seen", kind)
		}
		s.Left.setCaret(s.Left.doc.Paragraph(9).Start, false)
		if want := s.Left.layout.lineOf(s.Left.caret); s.Left.rulerLine != want {
			t.Errorf("kind %d: the caret is on line %d, the ruler on %d", kind, want, s.Left.rulerLine)
		}
	}
}

// Plain text shows no mark, pin or ribbon, but what a search found.
func TestPlain(t *testing.T) {
	s, _ := spreadOf(t)
	p := s.Left
	bare := still(p)
	w := p.doc.Paragraph(0)
	p.SetMarks([]Mark{{Span: data.Span{Start: w.Start, End: w.Start + 9}, Kind: Wording}, {Span: w, Kind: Only}})
	p.SetPins([]Pin{{Offset: w.Start, Label: "1"}})
	s.SetPlain(true)
	if !same(bare, still(p)) {
		t.Error("plain text shows more than text")
	}
	if s.gutter.inView() != nil {
		t.Error("plain text has ribbons")
	}
	p.SetMarks([]Mark{{Span: data.Span{Start: w.Start, End: w.Start + 9}, Kind: Hit}})
	if same(bare, still(p)) {
		t.Error("what was found is not to be seen")
	}
}
