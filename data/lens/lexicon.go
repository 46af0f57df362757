package lens

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"parallax/data/text"
)

//go:embed lexicon.json
var lexiconFile []byte

// Classes are the classes of speaking verbs, in the order they are offered.
var Classes = []string{"neutral", "assertive", "evaluative-doubt", "endorsing", "emotive"}

// A lexicon is the word lists, made ready to be looked up.
type lexicon struct {
	verbs     phrases // values index forms
	forms     []verbForm
	hedges    phrases
	boosters  phrases
	emotive   phrases
	labels    phrases // values index naming sets, or are noLabel
	sets      []bool  // by set: its labels name one thing wherever two reports of an event use them
	limits    phrases
	vague     phrases           // vague amounts
	unnamed   phrases           // sources without a name
	granted   phrases           // words that take something for granted
	asides    phrases           // cues for a comment of the writer's own
	notices   phrases           // cues for a note about the report itself
	captions  phrases           // words a text under a picture opens with
	past      phrases           // cues for background
	actions   map[string]bool   // stems of verbs of doing
	particles map[string]string // stem of a verb of doing to the word that goes with it: "off" for "lay"
	irregular map[string]bool   // participles that do not end in -ed
	states    map[string]bool   // participles that say how something is rather than what was done
	families  map[string][]int  // by stem of a verb or noun of doing: the actions it tells
	// Nouns that tell an action, with the words one of which must follow; nil: none.
	nouns map[string][]string
}

// noLabel is the value of a phrase that holds the words of a label and is none:
// the war of words.
const noLabel = -1

// labelAt returns the end of the longest label of a naming set at token i and its
// sets; ok is false where none starts.
func (x *telling) labelAt(i int) (end int, sets []int, ok bool) {
	end, sets, ok = words().labels.at(x, i)
	return end, sets, ok && sets[0] != noLabel
}

// A verbForm is one form of a speaking verb.
type verbForm struct {
	lemma, class string
	care         string // how much else its form can mean: "low", "mid", "high"
	shape        shape
}

// The shape of a verb's form.
type shape int

const (
	base  shape = iota // say
	third              // says
	past               // said
	ing                // saying
)

// words returns the English word lists. They are read when first asked for: most
// starts of the program need none.
var words = sync.OnceValue(readLexicon)

