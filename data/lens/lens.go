package lens

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/text"
)

// A Kind names a table.
type Kind string

// The tables, in the order they are shown. Those that are a kind of difference
// with a tag have its ID.
const (
	Naming    Kind = "naming"         // what each report calls the same person, group or thing
	Swaps     Kind = "wording"        // words that stand in place of others in tied passages
	Verbs     Kind = "reporting_verb" // who speaks, and the verbs that say so
	Quotation Kind = "quotation"      // quotations: told two ways, cut, in one report only
	Sourcing  Kind = "sourcing"       // who gets to speak, how often, in how many quoted words
	Number    Kind = "number"         // numbers, dates and amounts
	Order     Kind = "order"          // where each tied paragraph stands
	Headline  Kind = "headline_body"  // headline against story
	Hedge     Kind = "hedge"          // maybe-words
	Booster   Kind = "booster"        // surely-words
	Emotive   Kind = "emotive"        // strong-feeling words
	Agency    Kind = "agency"         // actions whose doer is not named
	Spelling  Kind = "spelling"       // one word or name, spelled in two ways
	Scare     Kind = "scare_quotes"   // a few words in quotation marks
	Whose     Kind = "whose_words"    // words quoted in one report, told by the writer in another
	Only      Kind = "only_one"       // sentences nothing ties to another report
	Granted   Kind = "presupposition" // words that take something for granted
	Past      Kind = "background"     // lines about the past, or that explain
	Aside     Kind = "editorial"      // cues for a comment of the writer's own
	Notice    Kind = "notice"         // notes about the report itself
	Caption   Kind = "caption"        // the words under a picture
)

// Kinds lists every table in the order it is shown.
var Kinds = []Kind{Naming, Swaps, Verbs, Quotation, Whose, Scare, Sourcing, Number, Order, Only, Headline,
	Hedge, Booster, Emotive, Agency, Spelling, Granted, Past, Aside, Notice, Caption}

// Codes lists the tags a row of a table can have, those of the kinds of
// difference it looks for.
var Codes = map[Kind][]string{
	Naming: {"NA"}, Verbs: {"RV"}, Quotation: {"QW", "QC"}, Whose: {"WH"}, Scare: {"SQ"}, Sourcing: {"SO"}, Number: {"NU"},
	Order: {"OR"}, Only: {"ON"}, Headline: {"HB"}, Hedge: {"HE"}, Booster: {"BO"}, Emotive: {"EM"}, Agency: {"AG"}, Spelling: {"SP"},
	Granted: {"PR"}, Past: {"BG"}, Aside: {"ED"}, Notice: {"NT"}, Caption: {"CA"},
}

// A Finding says what a row found about its cells.
type Finding string

// The findings.
const (
	Same      Finding = "same"        // every report that has it has it alike
	Differs   Finding = "differs"     // reports have it otherwise
	Cut       Finding = "cut"         // a quotation of which one report gives more
	OnlyOne   Finding = "only one"    // found in one report only
	InQuotes  Finding = "in quotes"   // stands inside a quotation
	InStory   Finding = "in story"    // stands in the writer's own sentence
	Unnamed   Finding = "unnamed"     // a source without a name
	NotInBody Finding = "not in body" // words of a headline that its story does not have
	BuiltOn   Finding = "built on"    // the sentence a headline is nearest to
	NoDoer    Finding = "no doer"     // an action told without who did it
	Found     Finding = "found"       // it stands there, and that is all
	OtherDate Finding = "other date"  // it gives a date the rest of its report does not give
	Apart     Finding = "apart"       // the reader ruled that these are not the same
)

// A Table is what one kind found.
type Table struct {
	Kind Kind
	Rows []Row // by how early in a report the first of their places stands
	// Unread tells, by report, that the kind's word list lacks its language: its
	// cells are empty for that reason alone. It is nil when there is none such.
	Unread []bool
}

// A Row is one finding, with a cell for every report, in the order of the
// reports.
type Row struct {
	Code    string // the tag a note on it would have, as "QW"; empty: none fits
	Finding Finding
	Head    string // who or what the row is about, in words of the reports; empty where the cells say it
	Cells   []Cell
	// Read tells that the reader's own reading went into the row.
	Read bool
}

// A Cell is what one report has for a row; no Wordings: nothing.
type Cell struct {
	Wordings []Wording
	Quoted   int // Sourcing: words the source is quoted with. Quotation: words the others lack
	At       int // Order: the paragraph, counted from 0
	Number   int // Order: the paragraph's number beside the text; 0 for a headline and a standfirst
}

// A Wording is words of a report and everywhere they stand.
type Wording struct {
	Text   string      // the words, white space made single
	About  string      // Number: what is counted, as "commuters"; Spelling and others: empty
	Class  string      // Verbs: the class of the verb, a key of Classes. Agency: Doer or empty. Whose: Quoted, Told or Own
	Places []data.Span // into Report.Text, in order
}

// Said is the words with what they are about: "400 commuters".
func (w Wording) Said() string {
	if w.About == "" {
		return w.Text
	}
	return w.Text + " " + w.About
}

// Places returns how many places a cell's wordings have in all.
func (c Cell) Places() int {
	n := 0
	for _, w := range c.Wordings {
		n += len(w.Places)
	}
	return n
}

