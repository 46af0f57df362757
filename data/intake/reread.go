package intake

import "parallax/data"

// A Rereader reads the facts of one source again each time the reader moved
// blocks of it. What the words of a block say does not hang on its role, so they
// are read once, which makes moving a block of a page of thousands cheap. It
// belongs to one goroutine.
type Rereader struct {
	lines  []int // the line of Source.Text each block begins on, from 1
	blocks []readings

	created string // the day the file was made, "" where it does not say

	opening string // of the text, as it was when tongue was told by it
	tongue  tongue
}

// The readings of a block are what its words say in each way they are looked at.
type readings struct {
	text, agency, translation, weekday once[string]

	dates once[twoDates]
	hint  once[hint]
}

type twoDates struct{ published, updated found }

// A once is what is worked out when it is first asked for.
type once[T any] struct {
	known bool
	value T
}

func (o *once[T]) of(read func() T) T {
	if !o.known {
		o.known, o.value = true, read()
	}
	return o.value
}

// NewRereader returns a Rereader of src, whose text and blocks stay as they are
// but for the blocks' roles.
func NewRereader(src *data.Source) *Rereader {
	r := &Rereader{lines: blockLines(src), blocks: make([]readings, len(src.Blocks))}
	if f, _ := src.Fact(data.FieldPublished); f.From == data.FromFile {
		r.created = f.Value
	}
	return r
}

// Rerole does what the function of that name does.
func (r *Rereader) Rerole(src *data.Source) { readFacts(src, r, nil) }

// blockLines returns the number of the line each block begins on.
func blockLines(src *data.Source) []int {
	out := make([]int, len(src.Blocks))
	spans := splitLines(src.Text)
	n := 0
	for i, b := range src.Blocks {
		for n < len(spans)-1 && spans[n].End <= b.Start {
			n++
		}
		out[i] = n + 1
	}
	return out
}

// text is what block i of src reads like.
func (r *Rereader) text(src *data.Source, i int) string {
	return r.blocks[i].text.of(func() string { return cleaned(src.Blocks[i].Of(src.Text), src.Blocks[i].Unwraps) })
}

func (r *Rereader) tongueOf(opening string) tongue {
	if r.opening != opening {
		r.opening, r.tongue = opening, tongueOf(opening)
	}
	return r.tongue
}

// agency, translation, weekday, datesIn and hint are what the words of block i say.
func (r *factReader) agency(i int) string {
	return r.said.blocks[i].agency.of(func() string { return agencyOf(r.text(i)) })
}

// translation is described at agency.
func (r *factReader) translation(i int) string {
	return r.said.blocks[i].translation.of(func() string { return translatedFrom(r.text(i)) })
}

// weekday is described at agency.
func (r *factReader) weekday(i int) string {
	return r.said.blocks[i].weekday.of(func() string { return weekdayOf(r.text(i)) })
}

// datesIn is described at agency.
func (r *factReader) datesIn(i int) twoDates {
	return r.said.blocks[i].dates.of(func() (d twoDates) { d.published, d.updated = datesOf(r.text(i)); return d })
}

// hint is described at agency.
func (r *factReader) hint(i int) hint {
	return r.said.blocks[i].hint.of(func() hint { return hintOf(r.text(i)) })
}
