package text

import (
	"maps"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// A language is what is known of one: its small words, and how endings are taken off.
type language struct {
	code string
	stop *lookup[bool]
	stem func(word string, stopWordsToo bool) string // nil: endings stay on
}

// leastShare is the share of a text's words that must be a language's small
// words for the text to be taken as written in it. In running text of the
// languages listed it is 25 % to 50 %.
const leastShare = 0.08

// smallIn tells for each small word which languages have it: bit i for languages[i].
var smallIn = sync.OnceValue(func() map[string]uint32 {
	in := map[string]uint32{}
	for i, l := range languages {
		for word := range l.stop.entries {
			in[word] |= 1 << i
		}
	}
	return in
})

// alwaysOpens reports whether all tokens of a form open their sentence.
func (f *forms) alwaysOpens(form *Form) bool {
	use := f.uses[form.ID]
	return use.opens == use.count
}

// languageOf returns the language most of whose small words stand in the text.
// Of two with as many, the one listed first wins.
func (f *forms) languageOf() *language {
	var small [32]int // tokens that are small words of each language
	words, in := 0, smallIn()
	for _, form := range f.t.Forms {
		if !form.Word {
			continue
		}
		n := int(f.uses[form.ID].count)
		words += n
		for set := in[form.Key]; set != 0; set &= set - 1 {
			small[bits.TrailingZeros32(set)] += n
		}
	}
	best := 0
	for i := range languages {
		if small[i] > small[best] {
			best = i
		}
	}
	if small[best] == 0 || float64(small[best]) < leastShare*float64(words) {
		return nil
	}
	return &languages[best]
}

// finish fills in what depends on the language and on the whole text.
func (f *forms) finish() {
	lang := f.languageOf()
	if lang != nil {
		f.t.Language = lang.code
	}
	if lang == nil {
		lang = &language{}
		stop := f.frequentShort()
		if f.mostlyLatin() { // perhaps English too short to tell
			lang.stem = languages[0].stem
			maps.Copy(stop, languages[0].stop.entries)
		}
		lang.stop = lookupOf(stop)
	}
	heads := map[string]bool{} // keys of forms that stand with a capital, and only at the head of sentences
	for _, form := range f.t.Forms {
		if form.Word && form.Name && f.alwaysOpens(form) {
			heads[form.Key] = false
		}
	}
	for _, form := range f.t.Forms {
		if _, ok := heads[form.Key]; ok && form.Word && !form.Name {
			heads[form.Key] = true // and without a capital
		}
	}
	stems := make(map[string]string, len(f.t.Forms))
	for _, form := range f.t.Forms {
		if !form.Word {
			form.Name = false
			continue
		}
		f.finishForm(form, lang, stems)
		if form.Stem == "" { // nothing but an apostrophe that counts as a letter
			form.Stem = form.Key
		}
		// A capital at the head of sentences alone, on a word also written small, makes no name.
		if form.Name && !form.Number && f.alwaysOpens(form) && heads[form.Key] {
			form.Name = false
		}
	}
	f.amounts()
}

// finishForm sets the stem of a word and whether it is a small one.
func (f *forms) finishForm(form *Form, lang *language, stems map[string]string) {
	base := form.Stem
	if form.Number {
		form.Stem = number(form.Key)
		return
	}
	first, _ := utf8.DecodeRuneInString(base)
	if sounds(first) {
		form.Stop, form.Name = true, false
		return
	}
	if Unspaced(first) {
		form.Name = false
		form.Stop = lang.stop.has(form.Key) || allHiragana(form.Key)
		return
	}
	short := shortFor[base]
	base = bare(strings.ToLower(base), lang)
	form.Stop = lang.stop.has(form.Key) || base != form.Key && lang.stop.has(base) || utf8.RuneCountInString(base) < 2
	if form.Stop && form.Name && (dotted(form.Key) || short) { // U.S., US
		form.Stop = false
		form.Stem = strings.ToUpper(base)
		return
	}
	if form.Stop {
		form.Name = false
	}
	if lang.code == "en" {
		if digits, ok := numberWords.find(base); ok {
			form.Stem, form.Number, form.Name, form.Stop = digits, true, true, false
			return
		}
		form.Plain = strings.Replace(form.Key, base, oneSpelling(base), 1)
	}
	stem, ok := stems[base]
	if !ok {
		stem = base
		if plain, ok := irregular.find(base); ok && lang.code == "en" {
			stem = plain
		}
		if lang.stem != nil {
			stem = lang.stem(stem, true)
		}
		if lang.code == "ru" {
			stem = strings.ReplaceAll(stem, "ё", "е")
		}
		stems[base] = stem
	}
	form.Stem = stem
}

// bare takes off what an apostrophe ties to a word: Putin's, don't, l'homme. In
// a name like O'Hara both halves stay, in one.
func bare(key string, lang *language) string {
	i := strings.IndexByte(key, '\'')
	if i < 0 {
		return key
	}
	head, tail := key[:i], strings.ReplaceAll(key[i+1:], "'", "")
	switch {
	case strings.HasSuffix(head, "n") && tail == "t" && len(head) > 1:
		return head[:len(head)-1]
	case utf8.RuneCountInString(tail) <= 2:
		return head
	case utf8.RuneCountInString(head) > 2:
		return head
	case lang != nil && (lang.code == "fr" || lang.code == "it"):
		return tail
	}
	return head + tail
}

// numberWords are the English numbers that reports write out as often as not,
// with those that count a place in a row.
var numberWords = lookupOf(map[string]string{
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
	"sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30",
	"forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
	"dozen": "12", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
	"ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12", "twentieth": "20",
})

// number returns a number without the marks between its digits, so that 1,000
// and 1.000 are one; a decimal of one or two places keeps its point. What makes
// it a place in a row, as in 3rd, goes too.
func number(key string) string {
	if digits := strings.TrimRight(key, "stndrh"); len(key)-len(digits) == 2 {
		switch key[len(digits):] {
		case "st", "nd", "rd", "th":
			key = digits
		}
	}
	if strings.ContainsRune(key, ':') {
		return key
	}
	last := strings.LastIndexAny(key, ".,")
	if last < 0 {
		return key
	}
	digits := strings.NewReplacer(".", "", ",", "")
	if len(key)-last-1 == 3 {
		return digits.Replace(key)
	}
	return digits.Replace(key[:last]) + "." + key[last+1:]
}

// A word of so few letters that comes so often is small where there is no list to
// tell: in the languages that have one, these are hardly ever others.
const (
	shortWord  = 3
	leastTimes = 3
	leastOften = 0.007 // of all words
)

// frequentShort returns the words that are small for being short and frequent.
func (f *forms) frequentShort() map[string]bool {
	words, times := 0, map[string]int{}
	for _, form := range f.t.Forms {
		if form.Word {
			words += int(f.uses[form.ID].count)
		}
		if form.Word && !form.Name && utf8.RuneCountInString(form.Key) <= shortWord {
			times[form.Key] += int(f.uses[form.ID].count)
		}
	}
	small := map[string]bool{}
	for key, n := range times {
		if n >= leastTimes && float64(n) >= leastOften*float64(words) {
			small[key] = true
		}
	}
	return small
}

// mostlyLatin reports whether most words of the text start with a Latin letter.
func (f *forms) mostlyLatin() bool {
	latin, other := 0, 0
	for _, form := range f.t.Forms {
		if !form.Word || form.Number {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(form.Key); r < 0x250 {
			latin += int(f.uses[form.ID].count)
		} else {
			other += int(f.uses[form.ID].count)
		}
	}
	return latin > other
}

var languages = []language{
	{"en", englishStop, stemEnglish},
	{"es", spanishStop, spanish.Stem},
	{"fr", frenchStop, french.Stem},
	{"de", germanStop, nil},
	{"ru", russianStop, russian.Stem},
	{"it", italianStop, nil},
	{"pt", portugueseStop, nil},
	{"nl", dutchStop, nil},
	{"sv", swedishStop, swedish.Stem},
	{"no", norwegianStop, norwegian.Stem},
	{"da", danishStop, nil},
	{"pl", polishStop, nil},
	{"hu", hungarianStop, hungarian.Stem},
	{"tr", turkishStop, nil},
	{"uk", ukrainianStop, nil},
	{"ar", arabicStop, nil},
	{"zh", chineseStop, nil},
	{"ja", japaneseStop, nil},
	{"th", thaiStop, nil},
}
