package intake

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

// A sorter gives each piece of a page its role.
type sorter struct {
	ps       []piece
	traits   []traits
	language string
	same     map[string][]int // pieces by key
	run      [2]int           // the first piece of the text and the one behind its last
	clean    bool             // a plain text without furniture
	body     []int            // pieces taken for text so far, in order
	page     *page            // nil: plain text
}

var (
	reOnlyURL  = pattern(`^(?:https?://|www\.)\S+$`)
	rePicture  = pattern(`(?i)\.(?:jpe?g|png|gif|webp|svg|mp4|css|js)(?:\?|$)|//(?:cdn|img|static|media|images?)\d*\.`)
	reCredit   = pattern(`(?i)^©\s*[^\d\s]|^\(?(?:photo|image|picture|photograph|foto)s?(?: by| credit)?\s*[:/]|^credit\s*:|^(?:ap|afp|reuters|getty|epa|tass|sputnik|ria novosti|xinhua)(?: photo| images)?\s*(?:19|20\d\d)?\s*/|(?:getty images|ap photo|afp photo|shutterstock|epa-efe)\)?\.?$|\((?:reuters|ap|afp|epa|dpa)\)$|^courtesy of\b`)
	reFootnote = pattern(`^\*+\s?\S.{20,}`)
	reDashed   = pattern(`^[–—-]\s+.{3,80}\s+[–—-]$`)
	reAlsoOn   = pattern(`(?i)^also on (?:www\.)?((?:[\w-]+\.)+[a-z]{2,})\b`)
)

// classify gives every piece a role. pg is what the web page says of its
// blocks, nil for a plain text.
func classify(ctx context.Context, ps []piece, pg *page) error {
	if len(ps) == 0 {
		return nil
	}
	s, err := takeText(ctx, ps, pg)
	if err != nil {
		return err
	}
	first := len(ps)
	if len(s.body) > 0 {
		first = s.body[0]
	}
	if s.clean { // the lines above its first paragraph are about the report, or its standfirst
		if k := slices.IndexFunc(s.body, func(i int) bool { return s.traits[i].paragraph() }); k > 0 {
			first = s.body[k]
		}
	}
	head := s.headline(first)
	s.standfirst(head)
	s.aboutLines(first)
	s.papers(first)
	s.aboveByline(head)
	s.bodyRoles()
	s.rest(first)
	return ctx.Err()
}

// takeText scores the lines and finds those that are the report's text.
func takeText(ctx context.Context, ps []piece, pg *page) (*sorter, error) {
	s := &sorter{ps: ps, page: pg, same: make(map[string][]int, len(ps))}
	s.traits, s.language = readTraits(ps)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	uncased := uncased(ps)
	for i, v := range features(s.traits, s.language) {
		ps[i].score = lineNet.score(v)
		switch t := &s.traits[i]; {
		case !uncased:
		case t.paragraph():
			ps[i].score = max(ps[i].score, uncasedScore)
		case t.kinds&^kindMeta != 0:
			ps[i].score = min(ps[i].score, -uncasedScore)
		}
		k := key(ps[i].text)
		s.same[k] = append(s.same[k], i)
	}
	s.certain()
	s.captions()
	if pg != nil {
		s.followPage()
	} else {
		s.findRun()
		s.cutComments()
	}
	return s, ctx.Err()
}

// uncasedScore is what a paragraph scores at least in writing without capitals,
// and a line with a mark of furniture at most, below 0. Half of what lines are
// scored by are capitals and function words; where words have none of the one
// and the other is written on to them, as in Arabic and Hebrew, scores tell
// less.
const uncasedScore = 1.0

// uncased reports whether most letters of a page belong to an alphabet that has
// no capitals. Writing without spaces is not meant: its lines are scored apart.
func uncased(ps []piece) bool {
	without, all := 0, 0
	for i := range ps {
		for _, r := range ps[i].text {
			if isLetter(r) {
				all++
				without += int(yes(unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Devanagari, unicode.Bengali, unicode.Tamil, unicode.Ethiopic, unicode.Georgian)))
			}
		}
	}
	return without*2 > all
}

