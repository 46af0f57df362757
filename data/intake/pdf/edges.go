package pdf

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// edgeRows is how many rows at the top and at the foot of a page may be its
// header and footer.
const edgeRows = 3

var (
	rePageNumber = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:page|seite|p\.|pág\.?|pagina|página|стр\.?|с\.)?\s*[-–—|]?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur|из|di)\s*\d{1,4})?\s*[-–—|]?$`)
	})
	// What browsers print above and below a page.
	rePrinted = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}|^(?:https?://|file://)\S+(?:\s+\d+\s*/\s*\d+)?$|^\d+\s*/\s*\d+\s+https?://`)
	})
	reAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`https?://[^\s]+`) })
)

// findEdges takes the headers, footers and page numbers out of pages: what
// the file marks so, what comes again at the same height with other numbers,
// and what browsers print there. It returns the rows taken out, a list a page.
func findEdges(pages [][]word) [][]row {
	out := make([][]row, len(pages))
	for i := range pages {
		out[i] = takeMarked(&pages[i])
	}
	rows := make([][]row, len(pages))
	seen := map[string]int{}
	for i := range pages {
		rows[i] = rowsOf(pages[i])
		done := map[string]bool{}
		eachEdge(rows[i], func(r row, top bool) {
			if k := edgeKey(r, top); k != "" && !done[k] {
				done[k] = true
				seen[k]++
			}
		})
	}
	for i := range pages {
		gone := map[int]bool{}
		n := len(rows[i])
		for j := range rows[i] {
			top, foot := j < edgeRows, j >= n-edgeRows
			if !top && !foot {
				continue
			}
			r := rows[i][j]
			text := lineOf(r).text
			outer := j == 0 || j == n-1 || gone[j-1]
			again := top && seen[edgeKey(r, true)] > 1 || foot && seen[edgeKey(r, false)] > 1
			if again && (len(pages) < 4 || seen[edgeKey(r, top)]*3 >= len(pages) || foot && seen[edgeKey(r, false)]*3 >= len(pages)) ||
				outer && (rePageNumber().MatchString(text) || rePrinted().MatchString(text)) {
				gone[j] = true
			}
		}
		if len(gone) == n { // a page of nothing else: it is the text
			continue
		}
		pages[i] = pages[i][:0:0]
		for j, r := range rows[i] {
			if gone[j] {
				out[i] = append(out[i], r)
			} else {
				pages[i] = append(pages[i], r.words...)
			}
		}
	}
	return out
}

// takeMarked takes out what the file marks as no part of the text, unless that
// is most of it.
func takeMarked(words *[]word) []row {
	var edge, rest []word
	for _, w := range *words {
		if w.edge {
			edge = append(edge, w)
		} else {
			rest = append(rest, w)
		}
	}
	if len(edge) > len(rest) {
		return nil
	}
	*words = rest
	return rowsOf(edge)
}

func eachEdge(rows []row, yield func(r row, top bool)) {
	for j, r := range rows {
		if j < edgeRows {
			yield(r, true)
		}
		if j >= len(rows)-edgeRows {
			yield(r, false)
		}
	}
}

// edgeKey is a row with its numbers made alike, and its height on the page.
func edgeKey(r row, top bool) string {
	text := lineOf(r).text
	if !strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(text, unicode.IsDigit) {
		return ""
	}
	key := strings.Map(func(c rune) rune {
		switch {
		case unicode.IsDigit(c):
			return '#'
		case unicode.IsSpace(c):
			return -1
		}
		return unicode.ToLower(c)
	}, text)
	for strings.Contains(key, "##") {
		key = strings.ReplaceAll(key, "##", "#")
	}
	where := "foot"
	if top {
		where = "top"
	}
	return where + key
}
