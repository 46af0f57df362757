package lens

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/data/text"
)

// A figureSort says what kind of number a figure is; only those of one sort are laid
// side by side.
type figureSort int

const (
	countFigure   figureSort = iota
	percentFigure            // a share
	dateFigure               // a day, a month with a day, a year
	scoreFigure              // 3-2
	vagueFigure              // hundreds, most
	timesFigure              // three times
)

// A figure is a number, a date or an amount in a text.
type figure struct {
	from, to int // its tokens with the word of limit and the sign of money in front of it
	core     int // the first token of the number itself
	sort     figureSort
	value    float64
	low      float64 // vague: the least and the most it can stand for
	high     float64
	day      int    // date: of the month, 0: none
	month    int    // date: 0: none
	year     int    // date: 0: none
	weekday  string // date: the name of the day
	common   bool   // a share in words, half or a third, that is met by chance
	limit    string // "at least", "about"
	about    [2]int // tokens of what is counted, half-open; empty: not known
	thing    string // its stem: "home", "metr"; empty: not known
	unit     bool   // the thing is a measure: metres, years, crowns
	harm     string // a count of people who came to harm: the stem of "kill" or "injure"; empty: none
	money    string // the sign of the currency, "$" of both $5 and US$5; empty: no sign
}

var multipliers = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "m": 1e6, "bn": 1e9,
}

// amounts are words for a number nobody gives, with the least and the most they
// can stand for.
var amounts = map[string][2]float64{
	"dozens": {24, 200}, "scores": {40, 400}, "hundreds": {200, 2000}, "thousands": {2000, 20000},
	"millions": {2e6, 2e7}, "billions": {2e9, 2e10},
}

// shares are words that name a part of a whole, in per cent.
var shares = map[string]float64{"half": 50, "third": 100.0 / 3, "quarter": 25, "thirds": 200.0 / 3, "quarters": 75, "fifth": 20, "tenth": 10}

// counting are the words besides numbers that a figure can start with.
var counting = func() map[string]bool {
	m := map[string]bool{"half": true, "most": true, "a": true, "one": true}
	for day := range days {
		m[day] = true
	}
	for month := range months {
		m[month] = true
	}
	for amount := range amounts {
		m[amount] = true
	}
	return m
}()

// readFigures returns the figures, read once; the list is the caller's own.
func (x *telling) readFigures() []figure {
	if x.numbers == nil {
		x.numbers = x.figures()
	}
	return slices.Clone(x.numbers)
}

// figures returns the numbers, dates and amounts of a text, in order.
func (x *telling) figures() []figure {
	var list []figure
	for i := 0; i < x.TokenCount(); {
		f, ok := x.figureAt(i)
		if !ok {
			i++
			continue
		}
		x.priced(&f)
		x.limit(&f)
		x.counted(&f)
		x.harmed(&f)
		list = append(list, f)
		i = max(f.to, i+1)
	}
	return list
}

