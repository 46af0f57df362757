package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"parallax/assets"
	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/bidi"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// The pointers show, under the words of both texts, where a kind of difference
// can be seen: one family of kinds at a time, or none. A click on such words, or
// F8, shows a card with both sides' words and a question.
type pointers struct {
	family  string // a Family's ID; empty: none is shown
	before  string // the one shown last
	list    []session.Pointer
	current int             // index into list; -1: none
	hidden  map[string]bool // codes of kinds the reader hid in the legend
	turned  map[string]bool // by code: kinds that are on where the program has them off, or off where it has them on
}

// offeredPointers are the families that have a kind whose pointers are on.
func (r *room) offeredPointers() []assets.Family {
	return slices.DeleteFunc(assets.Families(), func(f assets.Family) bool {
		return !slices.ContainsFunc(assets.Kinds(), func(k assets.Kind) bool { return k.Family == f.ID && r.pointing.on(k) })
	})
}

// on reports whether a kind has pointers: by its own setting, unless the reader
// turned it.
func (p *pointers) on(k assets.Kind) bool { return k.On != p.turned[k.Code] }

// pointsTo reports whether one of some kinds has pointers and their family is shown.
func (r *room) pointsTo(codes []string) bool {
	return slices.ContainsFunc(codes, func(code string) bool {
		k, ok := assets.KindByCode(code)
		return ok && k.Family == r.pointing.family && r.pointing.on(k)
	})
}

// pointTo turns the pointers of some kinds on or off.
func (r *room) pointTo(codes []string, on bool) {
	for _, code := range codes {
		if k, ok := assets.KindByCode(code); ok {
			if r.pointing.turned == nil {
				r.pointing.turned = map[string]bool{}
			}
			r.pointing.turned[code] = k.On != on
			delete(r.pointing.hidden, code)
		}
	}
	r.pointing.current = -1
	r.readPointers()
	r.showTie()
	if r.OnView != nil {
		r.OnView()
	}
}

// turnedKinds are the codes of the kinds the reader turned, in order.
func (p *pointers) turnedKinds() []string {
	var codes []string
	for _, k := range assets.Kinds() {
		if p.turned[k.Code] {
			codes = append(codes, k.Code)
		}
	}
	return codes
}

// point shows the pointers of a family; empty: none.
func (r *room) point(family string) {
	if family == "" && r.pointing.family != "" {
		r.pointing.before = r.pointing.family
	}
	r.pointing.family, r.pointing.current = family, -1
	if family != "" {
		r.session.LookWords()
	}
	r.readPointers()
	r.showTie()
	if r.OnView != nil {
		r.OnView()
	}
}

// togglePointers shows the pointers of the family shown last, or none.
func (r *room) togglePointers() {
	switch {
	case r.pointing.family != "":
		r.point("")
	case r.pointing.before != "":
		r.point(r.pointing.before)
	default:
		if families := r.offeredPointers(); len(families) > 0 {
			r.point(families[0].ID)
		}
	}
}

// readPointers takes the family's pointers over from the session. The current
// one stays if it still is there.
func (r *room) readPointers() {
	var now *session.Pointer
	if r.pointing.current >= 0 {
		now = &r.pointing.list[r.pointing.current]
	}
	r.pointing.list, r.pointing.current = nil, -1
	var kinds []assets.Kind
	if r.pointing.family != "" {
		for _, p := range r.session.Pointers() {
			if k, ok := assets.KindByCode(p.Code); ok && r.pointing.on(k) && k.Family == r.pointing.family {
				if !slices.Contains(kinds, k) {
					kinds = append(kinds, k)
				}
				if r.pointing.hidden[k.Code] {
					continue
				}
				if now != nil && p.Code == now.Code && p.First(data.Left) == now.First(data.Left) && p.First(data.Right) == now.First(data.Right) {
					r.pointing.current = len(r.pointing.list)
				}
				r.pointing.list = append(r.pointing.list, p)
			}
		}
	}
	slices.SortStableFunc(r.pointing.list, func(x, y session.Pointer) int { return before(&x) - before(&y) })
	all := assets.Kinds()
	slices.SortFunc(kinds, func(x, y assets.Kind) int { return slices.Index(all, x) - slices.Index(all, y) })
	r.foot.SetPointers(pointerSigns(kinds, r.pointing.hidden, r.hidePointers))
	r.showMarks()
}

// hidePointers hides the pointers of a kind, or shows them again.
func (r *room) hidePointers(code string, hidden bool) {
	r.pointing.hidden[code] = hidden
	r.readPointers()
	r.showTie()
}

// before is where a pointer stands in reading order: at its first place in A, or
// where there is none in B.
func before(p *session.Pointer) int {
	if s := p.First(data.Left); !s.Empty() {
		return s.Start
	}
	return p.First(data.Right).Start
}

