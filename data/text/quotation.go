package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

// closes names, for each mark that opens a quotation, the marks that close it.
// Reports mix straight and curly marks within one quotation.
var closes = map[rune]string{
	'“': "”\"″", '"': "\"”″", '″': "\"”″", '„': "“”\"", '«': "»", '»': "«", '”': "”",
	'「': "」", '『': "』", '‘': "’", '\'': "'’",
}

// quotations returns what stands between quotation marks in one paragraph, in text order.
func quotations(s string, in data.Span) []data.Span {
	var list []data.Span
	mark, start := rune(0), 0
	seen := false // a mark stood in this paragraph
	s = s[:in.End]
	for i, r := range s[in.Start:] {
		at := in.Start + i
		if r < '"' || 'A' <= r && r <= 'z' || !isQuoteMark(r) {
			continue
		}
		prev, _ := before(s[in.Start:], i)
		size := utf8.RuneLen(r)
		next, _ := after(s, at+size)
		if mark != 0 {
			if strings.ContainsRune(closes[mark], r) && !(isApostrophe(r) && inWord(next)) {
				list = append(list, data.Span{Start: start, End: at})
				mark = 0
			}
			continue
		}
		switch {
		case opensQuote(r, prev, next, s[at+size:]):
			mark, start = r, at+size
		case (r == '”' || r == '»' || r == '"') && !seen && prev != 0: // opened in an earlier paragraph
			list = append(list, data.Span{Start: in.Start, End: at})
		}
		seen = seen || !isApostrophe(r)
	}
	if mark != 0 && !isApostrophe(mark) && mark != '‘' {
		list = append(list, data.Span{Start: start, End: in.End})
	}
	return list
}

func isQuoteMark(r rune) bool {
	_, ok := closes[r]
	return ok || r == '’' || r == '」' || r == '』'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// opensQuote reports whether the mark r, with no quotation open, opens one.
func opensQuote(r, prev, next rune, rest string) bool {
	atStart := prev == 0 || unicode.IsSpace(prev) || unicode.In(prev, unicode.Pd, unicode.Ps)
	switch r {
	case '“', '„', '«', '「', '『':
		return true
	case '"', '″':
		return atStart || !inWord(prev) && inWord(next)
	case '”', '»':
		return atStart && inWord(next)
	case '‘':
		return atStart && closedSingle(rest)
	case '\'':
		return atStart && unicode.IsLetter(next) && closedSingle(rest)
	}
	return false
}

// longestSingle is how many bytes a quotation in single marks may have.
const longestSingle = 2000

// closedSingle reports whether a single mark further on can close a quotation:
// one behind a letter or a stop and in front of neither letter nor digit.
func closedSingle(rest string) bool {
	for i, r := range rest {
		if i > longestSingle {
			return false
		}
		if !isApostrophe(r) {
			continue
		}
		next, _ := after(rest, i+utf8.RuneLen(r))
		prev, _ := before(rest, i)
		if !inWord(next) && prev != 0 && !unicode.IsSpace(prev) {
			return true
		}
	}
	return false
}