// figureAt reads the number that starts at token i.
func (x *telling) figureAt(i int) (figure, bool) {
	w := x.Token(i)
	f := figure{from: i, core: i, to: i + 1}
	key := w.Key
	if !w.Word || !w.Number && !counting[key] {
		return f, false
	}
	if d, ok := x.dateAt(i); ok {
		return d, true
	}
	if a, ok := amounts[key]; ok && (x.key(i+1) == "of" || key != "scores" && !x.determined(i)) {
		f.sort, f.low, f.high = vagueFigure, a[0], a[1]
		return f, true
	}
	if next := x.key(i + 1); key == "half" && (next == "of" || next == "a" || next == "an") {
		f.sort, f.value, f.common = percentFigure, 50, true
		return f, true
	}
	if key == "most" && x.key(i+1) == "of" {
		f.sort, f.low, f.high, f.value = vagueFigure, 50, 100, -1
		return f, true
	}
	if key == "a" || key == "one" || key == "two" || key == "three" {
		at := i + 1
		if x.key(at) == "-" {
			at++
		}
		if s, ok := shares[x.key(at)]; ok && at < x.TokenCount() && key != "half" && x.together(i, at) && (x.key(at+1) == "of" || x.key(at+1) == "more" || x.key(at+1) == "less") {
			f.sort, f.value, f.common, f.core, f.to = percentFigure, s, true, at, at+1
			if strings.HasSuffix(x.key(at), "s") {
				f.core = i
			}
			return f, true
		}
	}
	if key == "one" || key == "a" { // one in ten, a hundred
		if key == "one" && (x.key(i+1) == "in" || x.key(i+1) == "of") && x.together(i, i+2) {
			if v, end, ok := x.numeral(i + 2); ok && v > 1 && end == i+3 {
				f.to, f.value, f.sort = end, v, countFigure
				if x.key(i+1) == "in" {
					f.sort, f.value, f.common = percentFigure, 100/v, true
				}
				return f, true
			}
		}
		if m := multipliers[x.key(i+1)]; m >= 12 && len(x.key(i+1)) > 2 && x.together(i, i+1) {
			f.to, f.value, f.core = i+2, m, i
			return f, true
		}
		return f, false
	}
	v, end, ok := x.numeral(i)
	if !ok {
		return f, false
	}
	f.value, f.to = v, end
	if x.apart(i) || x.partOfName(i, end) {
		return f, false
	}
	// 3-2
	if x.key(end) == "-" && x.together(i, end+1) && x.touch(end-1) && x.touch(end) && isDigits(key) && isDigits(x.key(end+1)) {
		second, end2, ok := x.numeral(end + 1)
		if ok && v < 100 && second < 100 {
			low, high := min(v, second), max(v, second)
			f.sort, f.value, f.to = scoreFigure, low*1000+high, end2
			return f, true
		}
	}
	switch next := x.key(f.to); {
	case percentWords[next]:
		f.sort, f.to = percentFigure, f.to+1
	case percentPairs[[2]string{next, x.key(f.to + 1)}]:
		f.sort, f.to = percentFigure, f.to+2
	case next == "times":
		f.sort = timesFigure
	}
	if x.isYear(i, &f) {
		f.sort, f.year, f.value = dateFigure, int(v), 0
	}
	return f, true
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// numeral reads a number in digits or words at token i: 1,200, 2.6 million,
// twenty-five, 23rd.
func (x *telling) numeral(i int) (value float64, end int, ok bool) {
	if i >= x.TokenCount() || !x.Token(i).Word {
		return 0, i, false
	}
	w := x.Token(i)
	first := w.Key[0]
	digits := '0' <= first && first <= '9'
	if digits {
		s := w.Stem
		for _, ending := range []string{"st", "nd", "rd", "th"} {
			s = strings.TrimSuffix(s, ending)
		}
		if strings.ContainsAny(s, ":") {
			return 0, i, false
		}
		scale := 1.0
		if x.signBefore(i) { // £2.5m is money, 2.5m may be a length
			for _, short := range []string{"m", "bn"} {
				if number, ok := strings.CutSuffix(s, short); ok {
					s, scale = number, multipliers[short]
				}
			}
		}
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return 0, i, false
		}
		value, end = v*scale, i+1
	} else {
		n, err := strconv.ParseFloat(w.Stem, 64)
		if !w.Number || err != nil {
			return 0, i, false
		}
		value, end = n, i+1
		if value >= 20 && x.key(end) == "-" && x.together(i, end+1) && x.Token(end+1).Number {
			if ones, err := strconv.ParseFloat(x.Token(end+1).Stem, 64); err == nil && ones < 10 {
				value, end = value+ones, end+2
			}
		}
	}
	if whole := x.amountEnd(i); whole > end {
		return value, whole, true
	}
	for x.together(i, end) {
		m, ok := multipliers[x.key(end)]
		if !ok || len(x.key(end)) < 3 && !digits {
			break
		}
		value, end = value*m, end+1
	}
	return value, end, true
}

// amountEnd is the end of the words of the number at token i, in whatever
// language: 146 мільйонів, two million. Each of them stands for the whole of it.
func (x *telling) amountEnd(i int) int {
	end := i + 1
	for x.together(i, end) && x.Token(end).Number && x.Token(end).Stem == x.Token(i).Stem && !isDigits(x.key(end)[:1]) {
		end++
	}
	return end
}

