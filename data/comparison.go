package data

// A Side is one of the two reports laid next to each other.
type Side int

// The sides of a comparison.
const (
	Left  Side = iota // report A
	Right             // report B
)

// Other is the side across.
func (s Side) Other() Side { return 1 - s }

// Letter is the name of the side on screen: "A" or "B".
func (s Side) Letter() string { return [...]string{"A", "B"}[s] }

// A Passage is a stretch of one report.
type Passage struct {
	ReportID ID
	Span     // into Report.Text
}

// A Relation says in what way two passages belong together.
type Relation string

// The relations between tied passages.
const (
	Same    Relation = "same"    // the same words, or nearly
	Quoting Relation = "quote"   // they share a quotation
	Telling Relation = "related" // the same thing told in other words
)

// A Pair is one or more sentences of the left report tied to one or more of
// the right. Spans are whole sentences in text order.
type Pair struct {
	Left, Right []Span
	Relation    Relation
	Ruled       Verdict // TellsSame: tied by the reader's ruling; else empty
	Likeness    float64 // 0 (no word shared) to 1 (the same words)
	// ToldDifferently: under 30 % of the shorter side's words survive, so
	// Differences is empty and the whole passages are to be read against each other.
	ToldDifferently bool
	Differences     []Difference // in text order of the left report
	Why             Why
}

// Spans returns the pair's spans on one side.
func (p *Pair) Spans(side Side) []Span {
	if side == Left {
		return p.Left
	}
	return p.Right
}

// Why holds the evidence a pair was tied on, strongest word first.
type Why struct {
	Shared   []SharedWord // the rare words both sides have
	StandIns []StandIn    // names one side gives and the other has a short word for, by name
	Quote    bool         // they share a quotation
	Lead     bool         // both open their report
	Score    float64      // z of the aligner: 0.2 and up is sure
}

// A StandIn is a word such as "she" on one side that, going by the names in the
// sentence before it, may stand for a name the other side gives.
type StandIn struct {
	Side Side   // that has the word
	Word string // as written there
	Name string // as written on the other side
}

// A SharedWord is a word both passages have and how rare it is in the two
// reports, from 0 (in every sentence) to 1 (in one sentence only).
type SharedWord struct {
	Word   string
	Weight float64
}

// A DifferenceKind says what became of wording between the left and the right report.
type DifferenceKind string

// The kinds of difference.
const (
	Replaced  DifferenceKind = "replaced"
	OnlyLeft  DifferenceKind = "only_a"
	OnlyRight DifferenceKind = "only_b"
	Moved     DifferenceKind = "moved"     // the same words in another place of the pair
	Spelling  DifferenceKind = "spelling"  // one word or name, spelled in two ways or written apart on one side
	Lettered  DifferenceKind = "lettering" // the same words, with other capitals, signs or spaces; see Lettering
)

// A Lettering says which ways of writing the same words count as differences.
// None of them does unless the reader asks for it.
type Lettering struct {
	Capitals    bool // Old Harbour, old harbour
	Punctuation bool // a comma more, a dash for a comma
	QuoteMarks  bool // curly or straight, apostrophes too
	Spacing     bool // a space more, two for one
}

// A Difference is wording of a tied pair that one side has and the other has
// not, or has otherwise. The span of the side without wording is empty and
// stands where the wording would be.
type Difference struct {
	Kind        DifferenceKind
	Left, Right Span
}

// At returns the difference's span on one side.
func (d Difference) At(side Side) Span {
	if side == Left {
		return d.Left
	}
	return d.Right
}

// A QuoteMatch is a quotation both reports give, in the same words or not.
// The spans cover the part of each quotation that matches.
type QuoteMatch struct {
	Left, Right Span
	Likeness    float64 // 1: word for word
}

// At returns the quotation's span on one side.
func (q QuoteMatch) At(side Side) Span {
	if side == Left {
		return q.Left
	}
	return q.Right
}

// A Comparison is what two reports' texts have in common and what not. It
// follows from the two texts and the reader's rulings alone and is never stored.
// Pairs are sorted by the start of their left side, then of their right;
// OnlyLeft and OnlyRight are the sentences that stand in no Pair and no
// Possible, in text order.
type Comparison struct {
	Left, Right         ID
	Pairs               []Pair // tied for sure
	Possible            []Pair // possibly related
	OnlyLeft, OnlyRight []Span
	Quotes              []QuoteMatch
	Sentences           [2]int // on each side
	KeptWords           int    // words of the left report left unmarked in pairs that have word marks
}

// Only returns the sentences told on one side alone.
func (c *Comparison) Only(side Side) []Span {
	if side == Left {
		return c.OnlyLeft
	}
	return c.OnlyRight
}

// Unlike reports whether the two texts may not be about the same event: fewer
// than three pairs although both have eight sentences or more.
func (c *Comparison) Unlike() bool {
	return len(c.Pairs) < 3 && c.Sentences[Left] >= 8 && c.Sentences[Right] >= 8
}

// A Verdict is a reader's ruling on whether two passages tell the same thing.
type Verdict string

// The verdicts.
const (
	TellsSame Verdict = "same"
	NotSame   Verdict = "not same"
)

// A Link is a reader's own ruling, stored as a fact. With NotSame, one of the
// passages may be the empty span at 0, which stands for the whole report: the
// other is told in that one only.
type Link struct {
	ID          ID
	Left, Right Passage
	Verdict     Verdict
}
