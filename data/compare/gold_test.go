package compare

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/text"
)

// TestGold holds the aligner to invented reports whose links were drawn by hand.
func TestGold(t *testing.T) {
	files, err := filepath.Glob("testdata/*.gold")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d gold files: %v", len(files), err)
	}
	right, extra, missed := 0, 0, 0
	for _, file := range files {
		required, allowed := readGold(t, file)
		name := strings.TrimSuffix(file, ".gold")
		a, b := readText(t, name+".a.txt"), readText(t, name+".b.txt")
		c := compared(t, a, b)
		checkComparison(t, a, b)
		x, y := text.Read(a), text.Read(b)
		found := map[[2]int]bool{}
		for _, p := range c.Pairs {
			var cells [][2]int
			left, right := map[int]bool{}, map[int]bool{} // sentences a drawn link of the pair ties
			for _, l := range p.Left {
				for _, r := range p.Right {
					cell := [2]int{sentenceNumber(x, l), sentenceNumber(y, r)}
					cells = append(cells, cell)
					if required[cell] || allowed[cell] {
						left[cell[0]], right[cell[1]] = true, true
					}
				}
			}
			for _, cell := range cells {
				if required[cell] || !left[cell[0]] || !right[cell[1]] {
					found[cell] = true
				}
			}
		}
		for link := range found {
			switch {
			case required[link]:
				right++
			case !allowed[link]:
				extra++
				t.Logf("%s: %v tied though nothing ties them", name, link)
			}
		}
		for link := range required {
			if !found[link] {
				missed++
				t.Logf("%s: %v not tied", name, link)
			}
		}
	}
	precision, recall := float64(right)/float64(right+extra), float64(right)/float64(right+missed)
	t.Logf("precision %.2f, recall %.2f", precision, recall)
	if precision < leastPrecision || recall < leastRecall {
		t.Errorf("precision %.2f, recall %.2f; want %v and %v at least", precision, recall, leastPrecision, leastRecall)
	}
}

// What the aligner reached when the last reports were written, with some room.
// Most of what it misses is told in wholly other words.
const (
	leastPrecision = 0.93
	leastRecall    = 0.74
)

// sentenceNumber is the number of a sentence, counted from 1.
func sentenceNumber(x *text.Text, s data.Span) int {
	for i, y := range x.Sentences {
		if y.Span == s {
			return i + 1
		}
	}
	return 0
}

func readText(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// readGold reads pairs of sentence numbers; those behind "?" may be tied or not.
func readGold(t *testing.T, file string) (required, allowed map[[2]int]bool) {
	t.Helper()
	required, allowed = map[[2]int]bool{}, map[[2]int]bool{}
	for _, line := range strings.Split(readText(t, file), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		to := required
		if rest, maybe := strings.CutPrefix(line, "? "); maybe {
			to, line = allowed, rest
		}
		var link [2]int
		if _, err := fmt.Sscan(line, &link[0], &link[1]); err != nil {
			t.Fatalf("%s: line %q: %v", file, line, err)
		}
		to[link] = true
	}
	return required, allowed
}
