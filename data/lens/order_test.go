package lens

import (
	"testing"

	"parallax/data"
)

// Paragraphs are numbered as they are beside the text: without headline and
// standfirst. A report without a headline begins with number 1, and the words of
// its first sentences are not looked for as a headline's.
func TestParagraphsAreNumberedAsBesideTheText(t *testing.T) {
	reports := []*data.Report{
		{ID: "A", Headline: "Bridge shut", Standfirst: "A long summer for Port Alber.",
			Text: "Bridge shut\nA long summer for Port Alber.\nThe city closed the old bridge on Monday.\nThe repairs cost two million crowns."},
		{ID: "B", Text: "The city closed the old bridge on Monday, the engineer said.\nThe repairs cost two million crowns."},
	}
	tables := tablesOf(t, reports)
	numbers := [2]map[int]int{{}, {}}
	for _, row := range tables[Order].Rows {
		for i, c := range row.Cells {
			if len(c.Wordings) > 0 {
				numbers[i][c.At] = c.Number
			}
		}
	}
	for i, want := range []map[int]int{{0: 0, 1: 0, 2: 1, 3: 2}, {0: 1, 1: 2}} {
		for at, number := range want {
			if got, ok := numbers[i][at]; !ok || got != number {
				t.Errorf("%c: paragraph %d has number %d, want %d", 'A'+i, at, got, number)
			}
		}
	}
	for _, row := range tables[Headline].Rows {
		if len(row.Cells[1].Wordings) > 0 {
			t.Errorf("%s: %v of a report without a headline", row.Finding, row.Cells[1].Wordings)
		}
	}
}
