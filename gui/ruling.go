package gui

import (
	"fyne.io/fyne/v2/lang"

	"parallax/data"
)

// showTie says why the current passages are tied, and asks for a ruling.
func (r *room) showTie() {
	s := r.session
	if r.spread.Plain() {
		r.tie.Set(tieView{})
		return
	}
	r.tie.Fold(s.OpenNoteID() != "")
	if r.tie.wanted {
		s.LookNearest()
	}
	if r.pointing.current >= 0 {
		r.setTie(r.pointerCard(&r.pointing.list[r.pointing.current]))
		return
	}
	pair := s.Pair()
	passages, ready := s.ToTie()
	if r.advised && (pair >= 0 || ready) {
		r.showBanner() // the advice was taken
	}
	if at := s.PairAt(data.Left, passages[data.Left].Start); ready && (at < 0 || at != s.PairAt(data.Right, passages[data.Right].Start)) {
		r.setTie(tieView{title: lang.L("Tie these two passages?"),
			actions: []action{{lang.L("They tell the same"), r.tieSelected}}})
		return
	}
	if pair < 0 {
		r.showNearest()
		return
	}
	p := s.AllPairs()[pair]
	v := whyTied(&p, pair >= len(s.Comparison().Pairs))
	v.why += r.toldAt(data.Left, p.Left[0].Start)
	if len(s.RulingsHere()) == 0 {
		v.actions = append(v.actions, action{lang.L("Confirm"), r.confirm})
	} else {
		v.actions = append(v.actions, action{lang.L("Take back"), r.takeBack})
	}
	v.actions = append(v.actions, action{lang.L("Not the same"), r.reject})
	r.setTie(v)
}

// toldAt says in how many of the event's reports the passage at offset is told,
// as a sentence behind others; empty where that is not known.
func (r *room) toldAt(side data.Side, offset int) string {
	for _, t := range r.told[side] {
		if t.Contains(offset) {
			return " " + lang.L("Told in {{.N}} of {{.Of}} reports.", map[string]any{"N": t.In, "Of": t.Of})
		}
	}
	return ""
}

// setTie shows v, without its actions in a library that can only be read.
func (r *room) setTie(v tieView) {
	if r.session.ReadOnly() {
		v.actions = nil
	}
	r.tie.Set(v)
}

// showNearest shows what comes nearest to the current passage, told on one side
// only.
func (r *room) showNearest() {
	s := r.session
	c, ok := s.Nearest()
	if !ok {
		r.tie.Set(tieView{})
		return
	}
	stop, _ := s.Stop()
	across := c.Side.Other()
	v := nearestTo(&c, s.Side(c.Side).Text, s.Side(across).Text, stop.At(c.Side))
	v.why += r.toldAt(c.Side, c.Here.Start)
	v.onQuote = func() { r.panes[across].Reveal(c.Across); r.turnTo(across) }
	if !c.Across.Empty() {
		v.actions = append(v.actions, action{lang.L("Said here"), r.saidHere})
		if !c.Ruled {
			v.actions = append(v.actions, action{lang.L("Only in {{.Letter}}", map[string]any{"Letter": c.Side.Letter()}), r.keepApart})
		}
	}
	if len(s.RulingsHere()) > 0 {
		v.actions = append(v.actions, action{lang.L("Take back"), r.takeBack})
	}
	r.setTie(v)
}

func (r *room) saidHere() { r.session.SaidHere() }

func (r *room) keepApart() { r.session.KeepApart() }

// tieSelected ties the selected passages.
func (r *room) tieSelected() {
	if !r.session.Tie() {
		r.advise(lang.L("Select words in A and in B first. Then press Alt+L."))
		return
	}
	r.clearSelection()
}

func (r *room) confirm() { r.ruled(r.session.Confirm() || r.session.SaidHere()) }

func (r *room) reject() { r.ruled(r.session.Reject() || r.session.KeepApart()) }

func (r *room) takeBack() {
	if !r.session.ClearRuling() {
		r.advise(lang.L("You have made no ruling here."))
	}
}

// ruled says what is missing where nothing was ruled.
func (r *room) ruled(done bool) {
	if !done && r.session.Pair() < 0 {
		r.advise(lang.L("Go to two tied passages first, with F7 or a click."))
	}
}

// advise shows what to do first, on the banner.
func (r *room) advise(text string) {
	r.banner.closed, r.advised = "", true
	r.banner.Show(text)
}

// nextUnconfirmed goes to the next pair the reader has not ruled on.
func (r *room) nextUnconfirmed() {
	if !r.session.NextUnconfirmed(1) {
		r.advise(lang.L("You have looked at every pair."))
	}
}

// onlyUnconfirmed lets next and previous lead to pairs not ruled on, or to the
// differences again.
func (r *room) onlyUnconfirmed(on bool) { r.session.SetOnlyUnconfirmed(on) }

// showPlace says at the foot where the reader stands.
func (r *room) showPlace() {
	if r.session.OnlyUnconfirmed() {
		r.foot.SetUnconfirmed(r.session.Unconfirmed())
		return
	}
	stop, at := r.session.Stop()
	of := -1
	if r.session.Compared() {
		of = len(r.session.Stops())
	}
	r.foot.SetPlace(at, of, stopName(stop))
}
