package lens

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data/text"
)

// TestGoldOfTies measures the two kinds that only say what is tied to what: the
// sentences told in one report only and the paragraphs laid side by side in the
// table of order. The links were drawn by hand, for the aligner, in reports
// invented for it: two numbers of sentences a line, counted from 1, with a question
// mark where they may be tied or not. Nearly every sentence of these reports is told
// in both, often in wholly other words: there are few that stand in one only, and
// each tie not found lists two more.
func TestGoldOfTies(t *testing.T) {
	files, err := filepath.Glob("../compare/testdata/*.gold")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d gold files: %v", len(files), err)
	}
	var only, order score
	for _, file := range files {
		name := strings.TrimSuffix(file, ".gold")
		var texts [2]string
		for side, letter := range []string{"a", "b"} {
			raw, err := os.ReadFile(name + "." + letter + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			texts[side] = string(raw)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tables := tablesOf(t, reportsOf(texts[0], texts[1]))
		read := [2]*text.Text{text.Read(texts[0]), text.Read(texts[1])}

		var tied, mayBe [2]map[int]bool // sentences
		for side := range read {
			tied[side], mayBe[side] = map[int]bool{}, map[int]bool{}
		}
		beside, mayStand := map[[2]int]bool{}, map[[2]int]bool{} // paragraphs
		for line := range strings.Lines(string(raw)) {
			line, may := strings.CutPrefix(strings.TrimSpace(line), "? ")
			var link, paragraphs [2]int
			if n, _ := fmt.Sscan(line, &link[0], &link[1]); n != 2 {
				continue
			}
			for side, n := range link {
				paragraphs[side] = read[side].Sentences[n-1].Paragraph
				mayBe[side][n-1] = mayBe[side][n-1] || may
				tied[side][n-1] = tied[side][n-1] || !may
			}
			mayStand[paragraphs] = mayStand[paragraphs] || may
			beside[paragraphs] = beside[paragraphs] || !may
		}

		for side, x := range read {
			listed := map[int]bool{} // by where a sentence begins
			for _, row := range tables[Only].Rows {
				for _, place := range row.Cells[side].all() {
					listed[place.Start] = true
				}
			}
			for n, s := range x.Sentences {
				if mayBe[side][n] && !tied[side][n] || s.Last-s.First < leastOnly {
					continue
				}
				only.count(listed[s.Start], !tied[side][n])
			}
		}
		found := map[[2]int]bool{}
		for _, row := range tables[Order].Rows {
			if row.Finding != OnlyOne {
				found[[2]int{row.Cells[0].At, row.Cells[1].At}] = true
			}
		}
		for p := range read[0].Paragraphs {
			for q := range read[1].Paragraphs {
				at := [2]int{p, q}
				if beside[at] || !mayStand[at] {
					order.count(found[at], beside[at])
				}
			}
		}
	}
	t.Log("kind             precision       recall")
	t.Logf("%-16s %s", "only_one", only)
	t.Logf("%-16s %s", "order", order)
	if only.precision() < .5 || only.recall() < .9 || order.precision() < .9 || order.recall() < .74 {
		t.Error("fewer than were found when the table was made")
	}
}

// count adds one thing that was listed or not, and should have been or not.
func (s *score) count(listed, wanted bool) {
	switch {
	case listed && wanted:
		s.right++
		s.found++
	case listed:
		s.wrong++
	}
	if wanted {
		s.wanted++
	}
}
