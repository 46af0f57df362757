package intake

import (
	"context"
	"net/url"
	"strings"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// How well a block's words must stand in what the voter kept.
const (
	voteWords  = 4  // words running that count as one
	voteShare  = 75 // percent of them
	voteLong   = 8  // words of a line that speaks for the short ones near it
	voteWithin = 3  // lines
)

// vote asks go-trafilatura which words of the page are the report's and marks
// the blocks that hold them. What it leaves out keeps its place among the
// blocks, so nothing is lost by its verdict. A verdict that takes longer than
// the reader waits is abandoned with ctx.
func (p *page) vote(ctx context.Context, root *html.Node, ps []piece) error {
	address, _ := url.Parse(p.address)
	verdict := make(chan *trafilatura.ExtractResult, 1)
	go func() {
		defer func() {
			if recover() != nil { // a page the voter cannot take is read without it
				verdict <- nil
			}
		}()
		r, err := trafilatura.ExtractDocument(root, trafilatura.Options{
			OriginalURL: address, HtmlDateMode: trafilatura.Disabled,
		})
		if err != nil {
			r = nil
		}
		verdict <- r
	}()
	var r *trafilatura.ExtractResult
	select {
	case <-ctx.Done():
		return ctx.Err()
	case r = <-verdict:
	}
	if r == nil {
		return nil
	}
	p.title = firstOf(p.title, r.Metadata.Title)
	p.author = firstOf(p.author, authorName(r.Metadata.Author))
	kept, remarks := wordingOf(r.ContentNode), wordingOf(r.CommentsNode)
	for i := range ps {
		k := key(ps[i].text)
		if ps[i].page.body = kept.holds(k); ps[i].page.body {
			p.voted = true
		} else {
			ps[i].page.remark = remarks.holds(k)
		}
	}
	dropStrays(ps)
	return nil
}

// dropStrays takes back the vote for short lines far from any long one that was
// kept: the same few words stood elsewhere in the report.
func dropStrays(ps []piece) {
	near := make([]bool, len(ps))
	long := func(i int) bool { return ps[i].page.body && len(strings.Fields(ps[i].text)) >= voteLong }
	for i, last := 0, -1-voteWithin; i < len(ps); i++ {
		if long(i) {
			last = i
		}
		near[i] = i-last <= voteWithin
	}
	for i, next := len(ps)-1, len(ps)+voteWithin; i >= 0; i-- {
		if long(i) {
			next = i
		}
		if !near[i] && next-i > voteWithin {
			ps[i].page.body = false
		}
	}
}

// A wording holds the words of a text four running, and its lines.
type wording struct{ runs, lines map[string]bool }

// wordingOf reads the words under n.
func wordingOf(n *html.Node) wording {
	w := wording{map[string]bool{}, map[string]bool{}}
	if n == nil {
		return w
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		block := n.Type == html.ElementNode && blockTags[n.DataAtom]
		if block {
			b.WriteByte('\n')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			b.WriteByte('\n')
		}
	}
	walk(n)
	for line := range strings.Lines(b.String()) {
		w.lines[key(line)] = true
	}
	eachRun(key(b.String()), func(run string) { w.runs[run] = true })
	return w
}

// eachRun calls yield with every voteWords words running of a key.
func eachRun(k string, yield func(string)) {
	starts := []int{0}
	for i := 0; i < len(k); i++ {
		if k[i] == ' ' {
			starts = append(starts, i+1)
		}
	}
	for i := 0; i+voteWords <= len(starts); i++ {
		end := len(k)
		if i+voteWords < len(starts) {
			end = starts[i+voteWords] - 1
		}
		yield(k[starts[i]:end])
	}
}

// holds reports whether nearly all words of a block with key k stand in w.
func (w wording) holds(k string) bool {
	if k == "" {
		return false
	}
	all, in := 0, 0
	eachRun(k, func(run string) {
		all++
		if w.runs[run] {
			in++
		}
	})
	if all == 0 {
		return w.lines[k]
	}
	return in*100 >= all*voteShare
}
