package intake

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"parallax/data"
)

// A tally sums up scores as the benchmark's own evaluation does: the mean over
// pages of precision and recall on four words running, and their F1.
type tally struct {
	precision, recall       float64
	withText, withGold, n   int
	paragraphs, paragraphOK int
	poor                    int // pages under .5
	headline, headlineOK    int
	blocks                  float64 // sum of the pages' F1 on blocks
	lost                    int
}

func (y *tally) add(kept, gold string) float64 {
	want, got := fourGrams(gold), fourGrams(kept)
	both, nWant, nGot := 0, 0, 0
	for g, n := range want {
		both += min(n, got[g])
		nWant += n
	}
	for _, n := range got {
		nGot += n
	}
	y.n++
	p, r := 1.0, 1.0
	if nGot > 0 {
		p = float64(both) / float64(nGot)
		y.precision += p
		y.withText++
	}
	if nWant > 0 {
		r = 0
		if nGot > 0 {
			r = float64(both) / float64(nWant)
		}
		y.recall += r
		y.withGold++
	}
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	if f < .5 {
		y.poor++
	}
	lines := map[string]bool{}
	for _, l := range strings.Split(kept, "\n") {
		lines[key(l)] = true
	}
	for _, para := range strings.Split(gold, "\n\n") {
		if k := key(para); k != "" {
			y.paragraphs++
			if lines[k] {
				y.paragraphOK++
			}
		}
	}
	return f
}

func (y *tally) String() string {
	p, r := y.means()
	return fmt.Sprintf("pages %d  word P %.3f  R %.3f  F1 %.3f  paragraphs found %.3f  headline %d/%d  blocks F1 %.3f  under .5: %d  lines lost %d",
		y.n, p, r, 2*p*r/(p+r), float64(y.paragraphOK)/float64(max(1, y.paragraphs)), y.headlineOK, y.headline, y.blocks/float64(max(1, y.n)), y.poor, y.lost)
}

// means are the mean precision and recall.
func (y *tally) means() (p, r float64) {
	return y.precision / float64(max(1, y.withText)), y.recall / float64(max(1, y.withGold))
}

func (y *tally) f1() float64 {
	p, r := y.means()
	return 2 * p * r / max(1e-9, p+r)
}

func fourGrams(s string) map[string]int {
	m := map[string]int{}
	ws := wordsOf(s)
	for i := 0; i < max(1, len(ws)-3); i++ {
		if i < len(ws) {
			m[strings.Join(ws[i:min(len(ws), i+4)], " ")]++
		}
	}
	return m
}

// keptText is what the benchmark calls the body: the text without headline and standfirst.
func keptText(src *data.Source) string {
	only := *src
	only.Blocks = nil
	for _, b := range src.Blocks {
		if b.Role != data.Headline && b.Role != data.Standfirst {
			only.Blocks = append(only.Blocks, b)
		}
	}
	return Compose(&only).Text
}

// addBlocks adds the F1 of the blocks of src kept as text against those whose
// words were marked.
func (y *tally) addBlocks(src *data.Source, body string) {
	gold := goldOf(body)
	right, kept, want := 0, 0, 0
	for _, b := range src.Blocks {
		is := gold.holds(key(b.Of(src.Text)))
		in := b.Role.InText() && b.Role != data.Headline && b.Role != data.Standfirst
		if b.Role == data.Headline || b.Role == data.Standfirst {
			continue // the benchmark does not say of them
		}
		right, kept, want = right+int(yes(is && in)), kept+int(yes(in)), want+int(yes(is))
	}
	if kept+want == 0 {
		y.blocks++
	} else {
		y.blocks += 2 * float64(right) / float64(kept+want)
	}
}

// addPage adds one page read from src.
func (y *tally) addPage(src *data.Source, p *labelled) float64 {
	y.lost += len(uncovered(src))
	y.addBlocks(src, p.body)
	if h, _ := src.Fact(data.FieldHeadline); p.headline != "" {
		y.headline++
		y.headlineOK += int(yes(key(h.Value) == key(p.headline)))
	}
	return y.add(keptText(src), p.body)
}

var reSentences = regexp.MustCompile(`[.!?…]+[\s"”»]`)

// informal reports whether a text has short, lively sentences: under fifteen
// words each, and a fifth of its lines asks, shouts or says "I" or "you".
func informal(body string) bool {
	lines := linesOf(body)
	words, lively := 0, 0
	for _, l := range lines {
		ts := tokens(l)
		words += len(ts)
		v := voice(l, ts)
		lively += int(yes(v[0]+v[8]+v[9]+v[18] > 0))
	}
	sentences := len(lines) + len(reSentences.FindAllString(body, -1))
	return words < 15*sentences && lively*5 >= len(lines)
}

// TestScore reads the benchmark's pages as saved pages and as pastes of all
// their text, and logs the scores; "unseen" are those of the sites no weight was
// fitted on. They must not fall below what was reached.
func TestScore(t *testing.T) {
	var saved, pasted, unseen, lively tally
	for _, p := range labelledPages(t) {
		if p.src.Text == "" {
			t.Errorf("%s was not read", p.id)
			continue
		}
		fs := saved.addPage(&p.src, p)
		paste := mustRead(t, "pasted text", p.src.Text)
		fp := pasted.addPage(&paste, p)
		if !p.training {
			unseen.addPage(&paste, p)
			if informal(p.body) {
				lively.addPage(&paste, p)
			}
		}
		if testing.Verbose() {
			t.Logf("saved %.2f pasted %.2f %v %s %s", fs, fp, informal(p.body), p.id[:8], p.address)
		}
	}
	t.Logf("saved pages:       %s", &saved)
	t.Logf("pasted pages:      %s", &pasted)
	t.Logf("pasted, unseen:    %s", &unseen)
	t.Logf("  informal ones:   %s", &lively)
	if saved.f1() < .965 || saved.blocks/float64(saved.n) < .94 || unseen.f1() < .945 || unseen.lost+saved.lost > 0 || unseen.paragraphOK*100 < unseen.paragraphs*80 || unseen.headlineOK*100 < unseen.headline*85 {
		t.Error("under what was reached")
	}
}

// TestScoreComments splices readers' comments to reports of unseen sites and
// logs how often their beginning is found within a line, and how often a report
// without comments is cut.
func TestScoreComments(t *testing.T) {
	_, gold := halves(labelledPages(t))
	all, clean := morePages(t)
	_, all = halves(all)
	_, clean = halves(clean)
	threads := append(gold[:len(gold):len(gold)], all...)
	for _, set := range []struct {
		name    string
		pages   []*labelled
		measure bool
	}{{"benchmark", gold, true}, {"second set", clean, false}} {
		with, within, found, without, cut := 0, 0, 0, 0, 0
		for _, s := range splices(set.pages, threads, 5, 2) {
			k := commentStart(s.lines)
			if s.at < 0 {
				without++
				cut += int(yes(k >= 0))
				continue
			}
			with++
			found += int(yes(k >= 0))
			within += int(yes(k >= s.at-1 && k <= s.at+1 && k >= 0))
		}
		t.Logf("%s: %d of %d begin within a line (%.2f), %.2f found at all; cut without comments %d of %d (%.3f)",
			set.name, within, with, float64(within)/float64(max(1, with)), float64(found)/float64(max(1, with)), cut, without, float64(cut)/float64(max(1, without)))
		if set.measure && (within*100 < with*60 || cut*100 > without*3) {
			t.Error("under what is asked")
		}
	}
}
