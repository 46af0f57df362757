package lens

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"parallax/data"
	"parallax/data/text"
)

// A speaker is somebody who speaks in one report or more.
type speaker struct {
	key     string   // what makes two mentions one speaker
	labels  []string // what it is called
	turns   []turn
	unnamed bool
	read    bool // the reader said who it is
}

// A turn is one place where a speaker speaks.
type turn struct {
	report int
	place  data.Span // the verb, or "according to"
	text   string
	class  string
	quotes []int // the quotations that go with it
	words  int   // in these
}

// turns finds who speaks, in all reports; mentions that look like one speaker
// are one.
func (m *matter) allSpeakers() []*speaker {
	if m.speakers != nil {
		return m.speakers
	}
	byKey := map[string]*speaker{}
	get := func(key string) *speaker {
		s := byKey[key]
		if s == nil {
			s = &speaker{key: key}
			byKey[key] = s
			m.speakers = append(m.speakers, s)
		}
		return s
	}
	for i, x := range m.reports {
		if !x.english {
			continue
		}
		c := &cast{telling: x, titles: x.titles()}
		verbs := x.withAttributions(m.verbsOf(i))
		quoted := x.quotedWith(verbs)
		for n, v := range verbs {
			at := x.span(v.from, v.to)
			who := c.who(v.subject, v.from)
			name, ruled := m.readings.speaker(i, at)
			if ruled {
				who = mentionOf(name)
			}
			if who.key == "" {
				continue
			}
			s := get(who.key)
			s.read = s.read || ruled
			t := turn{report: i, place: at, text: x.says(at), class: v.form.class, quotes: quoted[n]}
			for _, q := range t.quotes {
				t.words += len(x.quotedTokens(q))
			}
			s.take(who, t)
			c.last = append(c.last, heard{who, v.from})
		}
	}
	m.mergeRuled()
	if m.speakers == nil {
		m.speakers = []*speaker{}
	}
	return m.speakers
}

// mergeRuled makes one of speakers the reader said are the same.
func (m *matter) mergeRuled() {
	at := func(report int, s data.Span) int {
		return slices.IndexFunc(m.speakers, func(k *speaker) bool {
			return slices.ContainsFunc(k.turns, func(t turn) bool { return t.report == report && t.place.Overlap(s) > 0 })
		})
	}
	for _, r := range m.readings.sure() {
		a, b := at(r.reports[0], r.spans[0]), at(r.reports[1], r.spans[1])
		if a < 0 || b < 0 || a == b {
			continue
		}
		into, from := m.speakers[min(a, b)], m.speakers[max(a, b)]
		into.labels, into.turns = append(into.labels, from.labels...), append(into.turns, from.turns...)
		into.read = true
		m.speakers = slices.Delete(m.speakers, max(a, b), max(a, b)+1)
	}
}

// withAttributions puts "according to" somebody between the verbs, in order; it
// has no class.
func (x *telling) withAttributions(verbs []verb) []verb {
	list := slices.Clone(verbs)
	for k := 0; k+2 < x.TokenCount(); k++ {
		if x.quoted[k] < 0 && x.reads(k, []string{"according", "to"}) {
			if s, ok := x.nounPhraseFrom(k + 2); ok {
				list = append(list, verb{from: k, to: k + 2, subject: s})
			}
		}
	}
	slices.SortFunc(list, func(a, b verb) int { return cmp.Compare(a.from, b.from) })
	return list
}

func (s *speaker) take(who mention, t turn) {
	s.unnamed = s.unnamed || who.unnamed
	s.turns = append(s.turns, t)
	s.labels = append(s.labels, who.text)
}

// name is the longest of what a speaker is called, of those as long the first in
// the alphabet.
func (s *speaker) name() string {
	best := ""
	for _, l := range s.labels {
		if len(l) > len(best) || len(l) == len(best) && l < best {
			best = l
		}
	}
	return best
}

// A mention is a speaker as one place calls it: by a last name, or by words.
type mention struct {
	key, text string
	words     []string
	person    bool
	unnamed   bool
	role      string // what somebody without a name is: "spokeswoman"
	owner     string // whose it is, by name: of "Aruna's office", "Aruna"
}

