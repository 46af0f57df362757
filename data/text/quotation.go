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
	nextClose := -1 // the next mark that can close a single quotation, once looked for
	closed := func(from int) bool {
		if nextClose < from {
			nextClose = singleClose(s, from)
		}
		return nextClose < len(s) && nextClose-from <= longestSingle
	}
	size := 0
	for at := quoteMarks.next(s, in.Start); at < in.End; at = quoteMarks.next(s, at+size) {
		var r rune
		r, size = utf8.DecodeRuneInString(s[at:])
		if !isQuoteMark(r) {
			continue
		}
		prev, _ := before(s[in.Start:], at-in.Start)
		next, _ := after(s, at+size)
		if mark != 0 {
			if strings.ContainsRune(closes[mark], r) && !(isApostrophe(r) && inWord(next)) {
				list = append(list, data.Span{Start: start, End: at})
				mark = 0
			}
			continue
		}
		switch {
		case opensQuote(r, prev, next) && (r != '‘' && r != '\'' || closed(at+size)):
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

// quoteMarks are the bytes a quotation mark may start with.
var quoteMarks = bytesOf("\"'")

func isQuoteMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '″', '„', '«', '»', '‘', '’', '「', '」', '『', '』':
		return true
	}
	return false
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// opensQuote reports whether the mark r, with no quotation open, opens one.
func opensQuote(r, prev, next rune) bool {
	atStart := prev == 0 || unicode.IsSpace(prev) || unicode.In(prev, unicode.Pd, unicode.Ps)
	switch r {
	case '“', '„', '«', '「', '『':
		return true
	case '"', '″':
		return atStart || !inWord(prev) && inWord(next)
	case '”', '»':
		return atStart && inWord(next)
	case '‘':
		return atStart
	case '\'':
		return atStart && unicode.IsLetter(next)
	}
	return false
}

// longestSingle is how many bytes a quotation in single marks may have.
const longestSingle = 2000

// singleClose returns the first place from i on of a single mark that can close
// a quotation: one behind a letter or a stop and in front of neither letter nor
// digit. It returns the length of s when there is none.
func singleClose(s string, i int) int {
	for k, r := range s[i:] {
		if !isApostrophe(r) {
			continue
		}
		at := i + k
		next, _ := after(s, at+utf8.RuneLen(r))
		prev, _ := before(s[i:], k)
		if !inWord(next) && prev != 0 && !unicode.IsSpace(prev) {
			return at
		}
	}
	return len(s)
}
