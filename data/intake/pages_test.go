package intake

import (
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"parallax/data"
)

// The public pages the weights are fitted on and the scores are taken from.
// Neither is part of this repository; without them fit and scores are skipped.
const (
	// pagesEnv names a clone of github.com/scrapinghub/article-extraction-benchmark
	// (MIT): 181 pages whose text people marked. The weights were fitted on those
	// of commit 4a3bc979f76c of 2026.
	pagesEnv = "PARALLAX_PAGES"
	// moreEnv names a clone of github.com/adbar/trafilatura (Apache-2.0), whose
	// tests hold 990 pages, most in German, with some words that are and that are
	// not their text. The weights were fitted on those of commit e90b0ef51ab0 of 2026.
	moreEnv = "PARALLAX_MORE_PAGES"
)

// A labelled page of either set.
type labelled struct {
	id, address string
	html        []byte
	body        string // the report's text, a paragraph a line
	headline    string // as people marked it; "": unknown
	training    bool   // its site is in the half that weights are fitted on

	src    data.Source // the page read as a saved page
	thread []string    // what readers commented on it, as far as the page marks it
}

// trainingSite parts the sites of both sets in two halves by a hash of their names.
func trainingSite(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	h := fnv.New32a()
	io.WriteString(h, u.Hostname())
	return h.Sum32()%2 == 0
}

// labelledPages reads the benchmark's pages, sorted by id.
func labelledPages(t testing.TB) []*labelled {
	dir := os.Getenv(pagesEnv)
	if dir == "" {
		t.Skip(pagesEnv + " does not name the benchmark's clone")
	}
	var gold map[string]struct {
		Body string `json:"articleBody"`
		URL  string `json:"url"`
	}
	readJSON(t, filepath.Join(dir, "ground-truth.json"), &gold)
	var out []*labelled
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
		out = append(out, &labelled{id: id, address: g.URL, html: page, body: g.Body, training: trainingSite(g.URL)})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].id < out[j].id })
	readSaved(t, out)
	for _, p := range out {
		if h, ok := p.src.Fact(data.FieldHeadline); ok && strings.Contains(p.src.Text, h.Value) {
			p.headline = h.Value
		}
	}
	return out
}

// morePages reads the pages of the second set, sorted by address. What people
// marked there are some words only, so a page's text is what it is read as when
// it is saved; clean are the pages where that holds all words it must and none
// it must not.
func morePages(t testing.TB) (all, clean []*labelled) {
	dir := filepath.Join(os.Getenv(moreEnv), "tests")
	if dir == "tests" {
		t.Skip(moreEnv + " does not name the clone")
	}
	var said map[string]struct {
		File, Title   string
		With, Without []string
	}
	readJSON(t, filepath.Join(dir, "evaldata.json"), &said)
	for address, s := range said {
		page, err := os.ReadFile(filepath.Join(dir, "eval", s.File))
		if err != nil {
			if page, err = os.ReadFile(filepath.Join(dir, "cache", s.File)); err != nil {
				continue
			}
		}
		all = append(all, &labelled{id: s.File, address: address, html: page, headline: s.Title, training: trainingSite(address)})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].address < all[j].address })
	readSaved(t, all)
	for _, p := range all {
		p.body = keptText(&p.src)
		k := " " + key(p.body) + " "
		has := func(words string) bool { return strings.Contains(k, key(words)) }
		missing := slices.ContainsFunc(said[p.address].With, func(w string) bool { return !has(w) })
		if !missing && !slices.ContainsFunc(said[p.address].Without, has) && len(k) >= 500 {
			clean = append(clean, p)
		}
	}
	return all, clean
}

func readJSON(t testing.TB, path string, to any) {
	b, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(b, to)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// readSaved reads the pages as saved pages; one that cannot be read stays empty.
func readSaved(t testing.TB, pages []*labelled) {
	var all sync.WaitGroup
	slots := make(chan struct{}, 2)
	for _, p := range pages {
		all.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			p.src, _ = Read(t.Context(), Input{Name: p.id, Bytes: p.html})
			p.thread = threadOf(&p.src)
		})
	}
	all.Wait()
}

