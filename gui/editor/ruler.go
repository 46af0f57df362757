package editor

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
)

// A ruler measures words in the type of the field, in Fyne's units.
type ruler struct {
	measure func(string) float32
	known   map[string]float32
	blank   float32 // the width of a space
	high    float32 // from one line to the next
}

// mostKnown is how many widths a ruler remembers before it starts anew.
const mostKnown = 20000

func newRuler(measure func(string) float32, high float32) *ruler {
	return &ruler{measure: measure, known: map[string]float32{}, blank: measure(" "), high: high}
}

// typeRuler measures in the plain type of a size, as Fyne sets it.
func typeRuler(size float32) *ruler {
	return newRuler(func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width },
		fyne.MeasureText("M", size, fyne.TextStyle{}).Height)
}

// width measures a word, once.
func (r *ruler) width(word string) float32 {
	if w, ok := r.known[word]; ok {
		return w
	}
	if len(r.known) >= mostKnown {
		clear(r.known)
	}
	w := r.measure(word)
	r.known[strings.Clone(word)] = w
	return w
}

// tabWide is how far apart Fyne sets the stops of tabs.
const tabWide = 40

// over is where blanks that begin at x end.
func (r *ruler) over(x float32, blanks string) float32 {
	for _, c := range blanks {
		switch c {
		case '\t':
			x = tabWide * float32(math.Floor(float64(x/tabWide))+1)
		case ' ':
			x += r.blank
		default:
			x += r.width(string(c))
		}
	}
	return x
}
