package reader

import (
	"cmp"
	"slices"
	"sort"

	"parallax/data"
)

// A MarkKind says what a mark stands for. Each kind has its own line as well as
// its own tint, so that no mark is told by colour alone.
type MarkKind int

// The kinds of marks.
const (
	Wording    MarkKind = iota // words the other report has not: tint, solid line in A, dashed in B
	Moved                      // words the other report has in another place: thin line that ends in an arrow head
	Respelled                  // words the other report writes otherwise: row of dots
	Only                       // a passage told here only: pale tint, margin bar, single in A, double in B
	Quote                      // a quotation both reports give: thin double line, quotation mark in the margin
	Possible                   // a passage possibly related: dotted margin bar
	Noted                      // words a note is tied to: grey tint, thin dotted line
	Pointed                    // words a kind of difference is seen in: its family's line, its code in front
	Lit                        // words of the note the pointer is on: a frame
	Hit                        // found by a search
	CurrentHit                 // the hit the search stands on
	Current                    // the current difference: a ring around the words
)

// A Mark is a stretch of the text with a meaning.
type Mark struct {
	data.Span          // into the pane's text
	Kind      MarkKind // what it stands for
	Group     int      // the caller's own number for it; of a Pointed, its family's
	Code      string   // of a Pointed: the kind's two letters, or those of several kinds
}

// reach is the end of the mark; one more for an empty one, which stands where
// words would be that this report has not.
func (m Mark) reach() int { return max(m.End, m.Start+1) }

// markIndex finds marks by place. Marks may lie over each other in any way.
type markIndex struct {
	marks []Mark
	reach []int // reach[i]: the furthest end of marks[:i+1]
}

func indexMarks(marks []Mark, doc *Document) markIndex {
	x := markIndex{marks: make([]Mark, 0, len(marks))}
	for _, m := range marks {
		m.Span = doc.clamp(m.Span)
		if !m.Empty() || m.Kind == Current {
			x.marks = append(x.marks, m)
		}
	}
	slices.SortStableFunc(x.marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	x.reach = make([]int, len(x.marks))
	far := 0
	for i, m := range x.marks {
		far = max(far, m.reach())
		x.reach[i] = far
	}
	return x
}

// in calls yield with each mark that has a byte in span, in text order.
func (x *markIndex) in(span data.Span, yield func(Mark)) {
	i := sort.Search(len(x.marks), func(i int) bool { return x.reach[i] > span.Start })
	for ; i < len(x.marks) && x.marks[i].Start < span.End; i++ {
		if x.marks[i].reach() > span.Start {
			yield(x.marks[i])
		}
	}
}