func readLexicon() *lexicon {
	var f struct {
		Verbs []struct {
			Lemma, Class, Ambiguity string
			Forms                   []string
		} `json:"reporting_verbs"`
		Unnamed  []string            `json:"vague_sources"`
		Hedges   map[string][]string `json:"hedges"`
		Boosters []string            `json:"boosters"`
		Emotive  map[string][]string `json:"emotive_words"`
		Quantity map[string][]string `json:"quantity_words"`
		Sets     []struct {
			Concept  string
			Anywhere bool
			Labels   []string
		} `json:"naming_sets"`
		NoLabels    []string            `json:"no_labels"`
		Actions     []string            `json:"action_verbs"`
		Granted     []string            `json:"presupposition"`
		Asides      []string            `json:"editorial_cues"`
		Notices     []string            `json:"notice_cues"`
		Captions    []string            `json:"caption_cues"`
		Past        []string            `json:"background_cues"`
		Families    [][]string          `json:"action_families"`
		Nouns       []string            `json:"action_nouns"`
		NounsWith   map[string][]string `json:"action_nouns_with"`
		Participles []string            `json:"irregular_participles"`
		States      []string            `json:"state_participles"`
	}
	if err := json.Unmarshal(lexiconFile, &f); err != nil {
		panic(fmt.Sprintf("read the embedded word lists: %v", err))
	}
	l := &lexicon{actions: map[string]bool{}, particles: map[string]string{}, irregular: map[string]bool{},
		states: map[string]bool{}, families: map[string][]int{}, nouns: map[string][]string{}}
	for _, v := range f.Verbs {
		for _, form := range v.Forms {
			l.verbs.add(form, len(l.forms))
			l.forms = append(l.forms, verbForm{v.Lemma, v.Class, v.Ambiguity, shapeOf(form)})
		}
	}
	for _, list := range f.Hedges {
		for _, s := range list {
			l.hedges.add(s, 0)
		}
	}
	for list, phrases := range map[*phrases][]string{
		&l.unnamed: f.Unnamed, &l.boosters: f.Boosters, &l.granted: f.Granted, &l.asides: f.Asides,
		&l.notices: f.Notices, &l.captions: f.Captions, &l.past: f.Past,
	} {
		for _, s := range phrases {
			list.add(s, 0)
		}
	}
	for _, list := range f.Emotive {
		for _, s := range list {
			l.emotive.add(s, 0)
		}
	}
	for _, name := range []string{"approximators", "limits"} {
		for _, s := range f.Quantity[name] {
			l.limits.add(s, 0)
		}
	}
	for _, s := range f.Quantity["vague"] {
		l.vague.add(s, 0)
	}
	for _, s := range f.NoLabels {
		l.labels.add(s, noLabel)
	}
	for i, set := range f.Sets {
		l.sets = append(l.sets, set.Anywhere)
		for _, s := range set.Labels {
			l.labels.add(s, i)
		}
	}
	for _, s := range f.Actions {
		verb, particle, _ := strings.Cut(s, " ")
		stem := text.Read(verb).Token(0).Stem
		l.actions[stem] = true
		if particle != "" {
			l.particles[stem] = particle
		}
	}
	for _, s := range f.Participles {
		l.irregular[s] = true
	}
	for _, s := range f.States {
		l.states[s] = true
	}
	for i, list := range f.Families {
		for _, s := range list {
			if stem := text.Read(s).Token(0).Stem; !slices.Contains(l.families[stem], i) {
				l.families[stem] = append(l.families[stem], i)
			}
		}
	}
	for _, s := range f.Nouns {
		l.nouns[s] = nil
	}
	for with, list := range f.NounsWith {
		for _, s := range list {
			l.nouns[s] = append(l.nouns[s], with)
		}
	}
	return l
}

// shapeOf tells the form of a verb by its first word's ending. A base form that
// ends in -ss is not taken for a third person, nor one in -ing of five letters
// or fewer for a participle.
func shapeOf(form string) shape {
	first, _, _ := strings.Cut(form, " ")
	switch {
	case strings.HasSuffix(first, "ing") && len(first) > 5:
		return ing
	case strings.HasSuffix(first, "s") && !strings.HasSuffix(first, "ss"):
		return third
	case strings.HasSuffix(first, "ed") && first != "plead" || pastForms[first]:
		return past
	}
	return base
}

// pastForms are the past forms on the list that do not end in -ed.
var pastForms = map[string]bool{
	"said": true, "told": true, "wrote": true, "written": true, "spoke": true, "spoken": true,
	"made": true, "shown": true, "found": true,
}

// A phrase is a run of words that stands for something.
type phrase struct {
	keys  []string
	value int
}

// phrases finds phrases by their first word, the longest first.
type phrases map[string][]phrase

func (p *phrases) add(s string, value int) {
	if *p == nil {
		*p = phrases{}
	}
	t := text.Read(s)
	var keys []string
	for _, w := range t.Tokens() {
		keys = append(keys, w.Key)
	}
	list := (*p)[keys[0]]
	at := 0
	for at < len(list) && len(list[at].keys) >= len(keys) {
		at++
	}
	list = append(list, phrase{})
	copy(list[at+1:], list[at:])
	list[at] = phrase{keys, value}
	(*p)[keys[0]] = list
}

// at returns the end of the longest phrase at token i, and the values of all
// phrases of that length; ok is false where none starts.
func (p phrases) at(x *telling, i int) (end int, values []int, ok bool) {
	for _, f := range p[x.Token(i).Key] {
		if ok && len(f.keys) < end-i {
			break
		}
		if x.reads(i, f.keys) {
			end, ok = i+len(f.keys), true
			values = append(values, f.value)
		}
	}
	return end, values, ok
}

