package intake

import (
	"hash/maphash"
	"math"
	"strings"
	"unicode/utf8"
)

// Readers' comments often follow a report with no heading. They are found as a
// change of voice: from some line on, the lines speak to each other, shout,
// slip, agree and quote the report.

var (
	opinionWords = wordSet(`should would think hope maybe perhaps really just sure agree disagree opinion guess believe wonder imagine actually truly simply anyway love hate great nice good bad sorry wish article post comment comments author true truth nobody everyone anyone everybody people stop look why what how`)
	openingWords = wordSet(`hi hey hello dear thanks yes no yep yeah nope well so but and oh ok okay agreed exactly indeed sorry sadly wow great good nice love lol haha hmm mmm if maybe because`)
	tellingWords = wordSet(`said says told stated added reported reports announced noted claimed stressed explained warned confirmed emphasized emphasised concluded spokesman spokeswoman spokesperson reporters percent`)
	usWords      = wordSet(`we our us he's it's that's there's they're`)
	youWords     = wordSet(`you your you're`)
	bareWords    = wordSet(`dont cant wont didnt doesnt isnt im ive thats youre`)
	pointing     = wordSet(`is are`)
	reSlip       = pattern(`[a-z][.!?,][A-Z][a-z]|\s[,.;!?](?:\s|$)|\bi\b(?:[^'’.]|$)|\b(?:teh|alot)\b`)
)

