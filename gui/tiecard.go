package gui

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/bidi"
	"parallax/gui/keyed"
	"parallax/gui/palette"
	"parallax/gui/session"
)

// A tieCard says, at the foot of the notes, why the two current passages are
// tied, and asks the reader for her ruling. While a note is open it folds to
// its first line.
type tieCard struct {
	OnShut func()

	place   *fyne.Container // always there: an object that never was on screen cannot ask to be painted
	content *fyne.Container
	title   *widget.Label
	body    *fyne.Container
	shows   string // what the body shows, so that only what changed is laid out anew
	wanted  bool   // the reader wants to see the card
	folded  bool
}

// A tieView is what a tieCard shows. An empty title: nothing.
type tieView struct {
	title   string
	said    string    // who ties the passages
	across  string    // words of the other report
	at      data.Span // where they stand
	side    data.Side
	onQuote func() // a click on them
	alike   *float64
	why     string
	words   []data.SharedWord
	actions []action
}

func newTieCard() *tieCard {
	t := &tieCard{title: heading(""), body: container.NewVBox(), wanted: true}
	shut := keyed.NewIconButton("", theme.CancelIcon(), func() { t.OnShut() })
	shut.Importance = widget.LowImportance
	c := newCard(container.NewBorder(container.NewBorder(nil, nil, nil, shut, t.title), nil, nil, nil, t.body), nil)
	c.padX, c.padY = 6, 4
	t.content = padded(c, 8).(*fyne.Container)
	t.content.Hide()
	t.place = container.NewStack(t.content)
	return t
}

// Want shows the card whenever there is something to say, or never.
func (t *tieCard) Want(on bool) {
	t.wanted = on
	t.show()
}

// Fold leaves only the card's first line, or unfolds it.
func (t *tieCard) Fold(on bool) {
	if t.folded != on {
		t.folded = on
		t.show()
	}
}

func (t *tieCard) show() {
	t.body.Hidden = t.folded
	t.content.Hidden = !t.wanted || t.shows == ""
	t.place.Refresh()
}

// Set shows v.
func (t *tieCard) Set(v tieView) {
	names := ""
	for _, a := range v.actions {
		names += a.name + "|"
	}
	alike := ""
	if v.alike != nil {
		alike = fmt.Sprintf("%.2f", *v.alike)
	}
	shows := fmt.Sprint(v.title, v.said, v.across, v.at, v.side, alike, v.why, v.words, names)
	if v.title == "" {
		shows = ""
	}
	if shows == t.shows {
		return
	}
	t.shows = shows
	t.title.SetText(v.title)
	t.body.RemoveAll()
	if shows != "" {
		t.fill(v)
	}
	t.show()
}

func (t *tieCard) fill(v tieView) {
	add := func(o fyne.CanvasObject) { t.body.Add(o) }
	if v.said != "" {
		add(inOwnDirection(caption(v.said)))
	}
	if v.across != "" {
		quote := words("“"+shorten(v.across, quoteLetters)+"”", fyne.TextStyle{})
		c := newCard(container.NewBorder(nil, nil, newSideBar(v.side), nil, inOwnDirection(quote)), v.onQuote)
		c.flat, c.padX, c.padY = true, 2, 1
		add(c)
	}
	if v.why != "" {
		add(inOwnDirection(caption(v.why)))
	}
	if v.alike != nil {
		add(indented(newShare("", *v.alike)))
	}
	if len(v.words) > 0 {
		add(caption(lang.L("Rare words both have:")))
		line := container.New(&flow{gap: 9})
		for _, w := range v.words {
			line.Add(newShare(shorten(w.Word, 18), w.Weight))
		}
		add(indented(line))
	}
	if len(v.actions) > 0 {
		row := container.New(&flow{gap: 4})
		for _, a := range v.actions {
			row.Add(keyed.NewButton(a.name, a.do))
		}
		add(indented(row))
	}
}