// reads reports whether the tokens from i on, within one sentence, are keys.
func (x *telling) reads(i int, keys []string) bool {
	if i+len(keys) > x.TokenCount() || !x.together(i, i+len(keys)-1) {
		return false
	}
	for k, key := range keys {
		if x.Token(i+k).Key != key {
			return false
		}
	}
	return true
}

// listed returns a row for each phrase of a list, parted by whether it stands
// inside quotations. check, if not nil, looks at each place.
func (m *matter) listed(code string, list phrases, check func(x *telling, from, to int) bool) []Row {
	type what struct {
		key    string
		quoted bool
	}
	at := map[what]int{}
	var rows []Row
	for i, x := range m.reports {
		if !x.english {
			continue
		}
		for k := 0; k < x.TokenCount(); k++ {
			end, _, ok := list.at(x, k)
			if !ok || check != nil && !check(x, k, end) || x.inName(k, end) {
				continue
			}
			w := what{keyOf(x, k, end), x.quoted[k] >= 0}
			n, seen := at[w]
			if !seen {
				n = len(rows)
				at[w] = n
				f := InStory
				if w.quoted {
					f = InQuotes
				}
				rows = append(rows, m.row(code, f))
			}
			rows[n].Cells[i].add(x.wording(k, end))
			k = end - 1
		}
	}
	return rows
}

// keyOf joins the keys of tokens [from,to).
func keyOf(x *telling, from, to int) string {
	list := make([]string, 0, to-from)
	for k := from; k < to; k++ {
		list = append(list, x.Token(k).Key)
	}
	return strings.Join(list, " ")
}

// inName reports whether the words are part of a name: capitals in the middle of
// a sentence that is not a headline in capitals.
func (x *telling) inName(from, to int) bool {
	for k := from; k < to; k++ {
		if !x.Token(k).Word || !x.capital(k) || x.opens(k) {
			return false
		}
	}
	return x.Sentences[x.sentence[from]].Paragraph > 0
}

// isEmotive leaves out what only ends a compound that says less: de-escalation.
func isEmotive(x *telling, from, to int) bool {
	return x.key(from-1) != "-" || x.key(from-2) != "de" || !x.together(from-2, from)
}

// isHedge keeps words of the list that are no maybe-words where they stand: the
// month of May, what somebody could not do, and how often or how much.
func isHedge(x *telling, from, to int) bool {
	next := x.key(to)
	switch x.key(from) {
	case "may":
		return !x.capital(from) || x.opens(from)
	case "could":
		for k := from - 4; k < from; k++ { // did everything they could
			if key := x.key(k); x.together(k, from) && (key == "everything" || key == "all" || key == "best" || key == "as" && k < from-1) {
				return false
			}
		}
		return next != "not" && next != "hardly" && next != "no" && !strings.HasSuffix(next, "n't") &&
			next != "still" && next != "hear" && next != "see"
	case "appear", "appears", "appeared":
		return next == "to" || next == "that" || x.key(to-1) == "to" || x.key(to-1) == "that"
	case "likely", "unlikely":
		before := x.key(from - 1)
		return before != "times" && x.key(from-2) != "times"
	case "often", "usually", "sometimes":
		return x.key(from-1) != "how"
	case "supposed", "claims", "claim", "kind", "sort":
		return !x.determined(from)
	}
	return true
}

// determined reports whether an article or the like stands in front of token i.
func (x *telling) determined(i int) bool { return x.together(i-1, i) && determiners[x.key(i-1)] }

var determiners = map[string]bool{
	"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true, "its": true,
	"his": true, "her": true, "their": true, "our": true, "my": true, "your": true, "no": true, "any": true,
	"some": true, "every": true, "each": true, "such": true, "another": true, "what": true, "many": true,
	"several": true, "few": true, "one": true, "both": true, "all": true,
}
