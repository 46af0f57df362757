package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"sort"
	"strings"

	"parallax/data"
)

// A Composed is the text of a report made from the blocks kept of its source,
// with the way from each place in it to the source and back.
type Composed struct {
	Text  string // one paragraph a line, lines parted by "\n"
	steps []step // in order in both texts, covering all of Text
}

// A step ties a run of Composed.Text to a run of Source.Text. The two are equal
// byte for byte, or the first is one space or line break that stands for the second.
type step struct {
	at   data.Span // in Composed.Text
	from data.Span // in Source.Text
	same bool
}

// Compose makes the report's text of src: the blocks whose role is in the text,
// in the page's order, one paragraph a line. Inside a block that was wrapped,
// each run of white space becomes one space; control characters and marks that
// show nothing are left out.
func Compose(src *data.Source) Composed { return compose(src, math.MaxInt) }

// compose is Compose as far as the block in which the text gets longer than
// enough bytes.
func compose(src *data.Source, enough int) Composed {
	var c Composed
	var b strings.Builder
	for _, block := range src.Blocks {
		if b.Len() > enough {
			break
		}
		if !block.Role.InText() {
			continue
		}
		s := block.Of(src.Text)
		if strings.TrimSpace(cleaned(s, block.Unwraps)) == "" {
			continue
		}
		if n := len(c.steps); n > 0 {
			c.steps = append(c.steps, step{
				at:   data.Span{Start: b.Len(), End: b.Len() + 1},
				from: data.Span{Start: c.steps[n-1].from.End, End: max(block.Start, c.steps[n-1].from.End)},
			})
			b.WriteByte('\n')
		}
		eachKept(s, block.Unwraps, func(start, end int, kept string) {
			if kept == "" {
				return
			}
			c.steps = append(c.steps, step{
				at:   data.Span{Start: b.Len(), End: b.Len() + len(kept)},
				from: data.Span{Start: block.Start + start, End: block.Start + end},
				same: kept == s[start:end],
			})
			b.WriteString(kept)
		})
	}
	c.Text = b.String()
	return c
}

// ToSource returns where in Source.Text the words at span of c.Text stand. What
// was left out between them is covered too.
func (c Composed) ToSource(span data.Span) data.Span {
	if len(c.steps) == 0 {
		return data.Span{}
	}
	start := max(0, min(span.Start, len(c.Text)))
	end := max(start, min(span.End, len(c.Text)))
	i := sort.Search(len(c.steps), func(i int) bool { return c.steps[i].at.End > start })
	if i == len(c.steps) {
		last := c.steps[i-1].from.End
		return data.Span{Start: last, End: last}
	}
	out := data.Span{Start: c.steps[i].from.Start}
	if c.steps[i].same {
		out.Start += start - c.steps[i].at.Start
	}
	out.End = out.Start
	if end > start {
		j := sort.Search(len(c.steps), func(j int) bool { return c.steps[j].at.End >= end })
		out.End = c.steps[j].from.End
		if c.steps[j].same {
			out.End = c.steps[j].from.Start + end - c.steps[j].at.Start
		}
	}
	return out
}

// FromSource returns where in c.Text the words at span of Source.Text stand. It
// reports false when none of them is part of the report's text; when only some
// are, the span covers those.
func (c Composed) FromSource(span data.Span) (data.Span, bool) {
	i := sort.Search(len(c.steps), func(i int) bool { return c.steps[i].from.End > span.Start })
	var out data.Span
	found := false
	for ; i < len(c.steps) && c.steps[i].from.Start < span.End; i++ {
		s := c.steps[i]
		if c.Text[s.at.Start] == '\n' { // the gap between two paragraphs
			continue
		}
		at := s.at
		if s.same {
			at.Start += max(0, span.Start-s.from.Start)
			at.End -= max(0, s.from.End-span.End)
		}
		if !found {
			out, found = at, true
		}
		out.End = at.End
	}
	return out, found
}

// ReportOf makes the report of src: its text from the blocks kept, the rest
// from the facts, agreed or not. ID, EventID and OutletID are left empty.
func ReportOf(src *data.Source) data.Report {
	fact := func(f data.Field) string {
		known, _ := src.Fact(f)
		return known.Value
	}
	text := Compose(src).Text
	sum := sha256.Sum256([]byte(text))
	return data.Report{
		Outlet:     fact(data.FieldOutlet),
		Headline:   fact(data.FieldHeadline),
		Standfirst: fact(data.FieldStandfirst),
		Byline:     fact(data.FieldByline),
		Credit:     fact(data.FieldCredit),
		URL:        fact(data.FieldURL),
		Language:   fact(data.FieldLanguage),
		Published:  fact(data.FieldPublished),
		AsWritten:  fact(data.FieldAsWritten),
		Text:       text,
		Digest:     hex.EncodeToString(sum[:]),
	}
}
