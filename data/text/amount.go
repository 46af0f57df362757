package text

import (
	"strconv"
	"strings"
)

// scales are the words that multiply the number in front of them, in the
// languages whose small words are known here.
var scales = func() *lookup[float64] {
	list := map[string]float64{}
	for value, words := range map[float64]string{
		12:  "dozen",
		100: "hundred",
		1e3: "thousand mil mille mila tausend duizend tusen ezer bin тыс тысяч тысячи тысяча тисяч тисячі tys tysięcy tysiące",
		1e6: `million mln millón millones millions millionen miljoen miljoner millioner milione milioni milhão milhões millió
			milyon млн миллион миллиона миллионов мільйон мільйони мільйонів milion miliony milionów`,
		1e9: `billion bn milliard milliards milliarde milliarden miljard miljarder milliarder miliardo miliardi bilhão bilhões
			milliárd milyar млрд миллиард миллиарда миллиардов мільярд мільярди мільярдів miliard miliardy miliardów`,
		1e12: "trillion tn",
	} {
		for _, w := range strings.Fields(words) {
			list[w] = value
		}
	}
	return lookupOf(list)
}()

// amounts gives the words of one number, as in "1.2 million" or "twenty-five",
// forms of their own whose stem is the whole number: 1200000, 25.
func (f *forms) amounts() {
	t := f.t
	var scale []float64                   // by form; 0 for other words
	numbers := make([]bool, len(t.Forms)) // by form
	for _, form := range t.Forms {
		numbers[form.ID] = form.Number
		if value, ok := scales.find(form.Key); ok {
			if scale == nil {
				scale = make([]float64, len(t.Forms))
			}
			scale[form.ID] = value
		}
	}
	for _, s := range t.Sentences {
		tokens := t.tokens[s.First:s.Last]
		form := func(k int) *Form { return t.Forms[tokens[k].form] }
		for k := 0; k+1 < len(tokens); k++ {
			if !numbers[tokens[k].form] {
				continue
			}
			value, err := strconv.ParseFloat(form(k).Stem, 64)
			if err != nil {
				continue
			}
			end := k + 1
			if end+1 < len(tokens) && form(end).Key == "-" && isTens(value) && form(end+1).Number && isUnit(form(end+1).Stem) {
				value += float64(form(end + 1).Stem[0] - '0')
				end += 2
			}
			for end < len(tokens) && scale != nil && scale[tokens[end].form] > 0 {
				value *= scale[tokens[end].form]
				end++
			}
			if end == k+1 {
				continue
			}
			stem := strconv.FormatFloat(value, 'f', -1, 64)
			for i := k; i < end; i++ {
				if word := form(i); word.Word {
					tokens[i].form = int32(f.partOf(stem, word).ID)
				}
			}
			k = end - 1
		}
	}
}

// partOf returns the form of a word that is part of a number.
func (f *forms) partOf(number string, word *Form) *Form {
	name := word.Key + " " + number
	if form, ok := f.parts[name]; ok {
		return form
	}
	form := *word
	form.ID, form.Stem, form.Number, form.Name, form.Stop = len(f.t.Forms), number, true, true, false
	if f.parts == nil {
		f.parts = map[string]*Form{}
	}
	f.parts[name] = &form
	f.t.Forms = append(f.t.Forms, &form)
	return &form
}

func isTens(v float64) bool { return v >= 20 && v <= 90 && float64(int(v)/10*10) == v }

func isUnit(digits string) bool { return len(digits) == 1 && digits[0] > '0' && digits[0] <= '9' }
