package compare

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sergi/go-diff/diffmatchpatch"

	"parallax/data"
	"parallax/data/text"
)

// A choppiness is how marks break up the left sides of some pairs.
type choppiness struct{ pairs, marks, cuts, singles int }

// add counts a pair's marks: places of one text, each once, in order. A cut is
// a mark that starts or ends inside a word, a single a small word that stands
// alone between two marks.
func (c *choppiness) add(x *text.Text, in []data.Span, marks []data.Span) {
	c.pairs++
	c.marks += len(marks)
	marked := func(w data.Span) bool {
		for _, m := range marks {
			if m.Overlap(w) > 0 {
				return true
			}
		}
		return false
	}
	words := wordsIn(x, in)
	for i, w := range words {
		for _, m := range marks {
			if m.Start > w.Start && m.Start < w.End || m.End > w.Start && m.End < w.End {
				c.cuts++
			}
		}
		if i > 0 && i < len(words)-1 && w.Stop && !marked(w.Span) && marked(words[i-1].Span) && marked(words[i+1].Span) {
			c.singles++
		}
	}
}

// TestFragments prints how marks break up the sentences of the invented reports
// with a comparison letter by letter, word by word, and as the program has it,
// where no mark may cut a word and no small word stand alone between two
// changes of wording.
func TestFragments(t *testing.T) {
	files, err := filepath.Glob("testdata/*.gold")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	var letters, words, ours choppiness
	for _, file := range files {
		name := strings.TrimSuffix(file, ".gold")
		a, b := readText(t, name+".a.txt"), readText(t, name+".b.txt")
		x, y := text.Read(a), text.Read(b)
		c := compared(t, a, b)
		for i := range c.Pairs {
			p := &c.Pairs[i]
			if p.ToldDifferently {
				continue
			}
			letters.add(x, p.Left, lettersGone(p, a, b))
			words.add(x, p.Left, wordsGone(x, y, p))
			var marks []data.Span
			for _, d := range p.Differences {
				if d.Kind != data.Spelling && d.Kind != data.Moved && !d.Left.Empty() {
					marks = append(marks, d.Left)
				}
			}
			ours.add(x, p.Left, marks)
		}
	}
	for _, row := range []struct {
		name string
		choppiness
	}{{"letter by letter", letters}, {"word by word", words}, {"the program", ours}} {
		t.Logf("%-18s %5.2f marks a pair, %3d cuts inside a word, %3d small words alone between two marks (%d pairs)",
			row.name, float64(row.marks)/float64(row.pairs), row.cuts, row.singles, row.pairs)
	}
	if ours.cuts > 0 || ours.singles > 0 || ours.marks > words.marks {
		t.Errorf("the program: %+v, word by word: %+v", ours, words)
	}
}

// lettersGone is what go-diff, left to itself, takes out of a pair's left side.
func lettersGone(p *data.Pair, a, b string) []data.Span {
	left, right := data.Cover(p.Left), data.Cover(p.Right)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	var list []data.Span
	at := left.Start
	for _, op := range dmp.DiffMain(left.Of(a), right.Of(b), false) {
		switch op.Type {
		case diffmatchpatch.DiffEqual:
			at += len(op.Text)
		case diffmatchpatch.DiffDelete:
			list = append(list, data.Span{Start: at, End: at + len(op.Text)})
			at += len(op.Text)
		}
	}
	return list
}

// wordsGone is the same of whole words, as they come out of go-diff.
func wordsGone(x, y *text.Text, p *data.Pair) []data.Span {
	ids := map[string]int32{}
	read := func(t *text.Text, in []data.Span) (list []word, at []data.Span) {
		for _, w := range wordsIn(t, in) {
			if _, ok := ids[w.Key]; !ok {
				ids[w.Key] = int32(len(ids))
			}
			list = append(list, word{plain: ids[w.Key]})
			at = append(at, w.Span)
		}
		return list, at
	}
	a, at := read(x, p.Left)
	b, _ := read(y, p.Right)
	d := differ{ctx: context.Background(), a: a, b: b}
	d.diff(0, len(a), 0, len(b))
	var list []data.Span
	for _, c := range d.changes {
		if c.a0 < c.a1 {
			list = append(list, data.Span{Start: at[c.a0].Start, End: at[c.a1-1].End})
		}
	}
	return list
}