// percentWords are words that make the number before them a share, percentPairs
// those that do so together.
var (
	percentWords = map[string]bool{"%": true, "percent": true, "prozent": true, "відсоток": true, "відсотка": true, "відсотки": true, "відсотків": true,
		"процент": true, "процента": true, "процентов": true, "procent": true, "procento": true, "بالمئة": true, "بالمائة": true}
	percentPairs = map[[2]string]bool{{"per", "cent"}: true, {"per", "cents"}: true, {"por", "ciento"}: true, {"pour", "cent"}: true,
		{"por", "cento"}: true, {"per", "cento"}: true, {"في", "المئة"}: true, {"في", "المائة"}: true}
)

// apart reports whether the digits at token i are a telephone number or the
// like, which counts nothing: a leading nought, or groups in a row.
func (x *telling) apart(i int) bool {
	key := x.Token(i).Key
	if !isDigits(key) {
		return false
	}
	return len(key) > 1 && key[0] == '0' ||
		x.together(i, i+1) && len(x.key(i+1)) >= 3 && isDigits(x.key(i+1)) ||
		x.together(i-1, i) && len(key) >= 3 && isDigits(x.key(i-1))
}

// partOfName reports whether the number is part of a name: Year 8, Boeing 737.
func (x *telling) partOfName(i, end int) bool {
	if !x.together(i-1, i) || x.opens(i-1) && x.Sentences[x.sentence[i]].Paragraph > 0 && !roomWords[x.key(i-1)] {
		return false
	}
	prev := x.Token(i - 1)
	if roomWords[prev.Key] {
		return x.capital(i-1) || prev.Key == "year" && isDigits(x.key(i))
	}
	return prev.Word && !prev.Stop && !prev.Number && prev.Name && x.capital(i-1) && months[prev.Key] == 0 && !days[prev.Key] &&
		isDigits(x.key(i)) && (!x.together(i, end) || !x.Token(end).Word || x.Token(end).Stop) && x.Sentences[x.sentence[i]].Paragraph == 0
}

var roomWords = map[string]bool{
	"year": true, "grade": true, "class": true, "room": true, "route": true, "page": true, "chapter": true, "article": true,
	"section": true, "level": true, "line": true, "gate": true, "platform": true, "flight": true, "highway": true, "road": true,
}

// isYear reports whether the number at token i is a year: four digits with
// nothing counted behind them.
func (x *telling) isYear(i int, f *figure) bool {
	key := x.Token(i).Key
	if !text.IsYear(key) || f.to != i+1 || x.signBefore(i) || f.sort != countFigure {
		return false
	}
	next := x.key(f.to)
	follows := x.together(i, f.to) && x.Token(f.to).Word && !x.Token(f.to).Stop
	switch prev := x.key(i - 1); prev {
	case "in", "since", "by", "until", "from", "of", "before", "after", "during", "year", "early", "late", "summer", "winter", "spring", "autumn":
		return !follows || !strings.HasSuffix(next, "s")
	}
	if x.english || !follows {
		return !follows
	}
	switch next {
	case "року", "році", "рік", "года", "году", "год":
		return true
	}
	switch x.key(i - 1) {
	case "jahr", "jahre", "jahres", "seit", "desde", "año", "depuis", "année", "dès", "ano", "році":
		return true
	}
	// What is counted is a noun, and German writes nouns with a capital.
	return x.Language == "de" && !x.capital(f.to)
}

