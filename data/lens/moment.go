package lens

import (
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/text"
)

// The words by which an opening tells what is to come, and those by which it
// tells what came, by language. A cue of several words stands as it is written.
var tenseCues = map[string]struct{ ahead, done string }{
	"en": {"will|is to|are to|is due to|are due to|is set to|are set to|is expected to|are expected to|is going to|are going to|plans to|plan to",
		"was|were|had|has been|have been|took|came|went|began|opened|left|met|won|lost|made|gave|fell|rose|broke|told|said"},
	"de": {"wird|werden|soll|sollen|will|wollen", "wurde|wurden|hat|haben|hatte|hatten|war|waren|ist|sind"},
	"fr": {"va|vont|sera|seront|devrait|devraient|aura|auront|prévoit", "a été|ont été|était|étaient|avait|avaient|est|sont|a|ont"},
	"es": {"va a|van a|será|serán|tendrá|habrá|prevé|planea", "fue|fueron|ha sido|han sido|había|estaba|era|eran|ha|han"},
	"pt": {"vai|vão|será|serão|terá|deverá|deve", "foi|foram|tinha|havia|estava|era|eram"},
	"it": {"sarà|saranno|verrà|verranno|avrà|dovrebbe", "è stato|è stata|sono stati|sono state|ha|hanno|era|erano|aveva"},
	"nl": {"zal|zullen|gaat|gaan|wil|moet", "werd|werden|heeft|hebben|had|hadden|was|waren|is|zijn"},
	"sv": {"ska|skall|kommer att|väntas", "har|hade|blev|var|fick"},
	"pl": {"będzie|będą|zostanie|zostaną|planuje", "został|została|zostało|zostali|zostały|był|była|było|byli|były"},
	"ru": {"будет|будут|планирует|планируют|намерен|намерена|намерены", "был|была|было|были|стал|стала|стало|стали"},
	"uk": {"буде|будуть|планує|планують|має намір", "був|була|було|були|став|стала|стало|стали"},
	"id": {"akan|berencana", "telah|sudah"},
	"ar": {"سوف|ستكون|سيكون|ينوي", "كان|كانت|قد"},
	"tr": {"planlıyor|bekleniyor", "oldu|etti|yaptı|edildi|yapıldı|açıldı"},
}

// openingSentences is how many sentences a report opens with. The headline, its
// first line, is not one: "Town to buy a ferry" is a way of its own to speak.
const openingSentences = 2

// openingBytes is how much of a report is read for its opening at most.
const openingBytes = 1500

// ToldAhead reports which of two reports tells in its opening what is to come
// while the other's opening tells of what came; it reports false where the
// openings do not part that way. It is a hint that one was written before the
// event and no more: it goes by a list of words, quotations left out.
func ToldAhead(left, right *data.Report) (data.Side, bool) {
	aheadL, doneL := openingTense(left)
	aheadR, doneR := openingTense(right)
	switch {
	case aheadL && !aheadR && doneR:
		return data.Left, true
	case aheadR && !aheadL && doneL:
		return data.Right, true
	}
	return 0, false
}

// openingTense reports whether the opening of a report tells what is to come,
// and whether it tells what came.
func openingTense(r *data.Report) (ahead, done bool) {
	_, story, _ := strings.Cut(r.Text[:min(len(r.Text), openingBytes)], "\n")
	t := text.Read(strings.ToValidUTF8(story, ""))
	language := r.Language
	if language == "" {
		language = t.Language
	}
	cues, known := tenseCues[language]
	if !known {
		return false, false
	}
	for _, s := range t.Sentences[:min(openingSentences, len(t.Sentences))] {
		said := plainWords(t, s)
		ahead = ahead || hasCue(said, cues.ahead)
		done = done || hasCue(said, cues.done) || language == "en" && hasPastForm(said)
	}
	return ahead, done
}

// plainWords are the words of a sentence that stand outside quotations, a blank
// before and behind each.
func plainWords(t *text.Text, s text.Sentence) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, token := range t.TokensIn(s.First, s.Last) {
		quoted := slices.ContainsFunc(t.Quotations, func(q text.Quotation) bool { return q.Overlap(token.Span) > 0 })
		if token.Word && !quoted {
			b.WriteString(token.Key)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func hasCue(words, cues string) bool {
	return slices.ContainsFunc(strings.Split(cues, "|"), func(cue string) bool { return strings.Contains(words, " "+cue+" ") })
}

// hasPastForm reports whether an English word has the ending of the past.
func hasPastForm(words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(w string) bool { return len(w) >= 5 && strings.HasSuffix(w, "ed") })
}
