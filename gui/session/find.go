package session

import (
	"parallax/data"
	"parallax/data/text"
)

// Find returns where words stand in both texts on screen, in their order, as
// text.Searchable finds them.
func (s *Session) Find(query string, cased, whole bool) [2][]data.Span {
	var found [2][]data.Span
	for side, r := range s.sides {
		if r == nil || query == "" {
			continue
		}
		if s.findable[side].digest != r.Digest || s.findable[side].in == nil {
			s.findable[side] = findable{r.Digest, text.NewSearchable(r.Text)}
		}
		found[side] = s.findable[side].in.Find(query, cased, whole)
	}
	return found
}

// ForgetFind lets go of what Find keeps of the texts.
func (s *Session) ForgetFind() { s.findable = [2]findable{} }

// findable is a report's text made ready for finding, when first asked for.
type findable struct {
	digest string
	in     *text.Searchable
}
