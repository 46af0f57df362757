package intake

import (
	"hash/maphash"
	"math"
	"slices"
)

// Readers' comments often follow a report with no heading. They are found as a
// change of voice: from some line on, the lines speak to each other, shout,
// slip, agree and quote the report. Every line says how much it reads like a
// comment; every place where comments could begin is then judged by the lines
// before and behind it.

const (
	commentTail  = 3   // lines of comments at least
	commentClip  = 4.0 // log-odds that one line can give at most
	repeatWords  = 8   // running that were said before: a reader quotes the report
	repeatOdds   = 2.5 // what that adds
	leastVoice   = -.1 // of the comments on average, what they repeat left out
	leastSpeak   = 4   // one line of so many at least speaks as only a reader does
	breakReach   = 3   // lines right before and behind a place that count by themselves
	breakHorizon = 400 // lines at most in which a place is looked for
)

// A saying is what one line adds to the judgement where comments begin.
type saying struct {
	odds, voice, weight, opening, telling, quotes, self, names, length float64

	speaks bool // it has a mark of talk that a report's own lines have not
}

var shingleSeed = maphash.MakeSeed()

// sayings reads lines one by one.
func sayings(lines []string) []saying {
	out := make([]saying, len(lines))
	seen := map[uint64]bool{}
	for i, l := range lines {
		ts := tokens(l)
		v := voice(l, ts)
		s := &out[i]
		s.voice = max(-commentClip, min(commentClip, dot(commentWeights, v, commentBias)))
		s.odds = s.voice
		if repeats(ts, seen) {
			s.odds += repeatOdds
		}
		s.weight = math.Sqrt(float64(max(3, min(40, len(ts))))) / 4
		s.speaks = speaks(v)
		s.self, s.telling, s.opening, s.quotes, s.names, s.length = v[0]+v[18], v[2], v[5], v[20], v[21], v[22]
	}
	return out
}

// breakNames names the numbers of breaks, in order.
var breakNames = []string{"gain", "after", "before", "contrast", "sure contrast", "first", "last before", "second", "three after", "three before",
	"lines after", "lines before", "place", "opens", "share after", "share before", "telling", "quotes", "self", "names", "length", "steep"}

// breaks calls yield with every place k at which comments could begin and the
// numbers by which it is judged; the slice is used again.
func breaks(ss []saying, yield func(k int, v []float64)) {
	n := len(ss)
	type sum struct{ odds, weight, up, telling, quotes, self, names, length float64 }
	sums := make([]sum, n+1)
	for i, s := range ss {
		p := sums[i]
		sums[i+1] = sum{p.odds + s.odds*s.weight, p.weight + s.weight, p.up + yes(s.odds > 0), p.telling + s.telling, p.quotes + s.quotes, p.self + s.self, p.names + s.names, p.length + s.length}
	}
	all := sums[n]
	mean := func(a, b int) float64 {
		a, b = max(0, a), min(n, b)
		return (sums[b].odds - sums[a].odds) / max(.1, sums[b].weight-sums[a].weight)
	}
	v := make([]float64, len(breakNames))
	for k := 1; k <= n-commentTail && k < breakHorizon; k++ {
		head := sums[k]
		before, after := float64(k), float64(n-k)
		tailMean, headMean := mean(k, n), mean(0, k)
		contrast := tailMean - headMean
		diff := func(all, head float64) float64 { return (all-head)/after - head/before }
		v = append(v[:0], max(-3, min(3, (all.odds-head.odds)/10)), tailMean, headMean, contrast, contrast*math.Sqrt(min(before, after, 16))/4,
			ss[k].odds, ss[k-1].odds, ss[k+1].odds, mean(k, k+breakReach), mean(k-breakReach, k),
			math.Log(after), math.Log(before), before/float64(n), ss[k].opening, (all.up-head.up)/after, head.up/before,
			diff(all.telling, head.telling), diff(all.quotes, head.quotes), diff(all.self, head.self), diff(all.names, head.names), diff(all.length, head.length),
			mean(k, k+breakReach)-mean(k-breakReach, k))
		yield(k, v)
	}
}

// likeliestBreak returns the place within a line of which comments most likely
// begin, and the odds that they begin anywhere.
func likeliestBreak(ss []saying) (place int, odds float64) {
	each := make([]float64, len(ss)+2) // the odds of beginning at k, at k+1
	breaks(ss, func(k int, v []float64) {
		each[k+1] = math.Exp(min(dot(breakWeights, v, breakBias), 50))
		odds += each[k+1]
	})
	most := 0.0
	for k := 1; k < len(ss); k++ {
		if near := each[k] + each[k+1] + each[k+2]; near > most {
			place, most = k, near
		}
	}
	return place, odds
}

// commentStart returns the index of the first of the readers' comments in
// lines, -1 when there are none.
func commentStart(lines []string) int {
	ss := sayings(lines)
	place, odds := likeliestBreak(ss)
	if odds == 0 || odds < breakSure {
		return -1
	}
	voice, weight, speaking := 0.0, 0.0, 0
	for _, s := range ss[place:] {
		voice, weight = voice+s.voice*s.weight, weight+s.weight
		speaking += int(yes(s.speaks))
	}
	if voice < leastVoice*weight || speaking*leastSpeak < len(lines)-place {
		return -1
	}
	return place
}

// talk are the numbers of voice that are marks of talk. Short plain lines that
// are much alike have none of them, and are no comments however little they
// read like a report.
var talk = func() (at []int) {
	for i, name := range voiceNames {
		switch name {
		case "self", "slang", "contracted", "opening", "slips", "shouting", "!", "?", "you", "emoji", "dots":
			at = append(at, i)
		}
	}
	return at
}()

// speaks reports whether a line with this voice has a mark of talk.
func speaks(voice []float64) bool {
	return slices.ContainsFunc(talk, func(i int) bool { return voice[i] > 0 })
}

// repeats reports whether a line has repeatWords words running in common with
// those seen before, and adds its own to them.
func repeats(ts []token, seen map[uint64]bool) bool {
	found := false
	var own []uint64
	for j := 0; j+repeatWords <= len(ts); j++ {
		var h maphash.Hash
		h.SetSeed(shingleSeed)
		for _, t := range ts[j : j+repeatWords] {
			h.WriteString(t.low)
			h.WriteByte(' ')
		}
		own = append(own, h.Sum64())
		found = found || seen[own[len(own)-1]]
	}
	for _, h := range own {
		seen[h] = true
	}
	return found
}
