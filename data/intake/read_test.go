package intake

import (
	"strings"

	"parallax/data"
)

// uncovered returns the lines of src.Text that are not blank and in no block.
func uncovered(src *data.Source) []string {
	var lost []string
	at := 0
	for line := range strings.SplitAfterSeq(src.Text, "\n") {
		a, b := trimmed(src.Text, at, at+len(line))
		at += len(line)
		rest := data.Span{Start: a, End: b}
		for _, block := range src.Blocks {
			if block.Start <= rest.Start && rest.Start < block.End {
				a, b := trimmed(src.Text, min(block.End, rest.End), rest.End)
				rest = data.Span{Start: a, End: b}
			}
		}
		if !rest.Empty() {
			lost = append(lost, rest.Of(src.Text))
		}
	}
	return lost
}
