package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

// A piece is one block while its role is being worked out: a line of a text,
// several lines that were one before they were wrapped, or a block of a page.
type piece struct {
	span    data.Span // into Source.Text
	text    string    // what the span reads like once cleaned; never holds a line break
	no      int       // number of its first line, from 1
	unwraps bool

	role  data.Role
	why   data.Phrase
	score float64 // log-odds of being the report's text

	page *pageBlock // how the web page marks it; nil in a plain text
}

// give sets the role of a piece that has none yet.
func (p *piece) give(role data.Role, why data.Phrase) {
	if p.role == "" {
		p.role, p.why = role, why
	}
}

// rule sets the role of a piece whatever it had.
func (p *piece) rule(role data.Role, why data.Phrase) { p.role, p.why = role, why }

// splitLines returns the spans of the lines of text, without their white edges;
// a blank line is an empty span. Lines end at \n, \r\n, \r, form feeds,
// vertical tabs and the line and paragraph separators of Unicode.
func splitLines(text string) []data.Span {
	lines := make([]data.Span, 0, 1+strings.Count(text, "\n"))
	start := 0
	cut := func(end int) {
		a, b := trimmed(text, start, end)
		lines = append(lines, data.Span{Start: a, End: b})
	}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '\n', c == '\v', c == '\f':
			cut(i)
			i++
			start = i
		case c == '\r':
			cut(i)
			i++
			if i < len(text) && text[i] == '\n' {
				i++
			}
			start = i
		case c >= 0x80:
			r, n := utf8.DecodeRuneInString(text[i:])
			if r == 0x2028 || r == 0x2029 || r == 0x85 {
				cut(i)
				start = i + n
			}
			i += n
		default:
			i++
		}
	}
	cut(len(text))
	return lines
}

// pieces makes the pieces of a plain text: its lines that are not blank, those
// wrapped at a fixed width joined.
func pieces(text string) []piece {
	lines := splitLines(text)
	joins := wraps(text, lines)
	out := make([]piece, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		if lines[i].Empty() {
			continue
		}
		p := piece{span: lines[i], no: i + 1}
		for i+1 < len(lines) && joins[i] {
			i++
			p.span.End = lines[i].End
			p.unwraps = true
		}
		p.text = cleaned(p.span.Of(text), p.unwraps)
		out = append(out, p)
	}
	return out
}

// cleaned is s as a reader sees it: marks that show nothing gone, tabs made
// spaces, and, when the white space inside is the page's wrapping, each run of
// it made one space.
func cleaned(s string, unwraps bool) string {
	if !unwraps && strings.IndexFunc(s, func(r rune) bool { return r == '\t' || dropped(r) }) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	eachKept(s, unwraps, func(_, _ int, kept string) { b.WriteString(kept) })
	return b.String()
}

// eachKept calls yield with the parts of s in order and what each reads like in
// a clean text: s[start:end] itself, or one space for white space, or "" for
// wrapping that parts a word at its hyphen.
func eachKept(s string, unwraps bool, yield func(start, end int, kept string)) {
	from := 0
	flush := func(to int) {
		if from < to {
			yield(from, to, s[from:to])
		}
	}
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= 0x80 {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case dropped(r):
			flush(i)
			i += n
			from = i
		case unwraps && unicode.IsSpace(r):
			flush(i)
			end, broken := i, false
			for end < len(s) {
				q, m := utf8.DecodeRuneInString(s[end:])
				if !unicode.IsSpace(q) && !dropped(q) {
					break
				}
				broken = broken || q == '\n' || q == '\r' || q == '\v' || q == '\f' || q == 0x2028 || q == 0x2029 || q == 0x85
				end += m
			}
			kept := " "
			if broken && hyphenated(s[:i], s[end:]) {
				kept = ""
			}
			yield(i, end, kept)
			i, from = end, end
		case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			flush(i)
			yield(i, i+n, " ")
			i += n
			from = i
		default:
			i += n
		}
	}
	flush(len(s))
}

// hyphenated reports whether a word runs on over a line end: letter, hyphen, small letter.
func hyphenated(before, after string) bool {
	cut, found := strings.CutSuffix(before, "-")
	last, _ := utf8.DecodeLastRuneInString(cut)
	next, _ := utf8.DecodeRuneInString(after)
	return found && isLetter(last) && isLower(next)
}
