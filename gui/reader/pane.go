package reader

import (
	"image"
	"math"
	"sort"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// A Pane shows one report's text to read: set in a column, marked, scrolled,
// selected in. It belongs to Fyne's goroutine; only documents may be made
// elsewhere. Offsets and spans are bytes into the document's text.
type Pane struct {
	widget.BaseWidget

	OnSelected func(data.Span)                    // the reader finished selecting; never empty
	OnTapped   func(offset int)                   // a click on the text without a drag, or Enter at the caret
	OnMenu     func(offset int, at fyne.Position) // right click or Menu key; at is in the window
	OnPin      func([]Pin)                        // a click on a badge: its pin, or those that are gathered in it
	OnScrolled func()                             // the view moved, by whoever
	OnFocus    func()                             // the pane has the keyboard now
	OnKey      func(*fyne.KeyEvent) bool          // a key before the pane takes it; true: it was a command
	SentenceAt func(offset int) data.Span         // what a triple click selects; nil: by end marks

	side     data.Side
	doc      *Document
	styles   map[int]Style
	numbers  map[int]int32 // of body paragraphs, counted from one
	index    markIndex
	pinned   []Pin
	badges   []badge // the pins in place
	pinsEnd  float64 // the height that the lowest of them ends at, in the text
	passages []data.Span
	hidden   map[MarkKind]bool
	plain    bool // nothing but the text, and what a search found
	set      Type
	measure  *typeset // of the font and spacing in set
	widest   float32  // ems, of the ordinary words

	ranks      []Rank // the text is shown in these; nil: in its own order
	layout     *layout
	generation int // of the layout; goes up with each
	rows       map[int]*row
	top        float64 // of the view, in the text with its padding
	place      Place   // what the top of the view stands at, kept over new layouts
	later      []func()

	raster *canvas.Raster
	paint  *painter
	stale  bool  // its picture shows more that is no longer so than the view's top
	across *Pane // the other of its spread; nil: it is in none
	guest  *Pane // stands on the same place and is painted by this one
	host   *Pane // paints this one

	ruler     Ruler
	rulerLine int // the first line it lies on; -1: it is in the other pane

	input
	marked int // counts sets of marks
	// for the spread: the view moved; the text was set anew; it has other marks; the
	// reading ruler came here
	moved, relaid, remarked, ruling func()
}

// A Place is a line of the text by its first letter, and how far the top of
// the view is below the line's top, in line heights. The zero Place is the very
// top of the text.
type Place struct {
	Offset int
	Below  float64
}

// ParagraphNumber is the number in the margin of the paragraph offset lies in; 0
// for a headline and the like.
func (p *Pane) ParagraphNumber(offset int) int {
	return int(p.numbers[p.doc.ParagraphAt(offset)])
}

// NewPane returns an empty pane for one side of a comparison.
func NewPane(side data.Side) *Pane {
	p := &Pane{side: side, set: DefaultType(), measure: usual(), doc: NewDocument(""), rows: map[int]*row{}, rulerLine: -1}
	p.paint = &painter{masks: newGlyphMasks()}
	p.raster = canvas.NewRaster(func(w, h int) image.Image { return p.paint.paint(p, w, h) })
	p.raster.ScaleMode = canvas.ImageScalePixels
	p.ExtendBaseWidget(p)
	return p
}

// Side is the side the pane was made for.
func (p *Pane) Side() data.Side { return p.side }

// Document is what the pane shows.
func (p *Pane) Document() *Document { return p.doc }

// SetDocument shows another document from its top, without marks, pins or
// selection. Styles gives the paragraphs that are not body text.
func (p *Pane) SetDocument(d *Document, styles map[int]Style) {
	if d == nil {
		d = p.Measure("")
	}
	if d.ruler != ruler(p.measure) {
		d = p.Measure(d.text)
	}
	p.doc, p.styles = d, styles
	p.numbers = map[int]int32{}
	n := int32(0)
	for i := range d.paragraphs {
		if styles[i] == Body && d.paragraphs[i].first < d.paragraphs[i].last {
			n++
			p.numbers[i] = n
		}
	}
	p.index, p.pinned, p.passages, p.ranks = markIndex{}, nil, nil, nil
	p.widen()
	p.anchor, p.caret = 0, 0
	p.top, p.place = 0, Place{}
	p.layout = nil
	p.relayout()
	if p.OnScrolled != nil {
		p.OnScrolled()
	}
}

// SetMarks replaces the marks. They may come in any order and overlap.
func (p *Pane) SetMarks(marks []Mark) {
	p.index = indexMarks(marks, p.doc)
	p.marked++
	p.redraw()
	if p.remarked != nil {
		p.remarked()
	}
}

// SetSelectedPassages outlines passages; none takes the outline away.
func (p *Pane) SetSelectedPassages(spans []data.Span) {
	p.passages = nil
	for _, s := range spans {
		if s = p.doc.clamp(s); !s.Empty() {
			p.passages = append(p.passages, s)
		}
	}
	sort.Slice(p.passages, func(i, j int) bool { return p.passages[i].Start < p.passages[j].Start })
	p.passages = joinSpans(p.doc.text, p.passages)
	p.redraw()
}

// SetHidden says which kinds of marks are not painted.
func (p *Pane) SetHidden(kinds map[MarkKind]bool) {
	p.hidden = make(map[MarkKind]bool, len(kinds))
	for k, v := range kinds {
		p.hidden[k] = v
	}
	p.redraw()
}

// SetType sets the text in another type; the reader's place stays.
func (p *Pane) SetType(t Type) {
	t = t.within()
	if t == p.set {
		return
	}
	was := p.set
	p.set = t
	if t.Font != was.Font || t.Letters != was.Letters || t.Words != was.Words {
		p.measure = t.typeset()
		p.doc = newDocument(p.doc.text, p.measure)
		p.widen()
	}
	p.relayout()
}

// widen notes how wide the text's ordinary words are.
func (p *Pane) widen() {
	p.widest = p.doc.widest
	for i, style := range p.styles {
		if style.known() != Body && i < len(p.doc.paragraphs) {
			p.widest = max(p.widest, p.doc.widestIn(i, settings[style.known()].bold))
		}
	}
}

// least is the width the pane needs to set every ordinary word in one line.
func (p *Pane) least() float32 {
	return float32(math.Ceil(float64(p.leftMargin()+rightMargin+p.widest*p.set.Size))) + 1
}

// Type is what the text is set in.
func (p *Pane) Type() Type { return p.set }

// Measure makes text ready to be shown by this pane as it is set now.
func (p *Pane) Measure(text string) *Document { return newDocument(text, p.measure) }

// The sizes of the paragraphs' numbers and of the sign beside a quotation, as
// shares of the text size.
const (
	numberSize = 0.66
	quoteSize  = 1.25
)

// numberGap is from the paragraphs' numbers to the text: it has room for bars and
// the sign beside a quotation.
func (p *Pane) numberGap() float32 { return max(21, 10+0.49*quoteSize*p.set.Size) }

// leftMargin has room for the paragraphs' numbers.
func (p *Pane) leftMargin() float32 {
	digits := float32(2)
	if len(p.numbers) > 99 {
		digits = 3 // of more, all are smaller
	}
	return max(36, p.numberGap()+3+digits*0.575*numberSize*p.set.Size)
}

const rightMargin = 36 // for pins

func (p *Pane) topPad() float32 { return p.set.Size * 0.9 }

func (p *Pane) viewHeight() float32 { return p.raster.Size().Height }

// contentHeight is the text with its padding, and what its pins need below it; a
// long text can be scrolled a little past its end, so that the last lines come up
// to where one reads. Texts in ranks are as high as each other.
func (p *Pane) contentHeight() float64 {
	if p.layout == nil {
		return 0
	}
	h, view := max(p.layout.height, p.pinsEnd), float64(p.viewHeight())
	if p.ranks != nil && p.across != nil {
		h = max(h, p.across.pinsEnd)
	}
	h += float64(2 * p.topPad())
	if h > view {
		h += view / 4
	}
	return h
}

func (p *Pane) lastTop() float64 { return max(0, p.contentHeight()-float64(p.viewHeight())) }

// column returns where the text stands: as wide as lines should get, in the
// middle of what is left by the margins.
func (p *Pane) column() (x, width float32) {
	room := p.raster.Size().Width - p.leftMargin() - rightMargin
	width = max(p.set.Size, min(room, float32(p.set.Column)*(averageLetter+p.set.Letters)*p.set.Size))
	return p.leftMargin() + max(0, room-width)/2, width
}

// relayout sets the text anew and keeps the reader's place.
func (p *Pane) relayout() {
	if p.raster.Size().Width <= 0 {
		return
	}
	_, width := p.column()
	if p.ranks != nil {
		p.layout = newRanked(p.doc, p.styles, p.ranks, p.side, width, p.set)
	} else {
		p.layout = newLayout(p.doc, p.styles, width, p.set)
	}
	p.generation++
	p.rulerLine = -1
	p.rows = map[int]*row{}
	if p.ranks == nil {
		p.placePins()
		p.top = p.topOf(p.place)
	}
	if p.relaid != nil {
		p.relaid()
	}
	later := p.later
	p.later = nil
	for _, do := range later {
		do()
	}
	p.redraw()
}

// whenLaid does something now, or after the first layout.
func (p *Pane) whenLaid(do func()) {
	if p.layout == nil {
		p.later = append(p.later, do)
		return
	}
	do()
}

// topOf is the view's top that shows a place as it was kept.
func (p *Pane) topOf(at Place) float64 {
	i := p.layout.lineOf(at.Offset)
	if i < 0 || at == (Place{}) {
		return 0
	}
	y := p.layout.lines[i].y + float64(p.topPad()) + at.Below*float64(p.layout.lineHeight(i))
	return max(0, min(y, p.lastTop()))
}

// heightOf is the height of the line a place is kept by; -1 for the very top.
func (p *Pane) heightOf(at Place) float64 {
	i := p.layout.lineOf(at.Offset)
	if i < 0 || at == (Place{}) {
		return -1
	}
	return p.layout.lines[i].y
}

// placeAt is the place of a view's top.
func (p *Pane) placeAt(top float64) Place {
	y := top - float64(p.topPad())
	i := p.layout.lineAt(y)
	if i < 0 || top <= 0 {
		return Place{}
	}
	return Place{int(p.layout.lines[i].start), (y - p.layout.lines[i].y) / float64(p.layout.lineHeight(i))}
}

const keptRows = 600 // rows in place kept before they are dropped

func (p *Pane) row(i int) *row {
	r, ok := p.rows[i]
	if !ok {
		if len(p.rows) >= keptRows {
			clear(p.rows)
		}
		r = p.layout.row(i)
		p.rows[i] = r
	}
	return r
}

// redraw has the pane painted anew with the next frame. Where nothing but the
// view's top is other than before, repaint will do.
func (p *Pane) redraw() {
	p.stale = true
	p.repaint()
}

// repaint has the pane painted with the next frame.
func (p *Pane) repaint() {
	if p.host != nil {
		p = p.host
	}
	p.raster.Refresh()
}

// scrollTo moves the view's top and tells whoever listens.
func (p *Pane) scrollTo(top float64) bool {
	if p.layout == nil {
		return false
	}
	top = max(0, min(top, p.lastTop()))
	if math.Abs(top-p.top) < 0.01 {
		return false
	}
	p.top = top
	p.place = p.placeAt(top)
	p.repaint()
	p.scrolled()
	return true
}

func (p *Pane) scrolled() {
	if p.moved != nil {
		p.moved()
	}
	if p.OnScrolled != nil {
		p.OnScrolled()
	}
}

// Reveal scrolls the least that shows span with some air around it.
func (p *Pane) Reveal(span data.Span) {
	p.whenLaid(func() {
		y0, y1 := p.extentOf(p.doc.clamp(span))
		view := float64(p.viewHeight())
		air := min(view/5, float64(p.set.Size)*4)
		switch {
		case y1-y0 > view-2*air || y0-air < p.top:
			p.scrollTo(y0 - air)
		case y1+air > p.top+view:
			p.scrollTo(y1 + air - view)
		}
	})
}

// shows reports whether all of span is in view.
func (p *Pane) shows(s data.Span) bool {
	y0, y1 := p.extentOf(p.doc.clamp(s))
	return y0 >= p.top && y1 <= p.top+float64(p.viewHeight())
}

// ScrollTo brings the line of offset to a share of the view's height, 0 at its top.
func (p *Pane) ScrollTo(offset int, at float32) {
	p.whenLaid(func() {
		y, _ := p.extentOf(p.doc.clamp(data.Span{Start: offset, End: offset}))
		p.scrollTo(y - float64(at*p.viewHeight()))
	})
}

// shown reports whether the place at offset is on the page: texts in ranks may
// leave passages out.
func (p *Pane) shown(offset int) bool {
	i := p.layout.lineOf(offset)
	return i >= 0 && p.layout.has(i, data.Span{Start: offset, End: offset})
}

// extentOf is a span's top and bottom in the text with its padding.
func (p *Pane) extentOf(s data.Span) (y0, y1 float64) {
	y0, y1 = p.layout.extent(s)
	return y0 + float64(p.topPad()), y1 + float64(p.topPad())
}

// TopOffset is the first letter of the first line in view.
func (p *Pane) TopOffset() int {
	if p.layout == nil || len(p.layout.lines) == 0 {
		return p.place.Offset
	}
	return int(p.layout.lines[p.layout.lineAt(p.top-float64(p.topPad()))].start)
}

// Viewport is the part of the text in view.
func (p *Pane) Viewport() data.Span {
	if p.layout == nil || len(p.layout.lines) == 0 {
		return data.Span{}
	}
	last := p.layout.lineAt(p.top + float64(p.viewHeight()-p.topPad()))
	return data.Span{Start: p.TopOffset(), End: int(p.layout.lines[last].end)}
}

// MinSize leaves room for a few words.
func (p *Pane) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(200, 80)
}

// CreateRenderer shows the raster, which paints its own paper.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &paneRenderer{p}
}

type paneRenderer struct{ pane *Pane }

// Layout sizes the raster to whole device pixels: it is then painted pixel for
// pixel at any scale.
func (r *paneRenderer) Layout(size fyne.Size) {
	p := r.pane
	old := p.raster.Size()
	p.raster.Move(fyne.NewPos(0, 0))
	p.raster.Resize(wholePixels(p, size))
	now := p.raster.Size()
	if now.Width != old.Width || p.layout == nil {
		p.relayout()
	} else if now.Height != old.Height {
		p.top = p.topOf(p.place)
		if p.relaid != nil {
			p.relaid()
		}
	}
}

func (r *paneRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 80) }
func (r *paneRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pane.raster}
}
func (r *paneRenderer) Destroy() { r.pane.follow.Stop() }

func (r *paneRenderer) Refresh() {
	r.pane.redraw()
}

// between is how long clicks may lie apart to count as one after the other.
const between = 400 * time.Millisecond
