package reader

import (
	"slices"

	"github.com/go-text/typesetting/language"
)

// Signs stands for what is of no script in ScriptsOf.
const Signs = "Zyyy"

// Fontless lists the scripts (by their four letters of ISO 15924) of the letters that
// neither the program nor the computer has a font for, in the order they come in the
// text; Signs where all that lacks a font belongs to none. Each such letter is set as
// a dot.
func (d *Document) Fontless() []string {
	set, ok := d.ruler.(*typeset)
	if !ok {
		return nil
	}
	set.mu.Lock()
	defer set.mu.Unlock()
	var lacking []rune
	for i := range d.paragraphs {
		p := &d.paragraphs[i]
		if p.simple {
			continue
		}
		for _, r := range p.Of(d.text) {
			if set.resolve(r, false) == nil {
				lacking = append(lacking, r)
			}
		}
	}
	return ScriptsOf(lacking)
}

// ScriptsOf lists the scripts of letters, by their four letters of ISO 15924, in
// the order they come; Signs where none belongs to one.
func ScriptsOf(letters []rune) []string {
	var scripts []string
	for _, r := range letters {
		if s := scriptOf(r); !slices.Contains(scripts, s) {
			scripts = append(scripts, s)
		}
	}
	if len(scripts) > 1 { // a script's font has its signs
		scripts = slices.DeleteFunc(scripts, func(s string) bool { return s == Signs })
	}
	return scripts
}

func scriptOf(r rune) string {
	switch s := language.LookupScript(r); s {
	case language.Common, language.Inherited, language.Unknown:
		return Signs
	default:
		return s.String()
	}
}
