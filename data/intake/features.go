package intake

import (
	"math"
	"strings"
	"unicode/utf8"
)

// A token is a word of a line.
type token struct {
	text, low string
	quoted    bool // stands inside quotation marks
}

// tokens returns the words of a line.
func tokens(line string) []token {
	ts := make([]token, 0, len(line)/6+1)
	quotes := quotedSpans(line)
	words(line, func(w string, at int) bool {
		for len(quotes) > 0 && quotes[0][1] <= at {
			quotes = quotes[1:]
		}
		ts = append(ts, token{w, strings.ReplaceAll(strings.ToLower(w), "’", "'"), len(quotes) > 0 && quotes[0][0] <= at})
		return true
	})
	return ts
}

// quotedSpans returns where s quotes somebody: from an opening mark to the next closing one.
func quotedSpans(s string) [][2]int {
	var spans [][2]int
	open := -1
	for i, r := range s {
		switch r {
		case '“', '„', '«':
			open = i
		case '”', '»':
			if open >= 0 {
				spans = append(spans, [2]int{open, i + utf8.RuneLen(r)})
				open = -1
			}
		case '"':
			if open >= 0 {
				spans = append(spans, [2]int{open, i + 1})
				open = -1
			} else {
				open = i
			}
		}
	}
	return spans
}

var (
	reportWords = wordSet(`said says told stated added reported announced noted claimed stressed explained warned spokesman spokeswoman spokesperson statement reporters ministry minister president government police officials official yesterday`)
	orderWords  = wordSet(`sign subscribe read click follow share get join log download watch listen see view show find check learn discover shop buy try start explore enter select choose visit register submit support donate like send print save add skip browse continue accept contact`)
	weekdays    = wordSet(`monday tuesday wednesday thursday friday saturday sunday`)
)

// traits are what one line shows by itself.
type traits struct {
	n     int // words; for writing without spaces, half its letters
	kinds kinds

	length, stop, end, endOpen, commas, sentences, title, caps, digits, address, lower, bars float64
	repeated, reports, self, slang, orders, quotes, exclaims, asks, good, topic, echo        float64

	content []string // words of more than three letters, in lower case
}

func share(n, of int) float64     { return float64(min(n, of)) / float64(of) }
func (t *traits) is(k kinds) bool { return t.kinds&k != 0 }

// yes is 1 for what is so and 0 for what is not.
func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// traitsOf reads one line; stop holds the page's function words, nil when its
// language has none here.
func traitsOf(line string, ts []token, stop map[string]bool, copies int) traits {
	t := traits{n: len(ts)}
	han := 0
	for _, r := range line {
		if isHan(r) {
			han++
		}
	}
	if han > 4 && han/2 > t.n {
		t.n = han / 2
	}
	stops, alphabetic, capital, shouted, numbers := 0, 0, 0, 0, 0
	for k, w := range ts {
		if stop[w.low] {
			stops++
		}
		r, size := utf8.DecodeRuneInString(w.text)
		switch {
		case isLetter(r):
			alphabetic++
			if isUpper(r) {
				capital++
				if len(w.text) > size && strings.IndexFunc(w.text, isLower) < 0 {
					shouted++
				}
			}
		case isDigit(r):
			numbers++
		}
		if reportWords[w.low] || weekdays[w.low] && k > 0 && ts[k-1].low == "on" ||
			k > 0 && (w.low == "to" && ts[k-1].low == "according" || ts[k-1].low == "last" && (w.low == "week" || w.low == "month" || w.low == "year")) {
			t.reports++
		}
		if !w.quoted {
			if selfWords[w.low] || youWords[w.low] {
				t.self++
			}
			if slangWords[w.low] {
				t.slang++
			}
		}
		if utf8.RuneCountInString(w.text) > 3 && len(t.content) < 80 {
			t.content = append(t.content, w.low)
		}
	}
	if len(ts) > 0 {
		t.stop, t.digits = float64(stops)/float64(len(ts)), float64(numbers)/float64(len(ts))
		t.orders = yes(orderWords[ts[0].low])
	}
	if stop == nil && han > 4 {
		t.stop = .33
	}
	if alphabetic > 0 {
		t.title, t.caps = float64(capital)/float64(alphabetic), float64(shouted)/float64(alphabetic)
	}
	t.kinds = furniture(line, ts)
	t.length = math.Log1p(float64(min(t.n, 120)))
	t.end = yes(endsSentence(line))
	t.endOpen = yes(t.end > 0 || endsSentence(strings.TrimRight(line, " 0123456789")) || strings.HasSuffix(strings.TrimRight(line, "\"'”’»)]*"), ":") || strings.HasSuffix(line, ";"))
	t.commas = share(strings.Count(line, ",")+strings.Count(line, "،")+strings.Count(line, "，")+strings.Count(line, "、"), 6)
	t.sentences = share(sentenceEnds(line), 5)
	t.address = yes(strings.Contains(line, "://") || strings.Contains(line, "www.") || strings.Contains(line, "[email"))
	first, _ := utf8.DecodeRuneInString(line)
	t.lower = yes(isLower(first))
	bars, bangs, odd := 0, false, 0
	for i, r := range line {
		switch r {
		case '|', '»', '›', '·', '•', '▶', '→':
			bars++
		case '!', '?':
			if r == '!' {
				bangs = true
			}
			if i > 0 && (line[i-1] == '!' || line[i-1] == '?') {
				odd++
			}
		case '"', '“', '”', '„', '«':
			t.quotes = 1
		}
	}
	if strings.Contains(line, "....") || strings.Contains(line, "……") {
		odd++
	}
	for _, face := range []string{":)", ":-)", ":(", ";)", ":-(", ":D", ";-)", ":]", ":["} {
		odd += strings.Count(line, face)
	}
	t.bars = share(bars, 4)
	t.repeated = share(copies-1, 3)
	t.reports = min(t.reports, 3) / 3
	t.self = min(t.self, 4) / 4
	t.slang = min(t.slang+float64(odd), 3) / 3
	t.exclaims = yes(bangs && unquoted(line, "!"))
	t.asks = yes(strings.Contains(line, "?") && unquoted(line, "?"))
	t.good = t.worth(stop == nil)
	return t
}

