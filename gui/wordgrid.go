package gui

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
)

// A wordGrid says where the parts of a table's rows stand: in columns, one for each
// report, or, where these were too narrow for what is in them, one under the other,
// each report's words beside its name.
type wordGrid struct {
	names   []string // of the reports
	heads   bool     // rows have heads
	remarks bool     // and some a remark
	times   float32  // how much larger than usual the words are
	need    float32  // width of a column that its words have room in
	word    float32  // and of one that has room for each word alone
}

// A strip is a part of a row's width.
type strip struct{ x, width float32 }

// What a column has room for, in the usual size: a word in any case, and of
// longer wordings and of notes as much as can be read without jumping from line
// to line.
const (
	roomyWording = 140
	roomyNote    = 105
)

// newWordGrid is the grid of a table of some rows.
func newWordGrid(names []string, heads bool, times float32, rows []*wordRow) *wordGrid {
	g := &wordGrid{names: names, heads: heads, times: times}
	var word, wording, note string
	longer := func(a *string, b string) {
		if utf8.RuneCountInString(b) > utf8.RuneCountInString(*a) {
			*a = b
		}
	}
	for _, r := range rows {
		g.remarks = g.remarks || r.remark.text != ""
		for i, list := range r.cells {
			for _, p := range list {
				longer(&wording, p.text+p.plain)
				for _, w := range strings.Fields(p.text + " " + p.plain) {
					longer(&word, w)
				}
			}
			longer(&note, r.notes[i].text)
		}
		r.grid = g
	}
	wide := func(text string, size float32) float32 {
		return fyne.MeasureText(text, size*times, fyne.TextStyle{}).Width*1.08 + 2*tintAir // others may have wider letters
	}
	g.word = wide(word, wordingText)
	g.need = max(g.word, min(wide(wording, wordingText), roomyWording*times), min(wide(note, rowNoteText), roomyNote*times))
	return g
}

// stacked reports whether each report's words stand on lines of their own.
func (g *wordGrid) stacked(width float32) bool {
	cells := g.cells(g.columns(width))
	return len(cells) > 1 && cells[0].width < g.need
}

// columns returns where head, cells, remark and menu of a row stand.
func (g *wordGrid) columns(width float32) []strip {
	const gap = 14
	note := float32(0)
	if g.remarks {
		note = fyne.Min(width*0.16, 150)
	}
	rest := width - note - menuWidth
	var cols []strip
	x, n := float32(0), float32(len(g.names))
	if g.heads {
		wide := rest * 0.26
		cols = append(cols, strip{0, wide - gap})
		x, rest = wide, rest-wide
	}
	for range g.names {
		cols = append(cols, strip{x, rest/n - gap})
		x += rest / n
	}
	return append(cols, strip{x, max(0, note-gap)}, strip{width - menuWidth, menuWidth})
}

// cells are those of a row's columns that have the reports' words.
func (g *wordGrid) cells(columns []strip) []strip {
	if g.heads {
		columns = columns[1:]
	}
	return columns[:len(g.names)]
}

// beside is where names and words stand in stacked rows: the names over the words
// where there is no room beside them.
func (g *wordGrid) beside(width float32) (name, words strip) {
	wide := float32(0)
	for _, n := range g.names {
		wide = max(wide, fyne.MeasureText(n, namesText*g.times, fyne.TextStyle{Bold: true}).Width)
	}
	wide = min(wide+tintAir+1, (width-menuWidth)*0.3) // a name begins in the air that words have around them
	const gap = 14
	words = strip{wide + gap, width - menuWidth - wide - gap}
	if words.width < g.word {
		return strip{0, width - menuWidth}, strip{0, width - menuWidth}
	}
	return strip{0, wide}, words
}

// reportNames are what a table calls the reports: by their letters and, with
// outlets, by their outlets, or by its headline one of an outlet that is not known.
func reportNames(reports []data.Report, outlets bool) []string {
	names := make([]string, len(reports))
	for i, r := range reports {
		names[i] = letterOf(i)
		switch {
		case outlets && r.Outlet+r.Headline == "":
			names[i] += "  " + lang.L("Outlet not known")
		case outlets:
			names[i] += "  " + shorten(cmp.Or(r.Outlet, r.Headline), 60)
		}
	}
	return names
}
