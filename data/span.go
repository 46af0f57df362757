package data

// A Span is a half-open range [Start, End) of byte offsets into a text,
// usually Report.Text. Whoever holds a Span says which text it counts in.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether the byte at offset lies in s.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlap is the number of bytes s and t share.
func (s Span) Overlap(t Span) int { return max(0, min(s.End, t.End)-max(s.Start, t.Start)) }

// Of returns the part of text that s covers, cut to the text's ends.
func (s Span) Of(text string) string {
	a, b := max(0, min(s.Start, len(text))), max(0, min(s.End, len(text)))
	if a >= b {
		return ""
	}
	return text[a:b]
}

// Cover returns the smallest span that holds all of spans; the zero Span for none.
func Cover(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	c := spans[0]
	for _, s := range spans[1:] {
		c.Start, c.End = min(c.Start, s.Start), max(c.End, s.End)
	}
	return c
}
