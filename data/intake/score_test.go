package intake

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"parallax/data"
)

// pagesEnv names a clone of github.com/scrapinghub/article-extraction-benchmark
// (MIT; never part of this repository). Without it the scores are skipped:
//
//	PARALLAX_PAGES=path/to/clone go test -run TestScore -v ./data/intake
const pagesEnv = "PARALLAX_PAGES"

// A labelled page of the benchmark.
type labelled struct {
	id, address string
	html        []byte
	body        string // the report's text as people marked it
	training    bool   // its site is in the half that weights are fitted on
}

// labelledPages reads the benchmark, sorted by id.
func labelledPages(t testing.TB) []labelled {
	dir := os.Getenv(pagesEnv)
	if dir == "" {
		t.Skip(pagesEnv + " does not name the benchmark's clone")
	}
	b, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold map[string]struct {
		Body string `json:"articleBody"`
		URL  string `json:"url"`
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for id, g := range gold {
		f, err := os.Open(filepath.Join(dir, "html", id+".html.gz"))
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		u, _ := url.Parse(g.URL)
		h := fnv.New32a()
		io.WriteString(h, u.Hostname())
		out = append(out, labelled{id, g.URL, page, g.Body, h.Sum32()%2 == 0})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].id < out[j].id })
	return out
}

// A tally sums up scores as the benchmark's own evaluation does: the mean over
// pages of precision and recall on four words running, and their F1.
type tally struct {
	precision, recall       float64
	withText, withGold, n   int
	paragraphs, paragraphOK int
	poor                    int // pages under .5
	headline, headlineOK    int
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
	p, r := y.precision/float64(max(1, y.withText)), y.recall/float64(max(1, y.withGold))
	return fmt.Sprintf("pages %d  word P %.3f  R %.3f  F1 %.3f  paragraphs found %.3f  headline %d/%d  pages under .5: %d  lines lost %d",
		y.n, p, r, 2*p*r/(p+r), float64(y.paragraphOK)/float64(max(1, y.paragraphs)), y.headlineOK, y.headline, y.poor, y.lost)
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

// TestScore reads the benchmark's pages as saved pages and as pastes of all
// their text, and logs the scores.
func TestScore(t *testing.T) {
	var saved, pasted, unseen tally
	for _, p := range labelledPages(t) {
		src, err := Read(t.Context(), Input{Name: p.id, Bytes: p.html})
		if err != nil {
			t.Errorf("%s: %v", p.id, err)
			continue
		}
		saved.lost += len(uncovered(&src))
		fs := saved.add(keptText(&src), p.body)
		paste, err := Read(t.Context(), Input{Name: "pasted text", Bytes: []byte(src.Text)})
		if err != nil {
			t.Errorf("%s as paste: %v", p.id, err)
			continue
		}
		pasted.lost += len(uncovered(&paste))
		fp := pasted.add(keptText(&paste), p.body)
		h1, ok := src.Fact(data.FieldHeadline)
		h2, _ := paste.Fact(data.FieldHeadline)
		if ok && strings.Contains(src.Text, h1.Value) {
			pasted.headline++
			if key(h1.Value) == key(h2.Value) {
				pasted.headlineOK++
			}
		}
		if !p.training {
			unseen.add(keptText(&paste), p.body)
		}
		if testing.Verbose() {
			t.Logf("saved %.2f pasted %.2f %s %s", fs, fp, p.id[:8], p.address)
		}
	}
	t.Logf("saved pages:  %s", &saved)
	t.Logf("pasted pages: %s", &pasted)
	t.Logf("pasted pages of unseen sites: %s", &unseen)
}
