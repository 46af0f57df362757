package intake

import (
	"bytes"
	"fmt"
	"go/format"
	"math"
	"os"
	"slices"
	"sort"
	"testing"
)

// fitEnv, set to anything, has TestFit write weights.go anew from the two
// public sets of pages, in about a minute:
//
//	PARALLAX_FIT=1 PARALLAX_PAGES=… PARALLAX_MORE_PAGES=… go test -run TestFit -v ./data/intake
//
// One run makes all weights from nothing, and makes the same of the same pages
// each time: from the commits that pages_test.go names, byte for byte those here.
const fitEnv = "PARALLAX_FIT"

// How much a page people marked whole weighs against one they marked in part,
// the size of the nets and how they are fitted. Found on the training half.
const (
	goldWeight   = 4
	netUnits     = 12
	netRounds    = 10
	netDecay     = .15
	netCount     = 2
	splicesEach  = 3
	leastThreads = 3 // in a language, to learn its readers' voice from
	cutPercent   = 2 // of the training half's reports that may be cut though nobody commented
)

// TestFit fits all weights on the sites of the training half, from nothing.
func TestFit(t *testing.T) {
	if os.Getenv(fitEnv) == "" {
		t.Skip(fitEnv + " is not set")
	}
	lineNet = net{}
	commentWeights, commentBias = make([]float64, len(voiceNames)), 0
	breakWeights, breakBias, breakSure = make([]float64, len(breakNames)), -99, 1
	headlineWeights, headlineBias = make([]float64, len(headlineNames)), 0
	gold, _ := halves(labelledPages(t))
	all, clean := morePages(t)
	all, _ = halves(all)
	clean, _ = halves(clean)
	t.Logf("%d pages marked whole, %d of %d marked in part", len(gold), len(clean), len(all))

	pages := append(gold[:len(gold):len(gold)], clean...)
	threads := append(gold[:len(gold):len(gold)], all...)
	fitVoice(pages, threads)
	fitBreaks(splices(pages, threads, splicesEach, 1))
	fitLines(gold, clean)
	fitHeadlines(t, gold, pages)
	writeWeights(t)
}

// fitVoice fits commentWeights on readers' comments against the lines of
// reports. Each page and each thread of ten lines or more weighs the same within
// its language; comments weigh as much as reports in each, and all languages
// that have comments the same.
func fitVoice(pages, threads []*labelled) {
	reports, comments := map[string]*weighed{}, map[string]*weighed{}
	in := func(m map[string]*weighed, lines []string) *weighed {
		l := languageOfLines(lines)
		if m[l] == nil {
			m[l] = &weighed{}
		}
		return m[l]
	}
	for _, p := range pages {
		lines := linesOf(p.body)
		for _, l := range lines {
			if ts := tokens(l); len(ts) >= 3 {
				in(reports, lines).add(voice(l, ts), 0, 1/float64(len(lines)))
			}
		}
	}
	for _, p := range threads {
		for _, l := range p.thread {
			in(comments, p.thread).add(voice(l, tokens(l)), 1, 1/max(10, float64(len(p.thread))))
		}
	}
	var s weighed
	for _, language := range stopLanguages {
		r, c := reports[language], comments[language]
		if r == nil || c == nil || c.weight(0) < leastThreads {
			continue
		}
		r.scale(0, 1/r.weight(0))
		c.scale(0, 1/c.weight(0))
		for _, some := range []*weighed{r, c} {
			s.xs, s.ys, s.ws = append(s.xs, some.xs...), append(s.ys, some.ys...), append(s.ws, some.ws...)
		}
	}
	commentWeights, commentBias = fitLogistic(&s, .01)
}

