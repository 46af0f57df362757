package lens

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/text"
)

// mostSwapped is how many words on either side a changed wording may have.
const mostSwapped = 6

// wordings gathers, over all tied passages, the words that stand in place of
// others: each with how often it does. Numbers and spellings have tables of
// their own.
func (m *matter) wordings() []Row {
	at := map[string]int{}
	var rows []Row
	for n := range m.ties {
		t := &m.ties[n]
		if !t.sure {
			continue
		}
		for _, d := range t.changes() {
			if d.Kind != data.Replaced {
				continue
			}
			var keys [2]string
			var found [2]Wording
			good := true
			for s, span := range []data.Span{d.Left, d.Right} {
				x := m.reports[t.sides()[s]]
				from, to := x.tokensIn(span)
				from, to = x.trim(from, to)
				good = good && from < to && x.swappable(from, to)
				if good {
					keys[s], found[s] = keyOf(x, from, to), x.wording(from, to)
					if cut := cutTo(found[s].Places[0], span); cut != found[s].Places[0] {
						found[s] = Wording{Text: x.says(cut), Places: []data.Span{cut}}
						keys[s] = found[s].Text
					}
				}
			}
			if !good || keys[0] == keys[1] {
				continue
			}
			key := strings.Join([]string{keys[0], keys[1], string(rune('0' + t.a)), string(rune('0' + t.b))}, "\x00")
			k, ok := at[key]
			if !ok {
				k = len(rows)
				at[key] = k
				rows = append(rows, m.row("", Differs))
			}
			for s, i := range t.sides() {
				rows[k].Cells[i].add(found[s])
			}
		}
	}
	return rows
}

// cutTo is what of words lies in a difference. Only in writing without spaces
// does a difference part them.
func cutTo(words, difference data.Span) data.Span {
	return data.Span{Start: max(words.Start, difference.Start), End: min(words.End, difference.End)}
}

// trim takes signs and, while something else is left, small words off the ends
// of tokens [from,to).
func (x *telling) trim(from, to int) (int, int) {
	for from < to && !x.Token(from).Word {
		from++
	}
	for to > from && !x.Token(to-1).Word {
		to--
	}
	a, b := from, to
	for a < b && (x.Token(a).Stop || !x.Token(a).Word) {
		a++
	}
	for b > a && (x.Token(b-1).Stop || !x.Token(b-1).Word) {
		b--
	}
	if a == b {
		return from, to
	}
	return a, b
}

// swappable reports whether words are few enough to be read as one wording, and
// not numbers or small words alone.
func (x *telling) swappable(from, to int) bool {
	n, content := 0, false
	for k := from; k < to; k++ {
		w := x.Token(k)
		if w.Word {
			n++
			content = content || !w.Stop && !w.Number
		}
	}
	return content && n <= mostSwapped && x.together(from, to-1)
}