// worth says, from 0 to 1, how much a line alone looks like running text.
func (t *traits) worth(unknown bool) float64 {
	g, full := 0.0, float64(min(t.n, 60))/60
	switch {
	case t.n >= 8 && (t.stop >= .22 || unknown) && t.endOpen > 0:
		g = full
	case t.n >= 20 && (t.stop >= .25 || unknown):
		g = full * .7
	}
	if t.kinds&^kindMeta != 0 && t.n < 60 {
		g *= .3
	}
	return g
}

// unquoted reports whether mark stands in s outside quotation marks.
func unquoted(s, mark string) bool {
	spans := quotedSpans(s)
	for i := range s {
		for len(spans) > 0 && spans[0][1] <= i {
			spans = spans[1:]
		}
		if strings.HasPrefix(s[i:], mark) && (len(spans) == 0 || i < spans[0][0]) {
			return true
		}
	}
	return false
}

// sentenceEnds counts the full stops and other ends of sentences inside and at the end of s.
func sentenceEnds(s string) int {
	n := 0
	for i, r := range s {
		switch r {
		case '.', '!', '?':
			if i+1 == len(s) || s[i+1] == ' ' {
				n++
			}
		case '。', '؟', '।':
			n++
		}
	}
	return n
}

// languageOf guesses the language of lines by their function words: "" when none fits.
func languageOf(lines [][]token) string {
	counts := map[string]int{}
	n := 0
	for _, ts := range lines {
		for _, t := range ts {
			n++
			if r, _ := utf8.DecodeLastRuneInString(t.low); isHan(r) {
				n += letterCount(t.low) / 2 // no spaces part the words of this script
				continue
			}
			for _, code := range stopLanguages {
				if stopWords[code][t.low] {
					counts[code]++
				}
			}
		}
	}
	best := ""
	for _, code := range stopLanguages {
		if counts[code] > counts[best] {
			best = code
		}
	}
	if n == 0 || counts[best]*100 <= n*8 {
		return ""
	}
	return best
}

// sampleLines is how many lines of more than 60 letters the language is told by.
const sampleLines = 200

// readTraits reads all lines of a page and says what language it is in.
func readTraits(ps []piece) ([]traits, string) {
	ts := make([][]token, len(ps))
	var long [][]token
	copies := make(map[string]int, len(ps))
	keys := make([]string, len(ps))
	for i := range ps {
		ts[i] = tokens(ps[i].text)
		if len(long) < sampleLines && letterCount(ps[i].text) > 60 {
			long = append(long, ts[i][:min(len(ts[i]), 200)])
		}
		keys[i] = key(ps[i].text)
		copies[keys[i]]++
	}
	if len(long) == 0 {
		long = ts
	}
	language := languageOf(long)
	out := make([]traits, len(ps))
	for i := range ps {
		out[i] = traitsOf(ps[i].text, ts[i], stopWords[language], copies[keys[i]])
	}
	return out, language
}