// dateAt reads a date at token i: 4 March 2024, March 4, Saturday 18 May, Friday.
func (x *telling) dateAt(i int) (figure, bool) {
	f := figure{from: i, core: i, sort: dateFigure}
	at := i
	if days[x.key(at)] && x.capital(at) {
		f.weekday = x.key(at)
		at++
		f.to = at
		if x.key(at) == "," {
			at++
		}
	}
	dayAt := func(k int) int {
		if k >= x.TokenCount() || !x.together(i, k) || !x.Token(k).Word {
			return 0
		}
		s := x.key(k)
		for _, ending := range []string{"st", "nd", "rd", "th"} {
			s = strings.TrimSuffix(s, ending)
		}
		if n, err := strconv.Atoi(s); err == nil && isDigits(s) && n >= 1 && n <= 31 {
			return n
		}
		return 0
	}
	monthAt := func(k int) int {
		if !x.together(i, k) || !x.capital(k) {
			return 0
		}
		return months[x.key(k)]
	}
	switch {
	case dayAt(at) > 0 && monthAt(at+1) > 0:
		f.day, f.month, f.to = dayAt(at), monthAt(at+1), at+2
	case dayAt(at) > 0 && x.key(at+1) == "of" && monthAt(at+2) > 0:
		f.day, f.month, f.to = dayAt(at), monthAt(at+2), at+3
	case monthAt(at) > 0 && dayAt(at+1) > 0 && x.key(at+2) != "-":
		f.month, f.day, f.to = monthAt(at), dayAt(at+1), at+2
	case monthAt(at) > 0 && (x.key(at) != "may" && x.key(at) != "march" || x.monthHere(at)):
		f.month, f.to = monthAt(at), at+1
	}
	if f.month > 0 {
		k := f.to
		if x.key(k) == "," {
			k++
		}
		if x.together(i, k) && text.IsYear(x.key(k)) {
			f.year, _ = strconv.Atoi(x.key(k))
			f.to = k + 1
		}
	}
	return f, f.weekday != "" || f.month > 0
}

// monthHere reports whether May or March at token i is the month.
func (x *telling) monthHere(i int) bool {
	switch x.key(i - 1) {
	case "in", "since", "by", "until", "of", "from", "last", "next", "before", "after", "during", "early", "late", "mid":
		return x.together(i-1, i)
	}
	return false
}

// priced takes the sign of a currency in front of a figure with it, and the letters
// that say whose it is: $400,000, US$5. One behind it, as in 300 €, is what it counts.
func (x *telling) priced(f *figure) {
	if f.sort != countFigure {
		return
	}
	if at := f.from - 1; x.signBefore(f.from) {
		f.money, f.from = x.key(at), at
		if whose := at - 1; x.together(whose, at) && x.touch(whose) && x.Token(whose).Word && len(x.key(whose)) <= 3 && x.capital(whose) {
			f.from = whose
		}
	} else if x.together(f.from, f.to) && x.currency(f.to) && (x.touch(f.to-1) || !x.signBefore(f.to+1)) {
		f.money, f.about = x.key(f.to), [2]int{f.to, f.to + 1}
	}
}

// signBefore reports whether the sign of a currency in front of token i belongs to
// it rather than to a number in front of the sign.
func (x *telling) signBefore(i int) bool {
	return x.together(i-1, i) && x.currency(i-1) && (x.touch(i-1) || !x.together(i-2, i) || !x.Token(i-2).Number)
}

// touch reports whether nothing stands between token i and the next one.
func (x *telling) touch(i int) bool { return x.Token(i).End == x.Token(i+1).Start }

// currency reports whether token i is the sign of a currency.
func (x *telling) currency(i int) bool {
	r, n := utf8.DecodeRuneInString(x.key(i))
	return n > 0 && n == len(x.key(i)) && unicode.Is(unicode.Sc, r)
}

// climbs are verbs that go with "up to".
var climbs = map[string]bool{
	"go": true, "goes": true, "going": true, "gone": true, "went": true, "rise": true, "rises": true, "rose": true, "risen": true,
	"climb": true, "climbs": true, "climbed": true, "put": true, "puts": true, "pushed": true, "adds": true, "add": true, "added": true,
}

// limit takes the word of limit in front of a figure, or behind it, with it.
func (x *telling) limit(f *figure) {
	for back := 4; back >= 1; back-- {
		at := f.from - back
		if !x.together(at, f.from) {
			continue
		}
		if end, _, ok := words().limits.at(x, at); ok && (end == f.from || end == f.from-1 && x.key(end) == "the") {
			if x.key(at) == "up" && climbs[x.key(at-1)] || end < f.from && x.key(at) == "over" { // goes up to: where it gets; anger over the two
				return
			}
			f.limit = keyOf(x, at, end)
			f.from = at
			return
		}
	}
}