// paragraph reports whether a line is whole sentences and has no mark of furniture.
func (t *traits) paragraph() bool { return t.kinds == 0 && t.end > 0 && t.n >= 12 }

// certain gives roles to lines that are what they are wherever they stand.
func (s *sorter) certain() {
	for i := range s.ps {
		p := &s.ps[i]
		switch {
		case reOnlyURL().MatchString(p.text) && rePicture().MatchString(p.text):
			p.give(data.Navigation, whyPicture)
		case reOnlyURL().MatchString(p.text):
			p.give(data.Address, whyAddress)
		case agencyLead(p.text) != "":
			p.give(data.PhotoCred, whyAgency)
		case s.isCredit(i):
			p.give(data.PhotoCred, whyCredit)
		case reAlsoOn().MatchString(p.text):
			p.give(data.Related, whyPointsToReport)
		}
		if p.role != "" {
			p.score = min(p.score, -1)
		}
	}
}

func (s *sorter) isCredit(i int) bool {
	if strings.HasPrefix(s.ps[i].text, "©") && i*4 > len(s.ps)*3 { // the page's own, at its foot
		return false
	}
	return s.traits[i].n <= 25 && s.traits[i].is(kindCaption) && reCredit().MatchString(s.ps[i].text)
}

// captions finds the captions beside photo credits: lines that stand twice, or
// that are no sentence.
func (s *sorter) captions() {
	for i := range s.ps {
		if s.ps[i].role != data.PhotoCred || !s.isCredit(i) {
			continue
		}
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(s.ps) || s.ps[j].role != "" || s.traits[j].n < 4 || s.traits[j].n >= 40 {
				continue
			}
			t := &s.traits[j]
			title := t.title > .6 && t.n <= 18
			twice := len(s.same[key(s.ps[j].text)]) > 1 && !title && j >= 3
			if twice || t.end == 0 && t.n >= 7 && s.ps[j].score > -2 && !title {
				s.ps[j].give(data.Caption, whyBesideCredit)
				s.ps[j].score = -1
			}
		}
	}
}

// What one line adds to a run or takes from it at most, in log-odds, and what
// each line is given: a run breaks rather late than early.
const (
	runLow   = -1.0
	runHigh  = 4.0
	runGrant = 0.5
)

// findRun takes the run of lines with the most weight for the report's text.
// Inside it lines that read like text are kept, and those that neither do nor
// show any mark of furniture when they stand between two that do.
func (s *sorter) findRun() {
	best, sum, start := 0.0, 0.0, 0
	a, z := len(s.ps), len(s.ps)
	for i := range s.ps {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += max(runLow, min(runHigh, s.ps[i].score+runGrant)) * math.Sqrt(float64(max(2, min(s.traits[i].n, 40))))
		if sum > best {
			best, a, z = sum, start, i+1
		}
	}
	if s.clean = s.noFurniture(a, z); s.clean {
		a, z = 0, len(s.ps)
	}
	pointed := s.abovePointer(a)
	if pointed >= 0 {
		a = pointed
	}
	lead := a == 1 && s.opens()
	if lead {
		a = 0
	}
	s.run = [2]int{a, z}
	for i := a; i < z; i++ {
		if s.ps[i].role == "" && (s.ps[i].score > 0 || s.clean && s.inside(i) || s.between(i, a, z) || i == 0 && lead || i == pointed) {
			s.body = append(s.body, i)
		}
	}
}

// abovePointer returns the line above the run from a on that is its lead: a
// paragraph that only a line pointing to another report parts from it, for such
// a line stands inside a story; -1 when there is none.
func (s *sorter) abovePointer(a int) int {
	if a < 2 || a >= len(s.ps) || !s.traits[a-1].is(kindRelated) || !s.traits[a-2].paragraph() {
		return -1
	}
	return a - 2
}

