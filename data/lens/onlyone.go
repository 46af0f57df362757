package lens

import "parallax/data"

// leastOnly is how many words a sentence needs to be told as one that stands in
// one report only.
const leastOnly = 4

// onlyOnes makes a row for each sentence that nothing ties to another report,
// for sure or possibly.
func (m *matter) onlyOnes() []Row {
	if len(m.ties) == 0 {
		return nil
	}
	var rows []Row
	for i, x := range m.reports {
		tied := make([]bool, len(x.Sentences))
		for n := range m.ties {
			t := &m.ties[n]
			for side, report := range t.sides() {
				if report != i {
					continue
				}
				for _, s := range t.spans[side] {
					for k := x.sentenceAt(s.Start); k < len(x.Sentences) && x.Sentences[k].Start < s.End; k++ {
						tied[k] = true
					}
				}
			}
		}
		for n, s := range x.Sentences {
			if tied[n] || x.wordsIn(s.First, s.Last) < leastOnly {
				continue
			}
			row := m.row("ON", OnlyOne)
			row.Cells[i].add(Wording{Text: x.says(s.Span), Places: []data.Span{s.Span}})
			rows = append(rows, row)
		}
	}
	return rows
}

func (x *telling) wordsIn(from, to int) int {
	n := 0
	for k := from; k < to; k++ {
		if x.Token(k).Word {
			n++
		}
	}
	return n
}
