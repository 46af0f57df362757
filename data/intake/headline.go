package intake

import (
	"math"
	"strings"
)

// How far before the first line of text a headline is looked for, and behind it.
const (
	headlineBefore = 60
	headlineAfter  = 4
)

// findHeadline returns the index of the line that reads most like the headline
// of the text that begins at line first, -1 when none does.
func (s *sorter) findHeadline(first int) int {
	best, most := -1, 0.0 // the score of there being none
	s.headlines(first, func(i int, v []float64) {
		if score := dot(headlineWeights, v, headlineBias); score > most {
			best, most = i, score
		}
	})
	return best
}

// headlines calls yield with the lines that could be the headline of the text
// that begins at line first, and the numbers headlineNames names of each.
func (s *sorter) headlines(first int, yield func(i int, v []float64)) {
	inText := map[string]int{}
	for _, i := range s.body {
		for _, w := range s.traits[i].content {
			inText[w]++
		}
	}
	for i := max(0, first-headlineBefore); i < min(len(s.ps), first+headlineAfter); i++ {
		if s.mayHead(i, first) {
			yield(i, s.headlineFeatures(i, first, inText))
		}
	}
}

// mayHead reports whether line i can be a headline at all.
func (s *sorter) mayHead(i, first int) bool {
	t, p := &s.traits[i], &s.ps[i]
	least := 3
	if isHanText(p.text) { // words are counted there as two letters each
		least = 2
	}
	if p.role != "" || t.n < least || t.n > 32 || reOnlyURL().MatchString(p.text) || t.n < 12 && (bylineName(p.text) != "" || agencyOf(p.text) != "") {
		return false
	}
	if (t.n < 8 || t.n < 20 && t.is(kindMeta)) && findDate(p.text).ok {
		return false
	}
	stops := t.end > 0 && !asks(p.text)
	// A text without furniture may have a title on top; a short paragraph is none.
	if s.clean && (i > 2 || stops) {
		return false
	}
	return !stops || t.n <= 16 && i < first && !(t.reports > 0 && p.score > .5)
}

// asks reports whether a line ends with a question mark of any script.
func asks(line string) bool {
	return strings.HasSuffix(line, "?") || strings.HasSuffix(line, "？") || strings.HasSuffix(line, "؟")
}

// headlineNames names the numbers of headlineFeatures, in order.
var headlineNames = []string{"words in text", "shared", "often in text", "length", "long", "short",
	"sentence", "title case", "capitals", "twice",
	"date or name", "furniture", "dated below", "picture beside", "longest", "before", "listed",
	"far", "in text", "right above", "from top", "digits", "bars",
	"colon or dash", "lower", "order", "score", "echo", "stop"}

// headlineFeatures makes the vector of line i.
func (s *sorter) headlineFeatures(i, first int, inText map[string]int) []float64 {
	t, p := &s.traits[i], &s.ps[i]
	shared, hot := 0, 0
	for _, w := range t.content {
		if inText[w] > 0 {
			shared++
		}
		if inText[w] > 2 {
			hot++
		}
	}
	ratio := float64(shared) / float64(max(1, len(t.content)))
	dated, pictured := false, false
	for j := i + 1; j < min(len(s.ps), i+6); j++ {
		dated = dated || s.traits[j].is(kindMeta) || s.traits[j].n < 14 && findDate(s.ps[j].text).ok
	}
	for j := max(0, i-1); j <= min(len(s.ps)-1, i+1); j++ {
		pictured = pictured || s.isCredit(j)
	}
	longest := true
	for j := max(0, i-8); j < min(len(s.ps), first, i+9); j++ {
		if o := &s.traits[j]; j != i && o.n > t.n && o.n <= 32 && o.end == 0 {
			longest = false
		}
	}
	before := 0.0
	if i > 0 {
		before = share(s.traits[i-1].n, 12)
	}
	listed := 0.0 // stands among lines of its own sort: a list of other headlines
	for _, j := range []int{i - 2, i - 1, i + 1, i + 2} {
		if j >= 0 && j < min(len(s.ps), first) && s.traits[j].n >= 5 && s.traits[j].n <= 22 && s.traits[j].end == 0 {
			listed += .25
		}
	}
	far := float64(first - i)
	return []float64{
		ratio, share(shared, 8), share(hot, 5), share(t.n, 12), yes(t.n > 18), yes(t.n <= 4),
		t.end * yes(!asks(p.text)), t.title, t.caps, yes(len(s.same[key(p.text)]) > 1),
		yes(t.is(kindMeta)), yes(t.kinds&^kindMeta != 0 && !t.is(kindMeta)), yes(dated), yes(pictured), yes(longest), before, listed,
		math.Log1p(math.Max(0, far)), yes(far <= 0), yes(far == 1), math.Log1p(float64(i)), t.digits, t.bars,
		yes(strings.ContainsAny(p.text, ":—")), t.lower, t.orders, p.score / 4, t.echo, t.stop,
	}
}