// opens reports whether the first line of the page is the report's lead: a
// whole sentence with no mark of furniture. A caption has a headline or a menu
// above it.
func (s *sorter) opens() bool {
	t := &s.traits[0]
	return t.kinds == 0 && t.end > 0 && t.n >= 12
}

// noFurniture reports whether a page is all text: the run from a to z holds
// nearly all its words, and hardly a short line has a mark of furniture. When
// none has and hardly a line is less than a sentence, half of the words or half
// of the lines being sentences do.
func (s *sorter) noFurniture(a, z int) bool {
	furnished, bits, full, in, all := 0, 0, 0, 0, 0
	for i := range s.ps {
		if s.traits[i].kinds&^kindMeta != 0 && s.traits[i].n < 40 {
			furnished++
		}
		if i > 2 && s.traits[i].endOpen == 0 && s.traits[i].n < 8 {
			bits++
		}
		if s.traits[i].end > 0 && s.traits[i].n >= 8 {
			full++
		}
		all += s.traits[i].n
		if a <= i && i < z {
			in += s.traits[i].n
		}
	}
	return furnished*50 <= len(s.ps) && in*10 >= all*8 || furnished == 0 && bits*10 <= len(s.ps) && (in*2 >= all || full*2 >= len(s.ps))
}

// edgeLines is how many lines at either end of a page without furniture may be
// some all the same.
const edgeLines = 5

// inside reports whether line i of a page without furniture is text for certain.
func (s *sorter) inside(i int) bool {
	return i >= edgeLines && i < len(s.ps)-edgeLines || s.traits[i].kinds&^kindMeta == 0
}

// between reports whether line i, which scores low, is nevertheless text: a
// sentence with no mark of furniture between two lines of text.
func (s *sorter) between(i, a, z int) bool {
	t := &s.traits[i]
	if t.kinds != 0 || t.end == 0 || t.n < 4 || i == a || i+1 >= z {
		return false
	}
	text := func(j int) bool { return s.ps[j].score > 0 && s.ps[j].role == "" }
	return text(i-1) && text(i+1)
}

// threadMost is how many lines of comments a page without furniture may end
// with. A longer thread has names, dates and buttons of its site between; lively
// talk over thousands of plain lines is a story's.
const threadMost = 600

// cutComments ends the text where readers' comments begin.
func (s *sorter) cutComments() {
	lines := make([]string, len(s.body))
	for k, i := range s.body {
		lines[k] = s.ps[i].text
	}
	k := commentStart(lines)
	if k < 0 || s.clean && len(lines)-k > threadMost {
		return
	}
	cut, last := s.body[k], s.body[len(s.body)-1]
	for i := cut; i < len(s.ps); i++ {
		if i > last && s.traits[i].kinds&^kindMeta != 0 {
			break // the page's foot
		}
		s.ps[i].rule(data.Comments, whyCommentsFromHere)
	}
	s.body = s.body[:k]
	s.run[1] = cut
}

// headline gives the headline its role, its repetitions theirs, and returns its
// index, -1 for none.
func (s *sorter) headline(first int) int {
	head := -1
	if s.page != nil {
		head = s.page.headline(s)
	}
	if head < 0 {
		head = s.findHeadline(first)
	}
	if head < 0 {
		return -1
	}
	s.ps[head].rule(data.Headline, whyHeadline)
	copies := s.same[key(s.ps[head].text)]
	for _, j := range copies {
		if j != head && s.ps[j].role != data.Comments {
			s.ps[j].rule(data.Duplicate, whyHeadlineAgain)
		}
	}
	if len(copies) == 2 && copies[1]-copies[0] == 2 && s.traits[copies[0]+1].n >= 8 {
		s.ps[copies[0]+1].rule(data.Standfirst, whyBetweenHeadlines)
	}
	s.belowHeadlines(copies)
	return head
}

// A standfirst of a plain text has so many words.
const (
	standfirstLeast = 8
	standfirstMost  = 70
)

