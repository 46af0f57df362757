package lens

import (
	"cmp"
	"slices"

	"parallax/data"
	"parallax/data/text"
)

// mostFirst is how many words a paragraph is named by.
const mostFirst = 10

// order makes a row for each two paragraphs that tied passages tie, and for each
// paragraph that nothing ties.
func (m *matter) order() []Row {
	type tied struct{ a, b, p, q int }
	strength := map[tied]int{}
	var all []tied
	for n := range m.ties {
		t := &m.ties[n]
		if !t.sure {
			continue
		}
		for _, s := range t.spans[0] {
			for _, u := range t.spans[1] {
				k := tied{t.a, t.b, m.reports[t.a].paragraphAt(s), m.reports[t.b].paragraphAt(u)}
				if strength[k] == 0 {
					all = append(all, k)
				}
				strength[k]++
			}
		}
	}
	slices.SortFunc(all, func(x, y tied) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.p, y.p), cmp.Compare(x.q, y.q))
	})
	has := make([]map[int]bool, len(m.reports))
	for i := range has {
		has[i] = map[int]bool{}
	}
	var rows []Row
	for _, k := range all {
		row := m.row("OR", Same)
		row.Cells[k.a], row.Cells[k.b] = m.reports[k.a].placed(k.p), m.reports[k.b].placed(k.q)
		if k.p != k.q {
			row.Finding = Differs
		}
		has[k.a][k.p], has[k.b][k.q] = true, true
		rows = append(rows, row)
	}
	for i, x := range m.reports {
		for p := range x.Paragraphs {
			if !has[i][p] {
				row := m.row("OR", OnlyOne)
				row.Cells[i] = x.placed(p)
				rows = append(rows, row)
			}
		}
	}
	return rows
}

func (x *telling) paragraphAt(s data.Span) int { return x.Sentences[x.sentenceAt(s.Start)].Paragraph }

// placed is a cell for paragraph p, named by its first words.
func (x *telling) placed(p int) Cell {
	para := x.Paragraphs[p]
	from, to := x.tokensIn(para.Span)
	end, n := from, 0
	for end < to && n < mostFirst {
		if x.Token(end).Word {
			n++
		}
		end++
	}
	w := Wording{Places: []data.Span{para.Span}}
	if from < end {
		w.Text = x.says(x.span(from, end))
	}
	return Cell{Wordings: []Wording{w}, At: p, Number: x.beside[p]}
}

// numbered numbers the paragraphs of a report from 1, without its headline and
// standfirst, as they are numbered beside the text.
func numbered(r *data.Report, t *text.Text) []int {
	numbers := make([]int, len(t.Paragraphs))
	n := 0
	for p := range t.Paragraphs {
		if r.Opening(p, t.Paragraphs[p].Of(t.String)) == data.Body {
			n++
			numbers[p] = n
		}
	}
	return numbers
}