// caption is a wrapping line of small text.
func caption(text string) *widget.Label {
	l := words(text, fyne.TextStyle{})
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// indented stands where a label's words begin.
func indented(o fyne.CanvasObject) fyne.CanvasObject {
	return padded(o, 4)
}

// alikeness says in words how much of two passages is the same.
func alikeness(share float64) string {
	switch {
	case share >= 0.97:
		return lang.L("The words are the same.")
	case share >= 0.75:
		return lang.L("Most of the words are the same.")
	case share >= 0.4:
		return lang.L("About half of the words are the same.")
	case share >= 0.15:
		return lang.L("Some of the words are the same.")
	}
	return lang.L("Few words are the same.")
}

// mostWords is how many shared words the card lists.
const mostWords = 6

// whyTied is the card of a pair; here are the rulings on it.
func whyTied(p *data.Pair, possible bool) tieView {
	v := tieView{title: lang.L("Why tied?"), alike: &p.Likeness}
	switch {
	case p.Ruled == data.TellsSame:
		v.said = lang.L("You said: these tell the same.")
	case possible:
		v.said = lang.L("A guess: maybe related. Do you agree?")
	default:
		v.said = lang.L("A guess by Parallax. Do you agree?")
	}
	v.why = reasons(p.Likeness, &p.Why)
	v.words = p.Why.Shared[:min(len(p.Why.Shared), mostWords)]
	return v
}

// nearestTo is the card of a passage told on one side only, whose report has text
// and lies across from other: the passage there that comes nearest.
func nearestTo(c *session.Candidate, here, other string, whole data.Span) tieView {
	across := c.Side.Other()
	if c.Across.Empty() {
		return tieView{title: lang.L("Nothing in {{.Letter}} comes near.", map[string]any{"Letter": across.Letter()})}
	}
	v := tieView{title: lang.L("Nearest in {{.Letter}}", map[string]any{"Letter": across.Letter()}), side: across,
		across: c.Across.Of(other), at: c.Across, alike: &c.Likeness, words: c.Why.Shared[:min(len(c.Why.Shared), mostWords)]}
	if c.Here != whole {
		v.said = lang.L("To: “{{.Words}}”", map[string]any{"Words": shorten(c.Here.Of(here), 60)})
	}
	if c.Ruled {
		v.said = lang.L("You said: these do not belong together.")
	}
	v.why = reasons(c.Likeness, &c.Why)
	return v
}

// reasons says in words what two passages share, beside rare words.
func reasons(likeness float64, why *data.Why) string {
	text := alikeness(likeness)
	if why.Quote {
		text += " " + lang.L("They share a quotation.")
	}
	if why.Lead {
		text += " " + lang.L("Both open the report.")
	}
	for _, in := range why.StandIns {
		text += " " + lang.L("“{{.Word}}” in {{.Letter}} may stand for {{.Name}}.",
			map[string]any{"Word": in.Word, "Letter": in.Side.Letter(), "Name": in.Name})
	}
	return text
}

// A share is a bar that is filled in part. With a name it is a word over its bar.
type share struct {
	widget.BaseWidget
	part float64 // 0 to 1
	name string
}

func newShare(name string, part float64) *share {
	s := &share{part: min(max(part, 0), 1), name: name}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the bar, in one picture, and the word over it.
func (s *share) CreateRenderer() fyne.WidgetRenderer {
	r := &shareRenderer{share: s, text: canvas.NewText(bidi.Line(s.name), color.Black), bar: canvas.NewRaster(s.bar)}
	r.text.TextSize = 11
	r.bar.ScaleMode = canvas.ImageScalePixels
	r.Refresh()
	return r
}

// bar is the picture of the bar, w by h pixels.
func (s *share) bar(w, h int) image.Image {
	colors, img := palette.Current(), image.NewRGBA(image.Rect(0, 0, w, h))
	filled := image.Rect(0, 0, int(float64(w)*s.part+0.5), h)
	draw.Draw(img, img.Rect, image.NewUniform(colors.Track()), image.Point{}, draw.Src)
	draw.Draw(img, filled, image.NewUniform(colors.Muted), image.Point{}, draw.Src)
	return img
}

type shareRenderer struct {
	share *share
	text  *canvas.Text
	bar   *canvas.Raster
}

const shareHeight = 4

func (r *shareRenderer) MinSize() fyne.Size {
	if r.share.name == "" {
		return fyne.NewSize(60, shareHeight)
	}
	t := r.text.MinSize()
	return fyne.NewSize(fyne.Max(t.Width, 24), t.Height+shareHeight+1)
}

func (r *shareRenderer) Layout(size fyne.Size) {
	r.text.Resize(r.text.MinSize())
	r.bar.Move(fyne.NewPos(0, size.Height-shareHeight))
	r.bar.Resize(fyne.NewSize(size.Width, shareHeight))
}

func (r *shareRenderer) Refresh() {
	r.text.Color = palette.Current().Text
	r.text.Refresh()
	r.bar.Refresh()
}

func (r *shareRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text, r.bar} }

func (r *shareRenderer) Destroy() {}
