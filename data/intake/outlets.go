package intake

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"parallax/data"
)

const properName = `(?:[Tt]he )?\p{Lu}[\p{L}&.’'-]*(?: (?:of |the |and |& |de |la |du |der )?\p{Lu}[\p{L}&.’'-]*){0,4}`

// The ways a page's furniture names its outlet.
var (
	reEditedBy    = pattern(`(?:[Tt]his (?:article|report|story) (?:was|is) (?:first |originally )?(?:edited|published|written|produced|provided) (?:by|in|on) )(` + properName + `)`)
	reCopyright   = pattern(`(?:©|\([cC]\)|Copyright)\s*(?:©|\([cC]\))?\s*(?:19|20)?\d{0,4}(?:\s*[-–—]\s*(?:19|20)\d\d)?,?\s*(?:by\s+|The copyright holder )?(` + properName + `)`)
	reAccount     = pattern(`(?i)\b(?:have an?|your|do you have a)\s+((?:[\w-]+\.)+[a-z]{2,}) account`)
	reHouse       = pattern(`^(?:About|Contact|Follow|Subscribe to|Advertise with|Advertise in|Work for|Support|Download the|More from|Read more from|Get the) (` + properName + `)(?: app| newsletters?| on .*)?[.!]?$`)
	reAddressDate = pattern(`/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?:/|\D|$)`)
)

// notNames are words that stand where an outlet's name does and are none.
var notNames = wordSet(`all rights copyright us our me the this comments facebook twitter youtube instagram you terms privacy policy reserved archive editor author advertising home menu getty reuters ap afp`)

// A naming is how much the page's furniture speaks for a name, and where first.
type naming struct {
	votes float64
	block int
}

// outlet proposes who published the page: by its address, when that is known;
// else by the name its furniture gives most, which must fit the address if there
// is one; else the site itself.
func (r *factReader) outlet() {
	site := data.SiteOf(r.value(data.FieldURL))
	if o, ok := data.OutletAt(knownOutlets(), site); ok {
		r.propose(data.FieldOutlet, o.Name, fromAddress, -1)
	}
	if r.has(data.FieldOutlet) {
		return
	}
	named := map[string]naming{}
	vote := func(name string, v float64, block int) {
		name = oneSentence(name)
		name = strings.TrimRight(strings.TrimSpace(name), ".,’'-& ")
		if name == "" || notNames[strings.ToLower(name)] || notNames[strings.ToLower(strings.Split(name, " ")[0])] && !strings.HasPrefix(strings.ToLower(name), "the ") {
			return
		}
		n, ok := named[name]
		if !ok {
			n.block = block
		}
		n.votes += v
		named[name] = n
	}
	headline := key(r.value(data.FieldHeadline))
	furniture := sync.OnceValue(r.furniture)
	var owners []owner
	for i, b := range r.src.Blocks {
		if !isFurniture(b.Role) {
			continue
		}
		h := r.hint(i)
		for _, n := range h.names {
			vote(n.name, n.votes, i)
		}
		if h.owner != "" && (b.Role == data.Legal || !h.credit) {
			owners = append(owners, owner{h.owner, i})
		}
		for _, t := range h.titles { // "Headline | Outlet", as in a window's title
			if headline != "" && t.headline == headline {
				vote(t.outlet, 1.5, i)
			}
		}
	}
	for _, o := range owners {
		name, company := withoutCompany(o.name)
		if said := strings.Count(furniture(), name); name != "" && (!company || said >= 3) {
			vote(name, 1+float64(min(said, 4))/8, o.block)
		}
	}
	r.datelineVote(furniture, vote)
	r.paperVote(vote)
	names := make([]string, 0, len(named))
	for n := range named {
		names = append(names, n)
	}
	slices.Sort(names)
	best := ""
	for _, n := range names {
		if named[n].votes >= 1 && (site == "" || fitsSite(n, site)) && (best == "" || named[n].votes > named[best].votes) {
			best = n
		}
	}
	if best != "" {
		r.read(data.FieldOutlet, best, named[best].block)
	}
	r.propose(data.FieldOutlet, site, fromAddress, -1)
}

// isFurniture reports whether blocks of a role may name the page's outlet.
func isFurniture(role data.Role) bool {
	switch role {
	case data.Body, data.Comments, data.PhotoCred, data.Caption, data.Standfirst, data.Headline, data.Subhead:
		return false
	}
	return true
}

// longestFurniture is how many bytes a block that may name the outlet has at most.
const longestFurniture = 2000

// furniture is the text of all blocks that may name the page's outlet.
func (r *factReader) furniture() string {
	var all strings.Builder
	for i, b := range r.src.Blocks {
		if t := r.text(i); isFurniture(b.Role) && len(t) <= longestFurniture {
			all.WriteString(t)
			all.WriteByte('\n')
		}
	}
	return all.String()
}

// A hint is what one line of furniture says of the page's outlet.
type hint struct {
	names  []hintName
	owner  string // the name behind a copyright sign
	credit bool   // which may be that of a photo
	titles []hintTitle
}