// mentionOf is the mention that a reader's own words make.
func mentionOf(name string) mention {
	t := text.Read(name)
	x := newTelling(&data.Report{Text: name}, t)
	if t.TokenCount() == 0 {
		return mention{key: strings.ToLower(name), text: name}
	}
	m := x.mention([2]int{0, t.TokenCount()})
	m.text = strings.Join(strings.Fields(name), " ")
	return m
}

// mention reads tokens s as a speaker: by the last word of a name, else by the
// words that are not small.
func (x *telling) mention(s [2]int) mention {
	m := mention{text: x.says(x.span(s[0], s[1]))}
	last := s[1] - 1
	common := x.opens(last) && x.plural(s) // Police, Doctors
	if x.capital(last) && !common && !x.Token(last).Stop && !x.Token(last).Number && !roles[x.key(last)] {
		m.key, m.person = x.Token(last).Stem, true
		m.text = x.says(x.span(x.personFrom(s), s[1]))
		m.words = []string{m.key}
		return m
	}
	for k := s[0]; k < s[1]; k++ {
		if w := x.Token(k); w.Word && !w.Stop && !determiners[w.Key] {
			m.words = append(m.words, w.Stem)
		}
	}
	m.key = strings.Join(m.words, " ")
	if m.key == "" {
		m.key = strings.ToLower(m.text)
	}
	if strings.HasSuffix(x.key(s[0]), "'s") && x.capital(s[0]) {
		m.owner = x.says(x.span(s[0], s[0]+1))
		m.owner = m.owner[:strings.LastIndexAny(m.owner, "'’")]
	}
	if head := x.key(x.head(s)); unnamedHeads()[head] || roles[head] {
		m.unnamed, m.role = unnamedHeads()[head], head
	}
	return m
}

// personFrom returns where the name at the end of tokens s starts, with the words
// for what somebody is in front of it: the compromise [Mr Orel], [town engineer
// Marta Quill].
func (x *telling) personFrom(s [2]int) int {
	from := s[1] - 1
	for from > s[0] {
		at := from - 1
		w := x.Token(at)
		role := roles[w.Key] || whoEndings(w.Key)
		if x.capital(at) || !w.Word || role || roles[x.key(from)] && !x.capital(from) && !w.Stop {
			from--
			continue
		}
		break
	}
	for !x.Token(from).Word {
		from++
	}
	return from
}

// whoEndings reports whether a word ends as words for what somebody is do.
func whoEndings(key string) bool {
	for _, ending := range []string{"er", "or", "ist", "ian", "man", "woman", "person"} {
		if strings.HasSuffix(key, ending) && len(key) > len(ending)+2 {
			return true
		}
	}
	return false
}

func bareKey(key string) string { return strings.TrimSuffix(strings.TrimSuffix(key, "'s"), "'") }

// unnamedHeads are the words for sources without a name that the list of such
// sources has in front of a speaking verb.
var unnamedHeads = sync.OnceValue(func() map[string]bool {
	heads := map[string]bool{"man": true, "woman": true, "analyst": true, "expert": true, "resident": true, "witness": true}
	for _, list := range words().unnamed {
		for _, p := range list {
			n := len(p.keys) - 1
			if f, ok := words().verbs[p.keys[n]]; ok && n > 0 && len(f) > 0 {
				heads[p.keys[n-1]] = true
			}
		}
	}
	return heads
})

// roles are words for what somebody is that stand beside a name.
var roles = map[string]bool{
	"president": true, "minister": true, "mayor": true, "director": true, "coach": true, "captain": true, "chair": true,
	"chairman": true, "chairwoman": true, "chief": true, "leader": true, "head": true, "officer": true, "secretary": true,
	"spokesman": true, "spokeswoman": true, "spokesperson": true, "doctor": true, "dr": true, "mr": true, "mrs": true, "ms": true,
	"professor": true, "teacher": true, "judge": true, "referee": true, "defender": true, "goalkeeper": true, "striker": true,
	"engineer": true, "cook": true, "king": true, "queen": true, "prince": true, "princess": true, "general": true, "sir": true,
	"analyst": true, "researcher": true, "scientist": true, "manager": true, "governor": true, "senator": true, "premier": true,
	"pupil": true, "student": true, "farmer": true, "driver": true, "lawyer": true, "founder": true, "owner": true, "editor": true,
	"ambassador": true, "commissioner": true, "councillor": true, "deputy": true, "nurse": true, "inspector": true, "sergeant": true,
}

