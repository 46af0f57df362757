package lens

import (
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/text"
)

// headlines makes two rows: the words of each headline that its own story does
// not have, and the sentence each headline is nearest to.
func (m *matter) headlines() []Row {
	missing, built := m.row("HB", NotInBody), m.row("HB", BuiltOn)
	for i, x := range m.reports {
		if len(x.Paragraphs) < 2 || x.report.Opening(0, x.Paragraphs[0].Of(x.String)) != data.Headline {
			continue
		}
		last := x.Sentences[x.Paragraphs[0].Last-1].Last
		if x.TokenCount() == last {
			continue
		}
		inBody := map[string]bool{}
		sets := map[int]bool{}
		for k := last; k < x.TokenCount(); k++ {
			inBody[x.Token(k).Stem] = true
			if x.english {
				if _, list, ok := x.labelAt(k); ok {
					for _, s := range list {
						sets[s] = true
					}
				}
			}
		}
		head := map[string]bool{}
		for k := 0; k < last; k++ {
			w := x.Token(k)
			if !w.Word || w.Stop {
				continue
			}
			head[w.Stem] = true
			if strings.ContainsFunc(w.Key, text.Unspaced) {
				continue
			}
			if inBody[w.Stem] || inBody[bareKey(w.Key)] {
				continue
			}
			missing.Cells[i].add(x.wording(k, k+1))
		}
		for _, s := range x.unspacedBeyond(x.Paragraphs[0].Span, x.String[x.Paragraphs[1].Start:]) {
			missing.Cells[i].add(Wording{Text: x.says(s), Places: []data.Span{s}})
		}
		if s, ok := x.nearestTo(head); ok {
			built.Cells[i].add(Wording{Text: x.says(s), Places: []data.Span{s}})
		}
	}
	var rows []Row
	for _, r := range []Row{missing, built} {
		if r.in() > 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

// unspacedBeyond returns the letters of writing without spaces in a headline,
// two at least, of which no two running stand in the story. Where its words are
// cut is a guess, so letters are looked for and not words.
func (x *telling) unspacedBeyond(headline data.Span, story string) []data.Span {
	var letters []rune
	var at []int
	var told []bool
	for i, r := range headline.Of(x.String) {
		both := false // with the letter before
		if n := len(letters); n > 0 && text.Unspaced(letters[n-1]) && text.Unspaced(r) && strings.Contains(story, string([]rune{letters[n-1], r})) {
			both, told[n-1] = true, true
		}
		letters, at, told = append(letters, r), append(at, headline.Start+i), append(told, both || !text.Unspaced(r))
	}
	at, told = append(at, headline.End), append(told, true)
	var list []data.Span
	for i := range letters {
		if n := slices.Index(told[i:], true); n > 1 && (i == 0 || told[i-1]) {
			list = append(list, data.Span{Start: at[i], End: at[i+n]})
		}
	}
	return list
}

// leastNear is how many words of a headline the sentence it is built on must have.
const leastNear = 2

// nearestTo returns the sentence of the story with the most words of the
// headline, of those with as many the first.
func (x *telling) nearestTo(head map[string]bool) (data.Span, bool) {
	best, most := -1, leastNear-1
	for i := x.Paragraphs[0].Last; i < len(x.Sentences); i++ {
		seen := map[string]bool{}
		for k := x.Sentences[i].First; k < x.Sentences[i].Last; k++ {
			if head[x.Token(k).Stem] {
				seen[x.Token(k).Stem] = true
			}
		}
		if len(seen) > most {
			best, most = i, len(seen)
		}
	}
	if best < 0 {
		return data.Span{}, false
	}
	return x.Sentences[best].Span, true
}
