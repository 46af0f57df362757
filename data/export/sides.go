package export

import (
	"cmp"
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/text"
)

// A sentence is one sentence of a report and all there is to tell of it.
type sentence struct {
	data.Span
	Number int  // counts from 1 down the report
	Opens  bool // it is the first of its paragraph
	Style  style
	Ties   []int // the pairs it stands in, by their numbers
	Maybe  []int // the possible pairs
	Only   bool  // it is told in this report alone
	Freely bool  // a pair of it is told in quite other words
	Pieces []piece
	Notes  []int // indexes of the notes whose first words in this report end in it
}

// A style is what a paragraph is in its report.
type style int

const (
	plainStyle style = iota
	headlineStyle
	standfirstStyle
)

// A piece is a stretch of a sentence that is marked alike throughout. The
// pieces of a sentence hold all of it.
type piece struct {
	data.Span
	Differs bool  // words the other report has not
	Quoted  bool  // part of a quotation both give, in two wordings
	Ends    []int // numbers of the notes whose words end with this piece
}

// A telling is one report, read into sentences.
type telling struct {
	Report    *data.Report
	Letter    string
	Sentences []sentence
}

// A row is sentences of the two reports that stand side by side; half-open
// indexes into each telling's Sentences. Those of a level row tell the same.
type row struct {
	First, Last [2]int
}

// numberPairs gives the sure pairs, and behind them the possible ones, their
// numbers: 1 and on, in the order of the left report.
func numberPairs(c *data.Comparison) (sure, possible []int) {
	sure, possible = make([]int, len(c.Pairs)), make([]int, len(c.Possible))
	for i := range sure {
		sure[i] = i + 1
	}
	for i := range possible {
		possible[i] = len(sure) + i + 1
	}
	return sure, possible
}

// A difference is one of a comparison: its pair, and its place in the pair.
type difference struct{ pair, difference int }

// marked returns the differences that are marked on a side at least: of words
// that another pair of the same sentence finds across, nothing is told.
func marked(c *data.Comparison) map[difference]bool {
	told := map[difference]bool{}
	for _, side := range []data.Side{data.Left, data.Right} {
		for _, m := range c.Marks(side) {
			told[difference{m.Pair, m.Difference}] = true
		}
	}
	return told
}

// tellings reads the two reports of a comparison with its marks; notes are
// those of the chapter, numbered from 1 in their order.
func tellings(c *Chapter, o *Options) (t [2]telling) {
	left, right := c.pair()
	for side, r := range []*data.Report{left, right} {
		s := data.Side(side)
		t[side] = tell(c, r, o)
		sentences := t[side].Sentences
		at := map[data.Span]int{}
		for i := range sentences {
			at[sentences[i].Span] = i
		}
		sure, possible := numberPairs(c.Comparison)
		for i := range c.Comparison.Pairs {
			p := &c.Comparison.Pairs[i]
			for _, span := range p.Spans(s) {
				if k, ok := at[span]; ok {
					sentences[k].Freely = p.ToldDifferently && (sentences[k].Freely || len(sentences[k].Ties) == 0)
					sentences[k].Ties = append(sentences[k].Ties, sure[i])
				}
			}
		}
		for i := range c.Comparison.Possible {
			for _, span := range c.Comparison.Possible[i].Spans(s) {
				if k, ok := at[span]; ok {
					sentences[k].Maybe = append(sentences[k].Maybe, possible[i])
				}
			}
		}
		for _, span := range c.Comparison.Only(s) {
			if k, ok := at[span]; ok {
				sentences[k].Only = true
			}
		}
	}
	return t
}