// pointerMarks are the marks of the family's pointers on one side. Those on the
// very same words share a mark with the letters of all.
func (r *room) pointerMarks(side data.Side) []reader.Mark {
	family := slices.IndexFunc(assets.Families(), func(f assets.Family) bool { return f.ID == r.pointing.family })
	var marks []reader.Mark
	at := map[data.Span]int{}
	for i := range r.pointing.list {
		p := &r.pointing.list[i]
		for _, s := range p.Spans[side] {
			if k, ok := at[s]; ok {
				if m := &marks[k]; !strings.Contains(m.Code, p.Code) {
					m.Code += " " + p.Code
				}
			} else {
				at[s] = len(marks)
				marks = append(marks, reader.Mark{Span: s, Kind: reader.Pointed, Group: family, Code: p.Code})
			}
			if i == r.pointing.current {
				marks = append(marks, reader.Mark{Span: s, Kind: reader.Lit})
			}
		}
	}
	return marks
}

// pointAt makes the pointer at a place the current one, or of several there the
// next; it reports false where there is none.
func (r *room) pointAt(side data.Side, offset int) bool {
	n := len(r.pointing.list)
	for k := range n {
		if i := (r.pointing.current + 1 + k) % n; r.pointing.list[i].At(side, offset) {
			r.goToPointer(i)
			return true
		}
	}
	return false
}

// stepPointer goes to the next pointer or the one before, round the ends.
func (r *room) stepPointer(by int) {
	if r.spread.Plain() {
		r.advisePlain()
		return
	}
	n := len(r.pointing.list)
	if n == 0 {
		if r.pointing.family == "" {
			r.advise(lang.L("Pointers are off. Press Ctrl+Shift+P."))
		}
		return
	}
	at := r.pointing.current
	if at < 0 && by < 0 {
		at = 0
	}
	r.goToPointer(((at+by)%n + n) % n)
}

func (r *room) goToPointer(i int) {
	r.toTexts()
	r.session.SelectPair(-1)
	r.pointing.current = i
	p := &r.pointing.list[i]
	for _, side := range []data.Side{data.Left, data.Right} {
		if s := p.First(side); !s.Empty() {
			r.panes[side].Reveal(s)
		}
	}
	r.showMarks()
	r.showTie()
}

// leavePointer makes no pointer the current one.
func (r *room) leavePointer() {
	if r.pointing.current >= 0 {
		r.pointing.current = -1
		r.showMarks()
		r.showTie()
	}
}

// putAside puts the current pointer away for good and goes on to the next.
func (r *room) putAside() {
	if r.pointing.current < 0 || r.session.ReadOnly() {
		return
	}
	p := r.pointing.list[r.pointing.current]
	r.pointing.current = -1
	r.session.PutAside(p)
}

// pointerCard is what the card says about a pointer.
func (r *room) pointerCard(p *session.Pointer) tieView {
	k, _ := assets.KindByCode(p.Code)
	v := tieView{title: k.Code + "  " + lang.L(k.Label), why: lang.L(k.Question)}
	for _, side := range []data.Side{data.Left, data.Right} {
		said := lang.L("nothing like it here")
		if len(p.Words[side]) > 0 {
			said = "“" + strings.Join(shortened(p.Words[side]), "”, “") + "”"
		}
		if v.said != "" {
			v.said += "\n"
		}
		v.said += side.Letter() + ":"
		if bidi.Turns(said) { // a line by itself, begun at its own side
			v.said += "\n" + said
		} else {
			v.said += "  " + said
		}
	}
	if r.pointsAtTranslation(p) {
		v.why += " " + lang.L("The wording may come from the translation.")
	}
	v.actions = []action{
		{lang.L("Put away"), r.putAside},
		{lang.L("Add note"), func() { r.notePointer(p) }},
	}
	return v
}

// pointsAtTranslation reports whether a pointer is at a wording of a report that
// is a translation.
func (r *room) pointsAtTranslation(p *session.Pointer) bool {
	if !slices.ContainsFunc(wordingKinds, func(k lens.Kind) bool { return slices.Contains(lens.Codes[k], p.Code) }) {
		return false
	}
	for _, side := range []data.Side{data.Left, data.Right} {
		if len(p.Words[side]) > 0 && r.session.FromTranslation(r.session.Side(side)) {
			return true
		}
	}
	return false
}

// shortened cuts each of some words for the card, and their number.
func shortened(list []string) []string {
	const most = 4
	var short []string
	for _, s := range list[:min(len(list), most)] {
		short = append(short, shorten(s, quoteLetters))
	}
	return short
}

// notePointer makes a note on a pointer's words, with its tag.
func (r *room) notePointer(p *session.Pointer) {
	r.noteOn([2]data.Span{p.First(data.Left), p.First(data.Right)}, p.Code)
}

// noteOn makes a note on words of both reports with a tag; an empty code: none.
func (r *room) noteOn(spans [2]data.Span, code string) {
	r.goToWords(spans)
	r.addNote()
	if id := r.session.OpenNoteID(); id != "" && code != "" {
		r.session.ToggleTag(id, code)
	}
}