// mostAway is how many words behind a number what it counts may stand.
const mostAway = 4

// counted finds what a figure counts: the first word in the plural behind it or,
// failing that, the first that is not small.
func (x *telling) counted(f *figure) {
	if f.sort == dateFigure || f.sort == scoreFigure || f.about[1] > 0 {
		return
	}
	at := f.to
	for n := 0; n < 3 && x.together(f.from, at) && (x.key(at) == "of" || x.key(at) == "the" || x.key(at) == "these" || x.key(at) == "those" || x.key(at) == "his" || x.key(at) == "her" || x.key(at) == "their" || x.key(at) == "more" || x.key(at) == "other" || x.key(at) == "a" || x.key(at) == "an" || x.key(at) == "-" || x.key(at) == "'"); n++ {
		at++
	}
	first := -1
	for k := at; k < at+mostAway && x.together(f.from, k); k++ {
		w := x.Token(k)
		if w.Key == "'" || w.Key == "-" {
			continue
		}
		if !w.Word || w.Number || w.Stop {
			break
		}
		if first < 0 {
			first = k
		}
		if plural(w.Key) {
			f.set(x, at, k)
			return
		}
	}
	if first >= 0 && f.sort != percentFigure {
		f.set(x, at, first)
	}
}

func plural(key string) bool {
	return strings.HasSuffix(key, "s") && !strings.HasSuffix(key, "ss") && !strings.HasSuffix(key, "us") || key == "people" || key == "children" || key == "men" || key == "women" || key == "staff" || key == "police"
}

func (f *figure) set(x *telling, from, k int) {
	f.about, f.thing = [2]int{from, k + 1}, x.Token(k).Stem
	f.unit = units()[x.Token(k).Stem] || units()[x.Token(k).Key]
}

// units are things so often counted that two figures of one need not be the same
// matter.
var units = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, s := range []string{
		"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century", "metre", "meter", "kilometre",
		"kilometer", "centimetre", "centimeter", "millimetre", "millimeter", "mile", "foot", "feet", "inch", "kilo", "kilogram", "gram",
		"tonne", "ton", "litre", "liter", "degree", "euro", "dollar", "pound", "crown", "mark", "franc", "yen", "rouble", "people", "person",
		"times", "point", "cent", "hectare", "acre", "o'clock",
	} {
		t := text.Read(s)
		m[t.Token(0).Stem] = true
		m[t.Token(0).Key] = true
	}
	return m
})

// mostToHarm is how many words behind a number, or behind what it counts, the verb
// may stand that says what harm came to them.
const mostToHarm = 3

// harmed notes whether a count is of people who were killed or hurt: 14 hurt, at
// least two people were killed, killed nine soldiers.
func (x *telling) harmed(f *figure) {
	if !x.english || f.sort != countFigure || f.unit && !isPeople(f.thing) {
		return
	}
	note := func(i int) bool {
		stem := x.Token(i).Stem
		for _, verb := range harms() {
			if oneAction(stem, verb) {
				f.harm = verb
				return true
			}
		}
		return false
	}
	if before := f.from - 1; x.together(before, f.from) && note(before) {
		return
	}
	at := max(f.to, f.about[1])
	if f.about[0] < f.about[1] && note(f.about[1]-1) { // 14 hurt: what follows is no thing
		f.about, f.thing = [2]int{}, ""
		return
	}
	for k := at; k < at+mostToHarm && x.together(f.from, k); k++ {
		w := x.Token(k)
		switch {
		case note(k):
			return
		case !toBe[w.Key] && !modals[w.Key] && w.Key != "has" && w.Key != "have" && w.Key != "had" && w.Key != "people" && w.Key != "others" && !strings.HasSuffix(w.Key, "ly"):
			return
		}
	}
}

// harms are the stems of the two verbs that harm is counted by.
var harms = sync.OnceValue(func() [2]string {
	t := text.Read("kill injure")
	return [2]string{t.Token(0).Stem, t.Token(1).Stem}
})