type hintName struct {
	name  string
	votes float64
}

// A hintTitle is a line parted at a bar: what would be the headline, as key
// makes it, and the outlet.
type hintTitle struct{ headline, outlet string }

// hintOf reads a line of furniture.
func hintOf(t string) hint {
	var h hint
	if len(t) > longestFurniture {
		return h
	}
	name := func(name string, votes float64) { h.names = append(h.names, hintName{name, votes}) }
	// The letters are looked for first: a pattern takes many times as long.
	if len(t) > 4 && strings.EqualFold(t[:4], "also") {
		if m := reAlsoOn().FindStringSubmatch(t); m != nil {
			name(strings.ToLower(m[1]), 2)
		}
	}
	if strings.Contains(t, "his ") {
		if m := reEditedBy().FindStringSubmatch(t); m != nil {
			name(m[1], 2)
		}
	}
	low := strings.ToLower(t)
	if strings.Contains(low, " account") {
		if m := reAccount().FindStringSubmatch(t); m != nil {
			name(strings.ToLower(m[1]), 1)
		}
	}
	if strings.Contains(low, "©") || strings.Contains(low, "(c)") || strings.Contains(t, "Copyright") {
		if m := reCopyright().FindStringSubmatch(t); m != nil {
			h.owner, h.credit = oneSentence(m[1]), reCredit().MatchString(t)
		}
	}
	if m := reHouse().FindStringSubmatch(t); m != nil {
		name(m[1], .5)
	}
	for _, bar := range []string{" | ", " - ", " – ", " — "} {
		if k := strings.LastIndex(t, bar); k > 0 {
			h.titles = append(h.titles, hintTitle{key(t[:k]), t[k+len(bar):]})
		}
	}
	return h
}

// fitsSite reports whether a site is called by a name or by its initials:
// nordholm-gazette.example, gazette.example and ng.example by "Nordholm Gazette".
func fitsSite(name, site string) bool {
	if strings.EqualFold(name, site) {
		return true
	}
	all, initials := "", ""
	for _, w := range strings.Fields(key(name)) {
		all += w
		first, _ := utf8.DecodeRuneInString(w)
		initials += string(first)
	}
	for _, label := range strings.FieldsFunc(site, func(r rune) bool { return r == '.' || r == '/' }) {
		label = strings.ReplaceAll(label, "-", "")
		if len(label) >= 4 && strings.Contains(all, label) || len(all) >= 4 && strings.Contains(label, strings.TrimPrefix(all, "the")) || label == initials && len(label) > 1 {
			return true
		}
	}
	return false
}

// oneSentence cuts a name where a sentence ends in it.
func oneSentence(name string) string {
	if cut, _, ok := strings.Cut(name, ". "); ok && len(cut) > 3 {
		return cut
	}
	return name
}

// An owner is a name behind a copyright sign, and the block it stands in.
type owner struct {
	name  string
	block int
}

// companyWords end the names of companies; what stands before them need not be
// the outlet's name.
var companyWords = wordSet(`inc llc ltd limited company co corp corporation holdings group publishing publishers publications interactive gmbh ag sa plc network networks communications enterprises partners printers ventures lp digital media reserved rights all`)

// withoutCompany cuts such words from the end of a name and says whether there were any.
func withoutCompany(name string) (string, bool) {
	ws := strings.Fields(name)
	n := len(ws)
	for n > 0 && (companyWords[strings.ToLower(strings.Trim(ws[n-1], ".,"))] || ws[n-1] == "&") {
		n--
	}
	only := ws[n:]
	rights := len(only) == 3 && strings.EqualFold(only[0], "All") && strings.EqualFold(only[1], "Rights")
	return strings.Join(ws[:n], " "), n < len(ws) && !rights
}

// datelineVote speaks for the source the text opens with when the furniture
// names it as well and it is no agency.
func (r *factReader) datelineVote(furniture func() string, vote func(string, float64, int)) {
	seen := 0
	for i, b := range r.src.Blocks {
		if b.Role != data.Body {
			continue
		}
		if seen++; seen > 2 {
			return
		}
		_, name := datelineOf(r.text(i))
		if name == "" || slices.Contains(agencies, name) {
			continue
		}
		if c := strings.Count(furniture(), name); c >= 2 {
			vote(name, float64(min(c, 6))/2, i)
		}
		return
	}
}

// markOutlet gives the lines that are the outlet's name and nothing else their role.
func markOutlet(src *data.Source) {
	f, ok := src.Fact(data.FieldOutlet)
	if !ok {
		return
	}
	for i := range src.Blocks {
		b := &src.Blocks[i]
		if (b.Role == data.Navigation || b.Role == data.Unsure) && strings.EqualFold(b.Of(src.Text), f.Value) {
			b.Role, b.Guess, b.Why = data.OutletName, data.OutletName, whyOutlet
			return
		}
	}
}