// First returns the first of a cell's places, or the empty span.
func (c Cell) First() data.Span {
	first := data.Span{}
	for _, w := range c.Wordings {
		for _, p := range w.Places {
			if first.Empty() || p.Start < first.Start {
				first = p
			}
		}
	}
	return first
}

// Read returns a table for every kind, in the order of Kinds, for two reports or
// more. Comparisons of any two of them may be given; what is not compared is
// not tied. Readings on other reports, or on words the kinds do not find, count
// for nothing, and of two on the same words the later ID stands.
//
// It returns ctx.Err() once ctx is cancelled and no other error. The cost grows
// in line with the texts and with what ties them.
func Read(ctx context.Context, reports []*data.Report, comparisons []data.Comparison, readings []data.Reading) ([]Table, error) {
	// The work is done on the reports in one order, so that theirs cannot matter.
	order := make([]int, len(reports))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(strings.Compare(reports[x].Text, reports[y].Text), strings.Compare(string(reports[x].ID), string(reports[y].ID)))
	})
	m := &matter{}
	for _, at := range order {
		t, err := text.ReadContext(ctx, reports[at].Text)
		if err != nil {
			return nil, err
		}
		m.reports = append(m.reports, newTelling(reports[at], t))
	}
	m.tie(comparisons)
	m.readings = newReadings(m, readings)

	var tables []Table
	for _, k := range Kinds {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t := Table{Kind: k, Rows: finders[k](m)}
		if Guessed[k] {
			for i := range t.Rows {
				m.rule(&t.Rows[i])
			}
		}
		if needsWords[k] {
			t.Unread = m.unread()
		}
		m.sortRows(t.Rows)
		tables = append(tables, t)
	}
	for i := range tables {
		putBack(&tables[i], order)
	}
	return tables, nil
}

// finders make the rows of each table, with the cells in m's order.
var finders = map[Kind]func(*matter) []Row{
	Naming: (*matter).naming, Swaps: (*matter).wordings, Verbs: (*matter).speakingVerbs,
	Quotation: (*matter).quotations, Sourcing: (*matter).sources, Number: (*matter).numbers,
	Order: (*matter).order, Headline: (*matter).headlines,
	Hedge:   func(m *matter) []Row { return m.listed("HE", words().hedges, isHedge) },
	Booster: func(m *matter) []Row { return m.listed("BO", words().boosters, nil) },
	Emotive: func(m *matter) []Row { return m.listed("EM", words().emotive, isEmotive) },
	Granted: func(m *matter) []Row { return m.listed("PR", words().granted, takesForGranted) },
	Agency:  (*matter).agency, Spelling: (*matter).spellings, Scare: (*matter).quotedWords, Whose: (*matter).whoseWords,
	Only: (*matter).onlyOnes, Past: (*matter).backgrounds, Aside: (*matter).asides, Notice: (*matter).noticeLines,
	Caption: (*matter).captionLines,
}

// Guessed are the tables whose rows say that words of different reports belong
// together, which a reader can rule on.
var Guessed = map[Kind]bool{Naming: true, Swaps: true, Verbs: true, Quotation: true, Whose: true, Sourcing: true, Number: true,
	Agency: true, Spelling: true}

// needsWords are the kinds that go by word lists.
var needsWords = map[Kind]bool{Naming: true, Verbs: true, Sourcing: true, Hedge: true, Booster: true, Emotive: true, Agency: true,
	Granted: true, Past: true, Aside: true, Notice: true, Caption: true}

// unread tells which reports are in a language without word lists; nil: none.
func (m *matter) unread() []bool {
	list, any := make([]bool, len(m.reports)), false
	for i, r := range m.reports {
		list[i] = !r.english
		any = any || list[i]
	}
	if !any {
		return nil
	}
	return list
}

// sortRows puts rows by how early the first of their places stands, counted in
// shares of its report; of two as early, the one whose other places come first.
func (m *matter) sortRows(rows []Row) {
	type place struct{ first, sum float64 }
	at := func(r *Row) place {
		p := place{first: 2}
		for i, c := range r.Cells {
			if c.Places() == 0 {
				continue
			}
			share := float64(c.First().Start) / float64(len(m.reports[i].String)+1)
			p.first, p.sum = min(p.first, share), p.sum+share
		}
		return p
	}
	slices.SortStableFunc(rows, func(x, y Row) int {
		a, b := at(&x), at(&y)
		return cmp.Or(compareBool(x.Finding == Apart, y.Finding == Apart), cmp.Compare(a.first, b.first), cmp.Compare(a.sum, b.sum))
	})
}

func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

// putBack turns cells from m's order into that of the reports: order names, for
// each place in m, the report that stands there.
func putBack(t *Table, order []int) {
	for i := range t.Rows {
		cells := make([]Cell, len(order))
		for k, at := range order {
			cells[at] = t.Rows[i].Cells[k]
		}
		t.Rows[i].Cells = cells
	}
	if t.Unread != nil {
		unread := make([]bool, len(order))
		for k, at := range order {
			unread[at] = t.Unread[k]
		}
		t.Unread = unread
	}
}