// A heard is a speaker already met in a report, and at which token.
type heard struct {
	mention
	token int
}

// A cast is the speakers of one report as they come up.
type cast struct {
	*telling
	titles map[string]mention // by a role, who has it, where only one has
	last   []heard
	// surnames is where each word stands first behind a first name; made when asked for
	surnames map[string]int
}

// titles finds who has which role: "President Mira Aruna".
func (x *telling) titles() map[string]mention {
	found := map[string]mention{}
	for i, w := range x.Tokens() {
		if !roles[w.Key] || !x.together(i, i+1) || !x.capital(i+1) || x.Token(i+1).Stop {
			continue
		}
		end := i + 1
		for end < x.TokenCount() && x.together(i, end) && x.capital(end) && x.Token(end).Word && !x.Token(end).Stop && end-i < 5 {
			end++
		}
		who := x.mention([2]int{i + 1, end})
		if other, ok := found[w.Key]; ok && other.key != who.key {
			who = mention{} // two have it
		}
		found[w.Key] = who
	}
	return found
}

// who is the speaker that tokens s name, at token i.
func (c *cast) who(s [2]int, i int) mention {
	if s[0] == s[1] {
		return mention{}
	}
	key := c.key(s[0])
	if s[1]-s[0] == 1 && pronouns[key] {
		return c.meant(key, i)
	}
	m := c.mention(s)
	if !m.person && roles[c.key(c.head(s))] && determiners[c.key(s[0])] && s[1]-s[0] == 2 {
		if who := c.titles[c.key(c.head(s))]; who.key != "" {
			who.text = ""
			return who
		}
	}
	if !m.person { // "the ministry" after "the Talvian ministry"
		for k := len(c.last) - 1; k >= 0; k-- {
			l := c.last[k]
			if n := len(m.words); n > 0 && !l.person && len(l.words) > n && slices.Equal(l.words[len(l.words)-n:], m.words) {
				return l.mention
			}
		}
	}
	return m
}

// meant is who a pronoun stands for: for a person the last one who spoke or was
// named, for a thing the last thing that did.
func (c *cast) meant(pronoun string, i int) mention {
	person := pronoun == "he" || pronoun == "she"
	if pronoun != "it" && pronoun != "they" && !person {
		return mention{key: pronoun, text: pronoun}
	}
	paragraph := c.Sentences[c.sentence[i]].Paragraph
	if !person { // what the sentence before opens with, if nobody spoke there
		if at := c.sentence[i] - 1; at >= 0 && c.Sentences[at].Paragraph == paragraph {
			n := len(c.last) - 1
			if n < 0 || c.sentence[c.last[n].token] < at {
				if s, ok := c.nounPhraseFrom(c.Sentences[at].First); ok && !pronouns[c.key(s[0])] && !prepositions[c.key(s[0])] {
					return c.who(s, i)
				}
			}
		}
	}
	named, isNamed := c.lastNamed(i)
	for k := len(c.last) - 1; k >= 0; k-- {
		l := c.last[k]
		if paragraph-c.Sentences[c.sentence[l.token]].Paragraph > 1 || person && isNamed && named[1] > l.token {
			break
		}
		if person && l.owner != "" && (c.sentence[l.token] == c.sentence[i] || l.role == "") { // Aruna's office said she
			return mentionOf(l.owner)
		}
		if woman := strings.HasSuffix(l.role, "woman"); pronoun == "he" && woman || pronoun == "she" && !woman && strings.HasSuffix(l.role, "man") {
			continue
		}
		if person && (l.person || l.role != "" || l.unnamed || strings.HasPrefix(l.key, "one ")) || !person && !l.person || pronoun == "it" {
			if l.text != "" || l.key != "" {
				return l.mention
			}
		}
	}
	if person && isNamed {
		return c.mention(named)
	}
	return mention{key: pronoun, text: pronoun}
}