// spellings makes a row for each word or name that the reports spell in two
// ways: those found in tied passages, and words that are one word by the rules
// of British and American spelling wherever they stand.
func (m *matter) spellings() []Row {
	type spelled struct {
		report int
		key    string
	}
	found := map[string]map[spelled][]int{} // by the one spelling: tokens
	variants := map[string]map[string]bool{}
	for i, x := range m.reports {
		for k, w := range x.Tokens() {
			if !w.Word || w.Number {
				continue
			}
			if found[w.Plain] == nil {
				found[w.Plain], variants[w.Plain] = map[spelled][]int{}, map[string]bool{}
			}
			s := spelled{i, w.Key}
			found[w.Plain][s] = append(found[w.Plain][s], k)
			variants[w.Plain][w.Key] = true
		}
	}
	var plains []string
	for plain, v := range variants {
		if len(v) > 1 {
			plains = append(plains, plain)
		}
	}
	slices.Sort(plains)
	var rows []Row
	add := func(row *Row, i int, tokens []int) {
		for _, k := range tokens {
			row.Cells[i].add(m.reports[i].wording(k, k+1))
		}
	}
	for _, plain := range plains {
		row := m.row("SP", Differs)
		var keys []string
		for key := range variants[plain] {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for i := range m.reports {
			for _, key := range keys {
				add(&row, i, found[plain][spelled{i, key}])
			}
		}
		if row.in() > 1 && cellsDiffer(row.Cells) {
			rows = append(rows, row)
		}
	}
	return append(rows, m.nameSpellings()...)
}

// leastSpelled is how many letters a name needs to be taken for another spelling.
const leastSpelled = 5

// bones are a name's letters without vowels, how many vowels, and its first
// letter; two spellings of one name, brought over from another script, have the same.
func bones(key string) string {
	var b strings.Builder
	n := 0
	for _, r := range text.FoldName(key) {
		if strings.ContainsRune("aeiou", r) {
			n++
			continue
		}
		b.WriteRune(r)
	}
	first, _ := utf8.DecodeRuneInString(key)
	return fmt.Sprint(b.String(), n, string(first))
}

// rivalNames are pairs of names, one that report i has and j has not and one the
// other way round, with the same bones.
func (m *matter) rivalNames(i, j int) [][2]string {
	names := func(x *telling) map[string]bool {
		list := map[string]bool{}
		for k, w := range x.Tokens() {
			if key := bareKey(w.Key); w.Word && w.Name && !w.Number && x.capital(k) && !x.opens(k) && utf8.RuneCountInString(key) >= leastSpelled {
				list[key] = true
			}
		}
		return list
	}
	has := func(x *telling) map[string]bool {
		list := map[string]bool{}
		for _, f := range x.Forms {
			list[bareKey(f.Key)] = true
		}
		return list
	}
	inI, inJ := has(m.reports[i]), has(m.reports[j])
	byBones := map[string][]string{}
	for key := range names(m.reports[i]) {
		if !inJ[key] {
			byBones[bones(key)] = append(byBones[bones(key)], key)
		}
	}
	var list [][2]string
	for key := range names(m.reports[j]) {
		if other := byBones[bones(key)]; len(other) == 1 && !inI[key] {
			list = append(list, [2]string{min(other[0], key), max(other[0], key)})
		}
	}
	slices.SortFunc(list, func(x, y [2]string) int { return strings.Compare(x[0]+" "+x[1], y[0]+" "+y[1]) })
	return list
}

// nameSpellings are the names that tied passages spell in two ways.
func (m *matter) nameSpellings() []Row {
	seen := map[[2]string]bool{}
	var rows []Row
	add := func(keys [2]string) {
		if seen[keys] {
			return
		}
		seen[keys] = true
		row := m.row("SP", Differs)
		for i, x := range m.reports { // wherever either stands
			for k := range x.TokenCount() {
				if key := bareKey(x.key(k)); (key == keys[0] || key == keys[1]) && x.capital(k) {
					row.Cells[i].add(x.wording(k, k+1))
				}
			}
		}
		if row.in() > 1 {
			rows = append(rows, row)
		}
	}
	for n := range m.ties {
		t := &m.ties[n]
		for _, d := range t.changes() {
			if d.Kind != data.Spelling {
				continue
			}
			a, toA := m.reports[t.a].tokensIn(d.Left)
			b, toB := m.reports[t.b].tokensIn(d.Right)
			if toA != a+1 || toB != b+1 || m.reports[t.a].Token(a).Plain == m.reports[t.b].Token(b).Plain {
				continue
			}
			x, y := bareKey(m.reports[t.a].key(a)), bareKey(m.reports[t.b].key(b))
			add([2]string{min(x, y), max(x, y)})
		}
	}
	for i := range m.reports {
		for j := i + 1; j < len(m.reports); j++ {
			for _, keys := range m.rivalNames(i, j) {
				add(keys)
			}
		}
	}
	return rows
}

// cellsDiffer reports whether two cells that have something have not the same wordings.
func cellsDiffer(cells []Cell) bool {
	var first []string
	for _, c := range cells {
		var list []string
		for _, w := range c.Wordings {
			list = append(list, strings.ToLower(w.Text))
		}
		slices.Sort(list)
		switch {
		case list == nil:
		case first == nil:
			first = list
		case !slices.Equal(first, list):
			return true
		}
	}
	return false
}