// halves parts pages in those of training sites and the others.
func halves(pages []*labelled) (training, unseen []*labelled) {
	for _, p := range pages {
		if p.training {
			training = append(training, p)
		} else {
			unseen = append(unseen, p)
		}
	}
	return training, unseen
}

// goldOf makes the wording of a marked text.
func goldOf(body string) wording {
	gold := wording{map[string]bool{}, map[string]bool{}}
	for line := range strings.Lines(body) {
		gold.lines[key(line)] = true
	}
	eachRun(key(body), func(run string) { gold.runs[run] = true })
	return gold
}

// commentForm are words of the forms and lists around comments.
var commentForm = wordSet(`kommentar kommentare kommentaren kommentieren kommentiert kommentierst abbrechen antworten antwort e-mail mail email wordpress netiquette website websites comment comments commenting moderated moderators browser cookie cookies disqus javascript captcha logout spam newsletter benachrichtige benachrichtigen registrieren angemeldet anmelden login veröffentlicht pflichtfelder formular icon konto account subscribe bei`)

// threadOf returns the lines a saved page marks as readers' comments, without
// names, times and forms; nil when most are no sentences.
func threadOf(src *data.Source) []string {
	var lines []string
	seen := map[string]bool{}
	full := 0
	for _, b := range src.Blocks {
		line := b.Of(src.Text)
		ts := tokens(line)
		form := slices.ContainsFunc(ts, func(w token) bool { return commentForm[w.low] }) && len(ts) < 40
		if b.Role != data.Comments || len(ts) < 4 || seen[key(line)] || form || findDate(line).ok ||
			furniture(line, ts)&(kindComments|kindAccount|kindLegal|kindMeta|kindPromo|kindShare|kindNav) != 0 {
			continue
		}
		seen[key(line)] = true
		if len(ts) >= 8 && endsSentence(line) {
			full++
		}
		lines = append(lines, line)
	}
	if len(lines) < 4 || full*2 < len(lines) {
		return nil
	}
	return lines
}

// A splice is a report with the comments of another page's readers behind it,
// and nothing to mark where they begin.
type splice struct {
	lines []string
	at    int // the first comment; -1: there are none
}

// splices makes of each page of three lines or more the report alone, and the
// report with threads in its language, chosen by seed: two parts of one, then
// many, and so on.
func splices(pages, threads []*labelled, each int, seed uint64) []splice {
	r := rand.New(rand.NewPCG(seed, 3))
	var out []splice
	for _, p := range pages {
		lines := linesOf(p.body)
		if len(lines) < 3 {
			continue
		}
		out = append(out, splice{lines, -1})
		var fitting [][]string
		for _, q := range threads {
			if q.address != p.address && q.thread != nil && languageOfLines(q.thread) == languageOfLines(lines) {
				fitting = append(fitting, q.thread)
			}
		}
		for k := range each {
			if len(fitting) == 0 {
				break
			}
			thread := fitting[r.IntN(len(fitting))]
			n := min(len(thread), 4+r.IntN(22))
			from := r.IntN(len(thread) - n + 1)
			thread = thread[from : from+n]
			if k%3 == 2 { // many comments
				for len(thread) < 60 && len(fitting) > 2 {
					thread = slices.Concat(thread, fitting[r.IntN(len(fitting))])
				}
			}
			out = append(out, splice{slices.Concat(lines, thread), len(lines)})
		}
	}
	return out
}

// linesOf returns the lines of a text that are not blank.
func linesOf(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func languageOfLines(lines []string) string {
	ts := make([][]token, len(lines))
	for i, l := range lines {
		ts[i] = tokens(l)
	}
	return languageOf(ts)
}
