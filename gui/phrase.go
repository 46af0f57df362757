package gui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A phrase is words set in lines of a width, on a tint with a line under it, as
// words of a report are; or plain.
type phrase struct {
	text  string
	plain string // stands behind the text without tint
	size  float32
	bold  bool
	muted bool
	side  int // the report whose words they are; -1: nobody's

	lines   []phraseLine
	width   float32 // it was set in
	height  float32
	rtl     bool       // read from the right, where its lines begin
	letters letterSize // in which it was set
}

// A letterSize is the width of a phrase's words in one line and the height of
// the line: it tells whether the letters of the screen are still what they were.
type letterSize struct{ width, height float32 }

type phraseLine struct {
	text  *canvas.Text
	plain *canvas.Text        // nil: none in this line
	tint  *canvas.Rectangle   // nil: none
	under []*canvas.Rectangle // one line under words of A, dashes under those of the others
}

const (
	wordingText = 14
	phraseGap   = 3 // between two lines
	tintAir     = 2 // beside the words of a tint

	dash, dashGap  = 6, 3
	longDash       = 24 // where much is underlined: each dash is painted by itself
	longUnderlined = 60 // bytes
)

// set lays the phrase out in lines at most width wide and returns the height.
// Where nothing changed the lines stay what they are: new ones would make Fyne
// lay out and paint what they stand in once more, and so for ever.
func (p *phrase) set(width float32) float32 {
	style := fyne.TextStyle{Bold: p.bold}
	letters := letterSize{fyne.MeasureText(p.text, p.size, style).Width, p.lineHeight()}
	if p.lines != nil && p.width == width && p.letters == letters {
		return p.height
	}
	p.lines, p.width, p.height, p.letters = nil, width, 0, letters
	p.rtl = bidi.FromRight(p.text + p.plain)
	room := width - 2*tintAir
	var line string
	put := func(marked, plain string) {
		l := phraseLine{text: canvas.NewText(bidi.Part(marked, p.rtl), color.Black)}
		l.text.TextSize, l.text.TextStyle = p.size, style
		if p.side >= 0 && marked != "" {
			l.tint = canvas.NewRectangle(color.Black)
			wide := l.text.MinSize().Width + 2*tintAir
			n := 1
			switch {
			case p.side > 0 && len(p.text) > longUnderlined:
				n = max(1, int((wide+dashGap)/(longDash+dashGap)))
			case p.side > 0:
				n = max(1, int((wide+dashGap)/(dash+dashGap)))
			}
			for range n {
				l.under = append(l.under, canvas.NewRectangle(color.Black))
			}
		}
		if plain != "" {
			l.plain = canvas.NewText(bidi.Part(plain, p.rtl), color.Black)
			l.plain.TextSize = p.size
		}
		p.lines = append(p.lines, l)
	}
	for _, word := range fitWords(p.text, room, p.size, style) {
		if line != "" && fyne.MeasureText(line+" "+word, p.size, style).Width > room {
			put(line, "")
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	marked, rest := line, ""
	for _, word := range fitWords(p.plain, room, p.size, fyne.TextStyle{}) {
		if fyne.MeasureText(marked+rest+" "+word, p.size, style).Width > room && marked+rest != "" {
			put(marked, rest)
			marked, rest = "", ""
		}
		if marked+rest != "" {
			rest += " "
		}
		rest += word
	}
	put(marked, rest)
	p.height = float32(len(p.lines)) * (p.lineHeight() + phraseGap)
	p.paint()
	return p.height
}

// fitWords parts text at spaces, and words wider than room where they must be.
func fitWords(text string, room, size float32, style fyne.TextStyle) []string {
	var list []string
	for _, word := range strings.Fields(text) {
		for fyne.MeasureText(word, size, style).Width > room && len([]rune(word)) > 4 {
			letters := []rune(word)
			n := max(4, int(float32(len(letters))*room/fyne.MeasureText(word, size, style).Width))
			n = min(n, len(letters)-1)
			for n > 4 && fyne.MeasureText(string(letters[:n]), size, style).Width > room {
				n-- // wide letters
			}
			list, word = append(list, string(letters[:n])), string(letters[n:])
		}
		list = append(list, word)
	}
	return list
}

func (p *phrase) lineHeight() float32 {
	return fyne.MeasureText("Åg", p.size, fyne.TextStyle{Bold: p.bold}).Height + 2
}

// move puts the lines at a place and returns the objects.
func (p *phrase) move(left, y float32) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, l := range p.lines {
		size := l.text.MinSize()
		x := left
		if p.rtl {
			x = left + p.width - size.Width - 2*tintAir
		}
		if l.tint != nil {
			l.tint.Move(fyne.NewPos(x, y))
			l.tint.Resize(fyne.NewSize(size.Width+2*tintAir, p.lineHeight()))
			list = append(list, l.tint)
			step := (size.Width + 2*tintAir + dashGap) / float32(max(1, len(l.under)))
			for i, line := range l.under {
				line.Move(fyne.NewPos(x+float32(i)*step, y+p.lineHeight()-2))
				line.Resize(fyne.NewSize(step-dashGap, 2))
				list = append(list, line)
			}
		}
		l.text.Move(fyne.NewPos(x+tintAir, y))
		l.text.Resize(size)
		list = append(list, l.text)
		if l.plain != nil {
			at := x + tintAir + size.Width
			if l.tint != nil {
				at += tintAir
			}
			if p.rtl {
				at = x - l.plain.MinSize().Width
			}
			l.plain.Move(fyne.NewPos(at, y))
			l.plain.Resize(l.plain.MinSize())
			list = append(list, l.plain)
		}
		y += p.lineHeight() + phraseGap
	}
	return list
}

// paint gives the objects the colours of the theme.
func (p *phrase) paint() {
	c := palette.Current()
	for _, l := range p.lines {
		l.text.Color = c.Text
		if p.muted {
			l.text.Color = c.Muted
		}
		if l.plain != nil {
			l.plain.Color = c.Muted
		}
		if l.tint != nil {
			l.tint.FillColor = c.ReportTint(p.side)
			for _, line := range l.under {
				line.FillColor = c.Report(p.side)
			}
		}
	}
}

// light paints the tint in the colour of selected words.
func (p *phrase) light() {
	for _, l := range p.lines {
		if l.tint != nil {
			l.tint.FillColor = palette.Current().Selection
		}
	}
}