// fitBreaks fits where comments begin, one line to either side allowed, and how
// sure that must be.
func fitBreaks(all []splice) {
	var choices []choice
	for _, s := range all {
		c := choice{weight: 1}
		if s.at < 0 {
			c.weight = 2
		}
		breaks(sayings(s.lines), func(k int, v []float64) {
			c.xs = append(c.xs, append([]float64(nil), v...))
			c.right = append(c.right, s.at >= 0 && k >= s.at-1 && k <= s.at+1)
		})
		if len(c.xs) > 0 {
			choices = append(choices, c)
		}
	}
	breakWeights, breakBias = fitChoices(choices, .002, 400)
	var odds []float64 // of there being comments where there are none
	for _, s := range all {
		if s.at < 0 {
			_, total := likeliestBreak(sayings(s.lines))
			odds = append(odds, total)
		}
	}
	sort.Float64s(odds)
	breakSure = max(1, odds[len(odds)*(100-cutPercent)/100])
}

// fitLines fits lineNet, each page weighing the same but for goldWeight, each
// line by the root of its words.
func fitLines(gold, silver []*labelled) {
	var s weighed
	add := func(pages []*labelled, weight float64) {
		for _, p := range pages {
			ps := pieces(p.src.Text)
			ts, language := readTraits(ps)
			body := goldOf(p.body)
			from := len(s.ws)
			for i, v := range features(ts, language) {
				s.add(v, yes(body.holds(key(ps[i].text))), math.Sqrt(float64(max(2, min(ts[i].n, 60)))))
			}
			if from < len(s.ws) {
				s.scale(from, weight/s.weight(from))
			}
		}
	}
	add(gold, goldWeight)
	add(silver, 1)
	var nets []net
	for seed := range uint64(netCount) {
		nets = append(nets, fitNet(&s, netUnits, netRounds, netDecay, seed+1))
	}
	lineNet = mean(nets)
}

// fitHeadlines fits headlineWeights on the lines near the text that could be
// the headline.
func fitHeadlines(t *testing.T, gold, pages []*labelled) {
	var choices []choice
	for _, p := range pages {
		ps := pieces(p.src.Text)
		if len(ps) == 0 || p.headline == "" {
			continue
		}
		s, err := takeText(t.Context(), ps, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.body) == 0 {
			continue
		}
		c := choice{weight: 1}
		s.headlines(s.body[0], func(i int, v []float64) {
			c.xs, c.right = append(c.xs, v), append(c.right, key(ps[i].text) == key(p.headline))
		})
		// A title of a page marked in part may be one that no line is.
		if slices.Contains(c.right, true) || len(c.xs) > 0 && slices.Contains(gold, p) {
			choices = append(choices, c)
		}
	}
	headlineWeights, headlineBias = fitChoices(choices, .005, 500)
}

// writeWeights writes weights.go.
func writeWeights(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("package intake\n\n// Made by TestFit from public pages (see pages_test.go); not to be edited.\n\n")
	list := func(w []float64) string {
		var s bytes.Buffer
		for _, v := range w {
			fmt.Fprintf(&s, "%.4g, ", v)
		}
		return s.String()
	}
	rows := ""
	for _, row := range lineNet.in {
		rows += "{" + list(row) + "},\n"
	}
	fmt.Fprintf(&b, `// lineNet scores a line's features: above 0 it is taken for text of the report.
var lineNet = net{
in: [][]float64{
%s},
inBias: []float64{%s},
out: []float64{%s},
outBias: %.4g,
}

`, rows, list(lineNet.inBias), list(lineNet.out), lineNet.outBias)
	fmt.Fprintf(&b, `// The weights of voice: above 0 a line reads more like a reader's comment than a report.
var commentWeights, commentBias = []float64{%s}, %.4g

`, list(commentWeights), commentBias)
	fmt.Fprintf(&b, `// The weights of breaks, and the odds from which on there are comments.
var breakWeights, breakBias, breakSure = []float64{%s}, %.4g, %.4g

`, list(breakWeights), breakBias, breakSure)
	fmt.Fprintf(&b, `// The weights of headlines: the highest sum above 0 is the headline.
var headlineWeights, headlineBias = []float64{%s}, %.4g
`, list(headlineWeights), headlineBias)
	out, err := format.Source(b.Bytes())
	if err == nil {
		err = os.WriteFile("weights.go", out, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
