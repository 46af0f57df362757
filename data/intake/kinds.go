package intake

import (
	"strings"

	"parallax/data"
)

// rest names what is left over: the lines that are neither text nor about it.
func (s *sorter) rest(first int) {
	own := make([]data.Role, len(s.ps))
	for i := range s.ps {
		if s.ps[i].role == "" {
			own[i], s.ps[i].why = s.ownKind(i)
		}
	}
	for i := range s.ps {
		p := &s.ps[i]
		if p.role != "" {
			continue
		}
		role := own[i]
		if role == "" || role == data.Navigation && s.traits[i].n > 4 && !s.isMenu(i) {
			role, p.why = s.kindAround(i, first, own)
		}
		p.role = role
	}
	s.legalTail()
}

// ownKind is what the words of line i alone say it is, "" when they say nothing.
func (s *sorter) ownKind(i int) (data.Role, data.Phrase) {
	t, p := &s.traits[i], &s.ps[i]
	if p.page != nil {
		if role, why := p.page.kind(); role != "" {
			return role, why
		}
	}
	switch {
	case s.isMenu(i):
		return data.Navigation, whyMenuWords
	case t.is(kindShare) && t.is(kindNav):
		return data.Navigation, whyIcons
	case t.is(kindShare):
		return data.Share, whyShare
	case t.is(kindLegal | kindAccount):
		return data.Legal, whyTerms
	case t.is(kindComments) && t.n <= 12:
		return data.Navigation, whyOfComments
	case t.is(kindRelated):
		return data.Related, whyPointsToReports
	case t.is(kindPromo):
		return data.Promotion, whyAsks
	case t.is(kindCaption):
		return data.Caption, whyCaptionWords
	case t.is(kindNav) || t.n <= 4:
		return data.Navigation, whyMenuWords
	}
	return "", ""
}

// menuMost is how many words a menu in one line has at most.
const menuMost = 60

// isMenu reports whether line i is a menu: three entries or more with bars between
// them, most of which are a menu's by themselves.
func (s *sorter) isMenu(i int) bool {
	if s.traits[i].n > menuMost || s.traits[i].bars == 0 {
		return false
	}
	entries := strings.FieldsFunc(s.ps[i].text, func(r rune) bool { return strings.ContainsRune("|»›·•", r) })
	known := 0
	for _, e := range entries {
		e = strings.TrimSpace(e)
		known += int(yes(furniture(e, tokens(e))&kindNav != 0))
	}
	return len(entries) >= 3 && 2*known > len(entries)
}

// around is how many lines to either side say what a nameless line belongs to.
const around = 6

// kindAround names line i by the lines it stands among.
func (s *sorter) kindAround(i, first int, own []data.Role) (data.Role, data.Phrase) {
	t := &s.traits[i]
	votes := map[data.Role]float64{}
	for d := 1; d <= around; d++ {
		for _, j := range []int{i - d, i + d} {
			if j < 0 || j >= len(own) || own[j] == "" {
				continue
			}
			w := 1 / float64(d)
			if own[j] == data.Navigation {
				w *= .4
			}
			votes[own[j]] += w
		}
	}
	most := data.Role("")
	for _, r := range []data.Role{data.Legal, data.Promotion, data.Related, data.Share, data.Navigation, data.Caption, data.Comments} {
		if votes[r] > votes[most] {
			most = r
		}
	}
	switch {
	case i < first && t.end > 0 && t.n >= 12:
		return data.Caption, whySentenceAbove
	case i < first:
		return data.Navigation, whyAbove
	case most == data.Related || most == data.Navigation && t.n >= 4 && t.end == 0 && t.title > .5:
		return data.Related, whyTitleBelow
	case most != "":
		return most, whyAmong
	case t.n >= 4 && t.end == 0:
		return data.Related, whyTitleBelow
	}
	return data.Unsure, whyNotText
}

// legalTail gives short lines inside the small print at a page's end to it.
func (s *sorter) legalTail() {
	near := func(i, step int) data.Role {
		for j, k := i+step, 0; j >= 0 && j < len(s.ps) && k < 4; j, k = j+step, k+1 {
			if s.ps[j].role != data.Navigation {
				return s.ps[j].role
			}
		}
		return ""
	}
	for i := s.run[1]; i < len(s.ps)-1; i++ {
		if i > 0 && s.ps[i].role == data.Navigation && near(i, -1) == data.Legal && near(i, 1) == data.Legal && !s.isMenu(i) {
			s.ps[i].rule(data.Legal, whySmallPrint)
		}
	}
}
