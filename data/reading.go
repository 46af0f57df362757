package data

// A ReadingKind says what a reader answered.
type ReadingKind string

// The kinds of reading.
const (
	SpeakerReading ReadingKind = "speaker" // who speaks with the verb here: Value is a name; empty: nobody speaks
	ClassReading   ReadingKind = "class"   // what sort of speaking verb the verb here is, wherever it stands
	SameReading    ReadingKind = "same"    // whether two passages name or count the same: Value is a Verdict
	AsideReading   ReadingKind = "aside"   // the pointer at the passages is put away: Value is its tag
)

// A Reading is a reader's own answer where the program can only guess how words
// are meant, stored as a fact.
type Reading struct {
	ID       ID
	Kind     ReadingKind
	Passages []Passage // one, or two of different reports
	Value    string
}
