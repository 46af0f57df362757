package intake

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/data"
)

// A box is a part of a page that its markup sets apart. Boxes of one name in
// boxes of one name, on to the whole page, count as one: a page sets all of its
// text in a box or two, though it may part it by what is no text.
type box struct {
	outer int
	tag   atom.Atom
	class string
}

// boxTags are the elements that make boxes.
var boxTags = tagSet(atom.Address, atom.Article, atom.Aside, atom.Body, atom.Details, atom.Dialog, atom.Div, atom.Fieldset, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Main, atom.Nav, atom.Section)

// boxOf returns the number of the box that n makes in box outer.
func (w *walker) boxOf(n *html.Node, outer int) int {
	b := box{outer: outer, tag: n.DataAtom}
	for _, a := range n.Attr {
		if a.Key == "class" {
			b.class = a.Val
		}
	}
	no, ok := w.boxes[b]
	if !ok {
		if w.boxes == nil {
			w.boxes = map[box]int{}
		}
		no = len(w.boxes) + 1
		w.boxes[b] = no
	}
	return no
}

// mainShare is the percentage of the words the voter kept that makes a box one
// of the text's.
const mainShare = 30

// mainBoxes returns the boxes the page sets its text in.
func (s *sorter) mainBoxes() map[int]bool {
	words, all := map[int]int{}, 0
	for i := range s.ps {
		if s.ps[i].page.body {
			words[s.ps[i].page.box] += s.traits[i].n
			all += s.traits[i].n
		}
	}
	main := map[int]bool{}
	for b, n := range words {
		if b > 0 && n*100 >= all*mainShare {
			main[b] = true
		}
	}
	return main
}

// overlookedScore is from what score on a line speaks for itself against the voter.
const overlookedScore = 1.0

// overlooked reports whether block i, which the voter left out, is text all the
// same. Nothing marks it otherwise, and it either reads like text, within what
// the voter found or in a main box, or is an item of a list within a main box.
func (s *sorter) overlooked(i int, within, main bool) bool {
	const marked = inNav | inAside | inFooter | inCaption | inForm | inShare | inRelated | inComments | inPromo | inByline
	p, t := &s.ps[i], &s.traits[i]
	if t.kinds&^kindMeta != 0 || p.page.in&marked != 0 || p.page.linked >= .5 {
		return false
	}
	switch {
	case within && main && p.page.tag == atom.Li:
		return true
	case within:
		return p.score > overlookedScore && t.n >= 5
	}
	return main && p.score > overlookedScore && t.n >= voteLong
}

// pointerLeast is how many words a title of another report has at least.
const pointerLeast = 4

// dropPointers sets aside lines that only lead to another report, which pages
// put between the paragraphs of their text: a title that is a link, or a link
// with words such as "Read more".
func (s *sorter) dropPointers() {
	kept := s.body[:0]
	for _, i := range s.body {
		p, t := &s.ps[i], &s.traits[i]
		title := p.page.linked > .8 && t.end == 0 && t.n >= pointerLeast && p.page.tag != atom.Li && !p.page.heading()
		switch {
		case title:
			p.give(data.Related, whyOnlyLink)
		case t.is(kindRelated) && t.n < 25 && p.page.linked > .3:
			p.give(data.Related, whyPointsToReports)
		default:
			kept = append(kept, i)
		}
	}
	s.body = kept
}

// dropEnd ends the text with its last paragraph: headings with nothing under
// them, and lines that do not read like text and stand outside the main boxes or
// have a mark of furniture, are the page's foot.
func (s *sorter) dropEnd(main map[int]bool) {
	n := len(s.body)
	for ; n > 0; n-- {
		p, t := &s.ps[s.body[n-1]], &s.traits[s.body[n-1]]
		outside := len(main) > 0 && !main[p.page.box] || t.kinds&^kindMeta != 0
		if !p.page.heading() && (p.score >= 0 || !outside) {
			break
		}
	}
	s.body = s.body[:n]
}