// lastNamed returns the last person named in front of token i, in its paragraph
// or the one before: a name that opens its sentence, or a clause with "when" at
// its head, or stands behind a role. One of a single word must be followed by a
// comma, as in "Sami, from Year 8, said", or be the surname of somebody told of
// before.
func (c *cast) lastNamed(i int) ([2]int, bool) {
	paragraph := c.Sentences[c.sentence[i]].Paragraph
	for k := i - 1; k >= 0; k-- {
		if paragraph-c.Sentences[c.sentence[k]].Paragraph > 1 {
			break
		}
		if c.quoted[k] >= 0 || !c.capital(k) || c.Token(k).Stop || c.Token(k).Number || months[c.key(k)] > 0 || days[c.key(k)] {
			continue
		}
		from := k
		for c.together(from-1, k) && c.capital(from-1) && !c.Token(from-1).Stop {
			from--
		}
		opens := c.opens(from) || c.together(from-1, k) && c.opens(from-1) && c.key(from-1) == "when"
		role := roles[c.key(from)] && from < k || c.together(from-1, k) && roles[c.key(from-1)]
		if (opens || role) && (from < k || role || c.Token(k).Name && (c.key(k+1) == "," || c.surname(k))) {
			return [2]int{from, k + 1}, true
		}
		k = from
	}
	return [2]int{}, false
}

// surname reports whether the name at token k stood before behind a first name.
func (c *cast) surname(k int) bool {
	if c.surnames == nil {
		c.surnames = map[string]int{}
		for at := 1; at < c.TokenCount(); at++ {
			if _, ok := c.surnames[c.key(at)]; !ok && c.capital(at) && c.together(at-1, at) && c.capital(at-1) && c.Token(at-1).Name && !c.Token(at-1).Stop && !c.opens(at) {
				c.surnames[c.key(at)] = at
			}
		}
	}
	at, ok := c.surnames[c.key(k)]
	return ok && at < k
}

// quotedWith lists, for each verb, the quotations that go with it: those of its
// sentence, and those of its paragraph that no other verb is nearer to.
func (x *telling) quotedWith(verbs []verb) [][]int {
	list := make([][]int, len(verbs))
	for q, quote := range x.Quotations {
		best, far := -1, 0
		for i, v := range verbs {
			if x.Sentences[x.sentence[v.from]].Paragraph != quote.Paragraph {
				continue
			}
			d := 0
			switch s := x.sentence[v.from]; {
			case s < x.sentence[quote.First]:
				d = 1 + 2*(x.sentence[quote.First]-s)
			case s > x.sentence[quote.Last-1]:
				d = 2 + 2*(s-x.sentence[quote.Last-1])
			}
			if best < 0 || d < far {
				best, far = i, d
			}
		}
		if best >= 0 {
			list[best] = append(list[best], q)
		}
	}
	return list
}

// speakingVerbs makes a row for each speaker with the verbs each report gives it.
func (m *matter) speakingVerbs() []Row {
	var rows []Row
	for _, s := range m.allSpeakers() {
		row := m.row("RV", Same)
		row.Head, row.Read = s.name(), s.read
		for _, t := range s.turns {
			if t.class == "" {
				continue // "according to" is no verb
			}
			row.Cells[t.report].add(Wording{Text: t.text, Class: t.class, Places: []data.Span{t.place}})
		}
		switch row.in() {
		case 0:
			continue
		case 1:
			row.Finding = OnlyOne
		default:
			if cellsDiffer(row.Cells) {
				row.Finding = Differs
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// sources makes a row for each speaker with how often and in how many quoted
// words each report lets it speak.
func (m *matter) sources() []Row {
	var rows []Row
	for _, s := range m.allSpeakers() {
		row := m.row("SO", Same)
		row.Head, row.Read = s.name(), s.read
		for _, t := range s.turns {
			c := &row.Cells[t.report]
			c.add(Wording{Text: t.text, Places: []data.Span{t.place}})
			c.Quoted += t.words
		}
		switch {
		case s.unnamed:
			row.Finding = Unnamed
		case row.in() == 1:
			row.Finding = OnlyOne
		}
		rows = append(rows, row)
	}
	return rows
}