// tell reads one report; the marks of the comparison are on it where it has
// part in one.
func tell(c *Chapter, r *data.Report, o *Options) telling {
	t := telling{Report: r, Letter: c.letter(r.ID)}
	var cuts []int
	var differs, quoted []data.Span
	if left, right := c.pair(); left != nil && !o.NoMarks && (r.ID == left.ID || r.ID == right.ID) {
		side := data.Left
		if r.ID == right.ID {
			side = data.Right
		}
		for _, m := range c.Comparison.Marks(side) {
			differs = append(differs, m.Span)
		}
		for _, q := range c.Comparison.Quotes {
			if q.Likeness < 1 {
				quoted = append(quoted, q.At(side))
			}
		}
	}
	for _, list := range [][]data.Span{differs, quoted} {
		for _, s := range list {
			cuts = append(cuts, s.Start, s.End)
		}
	}
	type tied struct {
		data.Span
		note int
	}
	var notes []tied
	if !o.NoNotes {
		for i := range c.Notes {
			for _, a := range c.Notes[i].Anchors {
				if a.ReportID == r.ID && !a.Loose && !a.WholeReport() && a.End <= len(r.Text) {
					notes = append(notes, tied{a.Span, i})
					cuts = append(cuts, a.End)
				}
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortStableFunc(notes, func(x, y tied) int { return cmp.Or(cmp.Compare(x.End, y.End), cmp.Compare(x.note, y.note)) })

	read := text.Read(r.Text)
	covers := func(list []data.Span, s data.Span) bool {
		return slices.ContainsFunc(list, func(m data.Span) bool { return m.Overlap(s) > 0 })
	}
	told := map[int]bool{}
	cut, note := 0, 0
	for i, p := range read.Paragraphs {
		st := styleOf(r, i, p.Of(r.Text))
		for k := p.First; k < p.Last; k++ {
			s := sentence{Span: read.Sentences[k].Span, Number: k + 1, Opens: k == p.First, Style: st}
			near := overlapping(differs, s.Span)
			nearQuoted := overlapping(quoted, s.Span)
			from := s.Start
			for from < s.End {
				for cut < len(cuts) && cuts[cut] <= from {
					cut++
				}
				to := s.End
				if cut < len(cuts) {
					to = min(to, cuts[cut])
				}
				span := data.Span{Start: from, End: to}
				one := piece{Span: span, Differs: covers(near, span), Quoted: covers(nearQuoted, span)}
				// Of an anchor that ends between two sentences, the number stands behind the first.
				for note < len(notes) && (notes[note].End <= to || k+1 == len(read.Sentences) && to == s.End || to == s.End && notes[note].End <= read.Sentences[k+1].Start) {
					n := notes[note].note
					if len(one.Ends) == 0 || one.Ends[len(one.Ends)-1] != n+1 {
						one.Ends = append(one.Ends, n+1)
					}
					if !told[n] {
						told[n] = true
						s.Notes = append(s.Notes, n)
					}
					note++
				}
				s.Pieces = append(s.Pieces, one)
				from = to
			}
			t.Sentences = append(t.Sentences, s)
		}
	}
	return t
}

// overlapping returns those of a list of spans that share something with s.
func overlapping(list []data.Span, s data.Span) []data.Span {
	var near []data.Span
	for _, m := range list {
		if m.Overlap(s) > 0 {
			near = append(near, m)
		}
	}
	return near
}

// styleOf says what the paragraph at index is: headline and standfirst stand
// at the top or nowhere.
func styleOf(r *data.Report, index int, words string) style {
	switch words = strings.TrimSpace(words); {
	case index >= 4 || words == "":
	case words == strings.TrimSpace(r.Headline):
		return headlineStyle
	case words == strings.TrimSpace(r.Standfirst):
		return standfirstStyle
	}
	return plainStyle
}

// level lays two tellings side by side: the longest run of pairs that stand in
// the same order in both reports begins a row each, and what stands between
// them goes beside each other. Every sentence stands in exactly one row, in
// its report's own order.
func level(c *data.Comparison, t *[2]telling) []row {
	index := [2]map[int]int{{}, {}} // a sentence's start to its index
	for side := range t {
		for i := range t[side].Sentences {
			index[side][t[side].Sentences[i].Start] = i
		}
	}
	type place struct{ first, last [2]int }
	var all []place
	for i := range c.Pairs {
		p := &c.Pairs[i]
		var at place
		ok := true
		for side := range t {
			spans := p.Spans(data.Side(side))
			if len(spans) == 0 {
				ok = false
				continue
			}
			first, known := index[side][spans[0].Start]
			last, knownLast := index[side][spans[len(spans)-1].Start]
			ok = ok && known && knownLast && first <= last
			at.first[side], at.last[side] = first, last+1
		}
		if ok {
			all = append(all, at)
		}
	}
	// The longest chain in which each pair begins behind the end of the one
	// before on both sides; of equally long ones, the one that comes first.
	best, before := make([]int, len(all)), make([]int, len(all))
	end := -1
	for i := range all {
		best[i], before[i] = 1, -1
		for k := range i {
			if all[k].last[0] <= all[i].first[0] && all[k].last[1] <= all[i].first[1] && best[k]+1 > best[i] {
				best[i], before[i] = best[k]+1, k
			}
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	var chain []place
	for i := end; i >= 0; i = before[i] {
		chain = append(chain, all[i])
	}
	slices.Reverse(chain)

	var rows []row
	var done [2]int
	add := func(to [2]int) {
		if to != done {
			rows = append(rows, row{done, to})
			done = to
		}
	}
	for _, p := range chain {
		add(p.first)
		add(p.last)
	}
	add([2]int{len(t[0].Sentences), len(t[1].Sentences)})
	return rows
}

// inOrder returns a chapter whose notes are those of c in reading order, the
// order they are numbered in on the screen: by their place in the left report;
// those on the right one alone where their words stand against the left; then
// those on further reports, and those without a place.
func inOrder(c Chapter) Chapter {
	if left, right := c.pair(); left != nil { // these two first
		rest := slices.DeleteFunc(slices.Clone(c.Reports), func(r data.Report) bool { return r.ID == left.ID || r.ID == right.ID })
		c.Reports = append([]data.Report{*left, *right}, rest...)
	}
	type key struct{ report, at, within int }
	nowhere := key{report: len(c.Reports)}
	place := func(n *data.Note) key {
		first := nowhere
		for _, a := range n.Anchors {
			i := slices.IndexFunc(c.Reports, func(r data.Report) bool { return r.ID == a.ReportID })
			if i < 0 || a.Loose || i >= first.report {
				continue
			}
			first = key{i, a.Start, -1}
		}
		if first.report == 1 && c.Comparison != nil {
			return key{0, max(leftOf(c.Comparison, first.at), 0), first.at}
		}
		return first
	}
	keys := map[data.ID]key{}
	for i := range c.Notes {
		keys[c.Notes[i].ID] = place(&c.Notes[i])
	}
	c.Notes = slices.Clone(c.Notes)
	slices.SortStableFunc(c.Notes, func(x, y data.Note) int {
		a, b := keys[x.ID], keys[y.ID]
		return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.at, b.at), cmp.Compare(a.within, b.within), cmp.Compare(x.ID, y.ID))
	})
	return c
}

// leftOf is the end, in the left report, of the pair that stands last in front
// of offset in the right one; -1 when none does.
func leftOf(c *data.Comparison, offset int) int {
	left, right := -1, -1
	for i := range c.Pairs {
		if end := data.Cover(c.Pairs[i].Right).End; end <= offset && end > right {
			left, right = data.Cover(c.Pairs[i].Left).End, end
		}
	}
	return left
}
