package intake

import "math"

// How far the lines around a line count.
const (
	nearLines    = 8  // to either side, for the words it shares with them
	headLines    = 25 // above it, for a title its text takes up
	stretchGap   = 3  // lines that are no running text inside a stretch of it
	shapeLines   = 4
	voiceLines   = 3
	furnishLines = 5
)

// aroundNames names the numbers around makes of each line, in order.
var aroundNames = []string{"shared before", "shared after", "shared", "headed", "dated before", "short before", "short after",
	"stretch share", "best stretch", "stretch place", "to stretch end", "same shape", "voices", "furniture", "good lines", "good words", "lines"}

// addAround appends to each line's vector what stands around the line: words it
// shares with running text near by, a title or a date above it, short lines in a
// row, the stretch of running text it lies in, lines of its shape, voices and
// furniture near by, and how much text the page holds.
func addAround(vs [][]float64, ts []traits) {
	n := len(ts)
	own := make([]map[string]bool, n)
	goodLines, goodWords := 0, 0
	for i := range ts {
		own[i] = make(map[string]bool, len(ts[i].content))
		eachOnce(ts[i].content, func(w string) { own[i][w] = true })
		if ts[i].running() {
			goodLines++
			goodWords += ts[i].n
		}
	}
	titles := titleEchoes(ts, own)
	stretches := stretchesOf(ts)
	before, after := shortRuns(ts)
	dated := math.Inf(1)
	for i := range ts {
		t := &ts[i]
		t.echo = titles[i]
		headed := 0.0
		for j := max(0, i-headLines); j < i; j++ {
			headed = max(headed, titles[j]*math.Exp(-float64(i-j)/20))
		}
		up, down, both := sharedWith(i, ts, own)
		s := stretches[i]
		vs[i] = append(vs[i], up, down, both, headed, math.Exp(-dated/6), math.Log1p(float64(before[i])), math.Log1p(float64(after[i])),
			s.share, s.best, s.place, s.left, sameShape(ts, i), voicesNear(ts, i), furnitureNear(ts, i),
			math.Log1p(float64(goodLines)), math.Log1p(float64(goodWords)), math.Log1p(float64(n)))
		dated++
		if t.is(kindMeta) && t.n <= 20 {
			dated = 0
		}
	}
}

// running reports whether a line reads like running text.
func (t *traits) running() bool { return t.good > .1 }

// sharedWith returns how many of line i's words stand in running text near
// above it, near below it, and on either side.
func sharedWith(i int, ts []traits, own []map[string]bool) (up, down, both float64) {
	if len(own[i]) == 0 {
		return 0, 0, 0
	}
	holds := func(w string, from, to int) bool {
		for j := max(0, from); j < min(len(ts), to); j++ {
			if ts[j].running() && own[j][w] {
				return true
			}
		}
		return false
	}
	for w := range own[i] {
		u, d := holds(w, i-nearLines, i), holds(w, i+1, i+nearLines+1)
		up, down, both = up+yes(u), down+yes(d), both+yes(u || d)
	}
	all := float64(len(own[i]))
	return up / all, down / all, both / all
}

// titleEchoes says of each line that could be a title how much of it the
// running text below takes up, from 0 to 1.
func titleEchoes(ts []traits, own []map[string]bool) []float64 {
	echo := make([]float64, len(ts))
	below := map[string]int{} // words of running text, by lines that hold them
	count := func(i, by int) {
		if i < len(ts) && ts[i].running() {
			for w := range own[i] {
				below[w] += by
			}
		}
	}
	for i := range min(len(ts), headLines+1) {
		count(i, 1)
	}
	for i := range ts {
		count(i, -1)
		if t := &ts[i]; t.n >= 3 && t.n <= 24 && t.end == 0 && len(own[i]) > 0 {
			k := 0
			for w := range own[i] {
				k += min(2, below[w])
			}
			echo[i] = float64(k) / 2 / float64(len(own[i])) * min(1, float64(len(own[i]))/4)
		}
		count(i+headLines+1, 1)
	}
	return echo
}

// A stretch is what a line knows of the run of running text it lies in.
type stretch struct {
	share float64 // of the page's running text
	best  float64 // 1: no other is longer
	place float64 // of the line in it, from 0 to 1
	left  float64 // log of the lines to its end
}

// stretchesOf finds the stretches of running text; lines outside have none.
func stretchesOf(ts []traits) []stretch {
	type run struct {
		from, to int
		good     float64
	}
	var runs []run
	total, most := 0.0, 0.0
	for i := range ts {
		if !ts[i].running() {
			continue
		}
		if k := len(runs) - 1; k < 0 || i-runs[k].to > stretchGap+1 {
			runs = append(runs, run{from: i})
		}
		k := len(runs) - 1
		runs[k].to = i
		runs[k].good += ts[i].good
		total, most = total+ts[i].good, max(most, runs[k].good)
	}
	out := make([]stretch, len(ts))
	for _, r := range runs {
		for i := r.from; i <= r.to; i++ {
			out[i] = stretch{r.good / total, yes(r.good == most), float64(i-r.from) / float64(max(1, r.to-r.from)), math.Log1p(float64(r.to - i))}
		}
	}
	return out
}

// shortRuns counts the lines of four words or less right before and behind each line.
func shortRuns(ts []traits) (before, after []int) {
	before, after = make([]int, len(ts)), make([]int, len(ts))
	for i := 1; i < len(ts); i++ {
		if ts[i-1].n <= 4 {
			before[i] = before[i-1] + 1
		}
	}
	for i := len(ts) - 2; i >= 0; i-- {
		if ts[i+1].n <= 4 {
			after[i] = after[i+1] + 1
		}
	}
	return before, after
}

// sameShape is the share of the lines near i that are as long, as capital and
// as much of a sentence as it is: lists have one shape.
func sameShape(ts []traits, i int) float64 {
	type shape struct {
		short, long, title bool
		end                float64
	}
	of := func(t *traits) shape { return shape{t.n <= 4, t.n >= 20, t.title > .6, t.end} }
	same := 0
	for j := max(0, i-shapeLines); j < min(len(ts), i+shapeLines+1); j++ {
		if j != i && of(&ts[j]) == of(&ts[i]) {
			same++
		}
	}
	return float64(same) / (2 * shapeLines)
}

// voicesNear says how much the lines at and near i speak for themselves, shout and ask.
func voicesNear(ts []traits, i int) float64 {
	sum, lines := 0.0, 0
	for j := max(0, i-voiceLines); j < min(len(ts), i+voiceLines+1); j++ {
		if t := &ts[j]; t.n >= 4 {
			sum += t.self + t.slang + (t.exclaims+t.asks)/2
			lines++
		}
	}
	return sum / float64(max(1, lines))
}

// furnitureNear is the share of the lines near i that have marks of furniture.
func furnitureNear(ts []traits, i int) float64 {
	k := 0
	for j := max(0, i-furnishLines); j < min(len(ts), i+furnishLines+1); j++ {
		if j != i && ts[j].kinds&^kindMeta != 0 {
			k++
		}
	}
	return float64(k) / (2 * furnishLines)
}
