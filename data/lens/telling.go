package lens

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/text"
)

// A telling is one report, read.
type telling struct {
	*text.Text
	report   *data.Report
	english  bool
	sentence []int        // by token
	beside   []int        // by paragraph: the number beside the text; 0: none
	quoted   []int        // by token: the quotation it stands in; -1: none
	verbs    []verb       // found once, for two tables
	numbers  []figure     // read once, for several
	spoken   map[int]bool // the sentences somebody speaks in; nil: not looked for yet
}

func newTelling(r *data.Report, t *text.Text) *telling {
	x := &telling{Text: t, report: r, english: t.Language == "en", beside: numbered(r, t)}
	x.sentence = make([]int, t.TokenCount())
	for i, s := range t.Sentences {
		for k := s.First; k < s.Last; k++ {
			x.sentence[k] = i
		}
	}
	x.quoted = make([]int, t.TokenCount())
	for i := range x.quoted {
		x.quoted[i] = -1
	}
	for i, q := range t.Quotations {
		for k := q.First; k < q.Last; k++ {
			x.quoted[k] = i
		}
	}
	return x
}

// key is the token's word without case, or its sign; empty outside the text.
func (x *telling) key(i int) string {
	if i < 0 || i >= x.TokenCount() {
		return ""
	}
	return x.Token(i).Key
}

// together reports whether tokens i and k stand in one sentence.
func (x *telling) together(i, k int) bool {
	return i >= 0 && k >= 0 && i < x.TokenCount() && k < x.TokenCount() && x.sentence[i] == x.sentence[k]
}

// span covers tokens [from,to).
func (x *telling) span(from, to int) data.Span {
	return data.Span{Start: x.Token(from).Start, End: x.Token(to - 1).End}
}

// says is the text of a span with single spaces.
func (x *telling) says(s data.Span) string { return strings.Join(strings.Fields(s.Of(x.String)), " ") }

// wording is tokens [from,to) as a wording with that one place.
func (x *telling) wording(from, to int) Wording {
	s := x.span(from, to)
	return Wording{Text: x.says(s), Places: []data.Span{s}}
}

// tokenAt is the first token that ends behind offset.
func (x *telling) tokenAt(offset int) int {
	return sort.Search(x.TokenCount(), func(i int) bool { return x.Token(i).End > offset })
}

// tokensIn are the tokens that lie in s, half-open.
func (x *telling) tokensIn(s data.Span) (from, to int) {
	from = x.tokenAt(s.Start)
	to = sort.Search(x.TokenCount(), func(i int) bool { return x.Token(i).Start >= s.End })
	return from, max(from, to)
}

// sentenceAt is the number of the sentence at offset.
func (x *telling) sentenceAt(offset int) int {
	return max(0, sort.Search(len(x.Sentences), func(i int) bool { return x.Sentences[i].Start > offset })-1)
}

// capital reports whether the token starts with a capital letter.
func (x *telling) capital(i int) bool {
	if i < 0 || i >= x.TokenCount() {
		return false
	}
	r, _ := utf8.DecodeRuneInString(x.String[x.Token(i).Start:])
	return unicode.IsUpper(r)
}

// opens reports whether token i is the first word of its sentence.
func (x *telling) opens(i int) bool {
	for k := x.Sentences[x.sentence[i]].First; k < i; k++ {
		if x.Token(k).Word {
			return false
		}
	}
	return true
}

// The matter is the reports and what ties them, by their places in it.
type matter struct {
	reports   []*telling
	ties      []tie
	quoteTies []quoteTie
	readings  readings
	speakers  []*speaker // found once, for two tables

	// What the numbers are, and which are the same matter: found once, for two tables.
	figures    []figure
	figureOf   []int // the report of each
	figureSets union
	crowds     map[place]bool // the figures, by their core, that are the only crowd of their report
}

