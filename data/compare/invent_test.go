package compare

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// syllables make the invented words of the tests.
var syllables = strings.Fields("bra tol mi sen dor vi ka lu per ast on fen gri ha ol we nu sta ri mel cor bi tan eg sho dal pri um")

// An inventor makes up reports. Two with the same seed make up the same ones.
type inventor struct{ *rand.Rand }

func newInventor(seed uint64) inventor { return inventor{rand.New(rand.NewPCG(seed, 7))} }

// word returns a made-up word, the likelier the lower its number.
func (v inventor) word() string {
	n := int(4000 * v.Float64() * v.Float64() * v.Float64())
	s := ""
	for k := n + 29; k > 0; k /= len(syllables) {
		s += syllables[k%len(syllables)]
	}
	return s
}

var smallWords = strings.Fields("the of a to in and that was for on with by at from as it he they had not")

// sentence returns a made-up sentence of about n words.
func (v inventor) sentence(n int) string {
	words := make([]string, max(2, n+v.IntN(n+1)-n/2))
	for i := range words {
		switch {
		case v.IntN(5) < 2:
			words[i] = smallWords[v.IntN(len(smallWords))]
		case v.IntN(12) == 0:
			words[i] = fmt.Sprint(2 + v.IntN(3000))
		case v.IntN(8) == 0:
			w := v.word()
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		default:
			words[i] = v.word()
		}
	}
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	s := strings.Join(words, " ")
	if v.IntN(6) == 0 {
		return "“" + s + ",” said " + strings.ToUpper(s[:1]) + "ostan."
	}
	return s + "."
}

// retell returns s with a share of its words replaced, dropped or added.
func (v inventor) retell(s string, share float64) string {
	words := strings.Fields(s)
	var out []string
	for _, w := range words {
		if v.Float64() >= share {
			out = append(out, w)
			continue
		}
		switch v.IntN(3) {
		case 0:
			out = append(out, v.word())
		case 1:
			out = append(out, w, v.word())
		}
	}
	if len(out) == 0 {
		return s
	}
	return strings.Join(out, " ")
}

// reports returns two made-up reports of one event, of about n words each: a
// quarter of the sentences stand in one alone, the others are told again with
// a fifth of the words changed and their neighbours' order mixed.
func (v inventor) reports(n int) (a, b string) {
	var left, right, window []string
	flush := func() {
		v.Shuffle(len(window), func(i, j int) { window[i], window[j] = window[j], window[i] })
		right = append(right, window...)
		window = window[:0]
	}
	for words := 0; words < n; {
		s := v.sentence(20)
		switch r := v.IntN(5); {
		case r < 3:
			left = append(left, s)
			window = append(window, v.retell(s, 0.2))
		case r == 3:
			left = append(left, s)
		default:
			window = append(window, s)
		}
		if r := len(window); r >= 8 {
			flush()
		}
		words += len(strings.Fields(s)) * 4 / 5
	}
	flush()
	return v.paragraphs(left), v.paragraphs(right)
}

func (v inventor) paragraphs(sentences []string) string {
	var b strings.Builder
	for i, s := range sentences {
		switch {
		case i == 0:
		case v.IntN(3) == 0:
			b.WriteString("\n")
		default:
			b.WriteString(" ")
		}
		b.WriteString(s)
	}
	return b.String()
}