// voice says how much a line reads like a reader's comment and not like a
// report: selves, slang, telling verbs, short forms, opinion, an opening word,
// slips, shouting, "!", "?", no full stop, a small first letter, short, long,
// capitals, only a quotation, commas, digits, you, us. Quoted speech is left out
// of most of it.
func voice(line string, ts []token) []float64 {
	n := float64(max(1, len(ts)))
	var self, slang, telling, contracted, opinion, shouting, you, us float64
	capital, alphabetic := 0.0, 0.0
	for k, t := range ts {
		if tellingWords[t.low] || weekdays[t.low] && k > 0 && ts[k-1].low == "on" ||
			k > 0 && (ts[k-1].low == "according" && t.low == "to" || ts[k-1].low == "per" && t.low == "cent" || ts[k-1].low == "last" && (t.low == "week" || t.low == "month" || t.low == "year") || ts[k-1].low == "earlier" && t.low == "this") {
			telling++
		}
		if t.quoted {
			continue
		}
		self += yes(selfWords[t.low])
		slang += yes(slangWords[t.low])
		opinion += yes(opinionWords[t.low])
		you += yes(youWords[t.low])
		us += yes(usWords[t.low] || k > 0 && pointing[t.low] && (ts[k-1].low == "this" || ts[k-1].low == "that" || ts[k-1].low == "they"))
		contracted += yes(bareWords[t.low] || contraction(t.low))
		r, _ := utf8.DecodeRuneInString(t.text)
		if isLetter(r) {
			if alphabetic++; alphabetic > 1 {
				capital += yes(isUpper(r))
			}
		}
		if len(t.text) >= 4 && strings.IndexFunc(t.text, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0 {
			shouting++
		}
	}
	plain := outsideQuotes(line)
	slips := float64(len(reSlip().FindAllStringIndex(plain[:min(len(plain), slipBytes)], 2)))
	run, last := 0, rune(0)
	digits := 0
	for _, r := range line {
		if r == last && isLetter(r) {
			if run++; run == 3 {
				slips++
			}
		} else {
			run = 0
		}
		last = r
		if isDigit(r) {
			digits++
		}
	}
	first, _ := utf8.DecodeRuneInString(line)
	quoteOnly := (strings.HasPrefix(line, "“") || strings.HasPrefix(line, `"`)) && (strings.HasSuffix(line, "”") || strings.HasSuffix(line, `"`)) && telling == 0
	opening := false
	if len(ts) > 0 && openingWords[ts[0].low] && len(ts[0].text) < len(line) {
		after, _ := utf8.DecodeRuneInString(line[min(len(line)-1, strings.Index(line, ts[0].text)+len(ts[0].text)):])
		opening = strings.ContainsRune(", !.", after)
	}
	odd := float64(strings.Count(plain, "!!") + strings.Count(plain, "??") + strings.Count(plain, "....") + strings.Count(plain, "……"))
	for _, face := range []string{":)", ":-)", ":(", ";)", ":-(", ":D", ";-)", ":]", ":["} {
		odd += float64(strings.Count(plain, face))
	}
	if alphabetic > 1 {
		capital /= alphabetic - 1
	}
	return []float64{
		min(1, self/n*8), min(2, slang+odd) / 2, min(3, telling) / 3, min(1, contracted/n*10), min(1, opinion/n*8), yes(opening || strings.HasPrefix(line, "@")),
		min(2, slips) / 2, min(1, shouting/max(3, n)*6), yes(strings.Contains(plain, "!")), yes(strings.Contains(plain, "?")),
		yes(!endsSentence(line)), yes(isLower(first)), yes(n <= 8), yes(n >= 45), capital, yes(quoteOnly),
		share(strings.Count(line, ","), 4), min(1, float64(digits)/float64(max(1, letterCount(line)))*12), yes(you > 0), min(1, us/n*10),
	}
}

// contraction reports whether w is a short form such as "don't" or "we've".
func contraction(w string) bool {
	for _, end := range []string{"n't", "'m", "'ve", "'re", "'ll", "'d"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// outsideQuotes is s without what stands in quotation marks.
func outsideQuotes(s string) string {
	spans := quotedSpans(s)
	if len(spans) == 0 {
		return s
	}
	var b strings.Builder
	from := 0
	for _, q := range spans {
		b.WriteString(s[from:q[0]])
		b.WriteByte(' ')
		from = q[1]
	}
	b.WriteString(s[from:])
	return b.String()
}

// How sure a change of voice must be. Found on reports with comments spliced to
// them: more sure, and the change is missed; less, and reports told in the first
// person are cut.
const (
	commentTail     = 4   // lines of comments at least
	commentGain     = 3.0 // weighted evidence of all of them together
	commentMean     = .2  // evidence of one of them on average
	commentContrast = .8  // by how much they differ from the lines before
	commentVoice    = -.1 // evidence of one without its repeating others
	commentRepeat   = 2.5 // evidence of repeatWords words running said before: a reader quotes the report
	repeatWords     = 8
	slipBytes       = 400 // of a line that are looked through for slips
)

var shingleSeed = maphash.MakeSeed()

// commentStart returns the index of the first of the readers' comments in
// lines, -1 when there are none.
func commentStart(lines []string) int {
	n := len(lines)
	if n < commentTail+1 {
		return -1
	}
	voices, evidence, weight := make([]float64, n), make([]float64, n), make([]float64, n)
	seen := map[uint64]bool{}
	for i, l := range lines {
		ts := tokens(l)
		voices[i] = max(-3, min(3, dot(commentWeights, voice(l, ts), commentBias)))
		evidence[i] = voices[i]
		if repeats(ts, seen) {
			evidence[i] += commentRepeat
		}
		weight[i] = math.Sqrt(float64(max(3, min(40, len(ts))))) / 4
	}
	tail, tailVoice, tailWeight := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	for i := n - 1; i >= 0; i-- {
		tail[i] = tail[i+1] + evidence[i]*weight[i]
		tailVoice[i] = tailVoice[i+1] + voices[i]*weight[i]
		tailWeight[i] = tailWeight[i+1] + weight[i]
	}
	best := 1
	for k := 2; k <= n-commentTail; k++ {
		if tail[k] > tail[best] {
			best = k
		}
	}
	after := tail[best] / tailWeight[best]
	before := (tail[0] - tail[best]) / (tailWeight[0] - tailWeight[best])
	if tail[best] < commentGain || after < commentMean || after-before < commentContrast || tailVoice[best] < commentVoice*tailWeight[best] {
		return -1
	}
	// The first comments may be mild ones. The line where the voice changes is
	// the one that parts the lines best by the middle between the two voices.
	middle := min(0, (after+before)/2)
	start, sum, most := best, 0.0, 0.0
	for k := best - 1; k >= 1; k-- {
		if sum += (evidence[k] - middle) * weight[k]; sum > most {
			start, most = k, sum
		}
	}
	return start
}

// repeats reports whether a line has repeatWords words running in common with
// those seen before, and adds its own to them.
func repeats(ts []token, seen map[uint64]bool) bool {
	found := false
	var own []uint64
	for j := 0; j+repeatWords <= len(ts); j++ {
		var h maphash.Hash
		h.SetSeed(shingleSeed)
		for _, t := range ts[j : j+repeatWords] {
			h.WriteString(t.low)
			h.WriteByte(' ')
		}
		own = append(own, h.Sum64())
		found = found || seen[own[len(own)-1]]
	}
	for _, h := range own {
		seen[h] = true
	}
	return found
}