// A tie is a comparison's pair of two reports of the matter, a before b.
type tie struct {
	a, b   int
	spans  [2][]data.Span
	sure   bool
	pair   *data.Pair // as it was given …
	turned bool       // … with a on its right
}

// sides returns the tie's reports.
func (t *tie) sides() [2]int { return [2]int{t.a, t.b} }

// changes returns the pair's differences with a's span first.
func (t *tie) changes() []data.Difference {
	list := slices.Clone(t.pair.Differences)
	if t.turned {
		for i := range list {
			d := &list[i]
			d.Left, d.Right = d.Right, d.Left
			switch d.Kind {
			case data.OnlyLeft:
				d.Kind = data.OnlyRight
			case data.OnlyRight:
				d.Kind = data.OnlyLeft
			}
		}
	}
	return list
}

// tie lists what the comparisons tie, in an order of its own.
func (m *matter) tie(comparisons []data.Comparison) {
	place := map[data.ID]int{}
	for i, r := range m.reports {
		place[r.report.ID] = i
	}
	for k := range comparisons {
		c := &comparisons[k]
		a, known := place[c.Left]
		b, alsoKnown := place[c.Right]
		if !known || !alsoKnown || a == b {
			continue
		}
		add := func(pairs []data.Pair, sure bool) {
			for i := range pairs {
				p := &pairs[i]
				t := tie{a: a, b: b, spans: [2][]data.Span{p.Left, p.Right}, sure: sure, pair: p}
				if a > b {
					t.a, t.b, t.turned = b, a, true
					t.spans[0], t.spans[1] = p.Right, p.Left
				}
				m.ties = append(m.ties, t)
			}
		}
		add(c.Pairs, true)
		add(c.Possible, false)
		for _, q := range c.Quotes {
			t := quoteTie{[2]int{a, b}, [2]data.Span{q.Left, q.Right}}
			if a > b {
				t = quoteTie{[2]int{b, a}, [2]data.Span{q.Right, q.Left}}
			}
			m.quoteTies = append(m.quoteTies, t)
		}
	}
	slices.SortStableFunc(m.quoteTies, func(x, y quoteTie) int {
		return cmp.Or(cmp.Compare(x.reports[0], y.reports[0]), cmp.Compare(x.reports[1], y.reports[1]),
			bySpan(x.spans[0], y.spans[0]), bySpan(x.spans[1], y.spans[1]))
	})
	slices.SortStableFunc(m.ties, func(x, y tie) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), compareBool(!x.sure, !y.sure),
			cmp.Compare(x.spans[0][0].Start, y.spans[0][0].Start), cmp.Compare(x.spans[1][0].Start, y.spans[1][0].Start))
	})
}

// row is a row with empty cells.
func (m *matter) row(code string, f Finding) Row {
	return Row{Code: code, Finding: f, Cells: make([]Cell, len(m.reports))}
}

// add puts a wording into a cell: to the places of the wording with the same
// words, in any case, if there is one.
func (c *Cell) add(w Wording) {
	for i := range c.Wordings {
		o := &c.Wordings[i]
		if strings.EqualFold(o.Text, w.Text) && o.Class == w.Class && strings.EqualFold(o.About, w.About) {
			o.Places = append(o.Places, w.Places...)
			slices.SortFunc(o.Places, bySpan)
			o.Places = slices.Compact(o.Places)
			return
		}
	}
	c.Wordings = append(c.Wordings, w)
}

func bySpan(x, y data.Span) int {
	return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
}

// in counts the reports that have something in a row.
func (r *Row) in() int {
	n := 0
	for _, c := range r.Cells {
		if len(c.Wordings) > 0 {
			n++
		}
	}
	return n
}

// A union joins numbers 0 to n-1 into sets.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

// of returns the least number of the set i is in.
func (u union) of(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

func (u union) join(i, k int) {
	i, k = u.of(i), u.of(k)
	u[max(i, k)] = min(i, k)
}
