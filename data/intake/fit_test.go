package intake

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"parallax/data"
)

// fitEnv, set to anything beside pagesEnv, prints weights fitted anew:
//
//	PARALLAX_FIT=1 PARALLAX_PAGES=path/to/clone go test -run TestFit -v ./data/intake
const fitEnv = "PARALLAX_FIT"

// TestFit fits lineWeights by logistic regression on the training half of the
// benchmark's sites, each page weighing the same and each line by the root of
// its words, and logs them for weights.go.
func TestFit(t *testing.T) {
	if os.Getenv(fitEnv) == "" {
		t.Skip(fitEnv + " is not set")
	}
	var xs [][]float64
	var ys, ws []float64
	for _, p := range labelledPages(t) {
		if !p.training {
			continue
		}
		src := mustRead(t, p.id, string(p.html))
		ps := pieces(src.Text)
		ts, language := readTraits(ps)
		gold := wording{map[string]bool{}, map[string]bool{}}
		for line := range strings.Lines(p.body) {
			gold.lines[key(line)] = true
		}
		eachRun(key(p.body), func(run string) { gold.runs[run] = true })
		total, from := 0.0, len(ws)
		for i, v := range features(ts, language) {
			y := 0.0
			if gold.holds(key(ps[i].text)) {
				y = 1
			}
			w := math.Sqrt(float64(max(2, min(ts[i].n, 60))))
			total += w
			xs, ys, ws = append(xs, v), append(ys, y), append(ws, w)
		}
		for i := from; i < len(ws); i++ {
			ws[i] /= total
		}
	}
	w, b := fitLogistic(xs, ys, ws, .0005)
	t.Logf("%d lines\nvar lineWeights = []float64{%s}\n\nconst lineBias = %.5g", len(xs), listed(w), b)
	for i, n := range featureNames {
		t.Logf("%-20s %8.3f", n, w[i])
	}
	fitVoice(t)
}

func listed(w []float64) string {
	var out []string
	for _, v := range w {
		out = append(out, fmt.Sprintf("%.4g", v))
	}
	return strings.Join(out, ", ")
}

// fitVoice fits commentWeights on what the pages mark as readers' comments, each
// page with eight or more weighing the same, against the paragraphs of reports.
func fitVoice(t *testing.T) {
	var xs [][]float64
	var ys, ws []float64
	add := func(lines []string, y, weight float64) {
		for _, l := range lines {
			xs, ys, ws = append(xs, voice(l, tokens(l))), append(ys, y), append(ws, weight/float64(len(lines)))
		}
	}
	english := func(ts []token) bool { return languageOf([][]token{ts}) == "en" }
	pages, commented := 0, 0
	for _, p := range labelledPages(t) {
		src := mustRead(t, p.id, string(p.html))
		var comments, report []string
		for _, b := range src.Blocks {
			s := b.Of(src.Text)
			ts := tokens(s)
			if b.Role == data.Comments && len(ts) >= 5 && english(ts) && furniture(s, ts)&(kindComments|kindAccount|kindLegal|kindMeta) == 0 {
				comments = append(comments, s)
			}
		}
		for l := range strings.Lines(p.body) {
			if ts := tokens(strings.TrimSpace(l)); len(ts) >= 3 && english(ts) {
				report = append(report, strings.TrimSpace(l))
			}
		}
		if len(comments) >= 8 {
			commented++
			add(comments, 1, 10)
		}
		if len(report) > 0 {
			pages++
			add(report, 0, .27)
		}
	}
	w, b := fitLogistic(xs, ys, ws, .05)
	t.Logf("comments of %d pages, reports of %d\nvar commentWeights = []float64{%s}\n\nconst commentBias = %.4g", commented, pages, listed(w), b)
}

// fitLogistic returns the weights and the bias that make the weighted samples
// likeliest, with a Gaussian prior of the given strength on the weights, by
// Newton's method.
func fitLogistic(xs [][]float64, ys, ws []float64, prior float64) ([]float64, float64) {
	n := len(xs[0]) + 1
	sum := 0.0
	for _, w := range ws {
		sum += w
	}
	theta := make([]float64, n)
	for range 25 {
		grad, hess := make([]float64, n), make([][]float64, n)
		for i := range hess {
			hess[i] = make([]float64, n)
			if i < n-1 {
				grad[i] = -prior * sum / 10 * theta[i]
				hess[i][i] = prior * sum / 10
			} else {
				hess[i][i] = 1e-9
			}
		}
		for s, x := range xs {
			p := 1 / (1 + math.Exp(-dot(theta[:n-1], x, theta[n-1])))
			e, h := ws[s]*(ys[s]-p), ws[s]*p*(1-p)
			at := func(i int) float64 {
				if i == n-1 {
					return 1
				}
				return x[i]
			}
			for i := range n {
				if at(i) == 0 {
					continue
				}
				grad[i] += e * at(i)
				for j := range n {
					hess[i][j] += h * at(i) * at(j)
				}
			}
		}
		step := solve(hess, grad)
		far := 0.0
		for i := range theta {
			theta[i] += step[i]
			far = max(far, math.Abs(step[i]))
		}
		if far < 1e-6 {
			break
		}
	}
	return theta[:n-1], theta[n-1]
}

// solve returns x with a·x = b, by Gaussian elimination with pivots; a and b are spent.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for c := range n {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[p][c]) {
				p = r
			}
		}
		a[c], a[p], b[c], b[p] = a[p], a[c], b[p], b[c]
		if a[c][c] == 0 {
			continue
		}
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
			b[r] -= f * b[c]
		}
	}
	x := make([]float64, n)
	for c := n - 1; c >= 0; c-- {
		v := b[c]
		for k := c + 1; k < n; k++ {
			v -= a[c][k] * x[k]
		}
		if a[c][c] != 0 {
			x[c] = v / a[c][c]
		}
	}
	return x
}