// belowHeadlines takes the first line of a plain text for its standfirst when the
// headline stands right above it twice, as it does where a page names its picture
// by the headline. On the pages of both public sets on which it so stands, the
// page itself marks that line as one (4 of 4); no words tell one from a lead.
func (s *sorter) belowHeadlines(copies []int) {
	if s.page != nil || len(copies) != 2 || copies[1] != copies[0]+1 {
		return
	}
	text := slices.DeleteFunc(slices.Clone(s.body), func(i int) bool { return slices.Contains(copies, i) })
	if len(text) < 2 || text[0] != copies[1]+1 {
		return
	}
	p, n := &s.ps[text[0]], s.traits[text[0]].n
	if place, _ := datelineOf(p.text); place == "" && n >= standfirstLeast && n <= standfirstMost {
		p.give(data.Standfirst, whyBelowHeadlines)
	}
}

// aboveByline takes the line of a plain text that stands between the headline
// and who wrote the report, or when, for the standfirst.
func (s *sorter) aboveByline(head int) {
	if s.page != nil || head < 0 || head+2 >= len(s.ps) {
		return
	}
	p, t, next := &s.ps[head+1], &s.traits[head+1], s.ps[head+2].role
	if (p.role == "" || p.role == data.Body) && t.kinds == 0 && t.n >= standfirstLeast && t.n <= standfirstMost &&
		(next == data.Byline || next == data.Dateline) {
		p.rule(data.Standfirst, whyAboveByline)
	}
}

// aboutLines finds the lines around the headline that say when, by whom and where.
func (s *sorter) aboutLines(first int) {
	inBody := make(map[int]bool, len(s.body))
	for _, i := range s.body {
		inBody[i] = s.ps[i].role == ""
	}
	for i := range s.ps {
		p, t := &s.ps[i], &s.traits[i]
		switch {
		case p.role == data.Address:
			if i > first+2 {
				p.rule(data.Related, whyAddressBelow)
			}
		case p.role != "" || t.n > 20 || inBody[i] && t.n > 8 && !(i < first && besideDate(p.text) <= 2):
		case i < s.run[1]+2 && (reAgencyAlone().MatchString(p.text) || reByWithAgency().MatchString(p.text)):
			p.rule(data.Byline, whyAgencyOrWho)
		case i > first+3:
		case dateAlone(p.text) || dayAlone(p.text):
			p.rule(data.Dateline, whyDate)
		case bylineName(p.text) != "":
			p.rule(data.Byline, whyWrote)
		case translatedFrom(p.text) != "":
			p.rule(data.Byline, whyTranslated)
		}
	}
}

// dateAlone reports whether a line is a date with little else.
func dateAlone(line string) bool { return besideDate(line) <= 8 }

// besideDate counts the longer words of a line besides the date it has; of a
// line that has none they are beyond count.
func besideDate(line string) int {
	d := findDate(line)
	if !d.ok {
		return math.MaxInt
	}
	other := 0
	rest := strings.Replace(line, d.written, " ", 1)
	words(rest, func(w string, _ int) bool {
		r, _ := utf8.DecodeRuneInString(w)
		if isLetter(r) && monthOf(w) == 0 && len(w) > 2 {
			other++
		}
		return true
	})
	return other
}

// bodyRoles tells paragraphs from subheads and footnotes.
func (s *sorter) bodyRoles() {
	starred := false
	for n, i := range s.body {
		p, t := &s.ps[i], &s.traits[i]
		if p.role != "" {
			continue
		}
		last := n == len(s.body)-1
		switch {
		case p.page != nil && p.page.heading() && t.n <= 20:
			p.give(data.Subhead, whyMarkedHeading)
		case reDashed().MatchString(p.text), t.n <= 9 && t.endOpen == 0 && t.lower == 0 && !last && !isHanText(p.text):
			p.give(data.Subhead, whySubhead)
		case starred && reFootnote().MatchString(p.text):
			p.give(data.Footnote, whyStar)
		default:
			p.give(data.Body, whyText)
		}
		starred = starred || strings.Contains(p.text, "*")
	}
}

func isHanText(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isHan(r)
}