// featureNames names the numbers of a line's vector in order.
var featureNames = []string{"length", "stop", "end", "endOpen", "commas", "sentences", "title", "caps", "digits", "address", "lower", "bars", "repeated", "reports", "self", "slang", "orders", "quotes", "exclaims", "asks",
	"nav", "share", "comments", "related", "legal", "promo", "account", "caption", "meta",
	"good", "topic", "place", "wordPlace", "goodBefore", "goodAfter", "commentsSeen", "relatedSeen",
	"before1 good", "before1 length", "before1 endOpen", "before1 furniture", "before2 good", "before2 length",
	"after1 good", "after1 length", "after1 endOpen", "after1 furniture", "after2 good", "after2 length",
	"around3", "before6", "after6", "around15", "between", "short", "length between", "no stop words"}

// features makes each line's vector, the numbers of featureNames and then of
// aroundNames: what the line shows by itself and what stands around it.
func features(ts []traits, language string) [][]float64 {
	n := len(ts)
	inGood := map[string]int{} // in how many lines of running text a word stands
	total := 0
	for i := range ts {
		total += ts[i].n
		if ts[i].good > .2 {
			eachOnce(ts[i].content, func(w string) { inGood[w]++ })
		}
	}
	sums := make([]float64, n+1)
	for i := range ts {
		sums[i+1] = sums[i] + ts[i].good
	}
	mean := func(a, b int) float64 {
		a, b = max(0, a), min(n, b)
		if b <= a {
			return 0
		}
		return (sums[b] - sums[a]) / float64(b-a)
	}
	none := traits{}
	at := func(i int) *traits {
		if i < 0 || i >= n {
			return &none
		}
		return &ts[i]
	}
	allGood := sums[n]
	if allGood == 0 {
		allGood = 1
	}
	out := make([][]float64, n)
	seenComments, seenRelated, lastRelated, wordsSoFar := 0.0, 0.0, -99, 0
	for i := range ts {
		t := &ts[i]
		if len(t.content) > 0 {
			own, k := 0, 0
			if t.good > .2 {
				own = 1
			}
			for _, w := range t.content {
				if inGood[w]-own >= 2 {
					k++
				}
			}
			t.topic = float64(k) / float64(len(t.content))
		}
		wordPlace := float64(wordsSoFar) / float64(max(1, total))
		wordsSoFar += t.n
		if t.n <= 12 && sums[i] > 1 {
			if t.is(kindComments) {
				seenComments = 1
			}
			if t.is(kindRelated) {
				seenRelated, lastRelated = 1, i
			}
		}
		if i-lastRelated > 6 && mean(i-3, i) > .3 {
			seenRelated = 0
		}
		v := make([]float64, 0, len(featureNames)+len(aroundNames))
		v = append(v, t.length, t.stop, t.end, t.endOpen, t.commas, t.sentences, t.title, t.caps, t.digits, t.address, t.lower, t.bars,
			t.repeated, t.reports, t.self, t.slang, t.orders, t.quotes, t.exclaims, t.asks)
		for _, k := range kindOrder {
			v = append(v, yes(t.is(k)))
		}
		p1, p2, n1, n2 := at(i-1), at(i-2), at(i+1), at(i+2)
		before, after := mean(i-6, i), mean(i+1, i+7)
		between := min(before, after)
		v = append(v, t.good, t.topic, float64(i)/float64(max(1, n-1)), wordPlace, sums[i]/allGood, (sums[n]-sums[i+1])/allGood, seenComments, seenRelated,
			p1.good, p1.length, p1.endOpen, yes(p1.kinds != 0), p2.good, p2.length, n1.good, n1.length, n1.endOpen, yes(n1.kinds != 0), n2.good, n2.length,
			mean(i-3, i+4), before, after, mean(i-15, i+16), between, yes(t.n <= 3), t.length*min(1, between*2), yes(language == ""))
		out[i] = v
	}
	addAround(out, ts)
	return out
}

// eachOnce calls yield once with each different word of ws.
func eachOnce(ws []string, yield func(string)) {
	seen := make(map[string]bool, len(ws))
	for _, w := range ws {
		if !seen[w] {
			seen[w] = true
			yield(w)
		}
	}
}

// dot is the weighted sum of x, plus b.
func dot(w, x []float64, b float64) float64 {
	for i, v := range x {
		b += w[i] * v
	}
	return b
}
