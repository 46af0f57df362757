package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

// paperEnds are words that the names of newspapers end with, paperHeads those
// that they begin with.
var (
	paperEnds = wordSet(`post times herald ledger gazette courier tribune chronicle news journal mail echo observer guardian telegraph press record mirror monitor argus advertiser examiner bulletin dispatch sentinel
		zeitung kurier blatt tageblatt anzeiger nachrichten bote rundschau вісник газета новини кур'єр`)
	paperHeads = wordSet(`diario periódico noticias heraldo correo gaceta jornal gazeta correio folha dépêche courrier газета صحيفة جريدة`)
)

// newsLabels are words in front of such a word that make it a heading of the page.
var newsLabels = wordSet(`breaking latest world local national regional top more all good bad last últimas mais alle останні усі всі`)

// paperName returns the name of a newspaper that a line, or a part of it between
// commas and bars, is; "" when none is.
func paperName(line string) string {
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("|·•–—,،/", r) }) {
		part = strings.Trim(part, " \t\"'«»“”„《》.")
		ts := tokens(part)
		if len(ts) < 2 || len(ts) > 5 || endsSentence(part) || bylineName(part) != "" || newsLabels[ts[0].low] {
			continue
		}
		head, end := ts[0], ts[len(ts)-1]
		if articles[head.low] {
			head = ts[1]
		}
		opens, _ := utf8.DecodeRuneInString(part)
		ends, _ := utf8.DecodeRuneInString(end.text)
		if paperEnds[end.low] && isUpper(opens) && (isUpper(ends) || unicode.Is(unicode.Cyrillic, ends)) ||
			paperHeads[head.low] && !isLower(ends) && !isDigit(ends) {
			return part
		}
	}
	return ""
}

// articles stand in front of a name: El Diario del Henar.
var articles = wordSet(`el la il le o a der die das`)

// papers gives the lines of a plain text above its first paragraph that are the
// name of a newspaper and nothing else their role.
func (s *sorter) papers(first int) {
	if s.page != nil {
		return
	}
	for i := range min(first, len(s.ps)) {
		p, t := &s.ps[i], &s.traits[i]
		if (p.role == "" || p.role == data.Body) && t.n <= 6 && t.end == 0 && strings.EqualFold(paperName(p.text), strings.Trim(p.text, " .")) {
			p.rule(data.OutletName, whyOutlet)
		}
	}
}

// paperVote speaks for a newspaper named in a line that says when, or who wrote.
func (r *factReader) paperVote(vote func(string, float64, int)) {
	at := slices.IndexFunc(r.src.Blocks, func(b data.Block) bool { return b.Role == data.Headline })
	for i, b := range r.src.Blocks {
		if at < 0 || i < at || i > at+4 || b.Role != data.Dateline && b.Role != data.Byline {
			continue
		}
		if name := paperName(r.text(i)); name != "" {
			vote(name, 1, i)
		}
	}
}
